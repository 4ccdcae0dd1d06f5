/* count: documents by categories, as CSV. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/context.h"
#include "reading/hits.h"
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
    return lexicon < sizeof columns.of_entry / sizeof *columns.of_entry &&
           px_resources_counted(context->resources, lexicon);
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
    return *id == PX_NONE ? px_no_memory(error) : PX_OK;
}

/* The category cut down to the levels wanted: "a.b.c" by levels 1 and 3 is "a.c". */
static void cut_category(struct px_slice category, uint32_t levels, struct px_buffer *out)
{
    struct px_slice part;
    for (size_t level = 0; level < 32 && px_slice_next(&category, '.', &part); level++) {
        if ((levels >> level & 1) == 0)
            continue;
        if (out->size > 0)
            px_buffer_byte(out, '.');
        px_buffer_append(out, part);
    }
}

/* With --levels a category has one column, or none when it does not go so deep. */
static enum px_status cut_column(const struct px_lexicon *lexicon, struct px_slice category, uint32_t levels,
                                 uint32_t *ids, struct px_error *error)
{
    struct px_buffer name = {0};
    enum px_status status = PX_OK;
    ids[0] = ids[1] = PX_NONE;
    cut_category(category, levels, &name);
    if (name.failed)
        status = px_no_memory(error);
    else if (name.size > 0)
        status = add_column(lexicon, px_buffer_slice(&name), &ids[0], error);
    px_buffer_release(&name);
    return status;
}

/* The columns of one category: "a", "a.b" and "a.b.c" for a.b.c, unless --levels says otherwise. */
static enum px_status category_columns(const struct px_lexicon *lexicon, struct px_slice category, uint32_t wanted,
                                       uint32_t **ids, struct px_error *error)
{
    size_t levels = 1;
    for (size_t i = 0; i < category.size; i++)
        levels += category.data[i] == '.';
    *ids = px_arena_array(&columns.arena, uint32_t, levels + 1);
    if (*ids == NULL)
        return px_no_memory(error);
    if (wanted != 0)
        return cut_column(lexicon, category, wanted, *ids, error);
    size_t level = 0;
    for (size_t i = 0; i <= category.size; i++) {
        if (i < category.size && category.data[i] != '.')
            continue;
        enum px_status status = add_column(lexicon, px_slice_part(category, 0, i), &(*ids)[level++], error);
        if (status != PX_OK)
            return status;
    }
    (*ids)[level] = PX_NONE;
    return PX_OK;
}

/* The columns of each entry of the lexicon; those of a category are made once. */
static enum px_status lexicon_columns(const struct px_lexicon *lexicon, uint32_t wanted, uint32_t **of_entry,
                                      struct px_error *error)
{
    struct px_table known = {0};
    PX_VECTOR(uint32_t *) lists = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < lexicon->entries.count; i++) {
        struct px_slice category = lexicon->entries.items[i].category;
        bool added = false;
        uint32_t id = px_table_add(&known, category, &added);
        uint32_t **list = added ? px_vector_push(&lists, &columns.arena) : NULL;
        if (id == PX_NONE || (added && list == NULL))
            status = px_no_memory(error);
        else if (added)
            status = category_columns(lexicon, category, wanted, list, error);
        if (status == PX_OK)
            of_entry[i] = lists.items[id];
    }
    px_table_release(&known);
    return status;
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
            return px_no_memory(error);
        enum px_status status = lexicon_columns(lexicon, context->options->levels, columns.of_entry[i], error);
        if (status != PX_OK)
            return status;
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

/* What a document has of a column. */
struct cell {
    double sum;        /* of hits, or of their weights */
    size_t start, end; /* tokens of the newest hit */
};

static void write_row(const struct px_cli *context, const struct px_article *article, const struct cell *cells,
                      struct px_buffer *out)
{
    px_report_csv_field(article->id, out);
    px_buffer_byte(out, ',');
    px_report_csv_field(article->outlet, out);
    px_buffer_byte(out, ',');
    px_buffer_unsigned(out, article->counts.words);
    for (uint32_t i = 0; i < columns.names.keys.count; i++) {
        px_buffer_byte(out, ',');
        if (context->options->weighted)
            px_buffer_printf(out, "%.10g", cells[i].sum);
        else
            px_buffer_unsigned(out, (uint64_t)cells[i].sum);
    }
    px_buffer_byte(out, '\n');
}

/* A column takes the same words once, whatever entries of its categories they match, and nothing inside them. */
static void count_hit(struct cell *cell, const struct px_hit *hit, double weight)
{
    size_t end = (size_t)hit->first_token + hit->token_count;
    bool counted_before = cell->end > hit->first_token;
    if (!counted_before) {
        cell->sum += weight;
        cell->start = hit->first_token;
    }
    if (cell->end < end && (!counted_before || cell->start == hit->first_token))
        cell->end = end;
}

static enum px_status count_one(struct px_cli *context, struct px_worker *worker, struct px_article *article,
                                struct px_buffer *out, struct px_error *error)
{
    const struct px_hits *hits = &article->hits;
    enum px_status status = px_annotate_hits(worker, article, error);
    if (status != PX_OK)
        return status;
    struct cell *cells = px_arena_array(&article->arena, struct cell, columns.names.keys.count + 1);
    if (cells == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (!counted(context, hit->lexicon))
            continue;
        double weight = context->options->weighted ? px_resources_entry(context->resources, hit)->weight : 1;
        for (const uint32_t *id = columns.of_entry[hit->lexicon][hit->entry]; *id != PX_NONE; id++)
            count_hit(&cells[*id], hit, weight);
    }
    write_row(context, article, cells, out);
    return PX_OK;
}

static enum px_status begin(struct px_cli *context, struct px_error *error)
{
    enum px_status status = make_columns(context, error);
    if (status == PX_OK && columns.names.keys.count == 0 && context->options->levels != 0 && !context->options->quiet)
        px_message("warning: no category has a level that --levels names: there is nothing to count");
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
    return px_cli_run(options, PX_NEEDS_LEXICONS | PX_ONLY_COUNTED_LEXICONS | PX_NEEDS_THREADS, &each, end);
}
