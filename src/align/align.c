/* Which paragraphs of two articles tell the same: every pair of paragraphs gets a score, and those that beat what
 * unrelated articles reach become the edges that themes are made of.
 *
 *     z(BM25) + z(Σ over shared referents ln((nₐ+1)/fₐ) ln((n_b+1)/f_b)) + z(shared entities of few paragraphs, organs of
 *     a state left out)
 *
 * where n are an article's paragraphs, f those that name the referent, and z is taken over all pairs of the two
 * articles (Robertson & Zaragoza 2009 for BM25, both ways, idf over the paragraphs of the two). Entities, things that go
 * by several names, and shared runs of words are referents. */
#include "align/align.h"

#include <math.h>
#include <stdlib.h>

#define BM25_K 1.2
#define BM25_B 0.75
enum { FEW = 5 };

#define REFERENT_WEIGHT 3.0
#define USER_TOPIC_Z 2.0 /* what paragraphs of one topic of the user's bring along */
#define USER_TOPIC_EVIDENCE 1.0

/* Scores of paragraphs (rows: article a, columns: article b). */
struct grid {
    const struct px_paragraphs *a;
    const struct px_paragraphs *b;
    uint32_t entities; /* keys of referents below it are entities */
    const struct px_compare_context *context;
    size_t cells;
    double *words;
    double *referents;
    double *few;
    double *most_word; /* what the strongest shared word and referent add */
    double *most_referent;
    double *z;
};

static double mean_length(const struct px_paragraphs *paragraphs)
{
    double sum = 0;
    for (uint32_t p = 0; p < paragraphs->count; p++)
        sum += paragraphs->lengths[p];
    return paragraphs->count > 0 && sum > 0 ? sum / paragraphs->count : 1;
}

static size_t end_of(const struct px_posting *items, size_t count, size_t from)
{
    size_t end = from;
    while (end < count && items[end].key == items[from].key)
        end++;
    return end;
}

static double saturated(const struct px_posting *posting, const struct px_paragraphs *paragraphs, double mean)
{
    double length = paragraphs->lengths[posting->paragraph] / mean;
    return posting->times * (BM25_K + 1) / (posting->times + BM25_K * (1 - BM25_B + BM25_B * length));
}

/* BM25 of each paragraph as a query to the other's, both ways added up. */
static void score_words(struct grid *grid)
{
    const struct px_paragraphs *a = grid->a, *b = grid->b;
    double mean_a = mean_length(a), mean_b = mean_length(b), all = a->count + b->count;
    for (size_t i = 0, j = 0; i < a->terms.count && j < b->terms.count;) {
        size_t i_end = end_of(a->terms.items, a->terms.count, i), j_end = end_of(b->terms.items, b->terms.count, j);
        uint32_t key_a = a->terms.items[i].key, key_b = b->terms.items[j].key;
        double idf = log((all + 1) / ((double)(i_end - i + j_end - j) + 0.5));
        for (size_t x = i; key_a == key_b && x < i_end; x++) {
            double value = saturated(&a->terms.items[x], a, mean_a);
            for (size_t y = j; y < j_end; y++) {
                size_t cell = (size_t)a->terms.items[x].paragraph * b->count + b->terms.items[y].paragraph;
                double part = idf * (value + saturated(&b->terms.items[y], b, mean_b));
                grid->words[cell] += part;
                grid->most_word[cell] = fmax(grid->most_word[cell], part);
            }
        }
        i = key_a <= key_b ? i_end : i;
        j = key_b <= key_a ? j_end : j;
    }
}

/* Organs of a state stand in much of the news of it: that two paragraphs name one says little. */
static bool is_telling(const struct grid *grid, uint32_t link)
{
    const struct px_link *item = &grid->context->links.items[link];
    for (size_t i = 0; i < grid->context->count; i++) {
        if (item->entities[i] == PX_NONE)
            continue;
        if (grid->context->articles[i]->entities.items[item->entities[i]].organ)
            return false;
    }
    return true;
}

