#include "report/tables.h"

#include <assert.h>

#include "report/json_writer.h"
#include "report/report.h"

static const struct px_table_of_rows *const lists[] = {px_tables_of_comparison, px_tables_of_articles,
                                                       px_tables_of_people,     px_tables_of_claims,
                                                       px_tables_of_headlines,  px_tables_of_run};
enum { LISTS = sizeof lists / sizeof *lists };

/* The `index`-th table of all lists, or NULL behind the last. */
static const struct px_table_of_rows *find(size_t index)
{
    for (size_t list = 0; list < LISTS; list++)
        for (const struct px_table_of_rows *table = lists[list]; table->name != NULL; table++)
            if (index-- == 0)
                return table;
    return NULL;
}

size_t px_report_table_count(void)
{
    size_t count = 0;
    for (size_t list = 0; list < LISTS; list++)
        for (const struct px_table_of_rows *table = lists[list]; table->name != NULL; table++)
            count++;
    return count;
}

const char *px_report_table_name(size_t table)
{
    return find(table)->name;
}

void px_report_table_head(size_t table, struct px_buffer *out)
{
    struct px_tidy tidy = {.out = out, .mode = PX_TIDY_HEAD, .table = find(table)->name};
    px_tidy_row(&tidy, find(table)->columns, NULL);
}

static bool know_article(struct px_table_source *from, size_t index)
{
    const struct px_comparison *comparison = from->comparison;
    const struct px_article *article = comparison->articles[index];
    uint32_t *referents = px_arena_array(&from->arena, uint32_t, article->entities.count);
    uint32_t *words = px_arena_array(&from->arena, uint32_t, article->attributions.count);
    if (referents == NULL || words == NULL || !px_offsets_init(&from->offsets[index], article->text, &from->arena))
        return false;
    for (size_t i = 0; i < article->entities.count; i++)
        referents[i] = PX_NONE;
    for (uint32_t i = 0; i < comparison->referents.count; i++) {
        uint32_t entity = comparison->referents.items[i].entity[index];
        if (entity != PX_NONE)
            referents[entity] = i;
    }
    for (size_t i = 0; i < article->tokens.count; i++) {
        const struct px_token *token = &article->tokens.items[i];
        if (px_token_counts(token) && token->attribution < article->attributions.count)
            words[token->attribution]++;
    }
    from->referents[index] = referents;
    from->words[index] = words;
    return true;
}

static bool know(struct px_table_source *from)
{
    size_t count = from->comparison->article_count;
    from->offsets = px_arena_array(&from->arena, struct px_offsets, count);
    from->referents = px_arena_array(&from->arena, uint32_t *, count);
    from->words = px_arena_array(&from->arena, uint32_t *, count);
    bool ready = from->offsets != NULL && from->referents != NULL && from->words != NULL;
    for (size_t i = 0; ready && i < count; i++)
        ready = know_article(from, i);
    return ready;
}

uint32_t px_row_referent(const struct px_table_row *row, uint32_t entity)
{
    return entity == PX_NONE ? PX_NONE : row->from->referents[row->article][entity];
}

void px_report_table_rows(const struct px_comparison *comparison, const struct px_provenance *provenance,
                          struct px_buffer *tables)
{
    struct px_table_source from = {.comparison = comparison, .provenance = provenance};
    bool ready = comparison == NULL || know(&from);
    size_t index = 0;
    for (size_t list = 0; list < LISTS; list++) {
        bool wanted = ready && (lists[list] == px_tables_of_run) == (comparison == NULL);
        for (const struct px_table_of_rows *table = lists[list]; table->name != NULL; table++, index++) {
            struct px_tidy tidy = {.out = &tables[index], .mode = PX_TIDY_ROW, .table = table->name};
            struct px_table_row row = {.from = &from};
            if (wanted)
                table->rows(&tidy, table->columns, &row);
            tables[index].failed |= !ready;
        }
    }
    px_arena_release(&from.arena);
}

