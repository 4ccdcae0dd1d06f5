/* The forms that a distinctive term stands in, and of which word they are. */
#include <stdlib.h>

#include "base/buffer.h"
#include "contrast/term_forms.h"

/* A form in which a term stands, and how often. */
struct shown_form {
    struct px_slice text, fold;
    uint32_t uses;
};

/* The words of a use; a word that begins a sentence or stands in a headline is written small. */
static struct shown_form form_of(const struct px_compare_context *context, size_t a, const struct px_use *use)
{
    const struct px_article *article = context->articles[a];
    const struct px_token *first = &article->tokens.items[use->token];
    const struct px_form *form = px_compare_form(context, first);
    uint32_t count = use->tokens > 1 ? use->tokens : 1;
    while (count > 1 && (first[count - 1].flags & PX_TOKEN_CLITIC))
        count--;
    struct px_slice text = px_slice_part(article->text, first->start, first[count - 1].end);
    bool plain = px_role_is_paragraph(article->blocks.items[use->block].role);
    bool small = use->tokens == 0 && (!plain || (first->flags & PX_TOKEN_SENTENCE_START) != 0);
    return (struct shown_form){small ? form->fold_text : text, count > 1 ? text : form->fold_text, 1};
}

/* Counts the use among the `count` forms; how many there are then. */
static size_t add_form(struct shown_form *forms, size_t count, struct shown_form added)
{
    for (size_t i = 0; i < count; i++)
        if (px_slice_equal(forms[i].fold, added.fold)) {
            forms[i].uses++;
            if (px_slice_compare(added.text, forms[i].text) > 0)
                forms[i].text = added.text; /* small letters come behind capitals in byte order */
            return count;
        }
    forms[count] = added;
    return count + 1;
}

static int by_uses(const void *left, const void *right)
{
    const struct shown_form *x = left, *y = right;
    if (x->uses != y->uses)
        return x->uses < y->uses ? 1 : -1;
    return px_slice_compare(x->fold, y->fold);
}

/* A person's names, and words that several names share, are known to be of one. */
static bool is_of_person(const struct px_compare_context *context, uint32_t term)
{
    size_t link = term - context->index.count;
    if (term < context->index.count || link >= context->links.count)
        return term >= context->index.count && context->wording.forms[term] == PX_NONE;
    for (size_t a = 0; a < context->count; a++) {
        uint32_t entity = context->links.items[link].entities[a];
        if (entity != PX_NONE)
            return context->articles[a]->entities.items[entity].kind == PX_ENTITY_PERSON;
    }
    return false;
}

/* Does the form stand in the article as a word of another term: a noun where the term is a verb, or the other way
 * round? */
static bool stands_otherwise(const struct px_compare_context *context, size_t a, struct px_slice fold, bool verb)
{
    const struct px_article *article = context->articles[a];
    for (size_t t = 0; article->lexemes != NULL && t < article->tokens.count; t++)
        if ((article->lexemes[t].word_class == PX_WORD_VERB) != verb &&
            px_slice_equal(px_compare_form(context, &article->tokens.items[t])->fold_text, fold))
            return true;
    return false;
}

/* What the term is where some of its forms are those of another word, too, so that a reader would count more of them:
 * the "lies" that are told beside "she lies". Linear in tokens for such forms alone. */
static const char *sense_of(const struct px_compare_context *context, const struct shown_form *forms, size_t count,
                            uint8_t word_class)
{
    bool verb = word_class == PX_WORD_VERB;
    for (size_t i = 0; i < count; i++) {
        uint32_t form = px_vocabulary_add(context->worker->vocabulary, forms[i].fold), stands = 0;
        for (size_t a = 0; form != PX_NONE && a < context->count; a++)
            stands += px_compare_stands(context, a, &form, 1, false);
        for (size_t a = 0; stands > forms[i].uses && a < context->count; a++)
            if (stands_otherwise(context, a, forms[i].fold, verb))
                return verb ? " (verb)" : " (noun)";
    }
    return "";
}

