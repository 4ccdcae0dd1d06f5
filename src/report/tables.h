/* The tables of a comparison: each with its columns (tidy.h), and who writes its rows. Private to the room.
 *
 * A new table is a function of columns, one that calls px_tidy_row for each row, and a line in one of the lists below;
 * the dictionary, the package and the tests take it from there. Columns that say what a thing is may be repeated in each
 * of its rows; what is tested once stands once, in a table of its own.
 */
#ifndef PX_REPORT_TABLES_H
#define PX_REPORT_TABLES_H

#include "report/tidy.h"

struct px_table_of_rows {
    const char *name;
    const char *meaning; /* "a sentence of an article": what one row is */
    const char *key;     /* columns that no two rows have alike, spaces between; beside the group's. NULL: none */
    const char *of; /* tables that have a key, each row of whose key columns stands in these rows too; NULL: none */
    px_table_columns *columns;
    void (*rows)(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row);
};

/* In the order of a reader's interest; a NULL name ends each. */
extern const struct px_table_of_rows px_tables_of_articles[];
extern const struct px_table_of_rows px_tables_of_people[];
extern const struct px_table_of_rows px_tables_of_claims[];
extern const struct px_table_of_rows px_tables_of_headlines[];
extern const struct px_table_of_rows px_tables_of_comparison[];
extern const struct px_table_of_rows px_tables_of_run[]; /* the same for every comparison of a run */

/* Columns that tables begin with: the group; the group and the article. */
void px_columns_group(struct px_tidy *tidy, const struct px_table_row *row);
void px_columns_article(struct px_tidy *tidy, const struct px_table_row *row);

/* A row for each article, with the item that stands in `row`. */
void px_rows_by_article(struct px_tidy *tidy, px_table_columns *columns, struct px_table_row *row);

/* The words of a span of the row's article; empty where it is. */
static inline struct px_slice px_row_words(const struct px_table_row *row, struct px_span span)
{
    return px_slice_span(px_row_article(row)->text, span);
}

/* The referent that an entity of the row's article belongs to; PX_NONE for none. */
uint32_t px_row_referent(const struct px_table_row *row, uint32_t entity);

#endif
