/* The words of a sentence by which a reader sees what a place in it tells. Private to the report room. */
#ifndef PX_REPORT_CLAUSE_ROUND_H
#define PX_REPORT_CLAUSE_ROUND_H

#include <stdbool.h>

#include "article/article.h"

struct px_clause_round {
    struct px_span span; /* empty where the words would be too many, or half of a quotation */
    bool cut;            /* words of the sentence stand behind it */
};

/* All of the sentence, where it has at most 46 words; else what stands before the mark that ends the clause of the byte at
 * `at`, where these are no more. O(words of the sentence × quotations of its paragraph + log n) */
struct px_clause_round px_clause_round(const struct px_article *article, uint32_t at);

#endif
