#include "base/vector.h"

#include <stdint.h>
#include <string.h>

void *px_vector_extend(struct px_arena *arena, void **items, size_t *count, size_t *capacity, size_t item_size)
{
    if (*count == *capacity) {
        size_t larger = *capacity == 0 ? 8 : *capacity * 2;
        if (larger > SIZE_MAX / 8 / item_size)
            return NULL;
        void *grown = px_arena_grow(arena, *items, *capacity * item_size, larger * item_size);
        if (grown == NULL)
            return NULL;
        *items = grown;
        *capacity = larger;
    }
    void *item = (char *)*items + *count * item_size;
    (*count)++;
    return memset(item, 0, item_size);
}
