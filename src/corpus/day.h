/* Days: dates as numbers that can be subtracted. */
#ifndef PX_CORPUS_DAY_H
#define PX_CORPUS_DAY_H

#include <stdint.h>

#include "base/slice.h"

#define PX_DAY_NONE INT32_MAX /* no date: behind every day */

/* The day, counted from 1970-01-01, of a text that begins with an ISO date (2017-12-21, whatever follows but a digit);
 * PX_DAY_NONE where there is none. The time of day and its zone are left aside: a day is the one that is written. */
PX_API int32_t px_day_read(struct px_slice text);

#endif
