#include "tuning/sourcing_rows.h"

#include <stdlib.h>

/* `place` points to a pointer: its memory grows; false (and failed) when there is none. */
static bool grow(struct px_sourcing_rows *rows, void *place, size_t capacity, size_t size)
{
    void *old;
    memcpy(&old, place, sizeof old);
    void *grown = realloc(old, capacity * size);
    if (grown == NULL)
        rows->failed = true;
    else
        memcpy(place, &grown, sizeof grown);
    /* cppcheck-suppress memleak */ /* it is where `place` points */
    return grown != NULL;
}

static size_t twice(size_t capacity)
{
    return capacity < 1024 ? 1024 : 2 * capacity;
}

void px_sourcing_rows_begin(struct px_sourcing_rows *rows, uint32_t record)
{
    if (rows->failed)
        return;
    if (rows->sequence_count == rows->sequence_capacity) {
        size_t capacity = twice(rows->sequence_capacity);
        if (!grow(rows, &rows->sequences, capacity, sizeof *rows->sequences) ||
            !grow(rows, &rows->records, capacity, sizeof *rows->records))
            return;
        rows->sequence_capacity = capacity;
    }
    uint32_t at = (uint32_t)rows->item_count;
    rows->sequences[rows->sequence_count] = (struct px_span){at, at};
    rows->records[rows->sequence_count++] = record;
}

static bool reserve_item(struct px_sourcing_rows *rows)
{
    if (rows->item_count < rows->item_capacity)
        return true;
    size_t capacity = twice(rows->item_capacity);
    if (!grow(rows, &rows->first, capacity + 1, sizeof *rows->first) ||
        !grow(rows, &rows->bounds, capacity, sizeof *rows->bounds))
        return false;
    for (size_t task = 0; task < PX_SOURCING_TASKS; task++)
        if (!grow(rows, &rows->labels[task], capacity, 1))
            return false;
    rows->item_capacity = capacity;
    return true;
}

void px_sourcing_rows_add(struct px_sourcing_rows *rows, const struct px_sourcing_features *features, uint16_t bound,
                          const uint8_t labels[PX_SOURCING_TASKS])
{
    if (rows->failed || !reserve_item(rows))
        return;
    if (rows->feature_count + features->count > rows->feature_capacity) {
        size_t capacity = twice(rows->feature_capacity + features->count);
        if (!grow(rows, &rows->features, capacity, sizeof *rows->features))
            return;
        rows->feature_capacity = capacity;
    }
    size_t item = rows->item_count++;
    rows->first[item] = rows->feature_count;
    for (uint32_t i = 0; i < features->count; i++)
        rows->features[rows->feature_count++] = features->items[i];
    rows->first[item + 1] = rows->feature_count;
    rows->bounds[item] = bound;
    for (size_t task = 0; task < PX_SOURCING_TASKS; task++)
        rows->labels[task][item] = labels[task];
    rows->sequences[rows->sequence_count - 1].end = (uint32_t)(item + 1);
}

/* A table from hashes to columns with open addressing; a slot of column PX_NONE is empty. */
struct slot {
    uint32_t hash;
    uint32_t column;
};

static struct slot *find_slot(struct slot *slots, size_t mask, uint32_t hash)
{
    size_t at = (hash * 0x9E3779B97F4A7C15u >> 20) & mask;
    while (slots[at].column != PX_NONE && slots[at].hash != hash)
        at = (at + 1) & mask;
    return &slots[at];
}

/* Counts by some of the hash's bits: never too low, and too high only where hashes share them. */
enum { SIEVE_BITS = 27, SIEVE_MOST = 255 };

static uint8_t *count_roughly(const struct px_sourcing_rows *rows)
{
    uint8_t *sieve = calloc((size_t)1 << SIEVE_BITS, 1);
    for (size_t i = 0; sieve != NULL && i < rows->feature_count; i++) {
        uint8_t *count = &sieve[rows->features[i] >> (32 - SIEVE_BITS)];
        *count = (uint8_t)(*count + (*count < SIEVE_MOST));
    }
    return sieve;
}

