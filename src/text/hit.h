/* A hit: an entry of a word list found in tokens. It stands in this room since the lexicon room makes hits and the
 * article carries them, and neither may know the other. */
#ifndef PX_TEXT_HIT_H
#define PX_TEXT_HIT_H

#include <stddef.h>
#include <stdint.h>

#include "base/vector.h"

/* Entry `entry` of lexicon `lexicon` (indices into the resources) covers tokens [first_token, first_token +
 * token_count). */
struct px_hit {
    uint32_t first_token;
    uint16_t token_count;
    uint16_t lexicon;
    uint32_t entry;
};

struct px_hits {
    struct px_hit *items;
    size_t count;
    size_t capacity;
};

/* The first hit at or behind the token; hits are in order of position. Logarithmic. */
static inline size_t px_hits_from(const struct px_hits *hits, uint32_t token)
{
    return px_vector_from(hits, first_token, token);
}

#endif
