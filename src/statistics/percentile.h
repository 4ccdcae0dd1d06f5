/* Internal: the percentile interval of a sample of replicates. */
#ifndef PX_STATISTICS_PERCENTILE_H
#define PX_STATISTICS_PERCENTILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "statistics/estimate.h"
#include "statistics/random.h"

/* Sets low and high to the k-th smallest and the k-th largest of the replicates, k = ⌊.025 (count + 1)⌋ (Efron &
 * Tibshirani 1993, p. 160); NaN for fewer than 39. Rearranges the replicates. O(count) on average. */
void px_percentile_interval(double *replicates, size_t count, struct px_estimate *estimate);

/* How many replicates of `size` draws each are affordable: `wanted`, lowered to keep the product below four million,
 * but not below 199 (or `wanted`, when that is less). */
size_t px_percentile_replicates(size_t wanted, size_t size);

/* One replicate of a statistic; NaN where it has no value. */
typedef double px_percentile_draw(void *of, struct px_random *random);

/* The interval of `replicates` draws, when nearly all (19 in 20) have a value; else low and high stay as they are.
 * PX_ERROR_MEMORY. */
enum px_status px_percentile_bootstrap(px_percentile_draw *draw, void *of, size_t replicates, uint64_t seed,
                                       struct px_estimate *estimate, struct px_error *error);

#endif
