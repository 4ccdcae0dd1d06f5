/* How a lexicon fares in a corpus: how often each entry counts, and which words there are.
 *
 *     struct px_lexicon_usage *usage;
 *     px_lexicon_usage_new(&lexicon, &usage, &error);
 *     px_lexicon_usage_add(usage, &tokens, vocabulary, &hits, &error);    // an article; hits of this lexicon alone
 *     px_lexicon_check(&lexicon, usage, &arena, &findings, &error);
 *     px_lexicon_usage_free(usage);
 */
#ifndef PX_LEXICON_USAGE_H
#define PX_LEXICON_USAGE_H

#include "base/table.h"
#include "lexicon/lexicon.h"
#include "text/hit.h"
#include "text/vocabulary.h"
#include "text/words.h"

struct px_lexicon_usage {
    struct px_arena arena;
    size_t entry_count;
    size_t *hits;    /* by entry */
    size_t *covered; /* by entry: words */
    bool *spelled;   /* by entry: known to be a word of the language */
    size_t documents;
    size_t words;
    struct px_table folds;      /* of words */
    PX_VECTOR(uint32_t) counts; /* by fold */
};

/* A count of nothing yet, to be freed by px_lexicon_usage_free, which takes NULL. The lexicon is not kept.
 * PX_ERROR_MEMORY. */
PX_API enum px_status px_lexicon_usage_new(const struct px_lexicon *lexicon, struct px_lexicon_usage **usage,
                                           struct px_error *error);
/* Counts the words of one document and the hits in it, which are of that lexicon alone. Linear. PX_ERROR_MEMORY. */
PX_API enum px_status px_lexicon_usage_add(struct px_lexicon_usage *usage, const struct px_tokens *tokens,
                                           const struct px_vocabulary *vocabulary, const struct px_hits *hits,
                                           struct px_error *error);
/* Marks the entries whose stem stands in `stems`, a lexicon of stems: they are no typing errors, however rare. Adds
 * their words to the vocabulary. */
PX_API enum px_status px_lexicon_usage_know(struct px_lexicon_usage *usage, const struct px_lexicon *lexicon,
                                            const struct px_lexicon *stems, struct px_vocabulary *vocabulary,
                                            struct px_error *error);
PX_API void px_lexicon_usage_free(struct px_lexicon_usage *usage);

#endif
