#include "cli/unmatched.h"

#include <stdlib.h>

#include "cli/lexicons.h"
#include "contrast/sides.h"
#include "lexicon/build.h"

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
    for (size_t i = 0; list->lexicon != NULL && i < list->lexicon->entries.count; i++)
        if (!list->seen[i] && px_compare_speaks(article, list->lexicon->entries.items[i].text, scratch))
            list->seen[i] = true;
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

/* The warnings of one list in the making. */
struct warning {
    const struct px_unmatched_list *list;
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

static void warn_of_side(struct warning *warning, size_t i)
{
    const struct px_entry *entry = &warning->list->lexicon->entries.items[i];
    if (is_on_another_side(warning->list->lexicon, i))
        warn(warning, entry, entry->text, "is on another side already: its first line counts");
    else if (!warning->list->seen[i])
        warn(warning, entry, entry->text, "speaks in no article");
}

/* A name inside a longer one that is found in its place has no hits of its own. */
static bool is_within_seen(const struct px_unmatched_list *list, struct px_slice name)
{
    for (size_t i = 0; i < list->lexicon->entries.count; i++)
        if (list->seen[i] && px_slice_find(list->lexicon->entries.items[i].text, name, 0) != SIZE_MAX)
            return true;
    return false;
}

static void warn_of_alias(struct warning *warning, size_t i)
{
    const struct px_entry *entry = &warning->list->lexicon->entries.items[i];
    if (!is_within_seen(warning->list, entry->text))
        warn(warning, entry, entry->text, "stands in no article");
}

/* Once for the category, at its first entry. */
static void warn_of_topic(struct warning *warning, size_t i)
{
    const struct px_unmatched_list *list = warning->list;
    const struct px_entry *entries = list->lexicon->entries.items;
    for (size_t k = 0; k < list->lexicon->entries.count; k++)
        if ((list->seen[k] || k < i) && px_slice_equal(entries[k].category, entries[i].category))
            return;
    warn(warning, &entries[i], entries[i].category, "is a topic of no article: none of its entries stands there");
}

static enum px_status warn_of_list(const struct px_unmatched *unmatched, const struct px_unmatched_list *list,
                                   const char *path, void (*warn_of)(struct warning *warning, size_t i),
                                   struct px_error *error)
{
    struct warning warning = {.list = list};
    for (size_t i = 0; list->lexicon != NULL && i < list->lexicon->entries.count; i++)
        warn_of(&warning, i);
    if (!warning.failed)
        px_cli_lexicon_warnings(unmatched->context, path, &warning.warnings);
    px_arena_release(&warning.arena);
    return warning.failed ? px_no_memory(error) : PX_OK;
}

enum px_status px_unmatched_warn(const struct px_unmatched *unmatched, struct px_error *error)
{
    const struct px_options *options = unmatched->context->options;
    enum px_status status = warn_of_list(unmatched, &unmatched->sides, options->sides, warn_of_side, error);
    if (status == PX_OK)
        status = warn_of_list(unmatched, &unmatched->aliases, options->aliases, warn_of_alias, error);
    if (status == PX_OK)
        status = warn_of_list(unmatched, &unmatched->topics, options->topics, warn_of_topic, error);
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
