/* Which body a phrase without its name speaks for: "The Harbour Fund declined. “We are at work,” *the group* said.",
 * "Calder sold the mine. *The company* said". */
#include "reading/party.h"
#include "sourcing/attribution_pronoun.h"

enum { BACK = 2 /* sentences from "the Harbour Fund declined" to "the group said", those that are quoted apart */ };

/* Whom the phrase may stand for. */
struct wanted {
    uint32_t noun; /* the phrase's, a token */
    uint8_t actor; /* enum px_actor, as far as the noun tells */
    bool medium;   /* "the newspaper" */
};

/* Is the noun the last word of the entity's name: "the foundation" for the Lind Foundation? */
static bool bears_noun(const struct px_scene *scene, const struct px_mention *mention, uint32_t noun)
{
    uint32_t last = mention->first_token + mention->token_count - 1;
    return mention->token_count > 1 && px_scene_form(scene, last)->fold == px_scene_form(scene, noun)->fold;
}

/* Has somebody of the name spoken as a person? */
static bool speaks_as_person(const struct px_scene *scene, uint32_t entity)
{
    const struct px_article *article = scene->article;
    for (size_t i = 0; i < article->attributions.count; i++)
        if (article->attributions.items[i].entity == entity &&
            article->attributions.items[i].speaker_kind == PX_SPEAKER_PERSON)
            return true;
    return false;
}

/* May the noun mean the entity, by what each is known for? Of what no list knows, the subject of a sentence alone. */
static bool fits(const struct px_scene *scene, uint32_t entity, const struct wanted *wanted, bool subject)
{
    const struct px_entity *it = &scene->article->entities.items[entity];
    if (wanted->medium)
        return it->actor == PX_ACTOR_MEDIA && it->kind != PX_ENTITY_PERSON;
    if (it->actor == PX_ACTOR_MEDIA ||
        (it->kind != PX_ENTITY_ORGANISATION && !(subject && it->kind == PX_ENTITY_OTHER)))
        return false;
    if (it->kind == PX_ENTITY_OTHER && speaks_as_person(scene, entity))
        return false;
    return it->actor == wanted->actor || it->actor == PX_ACTOR_OTHER || wanted->actor == PX_ACTOR_OTHER ||
           (wanted->actor == PX_ACTOR_CITIZEN && it->actor == PX_ACTOR_CIVIL_SOCIETY);
}

/* Adds the entity to the one found before: PX_NONE for none, `several` for more than one. */
static uint32_t join(uint32_t found, uint32_t entity, uint32_t several)
{
    return found == PX_NONE || found == entity ? entity : several;
}

/* The only entity that the words, as far as they are not quoted, name and the noun may mean; PX_NONE for none, the number of
 * entities for several. */
static uint32_t only_body(const struct px_scene *scene, struct px_range words, const struct wanted *wanted)
{
    const uint32_t several = (uint32_t)scene->article->entities.count;
    uint32_t found = PX_NONE;
    for (uint32_t t = words.first; t < words.end; t++) {
        uint32_t m = scene->quotations[t] == PX_NONE ? scene->mentions[t] : PX_NONE;
        const struct px_mention *mention = m == PX_NONE ? NULL : &scene->article->mentions.items[m];
        if (mention != NULL && mention->entity != PX_NONE && mention->form <= PX_MENTION_ALIAS &&
            fits(scene, mention->entity, wanted, false))
            found = join(found, mention->entity, several);
    }
    return found;
}

/* The only entity of those that the article has named by the noun before the phrase; as above. */
static uint32_t body_by_noun(const struct px_scene *scene, uint32_t end, uint32_t noun)
{
    const struct px_article *article = scene->article;
    const uint32_t several = (uint32_t)article->entities.count;
    uint32_t found = PX_NONE;
    for (size_t i = 0; i < article->mentions.count && article->mentions.items[i].first_token < end; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        if (mention->entity != PX_NONE && mention->form <= PX_MENTION_ALIAS && bears_noun(scene, mention, noun) &&
            article->entities.items[mention->entity].kind != PX_ENTITY_PERSON)
            found = join(found, mention->entity, several);
    }
    return found;
}

/* Is the sentence quoted from end to end, so that it names nobody for what stands behind it? */
static bool is_quoted(const struct px_scene *scene, const struct px_sentence *it)
{
    return it->token_count > 1 && scene->quotations[it->first_token] != PX_NONE &&
           scene->quotations[it->first_token + it->token_count - 2] != PX_NONE;
}

/* Does the sentence hold the phrase's noun: "a *commission* in York", which the phrase then means? */
static bool holds_noun(const struct px_scene *scene, const struct px_sentence *it, uint32_t noun)
{
    for (uint32_t t = it->first_token; t < it->first_token + it->token_count && t < noun; t++)
        if (px_scene_form(scene, t)->fold == px_scene_form(scene, noun)->fold)
            return true;
    return false;
}

/* The body that the words or, of their sentence, the subject alone tell of; as above. */
static uint32_t body_in(const struct px_scene *scene, uint32_t sentence, uint32_t end, const struct wanted *wanted)
{
    const uint32_t several = (uint32_t)scene->article->entities.count;
    const struct px_sentence *it = &scene->article->sentences.items[sentence];
    uint32_t last = it->first_token + it->token_count;
    uint32_t found = only_body(scene, (struct px_range){it->first_token, end < last ? end : last}, wanted);
    uint32_t subject = found == PX_NONE || found == several ? px_scene_subject_of(scene, sentence, PX_NONE) : PX_NONE;
    if (end >= last && subject != PX_NONE && fits(scene, subject, wanted, true))
        found = subject;
    return found == PX_NONE && holds_noun(scene, it, wanted->noun) ? several : found;
}

/* The body named last before the phrase, by itself in its sentence or as that sentence's subject; as above. */
static uint32_t body_before(const struct px_scene *scene, const struct px_cue *cue, const struct wanted *wanted)
{
    uint32_t sentence = scene->tokens[cue->speaker.first].sentence, found;
    for (int steps = 0;
         (found = body_in(scene, sentence, cue->speaker.first, wanted)) == PX_NONE && sentence > 0 && steps < BACK;
         sentence--)
        steps += !is_quoted(scene, &scene->article->sentences.items[sentence]);
    return found;
}

bool px_scene_resolve_body(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    const uint32_t several = (uint32_t)scene->article->entities.count;
    struct wanted wanted = {cue->speaker.end - 1, attribution->actor, attribution->speaker_kind == PX_SPEAKER_MEDIA};
    if (!px_party_is_listed(scene->annotation, wanted.noun, PX_LEXICON_NAMES, PX_SLICE("name.again")))
        return false; /* "the crowd", "the government" */
    uint32_t found = body_by_noun(scene, cue->speaker.first, wanted.noun);
    if (found == PX_NONE)
        found = body_before(scene, cue, &wanted);
    if (found == PX_NONE || found == several)
        return false;
    const struct px_entity *it = &scene->article->entities.items[found];
    attribution->entity = found;
    attribution->actor = it->actor == PX_ACTOR_OTHER ? attribution->actor : it->actor;
    attribution->anonymous = false;
    if (attribution->speaker_kind == PX_SPEAKER_GROUP)
        attribution->speaker_kind = PX_SPEAKER_INSTITUTION;
    return true;
}
