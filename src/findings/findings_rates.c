/* Findings on figures: rates and shares that differ, or that none does; evaluations by target and direction. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "findings/findings.h"

enum { FEWEST_MENTIONS = 2, CLEAR_BALANCE = 3 };
#define CLEAR_LEANING 0.5

/* Families whose differences are worth a sentence, and where in the report they stand. Presuppositions are triggers to
 * be read one by one, words of praise and blame may be said of anything, and style takes no side: none of them is a
 * finding. */
static const struct {
    const char *name; /* of an indicator, or of what it is below */
    const char *section;
    double rank;
} WORTH[] = {
    {"loaded", "loaded", 58},    {"sourcing", "sourcing", 60}, {"certainty.hedge", "certainty", 57},
    {"frames", "certainty", 54}, {"agency", "stance", 53},
};

void px_findings_number(struct px_findings *findings, double value, struct px_slice unit)
{
    if (px_slice_is(unit, "share"))
        px_buffer_printf(&findings->text, "%.0f %%", 100 * value);
    else if (px_slice_is(unit, "points"))
        px_buffer_printf(&findings->text, "%.0f", value);
    else
        px_buffer_printf(&findings->text, px_slice_is(unit, "index") ? "%.2f" : "%.1f", value);
}

/* "= .012", "< .001" */
static void write_probability(struct px_findings *findings, double q)
{
    char text[32];
    snprintf(text, sizeof text, "%.3f", q);
    px_buffer_printf(&findings->text, q < 0.001 ? "< .001" : "= %s", text[0] == '0' ? text + 1 : text);
}

/* Counts come before rates: "14 in A (14.2 per 1,000 words)", "210 words in A (31 %)", "27.1 in A". */
static void write_value(struct px_findings *findings, const struct px_indicator *indicator, size_t article)
{
    const struct px_value *value = &indicator->values[article];
    bool counted = px_unit_is_rate(indicator->unit) || px_slice_is(indicator->unit, "share");
    if (counted)
        px_buffer_printf(&findings->text, "%u in ", value->count);
    else
        px_findings_number(findings, value->value, indicator->unit), px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, article);
    if (!counted || isnan(value->value))
        return;
    px_buffer_string(&findings->text, ", ");
    px_findings_number(findings, value->value, indicator->unit);
    if (px_unit_is_rate(indicator->unit))
        px_buffer_printf(&findings->text, " %.*s", PX_SLICE_ARG(indicator->unit));
}

/* "Words on politics: ", of a frame, "Hedges: " */
static void write_label(struct px_findings *findings, const struct px_indicator *indicator)
{
    struct px_slice label = indicator->label;
    if (px_slice_is(indicator->family, "frames")) {
        px_buffer_printf(&findings->text, "Words on %.*s: ", PX_SLICE_ARG(label));
        return;
    }
    char first = label.size == 0 ? ' ' : label.data[0];
    px_buffer_byte(&findings->text, first >= 'a' && first <= 'z' ? (char)(first - 'a' + 'A') : first);
    px_buffer_append(&findings->text, px_slice_part(label, label.size > 0, label.size));
    px_buffer_string(&findings->text, ": ");
}

/* The first two articles, the one with the higher value first. */
static void write_both(struct px_findings *findings, const struct px_indicator *indicator)
{
    size_t lead = indicator->difference < 0 ? 1 : 0;
    if (!(indicator->difference < 0) && !(indicator->difference > 0))
        lead = findings->order[0] < 2 ? findings->order[0] : 0;
    write_value(findings, indicator, lead);
    px_buffer_string(&findings->text, "; ");
    write_value(findings, indicator, 1 - lead);
}

/* "; they differ by more than chance would have it (q = .010)" */
void px_findings_difference(struct px_findings *findings, const struct px_indicator *indicator)
{
    px_buffer_string(&findings->text, "; they differ by more than chance would have it (q ");
    write_probability(findings, indicator->q);
    px_buffer_byte(&findings->text, ')');
}

static const struct px_indicator *find_indicator(const struct px_comparison *comparison, const char *name)
{
    for (size_t i = 0; i < comparison->indicators.count; i++)
        if (px_slice_is(comparison->indicators.items[i].name, name))
            return &comparison->indicators.items[i];
    return NULL;
}

/* Of words quoted, the words reported otherwise, and the other way round; NULL for any other figure. */
static const struct px_indicator *counterpart(const struct px_comparison *comparison,
                                              const struct px_indicator *indicator)
{
    bool direct = px_slice_is(indicator->name, "sourcing.direct_share");
    if (!direct && !px_slice_is(indicator->name, "sourcing.indirect_share"))
        return NULL;
    return find_indicator(comparison, direct ? "sourcing.indirect_share" : "sourcing.direct_share");
}

/* "; quoted and reported together, 51 % in B, 45 % in A". Where one article quotes what the other reports, the one share
 * alone misleads. Told once, with words quoted if both differ. */
