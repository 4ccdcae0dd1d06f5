#include "statistics/dispersion.h"

#include <math.h>
#include <stdbool.h>

/* The sums of both arrays and the smallest size; false when DP has no value. */
static bool add_up(const double *counts, const double *sizes, size_t parts, double sums[3])
{
    sums[0] = 0;
    sums[1] = 0;
    sums[2] = INFINITY;
    for (size_t i = 0; i < parts; i++) {
        if (!isfinite(counts[i]) || !isfinite(sizes[i]) || counts[i] < 0 || sizes[i] < 0)
            return false;
        if (sizes[i] == 0)
            continue;
        sums[0] += counts[i];
        sums[1] += sizes[i];
        sums[2] = fmin(sums[2], sizes[i]);
    }
    return sums[0] > 0 && sums[1] > 0;
}

struct px_dispersion px_dispersion_dp(const double *counts, const double *sizes, size_t parts)
{
    double sums[3];
    if (!add_up(counts, sizes, parts, sums))
        return (struct px_dispersion){NAN, NAN};
    double distance = 0;
    for (size_t i = 0; i < parts; i++)
        if (sizes[i] > 0)
            distance += fabs(counts[i] / sums[0] - sizes[i] / sums[1]);
    double largest = 1 - sums[2] / sums[1];
    return (struct px_dispersion){distance / 2, largest > 0 ? distance / 2 / largest : 0};
}
