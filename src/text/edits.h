/* How many letters two words differ by: a letter changed, dropped or added, or two beside each other swapped.
 *
 *     px_text_edits(PX_SLICE("Wednedsay"), PX_SLICE("Wednesday"))   // 1
 */
#ifndef PX_TEXT_EDITS_H
#define PX_TEXT_EDITS_H

#include "base/export.h"
#include "base/slice.h"

enum { PX_EDITS_MOST = 64 }; /* of longer words nothing but this is said */

/* Counts bytes; a word of several hundred letters is as far from any other as can be. Quadratic in the words' length. */
PX_API size_t px_text_edits(struct px_slice a, struct px_slice b);

#endif
