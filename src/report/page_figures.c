/* Figures on the page: how they are written, and the tables of those in which the articles differ. */
#include <math.h>

#include "report/loaded_listed.h"
#include "report/page.h"

/* A figure in its unit ("14.2", "31 %"), "–" when it is not a number. */
static void figure(struct px_page *page, double value, struct px_slice unit)
{
    if (isnan(value))
        px_buffer_string(page->out, "–");
    else if (px_slice_is(unit, "share"))
        px_buffer_printf(page->out, "%.0f %%", fabs(100 * value) < 0.5 ? 0 : 100 * value); /* never "-0" */
    else if (px_slice_is(unit, "points"))
        px_buffer_printf(page->out, "%.0f", fabs(100 * value) < 0.5 ? 0 : 100 * value);
    else if (px_slice_is(unit, "index"))
        px_buffer_printf(page->out, "%.2f", fabs(value) < 0.005 ? 0 : value);
    else
        px_buffer_printf(page->out, "%.1f", fabs(value) < 0.05 ? 0 : value);
}

void px_page_share(struct px_page *page, uint32_t part, uint32_t all)
{
    double share = all == 0 ? 0 : 100.0 * part / all;
    if (part > 0 && share < 0.5)
        px_buffer_printf(page->out, " %u (under 1 %%) |", part);
    else
        px_buffer_printf(page->out, " %u (%.0f %%) |", part, share);
}

void px_page_interval(struct px_page *page, double low, double high, struct px_slice unit)
{
    if (isnan(low) || isnan(high)) {
        px_buffer_string(page->out, "–");
    } else if (isinf(high) && isinf(low)) {
        px_buffer_string(page->out, "any");
    } else if (isinf(high)) {
        figure(page, low, unit);
        px_buffer_string(page->out, " or more");
    } else if (isinf(low)) {
        figure(page, high, unit);
        px_buffer_string(page->out, " or less");
    } else {
        figure(page, low, unit);
        px_buffer_string(page->out, " to ");
        figure(page, high, unit);
    }
}

void px_page_probability(struct px_page *page, double p)
{
    if (isnan(p)) {
        px_buffer_string(page->out, "–");
    } else if (p < 0.001) {
        px_buffer_string(page->out, "< .001");
    } else if (p >= 0.995) {
        px_buffer_byte(page->out, '1');
    } else {
        struct px_buffer text = {0};
        px_buffer_printf(&text, p < 0.1 ? "%.3f" : "%.2f", p);
        if (text.size > 0)
            px_buffer_append(page->out, px_slice_part(px_buffer_slice(&text), 1, text.size));
        px_buffer_release(&text);
    }
}

void px_page_verdict(struct px_page *page, uint8_t verdict)
{
    px_buffer_string(page->out, verdict == PX_VERDICT_DIFFERS ? " more than chance |" : " |");
}

/* "14.2 (9.8 to 19.1)": the figure and its interval. */
static void value_cell(struct px_page *page, const struct px_value *value, struct px_slice unit)
{
    px_buffer_byte(page->out, ' ');
    figure(page, value->value, unit);
    if (!isnan(value->low) && value->count > 0) {
        px_buffer_string(page->out, " (");
        px_page_interval(page, value->low, value->high, unit);
        px_buffer_byte(page->out, ')');
    }
    px_buffer_string(page->out, " |");
}

/* "28 points (-8 to 53)": of shares, percentage points. */
static void difference_cell(struct px_page *page, const struct px_indicator *indicator)
{
    bool share = px_slice_is(indicator->unit, "share");
    struct px_slice unit = share ? PX_SLICE("points") : indicator->unit;
    px_buffer_byte(page->out, ' ');
    figure(page, indicator->difference, unit);
    if (share && !isnan(indicator->difference))
        px_buffer_string(page->out, lround(100 * fabs(indicator->difference)) == 1 ? " point" : " points");
    if (!isnan(indicator->low)) {
        px_buffer_string(page->out, " (");
        px_page_interval(page, indicator->low, indicator->high, unit);
        px_buffer_byte(page->out, ')');
    }
}

static void indicator_row(struct px_page *page, const struct px_indicator *indicator)
{
    struct px_slice unit = indicator->unit;
    px_buffer_string(page->out, "| ");
    px_page_text(page, indicator->label);
    if (px_unit_is_rate(unit))
        px_buffer_printf(page->out, ", %.*s", PX_SLICE_ARG(unit));
    px_buffer_string(page->out, " |");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        value_cell(page, &indicator->values[i], indicator->unit);
    difference_cell(page, indicator);
    px_buffer_string(page->out, " | ");
    px_page_probability(page, indicator->q);
    px_buffer_string(page->out, " | ");
    px_page_cite_all(page, indicator->evidence, 4);
    px_buffer_string(page->out, " |\n");
}

