/* Wordings of a referent: uses into variants, and whether the articles choose alike. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "naming/referent.h"
#include "statistics/contingency.h"
#include "text/edits.h"

/* Of fewer namings no choice, however one-sided, is beyond chance: 1 of the 56 ways to deal three of eight. */
enum { FEWEST_USES = 8, FEWEST_IN_ONE = 3, MOST_ROLES = 32 };

static int by_wording(const void *left, const void *right)
{
    const struct px_naming *a = left;
    const struct px_naming *b = right;
    int order = px_compare_order(a->referent, b->referent);
    if (order == 0)
        order = px_slice_compare(a->fold, b->fold);
    if (order == 0)
        order = px_slice_compare(a->spelling, b->spelling);
    if (order == 0)
        order = px_compare_order(a->article, b->article);
    return order != 0 ? order : px_compare_order(a->span.start, b->span.start);
}

void px_referent_sort_namings(struct px_namings *uses)
{
    if (uses->count > 1)
        qsort(uses->items, uses->count, sizeof *uses->items, by_wording);
}

/* Most used first, then by spelling. */
static int by_total(const void *left, const void *right)
{
    const struct px_variant *a = left;
    const struct px_variant *b = right;
    /* counts[-1] is the total: see new_variant */
    if (a->counts[-1] != b->counts[-1])
        return a->counts[-1] < b->counts[-1] ? 1 : -1;
    return px_slice_compare(a->form, b->form);
}

/* The spelling that stands most often among namings of one wording, sorted by spelling; headlines count when there is
 * nothing else; the first in byte order on a tie. */
static struct px_slice frequent_spelling(const struct px_naming *uses, size_t count)
{
    size_t best = 0;
    size_t most = 0;
    for (size_t i = 0, end; i < count; i = end) {
        size_t plain = 0;
        for (end = i; end < count && px_slice_equal(uses[end].spelling, uses[i].spelling); end++)
            plain += uses[end].headline ? 1 : count + 1;
        if (plain > most) {
            most = plain;
            best = i;
        }
    }
    return uses[best].spelling;
}

/* `counts` gets one place in front for the total, by which variants are sorted. */
static bool new_variant(struct px_compare_context *context, struct px_variant *variant)
{
    uint32_t *counts = px_arena_array(&context->comparison->arena, uint32_t, context->count + 1);
    *variant = (struct px_variant){.counts = counts == NULL ? NULL : counts + 1};
    variant->own = px_compare_each(context, uint32_t);
    variant->unsure = px_compare_each(context, uint32_t);
    variant->disowned = px_compare_each(context, uint32_t);
    variant->evidence = px_compare_each(context, struct px_evidence);
    return counts != NULL && variant->disowned != NULL && variant->own != NULL && variant->unsure != NULL &&
           variant->evidence != NULL;
}

static enum px_status fill_evidence(struct px_compare_context *context, const struct px_naming *uses, size_t count,
                                    struct px_variant *variant, struct px_error *error)
{
    enum px_status status = PX_OK;
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, count);
    if (sentences == NULL)
        return px_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++) {
        size_t found = 0;
        for (size_t i = 0; i < count; i++)
            if (uses[i].article == a)
                sentences[found++] = uses[i].sentence;
        status = px_compare_evidence(context, sentences, found, &variant->evidence[a], error);
    }
    return status;
}

/* Are the letters the same but for capitals, as in a headline? */
static bool same_letters(struct px_slice a, struct px_slice b)
{
    size_t i = 0;
    while (i < a.size && i < b.size && tolower((unsigned char)a.data[i]) == tolower((unsigned char)b.data[i]))
        i++;
    return i == a.size && i == b.size;
}

/* The first spelling in byte order of an article that never has `form`; empty where all have it. Sets `*failed` when
 * memory is out. */
static struct px_slice other_spelling(struct px_compare_context *context, const struct px_naming *uses, size_t count,
                                      struct px_slice form, bool *failed)
{
    struct px_slice other = {0};
    bool *has = px_arena_array(&context->scratch, bool, context->count);
    *failed = has == NULL;
    for (size_t i = 0; has != NULL && i < count; i++)
        has[uses[i].article] |= same_letters(uses[i].spelling, form);
    for (size_t i = 0; has != NULL && i < count; i++)
        if (!has[uses[i].article] && (other.size == 0 || px_slice_compare(uses[i].spelling, other) < 0))
            other = uses[i].spelling;
    return other;
}

static bool is_common(const struct px_compare_context *context, const struct px_variant *variant)
{
    const struct px_resources *resources = context->worker->resources;
    return resources != NULL && px_variant_is_common(px_resources_lexicon(resources, PX_LEXICON_NAMING), variant);
}

