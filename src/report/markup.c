#include "report/markup.h"

#include <math.h>
#include <stdlib.h>

#include "text/utf8.h"

static bool is_allowed(uint32_t c)
{
    return c >= 0x20 ? c != 0x7f && c != 0xfffe && c != 0xffff : c == '\t' || c == '\n' || c == '\r';
}

void px_markup_text(struct px_buffer *out, struct px_slice text)
{
    for (size_t at = 0; at < text.size;) {
        uint32_t c = px_utf8_next(text, &at);
        switch (c) {
        case '&': px_buffer_string(out, "&amp;"); break;
        case '<': px_buffer_string(out, "&lt;"); break;
        case '>': px_buffer_string(out, "&gt;"); break;
        case '"': px_buffer_string(out, "&quot;"); break;
        case '\'': px_buffer_string(out, "&#39;"); break;
        default: px_utf8_append(out, is_allowed(c) ? c : PX_UTF8_BAD);
        }
    }
}

void px_markup_length(struct px_buffer *out, double length)
{
    long tenths = lround(length * 10);
    if (tenths < 0)
        px_buffer_byte(out, '-');
    px_buffer_unsigned(out, (uint64_t)labs(tenths) / 10);
    if (tenths % 10 != 0) {
        px_buffer_byte(out, '.');
        px_buffer_unsigned(out, (uint64_t)labs(tenths) % 10);
    }
}
