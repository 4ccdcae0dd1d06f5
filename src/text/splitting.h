/* A block in the middle of being split into sentences. Private to the room. */
#ifndef PX_TEXT_SPLITTING_H
#define PX_TEXT_SPLITTING_H

#include "text/sentences.h"
#include "text/utf8.h"

struct px_splitting {
    struct px_slice text;
    struct px_tokens *tokens;
    size_t first;
    size_t end;
    size_t start;       /* of the sentence at hand */
    bool opened;        /* a quotation opens inside it, behind its first token */
    size_t small_words; /* in it, function words not counted */
    bool inside;        /* the token at hand stands in a quotation or in brackets */
    const struct px_vocabulary *vocabulary;
    const struct px_segmenter *segmenter;
    bool headline; /* the block has no lower-case content word: capitals say nothing about a beginning */
};

static inline const struct px_token *px_splitting_token(const struct px_splitting *s, size_t i)
{
    return &s->tokens->items[i];
}

static inline const struct px_form *px_splitting_form(const struct px_splitting *s, size_t i)
{
    return px_vocabulary_form(s->vocabulary, s->tokens->items[i].form);
}

static inline bool px_splitting_has_space(const struct px_splitting *s, size_t i)
{
    return (s->tokens->items[i].flags & PX_TOKEN_SPACE_BEFORE) != 0;
}

static inline uint32_t px_splitting_character(const struct px_splitting *s, size_t i)
{
    size_t at = s->tokens->items[i].start;
    return px_utf8_next(s->text, &at);
}

static inline bool px_splitting_is_mark(const struct px_splitting *s, size_t i)
{
    return px_splitting_token(s, i)->kind == PX_TOKEN_PUNCTUATION;
}

static inline bool px_splitting_is_word(const struct px_splitting *s, size_t i)
{
    return px_token_is_word(px_splitting_token(s, i));
}

static inline bool px_splitting_is_lower(const struct px_splitting *s, size_t i)
{
    return px_splitting_is_word(s, i) && px_splitting_form(s, i)->shape == PX_SHAPE_LOWER;
}

static inline bool px_splitting_is_closing_bracket(uint32_t c)
{
    return c == ')' || c == ']' || c == '}' || c == 0xFF09 || c == 0x3011;
}

/* Does a sentence begin at `i`, behind the sentence's first token, though no mark ends the one before? */
bool px_splitting_begins_unmarked(const struct px_splitting *s, size_t i);

#endif
