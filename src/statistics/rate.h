/* Intervals for a single share that was counted, where the things counted are taken as independent.
 *
 * For rates over sentences, where occurrences come in clumps, use statistics/resample.h.
 *
 *     struct px_estimate precision = px_rate_wilson(17, 20); // 0.85, 0.64 to 0.95
 *
 * All functions: NaN throughout for a negative or non-finite argument, a total of 0, or more hits than the total.
 */
#ifndef PX_STATISTICS_RATE_H
#define PX_STATISTICS_RATE_H

#include "statistics/estimate.h"

/* The share hits / total with the score interval: centre (h + z²/2) / (n + z²), half-width
 * z √(h (n - h) / n + z²/4) / (n + z²), z = 1.96 (Wilson 1927). For precisions and other reported shares. */
PX_API struct px_estimate px_rate_wilson(double hits, double total);

/* The share hits / total with the exact interval, which covers at least 95 % for any true share: quantiles of
 * Beta(h, n - h + 1) and Beta(h + 1, n - h) (Clopper & Pearson 1934). No hit: 0 to 1 - .025^(1/n). */
PX_API struct px_estimate px_rate_exact(double hits, double total);

#endif
