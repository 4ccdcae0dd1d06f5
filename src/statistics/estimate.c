#include "statistics/estimate.h"

#include <math.h>

double px_estimate_conservative(struct px_estimate estimate)
{
    if (isnan(estimate.low) || isnan(estimate.high))
        return NAN;
    if (estimate.low > 0)
        return estimate.low;
    return estimate.high < 0 ? estimate.high : 0;
}

struct px_estimate px_estimate_negated(struct px_estimate estimate)
{
    return (struct px_estimate){-estimate.value, -estimate.high, -estimate.low};
}
