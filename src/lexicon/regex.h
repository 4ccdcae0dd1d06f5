/* Patterns: PCRE2 within limits, as entries use it. Internal to the room.
 *
 * A pattern on one word must match the whole word, one on a sentence any part of it. Apostrophes are alike: ' in a
 * pattern also matches the typographic one.
 */
#ifndef PX_LEXICON_REGEX_H
#define PX_LEXICON_REGEX_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/error.h"
#include "base/slice.h"

enum px_regex_kind { PX_REGEX_WORD, PX_REGEX_SENTENCE };

/* Compiles the pattern between the slashes. A fault is a PX_ERROR_SYNTAX with error->offset in the pattern. */
enum px_status px_regex_compile(struct px_slice pattern, enum px_regex_kind kind, bool exact_case, pcre2_code **code,
                                struct px_error *error);

/* What a worker needs to match: a context with limits and room for one match. */
struct px_regex_room {
    pcre2_match_context *context;
    pcre2_match_data *data;
};

enum px_status px_regex_room_init(struct px_regex_room *room, struct px_error *error);
void px_regex_room_release(struct px_regex_room *room);

/* Matches from `from` on: 1 and `*found`, or 0, or PX_ERROR_LIMIT when the pattern takes too long on this text. */
int px_regex_match(const struct px_regex_room *room, const pcre2_code *code, struct px_slice text, size_t from,
                   struct px_span *found);

#endif
