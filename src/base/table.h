/* A hash table from byte strings to dense ids 0, 1, 2 … in the order of first insertion.
 *
 * Ids never change and never depend on the hash, so that output built from them is the same on every machine. Keys
 * are copied into the table's own arena. Open addressing; lookups are O(1) on average.
 *
 *     struct px_table table = {0};
 *     bool added;
 *     uint32_t id = px_table_add(&table, PX_SLICE("regime"), &added);   // PX_NONE when memory is out
 *     struct px_slice key = px_table_key(&table, id);
 *     px_table_release(&table);
 */
#ifndef PX_BASE_TABLE_H
#define PX_BASE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"
#include "base/vector.h"

#define PX_NONE UINT32_MAX

struct px_table_key {
    struct px_slice bytes;
    uint64_t hash;
};

/* Part of the key's hash stands beside its id, so that other keys are passed over without a look at them. */
struct px_table_slot {
    uint32_t id; /* PX_NONE: empty */
    uint32_t check;
};

/* All zero is an empty table. */
struct px_table {
    struct px_arena arena;
    PX_VECTOR(struct px_table_key) keys;
    struct px_table_slot *slots;
    uint32_t slot_count;
};

/* The key's id, adding it when it is new (`*added`, may be NULL, says which); PX_NONE when memory is out. */
PX_API uint32_t px_table_add(struct px_table *table, struct px_slice key, bool *added);

/* The same without a copy: the key's bytes (`.data` is not NULL) must outlive the table. */
PX_API uint32_t px_table_borrow(struct px_table *table, struct px_slice key, bool *added);

/* Room for `count` keys in all, so that none of them makes the table grow; false when memory is out. */
PX_API bool px_table_reserve(struct px_table *table, size_t count);

/* The key's id, or PX_NONE when it is not there. */
PX_API uint32_t px_table_find(const struct px_table *table, struct px_slice key);

/* The key of an id that the table gave; as long as the table lives. */
static inline struct px_slice px_table_key(const struct px_table *table, uint32_t id)
{
    return table->keys.items[id].bytes;
}

/* Gives back all memory; the table is empty then, and may be used again. */
PX_API void px_table_release(struct px_table *table);

#endif