void px_report_table_dictionary(struct px_buffer *out)
{
    px_buffer_string(out, "table,column,type,unit,meaning\n");
    for (size_t i = 0; find(i) != NULL; i++) {
        struct px_tidy tidy = {.out = out, .mode = PX_TIDY_DICTIONARY, .table = find(i)->name};
        find(i)->columns(&tidy, NULL);
    }
}

/* The columns as a list, the group first where there are groups. */
static void package_columns(struct px_json *json, const char *key, const char *columns, bool grouped)
{
    struct px_slice rest = px_slice_from(columns), column;
    px_json_key_open(json, key, '[');
    if (grouped)
        px_json_string(json, PX_SLICE("group"));
    while (px_slice_next(&rest, ' ', &column))
        px_json_string(json, column);
    px_json_close(json, ']');
}

static const struct px_table_of_rows *find_named(struct px_slice name)
{
    const struct px_table_of_rows *table = NULL;
    for (size_t i = 0; (table = find(i)) != NULL && !px_slice_is(name, table->name);)
        i++;
    return table;
}

/* Columns have one name in all tables. */
static void package_keys(struct px_json *json, const struct px_table_of_rows *table, bool grouped)
{
    struct px_slice rest, name;
    if (table->key != NULL)
        package_columns(json, "primaryKey", table->key, grouped);
    if (table->of == NULL)
        return;
    px_json_key_open(json, "foreignKeys", '[');
    for (rest = px_slice_from(table->of); px_slice_next(&rest, ' ', &name);) {
        const struct px_table_of_rows *other = find_named(name);
        assert(other != NULL && other->key != NULL); /* as tables.h asks of `of` */
        px_json_open(json, '{');
        package_columns(json, "fields", other->key, grouped);
        px_json_key_open(json, "reference", '{');
        px_json_key_name(json, "resource", other->name);
        package_columns(json, "fields", other->key, grouped);
        px_json_close(json, '}');
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
}

static void package_table(struct px_json *json, const struct px_table_of_rows *table, bool grouped)
{
    struct px_buffer path = {0}, meaning = {0};
    px_buffer_printf(&path, "%s.csv", table->name);
    px_buffer_printf(&meaning, "One row is %s.", table->meaning);
    json->out->failed |= path.failed || meaning.failed;
    px_json_open(json, '{');
    px_json_key_name(json, "name", table->name);
    px_json_key(json, "path");
    px_json_string(json, px_buffer_slice(&path));
    px_json_key(json, "description");
    px_json_string(json, px_buffer_slice(&meaning));
    px_json_key_name(json, "profile", "tabular-data-resource");
    px_json_key_name(json, "format", "csv");
    px_json_key_name(json, "mediatype", "text/csv");
    px_json_key_name(json, "encoding", "utf-8");
    px_json_key_open(json, "dialect", '{');
    px_json_key(json, "lineTerminator");
    px_json_string(json, PX_SLICE("\n"));
    px_json_close(json, '}');
    px_json_key_open(json, "schema", '{');
    px_json_key_open(json, "fields", '[');
    struct px_tidy tidy = {.out = json->out, .mode = PX_TIDY_PACKAGE, .table = table->name};
    table->columns(&tidy, NULL);
    px_json_close(json, ']');
    package_keys(json, table, grouped);
    px_json_close(json, '}');
    px_json_close(json, '}');
    px_buffer_release(&path);
    px_buffer_release(&meaning);
}

void px_report_table_package(bool grouped, struct px_buffer *out)
{
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    px_json_key_name(&json, "profile", "tabular-data-package");
    px_json_key_name(&json, "name", "parallax-tables");
    px_json_key_open(&json, "resources", '[');
    for (size_t i = 0; find(i) != NULL; i++)
        package_table(&json, find(i), grouped);
    px_json_close(&json, ']');
    px_json_close(&json, '}');
    px_buffer_byte(out, '\n');
}
