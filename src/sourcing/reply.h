/* Replies: which statement answers which.
 *
 * A statement whose cue answers ("replied", "hit back") or denies ("rejected") replies to the nearest statement of
 * another speaker before it, in the same sentence or the three before. What a denial replies to is denied.
 */
#ifndef PX_SOURCING_REPLY_H
#define PX_SOURCING_REPLY_H

#include "reading/annotation.h"

/* Fills `replies_to` of the attributions, and `denied` of those that are denied. Linear. */
PX_API enum px_status px_annotate_replies(struct px_annotation *annotation, struct px_error *error);

#endif
