/* Lexicoder 3's .lc3: "+category" on a line, its entries on the lines behind it. */
#include "lexicon/build.h"
#include "lexicon/formats.h"
#include "lexicon/rows.h"

static enum px_status read_line(struct px_rows *rows, struct px_category_path *path)
{
    struct px_lexicon *lexicon = rows->lexicon;
    struct px_slice content = px_slice_trim(rows->line);
    if (content.size == 0)
        return PX_OK;
    if (content.data[0] == '+' && content.size > 1) {
        px_category_path_leave(path, 0);
        px_category_path_enter(path, px_slice_part(content, 1, content.size));
        return PX_OK;
    }
    struct px_slice cells[] = {px_format_entry_of(content, false, &lexicon->arena),
                               px_category_path_get(path, &lexicon->arena)};
    if (cells[0].data == NULL || cells[1].data == NULL)
        return px_no_memory(rows->error);
    if (cells[1].size == 0) {
        px_error_set(rows->error, PX_ERROR_SYNTAX, "'%.*s' stands before the first +category", PX_SLICE_SHORT(content));
        return px_rows_fail(rows, content.data);
    }
    return px_lexicon_add(lexicon, cells, rows->number, px_rows_column(rows, content.data), rows->error);
}

enum px_status px_format_read_lc3(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                  struct px_error *error)
{
    static const char *const columns[] = {"entry", "category"};
    struct px_rows rows;
    struct px_category_path category = {0};
    enum px_status status = px_lexicon_begin(lexicon, path, columns, 2, error);
    if (status == PX_OK)
        status = px_rows_open(&rows, bytes, lexicon, error);
    while (status == PX_OK && px_rows_next(&rows))
        status = read_line(&rows, &category);
    px_buffer_release(&category.dotted);
    if (status != PX_OK)
        px_lexicon_release(lexicon);
    return status;
}

/* Writes the entries of one category, behind its line. */
static enum px_status write_category(struct px_writer *writer, const struct px_entry_groups *groups, uint32_t category,
                                     const struct px_slice *texts)
{
    px_buffer_byte(writer->out, '+');
    px_buffer_append(writer->out, px_table_key(&groups->categories, category));
    px_buffer_byte(writer->out, '\n');
    for (size_t i = 0; i < writer->lexicon->entries.count; i++) {
        if (texts[i].data == NULL || groups->category[i] != category)
            continue;
        px_buffer_append(writer->out, texts[i]);
        px_buffer_byte(writer->out, '\n');
    }
    return PX_OK;
}

static enum px_status refuse(struct px_writer *writer, struct px_slice *texts)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < writer->lexicon->entries.count; i++) {
        const struct px_entry *entry = &writer->lexicon->entries.items[i];
        bool plus = texts[i].size > 1 && texts[i].data[0] == '+';
        if (texts[i].data == NULL || (!plus && entry->category.size > 0))
            continue;
        texts[i] = (struct px_slice){0};
        status = px_writer_warn(writer, entry,
                                plus ? "is left out: + begins a category in lc3" : "is left out: lc3 wants a category");
    }
    return status;
}

enum px_status px_format_write_lc3(struct px_writer *writer)
{
    struct px_entry_groups groups = {0};
    struct px_slice *texts;
    enum px_status status = px_writer_take_all(writer, &texts);
    if (status == PX_OK)
        status = refuse(writer, texts);
    if (status == PX_OK)
        status = px_entry_groups_make(writer, texts, &groups);
    for (uint32_t i = 0; status == PX_OK && i < groups.categories.keys.count; i++)
        status = write_category(writer, &groups, i, texts);
    px_entry_groups_release(&groups);
    return status;
}
