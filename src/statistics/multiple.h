/* Many tests at once: the share of false alarms among what is reported.
 *
 *     double q[] = {0.01, NAN, 0.04};
 *     px_multiple_bh(q, 3, &error);                         // {0.02, NAN, 0.04}
 */
#ifndef PX_STATISTICS_MULTIPLE_H
#define PX_STATISTICS_MULTIPLE_H

#include <stddef.h>

#include "base/error.h"

/* Turns the p values of one family into q values, in place: with the m tested ones sorted, q_(i) = min over j >= i of
 * p_(j) m / j, at most 1 (Benjamini & Hochberg 1995). NaN is "not tested": it stays and does not count. Equal p give
 * equal q; the order of the family does not matter. O(n log n). Fails with PX_ERROR_MEMORY alone, p unchanged. */
PX_API enum px_status px_multiple_bh(double *p, size_t count, struct px_error *error);

#endif
