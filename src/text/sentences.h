/* Sentences: where one ends and the next begins, from tokens.
 *
 * A sentence ends behind . ! ? … (and their quotation marks, brackets and note marks) unless the full stop belongs to an
 * abbreviation, an initial or a number, or what follows does not look like a beginning. Without a mark it ends where a
 * heading ran into its text: before the capital of a function word that the segmenter lists as a beginning, with a small
 * word behind, and before any capital behind a listed heading, a numbered part ("Figure 3"), a line with a full date, a
 * web address, or the name that heads the block and is repeated at once. Sentences tile the tokens of a block: none
 * overlaps, none is empty, none crosses a block's end. Linear in the tokens.
 */
#ifndef PX_TEXT_SENTENCES_H
#define PX_TEXT_SENTENCES_H

#include "text/words.h"

/* One sentence: bytes [start, end) and tokens [first_token, first_token + token_count). */
struct px_sentence {
    uint32_t start;
    uint32_t end;
    uint32_t first_token;
    uint32_t token_count;
    uint32_t block;
    uint32_t section;
    uint32_t words; /* words and numbers, clitics not counted */
    double loaded_score;
    bool loaded;
};

struct px_sentences {
    struct px_sentence *items;
    size_t count;
    size_t capacity;
};

/* Splits tokens[first, count) into sentences, appends them, and sets each token's sentence index and start flag. */
PX_API enum px_status px_sentences_find(struct px_slice text, struct px_tokens *tokens, size_t first,
                                        const struct px_vocabulary *vocabulary, const struct px_segmenter *segmenter,
                                        struct px_arena *arena, struct px_sentences *sentences, struct px_error *error);

#endif
