/* Who speaks, where the speaker's phrase is a description without a name: "the company", "the manager". */
#include <strings.h>

#include "reading/bearer.h"
#include "sourcing/attribution_pronoun.h"

enum {
    NEAR = 2,           /* sentences from "Wal-Mart calls" to "the company says" */
    DESCRIBED_MOST = 8, /* tokens of "the presumptive Harbour nominee" */
    NAMELESS_MOST = 200 /* statements from "a manager, who asked not to be named," to "the manager said" */
};

/* Does the article name two bodies by the noun: "the ministry", where there are an Interior Ministry and an Energy
 * Ministry? */
static bool is_one_of_several(const struct px_scene *scene, uint32_t noun)
{
    const struct px_article *article = scene->article;
    size_t count = 0;
    for (size_t i = 0; i < article->entities.count && count < 2; i++) {
        const struct px_entity *it = &article->entities.items[i];
        const struct px_mention *mention = &article->mentions.items[it->first_mention];
        uint32_t last = mention->first_token + mention->token_count - 1;
        count += it->kind == PX_ENTITY_ORGANISATION && mention->token_count > 1 &&
                 px_scene_form(scene, last)->fold == px_scene_form(scene, noun)->fold;
    }
    return count > 1;
}

/* "A manager, who asked not to be named, … *the manager* said": he who would not be named before. */
static void resolve_nameless(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    uint32_t fold = px_scene_form(scene, cue->speaker.first + 1)->fold;
    for (size_t i = article->attributions.count - 1, steps = 0; i-- > 0 && steps < NAMELESS_MOST; steps++) {
        const struct px_attribution *other = &article->attributions.items[i];
        if (!other->anonymous || other->entity != PX_NONE || other->speaker_kind != PX_SPEAKER_PERSON)
            continue;
        struct px_span namer = px_attribution_namer(other);
        struct px_range phrase = {px_tokens_reaching(&article->tokens, namer.start),
                                  px_tokens_reaching(&article->tokens, namer.end - 1) + 1};
        uint32_t head = phrase.end > scene->count ? PX_NONE : px_scene_head(scene, phrase);
        if (head == PX_NONE || px_scene_form(scene, head)->fold != fold)
            continue;
        attribution->anonymous = true;
        attribution->actor = other->actor;
        return;
    }
}

/* Is it an office or a trade with its article and what describes it, and nobody's name: "the presumptive Harbour
 * nominee"? */
static bool is_description(const struct px_scene *scene, struct px_range phrase)
{
    if (!px_scene_has(scene, phrase.first, PX_CLASS_DEFINITE) || phrase.end > phrase.first + DESCRIBED_MOST)
        return false;
    for (uint32_t t = phrase.first; t < phrase.end; t++) {
        uint32_t entity = px_entity_at(scene->annotation, t);
        bool person = entity != PX_NONE && scene->article->entities.items[entity].kind == PX_ENTITY_PERSON;
        if (person || scene->marks[t] != 0 || px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR))
            return false;
    }
    return !px_scene_is_clitic(scene, phrase.end - 1); /* "the mayor's answer was" */
}

/* The first of the sentences before the cue's that are quoted whole, or the cue's own. */
static uint32_t behind_quoted(const struct px_scene *scene, uint32_t sentence)
{
    const struct px_sentence *items = scene->article->sentences.items;
    while (sentence > 0 && items[sentence - 1].token_count > 1 &&
           scene->quotations[items[sentence - 1].first_token] != PX_NONE &&
           scene->quotations[items[sentence - 1].first_token + items[sentence - 1].token_count - 2] != PX_NONE)
        sentence--;
    return sentence;
}

/* Is the phrase's noun a word of the office or the role by which the article introduces the entity: "the Harbour *senator*"
 * for Senator Brell? */
static bool has_role(const struct px_scene *scene, const struct px_entity *entity, uint32_t noun)
{
    struct px_vocabulary *vocabulary = scene->annotation->worker->vocabulary;
    uint32_t fold = px_scene_form(scene, noun)->fold;
    struct px_slice word;
    for (int i = 0; i < 2; i++)
        for (struct px_slice rest = i == 0 ? entity->title : entity->role; px_slice_next(&rest, ' ', &word);) {
            uint32_t form = px_vocabulary_add(vocabulary, word);
            if (form != PX_NONE && px_vocabulary_form(vocabulary, form)->fold == fold)
                return true;
        }
    return false;
}

/* "Brell told the paper that “it was late.” “They should go,” *the Harbour nominee* said.": three of four who are so
 * described right behind what somebody named said are the same, and no speaker beside; which of them is open, unless the noun is of his office. */
