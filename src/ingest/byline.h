/* Bylines: who wrote it, without "By", job titles, dates and buttons.
 *
 * Several names stand in one string, joined by ", " where the page gives them apart ("Ada Quill, Ben Roe"); a list that
 * the page writes out ("Ada Quill and Ben Roe") stays as it is.
 */
#ifndef PX_INGEST_BYLINE_H
#define PX_INGEST_BYLINE_H

#include "ingest/page.h"

/* Judges facts->byline, in order of trust: JSON-LD (in `facts` already), meta properties, elements with rel or itemprop
 * author, elements whose class says so, a line by the headline that begins like a byline. A name that is only the
 * outlet's gives way to a person's that the page prints. */
void px_byline_judge(struct px_page *page, struct px_facts *facts);

/* The same for a page without markup: what facts->byline has, else such a line. */
void px_byline_judge_text(struct px_page *page, struct px_facts *facts);

/* The name or names in a text; empty when it does not look like any. `outlet` (may be empty) is no part of a list of
 * names. Of the arena. */
struct px_slice px_byline_tidy(struct px_page *page, struct px_slice text, struct px_slice outlet);

#endif
