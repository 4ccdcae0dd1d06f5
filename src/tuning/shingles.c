#include "tuning/shingles.h"

#include <stdlib.h>

#include "base/vector.h"
#include "text/utf8.h"

/* A character of a script without spaces is a word of its own. */
static bool is_unspaced(uint32_t c)
{
    return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xE00 && c < 0xF00) || c >= 0x20000;
}

static bool next_word(struct px_slice text, size_t *at, struct px_slice *word)
{
    size_t start = SIZE_MAX;
    while (*at < text.size) {
        size_t from = *at;
        uint32_t c = px_utf8_next(text, at);
        bool inside = px_utf8_is_letter(c) || px_utf8_is_digit(c) || c == '_';
        if (inside && is_unspaced(c)) {
            if (start != SIZE_MAX)
                *at = from;
            *word = px_slice_part(text, start == SIZE_MAX ? from : start, start == SIZE_MAX ? *at : from);
            return true;
        }
        if (inside && start == SIZE_MAX)
            start = from;
        if (!inside && start != SIZE_MAX) {
            *word = px_slice_part(text, start, from);
            return true;
        }
    }
    if (start == SIZE_MAX)
        return false;
    *word = px_slice_part(text, start, text.size);
    return true;
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

bool px_words_add(struct px_words *words, struct px_slice text, struct px_arena *arena)
{
    struct px_slice word;
    for (size_t at = 0; next_word(text, &at, &word);) {
        uint64_t *hash = px_vector_push(&words->hashes, arena);
        if (hash == NULL)
            return false;
        *hash = px_slice_hash(word);
    }
    return true;
}

uint64_t px_words_hash(const struct px_words *words, size_t start, size_t count)
{
    uint64_t hash = 0;
    for (size_t i = start; i < start + count && i < words->hashes.count; i++)
        hash = (hash ^ words->hashes.items[i]) * 0x9E3779B97F4A7C15u + 1;
    return hash;
}

struct px_shingles px_shingles_find(struct px_slice text, struct px_arena *arena)
{
    struct px_words words = {0};
    struct px_shingles found = {0};
    if (!px_words_add(&words, text, arena))
        return found;
    found.words = words.hashes.count;
    found.count = found.words == 0 ? 0 : found.words < PX_SHINGLE_WORDS ? 1 : found.words - PX_SHINGLE_WORDS + 1;
    found.hashes = px_arena_array(arena, uint64_t, found.count + 1);
    for (size_t i = 0; found.hashes != NULL && i < found.count; i++)
        found.hashes[i] = px_words_hash(&words, i, PX_SHINGLE_WORDS);
    if (found.hashes != NULL)
        qsort(found.hashes, found.count, sizeof *found.hashes, compare);
    return found;
}

size_t px_shingles_common(const struct px_shingles *part, const struct px_shingles *whole, bool as_often)
{
    size_t common = 0, k = 0;
    for (size_t i = 0; i < part->count; i++) {
        while (k < whole->count && whole->hashes[k] < part->hashes[i])
            k++;
        if (k == whole->count || whole->hashes[k] != part->hashes[i])
            continue;
        common++;
        k += as_often;
    }
    return common;
}
