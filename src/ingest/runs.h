/* Sorted runs on disk: how counts of any number become one sorted stream in bounded memory (an external merge sort).
 *
 * A run is an unnamed temporary file of rows in the order of their keys. Merging goes through all runs side by side
 * and adds the counts of equal keys. When there are many runs they are merged into one.
 */
#ifndef PX_INGEST_RUNS_H
#define PX_INGEST_RUNS_H

#include <stdio.h>

#include "base/error.h"
#include "base/slice.h"

enum { PX_RUNS_AT_MOST = 64 };

struct px_row {
    struct px_slice key;
    uint64_t count;
};

/* All zero is empty. */
struct px_runs {
    FILE *files[PX_RUNS_AT_MOST];
    size_t count;
};

/* Takes each key of the merged stream once, in byte order; what it returns other than PX_OK ends the merge. The key
 * lives until it returns. */
typedef enum px_status px_runs_function(void *context, struct px_slice key, uint64_t count, struct px_error *error);

/* Adds rows that are sorted by px_slice_compare, no key twice. PX_ERROR_IO, PX_ERROR_MEMORY. */
enum px_status px_runs_add(struct px_runs *runs, const struct px_row *rows, size_t count, struct px_error *error);

/* Goes through all rows; the runs stay and can be merged again. */
enum px_status px_runs_merge(struct px_runs *runs, px_runs_function *function, void *context, struct px_error *error);

void px_runs_release(struct px_runs *runs);

#endif