static void write_together(struct px_findings *findings, const struct px_indicator *indicator)
{
    const struct px_indicator *other = counterpart(findings->context->comparison, indicator);
    if (other == NULL || !(other->difference * indicator->difference < 0) ||
        (other->verdict == PX_VERDICT_DIFFERS && indicator->voice != PX_VOICE_DIRECT))
        return;
    size_t lead = indicator->difference < 0;
    px_buffer_string(&findings->text, "; quoted and reported together, ");
    for (size_t i = 0; i < 2; i++) {
        size_t a = i == 0 ? lead : 1 - lead;
        px_findings_number(findings, indicator->values[a].value + other->values[a].value, indicator->unit);
        px_buffer_string(&findings->text, " in ");
        px_findings_article(findings, a);
        px_buffer_string(&findings->text, i == 0 ? ", " : "");
    }
}

static enum px_status add_rate(struct px_findings *findings, const struct px_indicator *indicator, const char *section,
                               double rank, struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    findings->verdict = indicator->verdict;
    findings->section = section;
    write_label(findings, indicator);
    write_both(findings, indicator);
    px_findings_difference(findings, indicator);
    write_together(findings, indicator);
    memcpy(findings->evidence, indicator->evidence, findings->context->count * sizeof *findings->evidence);
    return px_findings_end(findings, PX_DRAFT_RATE, rank - indicator->q, indicator->name, error);
}

enum px_status px_findings_rates(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_indicator *own = find_indicator(comparison, "loaded.own");
    enum px_status status = PX_OK;
    bool failed = false;
    for (size_t i = 0; status == PX_OK && i < comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &comparison->indicators.items[i];
        if (!px_indicator_is_rate(indicator) || indicator->verdict != PX_VERDICT_DIFFERS ||
            !px_indicator_is_told(comparison, indicator, &findings->context->scratch, &failed))
            continue;
        for (size_t j = 0; indicator != own && j < sizeof WORTH / sizeof *WORTH; j++)
            if (px_category_within(indicator->name, px_slice_from(WORTH[j].name))) {
                status = add_rate(findings, indicator, WORTH[j].section, WORTH[j].rank, error);
                break;
            }
    }
    if (failed)
        return px_no_memory(error);
    return status != PX_OK || own == NULL ? status : px_findings_loaded(findings, own, error);
}

static int balance(const struct px_stance_row *row, size_t article)
{
    return (int)row->positive[article] - (int)row->negative[article];
}

static uint32_t count_own(const struct px_stance_row *row, size_t article)
{
    return row->positive[article] + row->negative[article];
}

/* How far an article leans, -1 to 1. */
static double leaning(const struct px_stance_row *row, size_t article)
{
    return count_own(row, article) == 0 ? 0 : (double)balance(row, article) / count_own(row, article);
}

/* Worth a sentence: a difference that was tested, of a name that both have, where one leans clearly to a side and the
 * other does not lean to it. What is in doubt is left to the table. */
static bool leans_apart(const struct px_stance_row *row, size_t a, size_t b)
{
    size_t clear = abs(balance(row, a)) >= abs(balance(row, b)) ? a : b;
    size_t other = clear == a ? b : a;
    double turn = balance(row, clear) < 0 ? -1 : 1;
    return row->verdict == PX_VERDICT_DIFFERS && row->named[a] >= FEWEST_MENTIONS && row->named[b] >= FEWEST_MENTIONS &&
           abs(balance(row, clear)) >= CLEAR_BALANCE && turn * leaning(row, clear) >= CLEAR_LEANING &&
           turn * leaning(row, other) <= 0;
}

static void write_stance(struct px_findings *findings, const struct px_stance_row *row, size_t article)
{
    if (count_own(row, article) == 0)
        px_buffer_string(&findings->text, "none");
    else
        px_buffer_printf(&findings->text, "%u unfavourable and %u favourable of %u", row->negative[article],
                         row->positive[article], row->own[article]);
    px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, article);
}

/* "Mentions of “Boris Johnson” in own voice: 5 unfavourable and 1 favourable of 12 in A; none in B." More lead. */
static enum px_status add_stance(struct px_findings *findings, const struct px_stance_row *row, size_t a, size_t b,
                                 struct px_error *error)
{
    bool turn = count_own(row, b) > count_own(row, a);
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    px_buffer_string(&findings->text, "Mentions of ");
    px_findings_quote(findings, row->name);
    px_buffer_string(&findings->text, " in own voice: ");
    write_stance(findings, row, turn ? b : a);
    px_buffer_string(&findings->text, "; ");
    write_stance(findings, row, turn ? a : b);
    findings->verdict = row->verdict;
    findings->evidence[a] = row->evidence[a];
    findings->evidence[b] = row->evidence[b];
    double rank = 70 + fmin(14, abs(balance(row, a) - balance(row, b)));
    return px_findings_end(findings, PX_DRAFT_STANCE, rank, row->name, error);
}

enum px_status px_findings_stances(struct px_findings *findings, struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    enum px_status status = PX_OK;
    for (size_t i = 0; i < context->comparison->stances.count; i++) {
        const struct px_stance_row *row = &context->comparison->stances.items[i];
        for (size_t a = 0; a + 1 < context->count; a++)
            for (size_t b = a + 1; status == PX_OK && b < context->count; b++)
                if (leans_apart(row, findings->order[a], findings->order[b]))
                    status = add_stance(findings, row, findings->order[a], findings->order[b], error);
    }
    return status;
}
