#include "lexicon/csv.h"

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

void px_csv_open(struct px_csv *csv, struct px_slice text, struct px_lexicon *lexicon, struct px_error *error)
{
    size_t commas = 0;
    size_t semicolons = 0;
    size_t tabs = 0;
    for (size_t i = 0; i < text.size && !is_line_end(text.data[i]); i++) {
        commas += text.data[i] == ',';
        semicolons += text.data[i] == ';';
        tabs += text.data[i] == '\t';
    }
    *csv = (struct px_csv){.lexicon = lexicon,
                           .error = error,
                           .at = text.data,
                           .end = text.data + text.size,
                           .row_start = text.data,
                           .cell_start = text.data,
                           .line = 1,
                           .cell_line = 1,
                           .row_ended = true,
                           .separator = ','};
    if (semicolons > commas)
        csv->separator = ';';
    else if (tabs > commas)
        csv->separator = '\t';
}

/* The quoted text [start, end), in which a mark that means itself is doubled. */
static struct px_slice unquote(struct px_csv *csv, const char *start, const char *end)
{
    size_t size = (size_t)(end - start);
    if (size == 0 || memchr(start, '"', size) == NULL)
        return px_slice_trim((struct px_slice){start, size});
    char *copy = px_arena_take(&csv->lexicon->arena, size);
    size_t used = 0;
    if (copy == NULL) {
        csv->failed = true;
        return (struct px_slice){0};
    }
    for (const char *at = start; at < end; at++) {
        copy[used++] = *at;
        if (*at == '"' && at + 1 < end && at[1] == '"')
            at++;
    }
    return px_slice_trim((struct px_slice){copy, used});
}

/* Behind the quotation mark that closes the text from `at` on; counts the lines in it. */
static const char *skip_quoted(struct px_csv *csv, const char *at)
{
    for (; at < csv->end; at++) {
        if (*at == '"' && at + 1 < csv->end && at[1] == '"')
            at++;
        else if (*at == '"')
            return at;
        else if (*at == '\n' || (*at == '\r' && (at + 1 == csv->end || at[1] != '\n')))
            csv->line++;
    }
    return at;
}

/* Goes behind what ends the cell. */
static void end_cell(struct px_csv *csv)
{
    csv->row_ended = csv->at == csv->end || is_line_end(*csv->at);
    if (csv->at == csv->end)
        return;
    if (*csv->at == '\r' && csv->at + 1 < csv->end && csv->at[1] == '\n')
        csv->at++;
    csv->at++;
    csv->line += csv->row_ended;
}

struct px_slice px_csv_next(struct px_csv *csv)
{
    if (!csv->row_ended && csv->at < csv->end && *csv->at == csv->separator) { /* most cells are empty */
        csv->cell_start = csv->at;
        return (struct px_slice){csv->at++, 0};
    }
    if (csv->row_ended)
        csv->row_start = csv->at;
    csv->cell_start = csv->at;
    csv->cell_line = csv->line;
    struct px_slice cell;
    if (csv->at < csv->end && *csv->at == '"') {
        const char *close = skip_quoted(csv, csv->at + 1);
        cell = unquote(csv, csv->at + 1, close);
        csv->at = close;
        while (csv->at < csv->end && *csv->at != csv->separator && !is_line_end(*csv->at))
            csv->at++;
    } else {
        const char *at = csv->at;
        while (at < csv->end && *at != csv->separator && !is_line_end(*at))
            at++;
        cell = (struct px_slice){csv->at, (size_t)(at - csv->at)};
        if (cell.size > 0)
            cell = px_slice_trim(cell);
        csv->at = at;
    }
    end_cell(csv);
    return cell;
}

size_t px_csv_column(const struct px_csv *csv, const char *place)
{
    return place >= csv->row_start && place < csv->end ? (size_t)(place - csv->row_start) + 1 : 1;
}

enum px_status px_csv_fail(const struct px_csv *csv)
{
    px_error_place(csv->error, csv->lexicon->path.data, csv->cell_line, px_csv_column(csv, csv->cell_start));
    return csv->error == NULL ? PX_ERROR_SYNTAX : csv->error->code;
}
