/* Character references of HTML: "&eacute;", "&#233;", "&#xE9;". */
#ifndef PX_INGEST_ENTITY_H
#define PX_INGEST_ENTITY_H

#include "base/buffer.h"

enum { PX_ENTITY_BYTES = 32 }; /* no reference is longer */

/* The character of a whole reference, "&" and ";" included; 0 when it is none. A number that is no character gives
 * PX_UTF8_BAD; 128 to 159 are read as windows-1252, as browsers do. */
uint32_t px_entity_value(struct px_slice reference);

/* Appends the text with its references replaced; the rest as it is. */
void px_entity_decode(struct px_slice text, struct px_buffer *out);

/* Are there references that a page escaped a second time ("&amp;quot;")? */
bool px_entity_is_doubled(struct px_slice text);

/* Appends the text with "&amp;" before the rest of a reference made "&" ("&amp;#8217;" is "&#8217;" then); gives how
 * many. The rest stays as it is. */
size_t px_entity_single(struct px_slice text, struct px_buffer *out);

#endif
