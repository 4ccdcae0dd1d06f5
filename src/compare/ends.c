/* The ends of a section that the other articles do not touch: a section under a heading stands or falls as one when
 * topics are made, yet often goes on to things that only it tells. */
#include "compare/internal.h"

/* Marks the paragraphs that an edge joins to another of their topic: `joined[article][paragraph]`. */
static void mark_joined(const struct px_compare_context *context, uint32_t *const *topics, bool **joined)
{
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        uint32_t a = edge->article[0], b = edge->article[1];
        uint32_t p = context->paragraphs[a].of[edge->block[0]], q = context->paragraphs[b].of[edge->block[1]];
        if (edge->above_null && topics[a][p] == topics[b][q])
            joined[a][p] = joined[b][q] = true;
    }
}

static void leave(const struct px_paragraphs *paragraphs, uint32_t from, uint32_t end, uint32_t least, uint32_t none,
                  uint32_t *topics)
{
    uint32_t words = 0;
    for (uint32_t p = from; p < end; p++)
        words += paragraphs->words[p];
    for (uint32_t p = from; words >= least && p < end; p++)
        topics[p] = none;
}

/* NOLINTNEXTLINE(readability-function-size): more parameters than six */
enum px_status px_compare_loosen_ends(struct px_compare_context *context, const struct px_unit *units, size_t count,
                                      uint32_t words, uint32_t shared, uint32_t none, uint32_t **topics,
                                      struct px_error *error)
{
    bool **joined = px_arena_array(&context->scratch, bool *, context->count);
    for (size_t a = 0; joined != NULL && a < context->count; a++)
        if ((joined[a] = px_arena_array(&context->scratch, bool, context->paragraphs[a].count)) == NULL)
            return px_compare_no_memory(error);
    if (joined == NULL)
        return px_compare_no_memory(error);
    mark_joined(context, topics, joined);
    for (size_t u = 0; u < count; u++) {
        uint32_t a = units[u].article, first = units[u].first, end = first + units[u].count, last = end;
        if (topics[a][first] >= shared)
            continue;
        while (first < end && !joined[a][first])
            first++;
        while (last > first && !joined[a][last - 1])
            last--;
        if (first == end) /* held by its neighbours alone: there is no end to tell from the rest */
            continue;
        leave(&context->paragraphs[a], units[u].first, first, words, none, topics[a]);
        leave(&context->paragraphs[a], last, end, words, none, topics[a]);
    }
    return PX_OK;
}
