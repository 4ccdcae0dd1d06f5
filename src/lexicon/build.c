#include "lexicon/build.h"

#include <stdarg.h>
#include <stdio.h>
#include <strings.h>

#include "lexicon/pattern.h"

enum { COLUMNS_AT_MOST = 1000 };

struct px_slice px_lexicon_name_of(struct px_slice path)
{
    static const char *const endings[] = {".tsv", ".yaml", ".yml", ".dic", ".dicx", ".csv",
                                          ".cat", ".ykd",  ".lcd", ".lc3", ".txt"};
    size_t start = path.size;
    while (start > 0 && path.data[start - 1] != '/')
        start--;
    struct px_slice name = px_slice_part(path, start, path.size);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct px_slice ending = px_slice_from(endings[i]);
        if (name.size > ending.size && px_slice_ends(name, ending)) {
            name.size -= ending.size;
            break;
        }
    }
    return name;
}

enum px_status px_lexicon_add_column(struct px_lexicon *lexicon, struct px_slice name, struct px_error *error)
{
    for (size_t i = 0; i < lexicon->columns.count; i++)
        if (name.size > 0 && px_slice_equal(lexicon->columns.items[i], name)) {
            px_error_set(error, PX_ERROR_SYNTAX, "column '%.*s' stands twice", PX_SLICE_SHORT(name));
            px_error_place(error, lexicon->path.data, 1, 0);
            return PX_ERROR_SYNTAX;
        }
    if (lexicon->columns.count == COLUMNS_AT_MOST)
        return px_error_set(error, PX_ERROR_LIMIT, "more than %d columns", COLUMNS_AT_MOST);
    struct px_slice copy = px_arena_copy(&lexicon->arena, name);
    struct px_slice *column = copy.data == NULL ? NULL : px_vector_push(&lexicon->columns, &lexicon->arena);
    if (column == NULL)
        return px_no_memory(error);
    *column = copy;
    return PX_OK;
}

enum px_status px_lexicon_begin(struct px_lexicon *lexicon, const char *path, const char *const *columns, size_t count,
                                struct px_error *error)
{
    *lexicon = (struct px_lexicon){0};
    lexicon->path = px_arena_copy(&lexicon->arena, px_slice_from(path));
    enum px_status status = lexicon->path.data == NULL ? px_no_memory(error) : PX_OK;
    if (status == PX_OK)
        lexicon->name = px_lexicon_name_of(lexicon->path);
    for (size_t i = 0; status == PX_OK && i < count; i++)
        status = px_lexicon_add_column(lexicon, px_slice_from(columns[i]), error);
    if (status != PX_OK)
        px_lexicon_release(lexicon);
    return status;
}

