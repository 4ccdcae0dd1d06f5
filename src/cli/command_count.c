/* count: documents by categories, as CSV. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/segment.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "report/report.h"

/* The columns: every category of every counted lexicon at every level, in the order of the files. */
struct columns {
    struct px_table names; /* "lexicon.category" where there are several lexicons, else "category" */
    struct px_arena arena;
    uint32_t **of_entry[64]; /* [lexicon][entry]: its columns, ended by PX_NONE */
    bool prefixed;
};

static struct columns columns; /* read-only once the work begins */

static bool counted(const struct px_cli *context, size_t lexicon)
{
    if (lexicon >= sizeof columns.of_entry / sizeof *columns.of_entry)
        return false;
    if (context->options->lexicon_count > 0)
        return lexicon >= PX_LEXICON_OWN;
    return px_resources_shown(context->resources, lexicon) || lexicon == PX_LEXICON_VALENCE;
}

static enum px_status add_column(const struct px_lexicon *lexicon, struct px_slice category, uint32_t *id,
                                 struct px_error *error)
{
    struct px_buffer name = {0};
    if (columns.prefixed && !px_category_within(category, lexicon->name))
        px_buffer_printf(&name, "%.*s.", PX_SLICE_ARG(lexicon->name));
    px_buffer_append(&name, category);
    *id = name.failed ? PX_NONE : px_table_add(&columns.names, px_buffer_slice(&name), NULL);
    px_buffer_release(&name);
    return *id == PX_NONE ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
}

/* The columns of one entry: "a", "a.b" and "a.b.c" for the category a.b.c. */
static enum px_status entry_columns(const struct px_lexicon *lexicon, const struct px_entry *entry, uint32_t **ids,
                                    struct px_error *error)
{
    size_t levels = 1;
    for (size_t i = 0; i < entry->category.size; i++)
        levels += entry->category.data[i] == '.';
    *ids = px_arena_array(&columns.arena, uint32_t, levels + 1);
    if (*ids == NULL)
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    size_t level = 0;
    for (size_t i = 0; i <= entry->category.size; i++) {
        if (i < entry->category.size && entry->category.data[i] != '.')
            continue;
        enum px_status status = add_column(lexicon, px_slice_part(entry->category, 0, i), &(*ids)[level++], error);
        if (status != PX_OK)
            return status;
    }
    (*ids)[level] = PX_NONE;
    return PX_OK;
}

static enum px_status make_columns(const struct px_cli *context, struct px_error *error)
{
    size_t count = px_resources_count(context->resources);
    size_t lexicons = 0;
    for (size_t i = 0; i < count; i++)
        lexicons += counted(context, i);
    columns.prefixed = lexicons > 1;
    for (size_t i = 0; i < count; i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(context->resources, i);
        if (!counted(context, i))
            continue;
        columns.of_entry[i] = px_arena_array(&columns.arena, uint32_t *, lexicon->entries.count + 1);
        if (columns.of_entry[i] == NULL)
            return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
        for (size_t j = 0; j < lexicon->entries.count; j++) {
            enum px_status status = entry_columns(lexicon, &lexicon->entries.items[j], &columns.of_entry[i][j], error);
            if (status != PX_OK)
                return status;
        }
    }
    return PX_OK;
}

static enum px_status write_header(struct px_cli *context, struct px_error *error)
{
    struct px_buffer out = {0};
    px_buffer_string(&out, "document,outlet,words");
    for (uint32_t i = 0; i < columns.names.keys.count; i++) {
        px_buffer_byte(&out, ',');
        px_report_csv_field(px_table_key(&columns.names, i), &out);
    }
    px_buffer_byte(&out, '\n');
    enum px_status status = px_cli_write(context, &out, error);
    px_buffer_release(&out);
    return status;
}

static void write_row(const struct px_article *article, const uint32_t *counts, struct px_buffer *out)
{
    px_report_csv_field(article->id, out);
    px_buffer_byte(out, ',');
    px_report_csv_field(article->outlet, out);
    px_buffer_printf(out, ",%u", article->counts.words);
    for (uint32_t i = 0; i < columns.names.keys.count; i++)
        px_buffer_printf(out, ",%u", counts[i]);
    px_buffer_byte(out, '\n');
}

static enum px_status count_one(struct px_cli *context, struct px_worker *worker, struct px_article *article,
                                struct px_buffer *out, struct px_error *error)
{
    struct px_hits *hits = &article->hits;
    enum px_status status =
        px_article_segment(article, px_resources_segmenter(context->resources), worker->vocabulary, error);
    if (status == PX_OK)
        status = px_matcher_find(worker->cache, article->text, &article->tokens, &article->sentences, &article->arena,
                                 hits, error);
    if (status != PX_OK)
        return status;
    uint32_t *counts = px_arena_array(&article->arena, uint32_t, columns.names.keys.count + 1);
    if (counts == NULL)
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (!counted(context, hit->lexicon))
            continue;
        for (const uint32_t *id = columns.of_entry[hit->lexicon][hit->entry]; *id != PX_NONE; id++)
            counts[*id]++;
    }
    write_row(article, counts, out);
    return PX_OK;
}

static enum px_status begin(struct px_cli *context, struct px_error *error)
{
    enum px_status status = make_columns(context, error);
    return status == PX_OK ? write_header(context, error) : status;
}

static void end(struct px_cli *context)
{
    (void)context;
    px_table_release(&columns.names);
    px_arena_release(&columns.arena);
}

int px_command_count(const struct px_options *options)
{
    static const struct px_each each = {.begin = begin, .work = count_one};
    unsigned needs = PX_NEEDS_LEXICONS | PX_NEEDS_THREADS | (options->lexicon_count > 0 ? PX_ONLY_USER_LEXICONS : 0);
    return px_cli_run(options, needs, &each, end);
}
