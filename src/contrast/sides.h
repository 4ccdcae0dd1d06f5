/* Which speakers the sides of the user's list (--sides) name.
 */
#ifndef PX_CONTRAST_SIDES_H
#define PX_CONTRAST_SIDES_H

#include "article/article.h"

/* Is a speaker of the article one whom the entry of `sides` names? The scratch is the caller's. False when memory is out. */
PX_API bool px_compare_speaks(const struct px_article *article, struct px_slice name, struct px_arena *scratch);

#endif
