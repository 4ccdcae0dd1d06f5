/* Which wordings of one article alone tell a choice: what a writer says himself does, what his speakers say where another
 * article speaks of the thing, too, in other words. */
#include "naming/referent.h"

/* What more than one in five articles on news hold (e to this, turned over) tells of no thing: politics, people. */
#define RARE_LEAST 1.6

enum { WORDS_MOST = 8, WORDS_ENOUGH = 2 };

/* Does a word of the stem stand in the article? */
static bool has_stem(const struct px_compare_context *context, size_t article, const struct px_form *wanted)
{
    size_t places;
    const struct px_stand *stand = px_compare_standing_of(context, article, wanted->root, &places);
    for (size_t p = 0; p < places; p++)
        if (px_compare_form(context, &context->articles[article]->tokens.items[stand[p].token])->stem == wanted->stem)
            return true;
    return false;
}

/* The words of the thing's name that are not everywhere, what it is bound to aside: "election interference (Kestria)".
 * False when memory is out. */
static bool find_words(const struct px_compare_context *context, struct px_slice name,
                       const struct px_form *words[WORDS_MOST], size_t *count)
{
    struct px_slice word;
    size_t bound = px_slice_find(name, PX_SLICE(" ("), 0);
    name.size = bound == SIZE_MAX ? name.size : bound;
    *count = 0;
    while (*count < WORDS_MOST && px_slice_next(&name, ' ', &word)) {
        uint32_t form = px_vocabulary_add(context->worker->vocabulary, word);
        if (form == PX_NONE)
            return false;
        words[*count] = px_vocabulary_form(context->worker->vocabulary, form);
        *count += !words[*count]->stop && px_compare_idf(context, words[*count]->stem) >= RARE_LEAST;
    }
    return true;
}

/* Does an article without any of the wordings have all of the words, or two of several? */
static bool is_spoken_of(const struct px_compare_context *context, const struct px_referent *referent,
                         const struct px_form *const *words, size_t count)
{
    for (size_t a = 0; a < context->count; a++) {
        size_t found = 0;
        for (size_t i = 0; referent->mentions[a].count == 0 && i < count; i++)
            found += has_stem(context, a, words[i]);
        if (found > 0 && (found == count || found >= WORDS_ENOUGH))
            return true;
    }
    return false;
}

/* Does an article use the wording in its own voice? */
static bool is_own(const struct px_compare_context *context, const struct px_variant *variant)
{
    for (size_t a = 0; a < context->count; a++)
        if (variant->own[a] > 0)
            return true;
    return false;
}

/* Has an article that is known by none of the wordings all words of this one, in whatever form: "radical Islamic terror"
 * beside "radical Islam"? */
static bool is_inflected_elsewhere(const struct px_compare_context *context, const struct px_referent *referent,
                                   const struct px_form *const *words, size_t count)
{
    for (size_t a = 0; a < context->count; a++) {
        size_t found = 0;
        while (referent->mentions[a].count == 0 && found < count && has_stem(context, a, words[found]))
            found++;
        if (found > 0 && found == count)
            return true;
    }
    return false;
}

bool px_referent_doubt_lone(const struct px_compare_context *context, struct px_referent *referent)
{
    const struct px_form *words[WORDS_MOST] = {NULL};
    size_t count = 0;
    if (!referent->lone)
        return true;
    if (!find_words(context, referent->name, words, &count))
        return false;
    bool spoken = is_spoken_of(context, referent, words, count);
    for (size_t v = 0; v < referent->variant_count; v++) {
        struct px_variant *variant = &referent->variants[v];
        if (!find_words(context, variant->form, words, &count))
            return false;
        variant->doubted |=
            (!spoken && !is_own(context, variant)) || is_inflected_elsewhere(context, referent, words, count);
    }
    return true;
}
