/* Rates over sentences and their difference between two articles, by resampling whole sentences.
 *
 * Words of one kind come in clumps, so the sentence (the unit) is what is drawn, not the word. A plan draws once for a
 * pair of articles which units each replicate holds; applying it to an indicator costs a few sums. Sixty indicators
 * share one plan.
 *
 *     struct px_resample_side a = {.units = sentences_a, .strata = sections_a, .seed = seed_of_a};
 *     struct px_resample_side b = {.units = sentences_b, .strata = sections_b, .seed = seed_of_b};
 *     struct px_resample_plan *plan;
 *     px_resample_plan(&a, &b, PX_RESAMPLE_REPLICATES, &arena, &plan, &error);
 *     for each indicator:
 *         struct px_resample_result r = px_resample_apply(plan, (struct px_resample_values){loaded_a, words_a},
 *                                                         (struct px_resample_values){loaded_b, words_b}, 1000);
 *
 * The estimate is a ratio of sums: scale · Σ numerator / Σ denominator.
 *
 * Its interval is the percentile bootstrap (Efron & Tibshirani 1993, p. 160): units of each article drawn with
 * replacement, k = ⌊.025 (m + 1)⌋, from the k-th smallest to the k-th largest of m replicates. The bootstrap sees no
 * doubt where there is none in the sample; so where no unit has any numerator, or every numerator equals its
 * denominator, the interval of that rate is the exact one of px_rate_exact, and the interval of the difference is put
 * together from those of the two rates (Zou & Donner 2008).
 *
 * The p is of a permutation test: units change sides at random **within their stratum** (an aligned section), so that a
 * difference of topics is not taken for one of wording; units in a stratum that only one article has take no part. With
 * d the difference seen in the shared strata, and differences nearer to it than half of what one more count would make taken
 * for equal (sentences of other lengths would tell equal counts apart), p = 2 min(#{d* >= d} + 1, #{d* <= d} + 1) / (m + 1), at most 1 (Phipson & Smyth 2010
 * for the + 1). The mean difference of the permuted articles, all units in them, is what the mix of topics alone gives.
 *
 * Swapping the articles negates the difference, its interval and the mean and leaves p, to the last bit: draws follow the
 * article's seed, not its place. Nothing here is shared: one plan, one thread.
 */
#ifndef PX_STATISTICS_RESAMPLE_H
#define PX_STATISTICS_RESAMPLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "statistics/estimate.h"

enum { PX_RESAMPLE_REPLICATES = 2000, PX_RESAMPLE_FEWEST = 199 };

/* One article's units. `strata[i]` is the section of unit i, equal numbers meaning aligned sections of both articles;
 * NULL puts all units into stratum 0. `seed` is the article's own within the pair (from both identities); when both
 * are equal, the second is taken for another. */
struct px_resample_side {
    size_t units;
    const uint32_t *strata;
    uint64_t seed;
};

/* One indicator in one article: an array of `units` numbers each. A NULL numerator is all 0, a NULL denominator is 1 for
 * every unit (a mean a sentence). Units to be left out have both at 0. */
struct px_resample_values {
    const double *numerator;
    const double *denominator;
};

struct px_resample_result {
    struct px_estimate a;
    struct px_estimate b;
    struct px_estimate difference; /* a - b */
    double expected;               /* the difference that the mix of topics alone gives */
    double p;                      /* inside shared strata; NaN when no unit can change sides */
};

struct px_resample_plan;

/* Draws the plan into the arena, which must outlive it. `b` may be NULL: then only estimates of `a` are to be had.
 * `replicates` of 0 stands for PX_RESAMPLE_REPLICATES; the number is lowered, down to PX_RESAMPLE_FEWEST, when units ×
 * replicates would pass four million, so that the cost stays linear in the units. Memory: two bytes a unit and
 * replicate. PX_ERROR_MEMORY, or PX_ERROR_LIMIT for 2^31 units and more. */
PX_API enum px_status px_resample_plan(const struct px_resample_side *a, const struct px_resample_side *b,
                                       size_t replicates, struct px_arena *arena, struct px_resample_plan **plan,
                                       struct px_error *error);

/* One indicator's figures. Cannot fail: what cannot be had is NaN. A side whose denominators sum to 0, or that holds
 * a number that is not finite, has no value; a side with fewer than two units has a value and no interval; replicates
 * with a denominator of 0 are left out, and the interval with them when they are more than one in twenty.
 * Cost: replicates × units whose numerator is not 0. Denominators equal to those of the call before cost nothing. */
PX_API struct px_resample_result px_resample_apply(struct px_resample_plan *plan, struct px_resample_values a,
                                                   struct px_resample_values b, double scale);

/* One article, one indicator: a plan made and used once. `scratch` holds it and may be cleared afterwards. */
PX_API enum px_status px_resample_rate(const struct px_resample_side *side, struct px_resample_values values,
                                       double scale, struct px_arena *scratch, struct px_estimate *rate,
                                       struct px_error *error);

/* Across many events: the mean of one number an event with its bootstrap interval over events, and the p of the
 * sign-flip permutation of events (mean 0 under the null). NaN for fewer than two events. */
struct px_resample_mean {
    struct px_estimate mean;
    double p;
};

PX_API enum px_status px_resample_mean(const double *events, size_t count, uint64_t seed, struct px_arena *scratch,
                                       struct px_resample_mean *result, struct px_error *error);

#endif
