/* The sum as JSON and as Markdown. */
#include <math.h>

#include "corpus/aggregate_inside.h"
#include "report/json_common.h"
#include "report/report.h"

static void write_row(struct px_json *json, const struct px_aggregate_sum *sum, const struct px_aggregate_row *row)
{
    px_json_open(json, '{');
    px_json_text(json, "name", row->name);
    px_json_text(json, "label", row->label);
    px_json_text(json, "unit", row->unit);
    px_json_text(json, "voice", row->voice);
    px_json_key_integer(json, "events", (long long)row->events);
    px_json_key_integer(json, "unequal", (long long)row->unequal);
    px_json_key_open(json, "values", '{');
    for (size_t i = 0; i < 2; i++) {
        px_json_key_slice(json, sum->outlets[i]);
        px_json_number(json, row->values[i]);
    }
    px_json_close(json, '}');
    px_json_key_open(json, "difference", '{');
    px_json_key_number(json, "value", row->across.mean.value);
    px_json_key_number(json, "low", row->across.mean.low);
    px_json_key_number(json, "high", row->across.mean.high);
    px_json_key_number(json, "p", row->across.p);
    px_json_key_number(json, "q", row->q);
    px_json_close(json, '}');
    px_json_key_number(json, "effect", row->across.effect);
    px_json_key_name(json, "verdict", px_verdict_name((enum px_verdict)row->verdict));
    px_json_close(json, '}');
}

void px_aggregate_write_json(const struct px_aggregate_sum *sum, const struct px_provenance *provenance,
                             struct px_buffer *out)
{
    struct px_json json = {.out = out};
    px_json_open(&json, '{');
    px_json_key_name(&json, "schema", "parallax.aggregate/1");
    px_json_slices(&json, "outlets", sum->outlets, 2);
    px_json_key_integer(&json, "events", (long long)sum->events);
    px_json_key_open(&json, "left_out", '{');
    px_json_key_integer(&json, "events_without_both", (long long)sum->without);
    px_json_key_integer(&json, "groups_repeated", (long long)sum->repeated);
    px_json_key_integer(&json, "lines_repeated", (long long)sum->same);
    px_json_key_integer(&json, "lines_failed", (long long)sum->failed);
    px_json_key_integer(&json, "articles_without_outlet", (long long)sum->nameless);
    px_json_close(&json, '}');
    px_json_key_integer(&json, "made_by", (long long)sum->made_by);
    px_json_key_open(&json, "indicators", '[');
    for (size_t i = 0; i < sum->row_count; i++)
        write_row(&json, sum, &sum->rows[i]);
    px_json_close(&json, ']');
    px_json_provenance(&json, provenance);
    px_json_close(&json, '}');
    px_buffer_byte(out, '\n');
}

static void write_csv_number(double number, struct px_buffer *out)
{
    px_buffer_byte(out, ',');
    if (isfinite(number))
        px_buffer_printf(out, "%.6g", number);
}

static void write_csv_row(const struct px_aggregate_sum *sum, const struct px_aggregate_row *row, struct px_buffer *out)
{
    const struct px_slice texts[] = {row->name, row->label, row->unit, row->voice, sum->outlets[0], sum->outlets[1]};
    const double numbers[] = {
        row->values[0], row->values[1], row->across.mean.value, row->across.mean.low, row->across.mean.high,
        row->across.p,  row->q,         row->across.effect};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        px_report_csv_field(texts[i], out);
        px_buffer_byte(out, ',');
    }
    px_buffer_printf(out, "%zu,%zu", row->events, row->unequal);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        write_csv_number(numbers[i], out);
    px_buffer_printf(out, ",%s\n", px_verdict_name((enum px_verdict)row->verdict));
}

void px_aggregate_write_csv(const struct px_aggregate_sum *sum, struct px_buffer *out)
{
    px_buffer_string(out, "indicator,label,unit,voice,outlet_a,outlet_b,events,unequal,value_a,value_b,difference,low,"
                          "high,p,q,effect,verdict\n");
    for (size_t i = 0; i < sum->row_count; i++)
        write_csv_row(sum, &sum->rows[i], out);
}

/* A name in a table's cell. */
static void write_text(struct px_buffer *out, struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '|' || text.data[i] == '*' || text.data[i] == '_' || text.data[i] == '\\')
            px_buffer_byte(out, '\\');
        px_buffer_byte(out, text.data[i] == '\n' ? ' ' : text.data[i]);
    }
}

/* Of shares the share in per cent; in "points" a difference of two, without a sign. */
static void write_figure(struct px_buffer *out, double value, struct px_slice unit)
{
    bool share = px_slice_is(unit, "share"), hundred = share || px_slice_is(unit, "points");
    int places = hundred ? 1 : px_slice_is(unit, "index") ? 3 : 2;
    double scale = pow(10, places), shown = round((hundred ? 100 : 1) * value * scale) / scale;
    if (isnan(value))
        px_buffer_string(out, "–");
    else
        px_buffer_printf(out, share ? "%.*f %%" : "%.*f", places, shown == 0 ? 0. : shown); /* no -0.00 */
}

static void write_q(struct px_buffer *out, double q)
{
    if (isnan(q))
        px_buffer_string(out, "–");
    else
        px_buffer_printf(out, q < .001 ? "< .001" : "%.3f", q);
}

