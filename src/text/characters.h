/* Characters: what the files of this room ask of code points and nobody else needs. Private to the room. */
#ifndef PX_TEXT_CHARACTERS_H
#define PX_TEXT_CHARACTERS_H

#include <stdint.h>

#include "base/slice.h"

/* The end of the run of ASCII bytes that begins at `from`. Eight bytes at a time. */
size_t px_text_ascii_end(struct px_slice text, size_t from);

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

#endif
