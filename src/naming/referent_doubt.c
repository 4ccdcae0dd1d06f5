/* Wordings that a reader could find where the counts have none. */
#include <math.h>

#include "naming/referent.h"

enum { NEAR = 1 }; /* sentences before and behind a mention in which a role may be its holder's */

/* Does the word, in any of its endings, stand beside a mention of the referent; of what is no person, anywhere? */
static bool stands_near(const struct px_compare_context *context, const struct px_referent *referent, size_t a,
                        uint32_t form)
{
    const struct px_article *article = context->articles[a];
    const struct px_spans *spans = &referent->mentions[a];
    if (referent->kind != PX_ENTITY_PERSON)
        return px_compare_stands(context, a, &form, 1, true) > 0;
    for (size_t i = 0; i < spans->count; i++) {
        uint32_t sentence = px_article_sentence_at(article, spans->items[i].start);
        uint32_t first = sentence < NEAR ? 0 : sentence - NEAR, last = sentence + NEAR;
        if (sentence != PX_NONE && px_compare_stands_in(context, a, form, first, last))
            return true;
    }
    return false;
}

/* How often the variant's words stand in longer wordings of the same thing: "migrants" in "stranded migrants". */
static uint32_t within_others(const struct px_referent *referent, const struct px_variant *variant, size_t a)
{
    uint32_t times = 0;
    for (size_t v = 0; v < referent->variant_count; v++) {
        const struct px_variant *other = &referent->variants[v];
        if (other->form.size > variant->form.size && px_slice_find(other->form, variant->form, 0) != SIZE_MAX)
            times += other->counts[a];
    }
    return times;
}

/* Has the article words of the variant where the counts have none? False when memory is out. */
static bool find_missed(const struct px_compare_context *context, const struct px_referent *referent,
                        const struct px_variant *variant, size_t a, bool *missed)
{
    uint32_t times;
    if (variant->counts[a] > 0 || (!referent->lexical && referent->mentions[a].count == 0))
        return true;
    if (!px_compare_words_stand(context, a, variant->form, &times))
        return false;
    bool several = px_slice_find(variant->form, PX_SLICE(" "), 0) != SIZE_MAX;
    uint32_t parts = several ? within_others(referent, variant, a) : (uint32_t)referent->mentions[a].count;
    *missed = *missed || times > (variant->role ? 0 : parts); /* a part of a longer name is none */
    if (*missed || !variant->role)
        return true;
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, px_slice_last_word(variant->form));
    *missed = form != PX_NONE && stands_near(context, referent, a, form);
    return form != PX_NONE;
}

static bool is_small(struct px_slice form)
{
    return form.size > 0 && form.data[0] >= 'a' && form.data[0] <= 'z';
}

/* Is the role's count unsure? A noun like "company" or "court" is bound to its body too seldom for a count that a
 * reader could check, whether as a role or as a piece of the name; an office in place of a person's name is sure where
 * all that stands of it is counted. False when memory is out. */
static bool find_unsure_role(const struct px_compare_context *context, const struct px_referent *referent,
                             const struct px_variant *variant, bool *unsure)
{
    if (referent->lexical || (!variant->role && !is_small(variant->form)))
        return true;
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, px_slice_last_word(variant->form));
    *unsure = *unsure || referent->kind != PX_ENTITY_PERSON;
    for (size_t a = 0; form != PX_NONE && !*unsure && a < context->count; a++)
        *unsure = px_compare_stands_alone(context, a, form) != variant->counts[a];
    return form != PX_NONE;
}

/* The adjective of a country, its people or its capital, each in place of the name where grammar or the sense asks for
 * it. */
static bool is_form_of_country(const struct px_compare_context *context, uint32_t form)
{
    const struct px_resources *resources = context->worker->resources;
    const uint32_t *entries = NULL;
    size_t count = resources == NULL ? 0 : px_match_form(context->worker->cache, form, PX_LEXICON_DEMONYMS, &entries);
    for (size_t i = 0; i < count; i++) {
        const struct px_lexicon *demonyms = px_resources_lexicon(resources, PX_LEXICON_DEMONYMS);
        struct px_slice category = demonyms->entries.items[entries[i]].category;
        if (px_slice_is(category, "demonym") || px_slice_is(category, "capital"))
            return true;
    }
    return false;
}

static bool is_head(const struct px_compare_context *context, uint32_t form)
{
    const uint32_t *entries;
    return context->worker->resources != NULL &&
           px_match_form(context->worker->cache, form, PX_LEXICON_ORGANISATIONS, &entries) > 0;
}

/* Is the variant called after another kind of body than the referent, the "Committee" of a "Party"? Then it is a part
 * of it. False when memory is out. */
static bool find_other_body(const struct px_compare_context *context, const struct px_referent *referent,
                            const struct px_variant *variant, bool *found)
{
    struct px_slice head = px_slice_last_word(referent->name), other = px_slice_last_word(variant->form);
    if (referent->lexical || variant->role || head.size == 0 || other.size == 0 || px_slice_equal(head, other) ||
        px_slice_find(referent->name, other, 0) != SIZE_MAX)
        return true;
    uint32_t a = px_vocabulary_add(context->worker->vocabulary, head);
    uint32_t b = px_vocabulary_add(context->worker->vocabulary, other);
    *found = *found || (a != PX_NONE && b != PX_NONE && is_head(context, a) && is_head(context, b));
    return a != PX_NONE && b != PX_NONE;
}

/* May the abbreviation be how a house writes a longer form of the same place, "N.C." for "North Carolina"? Not where
 * the other forms are other words, "Britain" beside "U.K.". Forms of a country are no names of their own. False when
 * memory is out. */
