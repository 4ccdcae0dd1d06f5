/* The forest plot: a line a figure, effect sizes on one axis, so that figures of all units stand side by side. The
 * clearest alone; what goes beyond the axis ends at its edge. */
#include <math.h>
#include <stdio.h>

#include "corpus/aggregate_inside.h"

/* In pixels. */
enum { WIDTH = 820, ROW = 20, TOP = 72, BOTTOM = 44, LEFT = 350, RIGHT = 100 };

enum { MOST_ROWS = 40, MOST_EFFECT = 4 };

struct plot {
    struct px_buffer *out;
    double most; /* the axis goes from -most to most */
};

static double place(const struct plot *plot, double effect)
{
    double shown = fmin(fmax(effect, -plot->most), plot->most);
    return LEFT + (WIDTH - LEFT - RIGHT) * (shown + plot->most) / (2 * plot->most);
}

static void escaped(struct px_buffer *out, struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        switch (text.data[i]) {
        case '<': px_buffer_string(out, "&lt;"); break;
        case '>': px_buffer_string(out, "&gt;"); break;
        case '&': px_buffer_string(out, "&amp;"); break;
        default: px_buffer_byte(out, text.data[i]);
        }
}

static void text(const struct plot *plot, double x, double y, const char *anchor, struct px_slice words)
{
    px_buffer_printf(plot->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor);
    escaped(plot->out, words);
    px_buffer_string(plot->out, "</text>\n");
}

static void line(const struct plot *plot, double x0, double y0, double x1, double y1, const char *colour)
{
    px_buffer_printf(plot->out, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n", x0, y0, x1,
                     y1, colour);
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

static void draw_row(const struct plot *plot, const struct px_aggregate_row *row, double y)
{
    bool differs = row->verdict == PX_VERDICT_DIFFERS;
    const char *colour = !differs ? "#777777" : row->across.effect > 0 ? "#0072b2" : "#d55e00";
    double x = place(plot, row->across.effect);
    text(plot, LEFT - 12, y + 4, "end", row->label);
    if (has_interval(row))
        line(plot, place(plot, end_of(row, row->across.mean.low)), y, place(plot, end_of(row, row->across.mean.high)),
             y, colour);
    px_buffer_printf(plot->out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" stroke=\"%s\"/>\n", x, y,
                     differs ? colour : "#ffffff", colour);
    char words[64];
    snprintf(words, sizeof words, "%.2f, n = %zu", row->across.effect, row->events);
    text(plot, WIDTH - RIGHT + 12, y + 4, "start", px_slice_from(words));
}

static void draw_axis(const struct plot *plot, double bottom)
{
    char words[16];
    for (int i = -2; i <= 2; i++) {
        double effect = i * plot->most / 2;
        double x = place(plot, effect);
        line(plot, x, TOP - 14, x, bottom, i == 0 ? "#333333" : "#dddddd");
        snprintf(words, sizeof words, "%g", effect);
        text(plot, x, bottom + 16, "middle", px_slice_from(words));
    }
    text(plot, place(plot, 0), bottom + 34, "middle",
         PX_SLICE("mean difference in standard deviations of the events (d), with its 95 % interval"));
}

static void draw_head(const struct plot *plot, const struct px_aggregate_sum *sum, double height)
{
    px_buffer_printf(plot->out,
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%.0f\" viewBox=\"0 0 %d %.0f\" "
                     "font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n<title>",
                     WIDTH, height, WIDTH, height);
    escaped(plot->out, sum->outlets[0]);
    px_buffer_string(plot->out, " and ");
    escaped(plot->out, sum->outlets[1]);
    px_buffer_printf(plot->out, " over %zu events</title>\n<rect width=\"%d\" height=\"%.0f\" fill=\"#ffffff\"/>\n",
                     sum->events, WIDTH, height);
    struct px_buffer side = {0};
    for (size_t i = 0; i < 2; i++) {
        px_buffer_clear(&side);
        px_buffer_printf(&side, i == 0 ? "more in %.*s →" : "← more in %.*s", PX_SLICE_ARG(sum->outlets[i]));
        text(plot, place(plot, 0) + (i == 0 ? 12 : -12), 40, i == 0 ? "start" : "end", px_buffer_slice(&side));
    }
    plot->out->failed = plot->out->failed || side.failed;
    px_buffer_release(&side);
}

void px_aggregate_write_svg(const struct px_aggregate_sum *sum, struct px_buffer *out)
{
    struct px_arena scratch = {0};
    struct plot plot = {.out = out, .most = .5};
    size_t shown = 0;
    const struct px_aggregate_row **order = px_arena_array(&scratch, const struct px_aggregate_row *, sum->row_count);
    if (order == NULL) {
        out->failed = true;
        return;
    }
    px_aggregate_order(sum, order);
    for (size_t i = 0; i < sum->row_count; i++)
        if (px_aggregate_has_test(order[i]))
            order[shown++] = order[i];
    shown = shown < MOST_ROWS ? shown : MOST_ROWS;
    for (size_t i = 0; i < shown; i++)
        while (plot.most < reach(order[i]) && plot.most < MOST_EFFECT)
            plot.most *= 2;
    double bottom = TOP + ROW * (double)shown;
    draw_head(&plot, sum, bottom + BOTTOM);
    draw_axis(&plot, bottom);
    for (size_t i = 0; i < shown; i++)
        draw_row(&plot, order[i], TOP + ROW * (double)i);
    px_buffer_string(out, "</svg>\n");
    px_arena_release(&scratch);
}
