/* A topic's label: the terms that its paragraphs use more than the rest of the articles does. */
#include "compare/internal.h"

#include <math.h>

enum { LABEL_FEWEST = 2 }; /* weak terms make up the number */
#define LEAST_IDF 1.4 /* a word that a quarter of all news holds says nothing: days, "president", "people" */
#define NAME_IDF 5.0

/* Uses of every term inside the topic and in all, over all articles. */
struct label_counts {
    uint32_t *inside;
    uint32_t *all;
    uint32_t *articles; /* how many articles use it inside the topic */
    double covering;    /* articles that have the topic */
    double inside_total;
    double total;
};

static enum px_status count_uses(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                 uint32_t only, struct label_counts *counts, struct px_error *error)
{
    uint32_t terms = context->wording.count;
    counts->inside = px_arena_array(&context->scratch, uint32_t, terms);
    counts->all = px_arena_array(&context->scratch, uint32_t, terms);
    counts->articles = px_arena_array(&context->scratch, uint32_t, terms);
    uint32_t *last = px_arena_array(&context->scratch, uint32_t, terms);
    if (counts->inside == NULL || counts->all == NULL || counts->articles == NULL || last == NULL)
        return px_compare_no_memory(error);
    for (uint32_t a = 0; a < context->count; a++) {
        double before = counts->inside_total;
        for (uint32_t u = 0; u < context->wording.use_count[a]; u++) {
            const struct px_use *use = &context->wording.uses[a][u];
            uint32_t paragraph = context->paragraphs[a].of[use->block];
            counts->all[use->term]++;
            counts->total++;
            if (paragraph == PX_NONE || topics[a][paragraph] != topic || (only != PX_NONE && only != a))
                continue;
            counts->inside[use->term]++;
            counts->inside_total++;
            counts->articles[use->term] += last[use->term] != a + 1;
            last[use->term] = a + 1;
        }
        counts->covering += counts->inside_total > before;
    }
    return PX_OK;
}

/* A word used once says little of what a topic is about; a name does. */
static bool is_weak(const struct px_compare_context *context, const struct label_counts *counts, uint32_t term)
{
    return context->wording.forms[term] != PX_NONE && counts->inside[term] < 2;
}

/* k ln(k / expected), the term's part of G², times the share of the topic's articles that use it; names and words that
 * are rare in the news say more. A capitalised word that is no name is a piece of one, a title, or a day. */
static double worth(const struct px_compare_context *context, const struct label_counts *counts, uint32_t term)
{
    double k = counts->inside[term], expected = counts->all[term] * counts->inside_total / counts->total;
    uint32_t form = context->wording.forms[term];
    if (form != PX_NONE && px_vocabulary_form(context->worker->vocabulary, form)->shape == PX_SHAPE_CAPITALISED)
        return 0;
    if (k == 0 || k <= expected || context->wording.texts[term].size < 3)
        return 0;
    double idf = term < context->index.count ? context->index.idf[term] : NAME_IDF;
    if (idf < LEAST_IDF && idf != 1) /* 1: no background is known */
        return 0;
    return (k - 0.5) * log(k / expected) * idf * (counts->articles[term] / counts->covering);
}

static bool is_month(const struct px_compare_context *context, struct px_slice text)
{
    const struct px_lexicon *months = px_resources_lexicon(context->worker->resources, PX_LEXICON_MONTHS);
    for (size_t e = 0; e < months->entries.count; e++)
        if (px_slice_equal(months->entries.items[e].text, text))
            return true;
    return false;
}

/* Is one of the two words a part of the other, as "Moscow" is of "Moscow Times"? */
static bool repeats(const struct px_compare_context *context, const uint32_t *terms, size_t count, struct px_slice text)
{
    for (size_t i = 0; i < count; i++) {
        struct px_slice term = context->wording.texts[terms[i]];
        if (px_slice_find(term, text, 0) != SIZE_MAX || px_slice_find(text, term, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* The term with the highest worth, or PX_NONE; weak ones only when `weak`. */
static uint32_t find_best(const struct px_compare_context *context, const struct label_counts *counts, bool weak)
{
    uint32_t best = PX_NONE;
    double most = 0;
    for (uint32_t term = 0; term < context->wording.count; term++) {
        if (counts->inside[term] == 0 || (!weak && is_weak(context, counts, term)))
            continue;
        double value = worth(context, counts, term);
        if (value > most) {
            most = value;
            best = term;
        }
    }
    return best;
}

enum px_status px_compare_label(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                uint32_t only, uint32_t *terms, size_t *count, struct px_error *error)
{
    struct label_counts counts = {0};
    enum px_status status = count_uses(context, topics, topic, only, &counts, error);
    *count = 0;
    while (status == PX_OK && *count < PX_LABEL_MOST) {
        uint32_t best = find_best(context, &counts, false);
        if (best == PX_NONE && *count < LABEL_FEWEST)
            best = find_best(context, &counts, true);
        if (best == PX_NONE)
            break;
        counts.inside[best] = 0;
        struct px_slice text = context->wording.texts[best];
        if (!repeats(context, terms, *count, text) && !is_month(context, text))
            terms[(*count)++] = best;
    }
    return status;
}
