/* Findings on figures: rates and shares that differ, or that none does; evaluations by target and direction. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "compare/findings.h"

enum { FEWEST_EVALUATIONS = 3, CLEAR_BALANCE = 3 };

/* Families whose differences are worth a sentence, and where in the report they stand. Presuppositions are triggers to
 * be read one by one: their rates are no finding. */
static const struct {
    const char *name; /* of an indicator, or of what it is below */
    const char *section;
    double rank;
} WORTH[] = {
    {"loaded.own", "loaded", 66},
    {"loaded", "loaded", 58},
    {"sourcing", "sourcing", 60},
    {"certainty.hedge", "certainty", 57},
    {"certainty.prescription", "certainty", 56},
    {"frames", "certainty", 54},
    {"valence", "stance", 55},
    {"style.sentence_length", "certainty", 45},
};

static void write_number(struct px_findings *findings, double value, struct px_slice unit)
{
    if (px_slice_is(unit, "share"))
        px_buffer_printf(&findings->text, "%.0f %%", 100 * value);
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
    bool counted = px_slice_is(indicator->unit, "per 1,000 words") || px_slice_is(indicator->unit, "share");
    if (counted)
        px_buffer_printf(&findings->text, "%u in ", value->count);
    else
        write_number(findings, value->value, indicator->unit), px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, article);
    if (!counted || isnan(value->value))
        return;
    px_buffer_string(&findings->text, ", ");
    write_number(findings, value->value, indicator->unit);
    if (px_slice_is(indicator->unit, "per 1,000 words"))
        px_buffer_string(&findings->text, " per 1,000 words");
}

