#include "report/svg.h"

#include "report/assets.h"
#include "report/markup.h"
#include "report/sentence_name.h"
#include "text/utf8.h"

/* Size, name and description. A linked picture holds links, which role img would hide. */
static void open_frame(const struct px_svg *svg, const struct px_frame *frame, struct px_buffer *out)
{
    px_buffer_printf(out,
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"%s\" "
                     "aria-labelledby=\"%s-title %s-desc\" width=\"%d\" height=\"%.0f\" viewBox=\"0 0 %d %.0f\">\n",
                     svg->linked ? "group" : "img", frame->name, frame->name, PX_SVG_WIDTH, svg->height, PX_SVG_WIDTH,
                     svg->height);
    px_buffer_printf(out, "<title id=\"%s-title\">", frame->name);
    px_markup_text(out, frame->title);
    px_buffer_printf(out, "</title>\n<desc id=\"%s-desc\">", frame->name);
    px_markup_text(out, frame->description);
    px_buffer_string(out, "</desc>\n");
    if (!frame->file)
        return;
    px_buffer_string(out, "<style>\n");
    px_buffer_string(out, px_asset_picture_css);
    px_buffer_string(out, "</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
}

void px_svg_write(const struct px_svg *svg, const struct px_frame *frame, struct px_buffer *out)
{
    struct px_svg title = {0};
    open_frame(svg, frame, out);
    px_svg_text(&title, "ink strong", (struct px_place){.x = PX_SVG_MARGIN, .y = 20, .size = 14}, frame->title);
    px_buffer_append(out, px_buffer_slice(&title.body));
    px_buffer_append(out, px_buffer_slice(&svg->body));
    px_buffer_string(out, "</svg>\n");
    out->failed |= svg->body.failed || title.body.failed;
    px_buffer_release(&title.body);
}

static void attribute(struct px_svg *svg, const char *name, double value)
{
    px_buffer_byte(&svg->body, ' ');
    px_buffer_string(&svg->body, name);
    px_buffer_string(&svg->body, "=\"");
    px_markup_length(&svg->body, value);
    px_buffer_byte(&svg->body, '"');
}

static void begin(struct px_svg *svg, const char *element, const char *classes)
{
    px_buffer_byte(&svg->body, '<');
    px_buffer_string(&svg->body, element);
    px_buffer_string(&svg->body, " class=\"");
    px_buffer_string(&svg->body, classes);
    px_buffer_byte(&svg->body, '"');
}

static bool is_sketched(struct px_svg *svg)
{
    if (svg->sketch && svg->body.size == 0)
        px_buffer_byte(&svg->body, '.');
    return svg->sketch;
}

void px_svg_rect(struct px_svg *svg, const char *classes, struct px_box box)
{
    if (is_sketched(svg))
        return;
    begin(svg, "rect", classes);
    attribute(svg, "x", box.x);
    attribute(svg, "y", box.y);
    attribute(svg, "width", box.width);
    attribute(svg, "height", box.height);
    px_buffer_string(&svg->body, "/>\n");
}

void px_svg_line(struct px_svg *svg, const char *classes, double x0, double y0, double x1, double y1)
{
    if (is_sketched(svg))
        return;
    begin(svg, "line", classes);
    attribute(svg, "x1", x0);
    attribute(svg, "y1", y0);
    attribute(svg, "x2", x1);
    attribute(svg, "y2", y1);
    px_buffer_string(&svg->body, "/>\n");
}

void px_svg_dot(struct px_svg *svg, const char *classes, double x, double y, double radius)
{
    if (is_sketched(svg))
        return;
    begin(svg, "circle", classes);
    attribute(svg, "cx", x);
    attribute(svg, "cy", y);
    attribute(svg, "r", radius);
    px_buffer_string(&svg->body, "/>\n");
}

static void coordinates(struct px_svg *svg, const char *before, double x, double y)
{
    px_buffer_string(&svg->body, before);
    px_markup_length(&svg->body, x);
    px_buffer_byte(&svg->body, ' ');
    px_markup_length(&svg->body, y);
}

void px_svg_ribbon(struct px_svg *svg, const char *classes, const struct px_ribbon *ribbon)
{
    double middle = (ribbon->x0 + ribbon->x1) / 2;
    if (is_sketched(svg))
        return;
    begin(svg, "path", classes);
    coordinates(svg, " d=\"M", ribbon->x0, ribbon->top0);
    coordinates(svg, "C", middle, ribbon->top0);
    coordinates(svg, " ", middle, ribbon->top1);
    coordinates(svg, " ", ribbon->x1, ribbon->top1);
    coordinates(svg, "L", ribbon->x1, ribbon->bottom1);
    coordinates(svg, "C", middle, ribbon->bottom1);
    coordinates(svg, " ", middle, ribbon->bottom0);
    coordinates(svg, " ", ribbon->x0, ribbon->bottom0);
    px_buffer_string(&svg->body, "Z\"/>\n");
}

/* Width of a character in ems: that of DejaVu Sans, the widest of the common ones, so that nothing is clipped in
 * any. */
static double advance(uint32_t c)
{
    static const char narrow[] = "ijl|'!.,:;`I[]()/ tfr-";
    static const char wide[] = "mwMWQOG@%&";
    if (c < 0x80) {
        if (memchr(narrow, (int)c, sizeof narrow - 1) != NULL)
            return .39;
        if (memchr(wide, (int)c, sizeof wide - 1) != NULL)
            return .97;
        return px_utf8_is_upper(c) ? .7 : .63;
    }
    if (c >= 0x1100 && (c < 0x1e00 || c > 0x2e80)) /* East Asian, emoji */
        return 1.05;
    return c == 0x2019 || c == 0x2018 || c == 0x2009 ? .34 : .75;
}

double px_svg_text_width(struct px_slice text, double size)
{
    double width = 0;
    for (size_t at = 0; at < text.size;)
        width += advance(px_utf8_next(text, &at));
    return width * size;
}

/* How much of the text fits into the room with an ellipsis behind it. */
static size_t fitting(struct px_slice text, double size, double room)
{
    double width = advance(0x2026) * size;
    size_t at = 0, end = 0;
    while (at < text.size) {
        width += advance(px_utf8_next(text, &at)) * size;
        if (width > room)
            break;
        end = at;
    }
    while (end > 0 && text.data[end - 1] == ' ')
        end--;
    return end;
}

void px_svg_text(struct px_svg *svg, const char *classes, struct px_place place, struct px_slice text)
{
    static const char *const anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
    if (is_sketched(svg))
        return;
    double size = place.size == 0 ? PX_SVG_TEXT : place.size;
    bool cut = place.room > 0 && px_svg_text_width(text, size) > place.room;
    begin(svg, "text", classes);
    attribute(svg, "x", place.x);
    attribute(svg, "y", place.y);
    attribute(svg, "font-size", size);
    px_buffer_string(&svg->body, anchors[place.anchor]);
    px_buffer_byte(&svg->body, '>');
    if (cut) {
        px_buffer_string(&svg->body, "<title>");
        px_markup_text(&svg->body, text);
        px_buffer_string(&svg->body, "</title>");
        px_markup_text(&svg->body, px_slice_part(text, 0, fitting(text, size, place.room)));
        px_buffer_string(&svg->body, "…");
    } else {
        px_markup_text(&svg->body, text);
    }
    px_buffer_string(&svg->body, "</text>\n");
}

/* Where the label's first line ends: at the last space that leaves it room; at its end where all of it has. */
static size_t first_line(struct px_slice label, double room)
{
    size_t end = label.size;
    if (px_svg_text_width(label, PX_SVG_TEXT) <= room)
        return end;
    for (size_t i = 1; i < label.size; i++)
        if (label.data[i] == ' ' && px_svg_text_width(px_slice_part(label, 0, i), PX_SVG_TEXT) <= room)
            end = i;
    return end;
}

double px_svg_label_more(struct px_slice text, double room)
{
    return first_line(text, room) < text.size ? PX_SVG_LINE : 0;
}

void px_svg_label(struct px_svg *svg, const char *classes, struct px_place place, struct px_slice text)
{
    size_t end = first_line(text, place.room), next = 0;
    if (end < text.size) {
        place.y -= PX_SVG_LINE / 2.0;
        px_svg_text(svg, classes, place, px_slice_part(text, 0, end));
        place.y += PX_SVG_LINE;
        next = end + 1;
    }
    px_svg_text(svg, classes, place, px_slice_part(text, next, text.size));
}

void px_svg_mark(struct px_svg *svg, size_t article, uint32_t sentence, struct px_slice tip)
{
    if (is_sketched(svg))
        return;
    if (svg->linked && sentence != PX_NONE) {
        px_buffer_string(&svg->body, "<a href=\"#");
        px_sentence_anchor(svg->comparison->articles[article], article, sentence, &svg->body);
        px_buffer_string(&svg->body, "\" tabindex=\"-1\">");
    } else {
        px_buffer_string(&svg->body, "<g>");
    }
    px_buffer_string(&svg->body, "<title>");
    px_markup_text(&svg->body, tip);
    px_buffer_string(&svg->body, "</title>\n");
}

void px_svg_mark_end(struct px_svg *svg, uint32_t sentence)
{
    if (is_sketched(svg))
        return;
    px_buffer_string(&svg->body, svg->linked && sentence != PX_NONE ? "</a>\n" : "</g>\n");
}

const char *px_svg_series(char letter, size_t article)
{
    static const char *const fills[PX_SVG_SERIES] = {"f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7"};
    static const char *const strokes[PX_SVG_SERIES] = {"k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7"};
    return (letter == 'f' ? fills : strokes)[article % PX_SVG_SERIES];
}

double px_svg_legend(struct px_svg *svg)
{
    double x = PX_SVG_MARGIN, y = PX_SVG_TOP;
    for (size_t i = 0; i < svg->comparison->article_count; i++) {
        struct px_buffer name = {0};
        px_comparison_article_name(svg->comparison, i, &name);
        double width = px_svg_text_width(px_buffer_slice(&name), PX_SVG_TEXT) + 30;
        if (x > PX_SVG_MARGIN && x + width > PX_SVG_WIDTH) {
            x = PX_SVG_MARGIN;
            y += 18;
        }
        px_svg_rect(svg, px_svg_series('f', i), (struct px_box){x, y, 10, 10});
        px_svg_text(svg, "ink", (struct px_place){.x = x + 15, .y = y + 10, .room = PX_SVG_WIDTH - x - 23},
                    px_buffer_slice(&name));
        svg->body.failed |= name.failed;
        px_buffer_release(&name);
        x += width;
    }
    return y + 22;
}
