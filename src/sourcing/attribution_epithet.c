/* Who speaks, where he is described by what the article tells of one person alone:
 *
 *     "Ann Hask (D-Tarn.) …  *The Tarn Democrat* said"          by where he is from
 *     "talk show host Ann Hask … *the Varn News host* said"     by what he is
 */
#include "reading/bearer.h"
#include "reading/parse.h"
#include "sourcing/attribution_pronoun.h"

enum { NEAR = 8 /* tokens from a name to where its bearer is from */ };

/* Does the entry of a place that a word stands for, "Calif.", name the place? */
static bool stands_for(const struct px_scene *scene, struct px_slice word, struct px_slice place)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_lexicon *demonyms = px_resources_lexicon(annotation->resources, PX_LEXICON_DEMONYMS);
    const uint32_t *entries;
    uint32_t form = px_vocabulary_add(annotation->worker->vocabulary, word);
    size_t count = form == PX_NONE ? 0 : px_match_form(annotation->worker->cache, form, PX_LEXICON_DEMONYMS, &entries);
    for (size_t i = 0; i < count; i++) {
        const struct px_entry *entry = &demonyms->entries.items[entries[i]];
        if (px_slice_equal(px_lexicon_cell(demonyms, entry, px_lexicon_column(demonyms, "name")), place))
            return true;
    }
    return false;
}

/* "California", "D-Calif." */
static bool tells_place(const struct px_scene *scene, uint32_t token, uint32_t place)
{
    struct px_slice text = px_scene_form(scene, token)->text;
    size_t hyphen = px_slice_find(text, PX_SLICE("-"), 0);
    if (px_entity_at(scene->annotation, token) == place)
        return true;
    return hyphen != SIZE_MAX &&
           stands_for(scene, px_slice_part(text, hyphen + 1, text.size), scene->article->entities.items[place].name);
}

/* "Ann Hask (D-Tarn.)", "Ann Hask of Tarn, who": does the place stand right behind the name? */
static bool is_from(const struct px_scene *scene, const struct px_mention *mention, uint32_t place)
{
    uint32_t first = mention->first_token + mention->token_count;
    for (uint32_t t = first; t < scene->count && t < first + NEAR; t++) {
        uint32_t entity = px_entity_at(scene->annotation, t);
        bool person = entity != PX_NONE && scene->article->entities.items[entity].kind == PX_ENTITY_PERSON;
        if (person || scene->tokens[t].sentence != scene->tokens[first - 1].sentence || scene->marks[t] == ')' ||
            px_scene_has(scene, t, PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_TO))
            return false;
        if (tells_place(scene, t, place))
            return true;
    }
    return false;
}

/* Is the noun a word of the role, "host" of "talk show host"? */
static bool holds_word(struct px_slice role, struct px_slice noun)
{
    size_t at = px_slice_find(role, noun, 0), end = at + noun.size;
    return at != SIZE_MAX && (at == 0 || role.data[at - 1] == ' ') && (end == role.size || role.data[end] == ' ');
}

/* Adds the entity to the one found before: PX_NONE for none, `several` for more than one. */
static uint32_t join(uint32_t found, uint32_t entity, uint32_t several)
{
    return found == PX_NONE || found == entity ? entity : several;
}

/* The only person named before who is from the place that the phrase begins with, or else has its noun for a role; PX_NONE
 * where there is none or several. */
static uint32_t find_bearer(const struct px_scene *scene, struct px_range phrase, uint32_t noun, uint32_t place)
{
    const struct px_article *article = scene->article;
    const uint32_t several = (uint32_t)article->entities.count;
    uint32_t found = PX_NONE;
    for (size_t i = 0; i < article->mentions.count && article->mentions.items[i].first_token < phrase.first; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        const struct px_entity *entity = mention->entity == PX_NONE ? NULL : &article->entities.items[mention->entity];
        if (entity == NULL || entity->kind != PX_ENTITY_PERSON || mention->form > PX_MENTION_ALIAS)
            continue;
        bool fits = place != PX_NONE ? is_from(scene, mention, place)
                                     : holds_word(entity->role, px_scene_form(scene, noun)->fold_text);
        found = fits ? join(found, mention->entity, several) : found;
    }
    return found == several ? PX_NONE : found;
}

/* The place right before the phrase's noun, by its own name: "the *Tarn* Democrat", not "the Tarnish one"; PX_NONE for
 * none. */
static uint32_t place_in(const struct px_scene *scene, uint32_t noun)
{
    uint32_t m = scene->mentions[noun - 1];
    const struct px_mention *mention = m == PX_NONE ? NULL : &scene->article->mentions.items[m];
    if (mention == NULL || mention->entity == PX_NONE)
        return PX_NONE;
    const struct px_entity *place = &scene->article->entities.items[mention->entity];
    struct px_slice text = px_slice_part(scene->article->text, mention->start, mention->end);
    return place->kind == PX_ENTITY_PLACE && px_slice_equal(text, place->name) ? mention->entity : PX_NONE;
}

/* Is a word between the article and the noun one with a capital: "the *Varn News* host"? */
static bool has_epithet(const struct px_scene *scene, struct px_range phrase)
{
    for (uint32_t t = phrase.first + 1; t + 1 < phrase.end; t++)
        if (px_scene_is_capitalised(scene, t))
            return true;
    return false;
}

/* Is the entity a person who acts for the same, as far as is known? */
static bool may_be(const struct px_scene *scene, uint32_t entity, uint8_t actor)
{
    const struct px_entity *it = entity == PX_NONE ? NULL : &scene->article->entities.items[entity];
    return it != NULL && it->kind == PX_ENTITY_PERSON && (it->actor == actor || it->actor == PX_ACTOR_OTHER);
}

/* Is it about somebody else who may be so described, right before: is he the subject of the sentence before, or did he
 * say the last words? */
static bool is_taken_up(const struct px_scene *scene, const struct px_cue *cue,
                        const struct px_attribution *attribution)
{
    const struct px_article *article = scene->article;
    const struct px_attribution *last = article->attributions.count > 1 ? attribution - 1 : NULL;
    if (last != NULL && px_scene_last_sentence(scene, last) + 1 >= cue->sentence &&
        may_be(scene, last->entity, attribution->actor))
        return true;
    const struct px_sentence *before = cue->sentence == 0 ? NULL : &article->sentences.items[cue->sentence - 1];
    for (uint32_t t = before == NULL ? 0 : before->first_token;
         before != NULL && t < before->first_token + before->token_count; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        bool subject = tree != NULL && (px_tree_arc(tree, px_parse_word(scene->annotation, t)) & PX_ARC_SUBJECT) != 0;
        if (subject && may_be(scene, px_entity_at(scene->annotation, t), attribution->actor))
            return true;
    }
    return false;
}

void px_scene_resolve_epithet(const struct px_scene *scene, const struct px_cue *cue,
                              struct px_attribution *attribution)
{
    struct px_range phrase = cue->speaker;
    uint32_t noun = phrase.end - 1;
    if (!has_epithet(scene, phrase))
        return;
    uint32_t place = place_in(scene, noun);
    uint32_t entity = find_bearer(scene, phrase, noun, place);
    if (entity == PX_NONE) {
        attribution->high_tier = attribution->high_tier && !is_taken_up(scene, cue, attribution);
        return;
    }
    attribution->entity = entity;
    attribution->actor = scene->article->entities.items[entity].actor;
    attribution->speaker_kind = PX_SPEAKER_PERSON;
}
