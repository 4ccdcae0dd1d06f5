/* Segmentation: an article's text into tokens and sentences, block by block. */
#ifndef PX_ARTICLE_SEGMENT_H
#define PX_ARTICLE_SEGMENT_H

#include "article/article.h"

/* Fills tokens, sentences, each block's sentences, and counts.words, .sentences, .paragraphs. Content blocks alone are
 * segmented; no sentence crosses a block. Linear. */
PX_API enum px_status px_article_segment(struct px_article *article, const struct px_segmenter *segmenter,
                                         struct px_vocabulary *vocabulary, struct px_error *error);

/* The same with every block left as one sentence, and words told apart only where the filter (may be NULL) wants them
 * (px_words_find_wanted): for who looks for some words and seldom asks where sentences end. */
PX_API enum px_status px_article_segment_blocks(struct px_article *article, const struct px_segmenter *segmenter,
                                                const struct px_filter *filter, struct px_vocabulary *vocabulary,
                                                struct px_error *error);

/* Gives an article the forms of another vocabulary than the one it was segmented with, as if it had been segmented with
 * that; where they are the same there is nothing to do. `from` must outlive the article: words of it may stand in what
 * was found. PX_ERROR_MEMORY leaves some tokens with the old forms. Linear. */
PX_API enum px_status px_article_move(struct px_article *article, const struct px_vocabulary *from,
                                      struct px_vocabulary *to, struct px_error *error);

#endif
