#include <math.h>
#include <stdlib.h>

#include "base/vector.h"
#include "model/decimal.h"
#include "model/samples.h"

enum { BINS = 64 };

struct bin {
    double slope;     /* sum of first derivatives of the loss */
    double curvature; /* and of second ones */
    uint32_t rows;
};

struct split {
    double gain;
    uint32_t column;
    uint32_t bin; /* values up to this bin go below */
};

/* A leaf of the tree that grows: rows [start, end) of the order. */
struct leaf {
    size_t start;
    size_t end;
    struct bin *bins; /* columns times BINS */
    struct bin all;
    struct split best;
    size_t parent; /* its node, and on which side */
    bool below;
};

struct boost {
    const struct px_samples *samples;
    const struct px_trees_options *options;
    size_t columns;
    uint8_t *binned;      /* row by row */
    float (*edges)[BINS]; /* by column: the greatest value of a bin, as a limit */
    uint32_t *edge_counts;
    uint32_t *rows; /* those that count, in the order of leaves */
    uint32_t *spare;
    size_t row_count;
    double *scores; /* by row */
    double *slopes;
    double *curvatures;
    struct leaf *leaves;
    struct bin *bins; /* room for those of every leaf */
    size_t leaf_count;
    struct px_arena *arena;
    PX_VECTOR(struct px_tree_node) nodes;
    PX_VECTOR(uint32_t) roots;
    PX_VECTOR(int32_t) values;
};

/* -------------------------------------------------------------------------------------------------- values to bins */

