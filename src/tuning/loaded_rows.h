/* Rows of named, sparse features, and logistic regression over them. Internal to the room.
 *
 *     struct px_rows rows = {0};
 *     px_rows_begin(&rows, label, fold);
 *     px_rows_take(&rows, PX_SLICE("stem=regim"), 1);      // also as a px_loaded_sink
 *     px_rows_fit(&rows, &how, PX_NONE, weights, &error);   // PX_NONE: all folds
 */
#ifndef PX_TUNING_LOADED_ROWS_H
#define PX_TUNING_LOADED_ROWS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/table.h"
#include "base/vector.h"

struct px_row_value {
    uint32_t feature;
    double value;
};

struct px_row {
    size_t first; /* of the values */
    size_t count;
    uint32_t fold;
    bool label;
    bool teaches; /* false: it is scored, not learned from */
};

/* All zero is empty. */
struct px_rows {
    struct px_arena arena;
    struct px_table names;
    PX_VECTOR(struct px_row_value) values;
    PX_VECTOR(struct px_row) rows;
    PX_VECTOR(uint32_t) seen; /* by feature: how many rows have it */
    PX_VECTOR(uint32_t) last; /* by feature: the last row that has it, + 1 */
    double scale;             /* values taken are multiplied by it */
    bool failed;              /* memory ran out */
};

void px_rows_begin(struct px_rows *rows, bool label, bool teaches, uint32_t fold);

/* Adds a value to the row begun last; `to` is the rows. */
void px_rows_take(void *to, struct px_slice name, double value);
void px_rows_release(struct px_rows *rows);

struct px_rows_how {
    double cost;     /* C */
    uint32_t fewest; /* features of fewer rows are left out */
};

/* Fits on the rows that teach and are not of the fold; fills `weights`, one a feature. Deterministic. */
enum px_status px_rows_fit(const struct px_rows *rows, const struct px_rows_how *how, uint32_t without, double *weights,
                           struct px_error *error);

/* The log-odds of a row. */
double px_rows_score(const struct px_rows *rows, size_t row, const double *weights);

/* Drops weights smaller than `cut`, rounds the others and appends them as a part of a model file. */
enum px_status px_rows_write(const struct px_rows *rows, const double *weights, double cut, struct px_slice part,
                             struct px_buffer *out, struct px_error *error);

#endif
