#include "corpus/sketch.h"

#include <math.h>

/* Dashes, quotation marks and the ellipsis (U+2010 to U+203F) part words; every other character that is not ASCII is
 * taken for a letter. */
static bool is_mark(struct px_slice text, size_t at)
{
    return text.size - at >= 3 && (unsigned char)text.data[at] == 0xE2 && (unsigned char)text.data[at + 1] == 0x80 &&
           (unsigned char)text.data[at + 2] >= 0x90;
}

static inline bool is_letter(struct px_slice text, size_t at)
{
    unsigned char c = (unsigned char)text.data[at], lower = c | 0x20;
    if (c < 0x80)
        return (unsigned char)(lower - 'a') < 26 || (unsigned char)(c - '0') < 10;
    return c != 0xE2 || !is_mark(text, at);
}

/* FNV-1a of the word that begins at `*at`, which moves behind it. */
static uint64_t next_word(struct px_slice text, size_t *at)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (; *at < text.size && is_letter(text, *at); ++*at) {
        unsigned char c = (unsigned char)text.data[*at];
        hash = (hash ^ (c >= 'A' && c <= 'Z' ? c | 0x20u : c)) * 0x100000001B3u;
    }
    return hash;
}

static uint32_t mix(const uint64_t words[PX_SHINGLE_WORDS], size_t first)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < PX_SHINGLE_WORDS; i++) {
        hash = (hash ^ words[(first + i) % PX_SHINGLE_WORDS]) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    return (uint32_t)(hash >> 32);
}

/* Sorts by a byte at a time, the lowest first; `spare` has as much room. Four passes end where they began. */
static void sort(uint32_t *hashes, uint32_t *spare, size_t count)
{
    for (unsigned shift = 0; shift < 32; shift += 8) {
        size_t places[257] = {0};
        for (size_t i = 0; i < count; i++)
            places[(hashes[i] >> shift & 0xFF) + 1]++;
        for (size_t byte = 1; byte < 257; byte++)
            places[byte] += places[byte - 1];
        for (size_t i = 0; i < count; i++)
            spare[places[hashes[i] >> shift & 0xFF]++] = hashes[i];
        uint32_t *sorted = spare;
        spare = hashes;
        hashes = sorted;
    }
}

bool px_sketch_make(struct px_slice text, struct px_arena *arena, struct px_arena *scratch, struct px_sketch *sketch)
{
    uint64_t words[PX_SHINGLE_WORDS];
    size_t most = text.size / 2 + 1;
    uint32_t *hashes = px_arena_array(scratch, uint32_t, 2 * most);
    size_t count = 0, seen = 0, different = 0;
    if (hashes == NULL)
        return false;
    for (size_t at = 0; at < text.size;) {
        if (!is_letter(text, at)) {
            at += is_mark(text, at) ? 3 : 1;
            continue;
        }
        words[seen % PX_SHINGLE_WORDS] = next_word(text, &at);
        if (++seen >= PX_SHINGLE_WORDS)
            hashes[count++] = mix(words, seen % PX_SHINGLE_WORDS);
    }
    sort(hashes, hashes + most, count);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || hashes[i] != hashes[i - 1])
            hashes[different++] = hashes[i];
    sketch->runs = (uint32_t)different;
    sketch->count = (uint32_t)(different < PX_SKETCH_SIZE ? different : PX_SKETCH_SIZE);
    sketch->hashes = px_arena_array(arena, uint32_t, sketch->count);
    if (sketch->hashes == NULL)
        return false;
    memcpy(sketch->hashes, hashes, sketch->count * sizeof *hashes);
    return true;
}

double px_sketch_shared(const struct px_sketch *a, const struct px_sketch *b)
{
    uint32_t shorter = a->runs < b->runs ? a->runs : b->runs;
    uint32_t looked = 0, both = 0;
    if (shorter == 0)
        return 0;
    /* Where a text is kept whole, the smallest of the union reach as far as both lists do. */
    for (size_t i = 0, j = 0; looked < PX_SKETCH_SIZE && (i < a->count || j < b->count); looked++) {
        uint32_t x = i < a->count ? a->hashes[i] : UINT32_MAX, y = j < b->count ? b->hashes[j] : UINT32_MAX;
        both += i < a->count && j < b->count && x == y;
        bool take_a = i < a->count && (j >= b->count || x <= y), take_b = j < b->count && (i >= a->count || y <= x);
        i += take_a;
        j += take_b;
    }
    /* |A ∩ B| = J · |A ∪ B|, and |A ∪ B| = (|A| + |B|) / (1 + J) */
    double jaccard = (double)both / looked;
    double common = jaccard / (1 + jaccard) * ((double)a->runs + b->runs);
    return fmin(1, common / shorter);
}
