/* HTML into a page: elements, units and metadata clues, in one pass of libxml2's parser without a document tree. */
#ifndef PX_INGEST_HTML_H
#define PX_INGEST_HTML_H

#include "ingest/page.h"

/* Reads UTF-8 HTML into an empty page. Broken markup is read as browsers do; elements deeper than 200 belong to the
 * element at that depth. Nothing is fetched. PX_ERROR_MEMORY, and PX_ERROR_LIMIT as px_page_check has it. Linear.
 *
 * Memory beyond the page: its text once, the words of each unit (at most 400 bytes), about 180 bytes a unit and 60 an
 * element; what is no text (scripts, styles, comments, attributes that are not read) costs none. The article's own copy
 * of the text comes on top. */
enum px_status px_html_read(struct px_slice html, struct px_page *page, struct px_error *error);

#endif
