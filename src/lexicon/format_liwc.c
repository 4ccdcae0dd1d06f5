/* LIWC's .dic: numbered categories between two lines of "%", then an entry a line with its numbers behind a tab. Headers
 * may be padded, and indented where categories stand in categories.
 *
 * Two conditions are known from LIWC2001 and 2007: "kind <of>131/125" counts in 131 before "of" and else in 125, and
 * "like (02 134)125/464" in 125 behind a word of category 02 or 134 and else in 464. They become patterns here, and an
 * `unless` for the other case. */
#include "lexicon/build.h"
#include "lexicon/formats.h"
#include "lexicon/liwc.h"

/* The number without leading zeros: "01" is "1". */
static struct px_slice plain_number(struct px_slice number)
{
    while (number.size > 1 && number.data[0] == '0')
        number = px_slice_part(number, 1, number.size);
    return number;
}

enum px_status px_liwc_category(struct px_liwc *liwc, struct px_slice number, uint32_t *category)
{
    *category = px_table_find(&liwc->numbers, plain_number(number));
    if (*category != PX_NONE)
        return PX_OK;
    px_error_set(liwc->rows.error, PX_ERROR_SYNTAX, "category '%.*s' is not in the header", PX_SLICE_SHORT(number));
    return px_rows_fail(&liwc->rows, number.data);
}

enum px_status px_liwc_add(struct px_liwc *liwc, struct px_slice text, uint32_t category, struct px_slice unless)
{
    struct px_slice cells[] = {text, liwc->categories.items[category], unless};
    if (text.data == NULL || unless.data == NULL)
        return px_no_memory(liwc->rows.error);
    return px_lexicon_add(liwc->rows.lexicon, cells, liwc->rows.number, liwc->column, liwc->rows.error);
}

static size_t indentation(struct px_slice line)
{
    size_t at = 0;
    while (at < line.size && (line.data[at] == ' ' || line.data[at] == '\t'))
        at++;
    return at;
}

/* Are there indented lines before the header's end? */
static bool is_nested(struct px_slice rest)
{
    struct px_slice line;
    while (px_rows_cut(&rest, &line) && !px_slice_is(px_slice_trim(line), "%"))
        if (px_slice_trim(line).size > 0 && indentation(line) > 0)
            return true;
    return false;
}

/* "pronoun (Pronouns)" in a nested header gives "pronoun". */
static struct px_slice without_description(struct px_slice name, bool nested)
{
    for (size_t i = 1; i < name.size && name.data[name.size - 1] == ')'; i++)
        if (name.data[i] == '(' && (name.data[i - 1] == '\t' || (nested && name.data[i - 1] == ' ')))
            return px_slice_trim(px_slice_part(name, 0, i));
    return name;
}

/* "12  name": one category of the header. */
static enum px_status read_category(struct px_liwc *liwc, struct px_category_path *path, size_t *widths,
                                    size_t *befores, size_t *depth)
{
    struct px_rows *rows = &liwc->rows;
    struct px_slice content = px_slice_trim(rows->line);
    size_t width = indentation(rows->line);
    size_t size = 0;
    while (size < content.size && content.data[size] != ' ' && content.data[size] != '\t')
        size++;
    struct px_slice name = px_slice_trim(px_slice_part(content, size, content.size));
    bool added = true;
    uint32_t id = px_table_add(&liwc->numbers, plain_number(px_slice_part(content, 0, size)), &added);
    if (name.size == 0 || !added)
        px_error_set(rows->error, PX_ERROR_SYNTAX, added ? "category '%.*s' has no name" : "number '%.*s' stands twice",
                     (int)size, content.data);
    if (name.size == 0 || !added)
        return px_rows_fail(rows, content.data);
    while (*depth > 0 && (widths[*depth - 1] >= width || *depth == PX_LIWC_LEVELS))
        px_category_path_leave(path, befores[--*depth]);
    widths[*depth] = width;
    befores[(*depth)++] = px_category_path_enter(path, without_description(name, liwc->nested));
    struct px_slice *category = px_vector_push(&liwc->categories, &rows->lexicon->arena);
    if (category == NULL || id == PX_NONE)
        return px_no_memory(liwc->rows.error);
    *category = px_category_path_get(path, &rows->lexicon->arena);
    return category->data == NULL ? px_no_memory(liwc->rows.error) : PX_OK;
}

static enum px_status read_header(struct px_liwc *liwc)
{
    struct px_rows *rows = &liwc->rows;
    struct px_category_path path = {0};
    size_t widths[PX_LIWC_LEVELS];
    size_t befores[PX_LIWC_LEVELS];
    size_t depth = 0;
    size_t marks = 0;
    enum px_status status = PX_OK;
    while (status == PX_OK && marks < 2 && px_rows_next(rows)) {
        struct px_slice content = px_slice_trim(rows->line);
        if (px_slice_is(content, "%")) {
            liwc->nested = ++marks == 1 && is_nested(rows->rest);
        } else if (content.size > 0 && marks == 0) {
            px_error_set(rows->error, PX_ERROR_SYNTAX, "'%.*s' stands before the %% that begins the categories",
                         PX_SLICE_SHORT(content));
            status = px_rows_fail(rows, content.data);
        } else if (content.size > 0) {
            status = read_category(liwc, &path, widths, befores, &depth);
        }
    }
    px_buffer_release(&path.dotted);
    if (status == PX_OK && marks < 2) {
        px_error_set(rows->error, PX_ERROR_SYNTAX, "no line of %% %s the categories", marks == 0 ? "before" : "behind");
        status = px_rows_fail(rows, rows->line.data);
    }
    return status;
}

