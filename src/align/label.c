/* What an article tells a topic by: the terms that its paragraphs there use more than the articles do. */
#include "align/align.h"

#include <math.h>

enum { SENTENCES_LEAST = 2 }; /* a word of fewer sentences says little of what a passage is about */
#define LEAST_IDF 1.7  /* a word that a fifth of all news holds says nothing: "president", "people", "officers" */
#define LEAST_LIFT 1.3 /* how much more often the topic must use a term than the articles do */
#define NAME_IDF 5.0
#define WORD_LESS 0.5  /* taken off the uses, so that one alone counts little, */
#define NAME_LESS 0.75 /* a name's still less: many are named in passing */

/* Uses of every term inside the topic, in the one article, and in all articles. */
struct label_counts {
    uint32_t *inside;
    uint32_t *all;
    uint32_t *sentences; /* of the topic that hold it */
    double inside_total;
    double total;
};

static enum px_status count_uses(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                 uint32_t article, struct label_counts *counts, struct px_error *error)
{
    uint32_t terms = context->wording.count;
    counts->inside = px_arena_array(&context->scratch, uint32_t, terms);
    counts->all = px_arena_array(&context->scratch, uint32_t, terms);
    counts->sentences = px_arena_array(&context->scratch, uint32_t, terms);
    uint32_t *last = px_arena_array(&context->scratch, uint32_t, terms); /* sentence + 1 that had it last */
    if (counts->inside == NULL || counts->all == NULL || counts->sentences == NULL || last == NULL)
        return px_no_memory(error);
    for (uint32_t a = 0; a < context->count; a++)
        for (uint32_t u = 0; u < context->wording.use_count[a]; u++) {
            const struct px_use *use = &context->wording.uses[a][u];
            uint32_t paragraph = context->paragraphs[a].of[use->block];
            counts->all[use->term]++;
            counts->total++;
            if (a != article || paragraph == PX_NONE || topics[a][paragraph] != topic)
                continue;
            uint32_t sentence = context->articles[a]->tokens.items[use->token].sentence + 1;
            counts->inside[use->term]++;
            counts->inside_total++;
            counts->sentences[use->term] += last[use->term] != sentence;
            last[use->term] = sentence;
        }
    return PX_OK;
}

/* k ln(k / expected), the term's part of G²; names and words that are rare in the news say more. A name counts by the share of its uses that lie in the topic, too: whoever acts in all
 * of an article tells none of its topics apart. */
static double worth(const struct px_compare_context *context, const struct label_counts *counts, uint32_t term)
{
    double k = counts->inside[term], expected = counts->all[term] * counts->inside_total / counts->total;
    if (context->wording.kinds[term] & (PX_WORDING_PIECE | PX_WORDING_SPEECH | PX_WORDING_MANNER))
        return 0;
    if (k == 0 || k <= LEAST_LIFT * expected || context->wording.texts[term].size < 3)
        return 0;
    double idf = term < context->index.count ? context->index.idf[term] : NAME_IDF;
    if (idf < LEAST_IDF && idf != 1) /* 1: no background is known */
        return 0;
    bool name = term >= context->index.count;
    double share = name ? k / counts->all[term] : 1;
    return (k - (name ? NAME_LESS : WORD_LESS)) * log(k / expected) * idf * share;
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

/* The term with the highest worth, or PX_NONE: names, and words used in `sentences` or more. */
static uint32_t find_best(const struct px_compare_context *context, const struct label_counts *counts,
                          uint32_t sentences)
{
    uint32_t best = PX_NONE;
    double most = 0;
    for (uint32_t term = 0; term < context->wording.count; term++) {
        if (counts->inside[term] == 0 || (term < context->index.count && counts->sentences[term] < sentences))
            continue;
        double value = worth(context, counts, term);
        if (value > most) {
            most = value;
            best = term;
        }
    }
    return best;
}

/* The name that the topic uses most, by the share of its uses that lie there, or PX_NONE. */
static uint32_t find_name(const struct px_compare_context *context, const struct label_counts *counts)
{
    uint32_t best = PX_NONE;
    double most = 0;
    for (uint32_t term = context->index.count; term < context->wording.count; term++) {
        double k = counts->inside[term];
        if (k == 0 || k * k / counts->all[term] <= most || (context->wording.kinds[term] & PX_WORDING_PIECE) ||
            context->wording.texts[term].size == 0)
            continue;
        most = k * k / counts->all[term];
        best = term;
    }
    return best;
}

static size_t take_best(const struct px_compare_context *context, struct label_counts *counts, uint32_t sentences,
                        uint32_t *terms)
{
    size_t count = 0;
    for (uint32_t best; count < PX_LABEL_MOST && (best = find_best(context, counts, sentences)) != PX_NONE;) {
        counts->inside[best] = 0;
        if (!repeats(context, terms, count, context->wording.texts[best]))
            terms[count++] = best;
    }
    return count;
}

/* NOLINTNEXTLINE(readability-function-size): more parameters than six */
enum px_status px_compare_label(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                uint32_t article, uint32_t *terms, size_t *count, struct px_error *error)
{
    struct label_counts counts = {0};
    enum px_status status = count_uses(context, topics, topic, article, &counts, error);
    *count = 0;
    if (status != PX_OK)
        return status;
    *count = take_best(context, &counts, SENTENCES_LEAST, terms);
    uint32_t name = *count == 0 ? find_name(context, &counts) : PX_NONE;
    if (name != PX_NONE)
        terms[(*count)++] = name;
    if (*count == 0)
        *count = take_best(context, &counts, 1, terms);
    return PX_OK;
}
