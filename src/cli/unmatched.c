#include "cli/unmatched.h"

#include "cli/lexicons.h"
#include "compare/compare.h"
#include "lexicon/build.h"

/* What is looked through, and the warnings so far. */
struct search {
    const struct px_lexicon *lexicon;
    const struct px_article *const *articles;
    size_t count;
    struct px_arena arena;
    struct px_lexicon_warnings warnings;
    bool failed; /* memory is out */
};

/* At the entry's line: 'quoted' and the rest. */
static void warn(struct search *search, const struct px_entry *entry, struct px_slice quoted, const char *rest)
{
    search->failed |= px_lexicon_warn(&search->warnings, &search->arena, entry->line, 0, "'%.*s' %s",
                                      PX_SLICE_SHORT(quoted), rest) != PX_OK;
}

static bool speaks(struct search *search, const struct px_entry *entry)
{
    for (size_t a = 0; a < search->count; a++)
        if (px_compare_speaks(search->articles[a], entry->text, &search->arena))
            return true;
    return false;
}

/* An earlier entry of the same name is the one that counts. */
static bool is_on_another_side(const struct px_lexicon *sides, size_t entry)
{
    const struct px_entry *it = &sides->entries.items[entry];
    for (size_t i = 0; i < entry; i++)
        if (px_slice_equal(sides->entries.items[i].text, it->text) &&
            !px_slice_equal(sides->entries.items[i].category, it->category))
            return true;
    return false;
}

static void search_sides(struct search *search)
{
    for (size_t i = 0; i < search->lexicon->entries.count; i++) {
        const struct px_entry *entry = &search->lexicon->entries.items[i];
        if (is_on_another_side(search->lexicon, i))
            warn(search, entry, entry->text, "is on another side already: its first line counts");
        else if (!speaks(search, entry))
            warn(search, entry, entry->text, "speaks in no article");
    }
}

/* The hits of the lexicon of this number that the articles have, by entry. */
static bool *find_hits(struct search *search, size_t number)
{
    bool *hit = px_arena_array(&search->arena, bool, search->lexicon->entries.count + 1);
    for (size_t a = 0; hit != NULL && a < search->count; a++) {
        const struct px_hits *hits = &search->articles[a]->hits;
        for (size_t i = 0; i < hits->count; i++)
            if (hits->items[i].lexicon == number)
                hit[hits->items[i].entry] = true;
    }
    search->failed |= hit == NULL;
    return hit;
}

/* A name inside a longer one that is found in its place has no hits of its own. */
static bool is_within_hit(const struct px_lexicon *lexicon, const bool *hit, struct px_slice name)
{
    for (size_t i = 0; i < lexicon->entries.count; i++)
        if (hit[i] && px_slice_find(lexicon->entries.items[i].text, name, 0) != SIZE_MAX)
            return true;
    return false;
}

static void search_aliases(struct search *search)
{
    const bool *hit = find_hits(search, PX_LEXICON_ALIASES);
    for (size_t i = 0; hit != NULL && i < search->lexicon->entries.count; i++) {
        const struct px_entry *entry = &search->lexicon->entries.items[i];
        if (!hit[i] && !is_within_hit(search->lexicon, hit, entry->text))
            warn(search, entry, entry->text, "stands in no article");
    }
}

/* Has the topic of the entry a hit, or was it looked at with an entry before? */
static bool is_settled(const struct px_lexicon *topics, const bool *hit, size_t entry)
{
    for (size_t i = 0; i < topics->entries.count; i++)
        if ((hit[i] || i < entry) &&
            px_slice_equal(topics->entries.items[i].category, topics->entries.items[entry].category))
            return true;
    return false;
}

static void search_topics(struct search *search, size_t number)
{
    const bool *hit = find_hits(search, number);
    for (size_t i = 0; hit != NULL && i < search->lexicon->entries.count; i++) {
        const struct px_entry *entry = &search->lexicon->entries.items[i];
        if (!is_settled(search->lexicon, hit, i))
            warn(search, entry, entry->category, "is a topic of no article: none of its entries stands there");
    }
}

static enum px_status tell(const struct px_cli *context, struct search *search, const char *path,
                           struct px_error *error)
{
    if (!search->failed)
        px_cli_lexicon_warnings(context, path, &search->warnings);
    px_arena_release(&search->arena);
    return search->failed ? px_no_memory(error) : PX_OK;
}

enum px_status px_cli_warn_unmatched(const struct px_cli *context, const struct px_lexicon *sides,
                                     const struct px_article *const *articles, size_t count, struct px_error *error)
{
    const struct px_options *options = context->options;
    const struct px_resources *resources = context->resources;
    struct search by_side = {sides, articles, count, {0}, {0}, false}, by_alias = by_side, by_topic = by_side;
    enum px_status status = PX_OK;
    if (options->quiet)
        return PX_OK;
    if (sides != NULL) {
        search_sides(&by_side);
        status = tell(context, &by_side, options->sides, error);
    }
    if (status == PX_OK && options->aliases != NULL) {
        by_alias.lexicon = px_resources_lexicon(resources, PX_LEXICON_ALIASES);
        search_aliases(&by_alias);
        status = tell(context, &by_alias, options->aliases, error);
    }
    if (status == PX_OK && options->topics != NULL) {
        size_t topics = px_resources_topics(resources);
        by_topic.lexicon = px_resources_lexicon(resources, topics);
        search_topics(&by_topic, topics);
        status = tell(context, &by_topic, options->topics, error);
    }
    return status;
}
