/* Names that another article misspells. */
#include <stdlib.h>

#include "omission/only_news.h"

/* A letter more is another spelling in shorter names, too: "Stacey". */
enum { LETTERS_LEAST = 7, ADDED_LEAST = 5 };

/* One letter too many or another one, or two that have changed places: "Godather" for "Godfather". What differs in the
 * first or the last letter is another word or bent rather than misspelt, and among short words there are many that are
 * alike. */
static bool is_one_slip(struct px_slice a, struct px_slice b)
{
    struct px_slice shorter = a.size <= b.size ? a : b, longer = a.size <= b.size ? b : a;
    size_t at = 0, least = longer.size > shorter.size ? ADDED_LEAST : LETTERS_LEAST;
    if (shorter.size < least || longer.size - shorter.size > 1)
        return false;
    while (at < shorter.size && shorter.data[at] == longer.data[at])
        at++;
    if (at == 0 || at + (longer.size == shorter.size) >= shorter.size)
        return false;
    bool changed = shorter.size == longer.size && shorter.data[at] == longer.data[at + 1] &&
                   shorter.data[at + 1] == longer.data[at];
    size_t rest = at + (shorter.size == longer.size) + changed;
    return px_slice_equal(px_slice_part(shorter, rest, shorter.size),
                          px_slice_part(longer, at + 1 + changed, longer.size));
}

/* What a word shares with all that are one slip away, but for the size, which is one more or less: its first letter. */
static uint32_t key_of(struct px_slice word, size_t size)
{
    return (uint32_t)(unsigned char)word.data[0] << 24 | (uint32_t)(size & 0xFFFFFF);
}

static int by_key(const void *left, const void *right)
{
    const struct px_spelling *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->form != b->form)
        return a->form < b->form ? -1 : 1;
    return (a->token > b->token) - (a->token < b->token);
}

static bool read_article(struct px_compare_context *context, size_t a)
{
    const struct px_tokens *tokens = &context->articles[a]->tokens;
    struct px_spellings *spellings = &context->spellings[a];
    spellings->items = px_arena_array(&context->scratch, struct px_spelling, tokens->count);
    for (uint32_t t = 0; spellings->items != NULL && t < tokens->count; t++) {
        struct px_slice word = px_compare_form(context, &tokens->items[t])->text;
        if (word.size >= ADDED_LEAST)
            spellings->items[spellings->count++] =
                (struct px_spelling){key_of(word, word.size), tokens->items[t].form, t};
    }
    if (spellings->count > 1)
        qsort(spellings->items, spellings->count, sizeof *spellings->items, by_key);
    return spellings->items != NULL;
}

enum px_status px_compare_spellings(struct px_compare_context *context, struct px_error *error)
{
    context->spellings = px_arena_array(&context->scratch, struct px_spellings, context->count);
    bool fine = context->spellings != NULL;
    for (size_t a = 0; fine && a < context->count; a++)
        fine = read_article(context, a);
    return fine ? PX_OK : px_no_memory(error);
}

/* A name, and which of its words may be misspelt. */
struct wanted {
    const struct px_compare_context *context;
    const struct px_token *name;
    uint32_t count; /* tokens */
    uint32_t slip;  /* the one among them */
};

/* Do the name's other words stand around the token of article b as they are around the slip? */
static bool others_stand(const struct wanted *wanted, size_t b, uint32_t token)
{
    const struct px_tokens *tokens = &wanted->context->articles[b]->tokens;
    if (token < wanted->slip || token - wanted->slip + wanted->count > tokens->count)
        return false;
    const struct px_token *here = &tokens->items[token - wanted->slip];
    for (uint32_t i = 0; i < wanted->count; i++)
        if (i != wanted->slip && px_compare_form(wanted->context, &here[i])->fold !=
                                     px_compare_form(wanted->context, &wanted->name[i])->fold)
            return false;
    return true;
}

/* Has article b the name with a word of so many bytes in place of the one that may slip? */
static bool stands_misspelt(const struct wanted *wanted, size_t b, size_t size)
{
    const struct px_spellings *spellings = &wanted->context->spellings[b];
    const struct px_form *right = px_compare_form(wanted->context, &wanted->name[wanted->slip]);
    uint32_t key = key_of(right->text, size), form = PX_NONE;
    bool slips = false;
    for (size_t i = px_vector_from(spellings, key, key); i < spellings->count && spellings->items[i].key == key; i++) {
        const struct px_spelling *spelling = &spellings->items[i];
        if (spelling->form != form) {
            form = spelling->form;
            const struct px_form *other = px_vocabulary_form(wanted->context->worker->vocabulary, form);
            slips = other->fold != right->fold && is_one_slip(other->text, right->text);
        }
        if (slips && others_stand(wanted, b, spelling->token))
            return true;
    }
    return false;
}

bool px_only_is_misspelt(const struct px_compare_context *context, size_t a, const struct px_mention *mention, size_t b)
{
    struct wanted wanted = {context, &context->articles[a]->tokens.items[mention->first_token], mention->token_count,
                            0};
    for (; wanted.slip < wanted.count; wanted.slip++) {
        size_t size = px_compare_form(context, &wanted.name[wanted.slip])->text.size;
        for (size_t other = size - 1; size >= ADDED_LEAST && other <= size + 1; other++)
            if (stands_misspelt(&wanted, b, other))
                return true;
    }
    return false;
}
