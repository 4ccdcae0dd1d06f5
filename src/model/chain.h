/* Linear chains: labels for the items of a sequence, each depending on the item and on the label before it.
 *
 * A conditional random field (Lafferty, McCallum and Pereira, ICML 2001): the score of a labelling is the sum of the
 * scores of its labels and of the weights of its steps from label to label. A step's weight depends on the class of the
 * boundary it crosses, a number of the caller's ("a quotation opens here"). Scores and weights are log-odds; where they
 * are whole steps of 1/32, px_chain_decode is exact and the same on every machine.
 *
 *     struct px_chain chain;
 *     px_chain_init(&chain, labels, classes, weights, &arena);
 *     double *work = px_arena_array(&arena, double, px_chain_room(&chain, count));
 *     px_chain_marginals(&chain, scores, bounds, count, work, shares);   // shares[i * labels + l]
 *     px_chain_decode(&chain, scores, bounds, count, work, best);        // best[i]
 */
#ifndef PX_MODEL_CHAIN_H
#define PX_MODEL_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { PX_CHAIN_LABELS = 8 }; /* at most */

/* Weights lie [class][label before][label]; the label before the first item is `labels`. */
struct px_chain {
    uint32_t labels;
    uint32_t classes;
    const float *weights;
    double *factors; /* e to the weights */
};

/* How many weights a chain has. */
static inline size_t px_chain_size(uint32_t labels, uint32_t classes)
{
    return (size_t)classes * (labels + 1) * labels;
}

/* Where the weights of the steps from `before` across a boundary of the class begin. */
static inline size_t px_chain_row(const struct px_chain *chain, uint32_t class, uint32_t before)
{
    return ((size_t) class * (chain->labels + 1) + before) * chain->labels;
}

/* The weights stay the caller's; what is made of them is the arena's. False when memory is out. */
PX_API bool px_chain_init(struct px_chain *chain, uint32_t labels, uint32_t classes, const float *weights,
                          struct px_arena *arena);

/* To be called when the weights of a class have changed. */
PX_API void px_chain_refresh(struct px_chain *chain, uint32_t class);

/* What forward and backward sums leave, for whoever needs pairs of labels: all by item, in the caller's work memory.
 * The share of the pair (p, l) at items i - 1, i is
 * ahead[i - 1][p] * factors[class of i][p][l] * emission[i][l] * behind[i][l] / scale[i]. */
struct px_chain_sums {
    const double *emission; /* e to the score less the item's highest */
    const double *ahead;
    const double *behind;
    const double *scale; /* one an item */
};

/* The doubles of work memory that a sequence of `count` items needs. */
PX_API size_t px_chain_room(const struct px_chain *chain, size_t count);

/* Forward and backward sums over `count` items, scaled at each item (Rabiner, Proc. IEEE 77, 1989, V.A). scores[i *
 * labels + l], bounds[i] < classes is the class of the boundary before the item. Fills `sums` and returns the logarithm
 * of the sum over all labellings. Time: count * labels^2. */
PX_API double px_chain_sum(const struct px_chain *chain, const float *scores, const uint16_t *bounds, size_t count,
                           double *work, struct px_chain_sums *sums);

/* The probability of each label of each item. */
PX_API void px_chain_marginals(const struct px_chain *chain, const float *scores, const uint16_t *bounds, size_t count,
                               double *work, float *shares);

/* The labelling of the highest score (Viterbi); of equals the one with the lower labels at the end. */
PX_API void px_chain_decode(const struct px_chain *chain, const float *scores, const uint16_t *bounds, size_t count,
                            double *work, uint8_t *best);

#endif
