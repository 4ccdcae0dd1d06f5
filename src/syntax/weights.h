/* Hashed weights: what tagger and parser score with. Private to the room.
 *
 * A feature is a template's number and up to four values, mixed into 64 bits. The top bits say where the feature's row
 * of weights begins: one weight a class, from there on. Rows begin at any byte and may overlap, so that a table of 2^n
 * weights is filled evenly whatever the number of classes. Weights are bytes with 128 for nothing: sums of the same
 * number of rows compare as they are, in integers, and come out the same on every machine.
 */
#ifndef PX_SYNTAX_WEIGHTS_H
#define PX_SYNTAX_WEIGHTS_H

#include <stddef.h>
#include <stdint.h>

enum {
    PX_TAG_CLASSES = 112,     /* a multiple of 16, as the others */
    PX_RELATION_CLASSES = 64, /* relations are bits of a 64-bit set */
    PX_ACTION_CLASSES = 4,
    PX_ROW_PADDING = 128, /* bytes behind a table: the last row ends there */
    PX_WEIGHT_ZERO = 128
};

/* A table of 2^bits weights, used where it lies. */
struct px_weights {
    const uint8_t *bytes;
    unsigned bits;
    unsigned classes; /* weights of a row */
};

static inline uint64_t px_feature2(uint64_t template, uint64_t a, uint64_t b)
{
    return template * 0x9E3779B97F4A7C15u + a * 0xC2B2AE3D27D4EB4Fu + b * 0xD6E8FEB86659FD93u;
}

#define PX_FEATURE_MIX_1 0xFF51AFD7ED558CCDu
#define PX_FEATURE_MIX_2 0xC4CEB9FE1A85EC53u

/* Where the feature's row begins in a table of 2^bits weights. */
static inline uint32_t px_feature_row(uint64_t feature, unsigned bits)
{
    feature ^= feature >> 32;
    feature *= PX_FEATURE_MIX_1;
    feature ^= feature >> 29;
    return (uint32_t)((feature * PX_FEATURE_MIX_2) >> (64 - bits));
}

static inline uint64_t px_feature(uint64_t template, uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    return px_feature2(template, a, b) + c * 0xA0761D6478BD642Fu + d * 0xE7037ED1A0B428DBu;
}

static inline uint32_t px_feature4(unsigned bits, uint64_t template, uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    return px_feature_row(px_feature(template, a, b, c, d), bits);
}

/* px_feature_row of many features: four at a time where the processor can. The weights are sent for at once, as they
 * seldom are near: what they are wanted for begins when the last row is known. */
void px_feature_rows(const struct px_weights *weights, const uint64_t *features, size_t count, uint32_t *rows);

/* Where rows alone are wanted, of a table that is elsewhere. */
#define PX_ROWS_ALONE(bits) (&(const struct px_weights){NULL, (bits), 0})

/* sums[0, PX_RELATION_CLASSES) += rows: with wide registers where the processor has them. */
void px_weights_add_relations(const struct px_weights *weights, const uint32_t *rows, size_t count, uint16_t *sums);

/* The same for PX_TAG_CLASSES. */
void px_weights_add_tags(const struct px_weights *weights, const uint32_t *rows, size_t count, uint16_t *sums);

/* The same for one class. */
static inline uint16_t px_weights_add_one(const struct px_weights *weights, const uint32_t *rows, size_t count)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += weights->bytes[rows[i]];
    return (uint16_t)sum;
}

/* sums[0, PX_ACTION_CLASSES) = rows, 256 of them at most. */
void px_weights_add_four(const struct px_weights *weights, const uint32_t *rows, size_t count,
                         uint16_t sums[PX_ACTION_CLASSES]);

#endif
