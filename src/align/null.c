#include "align/null.h"

#include <stdlib.h>

#include "align/align.h"
#include "naming/naming.h"

enum { FEWEST_PAIRS = 20, PASSAGE = 3 };

struct px_compare_null px_null_built_in(void)
{
    return (struct px_compare_null){.evidence = 3.4, .rest = 2.2, .z = 1.5, .unlike = 0.15};
}

struct px_compare_null px_compare_null_of(const struct px_compare_context *context)
{
    return context->options->null != NULL ? *context->options->null : px_null_built_in();
}

/* The words of a passage (paragraphs [first, first + PASSAGE)), weighed by idf, as `weights`. */
static void weigh(const struct px_compare_context *context, size_t a, uint32_t first, double *weights)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    memset(weights, 0, context->index.count * sizeof *weights);
    for (size_t t = 0; t < paragraphs->terms.count; t++) {
        const struct px_posting *posting = &paragraphs->terms.items[t];
        if (posting->paragraph >= first && posting->paragraph < first + PASSAGE)
            weights[posting->key] += posting->times * context->index.idf[posting->key];
    }
}

static enum px_status add_likeness(struct px_compare_context *context, struct px_null_sample *sample,
                                   struct px_error *error)
{
    size_t a = context->order[0], b = context->order[1];
    uint32_t count = context->index.count;
    double *first = px_arena_array(&context->scratch, double, count);
    double *second = px_arena_array(&context->scratch, double, count);
    if (first == NULL || second == NULL)
        return px_no_memory(error);
    for (uint32_t p = 0; p < context->paragraphs[a].count; p += PASSAGE) {
        weigh(context, a, p, first);
        for (uint32_t q = 0; q < context->paragraphs[b].count; q += PASSAGE) {
            double *likeness = px_vector_push(&sample->likeness, &sample->arena);
            if (likeness == NULL)
                return px_no_memory(error);
            weigh(context, b, q, second);
            *likeness = px_compare_cosine(first, second, count);
        }
    }
    sample->pairs++;
    return PX_OK;
}

enum px_status px_null_add(struct px_null_sample *sample, const struct px_article *const articles[2],
                           const struct px_worker *worker, struct px_error *error)
{
    static enum px_status (*const STEPS[])(struct px_compare_context * context, struct px_error * error) = {
        px_compare_link, px_compare_index, px_compare_shared, px_compare_paragraphs, px_compare_user_topics};
    const struct px_compare_options options = {.seed = 1};
    struct px_comparison comparison;
    struct px_compare_context context = {.options = &options, .worker = worker};
    enum px_status status = px_compare_open(&context, articles, 2, &comparison, error);
    for (size_t i = 0; status == PX_OK && i < sizeof STEPS / sizeof *STEPS; i++)
        status = STEPS[i](&context, error);
    if (status == PX_OK)
        status = px_compare_sample(&context, sample, error);
    if (status == PX_OK)
        status = add_likeness(&context, sample, error);
    px_arena_release(&context.scratch);
    px_comparison_release(&comparison);
    return status;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile(double *values, size_t count, double share)
{
    qsort(values, count, sizeof *values, by_value);
    return values[(size_t)((double)(count - 1) * share)];
}

enum px_status px_null_measure(struct px_null_sample *sample, struct px_compare_null *null, struct px_error *error)
{
    if (sample->pairs < FEWEST_PAIRS || sample->evidence.count == 0 || sample->likeness.count == 0)
        return px_error_set(error, PX_ERROR_INPUT, "too little to measure: %zu pairs of articles on different events",
                            sample->pairs);
    *null = px_null_built_in();
    null->evidence = quantile(sample->evidence.items, sample->evidence.count, .98);
    null->rest = quantile(sample->rest.items, sample->rest.count, .99);
    null->unlike = quantile(sample->likeness.items, sample->likeness.count, .99);
    return PX_OK;
}

void px_null_sample_release(struct px_null_sample *sample)
{
    px_arena_release(&sample->arena);
    *sample = (struct px_null_sample){0};
}
