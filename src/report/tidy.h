/* Tidy tables: a column is said once, with its name, unit, meaning and value, and stands so in the row, the head, the
 * dictionary and the package. Private to the room.
 *
 * A table's columns are a function. For a row it writes the values; for everything else the values are not even looked
 * at, so that the row may then be NULL:
 *
 *     static void columns(struct px_tidy *tidy, const struct px_table_row *row)
 *     {
 *         PX_COLUMN(text, "term", "", "word or phrase", term_of(row)->term);
 *         PX_COLUMN(integer, "count", "occurrences", "how often it stands there", term_of(row)->counts[row->article]);
 *     }
 *
 * CSV after RFC 4180 in UTF-8, lines ended by a line feed as everywhere in the program's output. What is not known or
 * does not apply is an empty field; an interval without an end has the field INF or -INF; true and false are those words.
 * Numbers are JSON's numbers, the same in every locale.
 */
#ifndef PX_REPORT_TIDY_H
#define PX_REPORT_TIDY_H

#include "base/buffer.h"
#include "comparison/comparison.h"
#include "report/provenance.h"
#include "text/utf8.h"

enum px_tidy_mode { PX_TIDY_ROW, PX_TIDY_HEAD, PX_TIDY_DICTIONARY, PX_TIDY_PACKAGE };

struct px_tidy {
    struct px_buffer *out;
    enum px_tidy_mode mode;
    const char *table;
    bool comma; /* something stands before in this row or list */
};

/* What the rows of all tables are written from; `provenance` alone for those of the whole run. */
struct px_table_source {
    struct px_arena arena;
    const struct px_comparison *comparison;
    const struct px_provenance *provenance;
    struct px_offsets *offsets; /* [articles] */
    uint32_t **referents;       /* [articles][entities] the entity's referent, or PX_NONE */
    uint32_t **words;           /* [articles][attributions] words of content */
};

/* One row: the comparison, and the indices that say which of its things it shows. */
struct px_table_row {
    const struct px_table_source *from;
    size_t article;
    size_t item;
    size_t part;
};

typedef void px_table_columns(struct px_tidy *tidy, const struct px_table_row *row);

/* One column of the kind named by a px_tidy_ function below: text, name, integer, id, number, boolean … */
#define PX_COLUMN(kind, name, unit, meaning, ...)             \
    do {                                                      \
        if (px_tidy_column(tidy, #kind, name, unit, meaning)) \
            px_tidy_##kind(tidy, __VA_ARGS__);                \
    } while (0)

/* Begins a column; true when a value is to follow. */
bool px_tidy_column(struct px_tidy *tidy, const char *kind, const char *name, const char *unit, const char *meaning);

/* Writes the row that the indices say. */
void px_tidy_row(struct px_tidy *tidy, px_table_columns *columns, const struct px_table_row *row);

void px_tidy_text(struct px_tidy *tidy, struct px_slice value);
void px_tidy_name(struct px_tidy *tidy, const char *value); /* one of the program's own */
void px_tidy_integer(struct px_tidy *tidy, size_t value);
void px_tidy_id(struct px_tidy *tidy, uint32_t value); /* empty for PX_NONE */
void px_tidy_number(struct px_tidy *tidy, double value);
void px_tidy_boolean(struct px_tidy *tidy, bool value);
void px_tidy_letter(struct px_tidy *tidy, size_t article); /* "A" */

/* Several texts in one field, "; " between them. */
void px_tidy_list(struct px_tidy *tidy, const struct px_slice *texts, size_t count);

/* The bytes under spans, " … " between them. */
void px_tidy_words(struct px_tidy *tidy, struct px_slice text, const struct px_spans *spans);

/* A byte of an article's text, in code points. */
void px_tidy_offset(struct px_tidy *tidy, const struct px_table_row *row, size_t byte);

/* The label of a sentence, "A¶5.2"; empty for PX_NONE. */
void px_tidy_label(struct px_tidy *tidy, const struct px_table_row *row, size_t sentence);

/* The labels of the row's article, "A¶5.2; A¶6.1"; evidence may be NULL. */
void px_tidy_labels(struct px_tidy *tidy, const struct px_table_row *row, const struct px_evidence *evidence);

/* The labels of every article. */
void px_tidy_all_labels(struct px_tidy *tidy, const struct px_table_row *row, const struct px_evidence *evidence);

/* The article of the row. */
const struct px_article *px_row_article(const struct px_table_row *row);

/* The sentence that holds the byte, or the last one before it; PX_NONE when there is none. */
uint32_t px_row_sentence(const struct px_table_row *row, size_t byte);

#endif
