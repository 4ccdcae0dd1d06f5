#include "report/svg_dots.h"

#include <math.h>

enum { PLOT_LEFT = 250, PLOT_RIGHT = 572, ROW = 24, HEADING = 22, GROUP = 18, TICKS = 5 };

struct axis {
    double low, high, step;
    bool percent;
};

static double at(const struct axis *axis, double value)
{
    double clamped = fmin(fmax(value, axis->low), axis->high);
    return PLOT_LEFT + (clamped - axis->low) / (axis->high - axis->low) * (PLOT_RIGHT - PLOT_LEFT);
}

/* The step of 1, 2 or 5 times a power of ten that gives at most TICKS steps. */
static double nice_step(double range)
{
    double power = pow(10, floor(log10(range / TICKS)));
    double wanted = range / TICKS / power;
    return power * (wanted <= 1 ? 1 : wanted <= 2 ? 2 : wanted <= 5 ? 5 : 10);
}

/* From the panel's bounds, or from what its rows hold: values, and interval ends where they have one. */
static struct axis fit_axis(const struct px_svg *svg, const struct px_dot_panel *panel)
{
    struct axis axis = {.low = panel->low, .high = panel->high, .percent = px_slice_is(panel->unit, "share")};
    if (panel->low == panel->high) {
        for (size_t i = 0; i < panel->count; i++) {
            for (size_t k = 0; k < svg->comparison->article_count; k++) {
                const struct px_value *value = &panel->rows[i].values[k];
                axis.high = fmax(axis.high, value->value); /* fmax passes over what is no number */
                axis.high = isfinite(value->high) ? fmax(axis.high, value->high) : axis.high;
                axis.low = fmin(axis.low, value->value);
                axis.low = isfinite(value->low) ? fmin(axis.low, value->low) : axis.low;
            }
        }
    }
    if (!(axis.high > axis.low))
        axis.high = axis.low + 1;
    axis.step = nice_step(axis.high - axis.low);
    if (panel->low == panel->high) {
        axis.high = ceil(axis.high / axis.step - 1e-9) * axis.step;
        axis.low = floor(axis.low / axis.step + 1e-9) * axis.step;
    }
    return axis;
}

static void write_number(struct px_buffer *out, const struct axis *axis, double value)
{
    if (axis->percent)
        px_buffer_printf(out, "%.4g %%", 100 * value);
    else
        px_buffer_printf(out, "%.4g", fabs(value) < 1e-9 ? 0 : value);
}

static void draw_axis(struct px_svg *svg, const struct axis *axis, double top, double bottom)
{
    size_t ticks = (size_t)floor((axis->high - axis->low) / axis->step + 1e-6) + 1;
    for (size_t i = 0; i < ticks; i++) {
        double value = axis->low + (double)i * axis->step;
        struct px_buffer label = {0};
        write_number(&label, axis, value);
        px_svg_line(svg, fabs(value) < axis->step / 1e6 ? "axis" : "rule", at(axis, value), top, at(axis, value),
                    bottom);
        px_svg_text(svg, "faint", (struct px_place){at(axis, value), bottom + 14, 0, PX_ANCHOR_MIDDLE, 11},
                    px_buffer_slice(&label));
        px_buffer_release(&label);
    }
}

/* "loaded wording, A: 4.6 (1.1 to 9.2)" */
static void write_tip(struct px_buffer *tip, const struct px_dot_row *row, const struct axis *axis, size_t article)
{
    const struct px_value *value = &row->values[article];
    px_buffer_append(tip, row->label);
    px_buffer_printf(tip, ", %c: ", px_comparison_letter(article));
    write_number(tip, axis, value->value);
    if (isfinite(value->low) && isfinite(value->high)) {
        px_buffer_string(tip, " (");
        write_number(tip, axis, value->low);
        px_buffer_string(tip, " to ");
        write_number(tip, axis, value->high);
        px_buffer_byte(tip, ')');
    }
}

static double label_room(void)
{
    return PLOT_LEFT - 10 - PX_SVG_MARGIN;
}

static double row_height(const struct px_dot_row *row)
{
    return ROW + px_svg_label_more(row->label, label_room());
}

static void draw_row(struct px_svg *svg, const struct axis *axis, const struct px_dot_row *row, double y)
{
    size_t count = svg->comparison->article_count;
    px_svg_label(svg, row->differs ? "ink strong" : "ink",
                 (struct px_place){PLOT_LEFT - 10, y + 4, label_room(), PX_ANCHOR_END, 0}, row->label);
    for (size_t i = 0; i < count; i++) {
        const struct px_value *value = &row->values[i];
        if (isnan(value->value))
            continue;
        double line = y + (count == 1 ? 0 : ((double)i / (double)(count - 1) - .5) * (ROW - 15));
        bool cited = row->evidence != NULL && row->evidence[i].count > 0;
        uint32_t sentence = cited ? row->evidence[i].sentences[0] : PX_NONE;
        struct px_buffer tip = {0};
        write_tip(&tip, row, axis, i);
        px_svg_mark(svg, i, sentence, px_buffer_slice(&tip));
        px_buffer_release(&tip);
        if (!isnan(value->low) && !isnan(value->high))
            px_svg_line(svg, px_svg_series('k', i), at(axis, value->low), line, at(axis, value->high), line);
        px_svg_dot(svg, px_svg_series('f', i), at(axis, value->value), line, 4);
        px_svg_mark_end(svg, sentence);
    }
}

static bool opens_group(const struct px_dot_panel *panel, size_t row)
{
    struct px_slice group = panel->rows[row].group;
    return group.size > 0 && (row == 0 || !px_slice_equal(group, panel->rows[row - 1].group));
}

double px_svg_dots(struct px_svg *svg, const struct px_dot_panel *panel, double y)
{
    if (panel->count == 0)
        return y;
    struct axis axis = fit_axis(svg, panel);
    double top = y + HEADING, bottom = top;
    for (size_t i = 0; i < panel->count; i++)
        bottom += row_height(&panel->rows[i]) + (opens_group(panel, i) ? GROUP : 0);
    px_svg_text(svg, "ink strong", (struct px_place){.x = PX_SVG_MARGIN, .y = y + 14, .room = PX_SVG_WIDTH - 16},
                panel->heading);
    draw_axis(svg, &axis, top, bottom);
    for (size_t i = 0; i < panel->count; top += row_height(&panel->rows[i]), i++) {
        if (opens_group(panel, i)) {
            px_svg_text(svg, "faint", (struct px_place){.x = PX_SVG_MARGIN, .y = top + 14, .size = 11},
                        panel->rows[i].group);
            top += GROUP;
        }
        draw_row(svg, &axis, &panel->rows[i], top + row_height(&panel->rows[i]) / 2);
    }
    return bottom + 28;
}