/* Has any article anything to count here? */
static bool indicator_counts(const struct px_page *page, const struct px_indicator *indicator)
{
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        if (indicator->values[i].count > 0)
            return true;
    }
    return false;
}

/* Of a text of a few hundred words a mean or an index may be too rough to be shown: its interval says anything. */
static bool is_rough(const struct px_page *page, const struct px_indicator *indicator)
{
    bool index = px_slice_is(indicator->unit, "index"), rough = false;
    for (size_t i = 0; (index || px_slice_is(indicator->unit, "words")) && i < page->comparison->article_count; i++) {
        const struct px_value *value = &indicator->values[i];
        rough = rough || value->high - value->low > (index ? .25 : value->value);
    }
    return rough;
}

bool px_page_has_indicator(const struct px_page *page, const struct px_indicator *indicator, const char *family)
{
    return !indicator->unlisted && !is_rough(page, indicator) && px_slice_is(indicator->family, family) &&
           indicator->topic == PX_NONE && indicator_counts(page, indicator);
}

size_t px_page_differing(struct px_page *page, const char *family, const char *heading)
{
    size_t rows = 0;
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!px_page_has_indicator(page, indicator, family) || indicator->verdict != PX_VERDICT_DIFFERS ||
            !px_indicator_is_told(page->comparison, indicator, &page->arena, &page->out->failed))
            continue;
        px_buffer_string(page->out, rows == 0 ? heading : "");
        if (rows++ == 0)
            px_page_table(page, (const char *const[]){"differs by more than chance", NULL},
                          (const char *const[]){"A − B (95 % interval)", "q", "sentences", NULL});
        indicator_row(page, indicator);
    }
    if (rows > 0)
        px_buffer_byte(page->out, '\n');
    return rows;
}

/* "31 in 1,000 words (27 words of A or 16 of B)", "28 percentage points" */
static void detectable(struct px_page *page, const struct px_indicator *indicator)
{
    size_t count = page->comparison->article_count;
    if (px_slice_is(indicator->unit, "share")) {
        px_buffer_printf(page->out, "%.0f percentage points", 100 * indicator->detectable);
        return;
    }
    if (!px_unit_is_rate(indicator->unit)) {
        figure(page, indicator->detectable, indicator->unit);
        return;
    }
    px_buffer_printf(page->out, "%.0f in 1,000 words (", indicator->detectable);
    for (size_t a = 0; a < count; a++)
        px_buffer_printf(page->out, "%s%.0f%s of %c",
                         a == 0          ? ""
                         : a + 1 < count ? ", "
                                         : " or ",
                         indicator->detectable * page->comparison->articles[a]->counts.words / 1000,
                         a == 0 ? " words" : "", px_comparison_letter(a));
    px_buffer_byte(page->out, ')');
}

/* Is the difference one that two articles may have: less than half of all words, and not each twenty-fifth? */
static bool is_in_reach(const struct px_indicator *indicator)
{
    if (px_unit_is_rate(indicator->unit))
        return indicator->detectable < 40;
    return !px_slice_is(indicator->unit, "share") || indicator->detectable < .5;
}

/* What a pair like this one could have shown, in the first figure of every family that says so. */
void px_page_power(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    struct px_slice family = {0};
    size_t shown = 0;
    bool short_text = false;
    for (size_t i = 0; i < comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &comparison->indicators.items[i];
        if (indicator->unlisted || !(indicator->detectable > 0) || indicator->topic != PX_NONE ||
            px_slice_equal(indicator->family, family) || px_slice_is(indicator->family, "valence") ||
            px_slice_is(indicator->family, "style") || px_slice_is(indicator->family, "certainty") ||
            px_slice_is(indicator->family, "presupposition") || px_slice_is(indicator->family, "frames") ||
            /* what no section shows as a figure, or by counts of words alone */
            !indicator_counts(page, indicator) ||
            (px_slice_is(indicator->family, "loaded") && px_loaded_is_single(comparison, indicator)))
            continue;
        family = indicator->family;
        if (!is_in_reach(indicator)) {
            short_text = true;
            continue;
        }
        px_buffer_string(page->out, shown++ == 0 ? "Articles of this length show a difference four times in five only "
                                                   "if it is large: "
                                                 : "; ");
        px_page_text(page, indicator->label);
        px_buffer_string(page->out, ", by ");
        detectable(page, indicator);
    }
    if (short_text)
        px_buffer_string(page->out, shown > 0 ? "; other figures by more"
                                              : "Articles as short as these can show only a very large difference");
    if (shown > 0 || short_text)
        px_buffer_string(page->out, ".\n\n");
}
