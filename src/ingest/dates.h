/* Dates as pages write them, in the languages whose month names are known. */
#ifndef PX_INGEST_DATES_H
#define PX_INGEST_DATES_H

#include "ingest/rules.h"

/* ISO 8601: "2017-12-21", with the time and zone that a machine-readable date gives: "2017-12-21T10:18:00+03:00". */
struct px_date {
    char iso[40];
    bool ambiguous; /* 12/03/2021: it was read as the day first, and may have been meant the other way */
};

/* The first date in a text: 2017-12-21 (with the time and zone that follow), 20171221 at its beginning, 2017/12/21,
 * 21.12.2017, 12/21/2017 (the day first where both could be), 21 December 2017, December 21, 2017 with the month's name
 * in any language that has months.tsv. False when there is none: days that no calendar has and years outside 1900 to
 * 2099 are none, and neither is "two hours ago". */
bool px_date_find(const struct px_rules *rules, struct px_slice text, struct px_date *date);

/* Are both the same day, or would they be if one had its day for its month, "2017-04-03" and "2017-03-04"? */
bool px_dates_may_be_one(struct px_slice iso, struct px_slice other);

/* Does the text begin with a dateline: a place in capitals and a dash, "MOUNT HOLLY (Wire) — "? No small word stands
 * between, as in "NATO officials — already there". Cost: the first 60 bytes. */
bool px_dates_open(struct px_slice text);

#endif
