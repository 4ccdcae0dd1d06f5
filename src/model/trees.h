/* Tree ensembles: the sum of what small decision trees say of a row. */
#ifndef PX_MODEL_TREES_H
#define PX_MODEL_TREES_H

#include <stddef.h>
#include <stdint.h>

#include "base/export.h"

enum { PX_TREES_STEPS = 1024 }; /* a leaf's value is a whole number of 1/1024 */

/* Asks whether a value is at most the limit. A child of 0 or more is a node of the ensemble, behind this one; below
 * that, ~child is a leaf. */
struct px_tree_node {
    uint32_t feature; /* a column of the rows */
    float limit;
    int32_t child[2]; /* at most, above: chosen without a jump, which no processor could foresee */
};

struct px_trees {
    struct px_tree_node *nodes; /* tree behind tree, each from its root */
    uint32_t *roots;
    int32_t *leaves; /* in steps of 1/1024 */
    size_t node_count;
    size_t root_count;
    size_t leaf_count;
};

/* The log-odds of a row: a walk down each tree. */
static inline double px_trees_score(const struct px_trees *trees, const float *row)
{
    int64_t sum = 0;
    for (size_t i = 0; i < trees->root_count; i++) {
        int32_t at = (int32_t)trees->roots[i];
        while (at >= 0) {
            const struct px_tree_node *node = &trees->nodes[at];
            at = node->child[!(row[node->feature] <= node->limit)];
        }
        sum += trees->leaves[~at];
    }
    return (double)sum / PX_TREES_STEPS;
}

#endif
