/* A filter of words: which of them anybody wants to know, before they are looked up.
 *
 * It holds folded words and beginnings of words, and says of a word whether one of them may be it or begin it. It errs on
 * one side alone: what it turns away is not wanted. What is not ASCII, holds a hyphen or is longer than sixteen bytes is
 * always wanted. Small enough to stay near the processor, which a vocabulary of all words is not.
 *
 *     px_filter_add_word(filter, PX_SLICE("regime"));
 *     px_filter_add_prefix(filter, PX_SLICE("govern"));
 *     px_filter_wants(filter, PX_SLICE("Governments"))   // true
 */
#ifndef PX_TEXT_FILTER_H
#define PX_TEXT_FILTER_H

#include "base/export.h"
#include "base/slice.h"

enum { PX_FILTER_WORD_BITS = 17, PX_FILTER_PREFIX_BITS = 15 };

/* All zero wants none of the words that it judges. */
struct px_filter {
    uint64_t words[1 << (PX_FILTER_WORD_BITS - 6)];      /* bits by hash */
    uint64_t prefixes[1 << (PX_FILTER_PREFIX_BITS - 6)]; /* the same, of beginnings */
    uint64_t openings[1 << (PX_FILTER_PREFIX_BITS - 6)]; /* of their first three bytes */
    uint64_t bytes[4];                                   /* every word that begins with such a byte */
    uint32_t prefix_sizes;                               /* bit n: there is a beginning of n bytes */
    uint64_t key;                                        /* a hash of all that was added: tells filters apart */
    bool all;
};

/* Wants the word, which is folded. */
PX_API void px_filter_add_word(struct px_filter *filter, struct px_slice fold);

/* Wants all words whose fold begins so; of an empty beginning, all words. */
PX_API void px_filter_add_prefix(struct px_filter *filter, struct px_slice prefix);

/* Is the part of the text, a word as it is written, perhaps wanted? */
PX_API bool px_filter_wants(const struct px_filter *filter, struct px_slice text, struct px_span part);

#endif
