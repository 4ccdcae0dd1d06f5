/* Linear scores: the sum of weight times value over named features. */
#ifndef PX_MODEL_LINEAR_H
#define PX_MODEL_LINEAR_H

#include <stddef.h>
#include <stdint.h>

#include "base/export.h"

enum { PX_LINEAR_STEPS = 64 }; /* a weight is a whole number of 1/64 */

struct px_linear_weight {
    uint32_t feature; /* a column of the rows */
    int32_t steps;
};

struct px_linear {
    struct px_linear_weight *weights;
    size_t count;
};

/* The log-odds of a row. */
static inline double px_linear_score(const struct px_linear *linear, const float *row)
{
    double sum = 0;
    for (size_t i = 0; i < linear->count; i++)
        sum += (double)row[linear->weights[i].feature] * linear->weights[i].steps;
    return sum / PX_LINEAR_STEPS;
}

#endif
