#include "contrast/sourcing_run.h"

#define TELLING 2.5 /* a word's idf: "man" and "woman" have less */

bool px_also_read(struct px_compare_context *context, size_t a, struct px_also_words *words)
{
    const struct px_tokens *tokens = &context->articles[a]->tokens;
    *words = (struct px_also_words){.article = a};
    words->folds = px_arena_array(&context->scratch, uint32_t, tokens->count + 1);
    words->tokens = px_arena_array(&context->scratch, uint32_t, tokens->count + 1);
    if (words->folds == NULL || words->tokens == NULL)
        return false;
    for (uint32_t t = 0; t < tokens->count; t++)
        if (px_token_counts(&tokens->items[t])) {
            words->folds[words->count] = px_compare_form(context, &tokens->items[t])->fold;
            words->tokens[words->count++] = t;
        }
    return px_run_starts_make(&context->scratch, words->folds, words->count, 1, &words->single) &&
           px_run_starts_make(&context->scratch, words->folds, words->count, PX_ALSO_FEW, &words->few);
}

size_t px_also_count_quoted(const struct px_compare_context *context, const struct px_also_words *words, size_t at,
                            size_t count)
{
    size_t quoted = 0;
    for (size_t i = at; i < at + count; i++)
        quoted += px_also_is_quoted(px_also_token(context, words, i));
    return quoted;
}

bool px_also_goes_on(const struct px_compare_context *context, const struct px_also_words *words, size_t at)
{
    if (at == 0 || at >= words->count)
        return false;
    const struct px_token *token = px_also_token(context, words, at), *before = px_also_token(context, words, at - 1);
    const struct px_sentence *sentences = context->articles[words->article]->sentences.items;
    return px_also_is_quoted(before) && px_also_is_quoted(token) &&
           sentences[before->sentence].block == sentences[token->sentence].block;
}

bool px_also_is_whole(const struct px_compare_context *context, const struct px_also_words *words, size_t at,
                      size_t count)
{
    return px_also_count_quoted(context, words, at, count) == count && !px_also_goes_on(context, words, at) &&
           !px_also_goes_on(context, words, at + count);
}

struct px_slice px_also_speaker(const struct px_compare_context *context, size_t article, uint32_t attribution)
{
    struct px_slice speaker = px_compare_speaker(context, article, attribution);
    return px_slice_starts(speaker, PX_SLICE("(")) ? (struct px_slice){NULL, 0} : speaker;
}

bool px_also_is_of_same(const struct px_compare_context *context, const struct px_also_run *run, bool *of_another)
{
    struct px_slice here = px_also_speaker(context, run->here->article, run->attribution);
    uint32_t other = px_also_token(context, run->there, run->other)->attribution;
    struct px_slice there = px_also_speaker(context, run->there->article, other);
    bool same = here.size > 0 && px_slice_equal(here, there);
    *of_another = here.size > 0 && there.size > 0 && !same;
    return same;
}

bool px_also_is_telling(const struct px_compare_context *context, const struct px_also_words *words, size_t at,
                        size_t count)
{
    for (size_t i = at; i < at + count; i++) {
        const struct px_token *token = px_also_token(context, words, i);
        if (px_compare_is_content(context, token) &&
            px_compare_idf(context, px_compare_form(context, token)->stem) >= TELLING)
            return true;
    }
    return false;
}

bool px_also_is_quoted_at(const struct px_compare_context *context, const struct px_also_words *here, size_t first,
                          size_t end, const struct px_also_words *there, size_t at)
{
    size_t n = 0;
    while (first + n < end && at + n < there->count && here->folds[first + n] == there->folds[at + n] &&
           px_also_is_quoted(px_also_token(context, there, at + n)))
        n++;
    return first + n == end;
}

uint8_t *px_also_in(const struct px_compare_context *context, const struct px_also_words *here, uint32_t attribution,
                    const struct px_also_words *there)
{
    return &context->comparison->sourcing.also[here->article][attribution * context->count + there->article];
}

void px_also_note(const struct px_compare_context *context, const struct px_also_run *run)
{
    *px_also_in(context, run->here, run->attribution, run->there) = PX_ALSO_PART;
    for (size_t i = 0; i < run->count; i++) {
        uint32_t other = px_also_token(context, run->there, run->other + i)->attribution;
        if (other != PX_NONE)
            *px_also_in(context, run->there, other, run->here) = PX_ALSO_PART;
    }
}
