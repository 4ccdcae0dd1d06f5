/* Line patterns: words or regular expressions that say what a line is, from a lexicon file with a column `where`.
 *
 * An entry is words (case, punctuation and spaces do not matter) or /pattern/ (PCRE2, caseless unless it names capitals:
 * [A-Z]). `where` says how it must lie on the line: whole, start or any (the default). Words are found through a table of
 * first words; of the patterns those are tried that could match, so that a line costs a few matches, not one for each
 * entry. Never changed once made, shared by threads.
 */
#ifndef PX_INGEST_PATTERNS_H
#define PX_INGEST_PATTERNS_H

#include "base/buffer.h"
#include "lexicon/lexicon.h"

enum px_pattern_where { PX_PATTERN_NOWHERE, PX_PATTERN_INSIDE, PX_PATTERN_START, PX_PATTERN_WHOLE };

/* What matched: how many entries, and of the strongest (whole before start before inside, then the first in the
 * file) its value and its place. */
struct px_pattern_hits {
    uint8_t count;
    uint8_t value;
    uint8_t where; /* enum px_pattern_where; PX_PATTERN_NOWHERE: no match */
};

struct px_patterns;
struct px_image;

enum px_status px_patterns_new(struct px_patterns **patterns, struct px_error *error);
void px_patterns_free(struct px_patterns *patterns);

/* Adds one entry of a lexicon under `value`. A pattern that PCRE2 refuses fails with file, line and column. */
enum px_status px_patterns_add(struct px_patterns *patterns, const struct px_lexicon *lexicon,
                               const struct px_entry *entry, uint8_t value, struct px_error *error);

/* Compiles what was added; afterwards only find may be called. */
enum px_status px_patterns_compile(struct px_patterns *patterns, struct px_error *error);

/* Puts what was compiled into an image, behind the pointer at byte `at`. */
void px_patterns_put(struct px_image *image, size_t at, const struct px_patterns *patterns);

/* Patterns over those of an image, which they use where they lie; freed as any. NULL when memory is out. */
struct px_patterns *px_patterns_open(const struct px_patterns *ready);

enum { PX_PATTERN_LINE = 400 };

/* Looks at the first PX_PATTERN_LINE bytes of a line; `words` are its words as px_patterns_fold gives them. */
struct px_pattern_hits px_patterns_find(const struct px_patterns *patterns, struct px_slice line,
                                        struct px_slice words);

/* The line, or its first PX_PATTERN_LINE bytes at the end of a character. */
struct px_slice px_patterns_cut(struct px_slice line);

/* How many of a line's words are the longest entry of words that fits at its beginning; 0 for none. */
size_t px_patterns_prefix(const struct px_patterns *patterns, struct px_slice words);

/* Appends the line's words, lower case, one space between them: the form in which words are compared. */
void px_patterns_fold(struct px_slice line, struct px_buffer *out);

#endif
