/* Lines on a terminal: text that fits, bars, colours. Private to the room.
 *
 * Columns are counted as a terminal shows them: two for wide characters, none for combining marks. Control characters
 * and those that turn the direction of text are left out, so that no article can steer the terminal. A line is never
 * longer than the screen.
 */
#ifndef PX_REPORT_SCREEN_H
#define PX_REPORT_SCREEN_H

#include "base/buffer.h"

enum px_screen_style { PX_SCREEN_PLAIN, PX_SCREEN_BOLD, PX_SCREEN_DIM };

struct px_screen {
    struct px_buffer *out;
    size_t columns;
    bool color;
    size_t at; /* columns used in this line */
};

void px_screen_style(struct px_screen *screen, enum px_screen_style style);

/* The colour of an article, until the style changes; the same for A, B … wherever they stand. */
void px_screen_article(struct px_screen *screen, size_t article);

/* As much of the text as fits into `limit` columns, with an ellipsis where something is cut. */
void px_screen_text(struct px_screen *screen, struct px_slice text, size_t limit);

/* The text in up to `lines` lines, broken between words, each begun at the present column; the last is cut. */
void px_screen_wrap(struct px_screen *screen, struct px_slice text, size_t lines);

/* A bar of `share` (0..1) of `width` columns, in eighths of a column; what is not nothing shows. */
void px_screen_bar(struct px_screen *screen, double share, size_t width);

/* Spaces up to the column; nothing when the line is there already. */
void px_screen_to(struct px_screen *screen, size_t column);

void px_screen_line(struct px_screen *screen);

#endif
