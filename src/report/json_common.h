/* Pieces that several JSON outputs share. Private to those who write it. */
#ifndef PX_REPORT_JSON_COMMON_H
#define PX_REPORT_JSON_COMMON_H

#include "article/article.h"
#include "report/json_writer.h"
#include "report/provenance.h"
#include "text/utf8.h"

/* "key":id, null for PX_NONE. */
static inline void px_json_key_id(struct px_json *json, const char *key, uint32_t id)
{
    px_json_key(json, key);
    if (id == PX_NONE)
        px_json_null(json);
    else
        px_json_integer(json, id);
}

/* "key":[{…},…]: `write` adds the keys of the item at `index` of what `of` points to. */
typedef void px_json_item(void *of, size_t index);
void px_json_key_list(struct px_json *json, const char *key, size_t count, px_json_item *write, void *of);

/* "key":"value", with null for an empty value. */
void px_json_text(struct px_json *json, const char *key, struct px_slice value);

/* "start":s,"end":e in code points; [s,e]; and "spans":[[s,e],…]. */
void px_json_range(struct px_json *json, const struct px_offsets *offsets, size_t start, size_t end);
void px_json_span(struct px_json *json, const struct px_offsets *offsets, struct px_span span);
void px_json_spans(struct px_json *json, const struct px_offsets *offsets, const struct px_spans *spans);

/* The text under the spans, " … " between pieces. */
void px_json_spans_text(struct px_json *json, const char *key, struct px_slice text, const struct px_spans *spans);

/* "title", "outlet", "byline", "published", "url", "language". */
void px_json_metadata(struct px_json *json, const struct px_article *article);

/* "modified", "section", "tags", "genre", "author_note". */
void px_json_more_metadata(struct px_json *json, const struct px_article *article);
void px_json_counts(struct px_json *json, const struct px_article *article);
void px_json_slices(struct px_json *json, const char *key, const struct px_slice *slices, size_t count);
void px_json_furniture(struct px_json *json, const struct px_article *article);
struct px_comparison;
/* "key":{"<id>":n,…}: a count for each article of the comparison. */
void px_json_counts_of_all(struct px_json *json, const struct px_comparison *comparison, const char *key,
                           const uint32_t *counts);
/* "headlines" of a comparison. */
void px_json_headlines(struct px_json *json, const struct px_comparison *comparison);
void px_json_provenance(struct px_json *json, const struct px_provenance *provenance);

#endif