static enum px_status fill_variant(struct px_compare_context *context, const struct px_naming *uses, size_t count,
                                   struct px_variant *variant, struct px_error *error)
{
    if (!new_variant(context, variant))
        return px_no_memory(error);
    variant->form = px_arena_copy(&context->comparison->arena, frequent_spelling(uses, count));
    variant->used_by = px_arena_copy(&context->comparison->arena, uses[0].used_by);
    variant->common = is_common(context, variant);
    variant->connotation = uses[0].connotation;
    variant->positional = uses[0].positional;
    variant->role = uses[0].role;
    bool failed;
    variant->other =
        px_arena_copy(&context->comparison->arena, other_spelling(context, uses, count, variant->form, &failed));
    if (failed || variant->form.data == NULL || variant->other.data == NULL || variant->used_by.data == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        variant->counts[uses[i].article]++;
        variant->counts[-1]++;
        variant->own[uses[i].article] += uses[i].own;
        variant->unsure[uses[i].article] += uses[i].unsure;
        variant->disowned[uses[i].article] += uses[i].disowned;
    }
    return fill_evidence(context, uses, count, variant, error);
}

static struct px_slice last_words(struct px_slice text, size_t words)
{
    size_t start = text.size;
    while (start > 0 && (text.data[start - 1] != ' ' || --words > 0))
        start--;
    return px_slice_part(text, start, text.size);
}

/* How many whole words both end in. */
static size_t common_words(struct px_slice a, struct px_slice b)
{
    size_t words = 0;
    while (px_slice_equal(last_words(a, words + 1), last_words(b, words + 1))) {
        words++;
        if (last_words(a, words).size == a.size || last_words(b, words).size == b.size)
            break;
    }
    return words;
}

/* Does one begin with the words of the other: "CBS News" with "CBS"? */
static bool has_first_words(struct px_slice longer, struct px_slice shorter)
{
    return longer.size > shorter.size && px_slice_starts(longer, shorter) && longer.data[shorter.size] == ' ';
}

/* Do the initials of the words spell the other, small words passed over or not? */
static bool spell(struct px_slice name, struct px_slice initials, bool small)
{
    size_t at = 0;
    for (size_t i = 0; i < name.size; i++) {
        bool first = i == 0 || name.data[i - 1] == ' ' || name.data[i - 1] == '-';
        bool capital = px_slice_is_capital(name, i);
        while (at < initials.size && initials.data[at] == '.')
            at++;
        if (first && (small || capital) && at < initials.size &&
            toupper((unsigned char)name.data[i]) == initials.data[at])
            at++;
        else if (first && capital)
            return false;
    }
    while (at < initials.size && initials.data[at] == '.')
        at++;
    return at == initials.size && px_slice_find(name, PX_SLICE(" "), 0) != SIZE_MAX;
}

bool px_referent_spells(struct px_slice name, struct px_slice initials)
{
    return spell(name, initials, false) || spell(name, initials, true);
}

/* Is the last word of the one a surname in the other, though not its last word ("Halden", "Anna Halden Jr."), or spelt in
 * another way at its end ("Calderón", "Felipe Calderon")? */
static bool has_surname(struct px_slice name, struct px_slice other)
{
    enum { LETTERS_LEAST = 5, EDITS_MOST = 2 };
    struct px_slice surname = px_slice_last_word(name), last = px_slice_last_word(other);
    size_t at = px_slice_find(other, surname, 1);
    bool whole = at != SIZE_MAX && other.data[at - 1] == ' ' &&
                 (at + surname.size == other.size || other.data[at + surname.size] == ' ');
    return whole || (surname.size >= LETTERS_LEAST && last.size >= LETTERS_LEAST && surname.data[0] == last.data[0] &&
                     px_text_edits(surname, last) <= EDITS_MOST);
}

/* Two spellings of one name, no choice of wording: "Flynn" and "Michael Flynn", "Russia" and "Russian", "CPAC". What
 * has its own users is a choice, and so are a role beside a name, and a person's given name alone. */
static bool is_one_name(const struct px_variant *a, const struct px_variant *b, bool person)
{
    enum { STEM = 4 };
    size_t common = 0;
    if (a->used_by.size > 0 || b->used_by.size > 0 || a->role != b->role)
        return false;
    while (common < a->form.size && common < b->form.size && a->form.data[common] == b->form.data[common])
        common++;
    size_t longer = a->form.size > b->form.size ? a->form.size : b->form.size;
    if (person && !a->role && (has_surname(a->form, b->form) || has_surname(b->form, a->form)))
        return true;
    return common_words(a->form, b->form) > 0 || (common >= STEM && 2 * common >= longer) ||
           (!person && (has_first_words(a->form, b->form) || has_first_words(b->form, a->form))) ||
           px_referent_spells(a->form, b->form) || px_referent_spells(b->form, a->form) ||
           px_compare_same_letters(a->form, b->form);
}

/* The choice that the wording `variant` is of: its own, or that of an earlier spelling of the name. */
static uint32_t find_choice(const struct px_referent *referent, uint32_t variant, const uint32_t *first, uint32_t known)
{
    uint32_t choice = 0;
    while (choice < known && !is_one_name(&referent->variants[first[choice]], &referent->variants[variant],
                                          referent->kind == PX_ENTITY_PERSON))
        choice++;
    return choice;
}

