/* Which loaded words the report lists, so that pictures and evidence mark the same. Private to the report room. */
#ifndef PX_REPORT_LOADED_LISTED_H
#define PX_REPORT_LOADED_LISTED_H

#include "comparison/comparison.h"

/* Does the section on loaded wording list the article's match, as far as there is room? Linear in the indicators and in
 * what the articles share. */
bool px_loaded_is_listed(const struct px_comparison *comparison, size_t article, const struct px_match *match);

/* Does the section tell nothing of the figure, since it is of a single word, which may be none? Linear in the indicators. */
bool px_loaded_is_single(const struct px_comparison *comparison, const struct px_indicator *indicator);

#endif
