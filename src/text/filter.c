#include "text/filter.h"

#include "text/packed.h"

enum { OPENING = 3 };

#define ONES 0x0101010101010101u
#define HIGH (ONES * 0x80)

static void set_bit(uint64_t *bits, uint64_t at)
{
    bits[at >> 6] |= (uint64_t)1 << (at & 63);
}

static bool has_bit(const uint64_t *bits, uint64_t at)
{
    return (bits[at >> 6] >> (at & 63) & 1) != 0;
}

static uint64_t place_of(struct px_packed word, size_t size, unsigned bits)
{
    return px_packed_hash(word, size) >> (64 - bits);
}

static uint64_t opening_of(struct px_packed word)
{
    return place_of(px_packed_cut(word, OPENING), OPENING, PX_FILTER_PREFIX_BITS);
}

/* ASCII capitals among eight bytes as small letters (see px_text_alphanumerics). */
static uint64_t lower(uint64_t eight)
{
    uint64_t plain = eight & ~HIGH;
    uint64_t capitals = (plain + ONES * (0x80 - 'A')) & ~(plain + ONES * (0x80 - 'Z' - 1)) & ~eight & HIGH;
    return eight | capitals >> 2;
}

/* Has any of the eight bytes its highest bit set, or is a hyphen? Never a false no. */
static bool is_special(uint64_t eight)
{
    uint64_t hyphen = eight ^ ONES * '-';
    return ((eight | ((hyphen - ONES) & ~hyphen)) & HIGH) != 0;
}

/* Packs what the filter judges; false for what is always wanted. */
static bool pack(struct px_slice text, struct px_span part, struct px_packed *word)
{
    if (!px_packed_fits(part.end - part.start))
        return false;
    *word = px_packed_part(text, part);
    return !is_special(word->first) && !is_special(word->last);
}

static void note(struct px_filter *filter, struct px_slice added)
{
    filter->key = (filter->key ^ px_slice_hash(added)) * 0x9e3779b97f4a7c15u + 1;
}

void px_filter_add_word(struct px_filter *filter, struct px_slice fold)
{
    struct px_packed word;
    note(filter, fold);
    if (pack(fold, (struct px_span){0, (uint32_t)fold.size}, &word))
        set_bit(filter->words, place_of(word, fold.size, PX_FILTER_WORD_BITS));
}

void px_filter_add_prefix(struct px_filter *filter, struct px_slice prefix)
{
    struct px_packed word;
    note(filter, prefix);
    if (prefix.size == 0) {
        filter->all = true;
    } else if (prefix.size < OPENING) {
        set_bit(filter->bytes, (unsigned char)prefix.data[0]);
    } else if (pack(prefix, (struct px_span){0, (uint32_t)prefix.size}, &word)) {
        set_bit(filter->openings, opening_of(word));
        set_bit(filter->prefixes, place_of(word, prefix.size, PX_FILTER_PREFIX_BITS));
        filter->prefix_sizes |= (uint32_t)1 << prefix.size;
    }
}

static bool has_prefix(const struct px_filter *filter, struct px_packed word, size_t size)
{
    uint32_t sizes = filter->prefix_sizes & (((uint32_t)2 << size) - 1);
    for (; sizes != 0; sizes &= sizes - 1) {
        size_t prefix = (size_t)__builtin_ctz(sizes);
        if (has_bit(filter->prefixes, place_of(px_packed_cut(word, prefix), prefix, PX_FILTER_PREFIX_BITS)))
            return true;
    }
    return false;
}

bool px_filter_wants(const struct px_filter *filter, struct px_slice text, struct px_span part)
{
    struct px_packed word;
    size_t size = part.end - part.start;
    if (filter->all || !pack(text, part, &word))
        return true;
    word = (struct px_packed){lower(word.first), lower(word.last)};
    return has_bit(filter->words, place_of(word, size, PX_FILTER_WORD_BITS)) ||
           has_bit(filter->bytes, word.first & 0xff) ||
           (has_bit(filter->openings, opening_of(word)) && has_prefix(filter, word, size));
}
