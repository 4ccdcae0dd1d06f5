/* What may be said about a difference, out of three: it differs, it does not clearly, there is too little text.
 *
 *     struct px_verdict_case it = {.occurrences = 21, .difference = r.difference, .q = q,
 *                                  .range = pooled_rate};
 *     enum px_verdict verdict = px_verdict_of(&it);
 */
#ifndef PX_STATISTICS_VERDICT_H
#define PX_STATISTICS_VERDICT_H

#include "statistics/estimate.h"

enum px_verdict { PX_VERDICT_TOO_LITTLE, PX_VERDICT_NO_CLEAR_DIFFERENCE, PX_VERDICT_DIFFERS };

#define PX_VERDICT_FEWEST 5 /* occurrences in both texts together */
#define PX_VERDICT_LEVEL 0.05

struct px_verdict_case {
    double occurrences;            /* in both texts together */
    struct px_estimate difference; /* with its interval */
    double q;                      /* or p, where it is the only test of its family */
    double range;                  /* half the widest interval that still says something; INFINITY: any does.
                                    * Use the pooled rate for a rate (wider than from "none here" to "none there"), 0.25
                                    * for a difference of shares (a quarter of the text more, or as much less). */
};

/* The rule, first line that holds:
 *
 *     fewer than 5 occurrences, or any figure NaN              too little text
 *     q <= .05 and the interval does not cover 0               differs
 *     the interval covers 0 and is wider than 2 · range        too little text
 *     else                                                     no clear difference
 *
 * Swapping the texts does not change it. */
PX_API enum px_verdict px_verdict_of(const struct px_verdict_case *it);

/* "too little text", "no clear difference", "differs": the names that stand in JSON. */
PX_API const char *px_verdict_name(enum px_verdict verdict);

#endif
