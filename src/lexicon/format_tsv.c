/* The TSV format: metadata, a header row, one entry a line. */

#include "lexicon/build.h"
#include "lexicon/embedded.h"
#include "lexicon/formats.h"
#include "lexicon/pattern.h"
#include "text/utf8.h"

enum { COLUMNS_AT_MOST = 1000 };

struct reader {
    struct px_lexicon *lexicon;
    struct px_error *error;
    struct px_slice line; /* without its end */
    size_t number;
    size_t entry, category, weight, unless, exact; /* columns */
    struct px_slice *cells;                        /* room for the rows to come */
};

/* Fails at `at`, which lies in the reader's line. */
static enum px_status fail_at(const struct reader *reader, const char *at, enum px_status status)
{
    px_error_place(reader->error, reader->lexicon->path.data, reader->number, (size_t)(at - reader->line.data) + 1);
    return status;
}

/* Names the first byte that is not UTF-8, or is zero, and its place. */
static enum px_status check_bytes(struct px_slice bytes, const char *path, struct px_error *error)
{
    size_t bad = px_utf8_check(bytes);
    const char *zero = memchr(bytes.data, 0, bad);
    if (zero != NULL)
        bad = (size_t)(zero - bytes.data);
    if (bad == bytes.size)
        return PX_OK;
    size_t line = 1;
    size_t start = 0;
    for (size_t i = 0; i < bad; i++) {
        if (bytes.data[i] == '\n') {
            line++;
            start = i + 1;
        }
    }
    px_error_set(error, PX_ERROR_INPUT,
                 "byte 0x%02x is not UTF-8 text: save the file as UTF-8 (a spreadsheet's 'CSV UTF-8')",
                 (unsigned char)bytes.data[bad]);
    px_error_place(error, path, line, bad - start + 1);
    return PX_ERROR_INPUT;
}

bool px_metadata_split(struct px_slice comment, struct px_metadata *metadata)
{
    const char *colon = comment.size == 0 ? NULL : memchr(comment.data, ':', comment.size);
    if (colon == NULL)
        return false;
    size_t size = (size_t)(colon - comment.data);
    metadata->key = px_slice_trim(px_slice_part(comment, 0, size));
    metadata->value = px_slice_trim(px_slice_part(comment, size + 1, comment.size));
    if (metadata->key.size == 0)
        return false;
    for (size_t i = 0; i < metadata->key.size; i++)
        if (metadata->key.data[i] == ' ' || metadata->key.data[i] == '\t')
            return false;
    return true;
}

static enum px_status take_metadata(struct reader *reader, const struct px_metadata *metadata)
{
    struct px_lexicon *lexicon = reader->lexicon;
    struct px_metadata *kept = px_vector_push(&lexicon->metadata, &lexicon->arena);
    if (kept == NULL)
        return px_no_memory(reader->error);
    *kept = *metadata;
    px_lexicon_set_known(lexicon, metadata);
    if (px_slice_is(metadata->key, "threshold") && !px_slice_number(metadata->value, &lexicon->threshold)) {
        px_error_set(reader->error, PX_ERROR_SYNTAX, "threshold '%.*s' is not a number", PX_SLICE_ARG(metadata->value));
        return fail_at(reader, metadata->value.data, PX_ERROR_SYNTAX);
    }
    return PX_OK;
}

/* Cuts the next cell off the row; unlike px_slice_next, the cell behind a last tab counts, empty as it is. */
static inline bool next_cell(struct px_slice *row, struct px_slice *cell)
{
    if (row->data == NULL)
        return false;
    const char *tab = row->size == 0 ? NULL : memchr(row->data, '\t', row->size);
    cell->data = row->data;
    cell->size = tab == NULL ? row->size : (size_t)(tab - row->data);
    row->data = tab == NULL ? NULL : tab + 1;
    row->size -= tab == NULL ? row->size : cell->size + 1;
    return true;
}

/* Spreadsheets put marks round a cell that has a comma or a mark in it; here they would be part of what is looked for, or
 * of a name. */
static bool has_marks(struct px_slice cell)
{
    return cell.size >= 2 && cell.data[0] == '"' && cell.data[cell.size - 1] == '"';
}

/* What to do about a header row that lacks a column, where one stands in marks. */
static const char *advice(const struct px_lexicon *lexicon)
{
    for (size_t i = 0; i < lexicon->columns.count; i++)
        if (has_marks(lexicon->columns.items[i]))
            return ": take the quotation marks off, cells need none";
    return "";
}

