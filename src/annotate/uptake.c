#include "annotate/uptake.h"

enum { REACH = 3 }; /* tokens between cue and word */

enum place { PLACE_CUE, PLACE_NEXT, PLACE_START };

/* The attributions of a sentence, by cue, are [first, end). */
struct reader {
    struct px_article *article;
    const struct px_lexicon *lexicon;
    size_t place;    /* column */
    uint32_t *first; /* by sentence, and one more */
};

static uint8_t uptake_of(struct px_slice category)
{
    if (px_slice_ends(category, PX_SLICE(".rebutted")))
        return PX_UPTAKE_REBUTTED;
    if (px_slice_ends(category, PX_SLICE(".undercut")))
        return PX_UPTAKE_UNDERCUT;
    return px_slice_ends(category, PX_SLICE(".endorsed")) ? PX_UPTAKE_ENDORSED : PX_UPTAKE_PLAIN;
}

static enum place place_of(struct px_slice cell)
{
    return px_slice_is(cell, "next") ? PLACE_NEXT : px_slice_is(cell, "start") ? PLACE_START : PLACE_CUE;
}

static void set(struct px_attribution *attribution, uint8_t uptake)
{
    if (attribution->uptake < uptake)
        attribution->uptake = uptake;
}

/* Tokens between the hit and the nearest part of the cue. */
static uint32_t distance(const struct reader *reader, const struct px_attribution *attribution,
                         const struct px_hit *hit)
{
    const struct px_tokens *tokens = &reader->article->tokens;
    uint32_t nearest = UINT32_MAX;
    for (size_t s = 0; s < attribution->cue.count; s++) {
        uint32_t first = px_tokens_reaching(tokens, attribution->cue.items[s].start);
        uint32_t end = px_tokens_reaching(tokens, attribution->cue.items[s].end - 1) + 1;
        uint32_t steps = hit->first_token >= end                        ? hit->first_token - end
                         : hit->first_token + hit->token_count <= first ? first - hit->first_token - hit->token_count
                                                                        : 0;
        nearest = steps < nearest ? steps : nearest;
    }
    return nearest;
}

/* The attribution of the sentence whose cue is nearest. */
static void take_beside(const struct reader *reader, const struct px_hit *hit, uint32_t sentence, uint8_t uptake)
{
    struct px_attribution *best = NULL;
    uint32_t nearest = REACH + 1;
    for (uint32_t i = reader->first[sentence]; i < reader->first[sentence + 1]; i++) {
        uint32_t steps = distance(reader, &reader->article->attributions.items[i], hit);
        if (steps < nearest) {
            nearest = steps;
            best = &reader->article->attributions.items[i];
        }
    }
    if (best != NULL)
        set(best, uptake);
}

/* The last statement of the sentence before, where this one is the text's own. */
static void take_behind(const struct reader *reader, uint32_t sentence, uint8_t uptake)
{
    bool reports = reader->first[sentence + 1] > reader->first[sentence];
    if (sentence > 0 && !reports && reader->first[sentence] > reader->first[sentence - 1])
        set(&reader->article->attributions.items[reader->first[sentence] - 1], uptake);
}

static void take(const struct reader *reader, const struct px_hit *hit)
{
    const struct px_entry *entry = &reader->lexicon->entries.items[hit->entry];
    const struct px_token *token = &reader->article->tokens.items[hit->first_token];
    enum place place = place_of(px_lexicon_cell(reader->lexicon, entry, reader->place));
    uint8_t uptake = uptake_of(entry->category);
    bool starts = (token->flags & PX_TOKEN_SENTENCE_START) != 0;
    if (place == PLACE_CUE && token->voice != PX_VOICE_DIRECT)
        take_beside(reader, hit, token->sentence, uptake);
    else if (place != PLACE_CUE && token->voice == PX_VOICE_OWN && (starts || place == PLACE_NEXT))
        take_behind(reader, token->sentence, uptake);
}

/* Attributions stand in the order of their sentences. */
static void index_sentences(struct reader *reader)
{
    size_t count = reader->article->sentences.count, i = 0;
    for (uint32_t s = 0; s <= count; s++) {
        while (i < reader->article->attributions.count && reader->article->attributions.items[i].sentence < s)
            i++;
        reader->first[s] = (uint32_t)i;
    }
}

enum px_status px_annotate_uptake(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_UPTAKE);
    struct reader reader = {
        .article = article,
        .lexicon = lexicon,
        .place = px_lexicon_column(lexicon, "place"),
        .first = px_arena_array(&annotation->worker->scratch, uint32_t, article->sentences.count + 1),
    };
    if (reader.first == NULL)
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    index_sentences(&reader);
    for (size_t i = 0; i < article->hits.count; i++)
        if (article->hits.items[i].lexicon == PX_LEXICON_UPTAKE)
            take(&reader, &article->hits.items[i]);
    return PX_OK;
}
