/* Internal: what a resampling plan holds. Made by resample_plan.c, used by resample.c. */
#ifndef PX_STATISTICS_RESAMPLE_PLAN_H
#define PX_STATISTICS_RESAMPLE_PLAN_H

#include <stdbool.h>

#include "statistics/resample.h"

enum { PX_RESAMPLE_LANES = 16 };

/* One article's draws, and the denominators last used. Draws stand unit by unit, `row` bytes each, so that a unit whose
 * value is 0 costs nothing and one that has a value is a single run through memory. */
struct px_resample_drawn {
    uint32_t units;
    uint8_t *stays;      /* [unit][replicate]: 1 where the permutation has the unit in the first article */
    bool *fixed;         /* [unit]: stands in a stratum that only one article has */
    double *denominator; /* [unit]: what plan->below is of */
};

/* first is the article with the smaller seed, whichever its place: all is computed in that order, and the signs are
 * turned at the end. */
struct px_resample_plan {
    struct px_resample_drawn first;
    struct px_resample_drawn second;
    size_t replicates;
    size_t row;         /* replicates, rounded up to whole lanes */
    bool exchanged;     /* a is the second */
    bool movable;       /* some unit can change sides */
    bool known;         /* the denominators and `below` are filled */
    double *above;      /* [replicate]: the permutation's sums in the first article */
    double *below;      /* [replicate]: the same of the denominators */
    double *difference; /* [replicate]: work space */
};

#endif
