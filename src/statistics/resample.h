/* Figures over sentences of two articles and their difference, tested by a permutation of whole sentences.
 *
 * Words of one kind come in clumps, so the sentence (the unit) is what is drawn, not the word. A plan draws once for a
 * pair of articles which units each replicate gives to which article; applying it to an indicator costs a few sums. Sixty
 * indicators share one plan.
 *
 *     struct px_resample_side a = {.units = sentences_a, .strata = sections_a, .seed = seed_of_a};
 *     struct px_resample_side b = {.units = sentences_b, .strata = sections_b, .seed = seed_of_b};
 *     struct px_resample_plan *plan;
 *     px_resample_plan(&a, &b, PX_RESAMPLE_REPLICATES, &arena, &plan, &error);
 *     for each indicator:
 *         struct px_resample_result r = px_resample_apply(plan, (struct px_resample_values){loaded_a, words_a},
 *                                                         (struct px_resample_values){loaded_b, words_b},
 *                                                         PX_RATIO_RATE, 1000);
 *
 * The figures are ratios of sums with the intervals of statistics/clustered.h; the interval of their difference is put
 * together from the two (px_estimate_difference).
 *
 * The p is of a permutation test: units change sides at random **within their stratum** (an aligned section), so that a
 * difference of topics is not taken for one of wording; units in a stratum that only one article has take no part. With
 * d the difference seen in the shared strata, m replicates d*, ties counted half (mid-P, Lancaster 1961: a difference of
 * few counts takes few values, and a whole tie would waste power) and the one seen among them (Phipson & Smyth 2010),
 *
 *     p = 2 min(#{d* > d} + t / 2, #{d* < d} + t / 2) / (m + 1),   t = #{d* = d} + 1.
 *
 * Rates nearer to each other than half of what one more count would make are equal: sentences of other lengths would
 * tell equal counts apart.
 *
 * Swapping the articles negates the difference and its interval and leaves the rest, to the last bit: draws follow the
 * article's seed, not its place. One plan, one thread.
 */
#ifndef PX_STATISTICS_RESAMPLE_H
#define PX_STATISTICS_RESAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "statistics/clustered.h"

enum { PX_RESAMPLE_REPLICATES = 2000, PX_RESAMPLE_FEWEST = 199 };

/* One article's units. `strata[i]` is the section of unit i, equal numbers meaning aligned sections of both articles;
 * NULL puts all units into stratum 0. `seed` is the article's own within the pair (from both identities). */
struct px_resample_side {
    size_t units;
    const uint32_t *strata;
    uint64_t seed;
};

/* One indicator in one article: an array of `units` numbers each, as in px_clustered_ratio. */
struct px_resample_values {
    const double *numerator;
    const double *denominator;
};

/* How permuted differences vary, as far as it is known of other figures: by V = r of a rate r, r (1 - r) of a share, 1
 * of a mean. All 0 where nothing can change sides. */
struct px_resample_power {
    enum px_ratio kind;
    double
        base; /* the figure on which a difference would stand: both articles' together, or the lower where p <= .05 */
    double variance; /* by V */
    double alone;    /* of rates: what it would be where every hit stands alone, 1/W + 1/W' of the words W */
    double clump; /* of rates: half of what a sentence takes of the scale; its hits vary as m + m² / 2, m their mean */
};

struct px_resample_result {
    struct px_estimate a;
    struct px_estimate b;
    struct px_estimate difference;  /* a - b */
    double p;                       /* inside shared strata; NaN when no unit can change sides */
    struct px_resample_power power; /* what could have been seen */
};

struct px_resample_plan;

/* Draws the plan into the arena, which must outlive it. `replicates` of 0 stands for PX_RESAMPLE_REPLICATES; the number
 * is lowered, down to PX_RESAMPLE_FEWEST, when units × replicates would pass four million, so that the cost stays
 * linear in the units. Memory: a byte a unit and replicate. PX_ERROR_MEMORY, or PX_ERROR_LIMIT for 2^31 units and
 * more. */
PX_API enum px_status px_resample_plan(const struct px_resample_side *a, const struct px_resample_side *b,
                                       size_t replicates, struct px_arena *arena, struct px_resample_plan **plan,
                                       struct px_error *error);

/* The difference D that such a pair shows in four of five cases at p <= `level`: z = z(1 - level / 2) + .842 standard
 * deviations of the permuted differences (Cohen 1988) at r = base + D/2, D² = z² variance V(r), where the variance of a
 * rate is at least alone (1 + clump r), since more hits stand in larger clumps. (In simulated articles it is seen in .7
 * to .85 of cases: tests/bench/coverage.c.) NaN where nothing varies, or no difference would be seen. */
PX_API double px_resample_detectable(struct px_resample_power power, double level);

/* One indicator's figures, `scale` times the ratios. Cannot fail: what cannot be had is NaN. A side whose denominators
 * sum to 0, or that holds a number that is not finite, has no value; a side with fewer than two units has a value and
 * no interval; replicates with a denominator of 0 are left out. Cost: replicates × units whose numerator is not 0.
 * Denominators equal to those of the call before cost nothing. */
PX_API struct px_resample_result px_resample_apply(struct px_resample_plan *plan, struct px_resample_values a,
                                                   struct px_resample_values b, enum px_ratio kind, double scale);

/* The p of px_resample_apply alone, of indicators whose numbers are known to be finite: for less than half of the cost,
 * where the figures are at hand and only more draws are wanted. */
PX_API double px_resample_p(struct px_resample_plan *plan, struct px_resample_values a, struct px_resample_values b,
                            enum px_ratio kind, double scale);

#endif
