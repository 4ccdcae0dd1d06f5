/* The averaged perceptron of the trainer: weights in a hashed table, averaged as they go. Private to the room.
 *
 * The average of a weight over all steps is w - u / c, where u is the sum of its changes, each times the step it was
 * made at, and c the number of steps (Daume 2006). Several trainings that see the samples in other orders can be added
 * up: the sum of linear scorers is one. All in whole numbers: the same training makes the same bytes.
 */
#ifndef PX_SYNTAX_PERCEPTRON_H
#define PX_SYNTAX_PERCEPTRON_H

#include "base/error.h"
#include "syntax/weights.h"

struct px_perceptron {
    unsigned bits;
    size_t size; /* weights with the padding */
    int32_t *weights;
    int64_t *changes;
    int64_t step;
    int64_t *sums; /* of the averages of the trainings that are done, in steps of 1/256 */
};

enum px_status px_perceptron_init(struct px_perceptron *perceptron, unsigned bits, struct px_error *error);
void px_perceptron_release(struct px_perceptron *perceptron);

/* Ends a training: adds its averages to the sums, and begins again from `base` (NULL: from nothing). */
void px_perceptron_settle(struct px_perceptron *perceptron, const struct px_perceptron *base);

/* Adds up the rows' weights. */
void px_perceptron_score(const struct px_perceptron *perceptron, const uint32_t *rows, size_t count, size_t classes,
                         int32_t *sums);

/* Moves the rows' weights toward one class and away from another. */
void px_perceptron_learn(struct px_perceptron *perceptron, const uint32_t *rows, size_t count, size_t right,
                         size_t wrong);

/* Adds to one class' weights of the rows. */
void px_perceptron_change(struct px_perceptron *perceptron, const uint32_t *rows, size_t count, size_t class,
                          int32_t change);

/* The size of sum that is to become the largest byte: `share` in a million of the sums that are not nothing may be
 * larger, so that the others are finer. At least 1; 0 when memory is out. */
int64_t px_perceptron_scale(const struct px_perceptron *perceptron, unsigned share);

/* The sums of the trainings that were settled as bytes (caller frees), 128 for nothing, those beyond the scale cut off.
 * NULL when memory is out. */
uint8_t *px_perceptron_bytes(const struct px_perceptron *perceptron, int64_t scale);

#endif
