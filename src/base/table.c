#include "base/table.h"

#include <stdlib.h>

static uint64_t mix(uint64_t hash, uint64_t bytes)
{
    hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

static uint64_t read_eight(const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return eight;
}

/* The bytes of a key of less than eight, each at least once: read by sizes that are known, so that nothing waits for
 * memory that was just written. */
static uint64_t read_few(struct px_slice key)
{
    uint32_t first, last;
    if (key.size >= sizeof first) {
        memcpy(&first, key.data, sizeof first);
        memcpy(&last, key.data + key.size - sizeof last, sizeof last);
        return (uint64_t)last << 32 | first;
    }
    if (key.size == 0)
        return 0;
    first = (unsigned char)key.data[0];
    last = (unsigned char)key.data[key.size - 1];
    return first | (uint64_t)(unsigned char)key.data[key.size / 2] << 8 | (uint64_t)last << 16;
}

/* Eight bytes at a time, the last of them read again where the size is no multiple. Differs with the byte order of the
 * machine; ids do not depend on it. */
static uint64_t hash_of(struct px_slice key)
{
    uint64_t hash = key.size;
    size_t at = 0;
    if (key.size < sizeof hash)
        return mix(mix(hash, read_few(key)), 0);
    for (; key.size - at > sizeof hash; at += sizeof hash)
        hash = mix(hash, read_eight(key.data + at));
    return mix(mix(hash, read_eight(key.data + key.size - sizeof hash)), 0);
}

/* The slot where the key stands or would stand. */
static uint32_t slot_of(const struct px_table *table, struct px_slice key, uint64_t hash)
{
    uint32_t mask = table->slot_count - 1;
    uint32_t check = (uint32_t)(hash >> 32);
    uint32_t at = (uint32_t)hash & mask;
    for (; table->slots[at].id != PX_NONE; at = (at + 1) & mask)
        if (table->slots[at].check == check && px_slice_equal(table->keys.items[table->slots[at].id].bytes, key))
            break;
    return at;
}

static int grow_to(struct px_table *table, uint32_t larger)
{
    struct px_table_slot *slots = malloc(sizeof *slots * larger);
    if (slots == NULL)
        return -1;
    free(table->slots);
    table->slots = slots;
    table->slot_count = larger;
    memset(slots, 0xff, sizeof *slots * larger);
    for (uint32_t id = 0; id < table->keys.count; id++) {
        uint64_t hash = table->keys.items[id].hash;
        uint32_t at = (uint32_t)hash & (larger - 1);
        while (slots[at].id != PX_NONE)
            at = (at + 1) & (larger - 1);
        slots[at] = (struct px_table_slot){id, (uint32_t)(hash >> 32)};
    }
    return 0;
}

static int grow(struct px_table *table)
{
    uint32_t larger = table->slot_count == 0 ? 64 : table->slot_count * 2;
    return larger == 0 ? -1 : grow_to(table, larger);
}

bool px_table_reserve(struct px_table *table, size_t count)
{
    uint32_t slots = 64;
    while (slots < 2 * count && slots <= UINT32_MAX / 2)
        slots *= 2;
    if (table->keys.capacity < count) {
        size_t size = sizeof *table->keys.items;
        void *items = px_arena_grow(&table->arena, table->keys.items, table->keys.capacity * size, count * size);
        if (items == NULL)
            return false;
        table->keys.items = items;
        table->keys.capacity = count;
    }
    return slots <= table->slot_count || grow_to(table, slots) == 0;
}

static uint32_t add(struct px_table *table, struct px_slice key, bool copies, bool *added)
{
    bool unused = false;
    added = added == NULL ? &unused : added;
    *added = false;
    if (table->keys.count * 2 >= table->slot_count && grow(table) != 0)
        return PX_NONE;
    uint64_t hash = hash_of(key);
    uint32_t slot = slot_of(table, key, hash);
    if (table->slots[slot].id != PX_NONE)
        return table->slots[slot].id;
    struct px_slice kept = copies ? px_arena_copy(&table->arena, key) : key;
    struct px_table_key *item = kept.data == NULL ? NULL : px_vector_push(&table->keys, &table->arena);
    if (item == NULL)
        return PX_NONE;
    *item = (struct px_table_key){kept, hash};
    table->slots[slot] = (struct px_table_slot){(uint32_t)table->keys.count - 1, (uint32_t)(hash >> 32)};
    *added = true;
    return table->slots[slot].id;
}

uint32_t px_table_add(struct px_table *table, struct px_slice key, bool *added)
{
    return add(table, key, true, added);
}

uint32_t px_table_borrow(struct px_table *table, struct px_slice key, bool *added)
{
    return add(table, key, false, added);
}

uint32_t px_table_find(const struct px_table *table, struct px_slice key)
{
    if (table->slot_count == 0)
        return PX_NONE;
    return table->slots[slot_of(table, key, hash_of(key))].id;
}

void px_table_release(struct px_table *table)
{
    free(table->slots);
    px_arena_release(&table->arena);
    *table = (struct px_table){0};
}