bool px_referent_count_choices(struct px_compare_context *context, struct px_referent *referent)
{
    uint32_t *first = px_arena_array(&context->scratch, uint32_t, referent->variant_count);
    referent->choices = 0;
    for (uint32_t v = 0; first != NULL && v < referent->variant_count; v++)
        if (!referent->variants[v].doubted && find_choice(referent, v, first, referent->choices) == referent->choices)
            first[referent->choices++] = v;
    return first != NULL;
}

/* The namings of the first two articles as choices, paragraph by paragraph; one is of `choice`. */
static size_t add_choices(const struct px_compare_context *context, const struct px_naming *uses, size_t count,
                          uint32_t choice, struct px_choice *choices)
{
    size_t added = 0;
    for (size_t i = 0; i < count; i++)
        if (uses[i].article < 2)
            choices[added++] = (struct px_choice){
                .unit = px_compare_passage(context, uses[i].article, uses[i].sentence),
                .column = choice,
                .second = uses[i].article == 1,
            };
    return added;
}

/* The test of choice: do the first two articles spread their namings alike over the wordings? Whoever is named one way
 * is named so again in the paragraph. The variants are in the order of the uses. */
static enum px_status test_choice(struct px_compare_context *context, const struct px_naming *uses, size_t count,
                                  struct px_referent *referent, struct px_error *error)
{
    size_t added = 0, seconds = 0;
    uint32_t variant = 0, known = 0;
    struct px_choice *choices = px_arena_array(&context->scratch, struct px_choice, count);
    uint32_t *first =
        px_arena_array(&context->scratch, uint32_t, referent->variant_count); /* by choice: its first wording */
    if (choices == NULL || first == NULL)
        return px_no_memory(error);
    for (size_t i = 0, end; i < count; i = end, variant++) {
        for (end = i + 1; end < count && px_slice_equal(uses[end].fold, uses[i].fold); end++)
            ;
        uint32_t choice = find_choice(referent, variant, first, known);
        if (choice == known)
            first[known++] = variant;
        added += add_choices(context, uses + i, end - i, choice, choices + added);
    }
    for (size_t i = 0; i < added; i++)
        seconds += choices[i].second;
    if (known < 2 || seconds < FEWEST_IN_ONE || added - seconds < FEWEST_IN_ONE || added < FEWEST_USES)
        return PX_OK;
    referent->p = px_contingency_test(choices, added, known, context->seed).p;
    return PX_OK;
}

/* Roles that end in the same word, and how many words they all end in. */
struct role {
    struct px_slice fold;
    size_t words;
};

/* Cuts the roles among the namings down to what they share. */
static void merge_roles(struct px_naming *uses, size_t count)
{
    struct role roles[MOST_ROLES];
    size_t found = 0;
    for (int cut = 0; cut < 2; cut++)
        for (size_t i = 0; i < count; i++) {
            size_t r = 0;
            if (!uses[i].role)
                continue;
            while (r < found && common_words(uses[i].fold, roles[r].fold) == 0)
                r++;
            if (r < found && cut) {
                uses[i].fold = last_words(uses[i].fold, roles[r].words);
                uses[i].spelling = last_words(uses[i].spelling, roles[r].words);
            } else if (r < found && common_words(uses[i].fold, roles[r].fold) < roles[r].words) {
                roles[r].words = common_words(uses[i].fold, roles[r].fold);
            } else if (r == found && found < MOST_ROLES) {
                roles[found++] = (struct role){uses[i].fold, common_words(uses[i].fold, uses[i].fold)};
            }
        }
}

enum px_status px_referent_variants(struct px_compare_context *context, struct px_naming *uses, size_t count,
                                    struct px_referent *referent, struct px_error *error)
{
    enum px_status status = PX_OK;
    size_t variants = 0;
    merge_roles(uses, count);
    if (count > 1)
        qsort(uses, count, sizeof *uses, by_wording);
    for (size_t i = 0; i < count; i++)
        variants += i == 0 || !px_slice_equal(uses[i].fold, uses[i - 1].fold);
    referent->variants = px_arena_array(&context->comparison->arena, struct px_variant, variants);
    if (referent->variants == NULL)
        return px_no_memory(error);
    for (size_t i = 0, end; status == PX_OK && i < count; i = end) {
        for (end = i + 1; end < count && px_slice_equal(uses[end].fold, uses[i].fold); end++)
            ;
        status = fill_variant(context, uses + i, end - i, &referent->variants[referent->variant_count++], error);
    }
    if (status != PX_OK)
        return status;
    status = test_choice(context, uses, count, referent, error);
    if (variants > 1)
        qsort(referent->variants, variants, sizeof *referent->variants, by_total);
    return status;
}

enum px_status px_referent_init(struct px_compare_context *context, struct px_referent *referent,
                                struct px_error *error)
{
    *referent = (struct px_referent){.p = NAN, .q = NAN};
    referent->entity = px_compare_each(context, uint32_t);
    referent->mentions = px_compare_each(context, struct px_spans);
    if (referent->entity == NULL || referent->mentions == NULL)
        return px_no_memory(error);
    memset(referent->entity, 0xff, context->count * sizeof *referent->entity);
    return PX_OK;
}
