/* How alike two stories are. */
#include "align/align.h"

#include <math.h>

/* Where a word of the lead counts 1/e of what the first one does. */
#define LEAD_BYTES 250.0

/* A text as weights of its words: tf · idf, tf linear. As a `lead`, a word counts the less the further it is from the
 * beginning: news says first what it is about, and no byte is where it stops doing so. */
static void weigh(const struct px_compare_context *context, size_t article, bool lead, double *weights)
{
    const struct px_word_index *index = &context->index;
    const struct px_tokens *tokens = &context->articles[article]->tokens;
    memset(weights, 0, index->count * sizeof *weights);
    for (size_t t = 0; t < tokens->count; t++) {
        uint32_t word = index->of[article][t];
        double bytes = tokens->items[t].start - tokens->items[0].start;
        if (word != PX_NONE)
            weights[word] += index->idf[word] * (lead ? exp(-bytes / LEAD_BYTES) : 1);
    }
}

double px_compare_cosine(const double *a, const double *b, uint32_t count)
{
    double ab = 0, aa = 0, bb = 0;
    for (uint32_t i = 0; i < count; i++) {
        ab += a[i] * b[i];
        aa += a[i] * a[i];
        bb += b[i] * b[i];
    }
    return aa > 0 && bb > 0 ? fmin(1, ab / sqrt(aa * bb)) : 0;
}

/* √ of the mean of cos(lead of a, all of b) and cos(lead of b, all of a): the lead says what a story is about, and the
 * other article, where it is the same story, spends its words on it. */
static double similarity(const struct px_compare_context *context, size_t a, size_t b, double *lead, double *all)
{
    weigh(context, a, true, lead);
    weigh(context, b, false, all);
    double sum = px_compare_cosine(lead, all, context->index.count);
    weigh(context, b, true, lead);
    weigh(context, a, false, all);
    return sqrt((sum + px_compare_cosine(lead, all, context->index.count)) / 2);
}

enum px_status px_compare_similarity(struct px_compare_context *context, struct px_error *error)
{
    double *lead = px_arena_array(&context->scratch, double, context->index.count);
    double *all = px_arena_array(&context->scratch, double, context->index.count);
    double sum = 0;
    size_t pairs = 0;
    context->similarities = px_arena_array(&context->scratch, double, context->count * context->count);
    if (lead == NULL || all == NULL || context->similarities == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < context->count; i++)
        for (size_t j = i + 1; j < context->count; j++, pairs++) {
            size_t a = context->order[i], b = context->order[j];
            double of_both = similarity(context, a, b, lead, all);
            context->similarities[a * context->count + b] = context->similarities[b * context->count + a] = of_both;
            sum += of_both;
        }
    context->comparison->similarity = sum / (double)pairs;
    return PX_OK;
}
