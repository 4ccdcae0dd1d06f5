/* The words round a place in the text, by which a reader sees what is told there. Private to the report room. */
#ifndef PX_REPORT_CLAUSE_ROUND_H
#define PX_REPORT_CLAUSE_ROUND_H

#include <stdbool.h>

#include "article/article.h"

struct px_clause_round {
    struct px_span span;
    bool cut_before, cut_after; /* words of its sentence stand before it, behind it */
};

/* The words between the marks before and behind the byte at `at`, of its sentence; with what stands beyond a mark where
 * they are few, but beyond none of quotation, and not more than three dozen. O(words of the sentence) */
struct px_clause_round px_clause_round(const struct px_article *article, uint32_t at);

/* The whole sentence, where it has at most 46 words and no marks of quotation; else the words between its marks, as above.
 * O(words of the sentence) */
struct px_clause_round px_sentence_round(const struct px_article *article, uint32_t at);

#endif
