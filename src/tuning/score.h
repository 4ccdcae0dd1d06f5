/* Scores of cleaned pages against their annotation. Internal to the room. */
#ifndef PX_TUNING_SCORE_H
#define PX_TUNING_SCORE_H

#include "article/article.h"
#include "base/buffer.h"
#include "tuning/pages.h"

/* Sums over pages. */
struct px_clean_score {
    size_t right, wrong, missed; /* segments: wanted and there, unwanted and there, wanted and not there */
    double precision, recall;    /* shared runs of four words, summed over pages with a text */
    size_t with_text, with_gold; /* pages that count for each of the two */
};

/* Adds one page; false when memory is out. Segments are looked for in the whole text, runs of words are those of the
 * body, without title and standfirst. */
bool px_clean_score_add(const struct px_gold_page *gold, const struct px_article *article,
                        struct px_clean_score *score);

/* "html segments P 0.950 R 0.940 F1 0.945", and the same for body text, where there were such pages. */
void px_clean_score_write(const struct px_clean_score *score, const char *name, struct px_buffer *out);

#endif
