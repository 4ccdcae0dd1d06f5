/* Naming: who and what of several articles is one, and by which words each calls it.
 *
 * Private to the rooms that compare. Steps fail for want of memory alone, and are linear in the articles' words, or nearly.
 */
#ifndef PX_NAMING_NAMING_H
#define PX_NAMING_NAMING_H

#include "comparison/place.h"

/* The steps, in their order; those that another takes in stand below it. Each fills its part of the context or the
 * comparison from what those before it have filled. */
/* Which entities of several articles are one. */
enum px_status px_compare_link(struct px_compare_context *context, struct px_error *error);
/* comparison->referents, with the wordings of each. */
enum px_status px_compare_referents(struct px_compare_context *context, struct px_error *error);
/* The labels of the referents. */
enum px_status px_compare_epithets(struct px_compare_context *context, struct px_error *error);

/* Is the name of tokens [first, end) a capital or another seat of a government, which stands for its state:
 * "Havana"? */
bool px_compare_is_seat(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                        uint32_t end);

#endif
