/* Which words a matcher has to know. */
#include "lexicon/matcher.h"

/* Patterns may match any word that has their first byte; those whose first byte cannot be told, any word at all. */
static void want_patterns(const struct px_matcher *matcher, struct px_filter *filter)
{
    for (size_t i = 0; i + 1 < PX_FIRST_BYTES; i++)
        if (matcher->word_patterns[i].count > 0)
            px_filter_add_prefix(filter, (struct px_slice){&(const char){(char)i}, 1});
    if (matcher->word_patterns[PX_FIRST_BYTES - 1].count > 0)
        px_filter_add_prefix(filter, PX_SLICE(""));
}

/* Words as they stand in entries, whether first or behind others, and the beginnings of wildcards. A lone "*" stands
 * for the empty word as for any other; where it comes first, every word begins something. */
bool px_matcher_make_filter(struct px_matcher *matcher)
{
    struct px_filter *filter = px_arena_new(&matcher->arena, struct px_filter);
    if (filter == NULL)
        return false;
    for (uint32_t i = 0; i < matcher->prefixes.keys.count; i++)
        px_filter_add_prefix(filter, px_table_key(&matcher->prefixes, i));
    for (uint32_t i = 0; i < matcher->symbols.keys.count; i++)
        px_filter_add_word(filter, px_table_key(&matcher->symbols, i));
    want_patterns(matcher, filter);
    if (matcher->nodes.items[PX_ROOT].any != PX_NONE)
        px_filter_add_prefix(filter, PX_SLICE(""));
    matcher->filter = filter;
    return true;
}

const struct px_filter *px_matcher_filter(const struct px_matcher *matcher)
{
    return matcher->filter->all ? NULL : matcher->filter;
}