/* Where the numbers begin: behind the first tab or, without one, at the last words that are all numbers. */
static size_t start_of_numbers(const struct px_liwc *liwc, struct px_slice content)
{
    const char *tab = memchr(content.data, '\t', content.size);
    if (tab != NULL)
        return (size_t)(tab - content.data);
    size_t start = content.size;
    for (size_t end = content.size; end > 0;) {
        size_t at = end;
        while (at > 0 && content.data[at - 1] != ' ')
            at--;
        if (at == 0 || px_table_find(&liwc->numbers, plain_number(px_slice_part(content, at, end))) == PX_NONE)
            break;
        start = at;
        for (end = at; end > 0 && content.data[end - 1] == ' '; end--)
            ;
    }
    return start;
}

/* Adds the entry to the category of each number, and keeps the conditions for later. */
static enum px_status read_numbers(struct px_liwc *liwc, struct px_slice text, struct px_slice rest)
{
    enum px_status status = PX_OK;
    struct px_slice number;
    uint32_t category;
    while (status == PX_OK && (rest = px_slice_trim(rest)).size > 0) {
        if (rest.data[0] == '<' || rest.data[0] == '(') {
            status = px_liwc_read_condition(liwc, text, &rest);
            continue;
        }
        size_t size = 0;
        while (size < rest.size && rest.data[size] != ' ' && rest.data[size] != '\t' && rest.data[size] != ',')
            size++;
        number = px_slice_part(rest, 0, size);
        rest = px_slice_part(rest, size < rest.size ? size + 1 : size, rest.size);
        status = number.size == 0 ? PX_OK : px_liwc_category(liwc, number, &category);
        if (status == PX_OK && number.size > 0)
            status = px_liwc_add(liwc, text, category, PX_SLICE(""));
    }
    return status;
}

static enum px_status read_entry(struct px_liwc *liwc)
{
    struct px_rows *rows = &liwc->rows;
    struct px_slice content = px_slice_trim(rows->line);
    if (content.size == 0)
        return PX_OK;
    size_t start = start_of_numbers(liwc, content);
    struct px_slice numbers = px_slice_trim(px_slice_part(content, start, content.size));
    struct px_slice text = px_format_entry_of(px_slice_part(content, 0, start), false, &rows->lexicon->arena);
    liwc->column = px_rows_column(rows, content.data);
    if (numbers.size > 0)
        return read_numbers(liwc, text, numbers);
    if (liwc->categories.count == 1)
        return px_liwc_add(liwc, text, 0, PX_SLICE(""));
    px_error_set(rows->error, PX_ERROR_SYNTAX, "'%.*s' has no category", PX_SLICE_SHORT(content));
    return px_rows_fail(rows, content.data);
}

enum px_status px_format_read_dic(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                  struct px_error *error)
{
    static const char *const columns[] = {"entry", "category", "unless"};
    struct px_liwc liwc = {.column = 1};
    enum px_status status = px_lexicon_begin(lexicon, path, columns, 2, error);
    if (status == PX_OK)
        status = px_rows_open(&liwc.rows, bytes, lexicon, error);
    if (status == PX_OK)
        status = read_header(&liwc);
    if (status == PX_OK && px_liwc_has_conditions(liwc.rows.rest))
        status = px_lexicon_add_column(lexicon, px_slice_from(columns[2]), error);
    while (status == PX_OK && px_rows_next(&liwc.rows))
        status = read_entry(&liwc);
    if (status == PX_OK)
        status = px_liwc_settle_conditions(&liwc);
    px_table_release(&liwc.numbers);
    if (status != PX_OK)
        px_lexicon_release(lexicon);
    return status;
}

static enum px_status refuse(struct px_writer *writer, struct px_slice *texts)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < writer->lexicon->entries.count; i++) {
        const struct px_entry *entry = &writer->lexicon->entries.items[i];
        if (texts[i].data == NULL || entry->category.size > 0)
            continue;
        texts[i] = (struct px_slice){0};
        status = px_writer_warn(writer, entry, "is left out: dic wants a category");
    }
    return status;
}

enum px_status px_format_write_dic(struct px_writer *writer)
{
    struct px_entry_groups groups = {0};
    struct px_buffer *out = writer->out;
    struct px_slice *texts;
    enum px_status status = px_writer_take_all(writer, &texts);
    if (status == PX_OK)
        status = refuse(writer, texts);
    if (status == PX_OK)
        status = px_entry_groups_make(writer, texts, &groups);
    if (status != PX_OK)
        goto done;
    px_buffer_string(out, "%\n");
    for (uint32_t i = 0; i < groups.categories.keys.count; i++)
        px_buffer_printf(out, "%u\t%.*s\n", i + 1, PX_SLICE_ARG(px_table_key(&groups.categories, i)));
    px_buffer_string(out, "%\n");
    for (uint32_t i = 0; i < groups.texts.keys.count; i++) {
        px_buffer_append(out, px_table_key(&groups.texts, i));
        for (size_t entry = groups.first_entry[i]; entry != PX_NO_COLUMN; entry = groups.next_entry[entry])
            px_buffer_printf(out, "\t%u", groups.category[entry] + 1);
        px_buffer_byte(out, '\n');
    }
done:
    px_entry_groups_release(&groups);
    return status;
}
