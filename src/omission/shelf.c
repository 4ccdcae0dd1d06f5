#include "omission/shelf.h"

bool px_shelf_put(struct px_shelf *shelf, struct px_slice key, uint32_t number, struct px_arena *arena)
{
    bool added;
    uint32_t id = px_table_add(&shelf->keys, key, &added);
    struct px_shelf_list *list = id == PX_NONE ? NULL
                                 : added       ? px_vector_push(&shelf->lists, arena)
                                               : &shelf->lists.items[id];
    struct px_shelf_place *place = list == NULL ? NULL : px_vector_push(&shelf->places, arena);
    if (place == NULL)
        return false;
    *place = (struct px_shelf_place){number, added ? PX_NONE : list->first};
    list->first = (uint32_t)shelf->places.count - 1;
    list->count++;
    return true;
}

struct px_shelf_list px_shelf_get(const struct px_shelf *shelf, struct px_slice key)
{
    uint32_t id = px_table_find(&shelf->keys, key);
    return id == PX_NONE ? (struct px_shelf_list){PX_NONE, 0} : shelf->lists.items[id];
}
