/* Reading a reference frequency list (--reference): a word, a tab and a count a line. */
#ifndef PX_CLI_REFERENCE_H
#define PX_CLI_REFERENCE_H

#include "compare/compare.h"

struct px_reference_list {
    struct px_table words;
    struct px_arena arena;
    PX_VECTOR(uint64_t) counts;
    struct px_reference list;
};

/* `path` may be NULL: an empty list. A malformed line fails with its place. */
enum px_status px_reference_read(const char *path, struct px_reference_list *reference, struct px_error *error);
void px_reference_release(struct px_reference_list *reference);

#endif
