/* What leaves a topic again since hardly any paragraph of another article there can tell the same (told.c): it came along
 * with others that do. A topic that is not sure stays as it is: all of it is told to be so. */
#include "align/topic_plan.h"

#include <math.h>
#include <string.h>

/* Of 16 paragraphs below it in the sure topics of 40 pairs of articles, readers found a counterpart in the topic for five, a
 * clear one for two. */
#define WEAK 0.45

struct weak {
    const struct px_compare_context *context;
    struct px_topic_plan *plan;
    double **most; /* [articles][paragraphs] how likely it tells the same as its best counterpart in the topic does */
    double *told;  /* [topics] how likely its surest pair does */
};

/* The topic of several articles that the paragraph stands in; PX_NONE for another. */
static uint32_t topic_of(const struct weak *weak, size_t a, uint32_t p)
{
    uint32_t number = weak->plan->topics[a][p];
    return number < weak->plan->shared ? number : PX_NONE;
}

static void weigh(const struct weak *weak)
{
    const struct px_compare_context *context = weak->context;
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t p = 0; p < context->paragraphs[a].count; p++)
            weak->most[a][p] = 0;
    memset(weak->told, 0, weak->plan->shared * sizeof *weak->told);
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        uint32_t p = px_edge_paragraph(context, edge, 0), q = px_edge_paragraph(context, edge, 1);
        uint32_t number = topic_of(weak, edge->article[0], p);
        if (number == PX_NONE || topic_of(weak, edge->article[1], q) != number)
            continue;
        weak->most[edge->article[0]][p] = fmax(weak->most[edge->article[0]][p], edge->told);
        weak->most[edge->article[1]][q] = fmax(weak->most[edge->article[1]][q], edge->told);
        weak->told[number] = fmax(weak->told[number], edge->told);
    }
}

/* What leaves takes no likelier pair from any other: one pass will do, whatever the articles' order. */
static void drop(const struct weak *weak)
{
    for (size_t a = 0; a < weak->context->count; a++)
        for (uint32_t p = 0; p < weak->context->paragraphs[a].count; p++) {
            uint32_t number = topic_of(weak, a, p);
            if (number != PX_NONE && weak->told[number] >= PX_TOPIC_TOLD && weak->most[a][p] < WEAK)
                weak->plan->topics[a][p] = PX_UNASSIGNED;
        }
}

enum px_status px_topic_plan_drop_weak(struct px_compare_context *context, struct px_topic_plan *plan,
                                       struct px_error *error)
{
    struct weak weak = {context, plan, px_arena_array(&context->scratch, double *, context->count),
                        px_arena_array(&context->scratch, double, plan->shared + 1)};
    bool ready = weak.most != NULL && weak.told != NULL;
    for (size_t a = 0; ready && a < context->count; a++) {
        weak.most[a] = px_arena_array(&context->scratch, double, context->paragraphs[a].count);
        ready = weak.most[a] != NULL;
    }
    if (!ready)
        return px_no_memory(error);
    weigh(&weak);
    drop(&weak);
    return PX_OK;
}
