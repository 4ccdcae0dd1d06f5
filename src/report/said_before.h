/* What quoted words point at: the sentence before them. Private to the report room. */
#ifndef PX_REPORT_SAID_BEFORE_H
#define PX_REPORT_SAID_BEFORE_H

#include "article/article.h"

/* The sentence before a quotation that points at something which it does not name, "“That burns,” she said"; PX_NONE for
 * every other, and where the words of `shown` (or NULL), which stand right before it on the page, go as far, or there is
 * no such sentence in the running text, or none short enough to show. */
uint32_t px_said_before(const struct px_article *article, const struct px_attribution *attribution,
                        const struct px_attribution *shown);

#endif
