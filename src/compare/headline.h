/* Headline against body: what the steps share. Private to headline*.c. */
#ifndef PX_COMPARE_HEADLINE_H
#define PX_COMPARE_HEADLINE_H

#include "compare/telling.h"

/* Adds loaded words, claims and figures that the body of the article has otherwise. `tellings` are the article's
 * own. */
enum px_status px_headline_points(struct px_compare_context *context, size_t article,
                                  const struct px_tellings *tellings, struct px_error *error);

/* Does headline or standfirst of the article name the referent, by an entity or by any word of its names? */
bool px_headline_names(const struct px_compare_context *context, size_t article, uint32_t referent);

#endif
