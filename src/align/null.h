/* The empirical null: what passages of articles on different events have in common, by chance and by being news.
 *
 * An edge of the comparison counts when it beats that. The built-in numbers were measured on news in English; another
 * kind of text has others, so that they can be measured in the user's own corpus:
 *
 *     struct px_null_sample sample = {0};
 *     px_null_add(&sample, articles, 2, &worker, &error);      // for many pairs on different events
 *     px_null_measure(&sample, &null, &error);
 *     px_null_sample_release(&sample);
 */
#ifndef PX_ALIGN_NULL_H
#define PX_ALIGN_NULL_H

#include "comparison/options.h"

/* One value a pair of paragraphs (evidence, rest), one a pair of passages of three paragraphs (likeness, the cosine of
 * their words). */
struct px_null_sample {
    struct px_arena arena;
    PX_VECTOR(double) evidence;
    PX_VECTOR(double) rest;
    PX_VECTOR(double) likeness;
    size_t pairs; /* of articles */
};

/* The numbers that px_compare uses when it is given none. */
PX_API struct px_compare_null px_null_built_in(void);

/* Adds what two articles on different events have in common. They were annotated by `worker`. Paragraphs squared. */
PX_API enum px_status px_null_add(struct px_null_sample *sample, const struct px_article *const articles[2],
                                  const struct px_worker *worker, struct px_error *error);

/* The quantiles of the sample: evidence .98, rest .99, likeness .99; z is the built-in one, since it is relative to the
 * two articles themselves. PX_ERROR_INPUT when the sample holds too little (20 pairs of articles). Sorts the sample. */
PX_API enum px_status px_null_measure(struct px_null_sample *sample, struct px_compare_null *null,
                                      struct px_error *error);
PX_API void px_null_sample_release(struct px_null_sample *sample);

#endif
