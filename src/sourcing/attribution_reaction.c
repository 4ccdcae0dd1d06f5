/* Whom a short sentence right before a quotation names: "That did not satisfy Justice *Scarn*. “Which is it?” he
 * asked." */
#include "reading/bearer.h"
#include "sourcing/attribution_scene.h"

enum { REACTION_MOST = 12 /* tokens of such a sentence */ };

bool px_scene_is_personal(const struct px_scene *scene, uint32_t token)
{
    const struct px_hits *hits = &scene->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++) {
        if (hits->items[i].lexicon != PX_LEXICON_PRONOUNS)
            continue;
        struct px_slice category = px_resources_entry(scene->annotation->resources, &hits->items[i])->category;
        if (px_slice_is(category, "pronoun.male") || px_slice_is(category, "pronoun.female"))
            return true;
    }
    return false;
}

/* The only person in the sentence, or PX_NONE. */
static uint32_t only_person(const struct px_scene *scene, const struct px_sentence *sentence)
{
    uint32_t only = PX_NONE;
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        uint32_t entity = px_entity_at(scene->annotation, t);
        if (scene->quotations[t] != PX_NONE || px_scene_is_personal(scene, t))
            return PX_NONE;
        if (entity == PX_NONE || scene->article->entities.items[entity].kind != PX_ENTITY_PERSON || entity == only)
            continue;
        if (only != PX_NONE)
            return PX_NONE;
        only = entity;
    }
    return only;
}

uint32_t px_scene_reacting(const struct px_scene *scene, const struct px_cue *cue, uint8_t gender)
{
    const struct px_article *article = scene->article;
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    if (first == 0 || first >= cue->speaker.first || scene->marks[first] != '"')
        return PX_NONE;
    uint32_t own = scene->tokens[first].sentence, before = scene->tokens[first - 1].sentence;
    const struct px_sentence *sentence = &article->sentences.items[before];
    if (before == own || sentence->block != article->sentences.items[own].block ||
        sentence->token_count > REACTION_MOST)
        return PX_NONE;
    uint32_t entity = only_person(scene, sentence);
    uint8_t known = entity == PX_NONE ? 0 : article->entities.items[entity].gender;
    return known == 0 || known == gender ? entity : PX_NONE;
}
