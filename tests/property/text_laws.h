/* The laws of the text room, for whatever bytes: used by the property test and by the fuzz target.
 *
 *     EXPECT(condition) has to be defined before: it says what is not true and ends the test.
 */
#ifndef TEXT_LAWS_H
#define TEXT_LAWS_H

#include <string.h>

#include "text/normalise.h"
#include "text/sentences.h"
#include "text/utf8.h"

/* Decoding goes through the text in both directions by the same steps when it is well formed. */
static inline void law_utf8(struct px_slice text)
{
    size_t at = 0;
    size_t count = 0;
    for (; at < text.size; count++) {
        size_t before = at;
        uint32_t c = px_utf8_next(text, &at);
        EXPECT(at > before && at <= before + 4);
        if (c != PX_UTF8_BAD) {
            size_t back = at;
            EXPECT(px_utf8_previous(text, &back) == c && back == before);
        }
    }
    EXPECT(px_utf8_count(text) == count);
    size_t bad = px_utf8_check(text);
    EXPECT(bad <= text.size && px_utf8_check((struct px_slice){text.data, bad}) == bad);
}

/* From a code point to its byte and back. */
static inline void law_offsets(struct px_slice text)
{
    struct px_arena arena = {0};
    struct px_offsets offsets;
    EXPECT(px_offsets_init(&offsets, text, &arena));
    size_t at = 0;
    for (size_t i = 0; at < text.size; i++) {
        EXPECT(px_offsets_byte(&offsets, i) == at);
        EXPECT(px_offsets_code_point(&offsets, at) == i);
        px_utf8_next(text, &at);
    }
    EXPECT(px_offsets_code_point(&offsets, text.size) == px_utf8_count(text));
    px_arena_release(&arena);
}

/* Normalising twice is normalising once, and gives well-formed text. */
static inline void law_idempotent(void (*normalise)(struct px_slice, struct px_buffer *), struct px_slice text)
{
    struct px_buffer once = {0};
    struct px_buffer twice = {0};
    normalise(text, &once);
    normalise(px_buffer_slice(&once), &twice);
    EXPECT(!once.failed && !twice.failed);
    EXPECT(px_slice_equal(px_buffer_slice(&once), px_buffer_slice(&twice)));
    EXPECT(px_utf8_check(px_buffer_slice(&once)) == once.size);
    px_buffer_release(&once);
    px_buffer_release(&twice);
}

/* Between tokens stands nothing that can be seen. */
static inline void expect_gap(struct px_slice text, size_t start, size_t end)
{
    EXPECT(start <= end);
    while (start < end) {
        uint32_t c = px_utf8_next(text, &start);
        EXPECT(!px_utf8_is_letter(c) && !px_utf8_is_digit(c) && c != PX_UTF8_BAD);
        EXPECT(c <= ' ' || c == 0x7F || (c >= 0x80 && px_utf8_quote_mark(c) == PX_QUOTE_NONE));
    }
}

/* Tokens and gaps rebuild the text; a token's form is its bytes; nothing is empty. */
static inline void law_tokens(struct px_slice text, const struct px_tokens *tokens,
                              const struct px_vocabulary *vocabulary)
{
    size_t end = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct px_token *token = &tokens->items[i];
        EXPECT(token->start < token->end && token->end <= text.size);
        expect_gap(text, end, token->start);
        EXPECT(((token->flags & PX_TOKEN_SPACE_BEFORE) != 0) == (token->start > end));
        EXPECT(px_slice_equal(px_vocabulary_form(vocabulary, token->form)->text,
                              px_slice_part(text, token->start, token->end)));
        EXPECT(token->attribution == PX_NONE);
        end = token->end;
    }
    expect_gap(text, end, text.size);
}

/* Sentences tile the tokens. */
static inline void law_sentences(const struct px_tokens *tokens, const struct px_sentences *sentences)
{
    size_t next = 0;
    for (size_t i = 0; i < sentences->count; i++) {
        const struct px_sentence *sentence = &sentences->items[i];
        EXPECT(sentence->first_token == next && sentence->token_count > 0);
        next += sentence->token_count;
        EXPECT(next <= tokens->count);
        EXPECT(sentence->start == tokens->items[sentence->first_token].start);
        EXPECT(sentence->end == tokens->items[next - 1].end);
        uint32_t words = 0;
        for (size_t k = sentence->first_token; k < next; k++) {
            const struct px_token *token = &tokens->items[k];
            EXPECT(token->sentence == i);
            EXPECT(((token->flags & PX_TOKEN_SENTENCE_START) != 0) == (k == sentence->first_token));
            words += (token->kind == PX_TOKEN_WORD || token->kind == PX_TOKEN_NUMBER) &&
                     (token->flags & PX_TOKEN_CLITIC) == 0;
        }
        EXPECT(sentence->words == words);
    }
    EXPECT(next == tokens->count);
}

/* All laws over one text. */
static inline void law_text(struct px_slice text, const struct px_segmenter *segmenter,
                            struct px_vocabulary *vocabulary)
{
    struct px_arena arena = {0};
    struct px_tokens tokens = {0};
    struct px_sentences sentences = {0};
    struct px_span all = {0, (uint32_t)text.size};
    law_utf8(text);
    law_offsets(text);
    law_idempotent(px_text_fold, text);
    law_idempotent(px_text_tidy, text);
    EXPECT(px_words_find(text, all, segmenter, vocabulary, &arena, &tokens, NULL) == PX_OK);
    EXPECT(px_sentences_find(text, &tokens, 0, vocabulary, segmenter, &arena, &sentences, NULL) == PX_OK);
    law_tokens(text, &tokens, vocabulary);
    law_sentences(&tokens, &sentences);
    px_arena_release(&arena);
}

#endif
