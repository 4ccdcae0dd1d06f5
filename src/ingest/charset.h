/* Character sets: bytes of any origin into UTF-8.
 *
 * In this order: a byte order mark; UTF-16 without one, told by its zero bytes; strict UTF-8; what the page declares
 * (meta charset, http-equiv, XML); windows-1252, which also stands in for what calls itself Latin-1. A text that is
 * UTF-8 but for some stray bytes keeps its UTF-8, and the stray bytes are read as windows-1252. Zero bytes become
 * spaces.
 */
#ifndef PX_INGEST_CHARSET_H
#define PX_INGEST_CHARSET_H

#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"

/* `declared` (may be NULL) is a charset that the transport named; `*text` borrows `bytes` where nothing had to change,
 * else it is the arena's. PX_ERROR_INPUT: "input is empty", "input is binary, not text". Linear. */
enum px_status px_charset_decode(struct px_slice bytes, const char *declared, struct px_arena *arena,
                                 struct px_slice *text, struct px_error *error);

#endif
