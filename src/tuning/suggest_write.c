/* Suggestions as Markdown, CSV and JSON. */

#include <math.h>

#include "report/report.h"
#include "tuning/suggest.h"
#include "tuning/write.h"

static const char *focus_name(const struct px_suggestions *suggestions)
{
    static const char *const names[] = {"marked", "first corpus", "beside the category"};
    return names[suggestions->focus];
}

static void write_row(const struct px_suggestion *suggestion, struct px_buffer *out)
{
    px_buffer_string(out, "| ");
    px_write_cell(suggestion->text, out);
    px_buffer_string(out, " | ");
    px_write_cell(suggestion->category, out);
    px_buffer_printf(out, " | %u | %u | %u | %.2f | ", suggestion->focus, suggestion->rest, suggestion->texts,
                     suggestion->z);
    if (isnan(suggestion->pmi))
        px_buffer_string(out, "– | ");
    else
        px_buffer_printf(out, "%.2f | ", suggestion->pmi);
    if (isnan(suggestion->gain))
        px_buffer_string(out, "– |\n");
    else
        px_buffer_printf(out, "%+.4f |\n", suggestion->gain);
}

static void write_lines(const struct px_suggestion *suggestion, struct px_buffer *out)
{
    px_buffer_string(out, "\n**");
    px_write_cell(suggestion->text, out);
    px_buffer_string(out, "**\n\n");
    for (size_t i = 0; i < suggestion->line_count; i++) {
        px_buffer_string(out, "- ");
        px_write_cell(suggestion->lines[i][0], out);
        px_buffer_string(out, suggestion->lines[i][0].size > 0 ? " **" : "**");
        px_write_cell(suggestion->lines[i][1], out);
        px_buffer_string(out, "** ");
        px_write_cell(suggestion->lines[i][2], out);
        px_buffer_byte(out, '\n');
    }
}

static void write_markdown(const struct px_suggestions *all, struct px_buffer *out)
{
    px_buffer_printf(out,
                     "# Suggestions\n\n%zu candidates, none of them covered by the lexicon yet.\n\n"
                     "| candidate | likely category | %s | elsewhere | texts | log-odds z | PMI | F1 gained |\n"
                     "|---|---|---|---|---|---|---|---|\n",
                     all->items.count, focus_name(all));
    for (size_t i = 0; i < all->items.count; i++)
        write_row(&all->items.items[i], out);
    if (all->items.count > 0)
        px_buffer_string(out, "\n## In context\n");
    for (size_t i = 0; i < all->items.count; i++)
        write_lines(&all->items.items[i], out);
}

static void csv_number(double value, struct px_buffer *out)
{
    px_buffer_byte(out, ',');
    if (!isnan(value))
        px_buffer_printf(out, "%.6g", value);
}

static void join_line(const struct px_slice line[3], struct px_buffer *text)
{
    px_buffer_clear(text);
    for (size_t i = 0; i < 3; i++) {
        if (text->size > 0 && line[i].size > 0)
            px_buffer_byte(text, ' ');
        px_buffer_append(text, line[i]);
    }
}

static void write_csv(const struct px_suggestions *all, struct px_buffer *out)
{
    struct px_buffer text = {0};
    px_buffer_string(out, "entry,category,focus,rest,texts,z,pmi,gain,line1,line2,line3\n");
    for (size_t i = 0; i < all->items.count; i++) {
        const struct px_suggestion *suggestion = &all->items.items[i];
        px_report_csv_field(suggestion->text, out);
        px_buffer_byte(out, ',');
        px_report_csv_field(suggestion->category, out);
        px_buffer_printf(out, ",%u,%u,%u", suggestion->focus, suggestion->rest, suggestion->texts);
        csv_number(suggestion->z, out);
        csv_number(suggestion->pmi, out);
        csv_number(suggestion->gain, out);
        for (size_t k = 0; k < PX_SUGGESTION_LINES; k++) {
            px_buffer_byte(out, ',');
            join_line(suggestion->lines[k], &text);
            if (k < suggestion->line_count)
                px_report_csv_field(px_buffer_slice(&text), out);
        }
        px_buffer_byte(out, '\n');
    }
    out->failed = out->failed || text.failed;
    px_buffer_release(&text);
}

static void json_one(struct px_json *json, const struct px_suggestion *suggestion)
{
    px_json_open(json, '{');
    px_json_key(json, "entry");
    px_json_string(json, suggestion->text);
    px_json_key(json, "category");
    if (suggestion->category.size == 0)
        px_json_null(json);
    else
        px_json_string(json, suggestion->category);
    px_json_key_integer(json, "focus", suggestion->focus);
    px_json_key_integer(json, "rest", suggestion->rest);
    px_json_key_integer(json, "texts", suggestion->texts);
    px_json_key_number(json, "z", suggestion->z);
    px_json_key_number(json, "pmi", suggestion->pmi);
    px_json_key_number(json, "gain", suggestion->gain);
    px_json_key_open(json, "lines", '[');
    for (size_t i = 0; i < suggestion->line_count; i++) {
        px_json_open(json, '[');
        for (size_t k = 0; k < 3; k++)
            px_json_string(json, suggestion->lines[i][k]);
        px_json_close(json, ']');
    }
    px_json_close(json, ']');
    px_json_close(json, '}');
}

static void write_json(const struct px_suggestions *all, struct px_buffer *out)
{
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    px_json_key_name(&json, "schema", "parallax.suggestions/1");
    px_json_key_open(&json, "suggestions", '[');
    for (size_t i = 0; i < all->items.count; i++)
        json_one(&json, &all->items.items[i]);
    px_json_close(&json, ']');
    px_json_close(&json, '}');
    px_buffer_byte(out, '\n');
}

void px_suggestions_write(const struct px_suggestions *suggestions, const char *format, struct px_buffer *out)
{
    if (strcmp(format, "csv") == 0)
        write_csv(suggestions, out);
    else if (strcmp(format, "json") == 0)
        write_json(suggestions, out);
    else
        write_markdown(suggestions, out);
}