/* A bare list of words is a lexicon, too; where categories are wanted, their column may be misspelt. */
static enum px_status warn_of_no_category(struct reader *reader)
{
    struct px_lexicon *lexicon = reader->lexicon;
    enum px_status status =
        px_lexicon_warn(&lexicon->warnings, &lexicon->arena, reader->number, 1,
                        "no column 'category' in the header row '%.*s': no entry is in a category%s",
                        PX_SLICE_SHORT(reader->line), advice(lexicon));
    return status == PX_OK ? PX_OK : px_no_memory(reader->error);
}

static enum px_status read_header(struct reader *reader)
{
    struct px_lexicon *lexicon = reader->lexicon;
    struct px_slice rest = reader->line;
    struct px_slice cell;
    while (next_cell(&rest, &cell)) {
        struct px_slice name = px_lexicon_column_of(px_slice_trim(cell));
        for (size_t i = 0; i < lexicon->columns.count; i++) {
            if (name.size == 0 || !px_slice_equal(lexicon->columns.items[i], name))
                continue;
            px_error_set(reader->error, PX_ERROR_SYNTAX, "column '%.*s' stands twice", PX_SLICE_ARG(name));
            return fail_at(reader, cell.data, PX_ERROR_SYNTAX);
        }
        if (lexicon->columns.count == COLUMNS_AT_MOST) {
            px_error_set(reader->error, PX_ERROR_LIMIT, "more than %d columns", COLUMNS_AT_MOST);
            return fail_at(reader, cell.data, PX_ERROR_LIMIT);
        }
        struct px_slice *column = px_vector_push(&lexicon->columns, &lexicon->arena);
        if (column == NULL)
            return px_no_memory(reader->error);
        *column = name;
    }
    reader->entry = px_lexicon_column(lexicon, "entry");
    reader->category = px_lexicon_column(lexicon, "category");
    reader->weight = px_lexicon_column(lexicon, "weight");
    reader->unless = px_lexicon_column(lexicon, "unless");
    reader->exact = px_lexicon_column(lexicon, "case");
    if (reader->entry != PX_NO_COLUMN)
        return reader->category != PX_NO_COLUMN ? PX_OK : warn_of_no_category(reader);
    px_error_set(reader->error, PX_ERROR_SYNTAX, "no column 'entry' in the header row '%.*s'%s",
                 PX_SLICE_ARG(reader->line), advice(lexicon));
    return fail_at(reader, reader->line.data, PX_ERROR_SYNTAX);
}

/* Splits the row into one cell a column; missing ones are empty and stand at the line's end. */
static enum px_status split_row(struct reader *reader, struct px_slice *cells)
{
    size_t columns = reader->lexicon->columns.count;
    struct px_slice rest = reader->line;
    struct px_slice cell;
    for (size_t i = 0; i < columns; i++)
        if (!next_cell(&rest, &cells[i]))
            cells[i] = px_slice_part(reader->line, reader->line.size, reader->line.size);
    while (next_cell(&rest, &cell)) {
        if (px_slice_trim(cell).size > 0) {
            px_error_set(reader->error, PX_ERROR_SYNTAX, "cell '%.*s' beyond the %zu columns of the header row",
                         PX_SLICE_ARG(cell), columns);
            return fail_at(reader, cell.data, PX_ERROR_SYNTAX);
        }
    }
    return PX_OK;
}

static struct px_slice trimmed(const struct px_slice *cells, size_t column)
{
    return column == PX_NO_COLUMN ? (struct px_slice){NULL, 0} : px_slice_trim(cells[column]);
}

/* An entry, or one of those in `unless`, must be words or a whole /pattern/. */
static enum px_status check_entry(const struct reader *reader, struct px_slice text, const char *what)
{
    if (text.size == 0)
        px_error_set(reader->error, PX_ERROR_SYNTAX, "%s is empty", what);
    else if (!px_pattern_is_balanced(text))
        px_error_set(reader->error, PX_ERROR_SYNTAX, "%s '%.*s' begins with / but does not end with one", what,
                     PX_SLICE_ARG(text));
    else
        return PX_OK;
    return fail_at(reader, text.data, PX_ERROR_SYNTAX);
}

static enum px_status check_unless(const struct reader *reader, struct px_slice unless)
{
    struct px_slice piece;
    enum px_status status = PX_OK;
    while (status == PX_OK && unless.size > 0 && px_pattern_next_unless(&unless, &piece))
        status = check_entry(reader, piece, "unless entry");
    return status;
}

