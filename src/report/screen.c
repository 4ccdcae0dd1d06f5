#include "report/screen.h"

#include <math.h>

#include "text/utf8.h"

enum { EIGHTHS = 8 };

void px_screen_style(struct px_screen *screen, enum px_screen_style style)
{
    static const char *const codes[] = {"\033[0m", "\033[1m", "\033[2m"};
    if (screen->color)
        px_buffer_string(screen->out, codes[style]);
}

/* Cyan and yellow first: told apart by colour-blind readers and on light and dark grounds. */
void px_screen_article(struct px_screen *screen, size_t article)
{
    static const char *const codes[] = {"\033[36m", "\033[33m", "\033[35m", "\033[32m", "\033[34m", "\033[31m"};
    if (screen->color)
        px_buffer_string(screen->out, codes[article % (sizeof codes / sizeof *codes)]);
}

/* How many bytes fit into `limit` columns. */
static size_t fit(struct px_slice text, size_t limit)
{
    size_t at = 0, columns = 0;
    while (at < text.size) {
        size_t next = at;
        size_t wide = px_utf8_columns(px_utf8_next(text, &next));
        if (columns + wide > limit)
            break;
        columns += wide;
        at = next;
    }
    return at;
}

/* Every code point but those that steer; white space is one space. */
static void write(struct px_screen *screen, struct px_slice text)
{
    for (size_t at = 0; at < text.size;) {
        uint32_t c = px_utf8_next(text, &at);
        size_t wide = px_utf8_columns(c);
        if (px_utf8_is_space(c))
            px_buffer_string(screen->out, wide > 0 ? " " : "");
        else if (!px_utf8_is_control(c))
            px_utf8_append(screen->out, c);
        screen->at += wide;
    }
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t left(const struct px_screen *screen)
{
    return screen->columns - least(screen->at, screen->columns);
}

void px_screen_text(struct px_screen *screen, struct px_slice text, size_t limit)
{
    size_t room = least(limit, left(screen));
    size_t end = fit(text, room);
    if (room == 0)
        return;
    if (end < text.size)
        end = fit(text, room - 1);
    write(screen, px_slice_part(text, 0, end));
    if (end < text.size) {
        px_buffer_string(screen->out, "…");
        screen->at++;
    }
}

/* Where a line of at most `room` columns ends: behind its last whole word, or inside a word that is too long. */
static size_t line_end(struct px_slice text, size_t room)
{
    size_t end = fit(text, room), at = end;
    if (end == text.size || text.data[end] == ' ')
        return end;
    while (at > 0 && text.data[at - 1] != ' ')
        at--;
    return at > 0 ? at : end;
}

void px_screen_wrap(struct px_screen *screen, struct px_slice text, size_t lines)
{
    size_t indent = screen->at;
    text = px_slice_trim(text);
    for (size_t line = 1; text.size > 0 && left(screen) > 1; line++) {
        size_t end = line_end(text, left(screen));
        if (line == lines || end == 0) {
            px_screen_text(screen, text, SIZE_MAX);
            return;
        }
        px_screen_text(screen, px_slice_trim(px_slice_part(text, 0, end)), SIZE_MAX);
        text = px_slice_trim(px_slice_part(text, end, text.size));
        if (text.size > 0) {
            px_screen_line(screen);
            px_screen_to(screen, indent);
        }
    }
}

void px_screen_bar(struct px_screen *screen, double share, size_t width)
{
    static const char *const parts[EIGHTHS] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (!(share > 0) || width == 0)
        return;
    size_t eighths = (size_t)lround(fmin(share, 1) * (double)(least(width, left(screen)) * EIGHTHS));
    if (eighths == 0)
        eighths = 1;
    for (size_t i = 0; i < eighths / EIGHTHS; i++)
        px_buffer_string(screen->out, "█");
    px_buffer_string(screen->out, parts[eighths % EIGHTHS]);
    screen->at += (eighths + EIGHTHS - 1) / EIGHTHS;
}

void px_screen_to(struct px_screen *screen, size_t column)
{
    for (; screen->at < least(column, screen->columns); screen->at++)
        px_buffer_byte(screen->out, ' ');
}

void px_screen_line(struct px_screen *screen)
{
    px_buffer_byte(screen->out, '\n');
    screen->at = 0;
}
