#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 4 * 1024 * 1024, ALIGNMENT = alignof(max_align_t) };

struct px_arena_block {
    struct px_arena_block *previous;
    alignas(max_align_t) char bytes[];
};

/* Stands in a block of the arena itself. */
struct px_arena_guest {
    struct px_arena_guest *previous;
    void *piece;
};

static size_t round_up(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static int add_block(struct px_arena *arena, size_t need)
{
    size_t size = arena->size == 0 ? FIRST_BLOCK : arena->size * 2;
    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < need)
        size = need;
    struct px_arena_block *block = malloc(sizeof *block + size);
    if (block == NULL)
        return -1;
    block->previous = arena->last;
    arena->last = block;
    arena->used = 0;
    arena->size = size;
    arena->total += size;
    return 0;
}

/* Where the newest piece could end, in bytes from its start: the room left behind `piece`, 0 when it is not the
 * newest. */
static size_t room_behind(const struct px_arena *arena, const char *piece, size_t size)
{
    if (arena->last == NULL || piece + round_up(size) != arena->last->bytes + arena->used)
        return 0;
    return arena->size - (size_t)(piece - arena->last->bytes);
}

/* A piece whose bytes are whatever they were. */
static void *take_raw(struct px_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4)
        return NULL;
    size_t need = round_up(size == 0 ? 1 : size);
    if ((arena->last == NULL || arena->size - arena->used < need) && add_block(arena, need) != 0)
        return NULL;
    void *piece = arena->last->bytes + arena->used;
    arena->used += need;
    return piece;
}

void *px_arena_take(struct px_arena *arena, size_t size)
{
    void *piece = take_raw(arena, size);
    return piece == NULL ? NULL : memset(piece, 0, size);
}

void *px_arena_grow(struct px_arena *arena, void *old, size_t old_size, size_t new_size)
{
    if (old == NULL)
        return take_raw(arena, new_size);
    if (new_size <= old_size || new_size > SIZE_MAX / 4)
        return new_size <= old_size ? old : NULL;
    size_t had = round_up(old_size == 0 ? 1 : old_size);
    if (room_behind(arena, old, old_size == 0 ? 1 : old_size) >= round_up(new_size)) {
        arena->used += round_up(new_size) - had;
        return old;
    }
    void *piece = take_raw(arena, new_size);
    if (piece != NULL)
        memcpy(piece, old, old_size);
    return piece;
}

struct px_slice px_arena_copy(struct px_arena *arena, struct px_slice slice)
{
    char *bytes = take_raw(arena, slice.size + 1);
    if (bytes == NULL)
        return (struct px_slice){0};
    if (slice.size > 0)
        memcpy(bytes, slice.data, slice.size);
    bytes[slice.size] = '\0';
    return (struct px_slice){bytes, slice.size};
}

bool px_arena_adopt(struct px_arena *arena, void *piece, size_t size)
{
    struct px_arena_guest *guest = px_arena_new(arena, struct px_arena_guest);
    if (guest == NULL)
        return false;
    *guest = (struct px_arena_guest){arena->guests, piece};
    arena->guests = guest;
    arena->total += size;
    return true;
}

static void free_guests(struct px_arena *arena)
{
    for (; arena->guests != NULL; arena->guests = arena->guests->previous)
        free(arena->guests->piece);
}

static void free_blocks(struct px_arena_block *block)
{
    while (block != NULL) {
        struct px_arena_block *previous = block->previous;
        free(block);
        block = previous;
    }
}

void px_arena_clear(struct px_arena *arena)
{
    if (arena->last == NULL)
        return;
    free_guests(arena);
    free_blocks(arena->last->previous);
    arena->last->previous = NULL;
    arena->used = 0;
    arena->total = arena->size;
}

void px_arena_release(struct px_arena *arena)
{
    free_guests(arena);
    free_blocks(arena->last);
    *arena = (struct px_arena){0};
}
