/* Indicators of whole articles, a panel a unit; and stance by entity. */
#include <math.h>

#include "report/picture.h"
#include "report/svg_dots.h"

enum { MOST_ROWS = 24, FEWEST_HITS = 3 };

typedef PX_VECTOR(struct px_dot_row) rows_vector;

/* The picture shows what the page tells of: of words that sound good or ill no section does, of style, and of how evenly
 * speakers are heard, where the articles differ in it. What has too few cues for its section has too few for the picture. */
static bool is_told(struct px_svg *svg, const struct px_indicator *indicator)
{
    bool differs = indicator->verdict == PX_VERDICT_DIFFERS;
    bool told = !px_slice_is(indicator->family, "valence") &&
                (differs || (!px_slice_is(indicator->family, "style") && !px_slice_is(indicator->unit, "index")));
    return told && px_cues_are_told(svg->comparison, indicator, &svg->arena, &svg->body.failed);
}

/* A measure of the whole articles, with more than a hit or two behind it. */
static bool shows(struct px_svg *svg, const struct px_indicator *indicator, struct px_slice unit)
{
    uint32_t hits = 0;
    if (indicator->unlisted || indicator->topic != PX_NONE || !px_slice_equal(indicator->unit, unit) ||
        !is_told(svg, indicator))
        return false;
    for (size_t i = 0; i < svg->comparison->article_count; i++)
        hits += isnan(indicator->values[i].value) ? 0 : indicator->values[i].count;
    return hits >= FEWEST_HITS;
}

/* Adds the unit's indicators that differ, or those that do not. */
static void add_rows(struct px_svg *svg, rows_vector *rows, struct px_slice unit, bool differing)
{
    for (size_t i = 0; i < svg->comparison->indicators.count && rows->count < MOST_ROWS; i++) {
        const struct px_indicator *indicator = &svg->comparison->indicators.items[i];
        bool differs = indicator->verdict == PX_VERDICT_DIFFERS;
        if (differs != differing || !shows(svg, indicator, unit))
            continue;
        struct px_dot_row *row = px_vector_push(rows, &svg->arena);
        if (row == NULL) {
            svg->body.failed = true;
            return;
        }
        *row = (struct px_dot_row){indicator->label, indicator->values, indicator->evidence,
                                   differs ? PX_SLICE("what differs") : indicator->family, differs};
    }
}

/* The unit as a heading: "Shares", "Per 1,000 words". */
static void unit_heading(struct px_slice unit, struct px_buffer *out)
{
    px_buffer_string(out, px_slice_is(unit, "share") ? "Shares, in " : "");
    px_buffer_append(out, px_slice_is(unit, "share") ? PX_SLICE("percent") : unit);
    if (out->size > 0 && out->data[0] >= 'a' && out->data[0] <= 'z')
        out->data[0] = (char)(out->data[0] - 'a' + 'A');
}

static bool first_of_unit(const struct px_comparison *comparison, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (px_slice_equal(comparison->indicators.items[i].unit, comparison->indicators.items[index].unit))
            return false;
    return true;
}

void px_svg_indicators(struct px_svg *svg)
{
    const struct px_comparison *comparison = svg->comparison;
    double y = 0;
    if (!px_comparison_tests_rates(comparison)) /* intervals from nothing to all tell nothing */
        return;
    for (size_t i = 0; i < comparison->indicators.count; i++) {
        struct px_slice unit = comparison->indicators.items[i].unit;
        if (!first_of_unit(comparison, i))
            continue;
        rows_vector rows = {0};
        add_rows(svg, &rows, unit, true);
        add_rows(svg, &rows, unit, false);
        if (rows.count > 0 && y == 0)
            y = px_svg_legend(svg);
        struct px_buffer heading = {0};
        unit_heading(unit, &heading);
        struct px_dot_panel panel = {rows.items, rows.count, px_buffer_slice(&heading), unit, 0, 0};
        y = px_svg_dots(svg, &panel, y);
        px_buffer_release(&heading);
    }
    svg->height = y;
}

void px_svg_stance(struct px_svg *svg)
{
    const struct px_comparison *comparison = svg->comparison;
    rows_vector rows = {0};
    for (size_t i = 0; i < comparison->stances.count && rows.count < MOST_ROWS; i++) {
        const struct px_stance_row *stance = &comparison->stances.items[i];
        bool judged = false;
        for (size_t k = 0; k < comparison->article_count; k++)
            judged |= stance->positive[k] + stance->negative[k] > 0 && !isnan(stance->score[k].value);
        struct px_dot_row *row = judged ? px_vector_push(&rows, &svg->arena) : NULL;
        svg->body.failed |= judged && row == NULL;
        if (row != NULL)
            *row = (struct px_dot_row){.label = stance->name,
                                       .values = stance->score,
                                       .evidence = stance->evidence,
                                       .differs = stance->verdict == PX_VERDICT_DIFFERS};
    }
    if (rows.count == 0)
        return;
    struct px_dot_panel panel = {
        rows.items,        rows.count, PX_SLICE("Mean of all mentions as a model judges them, −1 (ill) to 1 (well)"),
        PX_SLICE("score"), -1,         1};
    svg->height = px_svg_dots(svg, &panel, px_svg_legend(svg));
}