static void score_referents(struct grid *grid)
{
    const struct px_paragraphs *a = grid->a, *b = grid->b;
    for (size_t i = 0, j = 0; i < a->referents.count && j < b->referents.count;) {
        const struct px_posting *p = a->referents.items, *q = b->referents.items;
        size_t i_end = end_of(p, a->referents.count, i), j_end = end_of(q, b->referents.count, j);
        uint32_t key_a = p[i].key, key_b = q[j].key;
        double weight = log((a->count + 1.0) / (double)(i_end - i)) * log((b->count + 1.0) / (double)(j_end - j));
        bool few = key_a < grid->entities && is_telling(grid, key_a) && i_end - i <= FEW && j_end - j <= FEW;
        for (size_t x = i; key_a == key_b && x < i_end; x++)
            for (size_t y = j; y < j_end; y++) {
                size_t cell = (size_t)p[x].paragraph * b->count + q[y].paragraph;
                grid->referents[cell] += weight;
                grid->most_referent[cell] = fmax(grid->most_referent[cell], weight);
                grid->few[cell] += few;
            }
        i = key_a <= key_b ? i_end : i;
        j = key_b <= key_a ? j_end : j;
    }
}

/* Adds z of `values` to `sum`. */
static void add_z(const double *values, size_t count, double *sum)
{
    double mean = 0, square = 0;
    for (size_t i = 0; i < count; i++)
        mean += values[i] / (double)count;
    for (size_t i = 0; i < count; i++)
        square += (values[i] - mean) * (values[i] - mean) / (double)count;
    for (size_t i = 0; i < count && square > 0; i++)
        sum[i] += (values[i] - mean) / sqrt(square);
}

static enum px_status make_grid(struct px_arena *arena, struct grid *grid, struct px_error *error)
{
    grid->cells = (size_t)grid->a->count * grid->b->count;
    grid->z = px_arena_array(arena, double, grid->cells);
    grid->words = px_arena_array(arena, double, grid->cells);
    grid->referents = px_arena_array(arena, double, grid->cells);
    grid->few = px_arena_array(arena, double, grid->cells);
    grid->most_word = px_arena_array(arena, double, grid->cells);
    grid->most_referent = px_arena_array(arena, double, grid->cells);
    return grid->z == NULL || grid->words == NULL || grid->referents == NULL || grid->few == NULL ||
                   grid->most_word == NULL || grid->most_referent == NULL
               ? px_no_memory(error)
               : PX_OK;
}

static double evidence(const struct grid *grid, double words, double referents)
{
    double a = grid->a->count, b = grid->b->count;
    return words / log(a + b + 1) + REFERENT_WEIGHT * referents / (log(a + 1) * log(b + 1));
}

static bool same_user_topic(const struct grid *grid, size_t cell)
{
    uint32_t topic = grid->a->user_topic[cell / grid->b->count];
    return topic != PX_NONE && topic == grid->b->user_topic[cell % grid->b->count];
}

static void add_user_topics(struct grid *grid)
{
    for (size_t cell = 0; cell < grid->cells; cell++)
        grid->z[cell] += same_user_topic(grid, cell) ? USER_TOPIC_Z : 0;
}

static enum px_status add_edge(struct px_compare_context *context, const struct grid *grid, size_t cell,
                               const size_t ends[2], struct px_error *error)
{
    const struct px_compare_null null = px_compare_null_of(context);
    double z = grid->z[cell];
    struct px_edge *edge = px_vector_push(&context->comparison->edges, &context->comparison->arena);
    bool *firm = px_vector_push(&context->firm, &context->scratch);
    if (edge == NULL || firm == NULL)
        return px_no_memory(error);
    bool turned = ends[0] > ends[1];
    edge->article[turned] = (uint32_t)ends[0];
    edge->article[!turned] = (uint32_t)ends[1];
    edge->block[turned] = grid->a->blocks[cell / grid->b->count];
    edge->block[!turned] = grid->b->blocks[cell % grid->b->count];
    edge->score = 1 / (1 + exp(-z / 4));
    edge->above_null = z > null.z && evidence(grid, grid->words[cell], grid->referents[cell]) +
                                             (same_user_topic(grid, cell) ? USER_TOPIC_EVIDENCE : 0) >
                                         null.evidence;
    *firm = edge->above_null && evidence(grid, grid->words[cell] - grid->most_word[cell],
                                         grid->referents[cell] - grid->most_referent[cell]) > null.rest;
    return PX_OK;
}

