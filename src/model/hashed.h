/* Hashed weights: rows of small weights for features that are known by a hash of 32 bits alone.
 *
 * The table is lines of 64 bytes, one cache line each. A feature's hash says its line and a check of 16 bits; a line holds
 * as many rows as fit, first their checks, then their weights, signed bytes in steps of 1/32. A feature that is not in
 * the table finds a row all the same once in some ten thousand times. The table is used where it lies, never changes
 * and is shared by threads; sums are of whole numbers, the same on every machine.
 *
 *     struct px_hashed table = {lines, line_count, width};
 *     int32_t sums[width] = {0};
 *     px_hashed_add(&table, px_hashed_feature(template, a, b, c, d), sums);
 */
#ifndef PX_MODEL_HASHED_H
#define PX_MODEL_HASHED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/export.h"

enum { PX_HASHED_LINE = 64, PX_HASHED_STEPS = 32, PX_HASHED_WIDTH = 14, PX_HASHED_LINES = 65536 };

struct px_hashed {
    const uint8_t *lines;
    uint32_t line_count; /* at most PX_HASHED_LINES, since checks are of the hash's other half */
    uint32_t width;      /* weights of a row, at most PX_HASHED_WIDTH */
};

/* The hash of a feature: a template's number and up to four values. */
static inline uint32_t px_hashed_feature(uint64_t template, uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    uint64_t x = template * 0x9E3779B97F4A7C15u + a * 0xC2B2AE3D27D4EB4Fu + b * 0xD6E8FEB86659FD93u +
                 c * 0xA0761D6478BD642Fu + d * 0xE7037ED1A0B428DBu;
    x ^= x >> 32;
    x *= 0xFF51AFD7ED558CCDu;
    x ^= x >> 29;
    return (uint32_t)((x * 0xC4CEB9FE1A85EC53u) >> 32);
}

static inline uint32_t px_hashed_slots(uint32_t width)
{
    return PX_HASHED_LINE / (2 + width);
}

static inline const uint8_t *px_hashed_line(const struct px_hashed *table, uint32_t feature)
{
    return table->lines + ((uint64_t)feature * table->line_count >> 32) * PX_HASHED_LINE;
}

static inline uint32_t px_hashed_check(uint32_t feature)
{
    uint32_t check = feature & 0xFFFFu;
    return check == 0 ? 1 : check; /* 0: no row */
}

/* Whichever slots of sixteen have the check: two bits a slot. */
static inline uint32_t px_hashed_match(const uint8_t *line, uint32_t check)
{
#ifdef __SSE2__
    const __m128i *eights = (const __m128i *)(const void *)line;
    __m128i wanted = _mm_set1_epi16((short)check);
    uint32_t low = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi16(_mm_loadu_si128(eights), wanted));
    return low | (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi16(_mm_loadu_si128(eights + 1), wanted)) << 16;
#else
    uint32_t found = 0;
    for (uint32_t s = 0; s < 16; s++)
        found |= (uint32_t)((line[2 * s] | (uint32_t)line[2 * s + 1] << 8) == check) * 3 << 2 * s;
    return found;
#endif
}

/* The first slot with the check; one that is none where no slot has it. What stands behind the last check is weights,
 * and may look like it. */
static inline uint32_t px_hashed_find(const uint8_t *line, uint32_t slots, uint32_t check)
{
    for (uint32_t s = 0; s < slots; s += 16) {
        uint32_t found = px_hashed_match(line + 2 * s, check);
        if (found != 0)
            return s + (uint32_t)__builtin_ctz(found) / 2;
    }
    return slots;
}

/* sums[0, width) += the feature's row, if it has one. Where the width is a constant of the caller's, loops unroll. */
static inline void px_hashed_add(const struct px_hashed *table, uint32_t feature, int32_t *sums)
{
    const uint8_t *line = px_hashed_line(table, feature);
    uint32_t slots = px_hashed_slots(table->width);
    uint32_t found = px_hashed_find(line, slots, px_hashed_check(feature));
    if (found >= slots)
        return;
    const int8_t *row = (const int8_t *)line + 2 * slots + found * table->width;
    for (uint32_t i = 0; i < table->width; i++)
        sums[i] += row[i];
}

/* Puts the row of weights (log-odds) into the lines, rounded to steps; false when its line is full or all of it rounds
 * to nothing. Rows put first stay: put the ones that matter most first. */
PX_API bool px_hashed_put(uint8_t *lines, uint32_t line_count, uint32_t width, uint32_t feature, const float *weights);

#endif
