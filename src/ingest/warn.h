/* Warnings: what a reader should know of a page before trusting the text taken out of it. */
#ifndef PX_INGEST_WARN_H
#define PX_INGEST_WARN_H

#include "ingest/page.h"

/* Warns of a decided HTML page that looks like an index, that holds text of several articles, or whose text may be
 * a paywall's teaser: it breaks off at a notice, or is short on a page that says that it is not free to read. Linear. */
enum px_status px_page_warn(struct px_page *page, struct px_article *article, struct px_error *error);

#endif
