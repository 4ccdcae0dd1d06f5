/* Topics and themes: what both articles tell, or have sections on, and what only one does. Every paragraph stands in
 * exactly one of each (topic_plan.c, topic_rest.c); here they are filled with what is known of them, and put in order. */
#include "align/topic_plan.h"

#include <stdlib.h>

static enum px_status fill_article(struct px_compare_context *context, const struct px_topic_plan *plan,
                                   uint32_t number, struct px_topic *topic, size_t a, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    double position = 0;
    uint32_t members = 0, last = PX_NONE;
    topic->first_sentence[a] = PX_NONE;
    for (uint32_t p = 0; p < paragraphs->count; p++) {
        if (plan->topics[a][p] != number)
            continue;
        const struct px_block *block = &article->blocks.items[paragraphs->blocks[p]];
        struct px_spans *spans = &topic->spans[a];
        struct px_span *span = last != PX_NONE && last + 1 == p ? &spans->items[spans->count - 1]
                                                                : px_vector_push(spans, &context->comparison->arena);
        if (span == NULL)
            return px_no_memory(error);
        if (last == PX_NONE || last + 1 != p)
            span->start = block->start;
        span->end = block->end;
        topic->first_sentence[a] = members == 0 ? block->first_sentence : topic->first_sentence[a];
        topic->words[a] += paragraphs->words[p];
        position += (p + 0.5) / paragraphs->count;
        members++;
        last = p;
    }
    topic->position += members > 0 ? position / members : 0;
    return PX_OK;
}

/* Cosine of the passages, the mean over pairs of articles. `weights` is room for two texts. */
static double similarity(const struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number,
                         const struct px_topic *topic, double *weights)
{
    double sum = 0, pairs = 0, *other = weights + context->index.count;
    for (size_t i = 0; i < context->count; i++)
        for (size_t j = i + 1; j < context->count; j++) {
            size_t a = context->order[i], b = context->order[j];
            if (topic->spans[a].count == 0 || topic->spans[b].count == 0)
                continue;
            px_topic_plan_weigh(context, plan, number, a, weights);
            px_topic_plan_weigh(context, plan, number, b, other);
            sum += px_compare_cosine(weights, other, context->index.count);
            pairs++;
        }
    return pairs > 0 ? sum / pairs : 0;
}

static enum px_status fill(struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number,
                           double *weights, struct px_topics *topics, struct px_error *error)
{
    struct px_topic *topic = px_vector_push(topics, &context->comparison->arena);
    double covering = 0;
    if (topic == NULL)
        return px_no_memory(error);
    enum px_status status = PX_OK;
    topic->spans = px_compare_each(context, struct px_spans);
    topic->words = px_compare_each(context, uint32_t);
    topic->first_sentence = px_compare_each(context, uint32_t);
    if (topic->spans == NULL || topic->words == NULL || topic->first_sentence == NULL)
        return px_no_memory(error);
    topic->only = PX_NONE;
    for (size_t i = 0; status == PX_OK && i < context->count; i++) {
        size_t a = context->order[i];
        status = fill_article(context, plan, number, topic, a, error);
        if (topic->spans[a].count > 0) {
            topic->only = covering == 0 ? (uint32_t)a : PX_NONE;
            covering++;
        }
    }
    topic->position /= covering;
    topic->similarity = similarity(context, plan, number, topic, weights);
    return status == PX_OK && plan->told ? px_compare_title_topic(context, plan->topics, number, topic, error) : status;
}

/* Every article has left it. */
static bool is_empty(const struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number)
{
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t p = 0; p < context->paragraphs[a].count; p++)
            if (plan->topics[a][p] == number)
                return false;
    return true;
}

/* Shared topics by their mean position, then what only the first article covers, the second ... by position. */
static int by_place(const void *a, const void *b)
{
    const struct px_topic *x = a, *y = b;
    uint32_t group_x = x->only + 1, group_y = y->only + 1; /* PX_NONE + 1 is 0 */
    if (group_x != group_y)
        return group_x < group_y ? -1 : 1;
    return x->position != y->position ? (x->position < y->position ? -1 : 1) : 0;
}

/* `weights` is room for two texts. */
static enum px_status find(struct px_compare_context *context, bool told, double *weights, struct px_topics *topics,
                           struct px_error *error)
{
    struct px_topic_plan plan = {.told = told};
    enum px_status status = px_topic_plan_share(context, &plan, weights, error);
    if (status == PX_OK && told)
        status = px_topic_plan_drop_weak(context, &plan, error);
    else if (status == PX_OK)
        px_topic_plan_trim(context, &plan);
    for (size_t i = 0; status == PX_OK && i < context->count; i++)
        px_topic_plan_rest(context, &plan, context->order[i]);
    for (uint32_t number = 0; status == PX_OK && number < plan.count; number++)
        status = is_empty(context, &plan, number) ? PX_OK : fill(context, &plan, number, weights, topics, error);
    if (status == PX_OK && topics->count > 1)
        qsort(topics->items, topics->count, sizeof *topics->items, by_place);
    return status;
}

enum px_status px_compare_topics(struct px_compare_context *context, struct px_error *error)
{
    double *weights = px_arena_array(&context->scratch, double, 2 * (size_t)context->index.count);
    enum px_status status = weights == NULL ? px_no_memory(error) : PX_OK;
    if (status == PX_OK)
        status = find(context, true, weights, &context->comparison->topics, error);
    return status == PX_OK ? find(context, false, weights, &context->comparison->themes, error) : status;
}
