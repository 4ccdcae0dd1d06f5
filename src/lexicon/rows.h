/* Line by line through a lexicon file of another format than ours. Internal to the room.
 *
 * The bytes become UTF-8 first: UTF-16 by its mark, and windows-1252 where they are no UTF-8. Lines end with LF, CR LF
 * or CR alone, whatever the file likes.
 *
 *     px_rows_open(&rows, bytes, &lexicon, &error);
 *     while (px_rows_next(&rows)) ... rows.line, rows.number
 */
#ifndef PX_LEXICON_ROWS_H
#define PX_LEXICON_ROWS_H

#include "lexicon/lexicon.h"

struct px_rows {
    struct px_lexicon *lexicon;
    struct px_error *error;
    struct px_slice rest;
    struct px_slice line;
    size_t number; /* of the line, from 1 */
};

/* The bytes as UTF-8, in the lexicon's arena. A zero byte fails with its line and column. */
enum px_status px_rows_open(struct px_rows *rows, struct px_slice bytes, struct px_lexicon *lexicon,
                            struct px_error *error);
bool px_rows_next(struct px_rows *rows);

/* Column, from 1, of a place in the line. */
size_t px_rows_column(const struct px_rows *rows, const char *at);

/* Places the error that was set at `at` in the line; returns its code. */
enum px_status px_rows_fail(const struct px_rows *rows, const char *at);

/* Adds a warning at `at` in the line. */
enum px_status px_rows_warn(const struct px_rows *rows, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Cuts the next line off `*rest`. */
bool px_rows_cut(struct px_slice *rest, struct px_slice *line);

#endif
