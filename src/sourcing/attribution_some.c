/* Phrases that tell of a part of several: "two of the officials", "some in the party", "more than a dozen members". */
#include "sourcing/attribution_some.h"

#include "reading/party.h"

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

/* The end of what tells of a share there, "40 *per cent* of", or the token itself. */
static uint32_t behind_share(const struct px_scene *scene, uint32_t token)
{
    const struct px_hits *hits = &scene->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_QUANTITIES &&
            px_slice_is(px_resources_entry(scene->annotation->resources, &hits->items[i])->category, "quantity.share"))
            return token + hits->items[i].token_count;
    return token;
}

/* The preposition behind the words that count a part of others, "two *of*", "some *in*", "ten percent *of*", with a word
 * behind it; PX_NONE where the phrase does not begin so. */
static uint32_t leads_to_all(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t t = phrase.first + px_scene_has(scene, phrase.first, PX_CLASS_NUMBER | PX_CLASS_DETERMINER);
    while (t < phrase.end && scene->tokens[t].kind == PX_TOKEN_NUMBER)
        t++;
    t = t < phrase.end ? behind_share(scene, t) : t;
    bool leads = t > phrase.first && t + 1 < phrase.end && px_scene_has(scene, t, PX_CLASS_PREPOSITION);
    return leads ? t : PX_NONE;
}

bool px_scene_is_some(const struct px_scene *scene, struct px_range phrase)
{
    return leads_to_all(scene, phrase) != PX_NONE;
}

struct px_range px_scene_all_of(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t lead = leads_to_all(scene, phrase);
    bool whole = lead != PX_NONE &&
                 px_party_is_listed(scene->annotation, phrase.first, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.whole"));
    return (struct px_range){whole ? lead + 1 : phrase.first, phrase.end};
}

/* Are the words "*voters*", "Harbour *members*": is a plural their head? */
static bool is_of_several(const struct px_scene *scene, struct px_range words)
{
    uint32_t head = px_scene_head(scene, words);
    return head != PX_NONE && (px_scene_is_tagged(scene, head, "NNS") || px_scene_is_tagged(scene, head, "NNPS"));
}

/* Where the phrase of those begins of whom a part is counted, "two of *the officials*", "half of *voters*"; PX_NONE where
 * they have none of their own. */
static uint32_t all_of_them(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t lead = leads_to_all(scene, phrase);
    if (lead == PX_NONE)
        return PX_NONE;
    bool told = lead + 2 < phrase.end && px_scene_has(scene, lead + 1, PX_CLASS_DEFINITE | PX_CLASS_POSSESSIVE);
    return told || is_of_several(scene, (struct px_range){lead + 1, phrase.end}) ? lead + 1 : PX_NONE;
}

uint32_t px_scene_behind_some(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t all = all_of_them(scene, phrase);
    return all != PX_NONE ? all : behind_number(scene, phrase);
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
    return all_of_them(scene, phrase) != PX_NONE && px_scene_counts_one(scene, phrase.first);
}
