/* Headline against body: what the steps share. Private to headline*.c. */
#ifndef PX_CONTRAST_HEADLINE_H
#define PX_CONTRAST_HEADLINE_H

#include "align/telling.h"

/* Adds loaded words, claims and figures that the body of the article has otherwise. `tellings` are the article's
 * own. */
enum px_status px_headline_points(struct px_compare_context *context, size_t article,
                                  const struct px_tellings *tellings, struct px_error *error);

/* Adds figures and periods of headline and standfirst that the body has nowhere, in digits or words. False when memory is
 * out. Linear in the article, for each of them. */
bool px_headline_lone_figures(struct px_compare_context *context, size_t article);

/* Fills in which topic the headline puts first, and the article's largest one, from the names that are listed. `tellings`
 * are the article's own. Linear in the topics, for each the article's sentences. */
void px_headline_find_topics(const struct px_compare_context *context, size_t article,
                             const struct px_tellings *tellings, struct px_headline *headline);

/* Is the referent among the names of the headline? */
bool px_headline_lists(const struct px_headline *headline, uint32_t referent);

/* Does headline or standfirst of the article name the referent, by an entity, by any word of its names, or by another name
 * of the party? */
bool px_headline_names(const struct px_compare_context *context, size_t article, uint32_t referent);

/* Do the words stand from the token on, for `compounds` one word perhaps as a part of a longer one? `*end` is the token
 * behind them. A short form in capitals is none in small letters: "US" and "us". */
bool px_headline_stand(const struct px_compare_context *context, size_t article, struct px_slice words, bool compounds,
                       uint32_t token, uint32_t *end);

/* How often the body has the words, of a person the last of them, other names that hold them aside: what a reader can
 * count again, whatever they mean there. */
uint32_t px_headline_written(const struct px_compare_context *context, size_t article, uint32_t referent,
                             struct px_slice words);

#endif
