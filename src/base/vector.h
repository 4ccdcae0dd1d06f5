/* Growing arrays that live in an arena.
 *
 * A vector is any struct with the members `items`, `count` and `capacity`; PX_VECTOR(type) declares one. All zero is
 * an empty vector. Growth is geometric: N pushes cost O(N).
 *
 *     PX_VECTOR(struct px_span) spans = {0};
 *     struct px_span *span = px_vector_push(&spans, arena);   // zeroed, or NULL when memory is out
 */
#ifndef PX_BASE_VECTOR_H
#define PX_BASE_VECTOR_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

#define PX_VECTOR(type)  \
    struct {             \
        type *items;     \
        size_t count;    \
        size_t capacity; \
    }

/* A new zeroed last item, or NULL when memory is out (the vector is unchanged then). Evaluates `vector` several
 * times. */
#define px_vector_push(vector, arena)                                                                            \
    ((__typeof__((vector)->items))((vector)->count < (vector)->capacity                                          \
                                       ? memset(&(vector)->items[(vector)->count++], 0, sizeof *(vector)->items) \
                                       : px_vector_extend((arena), (void **)&(vector)->items, &(vector)->count,  \
                                                          &(vector)->capacity, sizeof *(vector)->items)))

/* The machinery behind px_vector_push: makes room where there is none. */
PX_API void *px_vector_extend(struct px_arena *arena, void **items, size_t *count, size_t *capacity, size_t item_size);

/* Index of the first item whose number `field` (a uint32_t) is at least `key`, or the count when none is; the items
 * are in order of it. O(log count). Evaluates `vector` several times. */
#define px_vector_from(vector, field, key) \
    ((vector)->count == 0 ? (size_t)0      \
                          : px_numbers_from(&(vector)->items->field, sizeof *(vector)->items, (vector)->count, (key)))

/* The machinery behind px_vector_from: `count` numbers, each `stride` bytes behind the one before it. */
static inline size_t px_numbers_from(const uint32_t *numbers, size_t stride, size_t count, uint32_t key)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (*(const uint32_t *)(const void *)((const char *)numbers + middle * stride) < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
