/* The report: results as Markdown, HTML with pictures, JSON, tidy tables as CSV, a screen's summary.
 *
 * Every function appends to a buffer that the caller owns and writes; out of memory shows as buffer->failed. Nothing
 * here computes: all forms show the numbers of the same comparison. Text of articles is escaped for its form. JSON is
 * one object without line breaks, offsets in code points, keys in the contract's order, lists never null, numbers the
 * same in every locale.
 */
#ifndef PX_REPORT_REPORT_H
#define PX_REPORT_REPORT_H

#include "article/article.h"
#include "base/buffer.h"
#include "base/error.h"
#include "comparison/comparison.h"
#include "report/provenance.h"

/* The side-by-side report, in the order that the user's guide describes. With `pictures` it shows the pictures, whose
 * files stand beside it and are named by what `pictures` says and their own names ("pair-" gives "pair-map.svg"); NULL:
 * it shows none. */
PX_API void px_report_markdown(const struct px_comparison *comparison, const struct px_provenance *provenance,
                               const char *pictures, struct px_buffer *out);

/* The same report as one HTML file: the pictures in it, the articles in full with what was found marked in them. It
 * needs no network, no script and no other file; a Content-Security-Policy lets nothing run but its own script. */
PX_API void px_report_html(const struct px_comparison *comparison, const struct px_provenance *provenance,
                           struct px_buffer *out);

/* A terminal: its size, and whether it shows colours. */
struct px_report_screen {
    size_t columns;
    size_t rows;
    bool color;
    const char *hint; /* stands last; may be NULL */
};

/* What leads the report, on one screen: the first findings, and bars of what can be counted. Lines fit into the columns
 * (of 40 or more); the rows say how much is shown. No text of an article can steer the terminal. */
PX_API void px_report_summary(const struct px_comparison *comparison, const struct px_report_screen *screen,
                              struct px_buffer *out);

/* The pictures as files (SVG): their number, their names ("map"), and each one's bytes; nothing is written for a
 * picture with nothing to show, which the report does not link either. */
PX_API size_t px_report_picture_count(void);
PX_API const char *px_report_picture_name(size_t picture);
PX_API void px_report_picture(size_t picture, const struct px_comparison *comparison, struct px_buffer *out);

/* {"schema":"parallax.comparison/1", …} */
PX_API void px_report_json_comparison(const struct px_comparison *comparison, const struct px_provenance *provenance,
                                      struct px_buffer *out);

/* {"schema":"parallax.article/1", …} */
PX_API void px_report_json_article(const struct px_article *article, const struct px_provenance *provenance,
                                   struct px_buffer *out);

/* {"schema":"parallax.clean/1", …} */
PX_API void px_report_json_clean(const struct px_article *article, struct px_buffer *out);

/* The article without its page: Markdown with its headline and headings, or bare text with a blank line between
 * blocks. */
PX_API void px_report_markdown_clean(const struct px_article *article, struct px_buffer *out);
PX_API void px_report_text_clean(const struct px_article *article, struct px_buffer *out);

/* Every piece of the input with its role, its place and why, from article->pieces (px_ingest_explain): two lines each,
 * "+ paragraph   text" for content and "- related     text" for furniture, and below, indented, place and reason. With
 * `color`, as a terminal shows it. */
PX_API void px_report_text_explain(const struct px_article *article, bool color, struct px_buffer *out);

/* {"id","error":{"code","message","line","column"}}: stands in the place of a record that failed. */
PX_API void px_report_json_error(struct px_slice id, const struct px_error *error, struct px_buffer *out);

/* Tidy tables as CSV files, one row an observation: their number, their names ("sources"), and the head of each, one
 * line. What stands in them is what the JSON says; tidy.h tells the form of the fields. */
PX_API size_t px_report_table_count(void);
PX_API const char *px_report_table_name(size_t table);
PX_API void px_report_table_head(size_t table, struct px_buffer *out);

/* Appends the rows of a comparison to `tables`, a buffer for each table; with a NULL comparison, the rows of the tables
 * that are the same for a whole run. Linear in what was found, but for the labels of headings (blocks × sentences in
 * headings). Out of memory shows in each of the buffers. */
PX_API void px_report_table_rows(const struct px_comparison *comparison, const struct px_provenance *provenance,
                                 struct px_buffer *tables);

/* What every column of every table means, as CSV (table, column, type, unit, meaning) and as the datapackage.json of a
 * Frictionless tabular data package, which tells keys, too: with the group in them where the tables are `grouped`, those
 * of a batch. */
PX_API void px_report_table_dictionary(struct px_buffer *out);
PX_API void px_report_table_package(bool grouped, struct px_buffer *out);

/* One field of a CSV row after RFC 4180, quoted where needed. */
PX_API void px_report_csv_field(struct px_slice field, struct px_buffer *out);

#endif