static bool find_abbreviation(const struct px_compare_context *context, const struct px_referent *referent,
                              const struct px_variant *variant, bool *found)
{
    *found = variant->form.data[variant->form.size - 1] == '.';
    for (size_t v = 0; *found && v < referent->variant_count; v++) {
        const struct px_variant *other = &referent->variants[v];
        if (other == variant || other->role || other->form.size == 0 || other->form.data[0] == variant->form.data[0])
            continue;
        uint32_t form = px_vocabulary_add(context->worker->vocabulary, other->form);
        if (form == PX_NONE)
            return false;
        *found = is_form_of_country(context, form);
    }
    return true;
}

/* Of a place: no choice of words, but how a house writes it ("N.C."), or another form of it. False when memory is
 * out. */
static bool find_form_of_place(const struct px_compare_context *context, const struct px_referent *referent,
                               const struct px_variant *variant, bool *found)
{
    *found = false;
    if (referent->lexical || referent->kind != PX_ENTITY_PLACE || variant->form.size == 0)
        return true;
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, variant->form);
    if (form == PX_NONE || !find_abbreviation(context, referent, variant, found))
        return false;
    *found = *found || is_form_of_country(context, form);
    return true;
}

/* Does an article mostly call the person by names whose count is doubtful, the surname of several? Without them the
 * others would pass for how he is called there. */
static bool is_mostly_doubted(const struct px_compare_context *context, const struct px_referent *referent)
{
    for (size_t a = 0; referent->kind == PX_ENTITY_PERSON && a < context->count; a++) {
        uint32_t doubted = 0, told = 0;
        for (size_t v = 0; v < referent->variant_count; v++) {
            const struct px_variant *variant = &referent->variants[v];
            doubted += variant->doubted && !variant->role ? variant->counts[a] : 0;
            told += variant->doubted || variant->role ? 0 : variant->counts[a];
        }
        if (doubted > told)
            return true;
    }
    return false;
}

/* Does a short form of a place stand among its names beside the words that it is short for, "U.S." and "United States"? Which
 * of them stands is how a house writes it. */
static bool is_house_style(const struct px_referent *referent)
{
    for (size_t v = 0; !referent->lexical && referent->kind == PX_ENTITY_PLACE && v < referent->variant_count; v++)
        for (size_t w = 0; w < referent->variant_count; w++)
            if (px_referent_spells(referent->variants[w].form, referent->variants[v].form))
                return true;
    return false;
}

/* Is nothing sure left of how an article that names the thing calls it? */
static bool is_left_bare(const struct px_compare_context *context, const struct px_referent *referent)
{
    for (size_t a = 0; referent->lexical && !referent->lone && a < context->count; a++) {
        uint32_t told = 0;
        for (size_t v = 0; v < referent->variant_count; v++)
            told += referent->variants[v].doubted ? 0 : referent->variants[v].counts[a];
        if (told == 0 && referent->mentions[a].count > 0)
            return true;
    }
    return false;
}

/* Do wordings of the lexicon stand in an article more often than they are known to mean the thing? A reader's count is
 * another then, and the choice would be told by some of the wordings. False when memory is out. */
static bool find_uncounted(const struct px_compare_context *context, const struct px_referent *referent, bool *found)
{
    *found = false;
    for (size_t v = 0; referent->lexical && !referent->lone && v < referent->variant_count; v++)
        for (size_t a = 0; !*found && a < context->count; a++) {
            const struct px_variant *variant = &referent->variants[v];
            uint32_t times;
            if (!px_compare_words_stand(context, a, variant->form, &times))
                return false;
            *found = times > variant->counts[a] + within_others(referent, variant, a);
        }
    return true;
}

/* Is a wording of the referent for or against it, "coup"? */
static bool has_side(const struct px_referent *referent)
{
    for (size_t v = 0; v < referent->variant_count; v++)
        if (referent->variants[v].positional || fabs(referent->variants[v].connotation) >= PX_TAKES_SIDES)
            return true;
    return false;
}

/* A wording that is everybody's, once in one article, tells it from the other only beside one that takes sides. */
static bool is_stray(const struct px_compare_context *context, const struct px_referent *referent,
                     const struct px_variant *variant)
{
    uint32_t times = 0;
    for (size_t a = 0; a < context->count; a++)
        times += variant->counts[a];
    return referent->lexical && variant->common && times == 1 && !has_side(referent);
}

enum px_status px_referent_doubt(struct px_compare_context *context, struct px_error *error)
{
    for (size_t r = 0; r < context->comparison->referents.count; r++) {
        struct px_referent *referent = &context->comparison->referents.items[r];
        for (size_t v = 0; v < referent->variant_count; v++) {
            struct px_variant *variant = &referent->variants[v];
            if (!find_form_of_place(context, referent, variant, &variant->doubted) ||
                !find_unsure_role(context, referent, variant, &variant->doubted) ||
                !find_other_body(context, referent, variant, &variant->doubted))
                return px_no_memory(error);
            variant->doubted |= is_stray(context, referent, variant);
            for (size_t a = 0; a < context->count; a++)
                if (!find_missed(context, referent, variant, a, &variant->doubted))
                    return px_no_memory(error);
        }
        bool uncounted;
        if (!find_uncounted(context, referent, &uncounted) || !px_referent_doubt_lone(context, referent))
            return px_no_memory(error);
        for (size_t v = 0; uncounted && v < referent->variant_count; v++)
            referent->variants[v].doubted = true;
        if (!px_referent_count_choices(context, referent))
            return px_no_memory(error);
        if (is_mostly_doubted(context, referent) || is_left_bare(context, referent) || is_house_style(referent))
            referent->choices = 0;
    }
    return PX_OK;
}
