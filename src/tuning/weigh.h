/* Logistic weights for entries, by liblinear. Internal to the room.
 *
 * A row is a word of the gold in the outlet's choice of words; its features are the entries and candidates that cover
 * it, and, where an entry of the old lexicon does, the log-odds of that entry's weight. So evidence moves an old weight
 * as far as there is evidence, and a rare word leans on its stem and its ending.
 */
#ifndef PX_TUNING_WEIGH_H
#define PX_TUNING_WEIGH_H

#include "base/arena.h"
#include "base/error.h"

struct px_weigh_row {
    const uint32_t *features; /* in rising order, counted from 0 */
    size_t count;
    double prior; /* log-odds of the old weight; 0 without */
    bool covered; /* an old entry covers the word */
    bool marked;
};

struct px_weights {
    double bias;
    double prior;   /* by which the old log-odds is multiplied */
    double covered; /* added where an old entry covers the word */
    double *features;
};

struct px_weigh_options {
    double first_cost;  /* C of the L1 fit, whose zeros are left out */
    double second_cost; /* C of the L2 fit of what is left */
};

/* Fits the weights of `features` features. Deterministic: draws of the solver are seeded. PX_ERROR_INPUT when all rows
 * are marked, or none. The result is of the arena. */
enum px_status px_weigh(const struct px_weigh_row *rows, size_t count, size_t features,
                        const struct px_weigh_options *options, struct px_arena *arena, struct px_weights *weights,
                        struct px_error *error);

/* The probability of a row. */
double px_weigh_probability(const struct px_weights *weights, const struct px_weigh_row *row);

#endif
