/* An arena: memory that is taken piece by piece and given back all at once.
 *
 * One arena an article, one scratch arena a worker, one a comparison. Nothing in an arena is freed by itself. Blocks
 * grow geometrically, so that N bytes cost O(N). An allocation that fails returns NULL and the arena stays usable.
 *
 *     struct px_arena arena = {0};
 *     struct thing *thing = px_arena_new(&arena, struct thing);
 *     px_arena_release(&arena);
 */
#ifndef PX_BASE_ARENA_H
#define PX_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/export.h"
#include "base/slice.h"

struct px_arena_block;
struct px_arena_guest;

/* All zero is an empty arena. */
struct px_arena {
    struct px_arena_block *last;
    size_t used;
    size_t size;
    size_t total;
    struct px_arena_guest *guests; /* what was adopted */
};

/* `size` zeroed bytes, aligned for any type; NULL when memory is out. A size of 0 gives a valid pointer. */
PX_API void *px_arena_take(struct px_arena *arena, size_t size);

/* Grows the piece at `old` (or NULL) from `old_size` to `new_size` bytes, in place where it is the newest one.
 * The new bytes are not zeroed. */
PX_API void *px_arena_grow(struct px_arena *arena, void *old, size_t old_size, size_t new_size);

/* A copy of the slice's bytes, NUL-terminated behind the end; `.data` is NULL when memory is out. */
PX_API struct px_slice px_arena_copy(struct px_arena *arena, struct px_slice slice);

/* Takes over a piece that malloc gave, to be freed with the arena: what has grown elsewhere need not be copied. `size`
 * is for the total. false when memory is out: the piece is still the caller's. */
PX_API bool px_arena_adopt(struct px_arena *arena, void *piece, size_t size);

/* Forgets everything but keeps the newest block for use again. */
PX_API void px_arena_clear(struct px_arena *arena);

/* Gives all memory back; the arena is empty and usable again. */
PX_API void px_arena_release(struct px_arena *arena);

#define px_arena_new(arena, type) ((type *)px_arena_take((arena), sizeof(type)))
#define px_arena_array(arena, type, count) ((type *)px_arena_take((arena), sizeof(type) * (count)))

#endif
