/* A page and the other pages of its outlet: counting its lines, and marking those that recur. */
#ifndef PX_INGEST_REPEAT_H
#define PX_INGEST_REPEAT_H

#include "ingest/page.h"

/* Adds the page's lines to page->counting, under its outlet (its site's domain where the outlet is not named). */
enum px_status px_repeat_count(const struct px_page *page, struct px_error *error);

/* Fixes as furniture what recurs in page->recurring and no rule has decided yet. Does nothing where that is NULL. An
 * article most of whose sentences recur is a copy (an update, a wire story), and its sentences stay. After the head is
 * marked, before the decision. */
void px_repeat_mark(struct px_page *page);

/* Does the line stand in so many of the outlet's articles that it is the headline of none? */
bool px_repeat_is_fixture(const struct px_page *page, const struct px_unit *unit);

#endif
