/* What a speaker adds to quoted words: the short sentence behind them. Private to the report room. */
#ifndef PX_REPORT_SAID_BEHIND_H
#define PX_REPORT_SAID_BEHIND_H

#include "article/article.h"

/* The sentence right behind the statement's, in its paragraph, in which the same speaker surely goes on in the article's
 * words, "“All pits are open,” she said. *All but one, she added.*": short, it may turn what is quoted. Empty where there is
 * none. Linear in the statements. */
struct px_span px_said_behind(const struct px_article *article, const struct px_attribution *attribution);

#endif
