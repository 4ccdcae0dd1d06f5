/* Statements that are shown by the sentence they stand in. Private to the report room. */
#ifndef PX_REPORT_SAID_SENTENCE_H
#define PX_REPORT_SAID_SENTENCE_H

#include "comparison/comparison.h"

/* Is the statement best shown by its sentence: one that quotes a part of what it reports, in a sentence that is not long and
 * tears no quotation? A reader has who, when and of what in the article's own words. Linear in the quotations. */
bool px_said_is_mixed_sentence(const struct px_article *article, const struct px_attribution *attribution);

/* Do the words of the statement, and when it was made, all stand in its sentence? */
bool px_said_is_in_sentence(const struct px_article *article, const struct px_attribution *attribution);

#endif