static void write_label(struct px_findings *findings, struct px_slice label)
{
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

/* The article's longest sentence, for all that a mean length can show. */
static enum px_status cite_longest(struct px_findings *findings, size_t article, struct px_error *error)
{
    const struct px_article *a = findings->context->articles[article];
    uint32_t longest = 0;
    for (uint32_t s = 1; s < a->sentences.count; s++)
        if (a->sentences.items[s].words > a->sentences.items[longest].words)
            longest = s;
    return px_compare_evidence(findings->context, &longest, a->sentences.count > 0, &findings->evidence[article], error);
}

static enum px_status add_rate(struct px_findings *findings, const struct px_indicator *indicator, const char *section,
                               double rank, struct px_error *error)
{
    double sign = indicator->difference < 0 ? -1 : 1;
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    write_label(findings, indicator->label);
    write_both(findings, indicator);
    px_buffer_string(&findings->text, " (difference ");
    write_number(findings, sign * indicator->difference, indicator->unit);
    px_buffer_string(&findings->text, ", 95 % interval ");
    write_number(findings, sign < 0 ? -indicator->high : indicator->low, indicator->unit);
    px_buffer_string(&findings->text, " to ");
    write_number(findings, sign < 0 ? -indicator->low : indicator->high, indicator->unit);
    px_buffer_string(&findings->text, ", q ");
    write_probability(findings, indicator->q);
    px_buffer_string(&findings->text, ").");
    memcpy(findings->evidence, indicator->evidence, findings->context->count * sizeof *findings->evidence);
    for (size_t a = 0; status == PX_OK && a < 2; a++)
        if (findings->evidence[a].count == 0 && px_slice_is(indicator->unit, "words"))
            status = cite_longest(findings, a, error);
    return status != PX_OK ? status : px_findings_end(findings, PX_DRAFT_RATE, section, rank - indicator->q, indicator->verdict,
                                                      indicator->name, error);
}

/* No rate differs: how many could be told at all, and the one that readers look for. */
static enum px_status add_nothing(struct px_findings *findings, size_t tested, const struct px_indicator *own,
                                  struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    if (tested > 0)
        px_buffer_printf(&findings->text, "None of the %zu rates and shares that could be compared differs clearly", tested);
    else
        px_buffer_string(&findings->text, "The texts are too short to compare rates");
    if (own != NULL) {
        px_buffer_string(&findings->text, "; loaded wording in own voice: ");
        write_both(findings, own);
        memcpy(findings->evidence, own->evidence, context->count * sizeof *findings->evidence);
    }
    px_buffer_byte(&findings->text, '.');
    return px_findings_end(findings, PX_DRAFT_NOTHING, "loaded", 48,
                           tested > 0 ? PX_VERDICT_NO_CLEAR_DIFFERENCE : PX_VERDICT_TOO_LITTLE, PX_SLICE("nothing"), error);
}

enum px_status px_findings_rates(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_indicator *own = NULL;
    enum px_status status = PX_OK;
    size_t tested = 0;
    size_t differ = 0;
    for (size_t i = 0; status == PX_OK && i < comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &comparison->indicators.items[i];
        if (indicator->topic != PX_NONE)
            continue;
        if (px_slice_is(indicator->name, "loaded.own"))
            own = indicator;
        bool rate = !px_slice_is(indicator->family, "style");
        tested += rate && indicator->verdict != PX_VERDICT_TOO_LITTLE;
        if (indicator->verdict != PX_VERDICT_DIFFERS)
            continue;
        differ += rate;
        for (size_t j = 0; j < sizeof WORTH / sizeof *WORTH; j++)
            if (px_category_within(indicator->name, px_slice_from(WORTH[j].name))) {
                status = add_rate(findings, indicator, WORTH[j].section, WORTH[j].rank, error);
                break;
            }
    }
    return status != PX_OK || differ > 0 ? status : add_nothing(findings, tested, own, error);
}

static int balance(const struct px_stance_row *row, size_t article)
{
    return (int)row->positive[article] - (int)row->negative[article];
}

static uint32_t count_own(const struct px_stance_row *row, size_t article)
{
    return row->positive[article] + row->negative[article];
}

/* Worth a sentence: enough was said, and the one leans clearly where the other does not. */
static bool leans_apart(const struct px_stance_row *row, size_t a, size_t b)
{
    int x = balance(row, a);
    int y = balance(row, b);
    bool clear = abs(x) >= CLEAR_BALANCE || abs(y) >= CLEAR_BALANCE;
    bool opposed = (x > 0 && y < 0) || (x < 0 && y > 0);
    return count_own(row, a) + count_own(row, b) >= FEWEST_EVALUATIONS && abs(x - y) >= CLEAR_BALANCE && (clear || opposed);
}

static void write_stance(struct px_findings *findings, const struct px_stance_row *row, size_t article)
{
    const struct px_referent *referent = &findings->context->comparison->referents.items[row->referent];
    px_findings_article(findings, article);
    if (referent->mentions[article].count == 0)
        px_buffer_string(&findings->text, " does not name it");
    else if (count_own(row, article) == 0)
        px_buffer_string(&findings->text, " none");
    else
        px_buffer_printf(&findings->text, " %u negative, %u positive", row->negative[article], row->positive[article]);
}

/* "Evaluations near “Boris Johnson” in own voice: A 5 negative, 1 positive; B none." More evaluations lead. */
static enum px_status add_stance(struct px_findings *findings, const struct px_stance_row *row, size_t a, size_t b,
                                 struct px_error *error)
{
    bool turn = count_own(row, b) > count_own(row, a);
    size_t lead = turn ? b : a;
    size_t other = turn ? a : b;
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    px_buffer_string(&findings->text, "Evaluations near ");
    px_findings_quote(findings, row->name);
    px_buffer_string(&findings->text, " in own voice: ");
    write_stance(findings, row, lead);
    px_buffer_string(&findings->text, "; ");
    write_stance(findings, row, other);
    px_buffer_byte(&findings->text, '.');
    findings->evidence[a] = row->evidence[a];
    findings->evidence[b] = row->evidence[b];
    double rank = 70 + fmin(14, abs(balance(row, a) - balance(row, b)));
    return px_findings_end(findings, PX_DRAFT_STANCE, "stance", rank, row->verdict, row->name, error);
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
