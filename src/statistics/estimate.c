#include "statistics/estimate.h"

#include <math.h>

struct px_estimate px_estimate_negated(struct px_estimate estimate)
{
    return (struct px_estimate){-estimate.value, -estimate.high, -estimate.low};
}

struct px_estimate px_estimate_difference(struct px_estimate a, struct px_estimate b)
{
    double difference = a.value - b.value;
    if (isnan(a.low) || isnan(a.high) || isnan(b.low) || isnan(b.high))
        return (struct px_estimate){difference, NAN, NAN};
    return (struct px_estimate){
        .value = difference,
        .low = difference - hypot(a.value - a.low, b.high - b.value),
        .high = difference + hypot(a.high - a.value, b.value - b.low),
    };
}
