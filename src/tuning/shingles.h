/* Shingles: the runs of four words of a text, by which two texts are compared whatever their layout. */
#ifndef PX_TUNING_SHINGLES_H
#define PX_TUNING_SHINGLES_H

#include <stdint.h>

#include "base/slice.h"
#include "base/vector.h"

enum { PX_SHINGLE_WORDS = 4 };

/* The words of a text as hashes: runs of letters, digits and underscores, capitals told apart, or one character of a
 * script without spaces. */
struct px_words {
    PX_VECTOR(uint64_t) hashes;
};

/* Adds the words of a text; false when memory is out. */
bool px_words_add(struct px_words *words, struct px_slice text, struct px_arena *arena);

/* One hash for `count` words from `start` on, or for as many as there are. */
uint64_t px_words_hash(const struct px_words *words, size_t start, size_t count);

/* The hashes of the runs in order of value, equal ones as often as they stand; a text of fewer words is one run. */
struct px_shingles {
    uint64_t *hashes; /* NULL when memory is out */
    size_t count;
    size_t words; /* of the text */
};

/* Of the arena. N log N in the text. */
struct px_shingles px_shingles_find(struct px_slice text, struct px_arena *arena);

/* How many of `part` stand in `whole`: each as often as it stands in both, or each that stands in
 * `whole` at all. */
size_t px_shingles_common(const struct px_shingles *part, const struct px_shingles *whole, bool as_often);

#endif