static void resolve_described(const struct px_scene *scene, const struct px_cue *cue,
                              struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    size_t count = article->attributions.count;
    const struct px_attribution *last = count > 1 ? &article->attributions.items[count - 2] : NULL;
    if (last == NULL || attribution->anonymous || px_scene_is_stranger(scene, cue) ||
        !is_description(scene, cue->speaker) || !last->speech || last->entity == PX_NONE ||
        article->entities.items[last->entity].kind != PX_ENTITY_PERSON || last->also_count > 0 ||
        last->sentence >= cue->sentence ||
        px_scene_last_sentence(scene, last) + NEAR < behind_quoted(scene, cue->sentence))
        return;
    if (attribution->actor != PX_ACTOR_OTHER && last->actor != PX_ACTOR_OTHER && attribution->actor != last->actor)
        return; /* "the Harbour senator" is no moderator */
    attribution->high_tier =
        attribution->high_tier && has_role(scene, &article->entities.items[last->entity], cue->speaker.end - 1);
    px_attribution_take_speaker(attribution, last);
}

/* The person whom the token, a definite article, begins to name by the noun: "*the* spokeswoman, Ann Hask, left"; or PX_NONE. */
static uint32_t named_by(const struct px_scene *scene, uint32_t token, uint32_t fold)
{
    uint32_t name = token + 2;
    if (name + 1 >= scene->count || !px_scene_has(scene, token, PX_CLASS_DEFINITE) ||
        px_scene_form(scene, token + 1)->fold != fold)
        return PX_NONE;
    name += scene->marks[name] == ',';
    uint32_t entity = px_entity_at(scene->annotation, name);
    bool person = entity != PX_NONE && scene->article->entities.items[entity].kind == PX_ENTITY_PERSON;
    return person ? entity : PX_NONE;
}

/* "*A spokeswoman for the mine* said no. The spokeswoman, Ann Hask, …": whoever is named right behind by the same noun. */
static void resolve_introduced(const struct px_scene *scene, const struct px_cue *cue,
                               struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    uint32_t head = px_scene_head(scene, cue->speaker);
    uint32_t last =
        cue->sentence + NEAR < article->sentences.count ? cue->sentence + NEAR : (uint32_t)article->sentences.count - 1;
    if (head == PX_NONE || px_scene_has(scene, cue->speaker.first, PX_CLASS_DEFINITE) ||
        !px_scene_has(scene, cue->speaker.first, PX_CLASS_ARTICLE))
        return;
    uint32_t end = article->sentences.items[last].first_token + article->sentences.items[last].token_count;
    for (uint32_t t = cue->speaker.end; t < end; t++) {
        uint32_t entity = named_by(scene, t, px_scene_form(scene, head)->fold);
        if (entity == PX_NONE)
            continue;
        attribution->entity = entity;
        attribution->anonymous = false;
        return;
    }
}

/* "*Lind's rival in the race for mayor, Guild man Ivo Hask*, asked why", "*Lind's rival — Mayor Ivo Hask* —": who is named
 * behind the phrase's last comma or dash, with nothing but names and titles before his. */
static void resolve_apposed(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    struct px_range phrase = cue->speaker;
    uint32_t name = phrase.end;
    for (uint32_t t = phrase.first; t < phrase.end; t++) {
        if (px_scene_has(scene, t, PX_CLASS_COORDINATOR) || scene->quotations[t] != PX_NONE)
            return;
        name = scene->marks[t] == ',' || scene->marks[t] == '-' ? t + 1 : name;
    }
    for (uint32_t t = name; t < phrase.end && px_scene_is_capitalised(scene, t); t++) {
        uint32_t entity = px_entity_at(scene->annotation, t);
        if (entity == PX_NONE || scene->article->entities.items[entity].kind != PX_ENTITY_PERSON)
            continue;
        attribution->entity = entity;
        attribution->anonymous = false;
        return;
    }
}

/* Does the article name a body that is known for a firm? */
static bool names_firm(const struct px_article *article)
{
    for (size_t i = 0; i < article->entities.count; i++)
        if (article->entities.items[i].kind == PX_ENTITY_ORGANISATION &&
            article->entities.items[i].actor == PX_ACTOR_BUSINESS)
            return true;
    return false;
}

/* "*Wal-Mart* calls it unreliable. The company says": may the speaker before be the firm, of whom no list knows what it is,
 * and is no other firm known? */
static bool may_be_firm(const struct px_scene *scene, const struct px_attribution *last, const struct px_cue *cue,
                        const struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    const struct px_entity *it = last->entity == PX_NONE ? NULL : &article->entities.items[last->entity];
    return it != NULL && (it->kind == PX_ENTITY_OTHER || it->kind == PX_ENTITY_ORGANISATION) &&
           last->actor == PX_ACTOR_OTHER && it->actor == PX_ACTOR_OTHER && last->cue.count > 0 &&
           attribution->actor == PX_ACTOR_BUSINESS && attribution->speaker_kind == PX_SPEAKER_INSTITUTION &&
           px_scene_last_sentence(scene, last) + NEAR >= cue->sentence && !names_firm(article);
}

/* Has the person's role the word by itself, in any letters: "chairman" of "House Oversight Committee *Chairman*"? */
static bool is_in_office(const struct px_entity *person, struct px_slice word)
{
    struct px_slice rest = person->role, piece;
    bool found = false;
    while (!found && px_slice_next(&rest, ' ', &piece))
        found = piece.size == word.size && strncasecmp(piece.data, word.data, word.size) == 0;
    return found;
}

