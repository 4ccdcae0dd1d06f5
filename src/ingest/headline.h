/* The headline of a page without markup: the line before the text that shares most words with it and with the first
 * line, which in a dumped page is its <title>: headline, separator, name of the site. */
#ifndef PX_INGEST_HEADLINE_H
#define PX_INGEST_HEADLINE_H

#include "ingest/page.h"

/* Sets facts.title and heading where a line is good enough; the roles that rules have fixed are known by then. */
void px_headline_judge(struct px_page *page);

#endif
