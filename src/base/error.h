/* Errors: what went wrong, and where.
 *
 * Every function that can fail returns a px_status (PX_OK is 0, failures are negative) and takes a caller-owned
 * `struct px_error *` as its last parameter. On failure that record is filled and all outputs are left empty. The
 * library never prints, exits or aborts. A NULL error pointer is allowed: the caller then sees the status alone.
 *
 *     struct px_error error = {0};
 *     if (px_file_read(path, limit, &arena, &bytes, &error) != PX_OK)
 *         fprintf(stderr, "%s\n", px_error_format(&error, line, sizeof line));
 */
#ifndef PX_BASE_ERROR_H
#define PX_BASE_ERROR_H

#include <stddef.h>

#include "base/export.h"

enum px_status {
    PX_OK = 0,
    PX_ERROR_MEMORY = -1,    /* an allocation failed */
    PX_ERROR_IO = -2,        /* a file could not be opened, read or written */
    PX_ERROR_INPUT = -3,     /* the bytes are not what they should be (binary, wrong encoding, empty) */
    PX_ERROR_SYNTAX = -4,    /* a lexicon, pattern, record or option is malformed */
    PX_ERROR_LIMIT = -5,     /* a stated limit was met */
    PX_ERROR_NOT_FOUND = -6, /* a named thing does not exist */
    PX_ERROR_USAGE = -7,     /* the caller asked for something that makes no sense */
    PX_ERROR_NUMERIC = -8,   /* a computation has no finite result */
    PX_ERROR_CLOSED = -9     /* who reads the output has gone: nothing is wrong, and nothing is left to do */
};

/* One failure. `line` and `column` count from 1 and are 0 when unknown; `column` and `offset` are bytes. */
struct px_error {
    enum px_status code;
    char message[256];
    char file[512];
    size_t line;
    size_t column;
    size_t offset;
    size_t limit; /* in bytes, where an input is larger; else 0 */
};

/* Fills `error` (may be NULL) and returns `code`, so that a failing function can end in one line. */
PX_API enum px_status px_error_set(struct px_error *error, enum px_status code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same for an allocation that failed: "out of memory". */
PX_API enum px_status px_no_memory(struct px_error *error);

/* The same for what is beyond `limit` bytes ("input is larger"): "input is larger than the limit of 64M". */
PX_API enum px_status px_over_limit(struct px_error *error, const char *what, size_t limit);

/* Adds the place to an error already set; `file` may be NULL to keep what stands there. Returns error->code. */
PX_API enum px_status px_error_place(struct px_error *error, const char *file, size_t line, size_t column);

/* Writes `file:line:column: message` (as far as known) into `line`, always NUL-terminated; returns `line`. */
PX_API char *px_error_format(const struct px_error *error, char *line, size_t size);

/* The stable name of a status for JSON: "memory", "io", "input", "syntax", "limit", "not_found", "usage", "numeric", "closed". */
PX_API const char *px_status_name(enum px_status code);

#endif
