#include <math.h>
#include <stdlib.h>

#include "tuning/sourcing_inside.h"

/* A row of weights on its way into a table. */
struct row {
    double strength;
    uint32_t column;
};

static int compare_rows(const void *a, const void *b)
{
    const struct row *x = a;
    const struct row *y = b;
    if (x->strength != y->strength)
        return x->strength > y->strength ? -1 : 1;
    return x->column < y->column ? -1 : x->column > y->column;
}

/* Weights of one or two chains side by side. */
struct table {
    const struct px_sourcing_rows *rows;
    const float *weights[2];
    uint32_t widths[2];
    uint32_t lines;
};

static void read_row(const struct table *table, uint32_t column, float *row)
{
    for (uint32_t part = 0, at = 0; part < 2; part++)
        for (uint32_t i = 0; i < table->widths[part]; i++)
            row[at++] = table->weights[part][(size_t)column * table->widths[part] + i];
}

/* Strength: the widest weight times the root of how often it is met. */
static double weigh_row(const struct table *table, uint32_t column)
{
    float row[PX_HASHED_WIDTH];
    double widest = 0;
    read_row(table, column, row);
    for (uint32_t i = 0; i < table->widths[0] + table->widths[1]; i++)
        widest = fmax(widest, fabs((double)row[i]));
    return widest * sqrt((double)table->rows->counts[column]);
}

static bool write_table(const struct table *table, struct px_buffer *out)
{
    uint32_t columns = table->rows->columns, width = table->widths[0] + table->widths[1];
    struct row *rows = malloc(((size_t)columns + 1) * sizeof *rows);
    uint8_t *lines = calloc(table->lines, PX_HASHED_LINE);
    bool fine = rows != NULL && lines != NULL;
    for (uint32_t c = 0; fine && c < columns; c++)
        rows[c] = (struct row){weigh_row(table, c), c};
    if (fine)
        qsort(rows, columns, sizeof *rows, compare_rows);
    for (uint32_t c = 0; fine && c < columns; c++) {
        float row[PX_HASHED_WIDTH];
        read_row(table, rows[c].column, row);
        px_hashed_put(lines, table->lines, width, table->rows->hashes[rows[c].column], row);
    }
    if (fine)
        px_buffer_append(out, (struct px_slice){(const char *)lines, (size_t)table->lines * PX_HASHED_LINE});
    free(rows);
    free(lines);
    return fine;
}

static void write_steps(const float *steps, size_t count, struct px_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        int step = (int)lroundf(steps[i] * PX_HASHED_STEPS);
        unsigned bits = (unsigned)(step > INT16_MAX ? INT16_MAX : step < INT16_MIN ? INT16_MIN : step);
        px_buffer_byte(out, (char)(bits & 0xFF));
        px_buffer_byte(out, (char)(bits >> 8 & 0xFF));
    }
}

static void write_notes(const struct px_sourcing_notes *notes, struct px_buffer *out)
{
    px_buffer_string(out, "# name: sourcing\n# language: en\n# licence: CC0-1.0\n"
                          "# description: who says what, in which words: cues, their arguments, acceptance\n");
    px_buffer_printf(out, "# candidate: %.2f\n# context: %.2f\n# document: %.2f\n# standing: %.2f\n# high: %.2f\n",
                     notes->candidate, notes->context, notes->document, notes->standing, notes->high);
    px_linear_write(&notes->accept, PX_SLICE("accept"), px_sourcing_columns(), out);
}

static void write_number(struct px_buffer *out, uint32_t number)
{
    for (unsigned i = 0; i < 4; i++)
        px_buffer_byte(out, (char)(number >> (8 * i) & 0xFF));
}

static size_t align(size_t offset)
{
    return (offset + PX_SOURCING_ALIGNMENT - 1) / PX_SOURCING_ALIGNMENT * PX_SOURCING_ALIGNMENT;
}

static void write_file(const struct px_buffer parts[PX_SOURCING_PARTS], struct px_buffer *out)
{
    size_t begin = out->size;
    size_t offset = align(PX_SOURCING_HEAD + (size_t)PX_SOURCING_PARTS * PX_SOURCING_ENTRY);
    px_buffer_string(out, PX_SOURCING_MAGIC);
    write_number(out, PX_SOURCING_VERSION);
    write_number(out, PX_SOURCING_PARTS);
    for (uint32_t i = 0; i < PX_SOURCING_PARTS; i++) {
        write_number(out, i);
        write_number(out, (uint32_t)offset);
        write_number(out, (uint32_t)parts[i].size);
        write_number(out, 0);
        offset = align(offset + parts[i].size);
    }
    for (uint32_t i = 0; i < PX_SOURCING_PARTS; i++) {
        while (!out->failed && (out->size - begin) % PX_SOURCING_ALIGNMENT != 0)
            px_buffer_byte(out, 0);
        px_buffer_append(out, px_buffer_slice(&parts[i]));
    }
}

enum px_status px_sourcing_write(const struct px_sourcing_fit_options *options, const struct px_sourcing_lesson *lesson,
                                 struct px_buffer *model, struct px_error *error)
{
    struct px_buffer parts[PX_SOURCING_PARTS] = {0};
    const struct px_sourcing_weights *weights = &lesson->weights;
    const struct table of_words = {
        &lesson->words, {weights->cue, weights->document}, {PX_CUE_LABELS, PX_DOCUMENT_LABELS}, options->words_lines};
    const struct table of_arguments = {
        &lesson->arguments, {weights->argument, NULL}, {PX_ARGUMENT_LABELS, 0}, options->arguments_lines};
    bool fine =
        write_table(&of_words, &parts[PX_SOURCING_WORDS]) && write_table(&of_arguments, &parts[PX_SOURCING_ARGUMENTS]);
    write_steps(weights->cue_steps, px_chain_size(PX_CUE_LABELS, PX_SOURCING_BOUNDS), &parts[PX_SOURCING_CUE_STEPS]);
    write_steps(weights->document_steps, px_chain_size(PX_DOCUMENT_LABELS, PX_SOURCING_BOUNDS),
                &parts[PX_SOURCING_DOCUMENT_STEPS]);
    write_steps(weights->argument_steps, px_chain_size(PX_ARGUMENT_LABELS, 2 * PX_SOURCING_BOUNDS),
                &parts[PX_SOURCING_ARGUMENT_STEPS]);
    write_notes(&lesson->notes, &parts[PX_SOURCING_NOTES]);
    if (fine)
        write_file(parts, model);
    fine = fine && !model->failed;
    for (size_t i = 0; i < PX_SOURCING_PARTS; i++) {
        fine = fine && !parts[i].failed;
        px_buffer_release(&parts[i]);
    }
    return fine ? PX_OK : px_no_memory(error);
}