static enum px_status fill_entry(struct reader *reader, const struct px_slice *cells, struct px_entry *entry)
{
    *entry = (struct px_entry){.cells = cells,
                               .line = reader->number,
                               .text = trimmed(cells, reader->entry),
                               .category = trimmed(cells, reader->category),
                               .unless = trimmed(cells, reader->unless),
                               .weight = 1};
    enum px_status status = check_entry(reader, entry->text, "entry");
    if (status == PX_OK)
        status = check_unless(reader, entry->unless);
    if (status != PX_OK)
        return status;
    struct px_slice weight = trimmed(cells, reader->weight);
    if (weight.size > 0 && !px_slice_number(weight, &entry->weight)) {
        px_error_set(reader->error, PX_ERROR_SYNTAX, "weight '%.*s' is not a number", PX_SLICE_ARG(weight));
        return fail_at(reader, weight.data, PX_ERROR_SYNTAX);
    }
    struct px_slice exact = trimmed(cells, reader->exact);
    entry->exact_case = px_slice_is(exact, "exact");
    if (exact.size > 0 && !entry->exact_case) {
        px_error_set(reader->error, PX_ERROR_SYNTAX, "case '%.*s' is neither 'exact' nor empty", PX_SLICE_ARG(exact));
        return fail_at(reader, exact.data, PX_ERROR_SYNTAX);
    }
    return PX_OK;
}

/* The first of the row's cells in marks is told. */
static enum px_status warn_of_marks(struct reader *reader, const struct px_entry *entry)
{
    struct px_lexicon *lexicon = reader->lexicon;
    const struct {
        struct px_slice cell;
        const char *use;
    } cells[] = {{entry->text, "looked for"}, {entry->category, "a category"}, {entry->unless, "an exception"}};
    size_t i = 0, count = sizeof cells / sizeof *cells;
    while (i < count && !has_marks(cells[i].cell))
        i++;
    if (i == count)
        return PX_OK;
    enum px_status status = px_lexicon_warn(&lexicon->warnings, &lexicon->arena, reader->number,
                                            (size_t)(cells[i].cell.data - reader->line.data) + 1,
                                            "%.*s is %s with its quotation marks: take them off, cells need none",
                                            PX_SLICE_SHORT(cells[i].cell), cells[i].use);
    return status == PX_OK ? PX_OK : px_no_memory(reader->error);
}

static enum px_status read_row(struct reader *reader)
{
    struct px_lexicon *lexicon = reader->lexicon;
    enum px_status status = split_row(reader, reader->cells);
    if (status == PX_OK)
        status = fill_entry(reader, reader->cells, &lexicon->entries.items[lexicon->entries.count]);
    if (status == PX_OK)
        status = warn_of_marks(reader, &lexicon->entries.items[lexicon->entries.count]);
    if (status != PX_OK)
        return status;
    lexicon->entries.count++;
    reader->cells += lexicon->columns.count;
    return PX_OK;
}

/* Takes the memory for all entries at once: `rest`, behind the header, has no more of them than lines. */
static enum px_status reserve(struct reader *reader, struct px_slice rest)
{
    struct px_lexicon *lexicon = reader->lexicon;
    size_t lines = 1;
    for (const char *at = rest.data; rest.size > 0 && (at = memchr(at, '\n', (size_t)(rest.data + rest.size - at)));)
        lines += ++at < rest.data + rest.size;
    lexicon->entries.items = px_arena_grow(&lexicon->arena, NULL, 0, lines * sizeof *lexicon->entries.items);
    lexicon->entries.capacity = lines;
    reader->cells = px_arena_grow(&lexicon->arena, NULL, 0, lines * lexicon->columns.count * sizeof *reader->cells);
    return lexicon->entries.items == NULL || reader->cells == NULL ? px_no_memory(reader->error) : PX_OK;
}

static enum px_status read_line(struct reader *reader)
{
    struct px_slice content = px_slice_trim(reader->line);
    if (content.size == 0)
        return PX_OK;
    bool header_read = reader->lexicon->columns.count > 0;
    if (content.data[0] == '#') {
        struct px_metadata metadata;
        if (!header_read && px_metadata_split(px_slice_part(content, 1, content.size), &metadata))
            return take_metadata(reader, &metadata);
        return PX_OK;
    }
    return header_read ? read_row(reader) : read_header(reader);
}

static enum px_status read_lines(struct reader *reader, struct px_slice bytes)
{
    enum px_status status = PX_OK;
    while (status == PX_OK && px_slice_next(&bytes, '\n', &reader->line)) {
        reader->number++;
        if (reader->line.size > 0 && reader->line.data[reader->line.size - 1] == '\r')
            reader->line.size--;
        status = read_line(reader);
        if (status == PX_OK && reader->cells == NULL && reader->lexicon->columns.count > 0)
            status = reserve(reader, bytes);
    }
    if (status == PX_OK && reader->lexicon->columns.count == 0) {
        px_error_set(reader->error, PX_ERROR_SYNTAX, "no header row with a column 'entry'");
        px_error_place(reader->error, reader->lexicon->path.data, 1, 1);
        return PX_ERROR_SYNTAX;
    }
    return status;
}

