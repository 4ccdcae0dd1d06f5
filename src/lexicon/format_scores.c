/* AFINN (word, whole number) and VADER (token, mean, standard deviation, ratings): words with a valence and no
 * categories. The sign of the valence gives one: "valence.positive" and so on. "*" and "?" mean themselves. */
#include <math.h>

#include "lexicon/build.h"
#include "lexicon/formats.h"
#include "lexicon/rows.h"

static struct px_slice category_of(double valence)
{
    if (valence == 0)
        return PX_SLICE("valence.neutral");
    return valence > 0 ? PX_SLICE("valence.positive") : PX_SLICE("valence.negative");
}

static enum px_status read_line(struct px_rows *rows)
{
    struct px_lexicon *lexicon = rows->lexicon;
    struct px_slice rest = rows->line;
    struct px_slice word;
    struct px_slice cells[5] = {{0}, {0}, PX_SLICE(""), PX_SLICE(""), PX_SLICE("")};
    double valence;
    if (px_slice_trim(rest).size == 0)
        return PX_OK;
    px_slice_next(&rest, '\t', &word);
    for (size_t i = 2; i < 5 && px_slice_next(&rest, '\t', &cells[i]); i++)
        cells[i] = px_slice_trim(cells[i]);
    if (px_slice_trim(word).size == 0 || !px_slice_number(cells[2], &valence)) {
        px_error_set(rows->error, PX_ERROR_SYNTAX, "a line is a word, a tab and a number, not '%.*s'",
                     PX_SLICE_SHORT(rows->line));
        return px_rows_fail(rows, cells[2].size > 0 ? cells[2].data : rows->line.data);
    }
    cells[0] = px_format_entry_of(word, true, &lexicon->arena);
    cells[1] = category_of(valence);
    if (cells[0].data == NULL)
        return px_no_memory(rows->error);
    return px_lexicon_add(lexicon, cells, rows->number, px_rows_column(rows, word.data), rows->error);
}

enum px_status px_format_read_scores(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                     struct px_error *error)
{
    static const char *const columns[] = {"entry", "category", "weight", "sd", "ratings"};
    bool more = px_lexicon_format_guess(bytes, path) == PX_FORMAT_VADER;
    struct px_rows rows;
    enum px_status status = px_lexicon_begin(lexicon, path, columns, more ? 5 : 3, error);
    if (status == PX_OK)
        status = px_rows_open(&rows, bytes, lexicon, error);
    while (status == PX_OK && px_rows_next(&rows))
        status = read_line(&rows);
    if (status != PX_OK)
        px_lexicon_release(lexicon);
    return status;
}

static struct px_slice cell_of(const struct px_writer *writer, const struct px_entry *entry, const char *name,
                               struct px_slice otherwise)
{
    struct px_slice cell = px_lexicon_cell(writer->lexicon, entry, px_lexicon_column(writer->lexicon, name));
    return cell.size > 0 ? cell : otherwise;
}

static enum px_status write_entry(struct px_writer *writer, const struct px_entry *entry, struct px_slice text)
{
    bool vader = writer->format == PX_FORMAT_VADER;
    double weight = vader ? entry->weight : round(entry->weight);
    enum px_status status = PX_OK;
    if (weight != entry->weight)
        status = px_writer_warn(writer, entry, "has its weight rounded: afinn has whole numbers");
    if (status == PX_OK && !px_slice_equal(entry->category, category_of(entry->weight)))
        status = px_writer_warn(writer, entry, "loses its category: words with a valence have none");
    px_buffer_append(writer->out, text);
    px_buffer_byte(writer->out, '\t');
    px_writer_number(weight, writer->out);
    if (vader)
        px_buffer_printf(writer->out, "\t%.*s\t%.*s", PX_SLICE_ARG(cell_of(writer, entry, "sd", PX_SLICE("0"))),
                         PX_SLICE_ARG(cell_of(writer, entry, "ratings", PX_SLICE("[]"))));
    px_buffer_byte(writer->out, '\n');
    return status;
}

enum px_status px_format_write_scores(struct px_writer *writer)
{
    struct px_slice text;
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < writer->lexicon->entries.count; i++) {
        const struct px_entry *entry = &writer->lexicon->entries.items[i];
        status = px_writer_take(writer, entry, &text);
        if (status == PX_OK && text.data != NULL)
            status = write_entry(writer, entry, text);
    }
    return status;
}
