/* The articles in full, side by side, with what was found marked in the running text. Private to the room. */
#ifndef PX_REPORT_HTML_ARTICLES_H
#define PX_REPORT_HTML_ARTICLES_H

#include "report/html_markdown.h"

/* Appends the switches and the articles; every sentence has its id and the way back to where html->citations cite it.
 * Linear in the texts and what was found in them. */
void px_html_articles(struct px_html *html);

#endif
