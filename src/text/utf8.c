#include "text/utf8.h"

#include <unicode/uchar.h>

#include "text/characters.h"

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* What the lead byte promises: the length of its sequence (0 for a byte that leads none), its own bits, and the least
 * code point that may be written with this length. */
static size_t lead_of(unsigned char byte, uint32_t *bits, uint32_t *least)
{
    if (byte >= 0xC2 && byte <= 0xDF) {
        *bits = byte & 0x1F;
        *least = 0x80;
        return 2;
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        *bits = byte & 0x0F;
        *least = 0x800;
        return 3;
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        *bits = byte & 0x07;
        *least = 0x10000;
        return 4;
    }
    return 0;
}

/* The code point at `at` and the length of its sequence, 0 when it is malformed. */
static size_t decode(struct px_slice text, size_t at, uint32_t *code_point)
{
    const unsigned char *bytes = (const unsigned char *)text.data + at;
    if (bytes[0] < 0x80) {
        *code_point = bytes[0];
        return 1;
    }
    uint32_t c = 0;
    uint32_t least = 0;
    size_t size = lead_of(bytes[0], &c, &least);
    if (size == 0 || size > text.size - at)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if (!is_continuation(bytes[i]))
            return 0;
        c = c << 6 | (bytes[i] & 0x3F);
    }
    if (c < least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 0;
    *code_point = c;
    return size;
}

uint32_t px_utf8_next_wide(struct px_slice text, size_t *at)
{
    uint32_t c = PX_UTF8_BAD;
    size_t size = decode(text, *at, &c);
    *at += size == 0 ? 1 : size;
    return c;
}

uint32_t px_utf8_previous(struct px_slice text, size_t *at)
{
    size_t end = *at;
    for (size_t back = 1; back <= 4 && back <= end; back++) {
        size_t start = end - back;
        if (is_continuation((unsigned char)text.data[start]))
            continue;
        uint32_t c = PX_UTF8_BAD;
        if (decode(text, start, &c) != back)
            break;
        *at = start;
        return c;
    }
    *at = end - 1;
    return PX_UTF8_BAD;
}

size_t px_text_ascii_end(struct px_slice text, size_t from)
{
    size_t at = from;
    while (text.size - at >= 8) {
        uint64_t eight;
        memcpy(&eight, text.data + at, 8);
        if ((eight & 0x8080808080808080u) != 0)
            break;
        at += 8;
    }
    while (at < text.size && (unsigned char)text.data[at] < 0x80)
        at++;
    return at;
}

size_t px_utf8_check(struct px_slice text)
{
    size_t at = px_text_ascii_end(text, 0);
    while (at < text.size) {
        uint32_t c;
        size_t size = decode(text, at, &c);
        if (size == 0)
            return at;
        at += size;
        if (at < text.size && (unsigned char)text.data[at] < 0x80)
            at = px_text_ascii_end(text, at);
    }
    return at;
}

size_t px_utf8_count(struct px_slice text)
{
    size_t at = 0;
    size_t count = 0;
    while (at < text.size) {
        size_t ascii = px_text_ascii_end(text, at);
        count += ascii - at;
        for (at = ascii; at < text.size && (unsigned char)text.data[at] >= 0x80; count++)
            px_utf8_next(text, &at);
    }
    return count;
}

size_t px_utf8_write(uint32_t c, char bytes[4])
{
    size_t size = 0;
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = PX_UTF8_BAD;
    if (c < 0x80) {
        bytes[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        bytes[size++] = (char)(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        bytes[size++] = (char)(0xE0 | c >> 12);
        bytes[size++] = (char)(0x80 | (c >> 6 & 0x3F));
    } else {
        bytes[size++] = (char)(0xF0 | c >> 18);
        bytes[size++] = (char)(0x80 | (c >> 12 & 0x3F));
        bytes[size++] = (char)(0x80 | (c >> 6 & 0x3F));
    }
    bytes[size++] = (char)(0x80 | (c & 0x3F));
    return size;
}

void px_utf8_append(struct px_buffer *buffer, uint32_t c)
{
    char bytes[4];
    if (c < 0x80)
        px_buffer_byte(buffer, (char)c);
    else
        px_buffer_append(buffer, (struct px_slice){bytes, px_utf8_write(c, bytes)});
}

bool px_utf8_is_letter_wide(uint32_t c)
{
    return u_isalpha((UChar32)c) != 0;
}

bool px_utf8_is_upper_wide(uint32_t c)
{
    return u_isupper((UChar32)c) || u_istitle((UChar32)c);
}

bool px_utf8_is_lower_wide(uint32_t c)
{
    return u_islower((UChar32)c) != 0;
}

bool px_utf8_is_digit_wide(uint32_t c)
{
    return u_isdigit((UChar32)c) != 0;
}

bool px_utf8_is_space_wide(uint32_t c)
{
    return c == 0x200B || c == 0xFEFF || u_isUWhiteSpace((UChar32)c);
}

bool px_utf8_is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200E || c == 0x200F || c == 0x061C;
}

size_t px_utf8_columns(uint32_t c)
{
    if (c >= 0x20 && c < 0x7f)
        return 1;
    if (px_utf8_is_space(c))
        return c == 0x200B || c == 0xFEFF ? 0 : 1;
    int8_t type = u_charType((UChar32)c);
    if (px_utf8_is_control(c) || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
        return 0;
    int32_t width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

enum px_quote_mark px_utf8_quote_mark(uint32_t c)
{
    switch (c) {
    case '"':
    case 0xFF02: /* full-width " */ return PX_QUOTE_EITHER;
    case '\'':
    case 0x00B4: /* acute accent in the apostrophe's place */
    case 0x2019: /* right single: apostrophe or closing mark */ return PX_QUOTE_APOSTROPHE;
    case '`':
    case 0x00AB: /* guillemet pointing left */
    case 0x2018: /* left single */
    case 0x201A: /* low single */
    case 0x201B: /* reversed single */
    case 0x201C: /* left double */
    case 0x201E: /* low double */
    case 0x201F: /* reversed double */
    case 0x2039: /* single guillemet pointing left */
    case 0x300C: /* corner brackets */
    case 0x300E:
    case 0x301D: return PX_QUOTE_OPEN;
    case 0x00BB: /* guillemet pointing right */
    case 0x201D: /* right double */
    case 0x203A: /* single guillemet pointing right */
    case 0x300D:
    case 0x300F:
    case 0x301E:
    case 0x301F: return PX_QUOTE_CLOSE;
    default: return PX_QUOTE_NONE;
    }
}
