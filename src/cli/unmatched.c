#include "cli/unmatched.h"

#include <stdlib.h>

#include "base/table.h"
#include "cli/lexicons.h"
#include "contrast/sides.h"
#include "lexicon/build.h"
#include "text/utf8.h"

static enum px_status open_list(struct px_unmatched_list *list, const struct px_lexicon *lexicon, size_t number,
                                struct px_error *error)
{
    *list = (struct px_unmatched_list){lexicon, number, calloc(lexicon->entries.count + 1, sizeof *list->seen)};
    return list->seen == NULL ? px_no_memory(error) : PX_OK;
}

enum px_status px_unmatched_open(struct px_unmatched *unmatched, const struct px_cli *context,
                                 const struct px_lexicon *sides, struct px_error *error)
{
    const struct px_options *options = context->options;
    const struct px_resources *resources = context->resources;
    enum px_status status = PX_OK;
    *unmatched = (struct px_unmatched){.context = context};
    if (options->quiet)
        return PX_OK;
    unmatched->targets = calloc(options->target_count + 1, sizeof *unmatched->targets);
    if (unmatched->targets == NULL)
        status = px_no_memory(error);
    if (status == PX_OK && sides != NULL)
        status = open_list(&unmatched->sides, sides, 0, error);
    if (status == PX_OK && options->aliases != NULL)
        status = open_list(&unmatched->aliases, px_resources_lexicon(resources, PX_LEXICON_ALIASES), PX_LEXICON_ALIASES,
                           error);
    size_t topics = px_resources_topics(resources);
    if (status == PX_OK && topics != PX_NO_TOPICS)
        status = open_list(&unmatched->topics, px_resources_lexicon(resources, topics), topics, error);
    return status;
}

static void see_hits(struct px_unmatched_list *list, const struct px_article *article)
{
    for (size_t i = 0; list->lexicon != NULL && i < article->hits.count; i++)
        if (article->hits.items[i].lexicon == list->number)
            list->seen[article->hits.items[i].entry] = true;
}

static void see_speakers(struct px_unmatched_list *list, const struct px_article *article, struct px_arena *scratch)
{
    for (size_t i = 0; list->lexicon != NULL && i < list->lexicon->entries.count; i++) {
        if (!list->seen[i] && px_compare_speaks(article, list->lexicon->entries.items[i].text, scratch))
            list->seen[i] = true;
        px_arena_clear(scratch);
    }
}

static void see_targets(struct px_unmatched *unmatched, const struct px_article *article)
{
    const struct px_options *options = unmatched->context->options;
    for (size_t i = 0; unmatched->targets != NULL && i < article->targets.count; i++)
        for (size_t k = 0; k < options->target_count; k++)
            if (article->targets.items[i].entity != PX_NONE &&
                px_slice_is(article->targets.items[i].name, options->targets[k]))
                unmatched->targets[k] = true;
}

void px_unmatched_see(struct px_unmatched *unmatched, const struct px_article *const *articles, size_t count)
{
    struct px_arena scratch = {0};
    for (size_t a = 0; a < count; a++) {
        see_hits(&unmatched->aliases, articles[a]);
        see_hits(&unmatched->topics, articles[a]);
        see_speakers(&unmatched->sides, articles[a], &scratch);
        see_targets(unmatched, articles[a]);
    }
    px_arena_release(&scratch);
}

/* The warnings of one list in the making. Tables find what belongs together: a list may have tens of thousands. */
struct warning {
    const struct px_unmatched_list *list;
    struct px_table names; /* texts of the entries, or the categories of topics */
    bool *settled;         /* by name: it stands in an article, or was warned of */
    struct px_arena arena;
    struct px_lexicon_warnings warnings;
    bool failed; /* memory is out */
};

/* At the entry's line: 'quoted' and the rest. */
static void warn(struct warning *warning, const struct px_entry *entry, struct px_slice quoted, const char *rest)
{
    warning->failed |= px_lexicon_warn(&warning->warnings, &warning->arena, entry->line, 0, "'%.*s' %s",
                                       PX_SLICE_SHORT(quoted), rest) != PX_OK;
}

/* Puts the names of all entries into the table. False when memory is out. */
static bool take_names(struct warning *warning, bool categories)
{
    const struct px_lexicon *lexicon = warning->list->lexicon;
    warning->settled = px_arena_array(&warning->arena, bool, lexicon->entries.count + 1);
    if (warning->settled == NULL || !px_table_reserve(&warning->names, lexicon->entries.count))
        return false;
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        if (px_table_borrow(&warning->names, categories ? entry->category : entry->text, NULL) == PX_NONE)
            return false;
    }
    return true;
}

static void settle(struct warning *warning, struct px_slice name)
{
    uint32_t id = px_table_find(&warning->names, name);
    if (id != PX_NONE)
        warning->settled[id] = true;
}