static void fill_grid(struct grid *grid)
{
    score_words(grid);
    score_referents(grid);
    add_z(grid->words, grid->cells, grid->z);
    add_z(grid->referents, grid->cells, grid->z);
    add_z(grid->few, grid->cells, grid->z);
    add_user_topics(grid);
}

enum px_status px_compare_sample(struct px_compare_context *context, struct px_null_sample *sample,
                                 struct px_error *error)
{
    struct grid grid = {.a = &context->paragraphs[context->order[0]],
                        .b = &context->paragraphs[context->order[1]],
                        .entities = (uint32_t)context->links.count,
                        .context = context};
    enum px_status status = make_grid(&context->scratch, &grid, error);
    if (status == PX_OK)
        fill_grid(&grid);
    for (size_t cell = 0; status == PX_OK && cell < grid.cells; cell++) {
        double *all = px_vector_push(&sample->evidence, &sample->arena);
        double *rest = px_vector_push(&sample->rest, &sample->arena);
        if (all == NULL || rest == NULL)
            return px_no_memory(error);
        *all = evidence(&grid, grid.words[cell], grid.referents[cell]);
        *rest =
            evidence(&grid, grid.words[cell] - grid.most_word[cell], grid.referents[cell] - grid.most_referent[cell]);
    }
    return status;
}

/* Edges of articles a and b, which stand in the canonical order. A pair that shares nothing has no score. */
static enum px_status align(struct px_compare_context *context, size_t a, size_t b, struct px_error *error)
{
    struct grid grid = {.a = &context->paragraphs[a],
                        .b = &context->paragraphs[b],
                        .entities = (uint32_t)context->links.count,
                        .context = context};
    struct px_arena arena = {0};
    enum px_status status = make_grid(&arena, &grid, error);
    if (status == PX_OK)
        fill_grid(&grid);
    for (size_t cell = 0; status == PX_OK && cell < grid.cells; cell++)
        if (grid.words[cell] + grid.referents[cell] > 0)
            status = add_edge(context, &grid, cell, (size_t[]){a, b}, error);
    px_arena_release(&arena);
    return status;
}

/* Best first. Edges were made in an order that does not depend on how the articles were given, and keep it on a tie. */
static enum px_status sort(struct px_compare_context *context, struct px_error *error);

enum px_status px_compare_edges(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; i < context->count; i++)
        for (size_t j = i + 1; status == PX_OK && j < context->count; j++)
            status = align(context, context->order[i], context->order[j], error);
    return status == PX_OK ? sort(context, error) : status;
}

struct ranked {
    double score;
    size_t at;
};

static int by_score(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

static enum px_status sort(struct px_compare_context *context, struct px_error *error)
{
    struct px_edge *edges = context->comparison->edges.items;
    size_t count = context->comparison->edges.count;
    struct ranked *ranked = px_arena_array(&context->scratch, struct ranked, count);
    struct px_edge *copy = px_arena_array(&context->scratch, struct px_edge, count);
    bool *firm = px_arena_array(&context->scratch, bool, count);
    if (ranked == NULL || copy == NULL || firm == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        ranked[i] = (struct ranked){edges[i].score, i};
        copy[i] = edges[i];
        firm[i] = context->firm.items[i];
    }
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, by_score);
    for (size_t i = 0; i < count; i++) {
        edges[i] = copy[ranked[i].at];
        context->firm.items[i] = firm[ranked[i].at];
    }
    return PX_OK;
}
