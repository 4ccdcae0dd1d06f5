/* CSV written: every column (csv), or entries by categories as LIWC-22 has them (dicx). */
#include "lexicon/build.h"
#include "lexicon/formats.h"

static void write_row(const struct px_slice *cells, size_t count, struct px_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            px_buffer_byte(out, ',');
        px_writer_csv_field(px_slice_trim(cells[i]), out);
    }
    px_buffer_byte(out, '\n');
}

enum px_status px_format_write_csv(struct px_writer *writer)
{
    const struct px_lexicon *lexicon = writer->lexicon;
    enum px_status status = PX_OK;
    if (lexicon->metadata.count > 0 &&
        px_lexicon_warn(writer->warnings, writer->arena, 0, 0, "metadata (%zu lines) is not held by csv",
                        lexicon->metadata.count) != PX_OK)
        status = px_no_memory(writer->error);
    write_row(lexicon->columns.items, lexicon->columns.count, writer->out);
    for (size_t i = 0; i < lexicon->entries.count; i++)
        write_row(lexicon->entries.items[i].cells, lexicon->columns.count, writer->out);
    return status;
}

static bool has_weights(const struct px_lexicon *lexicon)
{
    for (size_t i = 0; i < lexicon->entries.count; i++)
        if (lexicon->entries.items[i].weight != 1)
            return true;
    return false;
}

/* The entries of one row by their category; a second one of other weight in the same cell is warned of. */
static enum px_status fill_row(struct px_writer *writer, const struct px_entry_groups *groups, uint32_t group,
                               const struct px_entry **row)
{
    enum px_status status = PX_OK;
    memset(row, 0, sizeof *row * groups->categories.keys.count);
    for (size_t i = groups->first_entry[group]; status == PX_OK && i != PX_NO_COLUMN; i = groups->next_entry[i]) {
        const struct px_entry *entry = &writer->lexicon->entries.items[i];
        const struct px_entry **cell = &row[groups->category[i]];
        if (*cell != NULL && (*cell)->weight != entry->weight)
            status = px_writer_warn(writer, entry, "is left out: its cell of the table holds another weight");
        else if (*cell == NULL)
            *cell = entry;
    }
    return status;
}

static void write_members(struct px_writer *writer, const struct px_entry *const *row, size_t count, bool weighted)
{
    for (size_t i = 0; i < count; i++) {
        px_buffer_byte(writer->out, ',');
        if (row[i] != NULL && weighted)
            px_writer_number(row[i]->weight, writer->out);
        else if (row[i] != NULL)
            px_buffer_byte(writer->out, 'X');
    }
    px_buffer_byte(writer->out, '\n');
}

enum px_status px_format_write_dicx(struct px_writer *writer)
{
    struct px_entry_groups groups = {0};
    struct px_slice *texts;
    bool weighted = has_weights(writer->lexicon);
    enum px_status status = px_writer_take_all(writer, &texts);
    if (status == PX_OK)
        status = px_entry_groups_make(writer, texts, &groups);
    uint32_t count = groups.categories.keys.count;
    const struct px_entry **row = px_arena_array(writer->arena, const struct px_entry *, count);
    if (status == PX_OK && row == NULL)
        status = px_no_memory(writer->error);
    px_buffer_string(writer->out, "DicTerm");
    for (uint32_t i = 0; i < count; i++) {
        px_buffer_byte(writer->out, ',');
        px_writer_csv_field(px_table_key(&groups.categories, i), writer->out);
    }
    px_buffer_byte(writer->out, '\n');
    for (uint32_t i = 0; status == PX_OK && i < groups.texts.keys.count; i++) {
        status = fill_row(writer, &groups, i, row);
        px_writer_csv_field(px_table_key(&groups.texts, i), writer->out);
        write_members(writer, row, count, weighted);
    }
    px_entry_groups_release(&groups);
    return status;
}
