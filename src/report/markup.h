/* What HTML and SVG share: text of any origin as character data, safe between tags and inside quoted attributes.
 *
 * Every text that a page or a picture shows goes through here: an article that holds markup is shown, never run.
 */
#ifndef PX_REPORT_MARKUP_H
#define PX_REPORT_MARKUP_H

#include "base/buffer.h"

/* The text with & < > " ' as references; what XML does not allow (control characters, malformed bytes) as U+FFFD. */
void px_markup_text(struct px_buffer *out, struct px_slice text);

/* A length or coordinate with one decimal at most: "12", "12.5"; the same in every locale. */
void px_markup_length(struct px_buffer *out, double length);

#endif
