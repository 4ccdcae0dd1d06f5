/* CSV: the columns of our TSV ("entry", "category" and others), or a table of entries by categories whose cells are
 * marks (X, 1, or the category's name) or weights: LIWC-22's .dicx, the General Inquirer, eMFD. */
#include "lexicon/build.h"
#include "lexicon/csv.h"
#include "lexicon/formats.h"
#include "lexicon/rows.h"

#include <strings.h>

/* What the cells of a column are. */
enum kind { EMPTY, MARKS, NUMBERS, WORDS };

struct table {
    struct px_csv csv;
    struct px_slice *names; /* of the columns */
    enum kind *kinds;
    size_t count;
    size_t entry;           /* the column of the entries */
    size_t category;        /* of the categories, or PX_NO_COLUMN */
    bool weighted;          /* numbers other than 0 and 1 */
    bool senses;            /* "about#1" stands among the entries */
    struct px_slice *cells; /* of one row: those of the columns of words */
};

static bool is_name(struct px_slice cell, const char *name)
{
    return cell.size == strlen(name) && strncasecmp(cell.data, name, cell.size) == 0;
}

static bool is_mark(struct px_slice cell, struct px_slice name)
{
    return is_name(cell, "x") || px_slice_is(cell, "+") || px_slice_equal(cell, name);
}

bool px_format_csv_names_entries(struct px_slice name)
{
    static const char *const names[] = {"entry", "dicterm", "word", "term", "token", "words", "terms"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_name(name, names[i]))
            return true;
    return false;
}

static enum px_status read_header(struct table *table)
{
    struct px_arena *arena = &table->csv.lexicon->arena;
    PX_VECTOR(struct px_slice) names = {0};
    table->entry = 0;
    table->category = PX_NO_COLUMN;
    do {
        struct px_slice *name = px_vector_push(&names, arena);
        if (name == NULL)
            return px_no_memory(table->csv.error);
        *name = px_lexicon_column_of(px_csv_next(&table->csv));
        if (px_slice_is(*name, "category"))
            table->category = names.count - 1;
    } while (!table->csv.row_ended);
    table->names = names.items;
    table->count = names.count;
    for (size_t i = names.count; i > 0; i--)
        if (px_format_csv_names_entries(names.items[i - 1]))
            table->entry = i - 1;
    table->kinds = px_arena_array(arena, enum kind, table->count);
    table->cells = px_arena_array(arena, struct px_slice, table->count + 3);
    return table->kinds == NULL || table->cells == NULL ? px_no_memory(table->csv.error) : PX_OK;
}

static enum kind kind_of(struct table *table, size_t column, struct px_slice cell)
{
    double number;
    struct px_slice name = table->names[column];
    if (px_slice_is(name, "unless") || px_slice_is(name, "case") || px_slice_is(name, "note"))
        return WORDS;
    if (is_mark(cell, name))
        return MARKS;
    if (!px_slice_number(cell, &number))
        return WORDS;
    table->weighted = table->weighted || (number != 0 && number != 1);
    return NUMBERS;
}

/* Where the sense of "about#1" begins, or the size. */
static size_t start_of_sense(struct px_slice entry)
{
    size_t at = entry.size;
    while (at > 0 && entry.data[at - 1] >= '0' && entry.data[at - 1] <= '9')
        at--;
    if (at > 1 && at < entry.size && entry.data[at - 1] == '_')
        at--; /* "bear#_10" in the General Inquirer */
    return at > 1 && at < entry.size && entry.data[at - 1] == '#' ? at - 1 : entry.size;
}

/* Goes through all rows to learn what the columns are. */
static enum px_status look_over(struct table *table)
{
    size_t column = 0;
    while (!px_csv_ended(&table->csv)) {
        struct px_slice cell = px_csv_next(&table->csv);
        if (column >= table->count && cell.size > 0) {
            px_error_set(table->csv.error, PX_ERROR_SYNTAX, "cell '%.*s' beyond the %zu columns of the header row",
                         PX_SLICE_SHORT(cell), table->count);
            return px_csv_fail(&table->csv);
        }
        if (column == table->entry) {
            table->senses = table->senses || start_of_sense(cell) < cell.size;
        } else if (cell.size > 0) {
            enum kind kind = kind_of(table, column, cell);
            if (kind > table->kinds[column])
                table->kinds[column] = kind;
        }
        column = table->csv.row_ended ? 0 : column + 1;
    }
    return table->csv.failed ? px_no_memory(table->csv.error) : PX_OK;
}

static bool is_category(const struct table *table, size_t column)
{
    return column != table->entry && (table->kinds[column] == MARKS || table->kinds[column] == NUMBERS);
}

/* The lexicon's columns: entry, category, weight where there are weights, what is no category, sense. */
static enum px_status add_columns(struct table *table)
{
    struct px_lexicon *lexicon = table->csv.lexicon;
    size_t categories = 0;
    enum px_status status = PX_OK;
    if (table->weighted)
        status = px_lexicon_add_column(lexicon, PX_SLICE("weight"), table->csv.error);
    for (size_t i = 0; status == PX_OK && i < table->count; i++) {
        categories += is_category(table, i);
        if (i != table->entry && table->kinds[i] == WORDS)
            status = px_lexicon_add_column(lexicon, table->names[i], table->csv.error);
        else if (i != table->entry && table->kinds[i] == EMPTY && table->names[i].size > 0 &&
                 px_lexicon_warn(&lexicon->warnings, &lexicon->arena, 1, 0, "category '%.*s' has no entries",
                                 PX_SLICE_SHORT(table->names[i])) != PX_OK)
            status = px_no_memory(table->csv.error);
    }
    if (status == PX_OK && table->senses)
        status = px_lexicon_add_column(lexicon, PX_SLICE("sense"), table->csv.error);
    if (status == PX_OK && categories == 0) {
        px_error_set(table->csv.error, PX_ERROR_SYNTAX,
                     "no column 'category', and none whose cells are X, a number or its name");
        px_error_place(table->csv.error, lexicon->path.data, 1, 1);
        return PX_ERROR_SYNTAX;
    }
    return status;
}

