#include "report/json_common.h"

#include "comparison/comparison.h"
#include "report/sentence_name.h"

void px_json_key_list(struct px_json *json, const char *key, size_t count, px_json_item *write, void *of)
{
    px_json_key_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        px_json_open(json, '{');
        write(of, i);
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
}

void px_json_counts_of_all(struct px_json *json, const struct px_comparison *comparison, const char *key,
                           const uint32_t *counts)
{
    px_json_key_open(json, key, '{');
    for (size_t i = 0; i < comparison->article_count; i++) {
        px_json_key_slice(json, comparison->articles[i]->id);
        px_json_integer(json, counts[i]);
    }
    px_json_close(json, '}');
}

void px_json_text(struct px_json *json, const char *key, struct px_slice value)
{
    px_json_key(json, key);
    if (value.size == 0)
        px_json_null(json);
    else
        px_json_string(json, value);
}

void px_json_range(struct px_json *json, const struct px_offsets *offsets, size_t start, size_t end)
{
    px_json_key_integer(json, "start", (long long)px_offsets_code_point(offsets, start));
    px_json_key_integer(json, "end", (long long)px_offsets_code_point(offsets, end));
}

void px_json_span(struct px_json *json, const struct px_offsets *offsets, struct px_span span)
{
    px_json_open(json, '[');
    px_json_integer(json, (long long)px_offsets_code_point(offsets, span.start));
    px_json_integer(json, (long long)px_offsets_code_point(offsets, span.end));
    px_json_close(json, ']');
}

void px_json_spans(struct px_json *json, const struct px_offsets *offsets, const struct px_spans *spans)
{
    px_json_key_open(json, "spans", '[');
    for (size_t i = 0; i < spans->count; i++)
        px_json_span(json, offsets, spans->items[i]);
    px_json_close(json, ']');
}

void px_json_spans_text(struct px_json *json, const char *key, struct px_slice text, const struct px_spans *spans)
{
    px_json_key(json, key);
    if (spans->count == 1) {
        px_json_string(json, px_slice_span(text, spans->items[0]));
        return;
    }
    struct px_buffer joined = {0};
    px_spans_text(text, spans, &joined);
    json->out->failed |= joined.failed;
    px_json_string(json, px_buffer_slice(&joined));
    px_buffer_release(&joined);
}

void px_json_metadata(struct px_json *json, const struct px_article *article)
{
    px_json_text(json, "title", article->title);
    px_json_text(json, "outlet", article->outlet);
    px_json_text(json, "byline", article->byline);
    px_json_text(json, "published", article->published);
    px_json_text(json, "url", article->url);
    px_json_text(json, "language", article->language);
}

void px_json_more_metadata(struct px_json *json, const struct px_article *article)
{
    px_json_text(json, "modified", article->modified);
    px_json_text(json, "section", article->section);
    px_json_slices(json, "tags", article->tags.items, article->tags.count);
    px_json_key_name(json, "genre", px_genre_name(article->genre));
    px_json_text(json, "author_note", article->author_note);
}

void px_json_counts(struct px_json *json, const struct px_article *article)
{
    const struct px_counts *counts = &article->counts;
    px_json_key_open(json, "counts", '{');
    px_json_key_integer(json, "words", counts->words);
    px_json_key_integer(json, "sentences", counts->sentences);
    px_json_key_integer(json, "paragraphs", counts->paragraphs);
    px_json_key_integer(json, "words_direct", counts->words_direct);
    px_json_key_integer(json, "words_indirect", counts->words_indirect);
    px_json_close(json, '}');
}

void px_json_slices(struct px_json *json, const char *key, const struct px_slice *slices, size_t count)
{
    px_json_key_open(json, key, '[');
    for (size_t i = 0; i < count; i++)
        px_json_string(json, slices[i]);
    px_json_close(json, ']');
}

void px_json_furniture(struct px_json *json, const struct px_article *article)
{
    px_json_key_open(json, "furniture", '[');
    for (size_t i = 0; i < article->furniture.count; i++) {
        px_json_open(json, '{');
        px_json_key_name(json, "role", px_role_name(article->furniture.items[i].role));
        px_json_key(json, "text");
        px_json_string(json, article->furniture.items[i].text);
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
}

void px_json_provenance(struct px_json *json, const struct px_provenance *provenance)
{
    px_json_key_open(json, "provenance", '{');
    px_json_key_name(json, "version", provenance->version);
    px_json_key_open(json, "lexicons", '[');
    for (size_t i = 0; i < provenance->lexicon_count; i++) {
        px_json_open(json, '{');
        px_json_text(json, "name", provenance->lexicons[i].name);
        px_json_text(json, "version", provenance->lexicons[i].version);
        px_json_text(json, "sha256", provenance->lexicons[i].sha256);
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
    px_json_key(json, "options");
    px_json_string(json, provenance->options);
    px_json_key_integer(json, "seed", (long long)provenance->seed);
    px_json_key_open(json, "inputs", '[');
    for (size_t i = 0; i < provenance->input_count; i++) {
        px_json_open(json, '{');
        px_json_text(json, "path", provenance->inputs[i].path);
        px_json_text(json, "sha256", provenance->inputs[i].sha256);
        px_json_close(json, '}');
    }
    px_json_close(json, ']');
    px_json_close(json, '}');
}
