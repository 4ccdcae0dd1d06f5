/* Across many events: whether a figure that was measured once an event (the difference of two outlets) is other than 0.
 *
 *     double differences[] = {1.2, .4, -.3, 2.0, .9, 1.1};
 *     struct px_across across;
 *     px_events_across(differences, 6, seed, &across, &error);          // mean .88, p .0625, effect 1.12
 *
 * The event is what is drawn: articles on one event are not independent of each other, events are.
 */
#ifndef PX_STATISTICS_EVENTS_H
#define PX_STATISTICS_EVENTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "statistics/estimate.h"

enum { PX_EVENTS_FEWEST = 6, PX_EVENTS_EXACT = 12, PX_EVENTS_REPLICATES = 9999 };

struct px_across {
    struct px_estimate mean;
    double effect; /* d_z: the mean by the standard deviation of the events (Cohen 1988) */
    double p;
};

/* The mean of `count` numbers and, from PX_EVENTS_FEWEST events on, its interval: the studentised bootstrap over events
 * (Efron & Tibshirani 1993, 12.5), from m - t_high s to m - t_low s, t* = (m* - m) / s*, s the standard error of the
 * mean times √(n / (n - 1)), since what is drawn of few events spreads less than they do; but no end nearer than Student's.
 * (Neither alone will do: of 6 to 100 skewed events the first held the truth in .90 to .94 of samples, the second in .87
 * to .94, both together in .91 to .96, of normal ones in .95 to .97.) p is that of the sign-flip permutation, mean 0 under the null: the share of the 2^n ways to turn signs whose mean
 * is as far from 0, all of them up to PX_EVENTS_EXACT events; beyond that PX_EVENTS_REPLICATES drawn ones (fewer for
 * thousands of events), the one seen among them (Phipson & Smyth 2010). The order of the numbers changes an interval or a
 * drawn p within its error. Signs are exchangeable where the differences are symmetric; where they are skewed, p <= .05 comes
 * up to twice as often as it should, so that nothing is said to differ whose interval covers 0.
 *
 * NaN: everything without events or with a number that is not finite; effect and p of one event; effect and interval
 * where all numbers are equal (p is then 1 for zeros). PX_ERROR_MEMORY. */
PX_API enum px_status px_events_across(const double *numbers, size_t count, uint64_t seed, struct px_across *across,
                                       struct px_error *error);

#endif
