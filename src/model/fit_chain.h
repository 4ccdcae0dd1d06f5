/* Fitting linear chains (chain.h) on labelled sequences of items with features that are there or not.
 *
 * The likelihood less a ridge is climbed sequence by sequence with AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011). The
 * same samples in the same order give the same weights: one thread, an order drawn from the seed alone.
 *
 *     struct px_chain_samples samples = {...};
 *     float *weights = calloc(columns * labels, sizeof *weights);
 *     float *steps = calloc(px_chain_size(labels, classes), sizeof *steps);
 *     px_fit_chain(&samples, &how, weights, steps, &likelihood, &error);
 */
#ifndef PX_MODEL_FIT_CHAIN_H
#define PX_MODEL_FIT_CHAIN_H

#include "base/error.h"
#include "base/slice.h"
#include "model/chain.h"

/* Labelled sequences; all arrays are the caller's. Item i has the features [first[i], first[i + 1]). A feature that is
 * PX_NONE is passed over. */
struct px_chain_samples {
    const uint32_t *features;        /* columns */
    const size_t *first;             /* by item, and one more */
    const uint8_t *labels;           /* by item */
    const uint16_t *bounds;          /* by item: the class of the boundary before it */
    const struct px_span *sequences; /* items [start, end) */
    size_t sequence_count;
    uint32_t columns;
    uint32_t label_count;
    uint32_t class_count;
};

struct px_chain_fit_options {
    unsigned passes;
    unsigned averaged; /* of them: the result is the mean of the weights after each of the last so many; 0 is 1 */
    double rate;       /* of learning, in the first pass */
    double decay;      /* by which it is multiplied from pass to pass */
    double penalty;    /* lambda of the ridge, each time a feature is met */
    uint64_t seed;
};

/* Fills weights[column * label_count + label] and the chain's `steps`, both zero or a fit to go on from.
 * `likelihood` (may be NULL) is the mean logarithm an item in the last pass, as it was before the pass changed it.
 * PX_ERROR_MEMORY, PX_ERROR_USAGE for more than PX_CHAIN_LABELS labels. Time: passes times features times labels. */
PX_API enum px_status px_fit_chain(const struct px_chain_samples *samples, const struct px_chain_fit_options *options,
                                   float *weights, float *steps, double *likelihood, struct px_error *error);

/* One labelled sequence with the scores of its items (chain.h). */
struct px_chain_sequence {
    const float *scores;
    const uint16_t *bounds;
    const uint8_t *labels;
    size_t count;
};

/* The gradient of the likelihood of a sequence: `items` [count * label_count] of the scores of its items, `pairs`
 * (px_chain_size, added to) of the steps. Returns the likelihood. For the fit, and for those who would check it. */
PX_API double px_chain_gradient(const struct px_chain *chain, const struct px_chain_sequence *sequence, double *work,
                                float *items, float *pairs);

/* scores[label] of one item: the sums of its features' weights. */
PX_API void px_chain_score(const struct px_chain_samples *samples, const float *weights, size_t item, float *scores);

#endif