static int compare_values(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* Limits between bins of about as many rows each; a value of many rows has a bin of its own. */
static void find_edges(struct boost *boost, size_t column, float *sorted)
{
    size_t count = boost->row_count, edges = 0;
    for (size_t i = 0; i < count; i++)
        sorted[i] = boost->samples->values[boost->rows[i] * boost->columns + column];
    qsort(sorted, count, sizeof *sorted, compare_values);
    size_t distinct = 1;
    for (size_t i = 1; i < count; i++)
        distinct += sorted[i] > sorted[i - 1];
    size_t least = distinct <= BINS ? 1 : count / (BINS - 1) + 1, size = 0;
    for (size_t i = 0; i + 1 < count && edges < BINS - 1; i++) {
        size++;
        if (sorted[i + 1] > sorted[i] && size >= least) {
            edges += px_decimal_between(sorted[i], sorted[i + 1], &boost->edges[column][edges]);
            size = 0;
        }
    }
    boost->edge_counts[column] = (uint32_t)edges;
}

static uint8_t find_bin(const float *edges, uint32_t count, float value)
{
    uint32_t low = 0, high = count; /* the first edge that the value does not pass */
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (value <= edges[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return (uint8_t)low;
}

static bool fill_bins(struct boost *boost)
{
    float *sorted = malloc((boost->row_count + 1) * sizeof *sorted);
    if (sorted == NULL)
        return false;
    for (size_t column = 0; column < boost->columns; column++) {
        find_edges(boost, column, sorted);
        for (size_t i = 0; i < boost->row_count; i++) {
            size_t at = boost->rows[i] * boost->columns + column;
            boost->binned[at] = find_bin(boost->edges[column], boost->edge_counts[column], boost->samples->values[at]);
        }
    }
    free(sorted);
    return true;
}

/* ------------------------------------------------------------------------------------------------- growing a tree */

static void count_bins(const struct boost *boost, struct leaf *leaf)
{
    memset(leaf->bins, 0, boost->columns * BINS * sizeof *leaf->bins);
    for (size_t i = leaf->start; i < leaf->end; i++) {
        uint32_t row = boost->rows[i];
        const uint8_t *binned = boost->binned + (size_t)row * boost->columns;
        for (size_t column = 0; column < boost->columns; column++) {
            struct bin *bin = &leaf->bins[column * BINS + binned[column]];
            bin->slope += boost->slopes[row];
            bin->curvature += boost->curvatures[row];
            bin->rows++;
        }
    }
}

static void sum_leaf(const struct boost *boost, struct leaf *leaf)
{
    leaf->all = (struct bin){0};
    for (size_t i = leaf->start; i < leaf->end; i++) {
        leaf->all.slope += boost->slopes[boost->rows[i]];
        leaf->all.curvature += boost->curvatures[boost->rows[i]];
    }
    leaf->all.rows = (uint32_t)(leaf->end - leaf->start);
}

static double worth(const struct boost *boost, const struct bin *bin)
{
    return bin->slope * bin->slope / (bin->curvature + boost->options->penalty);
}

/* gain = G_l^2 / (H_l + penalty) + G_r^2 / (H_r + penalty) - G^2 / (H + penalty) */
static void find_split(const struct boost *boost, struct leaf *leaf)
{
    double whole = worth(boost, &leaf->all);
    leaf->best = (struct split){0};
    for (uint32_t column = 0; column < boost->columns; column++) {
        struct bin below = {0};
        for (uint32_t b = 0; b < boost->edge_counts[column]; b++) {
            const struct bin *bin = &leaf->bins[column * BINS + b];
            below.slope += bin->slope;
            below.curvature += bin->curvature;
            below.rows += bin->rows;
            struct bin above = {leaf->all.slope - below.slope, leaf->all.curvature - below.curvature,
                                leaf->all.rows - below.rows};
            if (below.rows < boost->options->least_rows || above.rows < boost->options->least_rows)
                continue;
            double gain = worth(boost, &below) + worth(boost, &above) - whole;
            if (gain > leaf->best.gain + 1e-9)
                leaf->best = (struct split){gain, column, b};
        }
    }
}

/* Parts the leaf's rows, each side in its old order; where the rows above begin. */
static size_t part_rows(struct boost *boost, const struct leaf *leaf)
{
    size_t below = leaf->start, above = 0;
    for (size_t i = leaf->start; i < leaf->end; i++) {
        uint32_t row = boost->rows[i];
        if (boost->binned[(size_t)row * boost->columns + leaf->best.column] <= leaf->best.bin)
            boost->rows[below++] = row;
        else
            boost->spare[above++] = row;
    }
    memcpy(boost->rows + below, boost->spare, above * sizeof *boost->spare);
    return below;
}

/* The smaller side is counted, the other is what remains of the parent's bins. */
static void count_sides(const struct boost *boost, struct leaf *kept, struct leaf *added)
{
    struct bin *whole = kept->bins;
    struct leaf *small = kept->end - kept->start < added->end - added->start ? kept : added;
    struct leaf *large = small == kept ? added : kept;
    small->bins = added->bins;
    large->bins = whole;
    count_bins(boost, small);
    for (size_t i = 0; i < boost->columns * BINS; i++) {
        whole[i].slope -= small->bins[i].slope;
        whole[i].curvature -= small->bins[i].curvature;
        whole[i].rows -= small->bins[i].rows;
    }
}

static int32_t *child_of(const struct boost *boost, const struct leaf *leaf)
{
    struct px_tree_node *parent = &boost->nodes.items[leaf->parent];
    return leaf->below ? &parent->child[0] : &parent->child[1];
}

/* Turns a leaf into a node with two leaves. */
static bool split_leaf(struct boost *boost, struct leaf *leaf, bool is_root)
{
    struct px_tree_node *node = px_vector_push(&boost->nodes, boost->arena);
    if (node == NULL)
        return false;
    size_t number = boost->nodes.count - 1, middle = part_rows(boost, leaf);
    node->feature = leaf->best.column;
    node->limit = boost->edges[leaf->best.column][leaf->best.bin];
    if (!is_root)
        *child_of(boost, leaf) = (int32_t)number;
    struct leaf *added = &boost->leaves[boost->leaf_count++];
    struct bin *room = added->bins;
    *added = (struct leaf){.start = middle, .end = leaf->end, .bins = room, .parent = number};
    leaf->end = middle;
    leaf->parent = number;
    leaf->below = true;
    count_sides(boost, leaf, added);
    sum_leaf(boost, leaf);
    sum_leaf(boost, added);
    find_split(boost, leaf);
    find_split(boost, added);
    return true;
}

static struct leaf *best_leaf(const struct boost *boost)
{
    struct leaf *best = &boost->leaves[0];
    for (size_t i = 1; i < boost->leaf_count; i++)
        if (boost->leaves[i].best.gain > best->best.gain)
            best = &boost->leaves[i];
    return best->best.gain > 0 ? best : NULL;
}

/* Gives every leaf its value, and every row of it the new score. */
static bool settle_leaves(struct boost *boost, double prior)
{
    for (size_t i = 0; i < boost->leaf_count; i++) {
        const struct leaf *leaf = &boost->leaves[i];
        int32_t *value = px_vector_push(&boost->values, boost->arena);
        if (value == NULL)
            return false;
        double step = -boost->options->rate * leaf->all.slope / (leaf->all.curvature + boost->options->penalty);
        *value = (int32_t)lround((prior + step) * PX_TREES_STEPS);
        *child_of(boost, leaf) = ~(int32_t)(boost->values.count - 1);
        for (size_t k = leaf->start; k < leaf->end; k++)
            boost->scores[boost->rows[k]] += (double)*value / PX_TREES_STEPS;
    }
    return true;
}

static void differentiate(struct boost *boost, double prior)
{
    for (size_t i = 0; i < boost->row_count; i++) {
        uint32_t row = boost->rows[i];
        double p = 1 / (1 + exp(-boost->scores[row] - prior)), w = boost->samples->weights[row];
        boost->slopes[row] = w * (p - boost->samples->labels[row]);
        boost->curvatures[row] = w * p * (1 - p);
    }
}

/* One tree more. PX_OK with no tree when nothing is left to tell apart. */
static bool grow_tree(struct boost *boost, double prior, bool *grown)
{
    struct leaf *root = &boost->leaves[0];
    *root = (struct leaf){.end = boost->row_count, .bins = boost->bins};
    for (size_t i = 1; i < boost->options->leaves; i++)
        boost->leaves[i].bins = boost->bins + i * boost->columns * BINS;
    boost->leaf_count = 1;
    differentiate(boost, prior);
    count_bins(boost, root);
    sum_leaf(boost, root);
    find_split(boost, root);
    struct leaf *leaf = best_leaf(boost);
    *grown = leaf != NULL;
    if (!*grown)
        return true;
    uint32_t *place = px_vector_push(&boost->roots, boost->arena);
    if (place == NULL)
        return false;
    *place = (uint32_t)boost->nodes.count;
    bool fine = split_leaf(boost, leaf, true);
    while (fine && boost->leaf_count < boost->options->leaves && (leaf = best_leaf(boost)) != NULL)
        fine = split_leaf(boost, leaf, false);
    return fine && settle_leaves(boost, prior);
}

/* ---------------------------------------------------------------------------------------------------- the ensemble */

static bool take_room(struct boost *boost)
{
    size_t rows = boost->samples->rows, columns = boost->columns;
    boost->binned = calloc(rows * columns, 1);
    boost->edges = calloc(columns, sizeof *boost->edges);
    boost->edge_counts = calloc(columns, sizeof *boost->edge_counts);
    boost->rows = calloc(rows, sizeof *boost->rows);
    boost->spare = calloc(rows, sizeof *boost->spare);
    boost->scores = calloc(rows, sizeof *boost->scores);
    boost->slopes = calloc(rows, sizeof *boost->slopes);
    boost->curvatures = calloc(rows, sizeof *boost->curvatures);
    boost->leaves = calloc(boost->options->leaves, sizeof *boost->leaves);
    boost->bins = calloc(boost->options->leaves * columns * BINS, sizeof *boost->bins);
    return boost->binned != NULL && boost->edges != NULL && boost->edge_counts != NULL && boost->rows != NULL &&
           boost->spare != NULL && boost->scores != NULL && boost->slopes != NULL && boost->curvatures != NULL &&
           boost->leaves != NULL && boost->bins != NULL;
}

static void give_room_back(struct boost *boost)
{
    free(boost->binned);
    free(boost->edges);
    free(boost->edge_counts);
    free(boost->rows);
    free(boost->spare);
    free(boost->scores);
    free(boost->slopes);
    free(boost->curvatures);
    free(boost->leaves);
    free(boost->bins);
}

/* The rows in their first order, so that sums do not depend on the trees before. */
static void list_rows(struct boost *boost)
{
    boost->row_count = 0;
    for (uint32_t i = 0; i < boost->samples->rows; i++)
        if (boost->samples->weights[i] > 0)
            boost->rows[boost->row_count++] = i;
}

static bool grow_all(struct boost *boost, double prior)
{
    list_rows(boost);
    bool fine = fill_bins(boost), grown = true;
    for (size_t i = 0; fine && grown && i < boost->options->trees; i++) {
        list_rows(boost);
        fine = grow_tree(boost, i == 0 ? prior : 0, &grown); /* the first tree's leaves take the prior in */
    }
    return fine;
}

enum px_status px_fit_trees(const struct px_samples *samples, const struct px_trees_options *options,
                            struct px_arena *arena, struct px_trees *trees, struct px_error *error)
{
    struct boost boost = {.samples = samples, .options = options, .columns = samples->columns, .arena = arena};
    double positive, negative;
    *trees = (struct px_trees){0};
    if (options->leaves < 2)
        return px_error_set(error, PX_ERROR_USAGE, "a tree has two leaves at least");
    enum px_status status = px_samples_weigh(samples, &positive, &negative, error);
    if (status != PX_OK)
        return status;
    if (!take_room(&boost) || !grow_all(&boost, log(positive / negative)))
        status = px_no_memory(error);
    else
        *trees = (struct px_trees){boost.nodes.items, boost.roots.items, boost.values.items,
                                   boost.nodes.count, boost.roots.count, boost.values.count};
    give_room_back(&boost);
    return status;
}
