/* The formats of lexicon files: which there are, how one is told from another, and how a lexicon is written.
 *
 * px_lexicon_read (lexicon.h) reads every one of them. Writing TSV gives back every column, known or not; the other
 * formats hold less, and what one cannot hold of an entry is named in a warning with the entry's line, never dropped in
 * silence.
 *
 *     struct px_lexicon_warnings warnings = {0};
 *     struct px_buffer out = {0};
 *     px_lexicon_write(PX_FORMAT_YAML, &lexicon, &out, &arena, &warnings, &error);
 *     for (size_t i = 0; i < warnings.count; i++) ... warnings.items[i].message
 */
#ifndef PX_LEXICON_FORMAT_H
#define PX_LEXICON_FORMAT_H

#include "base/buffer.h"
#include "lexicon/lexicon.h"

enum px_lexicon_format {
    PX_FORMAT_TSV,   /* our own: holds everything */
    PX_FORMAT_YAML,  /* quanteda: categories in categories, lists of entries */
    PX_FORMAT_DIC,   /* LIWC: numbered categories between two lines of %, then entries with numbers */
    PX_FORMAT_DICX,  /* LIWC-22: a table of entries by categories */
    PX_FORMAT_CSV,   /* the columns of the TSV; reads entries by categories too, with marks or weights */
    PX_FORMAT_CAT,   /* WordStat: indented categories, entries with weights */
    PX_FORMAT_YKD,   /* Yoshikoder */
    PX_FORMAT_LCD,   /* Lexicoder 2: Yoshikoder's under another name */
    PX_FORMAT_LC3,   /* Lexicoder 3: +category, then entries */
    PX_FORMAT_VADER, /* token, mean, standard deviation, ratings */
    PX_FORMAT_AFINN, /* word, whole number */
    PX_FORMAT_COUNT
};

/* "tsv", "yaml", "dic", "dicx", "csv", "cat", "ykd", "lcd", "lc3", "vader", "afinn". */
PX_API const char *px_lexicon_format_name(enum px_lexicon_format format);

/* The format of that name, or -1. */
PX_API int px_lexicon_format_find(const char *name);

/* What the file most probably is: by its content, or by the end of its name where the content leaves it open. Reads no
 * more than the first lines. `path` may be NULL. */
PX_API enum px_lexicon_format px_lexicon_format_guess(struct px_slice bytes, const char *path);

/* Appends the lexicon in the format to `out`. Warnings (their text lives in `arena`) come in the order of the
 * entries. */
PX_API enum px_status px_lexicon_write(enum px_lexicon_format format, const struct px_lexicon *lexicon,
                                       struct px_buffer *out, struct px_arena *arena,
                                       struct px_lexicon_warnings *warnings, struct px_error *error);

#endif
