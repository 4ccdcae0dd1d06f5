/* What the files that write a comparison as JSON share: the part being written, and values and evidence by article.
 * Private to json_comparison.c and json_told.c. */
#ifndef PX_REPORT_JSON_PART_H
#define PX_REPORT_JSON_PART_H

#include "comparison/comparison.h"
#include "report/json_common.h"

/* The comparison, the writer, and the offsets of each article. */
struct part {
    struct px_json json;
    const struct px_comparison *comparison;
    struct px_offsets *offsets;
};

static inline void key_article(struct part *part, size_t article)
{
    px_json_key_slice(&part->json, part->comparison->articles[article]->id);
}

/* "key":{ for each article: "<id>": value(s) } */
static inline void open_articles(struct part *part, const char *key)
{
    px_json_key_open(&part->json, key, '{');
}

static inline void by_article_counts(struct part *part, const char *key, const uint32_t *counts)
{
    px_json_counts_of_all(&part->json, part->comparison, key, counts);
}

static inline void by_article_numbers(struct part *part, const char *key, const double *numbers)
{
    open_articles(part, key);
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_number(&part->json, numbers[i]);
    }
    px_json_close(&part->json, '}');
}

static inline void by_article_values(struct part *part, const char *key, const struct px_value *values)
{
    open_articles(part, key);
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_open(&part->json, '{');
        px_json_key_number(&part->json, "value", values[i].value);
        px_json_key_number(&part->json, "low", values[i].low);
        px_json_key_number(&part->json, "high", values[i].high);
        px_json_key_integer(&part->json, "count", values[i].count);
        px_json_close(&part->json, '}');
    }
    px_json_close(&part->json, '}');
}

static inline void write_sentences(struct part *part, const struct px_evidence *evidence)
{
    px_json_open(&part->json, '[');
    for (size_t i = 0; i < evidence->count; i++)
        px_json_integer(&part->json, evidence->sentences[i]);
    px_json_close(&part->json, ']');
}

static inline void by_article_evidence(struct part *part, const struct px_evidence *evidence)
{
    open_articles(part, "evidence");
    for (size_t i = 0; evidence != NULL && i < part->comparison->article_count; i++) {
        key_article(part, i);
        write_sentences(part, &evidence[i]);
    }
    px_json_close(&part->json, '}');
}

static inline void by_article_spans(struct part *part, const char *key, const struct px_spans *spans)
{
    open_articles(part, key);
    for (size_t i = 0; i < part->comparison->article_count; i++) {
        key_article(part, i);
        px_json_open(&part->json, '[');
        for (size_t j = 0; j < spans[i].count; j++)
            px_json_span(&part->json, &part->offsets[i], spans[i].items[j]);
        px_json_close(&part->json, ']');
    }
    px_json_close(&part->json, '}');
}

/* "findings", "only", "disagreements" and "shared_text". */
void px_json_told(struct part *part);

#endif