/* The last statement of several persons, shortly before; NULL for none. */
static const struct px_attribution *last_joint(const struct px_scene *scene)
{
    enum { STEPS = 8 };
    const struct px_article *article = scene->article;
    for (size_t i = article->attributions.count - 1, steps = 0; i-- > 0 && steps < STEPS; steps++)
        if (article->attributions.items[i].also_count > 0 && article->attributions.items[i].entity != PX_NONE)
            return &article->attributions.items[i];
    return NULL;
}

/* "Chairman Brell and Chairman Mott said …. *The chairmen* wrote": those of the last statement of several, all of whom
 * hold the office that the plural tells of. */
static void resolve_holders(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    bool people = attribution->speaker_kind == PX_SPEAKER_GROUP || attribution->speaker_kind == PX_SPEAKER_PERSON;
    const struct px_attribution *last =
        article->lexemes != NULL && people && px_scene_is_plural(scene, cue->speaker) ? last_joint(scene) : NULL;
    if (last == NULL)
        return;
    uint32_t lemma = article->lexemes[cue->speaker.end - 1].lemma;
    struct px_slice office = px_vocabulary_form(scene->annotation->worker->vocabulary, lemma)->fold_text;
    bool hold = is_in_office(&article->entities.items[last->entity], office);
    for (uint32_t i = 0; hold && i < last->also_count; i++)
        hold = is_in_office(&article->entities.items[last->also[i]], office);
    if (!hold)
        return;
    px_attribution_take_speaker(attribution, last);
    attribution->named = (struct px_span){0, 0}; /* and none of their documents */
}

/* "the conservative-leaning newspaper": a body with what describes it, and no name in it? */
static bool is_described_body(const struct px_scene *scene, struct px_range phrase)
{
    enum { WORDS_MOST = 4 };
    if (phrase.end < phrase.first + 3 || phrase.end > phrase.first + WORDS_MOST || !is_description(scene, phrase))
        return false;
    for (uint32_t t = phrase.first + 1; t < phrase.end; t++)
        if (scene->mentions[t] != PX_NONE || px_scene_is_capitalised(scene, t) ||
            px_scene_has(scene, t, PX_CLASS_NUMBER))
            return false;
    return true;
}

void px_scene_resolve_phrase(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    const struct px_attribution *last = NULL;
    bool definite =
        cue->speaker.end == cue->speaker.first + 2 && px_scene_has(scene, cue->speaker.first, PX_CLASS_DEFINITE);
    bool body = attribution->speaker_kind == PX_SPEAKER_INSTITUTION || attribution->speaker_kind == PX_SPEAKER_MEDIA ||
                attribution->speaker_kind == PX_SPEAKER_GROUP;
    if (attribution->entity == PX_NONE && attribution->speaker_kind == PX_SPEAKER_PERSON)
        resolve_apposed(scene, cue, attribution);
    if (attribution->entity == PX_NONE && attribution->speaker_kind == PX_SPEAKER_PERSON)
        resolve_described(scene, cue, attribution);
    if (attribution->entity == PX_NONE && attribution->speaker_kind == PX_SPEAKER_PERSON && !attribution->anonymous &&
        is_description(scene, cue->speaker))
        px_scene_resolve_epithet(scene, cue, attribution);
    if (attribution->entity == PX_NONE && attribution->speaker_kind == PX_SPEAKER_PERSON)
        resolve_introduced(scene, cue, attribution);
    if (attribution->entity == PX_NONE && attribution->speaker_kind == PX_SPEAKER_PERSON && !attribution->anonymous)
        px_scene_resolve_theme(scene, cue, attribution);
    if (attribution->entity == PX_NONE && definite)
        resolve_holders(scene, cue, attribution);
    if (attribution->entity == PX_NONE && body && is_described_body(scene, cue->speaker))
        px_scene_resolve_body(scene, cue, attribution);
    if (attribution->entity != PX_NONE || !definite)
        return;
    if (!body) {
        if (attribution->speaker_kind == PX_SPEAKER_PERSON)
            resolve_nameless(scene, cue, attribution);
        return;
    }
    size_t count = scene->article->attributions.count;
    last = count > 1 ? &scene->article->attributions.items[count - 2] : NULL;
    bool alike = last != NULL && last->actor == attribution->actor && last->actor != PX_ACTOR_OTHER;
    if (alike && last->entity != PX_NONE && px_scene_last_sentence(scene, last) + NEAR >= cue->sentence &&
        last->cue.count > 0 && (last->speaker_kind == PX_SPEAKER_INSTITUTION || last->speaker_kind == PX_SPEAKER_MEDIA))
        px_attribution_take_speaker(attribution, last);
    else if (last != NULL && may_be_firm(scene, last, cue, attribution))
        attribution->entity = last->entity;
    else if (!px_scene_resolve_body(scene, cue, attribution) && is_one_of_several(scene, cue->speaker.first + 1))
        attribution->high_tier = false;
}
