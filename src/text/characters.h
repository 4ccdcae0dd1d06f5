/* Characters: what is asked of code points beside their classes in utf8.h: apostrophes, hyphens, marks without width. */
#ifndef PX_TEXT_CHARACTERS_H
#define PX_TEXT_CHARACTERS_H

#include <stdint.h>

#include "base/slice.h"

/* The end of the run of ASCII bytes that begins at `from`. Eight bytes at a time. */
size_t px_text_ascii_end(struct px_slice text, size_t from);

/* How many of the eight bytes, from the first on, are ASCII letters or digits. All eight are judged at once: adding to
 * a byte below 0x80 carries into its highest bit just when the byte is not below the bound (Warren, Hacker's
 * Delight). */
static inline size_t px_text_alphanumerics(uint64_t eight)
{
    const uint64_t ones = 0x0101010101010101u, high = ones * 0x80;
    uint64_t plain = eight & ~high;
    uint64_t lower = plain | ones * 0x20;
    uint64_t letters = (lower + ones * (0x80 - 'a')) & ~(lower + ones * (0x80 - 'z' - 1));
    uint64_t digits = (plain + ones * (0x80 - '0')) & ~(plain + ones * (0x80 - '9' - 1));
    uint64_t others = ~((letters | digits) & ~eight) & high;
    return others == 0 ? 8 : (size_t)__builtin_ctzll(others) / 8;
}

/* Characters without width that change nothing about a word: soft hyphen, joiners, direction and byte order marks. */
static inline bool px_text_is_invisible(uint32_t c)
{
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/* Characters that are written for ' inside a word. */
static inline bool px_text_is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018 || c == 0x201B || c == 0x00B4 || c == 0xFF07;
}

/* Characters that are written for - inside a word, dashes included. */
static inline bool px_text_is_hyphen(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

/* Dashes, quotation marks, bullets and the ellipsis: all of these code points are punctuation. */
static inline bool px_text_is_general_mark(uint32_t c)
{
    return c >= 0x2010 && c <= 0x2027;
}

#endif
