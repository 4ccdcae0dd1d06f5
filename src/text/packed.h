/* Short words as two numbers, so that they are compared and hashed without a loop. Private to the room. */
#ifndef PX_TEXT_PACKED_H
#define PX_TEXT_PACKED_H

#include "base/slice.h"

enum { PX_PACKED_LIMIT = 16 };

/* The bytes of a word of up to PX_PACKED_LIMIT, zeros behind. With its size it tells the word from all others. */
struct px_packed {
    uint64_t first;
    uint64_t last;
};

/* By size, the bits of both numbers that a word of it fills. */
extern const uint64_t px_packed_masks[PX_PACKED_LIMIT + 1][2];

/* The first `size` bytes of the packed word. */
static inline struct px_packed px_packed_cut(struct px_packed word, size_t size)
{
    return (struct px_packed){word.first & px_packed_masks[size][0], word.last & px_packed_masks[size][1]};
}

static inline bool px_packed_fits(size_t size)
{
    return size > 0 && size <= PX_PACKED_LIMIT;
}

/* A part of the text that fits. Most have so much text behind them that their bytes can be had without asking how many
 * they are. */
static inline struct px_packed px_packed_part(struct px_slice text, struct px_span part)
{
    char padded[PX_PACKED_LIMIT] = {0};
    struct px_slice word = px_slice_span(text, part);
    if (text.size - part.start < PX_PACKED_LIMIT)
        word.data = memcpy(padded, word.data, word.size);
    return px_packed_cut((struct px_packed){px_slice_eight(word, 0), px_slice_eight(word, 8)}, word.size);
}

/* Good in its highest bits. */
static inline uint64_t px_packed_hash(struct px_packed word, size_t size)
{
    return (word.first ^ word.last << 7 ^ word.last >> 57 ^ size) * 0x9e3779b97f4a7c15u;
}

#endif
