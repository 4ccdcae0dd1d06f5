/* Items with hashed features and labels, in sequences, as chains are fitted on them. Internal to the room.
 *
 *     struct px_sourcing_rows rows = {0};
 *     px_sourcing_rows_begin(&rows, record);
 *     px_sourcing_rows_add(&rows, &features, bound, (uint8_t[]){label, other});
 *     px_sourcing_rows_index(&rows, 4, &error);    // hashes become columns; of features met less often PX_NONE
 *     px_sourcing_rows_release(&rows);
 */
#ifndef PX_TUNING_SOURCING_ROWS_H
#define PX_TUNING_SOURCING_ROWS_H

#include "sourcing/sourcing_view.h"

enum { PX_SOURCING_TASKS = 2 }; /* kinds of labels an item has */

/* All zero is empty; all memory is the heap's. */
struct px_sourcing_rows {
    uint32_t *features;
    size_t feature_count, feature_capacity;
    size_t *first; /* by item, and one more */
    uint16_t *bounds;
    uint8_t *labels[PX_SOURCING_TASKS];
    size_t item_count, item_capacity;
    struct px_span *sequences; /* items [start, end) */
    uint32_t *records;         /* by sequence: where it is from */
    size_t sequence_count, sequence_capacity;
    uint32_t *hashes; /* by column, once indexed */
    uint32_t *counts; /* the same: in how many items */
    uint32_t columns;
    bool failed;
};

/* Begins a sequence. */
void px_sourcing_rows_begin(struct px_sourcing_rows *rows, uint32_t record);

/* Adds an item to the sequence begun last. */
void px_sourcing_rows_add(struct px_sourcing_rows *rows, const struct px_sourcing_features *features, uint16_t bound,
                          const uint8_t labels[PX_SOURCING_TASKS]);

/* Once, when all items are there. PX_ERROR_MEMORY. */
enum px_status px_sourcing_rows_index(struct px_sourcing_rows *rows, uint32_t fewest, struct px_error *error);
void px_sourcing_rows_release(struct px_sourcing_rows *rows);

#endif
