/* The cells of a CSV file, one after the other. Internal to the room.
 *
 * Cells stand between commas, semicolons or tabs (whichever the header row has), and may stand in quotation marks. Rows end
 * with LF, CR LF or CR. Memory that is out shows as `failed`.
 *
 *     px_csv_open(&csv, text, &lexicon, &error);
 *     while (!px_csv_ended(&csv)) { struct px_slice cell = px_csv_next(&csv); if (csv.row_ended) ... }
 */
#ifndef PX_LEXICON_CSV_H
#define PX_LEXICON_CSV_H

#include "lexicon/lexicon.h"

struct px_csv {
    struct px_lexicon *lexicon;
    struct px_error *error;
    const char *at;
    const char *end;
    const char *row_start;
    const char *cell_start;
    size_t line; /* of the row that comes next, from 1 */
    size_t cell_line;
    char separator;
    bool row_ended; /* behind the last cell of a row */
    bool failed;
};

void px_csv_open(struct px_csv *csv, struct px_slice text, struct px_lexicon *lexicon, struct px_error *error);

static inline bool px_csv_ended(const struct px_csv *csv)
{
    return csv->at == csv->end && csv->row_ended;
}

/* The next cell, trimmed; where it had quotation marks inside, in the lexicon's arena. */
struct px_slice px_csv_next(struct px_csv *csv);

/* The column, from 1, of a place in the row that was read last; 1 for what stands elsewhere. */
size_t px_csv_column(const struct px_csv *csv, const char *place);

/* Places the error that was set at the cell that was read last; returns its code. */
enum px_status px_csv_fail(const struct px_csv *csv);

#endif
