/* Passages: texts made ready to be measured, once, whatever lexicon is then laid over them.
 *
 * Each text is annotated as `analyze --verbatim` would, so that every token has its voice. A gold text also has its
 * words by the rule of the scorer (runs of letters, digits and underscores, joined by ' ’ . and - inside) and what the
 * annotators said of them: where there are several, a word is marked when at least half of them mark it, and a text is
 * labelled when at least half say so.
 *
 *     struct px_passages passages = {0};
 *     px_passages_add_gold(&passages, &tools, &gold, &error);
 */
#ifndef PX_TUNING_PASSAGE_H
#define PX_TUNING_PASSAGE_H

#include "annotate/annotate.h"
#include "ingest/ingest.h"
#include "tuning/gold.h"

/* What reading texts needs; all of it is borrowed. */
struct px_tuning_tools {
    const struct px_ingest *ingest;
    const struct px_resources *resources;
    struct px_worker *worker;
    uint64_t seed;
};

struct px_passage {
    struct px_article article;         /* segmented and annotated */
    const struct px_gold_text *source; /* NULL for a text without gold */
    struct px_spans words;             /* of the scorer */
    uint8_t *word_marked;              /* by word */
    uint8_t *token_marked;             /* by token of the article: does it touch what is marked? */
    bool label;
    uint32_t group; /* near-duplicates share one (px_passages_group) */
};

struct px_passages {
    struct px_arena arena;
    PX_VECTOR(struct px_passage) items;
    uint32_t groups; /* how many; 0 before px_passages_group */
};

/* Adds every text of the gold, which must outlive the passages. */
PX_API enum px_status px_passages_add_gold(struct px_passages *passages, const struct px_tuning_tools *tools,
                                           const struct px_gold *gold, struct px_error *error);

/* Adds an article that ingest has filled, without gold; the article moves into the passages, whatever comes. */
PX_API enum px_status px_passages_add_article(struct px_passages *passages, const struct px_tuning_tools *tools,
                                              struct px_article *article, struct px_error *error);

/* Gives each passage its group: two that share 40 % of the smaller one's runs of five words stand together, and so
 * does whatever stands with either. Linear in the words, but for runs that stand in very many passages: of those the
 * first 50 are compared. */
PX_API enum px_status px_passages_group(struct px_passages *passages, struct px_error *error);

/* Gives back all memory, that of the articles that moved in too. */
PX_API void px_passages_release(struct px_passages *passages);

/* Half-open spans [first, end) of `spans` that touch [start, end)? Spans are in order; `*at` is the caller's finger,
 * moved forward; start it at 0 and ask in order. */
PX_API bool px_spans_touch(const struct px_spans *spans, size_t *at, uint32_t start, uint32_t end);

/* Letters and inner hyphens alone: what needs no care in an entry. */
PX_API bool px_word_is_plain(struct px_slice word);

/* Appends the scorer's words of `text`. False: no memory. */
PX_API bool px_passage_find_words(struct px_slice text, struct px_arena *arena, struct px_spans *words);

#endif
