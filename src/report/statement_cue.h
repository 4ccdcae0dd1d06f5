/* The words by which an article reports a statement, as a line of the page begins with them. Private to the report
 * room. */
#ifndef PX_REPORT_STATEMENT_CUE_H
#define PX_REPORT_STATEMENT_CUE_H

#include "article/article.h"
#include "base/buffer.h"
#include "comparison/comparison.h"

/* Writes the cue of a quotation that stands by itself, with the few words of its clause behind it: "said", "told the
 * Ledger", "said in a letter"; more words become an ellipsis. Needs a cue with a verb. Returns whether they lead on to
 * what is said without a mark: "called for “more”". Writes nothing where the words are none of a sentence, "according
 * to", or there are none. */
bool px_statement_cue(const struct px_article *article, const struct px_attribution *attribution,
                      struct px_buffer *out);

/* Writes " (quoted words also in B; some quoted words also in C)", of the articles that have all that is quoted,
 * most of it, or some of its words, too (px_sourcing.also): so that what no other quotes need not be listed
 * again. Nothing where there are none. */
void px_statement_also(const struct px_comparison *comparison, size_t index, const struct px_attribution *attribution,
                       struct px_buffer *out);

/* Writes the words with a small letter in front: "Asserting that" inside of a line. */
void px_statement_words(struct px_slice words, struct px_buffer *out);

#endif
