/* Runs that go on with each other in all articles that have them: what word by word was two, for a hyphen, is one text. */
#include <stdlib.h>

#include "align/align.h"

enum { GAP_MOST = 60 /* bytes between two that are one */ };

/* Does `next` go on where `run` ends, in all articles that have them, but for a word that they part in another way:
 * "tax filing", "tax-filing"? */
static bool is_one(const struct px_compare_context *context, const struct px_shared *run, const struct px_shared *next)
{
    struct px_slice first = {0};
    for (size_t i = 0; i < context->count; i++) {
        size_t a = context->order[i];
        if (run->spans[a].count != next->spans[a].count || run->spans[a].count > 1)
            return false;
        if (run->spans[a].count == 0)
            continue;
        uint32_t from = run->spans[a].items[0].end, until = next->spans[a].items[0].start;
        if (until <= from || until - from > GAP_MOST)
            return false;
        struct px_slice gap = px_slice_part(context->articles[a]->text, from, until);
        if (px_slice_find(gap, PX_SLICE("\n"), 0) != SIZE_MAX ||
            (first.data != NULL && !px_compare_same_letters(first, gap)))
            return false;
        first = gap;
    }
    return true;
}

/* Where a run begins in an article in which it stands once. */
struct beginning {
    uint32_t start;
    uint32_t run;
};

struct beginnings {
    struct beginning *items;
    size_t count;
};

static int by_start(const void *left, const void *right)
{
    return px_compare_order(((const struct beginning *)left)->start, ((const struct beginning *)right)->start);
}

/* The beginnings of all runs, by article; NULL when memory is out. */
static struct beginnings *find_beginnings(struct px_compare_context *context)
{
    const struct px_comparison *comparison = context->comparison;
    struct beginnings *all = px_arena_array(&context->scratch, struct beginnings, context->count);
    for (size_t a = 0; all != NULL && a < context->count; a++) {
        all[a].items = px_arena_array(&context->scratch, struct beginning, comparison->shared.count + 1);
        if (all[a].items == NULL)
            return NULL;
        for (uint32_t i = 0; i < comparison->shared.count; i++)
            if (comparison->shared.items[i].spans[a].count == 1)
                all[a].items[all[a].count++] =
                    (struct beginning){comparison->shared.items[i].spans[a].items[0].start, i};
        qsort(all[a].items, all[a].count, sizeof *all[a].items, by_start);
    }
    return all;
}

/* The first run with words left that goes on where the run ends, or PX_NONE. */
static uint32_t find_next(const struct px_compare_context *context, const struct beginnings *all, uint32_t run)
{
    const struct px_shared *runs = context->comparison->shared.items;
    uint32_t next = PX_NONE;
    size_t a = 0;
    while (a < context->count && runs[run].spans[a].count != 1)
        a++;
    if (a == context->count)
        return PX_NONE;
    uint32_t end = runs[run].spans[a].items[0].end;
    for (size_t i = px_vector_from(&all[a], start, end + 1);
         i < all[a].count && all[a].items[i].start <= end + GAP_MOST; i++) {
        uint32_t other = all[a].items[i].run;
        if (other != run && other < next && runs[other].words > 0 && is_one(context, &runs[run], &runs[other]))
            next = other;
    }
    return next;
}

bool px_compare_shared_join(struct px_compare_context *context)
{
    struct px_comparison *comparison = context->comparison;
    struct px_shared *runs = comparison->shared.items;
    const struct beginnings *all = find_beginnings(context);
    size_t left = 0;
    for (uint32_t i = 0; all != NULL && i < comparison->shared.count; i++)
        for (uint32_t j; runs[i].words > 0 && (j = find_next(context, all, i)) != PX_NONE; runs[j].words = 0)
            for (size_t a = 0; a < context->count; a++)
                for (size_t s = 0; s < runs[i].spans[a].count; s++)
                    runs[i].spans[a].items[s].end = runs[j].spans[a].items[s].end;
    for (size_t i = 0; all != NULL && i < comparison->shared.count; i++)
        if (runs[i].words > 0)
            runs[left++] = runs[i];
    comparison->shared.count = all == NULL ? comparison->shared.count : left;
    return all != NULL;
}