/* Adds the entry to the category of a column, when the cell says so. */
static enum px_status add_member(struct table *table, size_t column, struct px_slice cell, size_t line, size_t at)
{
    double number = 1;
    bool is_number = px_slice_number(cell, &number);
    if (cell.size == 0 || (!table->weighted && number == 0))
        return PX_OK;
    table->cells[1] = table->names[column];
    table->cells[2] = !table->weighted ? table->cells[2] : is_number ? cell : PX_SLICE("1");
    return px_lexicon_add(table->csv.lexicon, table->cells, line, at, table->csv.error);
}

/* One row of a table of entries by categories, whose cells stand in `row`. */
static enum px_status add_row(struct table *table, const struct px_slice *row, size_t line, size_t column)
{
    struct px_lexicon *lexicon = table->csv.lexicon;
    struct px_slice entry = row[table->entry];
    size_t sense = table->senses ? start_of_sense(entry) : entry.size;
    size_t at = table->weighted ? 3 : 2;
    size_t before = lexicon->entries.count;
    enum px_status status = PX_OK;
    for (size_t i = 0; i < table->count; i++)
        if (i != table->entry && table->kinds[i] == WORDS)
            table->cells[at++] = row[i];
    if (table->senses)
        table->cells[at] = px_slice_part(entry, sense < entry.size ? sense + 1 : sense, entry.size);
    table->cells[0] = px_format_entry_of(px_slice_part(entry, 0, sense), false, &lexicon->arena);
    if (table->cells[0].data == NULL)
        return px_no_memory(table->csv.error);
    for (size_t i = 0; status == PX_OK && i < table->count; i++)
        if (is_category(table, i))
            status = add_member(table, i, row[i], line, column);
    if (status == PX_OK && lexicon->entries.count == before &&
        px_lexicon_warn(&lexicon->warnings, &lexicon->arena, line, column, "'%.*s' is in no category",
                        PX_SLICE_SHORT(entry)) != PX_OK)
        return px_no_memory(table->csv.error);
    return status;
}

/* Reads one row into `row`, which has a cell a column; false when it holds nothing. */
static bool read_row(struct table *table, struct px_slice *row)
{
    bool filled = false;
    size_t column = 0;
    memset(row, 0, sizeof *row * table->count);
    do {
        struct px_slice cell = px_csv_next(&table->csv);
        if (column < table->count)
            row[column] = cell;
        filled = filled || cell.size > 0;
        column++;
    } while (!table->csv.row_ended);
    return filled;
}

static enum px_status read_rows(struct table *table, struct px_slice *row)
{
    enum px_status status = PX_OK;
    while (status == PX_OK && !px_csv_ended(&table->csv)) {
        size_t line = table->csv.line;
        if (!read_row(table, row))
            continue;
        size_t column = row[table->entry].size > 0 ? px_csv_column(&table->csv, row[table->entry].data) : 1;
        if (row[table->entry].size == 0) {
            px_error_set(table->csv.error, PX_ERROR_SYNTAX, "entry is empty");
            px_error_place(table->csv.error, table->csv.lexicon->path.data, line, column);
            return PX_ERROR_SYNTAX;
        }
        if (table->category == PX_NO_COLUMN)
            status = add_row(table, row, line, column);
        else
            status = px_lexicon_add(table->csv.lexicon, row, line, column, table->csv.error);
    }
    return status == PX_OK && table->csv.failed ? px_no_memory(table->csv.error) : status;
}

/* The columns of a file that has a column of categories are the lexicon's. */
static enum px_status keep_columns(struct table *table)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < table->count; i++)
        status = px_lexicon_add_column(table->csv.lexicon, i == table->entry ? PX_SLICE("entry") : table->names[i],
                                       table->csv.error);
    return status;
}

static enum px_status read_table(struct table *table)
{
    struct px_lexicon *lexicon = table->csv.lexicon;
    enum px_status status = read_header(table);
    struct px_csv rows = table->csv;
    struct px_slice *row = px_arena_array(&lexicon->arena, struct px_slice, table->count);
    if (status == PX_OK && row == NULL)
        status = px_no_memory(table->csv.error);
    if (status == PX_OK && table->category != PX_NO_COLUMN) {
        lexicon->columns.count = 0;
        status = keep_columns(table);
    } else if (status == PX_OK) {
        status = look_over(table);
        if (status == PX_OK)
            status = add_columns(table);
        table->csv = rows;
    }
    return status == PX_OK ? read_rows(table, row) : status;
}

enum px_status px_format_read_csv(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                  struct px_error *error)
{
    static const char *const columns[] = {"entry", "category"};
    struct table table = {.entry = 0};
    struct px_rows rows;
    enum px_status status = px_lexicon_begin(lexicon, path, columns, 2, error);
    if (status == PX_OK)
        status = px_rows_open(&rows, bytes, lexicon, error);
    if (status == PX_OK) {
        px_csv_open(&table.csv, rows.rest, lexicon, error);
        status = read_table(&table);
    }
    if (status != PX_OK)
        px_lexicon_release(lexicon);
    return status;
}
