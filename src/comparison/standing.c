/* Where words stand in an article, whatever they are taken for there: in a name, a role, a quotation. What is said to
 * be absent from an article must not stand in it, whoever it was counted for. */
#include "comparison/place.h"

#include <ctype.h>

#include <stdlib.h>

enum { ENDING_MOST = 3, ALIKE_LEAST = 5 };

static int by_root(const void *left, const void *right)
{
    const struct px_stand *a = left, *b = right;
    if (a->root != b->root)
        return a->root < b->root ? -1 : 1;
    return (a->token > b->token) - (a->token < b->token);
}

static bool read_article(struct px_compare_context *context, size_t a)
{
    const struct px_tokens *tokens = &context->articles[a]->tokens;
    struct px_standing *standing = &context->standing[a];
    standing->items = px_arena_array(&context->scratch, struct px_stand, tokens->count);
    for (uint32_t t = 0; standing->items != NULL && t < tokens->count; t++)
        standing->items[standing->count++] = (struct px_stand){px_compare_form(context, &tokens->items[t])->root, t};
    if (standing->count > 1)
        qsort(standing->items, standing->count, sizeof *standing->items, by_root);
    return standing->items != NULL;
}

enum px_status px_compare_standing(struct px_compare_context *context, struct px_error *error)
{
    context->standing = px_arena_array(&context->scratch, struct px_standing, context->count);
    bool fine = context->standing != NULL;
    for (size_t a = 0; fine && a < context->count; a++)
        fine = read_article(context, a);
    return fine ? PX_OK : px_no_memory(error);
}

const struct px_stand *px_compare_standing_of(const struct px_compare_context *context, size_t article, uint32_t root,
                                              size_t *count)
{
    const struct px_standing *standing = &context->standing[article];
    size_t low = px_vector_from(standing, root, root), end;
    for (end = low; end < standing->count && standing->items[end].root == root; end++)
        ;
    *count = end - low;
    return standing->items + low;
}

/* The same word, or for `alike` another ending of it: "Midwest" and "Midwestern". */
static bool are_same(const struct px_form *a, const struct px_form *b, bool alike)
{
    const struct px_form *longer = a->fold_text.size > b->fold_text.size ? a : b, *shorter = longer == a ? b : a;
    return a->fold == b->fold || (alike && shorter->fold_text.size >= ALIKE_LEAST &&
                                  longer->fold_text.size <= shorter->fold_text.size + ENDING_MOST &&
                                  px_slice_starts(longer->fold_text, shorter->fold_text));
}

uint32_t px_compare_stands(const struct px_compare_context *context, size_t article, const uint32_t *forms,
                           uint32_t count, bool alike)
{
    const struct px_vocabulary *vocabulary = context->worker->vocabulary;
    const struct px_tokens *tokens = &context->articles[article]->tokens;
    const struct px_stand *rarest = NULL;
    size_t places = SIZE_MAX;
    uint32_t at = 0, times = 0;
    for (uint32_t n = 0; n < count; n++) {
        size_t found;
        const struct px_stand *first =
            px_compare_standing_of(context, article, px_vocabulary_form(vocabulary, forms[n])->root, &found);
        if (found < places) {
            rarest = first;
            places = found;
            at = n;
        }
    }
    for (size_t p = 0; count > 0 && p < places; p++) {
        uint32_t n = 0, token = rarest[p].token;
        if (token < at || token - at + count > tokens->count)
            continue;
        while (n < count && are_same(px_vocabulary_form(vocabulary, forms[n]),
                                     px_compare_form(context, &tokens->items[token - at + n]), alike))
            n++;
        times += n == count;
    }
    return times;
}

bool px_compare_stands_in(const struct px_compare_context *context, size_t article, uint32_t form, uint32_t first,
                          uint32_t last)
{
    const struct px_form *wanted = px_vocabulary_form(context->worker->vocabulary, form);
    size_t places;
    const struct px_stand *stand = px_compare_standing_of(context, article, wanted->root, &places);
    for (size_t p = 0; p < places; p++) {
        const struct px_token *token = &context->articles[article]->tokens.items[stand[p].token];
        if (token->sentence >= first && token->sentence <= last &&
            are_same(wanted, px_compare_form(context, token), true))
            return true;
    }
    return false;
}

bool px_compare_stands_small(const struct px_compare_context *context, size_t article, uint32_t form)
{
    const struct px_form *wanted = px_vocabulary_form(context->worker->vocabulary, form);
    size_t places;
    const struct px_stand *stand = px_compare_standing_of(context, article, wanted->root, &places);
    for (size_t p = 0; p < places; p++) {
        const struct px_form *found =
            px_compare_form(context, &context->articles[article]->tokens.items[stand[p].token]);
        if (found->fold == wanted->fold && found->shape == PX_SHAPE_LOWER)
            return true;
    }
    return false;
}

uint32_t px_compare_stands_alone(const struct px_compare_context *context, size_t article, uint32_t form)
{
    const struct px_form *wanted = px_vocabulary_form(context->worker->vocabulary, form);
    const struct px_tokens *tokens = &context->articles[article]->tokens;
    size_t places;
    uint32_t times = 0;
    const struct px_stand *stand = px_compare_standing_of(context, article, wanted->root, &places);
    for (size_t p = 0; p < places; p++) {
        uint32_t next = stand[p].token + 1;
        bool title = next < tokens->count &&
                     px_compare_form(context, &tokens->items[next])->shape == PX_SHAPE_CAPITALISED &&
                     tokens->items[next].sentence == tokens->items[stand[p].token].sentence;
        times += !title && are_same(wanted, px_compare_form(context, &tokens->items[stand[p].token]), false);
    }
    return times;
}

bool px_compare_words_stand(const struct px_compare_context *context, size_t article, struct px_slice text,
                            uint32_t *times)
{
    enum { WORDS_MOST = 12 };
    uint32_t forms[WORDS_MOST], count = 0;
    struct px_slice word;
    *times = 0;
    while (px_slice_next(&text, ' ', &word)) {
        if (word.size == 0)
            continue;
        if (count == WORDS_MOST)
            return true;
        forms[count] = px_vocabulary_add(context->worker->vocabulary, word);
        if (forms[count++] == PX_NONE)
            return false;
    }
    *times = px_compare_stands(context, article, forms, count, false);
    return true;
}

bool px_compare_same_letters(struct px_slice a, struct px_slice b)
{
    static const char PARTING[] = " -."; /* what parts the words of one wording, "tax filing", "tax-filing" */
    for (size_t i = 0, j = 0;;) {
        while (i < a.size && memchr(PARTING, a.data[i], sizeof PARTING - 1) != NULL)
            i++;
        while (j < b.size && memchr(PARTING, b.data[j], sizeof PARTING - 1) != NULL)
            j++;
        if (i == a.size || j == b.size)
            return i == a.size && j == b.size;
        if (tolower((unsigned char)a.data[i++]) != tolower((unsigned char)b.data[j++]))
            return false;
    }
}
