/* HTML without what no reader sees: the page as it is handed to the parser, piece by piece.
 *
 * Comments, the code of scripts and styles, every attribute that PX_MARKUP_ATTRIBUTES does not name for the tag, and
 * white space behind white space round a text are left out, in one pass; text, tags and their order stay as they are.
 * Most of a news page goes that way: the parser reads a quarter of it, and never meets a tag with a million attributes.
 * Tags end where browsers end them: a comment, script or attribute that is never closed goes on to the end of the page.
 *
 *     struct px_slim slim = {.html = PX_SLICE("<p class=a onclick='b'>c<!-- d --></p>")};
 *     while ((size = px_slim_read(&slim, bytes, sizeof bytes)) > 0)                       // <p class=a>c</p>
 *         ...
 *     px_slim_release(&slim);
 */
#ifndef PX_INGEST_SLIM_H
#define PX_INGEST_SLIM_H

#include "base/buffer.h"

/* All zero but `html`, which is only borrowed, is a reader at the beginning of the page. */
struct px_slim {
    struct px_slice html;
    size_t at;              /* what has been read of it */
    struct px_buffer ready; /* left over for the next call: a tag, a script's data or some text; `failed`: no memory */
    size_t given;           /* bytes of it that the caller has */
};

/* Up to `size` bytes more; 0 at the end, or when memory is out. Scripts that hold JSON or templates keep what they
 * hold. Linear in the page; holds the longest single tag or script besides some 16 KB. The whole is at most an eighth
 * larger than the page, and nearly always far smaller. */
size_t px_slim_read(struct px_slim *slim, char *bytes, size_t size);
void px_slim_release(struct px_slim *slim);

/* How many start tags there are, at most: what looks like one in a script counts too. */
size_t px_slim_count_tags(struct px_slice html);

#endif
