/* What stands round a number in an article. */
#ifndef PX_ALIGN_FIGURE_H
#define PX_ALIGN_FIGURE_H

#include "align/align.h"

struct px_figure {
    struct px_slice text; /* "at least 12 people" */
    bool bare;            /* nothing stands beside it */
    bool none;            /* it counts nothing, or is a year: no news by itself */
};

/* The number at the token, with what it counts. */
struct px_figure px_figure_read(const struct px_compare_context *context, const struct px_article *article,
                                uint32_t at);

/* The number at the token as written in digits, with its scale; NaN where its digits make none. */
double px_figure_value(const struct px_compare_context *context, const struct px_article *article, uint32_t at);

/* Is it money by the million or more? Two articles that give it for one thing may round it each in its way. */
bool px_figure_is_sum(const struct px_compare_context *context, const struct px_article *article, uint32_t at);

/* What the numbers of an article come to, each list in order: all in digits, those that are rough ("more than 60"), money
 * by the million; and how long its periods are, in months. */
struct px_sizes {
    double *items;
    size_t count;
    size_t capacity;
};
struct px_figure_sizes {
    struct px_sizes all, rough, sums, periods;
};

/* Reads them, into the arena; false when memory is out. O(n log n) */
bool px_figure_sizes_read(const struct px_compare_context *context, const struct px_article *article,
                          struct px_arena *arena, struct px_figure_sizes *sizes);

/* Has the other article a number near this one, and is one of the two rough, "more than 60" and "63", or are
 * both money by the million, "$5.7 billion" and "$5.6 billion"? */
bool px_figure_is_near(const struct px_compare_context *context, const struct px_article *article, uint32_t at,
                       const struct px_figure_sizes *others);

/* Has the other article a period as long as the one that the number at the token tells, in whatever words: "18-month"
 * and "a year and a half"? */
bool px_figure_lasts_alike(const struct px_compare_context *context, const struct px_article *article, uint32_t at,
                           const struct px_figure_sizes *others);

/* Is the token "million"? */
bool px_figure_is_scale(const struct px_compare_context *context, const struct px_article *article, uint32_t token);

/* What the scales behind the token multiply it by: 1,000,000 before "million", 1 where none follows. */
double px_figure_scale(const struct px_compare_context *context, const struct px_article *article, uint32_t at);

/* The token's text; and whether two tokens stand in one sentence (`token` may be behind the last one). */
struct px_slice px_figure_token(const struct px_article *article, uint32_t token);
bool px_figure_shares(const struct px_article *article, uint32_t token, uint32_t at);

#endif
