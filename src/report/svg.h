/* A small writer of pictures: shapes and text into a buffer, in pixels of a picture 600 wide. For the reports of this
 * room and the pictures of a corpus.
 *
 * Colours are classes, given a meaning in picture.css: ink, faint, "f0" and "k0" (fill and stroke of the first article),
 * "q0" (a kind of speaker) … so that a picture follows its page into dark mode and keeps its colours everywhere. Text is
 * text; what has no room is cut with an ellipsis and kept whole in a <title>. There are no style attributes, which a
 * strict Content-Security-Policy would not let through. Same calls, same bytes.
 *
 *     px_svg_rect(svg, "f0", (struct px_box){10, 20, 80, 12});
 *     px_svg_text(svg, "ink", (struct px_place){.x = 100, .y = 30, .room = 200}, PX_SLICE("twelve words"));
 */
#ifndef PX_REPORT_SVG_H
#define PX_REPORT_SVG_H

#include "base/buffer.h"
#include "comparison/comparison.h"

enum {
    PX_SVG_WIDTH = 600,
    PX_SVG_TEXT = 12,
    PX_SVG_MARGIN = 8,
    PX_SVG_TOP = 36,
    PX_SVG_LINE = 14, /* from one line of a label to the next */
    PX_SVG_SERIES = 8,
};

/* A picture on its way. `body` takes the shapes, from PX_SVG_TOP on, above which its title stands; `height` is set by
 * who draws and ends up in the frame. */
struct px_svg {
    struct px_buffer body;
    const struct px_comparison *comparison;
    struct px_arena arena; /* for what the drawing needs while it lasts */
    double height;
    bool linked; /* marks link to their sentences, which stand in the same page */
    bool sketch; /* no shape is written: where there are any, `body` holds a byte, and takes less long to fill */
};

struct px_box {
    double x, y, width, height;
};

/* Where a line of text stands: `y` is its base line, `room` the width it may take (0: any). */
enum px_anchor { PX_ANCHOR_START, PX_ANCHOR_MIDDLE, PX_ANCHOR_END };
struct px_place {
    double x, y, room;
    enum px_anchor anchor;
    double size; /* of the type; 0: PX_SVG_TEXT */
};

/* The band between two vertical edges at x0 and x1. */
struct px_ribbon {
    double x0, top0, bottom0;
    double x1, top1, bottom1;
};

/* What stands around the shapes: a name for ids, a title that is seen, and a description for who cannot see. A `file` stands
 * by itself and brings the colours along; else the page has them. */
struct px_frame {
    const char *name;
    struct px_slice title, description;
    bool file;
};

/* The whole <svg> element with its shapes, appended to `out`, which fails if the body did. */
void px_svg_write(const struct px_svg *svg, const struct px_frame *frame, struct px_buffer *out);

void px_svg_rect(struct px_svg *svg, const char *classes, struct px_box box);
void px_svg_line(struct px_svg *svg, const char *classes, double x0, double y0, double x1, double y1);
void px_svg_dot(struct px_svg *svg, const char *classes, double x, double y, double radius);
void px_svg_ribbon(struct px_svg *svg, const char *classes, const struct px_ribbon *ribbon);
void px_svg_text(struct px_svg *svg, const char *classes, struct px_place place, struct px_slice text);

/* The text in the place's room on one line or, broken at a space, two, around its `y`. */
void px_svg_label(struct px_svg *svg, const char *classes, struct px_place place, struct px_slice text);

/* How much higher a row is whose label takes two lines: PX_SVG_LINE or 0. */
double px_svg_label_more(struct px_slice text, double room);

/* What is drawn up to px_svg_mark_end is one mark with a tip; in a linked picture it leads to the sentence (PX_NONE:
 * nowhere). */
void px_svg_mark(struct px_svg *svg, size_t article, uint32_t sentence, struct px_slice tip);
void px_svg_mark_end(struct px_svg *svg, uint32_t sentence);

/* "f0" … for the n-th article; `letter` is 'f' (fill) or 'k' (stroke). The string is static. */
const char *px_svg_series(char letter, size_t article);

/* Estimated width of a line of the picture's sans-serif type: exact for no font, within a tenth for the common ones. */
double px_svg_text_width(struct px_slice text, double size);

/* The names of the articles with their colours, in as many lines as they need at the top; gives the next y. */
double px_svg_legend(struct px_svg *svg);

#endif
