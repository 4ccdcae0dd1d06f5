/* The forest plot: a line a figure, effect sizes on one axis, so that figures of all units stand side by side. The
 * clearest alone; what goes beyond the axis ends at its edge. */
#include <math.h>

#include "corpus/aggregate_inside.h"
#include "report/svg.h"

enum { PLOT_LEFT = 258, PLOT_RIGHT = 490, ROW = 20, HEAD = 30, FOOT = 48 };

enum { MOST_ROWS = 40, MOST_EFFECT = 4 };

struct plot {
    struct px_svg svg;
    double most; /* the axis goes from -most to most */
};

static double place(const struct plot *plot, double effect)
{
    double shown = fmin(fmax(effect, -plot->most), plot->most);
    return PLOT_LEFT + (PLOT_RIGHT - PLOT_LEFT) * (shown + plot->most) / (2 * plot->most);
}

static void text(struct plot *plot, const char *classes, struct px_place place, const struct px_buffer *words)
{
    plot->svg.body.failed |= words->failed;
    px_svg_text(&plot->svg, classes, place, px_buffer_slice(words));
}

/* The interval's ends in standard deviations of the events, as the effect is. */
static double end_of(const struct px_aggregate_row *row, double end)
{
    return end * (row->across.effect / row->across.mean.value);
}

static bool has_interval(const struct px_aggregate_row *row)
{
    return isfinite(row->across.effect) && row->across.mean.value != 0 && !isnan(row->across.mean.low);
}

/* How far the row goes from 0. */
static double reach(const struct px_aggregate_row *row)
{
    double effect = fabs(row->across.effect);
    return has_interval(row)
               ? fmax(effect, fmax(fabs(end_of(row, row->across.mean.low)), fabs(end_of(row, row->across.mean.high))))
               : effect;
}

static double label_room(void)
{
    return PLOT_LEFT - 10 - PX_SVG_MARGIN;
}

static double row_height(const struct px_aggregate_row *row)
{
    return ROW + px_svg_label_more(row->label, label_room());
}

/* What differs is drawn in the colour of the outlet that has more of it. */
static void draw_row(struct plot *plot, const struct px_aggregate_row *row, double y)
{
    bool differs = row->verdict == PX_VERDICT_DIFFERS;
    size_t more = row->across.effect > 0 ? 0 : 1;
    px_svg_label(&plot->svg, differs ? "ink strong" : "ink",
                 (struct px_place){PLOT_LEFT - 10, y + 4, label_room(), PX_ANCHOR_END, 0}, row->label);
    if (has_interval(row))
        px_svg_line(&plot->svg, differs ? px_svg_series('k', more) : "axis",
                    place(plot, end_of(row, row->across.mean.low)), y, place(plot, end_of(row, row->across.mean.high)),
                    y);
    px_svg_dot(&plot->svg, differs ? px_svg_series('f', more) : "empty", place(plot, row->across.effect), y, 4);
    struct px_buffer words = {0};
    px_buffer_printf(&words, "%.2f, n = %zu", row->across.effect, row->events);
    text(plot, "faint", (struct px_place){.x = PLOT_RIGHT + 14, .y = y + 4, .size = 11}, &words);
    px_buffer_release(&words);
}

static void draw_axis(struct plot *plot, double top, double bottom)
{
    for (int i = -2; i <= 2; i++) {
        double effect = i * plot->most / 2, x = place(plot, effect);
        struct px_buffer words = {0};
        px_svg_line(&plot->svg, i == 0 ? "axis" : "rule", x, top, x, bottom);
        px_buffer_printf(&words, "%g", effect);
        text(plot, "faint", (struct px_place){x, bottom + 14, 0, PX_ANCHOR_MIDDLE, 11}, &words);
        px_buffer_release(&words);
    }
    px_svg_text(&plot->svg, "faint", (struct px_place){place(plot, 0), bottom + 32, 0, PX_ANCHOR_MIDDLE, 11},
                PX_SLICE("mean difference in standard deviations of the events (d), 95 % interval"));
}

/* Which side is whose. */
static void draw_sides(struct plot *plot, const struct px_aggregate_sum *sum, double y)
{
    for (size_t i = 0; i < 2; i++) {
        struct px_buffer words = {0};
        px_buffer_printf(&words, i == 0 ? "more in %.*s →" : "← more in %.*s", PX_SLICE_ARG(sum->outlets[i]));
        text(plot, i == 0 ? "f0" : "f1",
             (struct px_place){place(plot, 0) + (i == 0 ? 10 : -10), y, i == 0 ? PX_SVG_WIDTH - 384 : 360,
                               i == 0 ? PX_ANCHOR_START : PX_ANCHOR_END, 0},
             &words);
        px_buffer_release(&words);
    }
}

static void draw(struct plot *plot, const struct px_aggregate_sum *sum, const struct px_aggregate_row **rows,
                 size_t count)
{
    double top = PX_SVG_TOP + HEAD, bottom = top;
    for (size_t i = 0; i < count; i++) {
        bottom += row_height(rows[i]);
        while (plot->most < reach(rows[i]) && plot->most < MOST_EFFECT)
            plot->most *= 2;
    }
    draw_sides(plot, sum, PX_SVG_TOP + 14);
    draw_axis(plot, top - 8, bottom);
    for (size_t i = 0; i < count; top += row_height(rows[i]), i++)
        draw_row(plot, rows[i], top + row_height(rows[i]) / 2);
    plot->svg.height = bottom + FOOT;
}

static void write_title(const struct px_aggregate_sum *sum, struct px_buffer *out)
{
    px_buffer_printf(out, "%.*s and %.*s over %zu event%s", PX_SLICE_ARG(sum->outlets[0]),
                     PX_SLICE_ARG(sum->outlets[1]), sum->events, sum->events == 1 ? "" : "s");
}

void px_aggregate_write_svg(const struct px_aggregate_sum *sum, struct px_buffer *out)
{
    struct px_arena scratch = {0};
    struct plot plot = {.most = .5};
    struct px_buffer title = {0};
    size_t shown = 0;
    const struct px_aggregate_row **order = px_arena_array(&scratch, const struct px_aggregate_row *, sum->row_count);
    out->failed |= order == NULL;
    if (order != NULL) {
        px_aggregate_order(sum, order);
        for (size_t i = 0; i < sum->row_count; i++)
            if (px_aggregate_has_test(order[i]))
                order[shown++] = order[i];
        draw(&plot, sum, order, shown < MOST_ROWS ? shown : MOST_ROWS);
        write_title(sum, &title);
        out->failed |= title.failed;
        px_svg_write(
            &plot.svg,
            &(struct px_frame){"forest", px_buffer_slice(&title),
                               PX_SLICE("A dot for the effect size of a figure on a line for its interval; dots "
                                        "of what differs beyond chance are filled."),
                               true},
            out);
    }
    px_buffer_release(&title);
    px_buffer_release(&plot.svg.body);
    px_arena_release(&scratch);
}
