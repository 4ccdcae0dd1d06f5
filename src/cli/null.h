/* The numbers of an empirical null in a file (--null): a lexicon of four entries with weights. */
#ifndef PX_CLI_NULL_H
#define PX_CLI_NULL_H

#include "align/null.h"
#include "base/buffer.h"

/* Writes the file's text; `pairs` of articles were measured. */
void px_null_write(const struct px_compare_null *null, size_t pairs, struct px_buffer *out);

/* `path` may be NULL: the built-in numbers. Fails where a number is missing, or none that can be. */
enum px_status px_null_read(const char *path, struct px_compare_null *null, struct px_error *error);

#endif
