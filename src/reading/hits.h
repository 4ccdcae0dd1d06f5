/* Hits alone: what lexicons find in an article, for who counts and annotates nothing else.
 *
 *     px_annotate_hits(&worker, &article, &error);
 *     article.hits, article.counts.words
 */
#ifndef PX_READING_HITS_H
#define PX_READING_HITS_H

#include "article/article.h"
#include "lexicon/resources.h"

/* Fills tokens, counts.words, and hits just as px_annotate does. Sentences are looked for, and words told apart, only
 * where hits depend on it: otherwise each block is one sentence, and words in no entry share the empty word's form.
 * Linear, but for patterns that hold a space. */
PX_API enum px_status px_annotate_hits(struct px_worker *worker, struct px_article *article, struct px_error *error);

#endif
