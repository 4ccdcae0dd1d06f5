#include "report/tidy.h"

#include <math.h>

#include "report/json_writer.h"
#include "report/report.h"
#include "report/sentence_name.h"

/* What each kind of column is to a reader of tables, by the names of Frictionless. */
static const struct {
    const char *kind;
    const char *type;
} types[] = {
    {"integer", "integer"}, {"id", "integer"}, {"offset", "integer"}, {"number", "number"}, {"boolean", "boolean"},
};

static const char *type_of(const char *kind)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].kind, kind) == 0)
            return types[i].type;
    return "string";
}

static void separate(struct px_tidy *tidy)
{
    if (tidy->comma)
        px_buffer_byte(tidy->out, ',');
    tidy->comma = true;
}

static void dictionary_row(struct px_tidy *tidy, const char *const cells[5])
{
    for (size_t i = 0; i < 5; i++) {
        if (i > 0)
            px_buffer_byte(tidy->out, ',');
        px_report_csv_field(px_slice_from(cells[i]), tidy->out);
    }
    px_buffer_byte(tidy->out, '\n');
}

static void package_field(struct px_tidy *tidy, const char *const cells[5])
{
    struct px_json json = {.out = tidy->out, .comma = tidy->comma};
    px_json_open(&json, '{');
    px_json_key_name(&json, "name", cells[1]);
    px_json_key_name(&json, "type", cells[2]);
    if (cells[3][0] != '\0')
        px_json_key_name(&json, "unit", cells[3]);
    px_json_key(&json, "description");
    px_json_string(&json, px_slice_from(cells[4]));
    px_json_close(&json, '}');
    tidy->comma = true;
}

/* What is made of a column when no rows are. */
static void describe(struct px_tidy *tidy, const char *const cells[5])
{
    switch (tidy->mode) {
    case PX_TIDY_DICTIONARY: dictionary_row(tidy, cells); break;
    case PX_TIDY_PACKAGE: package_field(tidy, cells); break;
    case PX_TIDY_HEAD:
        separate(tidy);
        px_buffer_string(tidy->out, cells[1]);
        break;
    case PX_TIDY_ROW: break;
    }
}

bool px_tidy_column(struct px_tidy *tidy, const char *kind, const char *name, const char *unit, const char *meaning)
{
    if (tidy->mode == PX_TIDY_ROW) {
        separate(tidy);
        return true;
    }
    describe(tidy, (const char *const[]){tidy->table, name, type_of(kind), unit, meaning});
    return false;
}

void px_tidy_row(struct px_tidy *tidy, px_table_columns *columns, const struct px_table_row *row)
{
    tidy->comma = false;
    columns(tidy, row);
    px_buffer_byte(tidy->out, '\n');
}

void px_tidy_text(struct px_tidy *tidy, struct px_slice value)
{
    px_report_csv_field(value, tidy->out);
}

void px_tidy_name(struct px_tidy *tidy, const char *value)
{
    px_tidy_text(tidy, px_slice_from(value));
}

void px_tidy_letter(struct px_tidy *tidy, size_t article)
{
    px_buffer_byte(tidy->out, px_comparison_letter(article));
}

void px_tidy_integer(struct px_tidy *tidy, size_t value)
{
    px_buffer_unsigned(tidy->out, value);
}

void px_tidy_id(struct px_tidy *tidy, uint32_t value)
{
    if (value != PX_NONE)
        px_tidy_integer(tidy, value);
}

void px_tidy_number(struct px_tidy *tidy, double value)
{
    struct px_json json = {.out = tidy->out};
    if (isinf(value))
        px_buffer_string(tidy->out, value > 0 ? "INF" : "-INF");
    else if (!isnan(value))
        px_json_number(&json, value);
}

void px_tidy_boolean(struct px_tidy *tidy, bool value)
{
    px_buffer_string(tidy->out, value ? "true" : "false");
}

/* A field that was put together. */
static void joined(struct px_tidy *tidy, struct px_buffer *text)
{
    tidy->out->failed |= text->failed;
    px_tidy_text(tidy, px_buffer_slice(text));
    px_buffer_release(text);
}

void px_tidy_list(struct px_tidy *tidy, const struct px_slice *texts, size_t count)
{
    struct px_buffer text = {0};
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(&text, i > 0 ? "; " : "");
        px_buffer_append(&text, texts[i]);
    }
    joined(tidy, &text);
}

void px_tidy_words(struct px_tidy *tidy, struct px_slice text, const struct px_spans *spans)
{
    struct px_buffer words = {0};
    px_spans_text(text, spans, &words);
    joined(tidy, &words);
}

void px_tidy_offset(struct px_tidy *tidy, const struct px_table_row *row, size_t byte)
{
    px_tidy_integer(tidy, px_offsets_code_point(&row->from->offsets[row->article], byte));
}

void px_tidy_label(struct px_tidy *tidy, const struct px_table_row *row, size_t sentence)
{
    struct px_buffer text = {0};
    if (sentence != PX_NONE)
        px_sentence_label(px_row_article(row), row->article, sentence, &text);
    joined(tidy, &text);
}

static void add_labels(const struct px_article *article, size_t number, const struct px_evidence *evidence,
                       struct px_buffer *text)
{
    for (size_t i = 0; i < evidence->count; i++) {
        px_buffer_string(text, text->size > 0 ? "; " : "");
        px_sentence_label(article, number, evidence->sentences[i], text);
    }
}

void px_tidy_labels(struct px_tidy *tidy, const struct px_table_row *row, const struct px_evidence *evidence)
{
    struct px_buffer text = {0};
    if (evidence != NULL)
        add_labels(px_row_article(row), row->article, evidence, &text);
    joined(tidy, &text);
}

void px_tidy_all_labels(struct px_tidy *tidy, const struct px_table_row *row, const struct px_evidence *evidence)
{
    const struct px_comparison *comparison = row->from->comparison;
    struct px_buffer text = {0};
    for (size_t i = 0; evidence != NULL && i < comparison->article_count; i++)
        add_labels(comparison->articles[i], i, &evidence[i], &text);
    joined(tidy, &text);
}

const struct px_article *px_row_article(const struct px_table_row *row)
{
    return row->from->comparison->articles[row->article];
}

uint32_t px_row_sentence(const struct px_table_row *row, size_t byte)
{
    const struct px_sentences *sentences = &px_row_article(row)->sentences;
    size_t behind = px_vector_from(sentences, start, (uint32_t)byte + 1);
    return behind == 0 ? PX_NONE : (uint32_t)(behind - 1);
}
