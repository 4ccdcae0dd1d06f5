/* Fitting: weights learned from labelled rows. The same rows in the same order give the same weights: one thread, no
 * random draw, sums in one order.
 *
 *     struct px_samples samples = {values, labels, weights, rows, columns};
 *     struct px_linear_options how = {.penalty = 0.1, .passes = 300, .free_column = 0};
 *     px_fit_linear(&samples, &how, &arena, &linear, &error);
 */
#ifndef PX_MODEL_FIT_H
#define PX_MODEL_FIT_H

#include "base/arena.h"
#include "base/error.h"
#include "model/linear.h"
#include "model/trees.h"

/* Labelled rows; the arrays are the caller's. */
struct px_samples {
    const float *values;   /* rows times columns */
    const uint8_t *labels; /* by row: 1 or 0 */
    const double *weights; /* by row: how much it counts; rows of 0 are left out */
    size_t rows;
    size_t columns;
};

struct px_linear_options {
    double penalty;     /* lambda of the ridge, on weights for features of standard deviation 1 */
    size_t passes;      /* steps at most */
    size_t free_column; /* the column that is 1 in every row: its weight is not penalised */
};

/* Logistic regression: minimises sum w_i log(1 + exp(-y_i x_i v)) + penalty / 2 |v|^2 by L-BFGS (Nocedal and Wright,
 * Numerical Optimization, 7.2), then rounds to steps of 1/64. Weights of 0 are left out. The result lives in the arena.
 * PX_ERROR_USAGE when only one label has rows, PX_ERROR_MEMORY. Time: passes times rows times columns. */
PX_API enum px_status px_fit_linear(const struct px_samples *samples, const struct px_linear_options *options,
                                    struct px_arena *arena, struct px_linear *linear, struct px_error *error);

struct px_trees_options {
    size_t trees;
    size_t leaves;     /* of a tree, at most */
    size_t least_rows; /* that a leaf must hold */
    double rate;       /* how much of each tree's advice is taken */
    double penalty;    /* on leaf values, in units of the sum of curvature */
};

/* Gradient boosting of the logistic loss (Friedman, Annals of Statistics 29, 2001), with leaf-wise growth over values
 * sorted into at most 64 bins. Limits are the shortest decimals between two bins. The result lives in the arena.
 * PX_ERROR_USAGE when only one label has rows, PX_ERROR_MEMORY. Time: trees times rows times columns times the log of
 * leaves. */
PX_API enum px_status px_fit_trees(const struct px_samples *samples, const struct px_trees_options *options,
                                   struct px_arena *arena, struct px_trees *trees, struct px_error *error);

#endif
