/* Wildcards, by what stands before their first * or ?: of thousands few have the beginning of a word in common. */
#include <stdlib.h>

#include "lexicon/matcher.h"
#include "lexicon/pattern.h"

static size_t prefix_size(struct px_slice glob)
{
    size_t size = 0;
    while (size < glob.size && glob.data[size] != '*' && glob.data[size] != '?')
        size++;
    return size;
}

bool px_matcher_index_glob(struct px_matcher *matcher, uint32_t symbol)
{
    struct px_slice glob = px_table_key(&matcher->symbols, symbol);
    struct px_slice prefix = px_slice_part(glob, 0, prefix_size(glob));
    bool added;
    uint32_t id = px_table_add(&matcher->prefixes, prefix, &added);
    if (id == PX_NONE)
        return false;
    if (added) {
        uint32_t *first = px_vector_push(&matcher->prefix_globs, &matcher->arena);
        if (first == NULL)
            return false;
        *first = PX_NONE;
    }
    matcher->symbol_facts.items[symbol].next_glob = matcher->prefix_globs.items[id];
    matcher->prefix_globs.items[id] = symbol;
    matcher->prefix_sizes |= 1ull << (prefix.size < 63 ? prefix.size : 63);
    if (prefix.size > matcher->longest_prefix)
        matcher->longest_prefix = prefix.size;
    return true;
}

static int compare_symbols(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Appends the wildcards of the prefix fold[0, size) that match. */
static bool match_prefix(const struct px_matcher *matcher, struct px_slice fold, size_t size,
                         struct px_rule_list *symbols, struct px_arena *arena)
{
    uint32_t prefix = px_table_find(&matcher->prefixes, px_slice_part(fold, 0, size));
    if (prefix == PX_NONE)
        return true;
    uint32_t symbol = matcher->prefix_globs.items[prefix];
    for (; symbol != PX_NONE; symbol = matcher->symbol_facts.items[symbol].next_glob) {
        struct px_slice glob = px_table_key(&matcher->symbols, symbol);
        if (!px_glob_match(px_slice_part(glob, size, glob.size), px_slice_part(fold, size, fold.size)))
            continue;
        uint32_t *item = px_vector_push(symbols, arena);
        if (item == NULL)
            return false;
        *item = symbol;
    }
    return true;
}

bool px_matcher_globs(const struct px_matcher *matcher, struct px_slice fold, struct px_rule_list *symbols,
                      struct px_arena *arena)
{
    size_t first = symbols->count;
    size_t limit = fold.size < matcher->longest_prefix ? fold.size : matcher->longest_prefix;
    for (size_t size = 0; size <= limit; size++) {
        bool known = (matcher->prefix_sizes >> (size < 63 ? size : 63) & 1) != 0;
        if (known && !match_prefix(matcher, fold, size, symbols, arena))
            return false;
    }
    if (symbols->count - first > 1)
        qsort(symbols->items + first, symbols->count - first, sizeof *symbols->items, compare_symbols);
    return true;
}
