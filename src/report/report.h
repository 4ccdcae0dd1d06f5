/* The report: results as Markdown and JSON.
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
#include "compare/comparison.h"
#include "report/provenance.h"

/* The side-by-side report, in the order that the user's guide describes. */
PX_API void px_report_markdown(const struct px_comparison *comparison, const struct px_provenance *provenance,
                               struct px_buffer *out);

/* {"schema":"parallax.comparison/1", …} */
PX_API void px_report_json_comparison(const struct px_comparison *comparison, const struct px_provenance *provenance,
                                      struct px_buffer *out);

/* {"schema":"parallax.article/1", …} */
PX_API void px_report_json_article(const struct px_article *article, const struct px_provenance *provenance,
                                   struct px_buffer *out);

/* {"schema":"parallax.clean/1", …} */
PX_API void px_report_json_clean(const struct px_article *article, struct px_buffer *out);

/* The article without its page: Markdown with its headline and headings, or bare text with a blank line between blocks. */
PX_API void px_report_markdown_clean(const struct px_article *article, struct px_buffer *out);
PX_API void px_report_text_clean(const struct px_article *article, struct px_buffer *out);

/* Every piece of the input with its role, its place and why, from article->pieces (px_ingest_explain): two lines each,
 * "+ paragraph   text" for content and "- related     text" for furniture, and below, indented, place and reason. With
 * `color`, as a terminal shows it. */
PX_API void px_report_text_explain(const struct px_article *article, bool color, struct px_buffer *out);

/* {"id","error":{"code","message","line","column"}}: stands in the place of a record that failed. */
PX_API void px_report_json_error(struct px_slice id, const struct px_error *error, struct px_buffer *out);

/* One field of a CSV row after RFC 4180, quoted where needed. */
PX_API void px_report_csv_field(struct px_slice field, struct px_buffer *out);

#endif
