/* UTF-8: decoding, checking, counting, and the way from bytes to code points.
 *
 * Inside the program every offset is a byte; code points are counted only when output is written, through an offset
 * index that makes N lookups cost O(text + N log).
 *
 *     size_t at = 0;
 *     while (at < text.size) { uint32_t c = px_utf8_next(text, &at); ... }
 */
#ifndef PX_TEXT_UTF8_H
#define PX_TEXT_UTF8_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/slice.h"

#define PX_UTF8_BAD 0xFFFDu

/* px_utf8_next for what is not ASCII. */
PX_API uint32_t px_utf8_next_wide(struct px_slice text, size_t *at);

/* Decodes the code point at `*at` (which must be < text.size) and moves behind it. A malformed byte gives PX_UTF8_BAD
 * and moves one byte. */
static inline uint32_t px_utf8_next(struct px_slice text, size_t *at)
{
    unsigned char byte = (unsigned char)text.data[*at];
    if (byte >= 0x80)
        return px_utf8_next_wide(text, at);
    ++*at;
    return byte;
}

/* Decodes the code point that ends at `*at` (which must be > 0) and moves before it. */
PX_API uint32_t px_utf8_previous(struct px_slice text, size_t *at);

/* Offset of the first malformed byte (overlong forms, surrogates and what is beyond U+10FFFF are malformed), or the
 * size when all is well. ASCII runs are checked eight bytes at a time. */
PX_API size_t px_utf8_check(struct px_slice text);

/* Number of code points; a malformed byte counts as one. */
PX_API size_t px_utf8_count(struct px_slice text);

/* Writes the code point's bytes and gives their number; what is none is written as PX_UTF8_BAD. */
PX_API size_t px_utf8_write(uint32_t code_point, char bytes[4]);
PX_API void px_utf8_append(struct px_buffer *buffer, uint32_t code_point);

/* Properties of one code point: in line for ASCII, by ICU for the others. */
PX_API bool px_utf8_is_letter_wide(uint32_t c);
PX_API bool px_utf8_is_upper_wide(uint32_t c);
PX_API bool px_utf8_is_lower_wide(uint32_t c);
PX_API bool px_utf8_is_digit_wide(uint32_t c);
PX_API bool px_utf8_is_space_wide(uint32_t c);

/* What Unicode says of the code point; ASCII is answered in line. */
static inline bool px_utf8_is_letter(uint32_t c)
{
    return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : px_utf8_is_letter_wide(c);
}

static inline bool px_utf8_is_upper(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : px_utf8_is_upper_wide(c);
}

static inline bool px_utf8_is_lower(uint32_t c)
{
    return c < 0x80 ? c >= 'a' && c <= 'z' : px_utf8_is_lower_wide(c);
}

static inline bool px_utf8_is_digit(uint32_t c)
{
    return c < 0x80 ? c >= '0' && c <= '9' : px_utf8_is_digit_wide(c);
}

/* No-break and zero-width spaces included. */
static inline bool px_utf8_is_space(uint32_t c)
{
    return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : px_utf8_is_space_wide(c);
}

/* Does it steer a terminal, or turn the direction of the text around it? */
PX_API bool px_utf8_is_control(uint32_t c);

/* Columns that a terminal gives the code point: 2 for wide ones, 0 for combining marks and control characters, else
 * 1. */
PX_API size_t px_utf8_columns(uint32_t c);

/* Quotation marks by shape, not by language: the typographic and ASCII marks, guillemets, low and single ones. */
enum px_quote_mark { PX_QUOTE_NONE, PX_QUOTE_OPEN, PX_QUOTE_CLOSE, PX_QUOTE_EITHER, PX_QUOTE_APOSTROPHE };
PX_API enum px_quote_mark px_utf8_quote_mark(uint32_t c);

/* The way from byte offsets to code-point offsets: a count every 32 bytes. */
struct px_offsets {
    struct px_slice text;
    uint32_t *counts; /* NULL when the text is ASCII: bytes are code points */
};

/* The text must outlive the offsets; false when memory is out. Linear. */
PX_API bool px_offsets_init(struct px_offsets *offsets, struct px_slice text, struct px_arena *arena);
/* The code points in front of the byte, and the byte at which the code point begins; what lies behind the text counts
 * as its end. The first is constant time, the second logarithmic. */
PX_API size_t px_offsets_code_point(const struct px_offsets *offsets, size_t byte);
PX_API size_t px_offsets_byte(const struct px_offsets *offsets, size_t code_point);

#endif
