/* How much more one text uses a word than another: effect sizes with their uncertainty, and tests.
 *
 * Every measure takes the same four numbers and answers a against b: positive where a uses the word more. Swapping a
 * and b flips the sign of what is signed and leaves every p, to the last bit.
 *
 *     struct px_keyness_counts counts = {.a = 12, .b = 3, .total_a = 640, .total_b = 580};
 *     struct px_log_odds odds = px_keyness_log_odds(counts, alpha, alpha_total, PX_VARIANCE_TWO_TERMS);
 *     struct px_estimate ratio = px_keyness_log_ratio(counts);
 *     struct px_test test = px_keyness_test(counts);
 *
 * All functions: NaN throughout when a total is 0, a count is negative, not finite or above its total.
 */
#ifndef PX_STATISTICS_KEYNESS_H
#define PX_STATISTICS_KEYNESS_H

#include <stddef.h>

#include "statistics/estimate.h"
#include "statistics/random.h"

/* The word stands `a` times among `total_a` words in the one text, `b` among `total_b` in the other. */
struct px_keyness_counts {
    double a;
    double b;
    double total_a;
    double total_b;
};

/* delta: difference of log-odds (natural logarithm); z: delta over its standard deviation; p: two-sided, normal. */
struct px_log_odds {
    double delta;
    double z;
    double p;
};

/* 1/(y_a + α) + 1/(y_b + α), as in the paper; or with the two terms of the other words added. */
enum px_variance { PX_VARIANCE_TWO_TERMS, PX_VARIANCE_FOUR_TERMS };

/* All four cells of the table (Dunning 1993), or the word's two cells alone (Rayson & Garside 2000). */
enum px_g2_cells { PX_G2_FOUR_CELLS, PX_G2_TWO_CELLS };

/* Log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, eqs. 16, 18, 20-22):
 *
 *     δ = ln((y_a + α) / (n_a + α₀ - y_a - α)) - ln((y_b + α) / (n_b + α₀ - y_b - α)),   z = δ / √var
 *
 * `alpha` is the word's share of the prior, α > 0 (its frequency in a background corpus, scaled), `alpha_total` the sum
 * α₀ > α over all words. A flat prior is α for every word. NaN when the prior is not positive. */
PX_API struct px_log_odds px_keyness_log_odds(struct px_keyness_counts counts, double alpha, double alpha_total,
                                              enum px_variance variance);

/* G² = 2 Σ O ln(O / E) over the cells with O > 0, against χ² with one degree of freedom. Unsigned. */
PX_API struct px_test px_keyness_g2(struct px_keyness_counts counts, enum px_g2_cells cells);

/* Fisher's exact test of the 2 × 2 table, two-sided: the probability of all tables with these margins that are no
 * likelier than the one seen. Counts are rounded to whole numbers, totals must be below 2^31. The statistic is the
 * probability of the table seen. */
PX_API struct px_test px_keyness_fisher(struct px_keyness_counts counts);

/* The test to report: Fisher's where an expected cell is below 5, else G² with four cells. Words that stand in neither
 * text have p 1. */
PX_API struct px_test px_keyness_test(struct px_keyness_counts counts);

/* log₂((a / total_a) / (b / total_b)); a count of 0 is taken as 0.5 for the value (Hardie 2014). The interval is exact
 * and conservative: given a + b occurrences, a is binomial with share π, π / (1 - π) = ratio · total_a / total_b, and π
 * has the interval of Clopper & Pearson (Evert 2022). An end is infinite where a count is 0. Both 0: value 0, -∞ to
 * ∞. */
PX_API struct px_estimate px_keyness_log_ratio(struct px_keyness_counts counts);

#endif
