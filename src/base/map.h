/* A map from ids to numbers that is as large as what is put into it, not as the range of the ids.
 *
 * Room for all keys is taken at once, from an arena, and never grows: for what one article says of its words, where
 * an array over the whole vocabulary would cost more than the article. A lookup is O(1) on average.
 *
 *     struct px_map map;
 *     if (!px_map_init(&map, token_count, arena)) ...     // at most token_count different keys
 *     uint32_t *count = px_map_at(&map, form);            // 0 for a new key; good until the arena is cleared
 *     ++*count;
 */
#ifndef PX_BASE_MAP_H
#define PX_BASE_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct px_map_slot {
    uint64_t key; /* + 1; 0: empty */
    uint32_t value;
};

struct px_map {
    struct px_map_slot *slots;
    uint32_t mask;
};

/* An empty map for `limit` different keys; false when memory is out. */
static inline bool px_map_init(struct px_map *map, size_t limit, struct px_arena *arena)
{
    size_t size = 16;
    while (size / 2 < limit && size <= UINT32_MAX / 2)
        size *= 2;
    map->mask = (uint32_t)(size - 1);
    map->slots = size / 2 < limit ? NULL : px_arena_array(arena, struct px_map_slot, size);
    return map->slots != NULL;
}

/* The key's value, for reading and writing. */
static inline uint32_t *px_map_at(struct px_map *map, uint32_t key)
{
    uint64_t wanted = (uint64_t)key + 1;
    uint32_t at = (uint32_t)(wanted * 0x9E3779B97F4A7C15u >> 32) & map->mask;
    while (map->slots[at].key != 0 && map->slots[at].key != wanted)
        at = (at + 1) & map->mask;
    map->slots[at].key = wanted;
    return &map->slots[at].value;
}

#endif
