/* A shelf: lists of numbers by key, each from the newest on. Private to the room.
 *
 *     struct px_shelf shelf = {0};
 *     px_shelf_put(&shelf, key, 7, arena);
 *     for (uint32_t p = px_shelf_get(&shelf, key).first; p != PX_NONE; p = shelf.places.items[p].next)
 *         use(shelf.places.items[p].number);
 *     px_table_release(&shelf.keys);
 */
#ifndef PX_OMISSION_SHELF_H
#define PX_OMISSION_SHELF_H

#include "base/table.h"
#include "base/vector.h"

struct px_shelf_place {
    uint32_t number;
    uint32_t next; /* place, or PX_NONE */
};

struct px_shelf_list {
    uint32_t first; /* place, or PX_NONE */
    uint32_t count;
};

struct px_shelf {
    struct px_table keys;
    PX_VECTOR(struct px_shelf_list) lists; /* [keys] */
    PX_VECTOR(struct px_shelf_place) places;
};

/* Puts the number in front of the key's list; lists and places are the arena's, keys the shelf's own. False when memory is
 * out. */
bool px_shelf_put(struct px_shelf *shelf, struct px_slice key, uint32_t number, struct px_arena *arena);

/* The key's list, empty where nothing was put. */
struct px_shelf_list px_shelf_get(const struct px_shelf *shelf, struct px_slice key);

#endif