void px_lexicon_set_known(struct px_lexicon *lexicon, const struct px_metadata *metadata)
{
    const struct {
        const char *key;
        struct px_slice *value;
    } known[] = {
        {"name", &lexicon->name},       {"language", &lexicon->language}, {"version", &lexicon->version},
        {"licence", &lexicon->licence}, {"license", &lexicon->licence},   {"description", &lexicon->description},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (px_slice_is(metadata->key, known[i].key))
            *known[i].value = metadata->value;
}

enum px_status px_lexicon_add_metadata(struct px_lexicon *lexicon, struct px_slice key, struct px_slice value,
                                       struct px_error *error)
{
    struct px_metadata kept = {px_arena_copy(&lexicon->arena, key), px_arena_copy(&lexicon->arena, value)};
    struct px_metadata *metadata = px_vector_push(&lexicon->metadata, &lexicon->arena);
    if (metadata == NULL || kept.key.data == NULL || kept.value.data == NULL)
        return px_no_memory(error);
    *metadata = kept;
    px_lexicon_set_known(lexicon, metadata);
    if (px_slice_is(key, "threshold") && !px_slice_number(value, &lexicon->threshold))
        return px_error_set(error, PX_ERROR_SYNTAX, "threshold '%.*s' is not a number", PX_SLICE_SHORT(value));
    return PX_OK;
}

/* An entry, or one of those in `unless`, must be words or a whole /pattern/. */
static enum px_status check_text(struct px_slice text, const char *what, struct px_error *error)
{
    if (text.size == 0)
        return px_error_set(error, PX_ERROR_SYNTAX, "%s is empty", what);
    if (!px_pattern_is_balanced(text))
        return px_error_set(error, PX_ERROR_SYNTAX, "%s '%.*s' begins with / but does not end with one", what,
                            PX_SLICE_SHORT(text));
    return PX_OK;
}

static enum px_status check_unless(struct px_slice unless, struct px_error *error)
{
    struct px_slice piece;
    enum px_status status = PX_OK;
    while (status == PX_OK && px_pattern_next_unless(&unless, &piece))
        status = check_text(piece, "unless entry", error);
    return status;
}

static enum px_status set_weight(struct px_entry *entry, struct px_slice cell, struct px_error *error)
{
    if (cell.size > 0 && !px_slice_number(cell, &entry->weight))
        return px_error_set(error, PX_ERROR_SYNTAX, "weight '%.*s' is not a number", PX_SLICE_SHORT(cell));
    return PX_OK;
}

static enum px_status set_case(struct px_entry *entry, struct px_slice cell, struct px_error *error)
{
    entry->exact_case = px_slice_is(cell, "exact");
    if (cell.size > 0 && !entry->exact_case)
        return px_error_set(error, PX_ERROR_SYNTAX, "case '%.*s' is neither 'exact' nor empty", PX_SLICE_SHORT(cell));
    return PX_OK;
}

/* Sets what the column means; names are told apart by their size first, since tables have many cells. */
static enum px_status set_field(struct px_entry *entry, struct px_slice name, struct px_slice cell,
                                struct px_error *error)
{
    cell = px_slice_trim(cell);
    if (name.size == 5 && memcmp(name.data, "entry", 5) == 0)
        entry->text = cell;
    else if (name.size == 8 && memcmp(name.data, "category", 8) == 0)
        entry->category = cell;
    else if (name.size == 6 && memcmp(name.data, "unless", 6) == 0)
        entry->unless = cell;
    else if (name.size == 4 && memcmp(name.data, "case", 4) == 0)
        return set_case(entry, cell, error);
    else if (name.size == 6 && memcmp(name.data, "weight", 6) == 0)
        return set_weight(entry, cell, error);
    return PX_OK;
}

enum px_status px_lexicon_add(struct px_lexicon *lexicon, const struct px_slice *cells, size_t line, size_t column,
                              struct px_error *error)
{
    size_t count = lexicon->columns.count;
    struct px_slice *kept = px_arena_array(&lexicon->arena, struct px_slice, count);
    struct px_entry *entry = kept == NULL ? NULL : px_vector_push(&lexicon->entries, &lexicon->arena);
    if (entry == NULL)
        return px_no_memory(error);
    *entry = (struct px_entry){.weight = 1, .cells = kept, .line = line, .column = column == 0 ? 1 : column};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        kept[i] = cells[i];
        status = set_field(entry, lexicon->columns.items[i], cells[i], error);
    }
    if (status == PX_OK)
        status = check_text(entry->text, "entry", error);
    if (status == PX_OK)
        status = check_unless(entry->unless, error);
    if (status != PX_OK) {
        lexicon->entries.count--;
        px_error_place(error, lexicon->path.data, line, column);
    }
    return status;
}

struct px_slice px_lexicon_column_of(struct px_slice name)
{
    static const char *const known[] = {"entry", "category", "weight", "unless", "case", "note"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (name.size == strlen(known[i]) && strncasecmp(name.data, known[i], name.size) == 0)
            return px_slice_from(known[i]);
    return name;
}

enum px_status px_lexicon_warn(struct px_lexicon_warnings *warnings, struct px_arena *arena, size_t line, size_t column,
                               const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct px_slice message = px_arena_copy(arena, px_slice_from(text));
    struct px_lexicon_warning *warning = message.data == NULL ? NULL : px_vector_push(warnings, arena);
    if (warning == NULL)
        return PX_ERROR_MEMORY;
    *warning = (struct px_lexicon_warning){line, column, message};
    return PX_OK;
}