static size_t count_frequent(const uint8_t *sieve, uint32_t fewest)
{
    size_t frequent = 0;
    for (size_t i = 0; i < (size_t)1 << SIEVE_BITS; i++)
        frequent += sieve[i] >= fewest;
    return frequent;
}

/* Hashes that may be frequent become columns, in the order of the rows, and are counted. */
static bool number_columns(struct px_sourcing_rows *rows, const uint8_t *sieve, uint32_t fewest)
{
    size_t size = 1024, wanted = 4 * count_frequent(sieve, fewest), capacity = 0;
    while (size < wanted)
        size *= 2;
    struct slot *slots = malloc(size * sizeof *slots);
    if (slots == NULL)
        return false;
    memset(slots, 0xFF, size * sizeof *slots);
    for (size_t i = 0; !rows->failed && i < rows->feature_count; i++) {
        uint32_t hash = rows->features[i];
        if (sieve[hash >> (32 - SIEVE_BITS)] < fewest) {
            rows->features[i] = PX_NONE;
            continue;
        }
        struct slot *slot = find_slot(slots, size - 1, hash);
        if (slot->column == PX_NONE) {
            if (rows->columns == capacity) {
                capacity = twice(capacity);
                if (!grow(rows, &rows->hashes, capacity, sizeof *rows->hashes) ||
                    !grow(rows, &rows->counts, capacity, sizeof *rows->counts))
                    break;
            }
            *slot = (struct slot){hash, rows->columns};
            rows->hashes[rows->columns] = hash;
            rows->counts[rows->columns++] = 0;
            if ((size_t)rows->columns * 2 > size)
                rows->failed = true; /* cannot be: the sieve counts too high, if anything, by a little */
        }
        rows->counts[slot->column]++;
        rows->features[i] = slot->column;
    }
    free(slots);
    return !rows->failed;
}

/* Drops the columns that turned out rare. */
static bool drop_rare(struct px_sourcing_rows *rows, uint32_t fewest)
{
    uint32_t *places = malloc(((size_t)rows->columns + 1) * sizeof *places);
    uint32_t kept = 0;
    if (places == NULL)
        return false;
    for (uint32_t c = 0; c < rows->columns; c++) {
        places[c] = rows->counts[c] >= fewest ? kept : PX_NONE;
        if (places[c] == PX_NONE)
            continue;
        rows->hashes[kept] = rows->hashes[c];
        rows->counts[kept++] = rows->counts[c];
    }
    for (size_t i = 0; i < rows->feature_count; i++)
        if (rows->features[i] != PX_NONE)
            rows->features[i] = places[rows->features[i]];
    rows->columns = kept;
    free(places);
    return true;
}

/* Takes features without a column out. */
static void close_gaps(struct px_sourcing_rows *rows)
{
    size_t kept = 0;
    for (size_t item = 0; item < rows->item_count; item++) {
        size_t from = rows->first[item], to = rows->first[item + 1];
        rows->first[item] = kept;
        for (size_t k = from; k < to; k++)
            if (rows->features[k] != PX_NONE)
                rows->features[kept++] = rows->features[k];
    }
    if (rows->item_count > 0)
        rows->first[rows->item_count] = kept;
    rows->feature_count = kept;
}

enum px_status px_sourcing_rows_index(struct px_sourcing_rows *rows, uint32_t fewest, struct px_error *error)
{
    uint8_t *sieve = rows->failed ? NULL : count_roughly(rows);
    bool fine = sieve != NULL && number_columns(rows, sieve, fewest) && drop_rare(rows, fewest);
    free(sieve);
    if (!fine)
        return px_no_memory(error);
    close_gaps(rows);
    return PX_OK;
}

void px_sourcing_rows_release(struct px_sourcing_rows *rows)
{
    free(rows->features);
    free(rows->first);
    free(rows->bounds);
    for (size_t task = 0; task < PX_SOURCING_TASKS; task++)
        free(rows->labels[task]);
    free(rows->sequences);
    free(rows->records);
    free(rows->hashes);
    free(rows->counts);
    *rows = (struct px_sourcing_rows){0};
}
