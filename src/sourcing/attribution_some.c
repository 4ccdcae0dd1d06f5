/* Phrases that tell of a part of several: "two of the officials", "some in the party", "more than a dozen members". */
#include "sourcing/attribution_some.h"

/* Where the noun phrase begins behind the number before it: "more than *a* dozen members", "a handful of *members*". */
static uint32_t behind_number(const struct px_scene *scene, struct px_range speaker)
{
    const struct px_hits *hits = &scene->article->hits;
    uint32_t end = speaker.first;
    for (size_t i = px_hits_from(hits, speaker.first); i < hits->count && hits->items[i].first_token == speaker.first;
         i++)
        if (hits->items[i].lexicon == PX_LEXICON_QUANTITIES && hits->items[i].token_count > 1 &&
            hits->items[i].first_token + hits->items[i].token_count > end)
            end = hits->items[i].first_token + hits->items[i].token_count;
    end += end > speaker.first && end < speaker.end && px_scene_has(scene, end, PX_CLASS_PREPOSITION);
    return end < speaker.end ? end : speaker.first;
}

bool px_scene_is_some(const struct px_scene *scene, struct px_range phrase)
{
    return phrase.first + 2 < phrase.end && px_scene_has(scene, phrase.first, PX_CLASS_NUMBER | PX_CLASS_DETERMINER) &&
           px_scene_has(scene, phrase.first + 1, PX_CLASS_PREPOSITION);
}

/* "two of *the officials*": do those of whom the phrase counts a part have a phrase of their own? */
static bool has_part(const struct px_scene *scene, struct px_range phrase)
{
    return phrase.first + 3 < phrase.end && px_scene_is_some(scene, phrase) &&
           px_scene_has(scene, phrase.first + 2, PX_CLASS_DEFINITE | PX_CLASS_POSSESSIVE);
}

uint32_t px_scene_behind_some(const struct px_scene *scene, struct px_range phrase)
{
    return has_part(scene, phrase) ? phrase.first + 2 : behind_number(scene, phrase);
}

bool px_scene_counts_one(const struct px_scene *scene, uint32_t token)
{
    const struct px_hits *hits = &scene->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_NUMBERS && hits->items[i].token_count == 1)
            return px_resources_entry(scene->annotation->resources, &hits->items[i])->weight == 1;
    return false;
}

bool px_scene_is_one_of(const struct px_scene *scene, struct px_range phrase)
{
    return has_part(scene, phrase) && px_scene_counts_one(scene, phrase.first);
}
