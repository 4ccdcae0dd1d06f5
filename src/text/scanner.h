/* The scanner behind px_words_find: where words end. Private to the room.
 *
 * scanner.c reads the text and decides; words.c asks it and makes tokens. Nothing here changes a scanner: every
 * function takes an offset and gives the offset behind what it found, or the offset it was given when it found nothing.
 * Each looks at every byte a bounded number of times.
 */
#ifndef PX_TEXT_SCANNER_H
#define PX_TEXT_SCANNER_H

#include <unicode/ubrk.h>

#include "text/characters.h"
#include "text/utf8.h"
#include "text/words.h"

/* What an ASCII byte begins. A byte of 0x80 and up has to be decoded first. */
enum px_class { PX_CLASS_GAP, PX_CLASS_LETTER, PX_CLASS_DIGIT, PX_CLASS_PUNCTUATION, PX_CLASS_SYMBOL, PX_CLASS_HIGH };

extern const uint8_t px_scanner_classes[128];

enum { PX_ABBREVIATION_LIMIT = 24, PX_CLITICS_LIMIT = 2 };

struct px_scanner {
    struct px_slice text; /* cut off at the end of the part */
    size_t at;
    const struct px_segmenter *segmenter;
    struct px_vocabulary *vocabulary;
    struct px_arena *arena;
    struct px_tokens *tokens;
    UBreakIterator *breaks; /* opened when the first text without spaces is met */
    size_t previous_end;
    bool failed;
};

/* A word on its way: bytes [start, end) so far, and what was met inside. */
struct px_word {
    size_t start;
    size_t end;
    size_t apostrophes[PX_CLITICS_LIMIT]; /* the last ones, the very last first */
    size_t apostrophe_count;
    bool stops;   /* a full stop inside */
    bool letters; /* a letter behind a hyphen: "7-year-old" is no number */
};

/* The byte at `at`, 0 at the end. */
static inline unsigned char px_scanner_byte(const struct px_scanner *s, size_t at)
{
    return at < s->text.size ? (unsigned char)s->text.data[at] : 0;
}

static inline enum px_class px_scanner_class(const struct px_scanner *s, size_t at)
{
    unsigned char byte = px_scanner_byte(s, at);
    return byte < 0x80 ? px_scanner_classes[byte] : PX_CLASS_HIGH;
}

/* The code point at `at`, 0 at the end; `*next` is behind it. */
static inline uint32_t px_scanner_code_point(const struct px_scanner *s, size_t at, size_t *next)
{
    *next = at;
    return at < s->text.size ? px_utf8_next(s->text, next) : 0;
}

/* Behind the ASCII letters and digits from `at` on. */
static inline size_t px_scanner_ascii_run(const struct px_scanner *s, size_t at)
{
    while (s->text.size - at >= sizeof(uint64_t)) {
        size_t run = px_text_alphanumerics(px_slice_eight(s->text, at));
        at += run;
        if (run < sizeof(uint64_t))
            return at;
    }
    while (px_scanner_class(s, at) == PX_CLASS_LETTER || px_scanner_class(s, at) == PX_CLASS_DIGIT)
        at++;
    return at;
}

/* Is this a letter or mark of a script that puts no spaces between words? */
bool px_scanner_is_unspaced(uint32_t c);

/* Does a letter, mark or digit of a script with spaces stand at `at`; a letter of such a script? */
bool px_scanner_is_word(const struct px_scanner *s, size_t at);
bool px_scanner_is_letter(const struct px_scanner *s, size_t at);

/* Behind the letters, marks, digits and invisible characters from `at` on. */
size_t px_scanner_run(const struct px_scanner *s, size_t at);

/* Moves word->end from behind the first run to the word's end, over joints and the stops of abbreviations. */
void px_scanner_word(const struct px_scanner *s, struct px_word *word);

/* Behind the address that begins with the word ("https://...", "www...", "example.com/...", "name@example.com"), or
 * 0. */
size_t px_scanner_address(const struct px_scanner *s, const struct px_word *word);

/* Is text[start, end) in the table, as it stands or folded? */
bool px_scanner_is_listed(const struct px_scanner *s, const struct px_table *table, size_t start, size_t end);

#endif
