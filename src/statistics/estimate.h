/* What every measure of this room gives back: an estimate that never stands without its interval.
 *
 * This room is the only one that includes GSL. Arrays of numbers come in; estimates, intervals and probabilities go
 * out; it knows no words and no articles. All intervals are two-sided at 95 %. What has no value (an empty sample, a
 * total of 0, an interval that cannot be had) is NaN, never a made-up number, and px_verdict_of turns NaN into "too
 * little text". GSL's aborting error handler is switched off, for the process, the first time the room is used.
 *
 *     struct px_estimate share = px_rate_wilson(8, 20);
 *     printf("%.2f (%.2f to %.2f)\n", share.value, share.low, share.high);
 */
#ifndef PX_STATISTICS_ESTIMATE_H
#define PX_STATISTICS_ESTIMATE_H

#include "base/export.h"

/* low <= high where both are numbers. An end may be infinite where its function says so. */
struct px_estimate {
    double value;
    double low;
    double high;
};

/* A test's statistic and its probability under the null; NaN when there was nothing to test. */
struct px_test {
    double statistic;
    double p;
};

/* The estimate of the opposite difference: b - a from a - b. */
PX_API struct px_estimate px_estimate_negated(struct px_estimate estimate);

/* The difference a - b of two independent estimates, its interval put together from theirs, each end by the distances
 * to the ends it depends on (Zou & Donner 2008, Statistics in Medicine 27): low = d - √((a - low_a)² + (high_b - b)²),
 * high = d + √((high_a - a)² + (b - low_b)²). */
PX_API struct px_estimate px_estimate_difference(struct px_estimate a, struct px_estimate b);

#endif
