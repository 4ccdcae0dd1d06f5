/* What is wrong with a record: lines of "path: message", each with the place in the record it is about. */
#ifndef PX_TEST_PROBLEMS_H
#define PX_TEST_PROBLEMS_H

#include <stddef.h>

#include "base/buffer.h"

/* All zero is none. The caller releases `lines`. */
struct problems {
    struct px_buffer lines;
    size_t count;
};

/* Adds a line; `format` and what follows hold the path, too. */
void problem(struct problems *problems, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
