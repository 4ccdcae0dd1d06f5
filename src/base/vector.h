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
#include <string.h>

#include "base/arena.h"

#define PX_VECTOR(type)  \
    struct {             \
        type *items;     \
        size_t count;    \
        size_t capacity; \
    }

/* A new zeroed last item, or NULL when memory is out (the vector is unchanged then). Evaluates `vector` several times. */
#define px_vector_push(vector, arena)                                                                            \
    ((__typeof__((vector)->items))((vector)->count < (vector)->capacity                                          \
                                       ? memset(&(vector)->items[(vector)->count++], 0, sizeof *(vector)->items) \
                                       : px_vector_extend((arena), (void **)&(vector)->items, &(vector)->count,  \
                                                          &(vector)->capacity, sizeof *(vector)->items)))

/* The machinery behind px_vector_push: makes room where there is none. */
PX_API void *px_vector_extend(struct px_arena *arena, void **items, size_t *count, size_t *capacity, size_t item_size);

#endif
