/* Near-duplicates by shared runs of five words. */

#include "tuning/passage.h"

enum { RUN = 5, COMPARED = 50 };

/* The passages in which a run stands, the first COMPARED of them, chained. */
struct stand {
    uint32_t passage;
    uint32_t next; /* PX_NONE at the end */
};

struct grouping {
    struct px_passages *passages;
    struct px_arena arena;
    struct px_table runs;
    PX_VECTOR(uint32_t) heads; /* by run: its last stand */
    PX_VECTOR(uint32_t) sizes; /* by run: its stands */
    PX_VECTOR(struct stand) stands;
    uint32_t *run_counts; /* by passage: its different runs */
    uint32_t *shared;     /* by passage: runs shared with the one at hand */
    uint32_t *touched;    /* the passages that share any */
    size_t touched_count;
    uint32_t *parents;
};

static uint32_t root_of(uint32_t *parents, uint32_t at)
{
    while (parents[at] != at) {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    return at;
}

/* The smaller root wins, so that groups do not depend on the order of the finds. */
static void join(uint32_t *parents, uint32_t a, uint32_t b)
{
    a = root_of(parents, a);
    b = root_of(parents, b);
    parents[a < b ? b : a] = a < b ? a : b;
}

/* Counts the run for all who have it, and adds this passage to them. */
static bool meet_run(struct grouping *g, uint32_t passage, struct px_slice run)
{
    bool added;
    uint32_t id = px_table_add(&g->runs, run, &added);
    if (id == PX_NONE)
        return false;
    if (added) {
        uint32_t *head = px_vector_push(&g->heads, &g->arena);
        uint32_t *size = px_vector_push(&g->sizes, &g->arena);
        if (head == NULL || size == NULL)
            return false;
        *head = PX_NONE;
    }
    if (g->heads.items[id] != PX_NONE && g->stands.items[g->heads.items[id]].passage == passage)
        return true; /* the same run again */
    g->run_counts[passage]++;
    for (uint32_t at = g->heads.items[id]; at != PX_NONE; at = g->stands.items[at].next)
        if (g->shared[g->stands.items[at].passage]++ == 0)
            g->touched[g->touched_count++] = g->stands.items[at].passage;
    if (g->sizes.items[id] == COMPARED)
        return true;
    struct stand *stand = px_vector_push(&g->stands, &g->arena);
    if (stand == NULL)
        return false;
    *stand = (struct stand){passage, g->heads.items[id]};
    g->heads.items[id] = (uint32_t)(g->stands.count - 1);
    g->sizes.items[id]++;
    return true;
}

/* Every run of RUN words; a shorter text is one run. */
static bool meet_runs(struct grouping *g, uint32_t passage)
{
    const struct px_tokens *tokens = &g->passages->items.items[passage].article.tokens;
    uint32_t window[RUN] = {0};
    size_t size = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        if (!px_token_is_word(&tokens->items[i]))
            continue;
        if (size == RUN)
            memmove(window, window + 1, sizeof window - sizeof *window);
        window[size < RUN ? size++ : RUN - 1] = tokens->items[i].form;
        if (size == RUN && !meet_run(g, passage, (struct px_slice){(const char *)window, sizeof window}))
            return false;
    }
    return size == RUN || meet_run(g, passage, (struct px_slice){(const char *)window, size * sizeof *window});
}

static bool group_one(struct grouping *g, uint32_t passage)
{
    g->touched_count = 0;
    if (!meet_runs(g, passage))
        return false;
    for (size_t i = 0; i < g->touched_count; i++) {
        uint32_t other = g->touched[i];
        uint32_t least = g->run_counts[other] < g->run_counts[passage] ? g->run_counts[other] : g->run_counts[passage];
        if (5 * g->shared[other] >= 2 * least)
            join(g->parents, passage, other);
        g->shared[other] = 0;
    }
    return true;
}

static void number_groups(struct grouping *g)
{
    uint32_t next = 0;
    for (uint32_t i = 0; i < g->passages->items.count; i++) {
        uint32_t root = root_of(g->parents, i);
        g->passages->items.items[i].group = root == i ? next++ : g->passages->items.items[root].group;
    }
    g->passages->groups = next;
}

enum px_status px_passages_group(struct px_passages *passages, struct px_error *error)
{
    struct grouping g = {.passages = passages};
    size_t count = passages->items.count;
    g.run_counts = px_arena_array(&g.arena, uint32_t, count + 1);
    g.shared = px_arena_array(&g.arena, uint32_t, count + 1);
    g.touched = px_arena_array(&g.arena, uint32_t, count + 1);
    g.parents = px_arena_array(&g.arena, uint32_t, count + 1);
    bool fine = g.run_counts != NULL && g.shared != NULL && g.touched != NULL && g.parents != NULL;
    for (uint32_t i = 0; fine && i < count; i++) {
        g.parents[i] = i;
        fine = group_one(&g, i);
    }
    if (fine)
        number_groups(&g);
    px_table_release(&g.runs);
    px_arena_release(&g.arena);
    return fine ? PX_OK : px_no_memory(error);
}
