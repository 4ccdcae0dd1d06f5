/* HTML without what no reader sees: the page that is handed to the parser.
 *
 * Comments, the code of scripts and styles, and every attribute that PX_MARKUP_ATTRIBUTES does not name are left out,
 * in one pass; text, tags and their order stay as they are. Most of a news page goes that way: the parser reads a
 * quarter of it, and never meets a tag with a million attributes. Tags end where browsers end them: a comment, script
 * or attribute that is never closed goes on to the end of the page.
 *
 *     struct px_buffer slim = {0};
 *     px_markup_slim(PX_SLICE("<p class=a onclick='b'>c<!-- d --></p>"), &slim);      // <p class=a>c</p>
 *     px_buffer_release(&slim);
 */
#ifndef PX_INGEST_SLIM_H
#define PX_INGEST_SLIM_H

#include "base/buffer.h"

/* Appends the page to the buffer, which turns `failed` when memory is out. Scripts that hold JSON or templates keep
 * what they hold. Returns the number of start tags that may have content. Linear; the result is at most an eighth
 * larger than the page, and nearly always far smaller. */
size_t px_markup_slim(struct px_slice html, struct px_buffer *out);

#endif
