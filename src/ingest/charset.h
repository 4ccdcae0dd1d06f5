/* Character sets: bytes of any origin into UTF-8.
 *
 * In this order: a byte order mark; UTF-16 or UTF-32 without one, told by its zero bytes; strict UTF-8; what the page
 * declares (meta charset, http-equiv, XML), where that can be; a guess; windows-1252, which also stands in for what
 * calls itself Latin-1. A text that is UTF-8 but for some stray bytes keeps its UTF-8, and the stray bytes are read as
 * windows-1252. Zero bytes become spaces, lone surrogates U+FFFD. Text that was turned into UTF-8 twice ("â€™") is turned
 * back where that is certain, by a call of its own, since a text that is taken as it is stays so.
 *
 *     struct px_charset_notes notes = {0};
 *     px_charset_decode(bytes, NULL, &arena, &text, &notes, &error);
 *     px_charset_repair_twice(&arena, &text, &notes.repaired, &error);
 *     px_charset_warn(&notes, article);
 */
#ifndef PX_INGEST_CHARSET_H
#define PX_INGEST_CHARSET_H

#include "article/article.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"

enum { PX_CHARSET_NAME = 64 };

/* What a reader should know of the way the bytes were read. */
struct px_charset_notes {
    char unknown[PX_CHARSET_NAME]; /* a declared name that means nothing; empty: none */
    char guessed[PX_CHARSET_NAME]; /* the set that was guessed, where it was not the usual windows-1252 */
    size_t stray;                  /* bytes that are not UTF-8 in a text that is, read as windows-1252 */
    size_t repaired;               /* characters that had been encoded twice */
};

/* `declared` (may be NULL) is a charset that the transport named; `*text` borrows `bytes` where nothing had to change,
 * else it is the arena's; `notes` may be NULL. PX_ERROR_INPUT: "input is empty", "input is binary, not text".
 * Linear. */
enum px_status px_charset_decode(struct px_slice bytes, const char *declared, struct px_arena *arena,
                                 struct px_slice *text, struct px_charset_notes *notes, struct px_error *error);

/* The same for bytes that are known to be UTF-8, such as a string of JSON. */
enum px_status px_charset_accept(struct px_slice bytes, struct px_arena *arena, struct px_slice *text,
                                 struct px_error *error);

/* Adds the notes to the article's warnings. */
void px_charset_warn(const struct px_charset_notes *notes, struct px_article *article);

/* ---------------------------------------------------------------------------------- what the parts of it share */

/* The character of a byte in windows-1252; PX_UTF8_BAD where it has none. */
uint32_t px_charset_windows(unsigned char byte);

/* The byte of a character in windows-1252 (the five bytes that it leaves free stand for themselves), or -1. */
int px_charset_windows_byte(uint32_t c);

/* Guesses the set of bytes that are no UTF-8: a name that ICU knows, or NULL for windows-1252. With `latin`, a page
 * that calls itself Latin-1, as servers do by default, is believed unless its script is another. */
const char *px_charset_guess(struct px_slice bytes, bool latin);

/* Turns back what was made UTF-8 twice, where that is certain, and counts the characters in `*repaired`; `*text` stays
 * as it is where nothing is. */
enum px_status px_charset_repair_twice(struct px_arena *arena, struct px_slice *text, size_t *repaired,
                                       struct px_error *error);

#endif
