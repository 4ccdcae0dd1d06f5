/* Internal: the percentile interval of a sample of replicates. */
#ifndef PX_STATISTICS_PERCENTILE_H
#define PX_STATISTICS_PERCENTILE_H

#include <stddef.h>
#include <stdint.h>

#include "statistics/estimate.h"

/* Sets low and high to the k-th smallest and the k-th largest of the replicates, k = ⌊.025 (count + 1)⌋ (Efron &
 * Tibshirani 1993, p. 160); NaN for fewer than 39. Rearranges the replicates. O(count) on average. */
void px_percentile_interval(double *replicates, size_t count, struct px_estimate *estimate);

/* How many replicates of `size` draws each are affordable: `wanted`, lowered to keep the product below four million, but
 * not below 199 (or `wanted`, when that is less). */
size_t px_percentile_replicates(size_t wanted, size_t size);

#endif
