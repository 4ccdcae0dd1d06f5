/* The syntax of an entry: words with wildcards, or a /pattern/.
 *
 * An entry's words are cut into pieces as text is: at white space, at hyphens, before clitics. A phrase matches a run
 * of pieces, so that hyphen or space does not matter. Internal to the room.
 *
 *     px_splitter_init(&splitter, segmenter);
 *     px_splitter_split(&splitter, PX_SLICE("State-sponsored puppet*"), &error);
 *     splitter.pieces ... "state", "sponsored", "puppet*"
 *     px_splitter_release(&splitter);
 */
#ifndef PX_LEXICON_PATTERN_H
#define PX_LEXICON_PATTERN_H

#include "base/buffer.h"
#include "lexicon/lexicon.h"
#include "text/words.h"

enum { PX_PIECES_AT_MOST = 64 };

/* Has a text that begins with "/" one at its end too? */
bool px_pattern_is_balanced(struct px_slice text);

/* Does a word, or do words, hold "*" or "?"? */
bool px_pattern_has_wildcard(struct px_slice words);

/* Is it a /pattern/, and if so one that runs on a sentence, since it holds a space? */
bool px_pattern_is_regex(struct px_slice text);
bool px_pattern_is_sentence_regex(struct px_slice text);

/* Cuts the next entry off a cell of `unless`: ";" between them, but not inside a /pattern/. */
bool px_pattern_next_unless(struct px_slice *rest, struct px_slice *piece);

/* Column, from 1, at which `cell` (bytes of a lexicon that was read) stands in its line. */
size_t px_lexicon_line_column(struct px_slice cell);

/* "*" any run of code points, "?" exactly one. Worst case glob × text, as everywhere. */
bool px_glob_match(struct px_slice glob, struct px_slice text);

/* Appends the text with plain apostrophes and hyphens and nothing invisible, its case kept. */
void px_pattern_append_surface(struct px_slice text, struct px_buffer *out);

/* One piece: a word, a part of a hyphenated word, a clitic, or a wildcard. Valid until the next split. */
struct px_piece {
    struct px_slice fold;    /* "*" alone is any one word */
    struct px_slice surface; /* as written, under px_pattern_append_surface */
    bool glob;
};

struct px_splitter {
    const struct px_segmenter *segmenter;
    struct px_vocabulary *vocabulary; /* made when the first word needs the segmenter */
    struct px_arena arena;
    struct px_buffer buffer;
    struct px_piece pieces[PX_PIECES_AT_MOST];
    size_t count;
};

/* All zero but for the segmenter (may be NULL). */
void px_splitter_init(struct px_splitter *splitter, const struct px_segmenter *segmenter);

/* Cuts the entry into splitter->pieces. PX_ERROR_SYNTAX when there is no word in it, PX_ERROR_LIMIT beyond 64. */
enum px_status px_splitter_split(struct px_splitter *splitter, struct px_slice text, struct px_error *error);
void px_splitter_release(struct px_splitter *splitter);

#endif