/* "12.0 points (6.9 to 17.3)": of shares, percentage points. */
static void write_difference(struct px_buffer *out, const struct px_estimate *mean, struct px_slice unit)
{
    bool share = px_slice_is(unit, "share");
    struct px_slice of = share ? PX_SLICE("points") : unit;
    write_figure(out, mean->value, of);
    px_buffer_string(out, share && !isnan(mean->value) ? " points" : "");
    if (isnan(mean->low))
        return;
    px_buffer_string(out, " (");
    write_figure(out, mean->low, of);
    px_buffer_string(out, " to ");
    write_figure(out, mean->high, of);
    px_buffer_byte(out, ')');
}

static void markdown_row(struct px_buffer *out, const struct px_aggregate_row *row)
{
    px_buffer_string(out, "| ");
    write_text(out, row->label);
    if (px_slice_starts(row->unit, PX_SLICE("per 1,000 words")))
        px_buffer_printf(out, ", %.*s", PX_SLICE_ARG(row->unit));
    for (size_t i = 0; i < 2; i++) {
        px_buffer_string(out, " | ");
        write_figure(out, row->values[i], row->unit);
    }
    px_buffer_string(out, " | ");
    write_difference(out, &row->across.mean, row->unit);
    px_buffer_string(out, " | ");
    write_figure(out, row->across.effect, (struct px_slice){0});
    px_buffer_printf(out, " | %zu of %zu | ", row->unequal, row->events);
    write_q(out, row->q);
    px_buffer_printf(out, " | %s |\n", px_verdict_name((enum px_verdict)row->verdict));
}

static void head(const struct px_aggregate_sum *sum, struct px_buffer *out)
{
    px_buffer_string(out, "# ");
    write_text(out, sum->outlets[0]);
    px_buffer_string(out, " and ");
    write_text(out, sum->outlets[1]);
    px_buffer_printf(out, " over %zu event%s\n\n", sum->events, sum->events == 1 ? "" : "s");
    px_buffer_string(out, "A = ");
    write_text(out, sum->outlets[0]);
    px_buffer_string(out, ", B = ");
    write_text(out, sum->outlets[1]);
    px_buffer_printf(out,
                     ". Left out: %zu events that lack one of them, %zu groups given in comparisons that differ, %zu "
                     "lines given before, %zu lines that are no comparison, %zu articles without an outlet.\n\n",
                     sum->without, sum->repeated, sum->same, sum->failed, sum->nameless);
    if (sum->made_by > 1)
        px_buffer_printf(
            out,
            "**Take care:** these comparisons were made in %zu ways (versions, lexicons or options): their "
            "figures may not be the same things.\n\n",
            sum->made_by);
}

/* Says what the table comes to, before it. */
static void lead(const struct px_aggregate_sum *sum, struct px_buffer *out)
{
    size_t tested = 0, differs = 0;
    for (size_t i = 0; i < sum->row_count; i++) {
        tested += px_aggregate_has_test(&sum->rows[i]);
        differs += sum->rows[i].verdict == PX_VERDICT_DIFFERS;
    }
    if (tested == 0)
        px_buffer_string(out, "Too few events for a test of any figure.\n\n");
    else if (differs == 0)
        px_buffer_printf(out, "None of %zu figures with a test differs beyond chance.\n\n", tested);
    else
        px_buffer_printf(out, "%zu of %zu figures with a test %s beyond chance: on top.\n\n", differs, tested,
                         differs == 1 ? "differs" : "differ");
}

/* Figures that nothing was found of need no row. */
static bool is_found(const struct px_aggregate_row *row)
{
    return row->values[0] != 0 || row->values[1] != 0;
}

static void not_found(const struct px_aggregate_sum *sum, const struct px_aggregate_row **order, struct px_buffer *out)
{
    const char *before = "\nFound in no article of either: ";
    for (size_t i = 0; i < sum->row_count; i++)
        if (!is_found(order[i])) {
            px_buffer_string(out, before);
            write_text(out, order[i]->label);
            before = "; ";
        }
    if (*before == ';')
        px_buffer_string(out, ".\n");
}

static void method(const struct px_provenance *provenance, struct px_buffer *out)
{
    px_buffer_printf(
        out,
        "\nEach event gives one difference a figure, A − B; an outlet with several articles on it counts by "
        "their mean. Intervals (95 %%, studentised bootstrap, no narrower than Student's) and tests (permutation "
        "of signs, all of them up to %d events) are over events; q is corrected over all figures with a test "
        "(Benjamini–Hochberg). Differences of shares are in percentage points. Events are given as those in which the "
        "two differ at all, of those with both. "
        "d is the "
        "mean difference by the standard deviation of the events (Cohen's d_z): the clearest stand on top. "
        "Below %d that differ nothing is said. Intervals and tests do not cover mistakes in finding, which weigh the "
        "same on both "
        "outlets only where both write alike.\n\nMade by parallax %s, seed %llu.\n",
        PX_EVENTS_EXACT, PX_EVENTS_FEWEST, provenance->version, (unsigned long long)provenance->seed);
}

void px_aggregate_write_markdown(const struct px_aggregate_sum *sum, const struct px_provenance *provenance,
                                 struct px_buffer *out)
{
    struct px_arena scratch = {0};
    const struct px_aggregate_row **order = px_arena_array(&scratch, const struct px_aggregate_row *, sum->row_count);
    if (order == NULL) {
        out->failed = true;
        return;
    }
    px_aggregate_order(sum, order);
    head(sum, out);
    lead(sum, out);
    px_buffer_string(out, "| measure | A | B | A − B (95 % interval) | d | events | q | verdict |\n"
                          "|---|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < sum->row_count; i++)
        if (is_found(order[i]))
            markdown_row(out, order[i]);
    not_found(sum, order, out);
    method(provenance, out);
    px_arena_release(&scratch);
}
