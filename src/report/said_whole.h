/* Statements whose words say another thing by themselves: what they stand in. Private to the report room. */
#ifndef PX_REPORT_SAID_WHOLE_H
#define PX_REPORT_SAID_WHOLE_H

#include "article/article.h"

/* Do the words begin inside a phrase, or lack their subject? */
bool px_said_needs_more(const struct px_attribution *attribution);

/* A denial without quoted words as one that needs more, told by its clause, which says what is denied. */
struct px_attribution px_said_denial(const struct px_attribution *denial);

/* The clause from the cue on, or the sentence up to the end of the words, without the speaker's name where it begins with
 * that, of a statement that needs more; empty where that is too long to show, or of several sentences. Linear in the
 * sentence and in the mentions. */
struct px_slice px_said_whole(const struct px_article *article, const struct px_attribution *attribution);

#endif