/* A copy that begins behind a line end, so that the column of any cell can be counted back to its line's start. */
static struct px_slice copy_bytes(struct px_arena *arena, struct px_slice bytes)
{
    char *copy = px_arena_take(arena, bytes.size + 2);
    if (copy == NULL)
        return (struct px_slice){0};
    copy[0] = '\n';
    memcpy(copy + 1, bytes.data, bytes.size);
    return (struct px_slice){copy + 1, bytes.size};
}

/* Reads bytes that stay where they are, behind a line end. */
static enum px_status read_kept(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                struct px_error *error)
{
    struct reader reader = {.lexicon = lexicon, .error = error};
    lexicon->path = px_arena_copy(&lexicon->arena, px_slice_from(path));
    if (lexicon->path.data == NULL)
        return px_no_memory(reader.error);
    lexicon->name = px_lexicon_name_of(lexicon->path);
    if (px_slice_starts(bytes, PX_SLICE("\xEF\xBB\xBF")))
        bytes = px_slice_part(bytes, 3, bytes.size);
    return read_lines(&reader, bytes);
}

enum px_status px_format_read_tsv(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                  struct px_error *error)
{
    *lexicon = (struct px_lexicon){0};
    enum px_status status = check_bytes(bytes, path, error);
    struct px_slice copy = status == PX_OK ? copy_bytes(&lexicon->arena, bytes) : (struct px_slice){0};
    if (status == PX_OK && copy.data == NULL)
        status = px_no_memory(error);
    if (status == PX_OK)
        status = read_kept(copy, path, lexicon, error);
    if (status != PX_OK)
        px_lexicon_release(lexicon);
    return status;
}

enum px_status px_lexicon_read_embedded(const struct px_embedded_file *file, struct px_lexicon *lexicon,
                                        struct px_error *error)
{
    *lexicon = (struct px_lexicon){0};
    struct px_slice bytes = {file->start, (size_t)(file->end - file->start)};
    enum px_status status = check_bytes(bytes, file->path, error);
    if (status == PX_OK)
        status = read_kept(bytes, file->path, lexicon, error);
    lexicon->built_in = true;
    if (status == PX_OK)
        memcpy(lexicon->sha256, file->sha256, sizeof lexicon->sha256);
    else
        px_lexicon_release(lexicon);
    return status;
}

/* Tabs and line ends would end the cell. */
static void write_cell(struct px_slice cell, struct px_buffer *out)
{
    for (size_t i = 0; i < cell.size; i++)
        px_buffer_byte(out, cell.data[i] == '\t' || cell.data[i] == '\n' || cell.data[i] == '\r' ? ' ' : cell.data[i]);
}

/* May the column stand first? A line that begins with "#" is a comment, and "#metoo" may be an entry. */
static bool may_lead(const struct px_lexicon *lexicon, size_t column)
{
    if (px_slice_starts(px_slice_trim(lexicon->columns.items[column]), PX_SLICE("#")))
        return false;
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        struct px_slice cell = px_slice_trim(px_lexicon_cell(lexicon, &lexicon->entries.items[i], column));
        if (cell.size == 0 || cell.data[0] == '#')
            return false;
    }
    return true;
}

/* The first column that may, or else that of the entries. */
static size_t leading_column(const struct px_lexicon *lexicon)
{
    for (size_t i = 0; i < lexicon->columns.count; i++)
        if (may_lead(lexicon, i))
            return i;
    return px_lexicon_column(lexicon, "entry");
}

/* Writes one cell a column: `lead`, then the others in their order. */
static void write_row(const struct px_slice *cells, size_t count, size_t lead, struct px_buffer *out)
{
    write_cell(cells[lead], out);
    for (size_t i = 0; i < count; i++) {
        if (i == lead)
            continue;
        px_buffer_byte(out, '\t');
        write_cell(cells[i], out);
    }
    px_buffer_byte(out, '\n');
}

enum px_status px_format_write_tsv(struct px_writer *writer)
{
    const struct px_lexicon *lexicon = writer->lexicon;
    size_t lead = leading_column(lexicon);
    px_writer_metadata(writer);
    enum px_status status = PX_OK;
    if (lead == PX_NO_COLUMN)
        return PX_OK; /* nothing was ever in it */
    write_row(lexicon->columns.items, lexicon->columns.count, lead, writer->out);
    for (size_t i = 0; status == PX_OK && i < lexicon->entries.count; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        if (px_slice_starts(px_slice_trim(entry->cells[lead]), PX_SLICE("#")))
            status = px_writer_warn(writer, entry, "is left out: a line that begins with # is a comment in a tsv");
        else
            write_row(entry->cells, lexicon->columns.count, lead, writer->out);
    }
    return status;
}
