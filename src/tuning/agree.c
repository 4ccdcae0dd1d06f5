#include "tuning/agree.h"

#include <math.h>

#include "report/report.h"
#include "statistics/agreement.h"
#include "statistics/unitising.h"
#include "text/utf8.h"
#include "tuning/passage.h"
#include "tuning/write.h"

/* One alpha's annotators and texts. */
struct panel {
    const struct px_gold *gold;
    const struct px_table *names;
    const uint32_t *coders; /* ids in `names` */
    size_t coder_count;
    uint64_t seed;
    struct px_arena *arena; /* for the work */
    struct px_error *error;
};

static const struct px_gold_coding *coding_by(const struct px_gold_text *text, struct px_slice annotator)
{
    for (size_t i = 0; i < text->codings.count; i++)
        if (px_slice_equal(text->codings.items[i].annotator, annotator))
            return &text->codings.items[i];
    return NULL;
}

static const struct px_gold_coding *panel_coding(const struct panel *panel, const struct px_gold_text *text,
                                                 size_t coder)
{
    return coding_by(text, px_table_key(panel->names, panel->coders[coder]));
}

/* How many of the panel coded the text. */
static size_t coded(const struct panel *panel, const struct px_gold_text *text)
{
    size_t count = 0;
    for (size_t i = 0; i < panel->coder_count; i++)
        count += panel_coding(panel, text, i) != NULL;
    return count;
}

static enum px_status agree_labels(const struct panel *panel, struct px_agreement_row *row)
{
    size_t texts = panel->gold->texts.count;
    double *codes = px_arena_array(panel->arena, double, texts * panel->coder_count + 1);
    if (codes == NULL)
        return px_no_memory(panel->error);
    for (size_t t = 0; t < texts; t++) {
        const struct px_gold_text *text = &panel->gold->texts.items[t];
        row->texts += coded(panel, text) > 1;
        for (size_t i = 0; i < panel->coder_count; i++) {
            const struct px_gold_coding *coding = panel_coding(panel, text, i);
            codes[t * panel->coder_count + i] = coding == NULL ? NAN : coding->label;
        }
    }
    return px_agreement_alpha((struct px_agreement_codes){codes, texts, panel->coder_count}, PX_LEVEL_NOMINAL,
                              panel->seed, &row->labels, panel->error);
}

static void code_words(const struct px_spans *words, const struct px_gold_coding *coding, double *codes, size_t step)
{
    size_t at = 0;
    for (size_t w = 0; w < words->count; w++)
        codes[w * step] =
            coding == NULL ? NAN : px_spans_touch(&coding->spans, &at, words->items[w].start, words->items[w].end);
}

static enum px_status agree_words(const struct panel *panel, struct px_agreement_row *row)
{
    size_t units = 0;
    size_t texts = panel->gold->texts.count;
    struct px_spans *words = px_arena_array(panel->arena, struct px_spans, texts + 1);
    if (words == NULL)
        return px_no_memory(panel->error);
    for (size_t t = 0; t < texts; t++) {
        if (coded(panel, &panel->gold->texts.items[t]) > 1 &&
            !px_passage_find_words(panel->gold->texts.items[t].text, panel->arena, &words[t]))
            return px_no_memory(panel->error);
        units += words[t].count;
    }
    double *codes = px_arena_array(panel->arena, double, units * panel->coder_count + 1);
    if (codes == NULL)
        return px_no_memory(panel->error);
    double *next = codes;
    for (size_t t = 0; t < texts; t++) {
        for (size_t i = 0; words[t].count > 0 && i < panel->coder_count; i++)
            code_words(&words[t], panel_coding(panel, &panel->gold->texts.items[t], i), next + i, panel->coder_count);
        next += words[t].count * panel->coder_count;
    }
    return px_agreement_alpha((struct px_agreement_codes){codes, units, panel->coder_count}, PX_LEVEL_NOMINAL,
                              panel->seed, &row->words, panel->error);
}

