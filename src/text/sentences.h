/* Sentences: where one ends and the next begins, from tokens.
 *
 * A sentence ends behind . ! ? … (and their quotation marks, brackets and note marks) unless the full stop belongs to an
 * abbreviation, an initial or a number, or what follows does not look like a beginning. Without a mark it ends where a
 * heading ran into its text: before the capital of a function word that the segmenter lists as a beginning, with a small
 * word behind, and before any capital behind a listed heading, a numbered part ("Figure 3"), a line with a full date, a
 * web address, or the name that heads the block and is repeated at once. Sentences tile the tokens of a block: none
 * overlaps, none is empty, none crosses a block's end. What runs on without an end, a table or a transcript without
 * stops, is cut, so that whoever works by the sentence is bounded. Linear in the tokens.
 */
#ifndef PX_TEXT_SENTENCES_H
#define PX_TEXT_SENTENCES_H

#include "text/words.h"

/* A sentence of so many tokens ends before the next word behind a space, and where there is no space after twice as many.
 * No sentence that somebody wrote comes near: the longest of news have some hundred. */
enum { PX_SENTENCE_MOST = 4000 };

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

/* The same without looking for ends: all of tokens[first, count) is one sentence, and none where there is no token. */
PX_API enum px_status px_sentences_join(struct px_tokens *tokens, size_t first, struct px_arena *arena,
                                        struct px_sentences *sentences, struct px_error *error);

/* Could a sentence of the text end by this token? Only marks and words with a full stop end sentences, and only marks
 * follow those before the next begins; or else the next begins at a capital. */
static inline bool px_sentences_may_end(struct px_slice text, const struct px_token *token)
{
    return token->kind == PX_TOKEN_PUNCTUATION || (token->kind == PX_TOKEN_WORD && text.data[token->end - 1] == '.');
}

/* Could a sentence begin at this token though no mark stands before it? Where a word has a capital, or may have one. */
static inline bool px_sentences_may_begin(struct px_slice text, const struct px_token *token)
{
    unsigned char first = (unsigned char)text.data[token->start];
    return token->kind == PX_TOKEN_WORD && ((first >= 'A' && first <= 'Z') || first >= 0x80);
}

#endif