/* Of a name that stands on two sides the first line counts. */
static bool warn_of_sides(struct warning *warning)
{
    const struct px_unmatched_list *list = warning->list;
    const struct px_entry *entries = list->lexicon->entries.items;
    size_t *first = px_arena_array(&warning->arena, size_t, list->lexicon->entries.count + 1);
    if (first == NULL || !take_names(warning, false))
        return false;
    for (size_t i = 0; i < list->lexicon->entries.count; i++) {
        uint32_t id = px_table_find(&warning->names, entries[i].text);
        first[id] = warning->settled[id] ? first[id] : i;
        warning->settled[id] = true;
        if (!px_slice_equal(entries[first[id]].category, entries[i].category))
            warn(warning, &entries[i], entries[i].text, "is on another side already: its first line counts");
        else if (!list->seen[i])
            warn(warning, &entries[i], entries[i].text, "speaks in no article");
    }
    return true;
}

static bool is_of_word(uint32_t c)
{
    return px_utf8_is_letter(c) || px_utf8_is_digit(c);
}

/* Does no word go on there? */
static bool is_border(struct px_slice name, size_t at)
{
    size_t before = at, behind = at;
    return at == 0 || at == name.size || !is_of_word(px_utf8_previous(name, &before)) ||
           !is_of_word(px_utf8_next(name, &behind));
}

/* Every run of whole words of the name. A name inside a longer one that is found in its place has no hits of its own. */
static void settle_within(struct warning *warning, struct px_slice name)
{
    for (size_t start = 0; start < name.size; px_utf8_next(name, &start)) {
        if (!is_border(name, start))
            continue;
        for (size_t end = start; end < name.size;) {
            px_utf8_next(name, &end);
            if (is_border(name, end))
                settle(warning, px_slice_part(name, start, end));
        }
    }
}

static bool warn_of_aliases(struct warning *warning)
{
    const struct px_unmatched_list *list = warning->list;
    const struct px_entry *entries = list->lexicon->entries.items;
    if (!take_names(warning, false))
        return false;
    for (size_t i = 0; i < list->lexicon->entries.count; i++)
        if (list->seen[i])
            settle_within(warning, entries[i].text);
    for (size_t i = 0; i < list->lexicon->entries.count; i++)
        if (!warning->settled[px_table_find(&warning->names, entries[i].text)])
            warn(warning, &entries[i], entries[i].text, "stands in no article");
    return true;
}

/* Once for the category, at its first entry. */
static bool warn_of_topics(struct warning *warning)
{
    const struct px_unmatched_list *list = warning->list;
    const struct px_entry *entries = list->lexicon->entries.items;
    if (!take_names(warning, true))
        return false;
    for (size_t i = 0; i < list->lexicon->entries.count; i++)
        if (list->seen[i])
            settle(warning, entries[i].category);
    for (size_t i = 0; i < list->lexicon->entries.count; i++) {
        if (warning->settled[px_table_find(&warning->names, entries[i].category)])
            continue;
        warn(warning, &entries[i], entries[i].category, "is a topic of no article: none of its entries stands there");
        settle(warning, entries[i].category);
    }
    return true;
}

static enum px_status warn_of_list(const struct px_unmatched *unmatched, const struct px_unmatched_list *list,
                                   const char *path, bool (*warn_of)(struct warning *warning), struct px_error *error)
{
    struct warning warning = {.list = list};
    if (list->lexicon == NULL)
        return PX_OK;
    warning.failed |= !warn_of(&warning);
    if (!warning.failed)
        px_cli_first_lexicon_warnings(unmatched->context, path, &warning.warnings);
    px_arena_release(&warning.arena);
    px_table_release(&warning.names);
    return warning.failed ? px_no_memory(error) : PX_OK;
}

enum px_status px_unmatched_warn(const struct px_unmatched *unmatched, struct px_error *error)
{
    const struct px_options *options = unmatched->context->options;
    enum px_status status = warn_of_list(unmatched, &unmatched->sides, options->sides, warn_of_sides, error);
    if (status == PX_OK)
        status = warn_of_list(unmatched, &unmatched->aliases, options->aliases, warn_of_aliases, error);
    if (status == PX_OK)
        status = warn_of_list(unmatched, &unmatched->topics, options->topics, warn_of_topics, error);
    for (size_t i = 0; unmatched->targets != NULL && i < options->target_count; i++)
        if (!unmatched->targets[i])
            px_message("warning: --target '%s' is named in no article", options->targets[i]);
    return status;
}

void px_unmatched_release(struct px_unmatched *unmatched)
{
    free(unmatched->sides.seen);
    free(unmatched->aliases.seen);
    free(unmatched->topics.seen);
    free(unmatched->targets);
    *unmatched = (struct px_unmatched){0};
}