/* Spans in code points, of the texts that all of the panel coded. */
static enum px_status agree_spans(const struct panel *panel, struct px_agreement_row *row)
{
    PX_VECTOR(struct px_unit) units = {0};
    size_t texts = 0;
    size_t *lengths = px_arena_array(panel->arena, size_t, panel->gold->texts.count + 1);
    if (lengths == NULL)
        return px_no_memory(panel->error);
    for (size_t t = 0; t < panel->gold->texts.count; t++) {
        const struct px_gold_text *text = &panel->gold->texts.items[t];
        if (coded(panel, text) < panel->coder_count)
            continue;
        for (size_t i = 0; i < panel->coder_count; i++) {
            const struct px_spans *spans = &panel_coding(panel, text, i)->spans;
            for (size_t k = 0; k < spans->count; k++) {
                struct px_unit *unit = px_vector_push(&units, panel->arena);
                if (unit == NULL)
                    return px_no_memory(panel->error);
                *unit = (struct px_unit){texts, i, px_utf8_count(px_slice_part(text->text, 0, spans->items[k].start)),
                                         px_utf8_count(px_slice_span(text->text, spans->items[k]))};
            }
        }
        lengths[texts++] = px_utf8_count(text->text);
    }
    struct px_unitising unitising = {units.items, units.count, lengths, texts, panel->coder_count};
    return px_unitising_alpha(&unitising, panel->seed, &row->spans, panel->error);
}

static enum px_status agree_panel(struct px_agreement *agreement, const struct panel *panel, struct px_slice first,
                                  struct px_slice second)
{
    struct px_agreement_row *row = px_vector_push(&agreement->rows, &agreement->arena);
    if (row == NULL)
        return px_no_memory(panel->error);
    row->first = px_arena_copy(&agreement->arena, first);
    row->second = px_arena_copy(&agreement->arena, second);
    enum px_status status = agree_labels(panel, row);
    if (status == PX_OK)
        status = agree_words(panel, row);
    if (status == PX_OK)
        status = agree_spans(panel, row);
    px_arena_clear(panel->arena);
    return status;
}

static enum px_status agree_pairs(struct px_agreement *agreement, const struct panel *all)
{
    struct panel two = *all;
    enum px_status status = PX_OK;
    uint32_t count = (uint32_t)two.names->keys.count;
    for (uint32_t a = 0; a < count; a++) {
        for (uint32_t b = a + 1; status == PX_OK && b < count; b++) {
            const uint32_t pair[] = {a, b};
            two.coders = pair;
            two.coder_count = 2;
            status = agree_panel(agreement, &two, px_table_key(two.names, a), px_table_key(two.names, b));
        }
    }
    return status;
}

static enum px_status name_annotators(const struct px_gold *gold, struct px_table *names, bool *several,
                                      struct px_error *error)
{
    *several = false;
    for (size_t t = 0; t < gold->texts.count; t++) {
        *several = *several || gold->texts.items[t].codings.count > 1;
        for (size_t i = 0; i < gold->texts.items[t].codings.count; i++)
            if (px_table_add(names, gold->texts.items[t].codings.items[i].annotator, NULL) == PX_NONE)
                return px_no_memory(error);
    }
    return PX_OK;
}

enum px_status px_agree(const struct px_gold *gold, uint64_t seed, struct px_agreement *agreement,
                        struct px_error *error)
{
    struct px_table names = {0};
    struct px_arena scratch = {0};
    bool several;
    *agreement = (struct px_agreement){0};
    enum px_status status = name_annotators(gold, &names, &several, error);
    if (status == PX_OK && !several)
        status = px_error_set(error, PX_ERROR_INPUT, "no text has the codings of two annotators");
    agreement->annotators = names.keys.count;
    uint32_t *all = status == PX_OK ? px_arena_array(&agreement->arena, uint32_t, names.keys.count + 1) : NULL;
    for (uint32_t i = 0; all != NULL && i < names.keys.count; i++)
        all[i] = i;
    struct panel panel = {gold, &names, all, names.keys.count, seed, &scratch, error};
    if (status == PX_OK)
        status = all == NULL ? px_no_memory(error) : agree_panel(agreement, &panel, PX_SLICE(""), PX_SLICE(""));
    if (status == PX_OK && names.keys.count > 2)
        status = agree_pairs(agreement, &panel);
    px_table_release(&names);
    px_arena_release(&scratch);
    if (status != PX_OK)
        px_agreement_release(agreement);
    return status;
}

