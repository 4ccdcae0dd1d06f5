#include "statistics/percentile.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

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

enum px_status px_percentile_bootstrap(px_percentile_draw *draw, void *of, size_t replicates, uint64_t seed,
                                       struct px_estimate *estimate, struct px_error *error)
{
    struct px_random *random = NULL;
    size_t kept = 0;
    double *drawn = malloc(sizeof *drawn * (replicates == 0 ? 1 : replicates));
    if (drawn == NULL)
        return px_no_memory(error);
    enum px_status status = px_random_new(seed, &random, error);
    for (size_t i = 0; i < replicates && status == PX_OK; i++) {
        drawn[kept] = draw(of, random);
        kept += !isnan(drawn[kept]);
    }
    if (status == PX_OK && kept >= replicates - replicates / 20)
        px_percentile_interval(drawn, kept, estimate);
    px_random_free(random);
    free(drawn);
    return status;
}
