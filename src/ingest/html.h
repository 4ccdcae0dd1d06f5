/* HTML into a page: elements, units and metadata clues, in one pass of libxml2's parser without a document tree. */
#ifndef PX_INGEST_HTML_H
#define PX_INGEST_HTML_H

#include "ingest/page.h"

/* Reads UTF-8 HTML into an empty page. Broken markup is read as browsers do; elements deeper than 200 belong to the
 * element at that depth. Nothing is fetched. PX_ERROR_MEMORY only. Linear. */
enum px_status px_html_read(struct px_slice html, struct px_page *page, struct px_error *error);

#endif