void px_agreement_release(struct px_agreement *agreement)
{
    px_arena_release(&agreement->arena);
    *agreement = (struct px_agreement){0};
}

static void write_markdown(const struct px_agreement *agreement, struct px_buffer *out)
{
    px_buffer_printf(
        out,
        "# Agreement of %zu annotators\n\nKrippendorff's alpha: 1 is perfect, 0 is chance. Intervals are 95 "
        "%%, over texts (labels, spans) and words.\n\n| annotators | texts | labels | words | spans "
        "|\n|---|---|---|---|---|\n",
        agreement->annotators);
    for (size_t i = 0; i < agreement->rows.count; i++) {
        const struct px_agreement_row *row = &agreement->rows.items[i];
        px_buffer_string(out, "| ");
        px_write_cell(row->first.size == 0 ? PX_SLICE("all") : row->first, out);
        px_buffer_string(out, row->first.size == 0 ? "" : " and ");
        px_write_cell(row->second, out);
        px_buffer_printf(out, " | %zu | ", row->texts);
        px_write_estimate(row->labels, out);
        px_buffer_string(out, " | ");
        px_write_estimate(row->words, out);
        px_buffer_string(out, " | ");
        px_write_estimate(row->spans, out);
        px_buffer_string(out, " |\n");
    }
}

static void csv_estimate(struct px_estimate estimate, struct px_buffer *out)
{
    const double values[] = {estimate.value, estimate.low, estimate.high};
    for (size_t i = 0; i < 3; i++) {
        px_buffer_byte(out, ',');
        if (!isnan(values[i]))
            px_buffer_printf(out, "%.6g", values[i]);
    }
}

static void write_csv(const struct px_agreement *agreement, struct px_buffer *out)
{
    px_buffer_string(out, "first,second,texts,labels,labels_low,labels_high,words,words_low,words_high,spans,spans_low,"
                          "spans_high\n");
    for (size_t i = 0; i < agreement->rows.count; i++) {
        const struct px_agreement_row *row = &agreement->rows.items[i];
        px_report_csv_field(row->first, out);
        px_buffer_byte(out, ',');
        px_report_csv_field(row->second, out);
        px_buffer_printf(out, ",%zu", row->texts);
        csv_estimate(row->labels, out);
        csv_estimate(row->words, out);
        csv_estimate(row->spans, out);
        px_buffer_byte(out, '\n');
    }
}

static void write_json(const struct px_agreement *agreement, struct px_buffer *out)
{
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    px_json_key_name(&json, "schema", "parallax.agreement/1");
    px_json_key_open(&json, "rows", '[');
    for (size_t i = 0; i < agreement->rows.count; i++) {
        const struct px_agreement_row *row = &agreement->rows.items[i];
        px_json_open(&json, '{');
        px_json_key_open(&json, "annotators", '[');
        if (row->first.size > 0) {
            px_json_string(&json, row->first);
            px_json_string(&json, row->second);
        }
        px_json_close(&json, ']');
        px_json_key_integer(&json, "texts", (long long)row->texts);
        px_write_json_estimate(&json, "labels", row->labels);
        px_write_json_estimate(&json, "words", row->words);
        px_write_json_estimate(&json, "spans", row->spans);
        px_json_close(&json, '}');
    }
    px_json_close(&json, ']');
    px_json_close(&json, '}');
    px_buffer_byte(out, '\n');
}

void px_agreement_write(const struct px_agreement *agreement, const char *format, struct px_buffer *out)
{
    if (strcmp(format, "csv") == 0)
        write_csv(agreement, out);
    else if (strcmp(format, "json") == 0)
        write_json(agreement, out);
    else
        write_markdown(agreement, out);
}
