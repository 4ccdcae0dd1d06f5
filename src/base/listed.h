/* How many items of a list are written out before "and 3 more".
 *
 *     size_t shown = px_listed(count, MOST_NAMES);
 *     if (count > shown) … "and %zu more", count - shown
 */
#ifndef PX_BASE_LISTED_H
#define PX_BASE_LISTED_H

#include <stddef.h>

enum { PX_LISTED_SPARE = 2 }; /* "and 2 more" would take the room of the two */

/* `most` of `count` items, or all of them where no more than PX_LISTED_SPARE would be left out. */
static inline size_t px_listed(size_t count, size_t most)
{
    return count <= most + PX_LISTED_SPARE ? count : most;
}

#endif
