#include "statistics/percentile.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "statistics/resample.h"

enum { MOST_DRAWS = 4000000 };

void px_percentile_interval(double *replicates, size_t count, struct px_estimate *estimate)
{
    size_t k = (count + 1) / 40;
    estimate->low = NAN;
    estimate->high = NAN;
    if (k == 0)
        return;
    /* Selecting leaves everything larger behind the k-th: the upper end is sought there alone. */
    estimate->low = gsl_stats_select(replicates, 1, count, k - 1);
    estimate->high = gsl_stats_select(replicates + k, 1, count - k, count - 2 * k);
}

size_t px_percentile_replicates(size_t wanted, size_t size)
{
    size_t affordable = size == 0 ? wanted : MOST_DRAWS / size;
    if (affordable < PX_RESAMPLE_FEWEST)
        affordable = PX_RESAMPLE_FEWEST;
    return wanted < affordable ? wanted : affordable;
}
