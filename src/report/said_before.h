/* What quoted words point at: the sentence before them. Private to the report room. */
#ifndef PX_REPORT_SAID_BEFORE_H
#define PX_REPORT_SAID_BEFORE_H

#include "article/article.h"

/* The sentence, or the few, before words that point at something which they do not name, "“That burns,” she said", or that
 * were said "at the time". Empty for every other, where the words of `shown` (or NULL), which stand right before it on the
 * page, go as far, and where there are none in the running text, or none short enough to show. */
struct px_span px_said_before(const struct px_article *article, const struct px_attribution *attribution,
                              const struct px_attribution *shown);

/* The same of words whose own sentence, which is shown for them, points at the one before. */
struct px_span px_said_sentence_before(const struct px_article *article, const struct px_attribution *attribution,
                                       const struct px_attribution *shown);

/* Do words point at what neither that sentence nor those of `shown` can tell? Nobody understands them by themselves. */
bool px_said_hangs(const struct px_article *article, const struct px_attribution *attribution,
                   const struct px_attribution *shown);

#endif