/* The class of the term's first use; PX_WORD_OTHER of a name. */
static uint8_t class_of(const struct px_compare_context *context, const struct px_uses_by_term *sorted, uint32_t number)
{
    for (size_t a = 0; a < context->count; a++)
        if (px_term_uses(&sorted[a], number) > 0) {
            const struct px_use *use = &sorted[a].uses[sorted[a].first[number]];
            bool word = use->tokens == 0 && context->articles[a]->lexemes != NULL;
            return word ? context->articles[a]->lexemes[use->token].word_class : PX_WORD_OTHER;
        }
    return PX_WORD_OTHER;
}

/* Does the name stand in more places than these, of another who bears it: "Halden" of Ora Halden's brother? */
static bool is_of_others(const struct px_compare_context *context, struct px_slice name, size_t uses)
{
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, name);
    size_t stands = 0;
    for (size_t a = 0; form != PX_NONE && a < context->count; a++)
        stands += px_compare_stands(context, a, &form, 1, false);
    return stands > uses;
}

/* What all names of a person end with, "Halden", is what a reader counts; left empty where they end otherwise, or where
 * others bear it. */
static bool list_surname(struct px_compare_context *context, const struct shown_form *forms, size_t count, size_t uses,
                         struct px_slice *listed)
{
    struct px_slice surname = count > 0 ? px_slice_last_word(forms[0].text) : (struct px_slice){0};
    for (size_t i = 1; i < count; i++)
        if (!px_slice_equal(px_slice_last_word(forms[i].text), surname))
            return true;
    if (is_of_others(context, surname, uses))
        return true;
    if (surname.size > 0)
        *listed = px_arena_copy(&context->comparison->arena, surname);
    return listed->data != NULL || surname.size == 0;
}

/* "U.S.-Mexico", where the term stands with another name in one word. */
static bool is_of_two(const struct shown_form *form)
{
    size_t hyphen = px_slice_find(form->text, PX_SLICE("-"), 0);
    return hyphen != SIZE_MAX && hyphen > 0 && px_slice_is_capital(form->text, 0) &&
           px_slice_is_capital(form->text, hyphen + 1);
}

/* Without the forms of two names, if any other is there. Returns how many are left. */
static size_t drop_joined(struct shown_form *forms, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_of_two(&forms[i]))
            forms[kept++] = forms[i];
    return kept > 0 ? kept : count;
}

bool px_term_list_forms(struct px_compare_context *context, const struct px_uses_by_term *sorted, uint32_t number,
                        struct px_slice *listed)
{
    enum { SHOWN_MOST = 3 };
    size_t uses = 0, count = 0;
    for (size_t a = 0; a < context->count; a++)
        uses += px_term_uses(&sorted[a], number);
    struct shown_form *forms = px_arena_array(&context->scratch, struct shown_form, uses);
    for (size_t a = 0; forms != NULL && a < context->count; a++)
        for (uint32_t u = sorted[a].first[number]; u < sorted[a].first[number + 1]; u++)
            count = add_form(forms, count, form_of(context, a, &sorted[a].uses[u]));
    if (forms == NULL)
        return false;
    if (is_of_person(context, number))
        return list_surname(context, forms, count, uses, listed);
    count = drop_joined(forms, count);
    if (count < 2)
        return true;
    qsort(forms, count, sizeof *forms, by_uses);
    struct px_buffer text = {0};
    for (size_t i = 0; i < count && i < SHOWN_MOST; i++)
        px_buffer_printf(&text, "%s%.*s", i > 0 ? "/" : "", PX_SLICE_ARG(forms[i].text));
    px_buffer_string(&text, count > SHOWN_MOST ? "/…" : "");
    uint8_t word_class = class_of(context, sorted, number);
    if (word_class == PX_WORD_VERB || word_class == PX_WORD_NOUN)
        px_buffer_string(&text, sense_of(context, forms, count, word_class));
    *listed = px_arena_copy(&context->comparison->arena, px_buffer_slice(&text));
    bool fine = !text.failed && listed->data != NULL;
    px_buffer_release(&text);
    return fine;
}
