/* Distinctive terms: what the first article says more often than the second, and the other way round. */
#include "contrast/term_forms.h"

#include <math.h>
#include <stdlib.h>

#include "statistics/dispersion.h"
#include "statistics/keyness.h"
#include "statistics/multiple.h"

#define PRIOR_WORDS 500.0 /* size of the prior: as sure of the background as of 500 words of text */
enum {
    FEWEST = 2,
    MOST_TERMS = 200,
    /* of a report */ NAME_LETTERS = 4,
    ENDING_LETTERS = 3,
    NEIGHBOURS = 8,
    JOINED_MOST = 64
};

/* A term with its figures before the best are chosen. */
struct candidate {
    uint32_t term;
    uint32_t a, b; /* uses in the first and the second article */
    struct px_slice text;
    double z, p;
};

static void count_uses(const struct px_use *uses, uint32_t count, uint32_t *at)
{
    for (uint32_t u = 0; u < count; u++)
        if (uses[u].said != PX_NONE)
            at[uses[u].said + 1]++;
}

static void place_uses(const struct px_use *uses, uint32_t count, uint32_t *at, struct px_use *sorted)
{
    for (uint32_t u = 0; u < count; u++)
        if (uses[u].said != PX_NONE)
            sorted[at[uses[u].said]++] = uses[u];
}

static enum px_status sort_uses(struct px_compare_context *context, size_t a, struct px_uses_by_term *sorted,
                                struct px_error *error)
{
    const struct px_wording *wording = &context->wording;
    sorted->first = px_arena_array(&context->scratch, uint32_t, (size_t)wording->count + 2);
    sorted->uses = px_arena_array(&context->scratch, struct px_use, wording->use_count[a] + wording->part_count[a]);
    if (sorted->first == NULL || sorted->uses == NULL)
        return px_no_memory(error);
    uint32_t *at = sorted->first + 1;
    count_uses(wording->uses[a], wording->use_count[a], at);
    count_uses(wording->parts[a], wording->part_count[a], at);
    for (uint32_t t = 0; t < wording->count; t++)
        at[t + 1] += at[t];
    place_uses(wording->uses[a], wording->use_count[a], at, sorted->uses);
    place_uses(wording->parts[a], wording->part_count[a], at, sorted->uses);
    return PX_OK;
}

/* The term's share of the prior: its frequency in the reference list when there is one that holds it, else in all the
 * articles compared. */
static double prior(const struct px_compare_context *context, const struct candidate *candidate, double all,
                    double total)
{
    const struct px_reference *reference = context->options->reference;
    uint32_t form = context->wording.forms[candidate->term];
    if (reference != NULL && reference->total > 0 && form != PX_NONE) {
        const struct px_form *known = px_vocabulary_form(context->worker->vocabulary, form);
        uint32_t id = px_table_find(reference->words, known->fold_text);
        double count = id == PX_NONE ? 0 : (double)reference->counts[id];
        return PRIOR_WORDS * (count + 0.5) / ((double)reference->total + 0.5);
    }
    return PRIOR_WORDS * all / total;
}

static struct px_keyness_counts counts_of(const struct px_compare_context *context, const struct candidate *candidate)
{
    return (struct px_keyness_counts){.a = candidate->a,
                                      .b = candidate->b,
                                      .total_a = context->articles[0]->counts.words,
                                      .total_b = context->articles[1]->counts.words};
}

/* Does the term say what an article talks of? Words that only report speech do not, nor common verbs and the like, nor
 * pieces of names and roles. */
static bool is_topical(const struct px_compare_context *context, const struct candidate *candidate)
{
    return !(context->wording.kinds[candidate->term] & (PX_WORDING_PIECE | PX_WORDING_SPEECH | PX_WORDING_EMPTY));
}

/* How often the article names the link's referent, in any words but roles; the most by any article's entity. */
static uint32_t count_namings(const struct px_compare_context *context, size_t article, const struct px_link *link)
{
    uint32_t most = 0;
    for (size_t a = 0; a < context->count; a++) {
        uint32_t index = px_compare_referent(context, a, link->entities[a]), namings = 0;
        const struct px_referent *referent = index == PX_NONE ? NULL : &context->comparison->referents.items[index];
        for (size_t v = 0; referent != NULL && v < referent->variant_count; v++)
            namings += referent->variants[v].role ? 0 : referent->variants[v].counts[article];
        most = namings > most ? namings : most;
    }
    return most;
}

/* Does the article that uses the name less, or either where they use it alike, name the same by another, the "Liz Osk"
 * beside "Elizabeth Osk"? */
static bool is_met_by_name(const struct px_compare_context *context, const struct candidate *candidate)
{
    uint32_t number = candidate->term - context->index.count;
    if (candidate->term < context->index.count || number >= context->links.count)
        return false;
    const struct px_link *link = &context->links.items[number];
    return (candidate->a <= candidate->b && count_namings(context, 0, link) > candidate->a) ||
           (candidate->b <= candidate->a && count_namings(context, 1, link) > candidate->b);
}

/* Does an article have the words of the term more often than they were counted, in names or roles that hold them? Then
 * the counts say less than the reader finds: "intelligence" beside the Intelligence Committee. What several names share
 * is counted where it stands alone; it must not stand in small letters ("the court"), nor in the names of the article
 * that uses it less ("Trump" beside "Donald Trump"). False when memory is out. */
static bool find_hidden(const struct px_compare_context *context, const struct candidate *candidate, bool *hidden)
{
    uint32_t a, b;
    bool shared = candidate->term >= context->index.count + context->links.count &&
                  context->wording.forms[candidate->term] == PX_NONE;
    uint32_t form = shared ? px_vocabulary_add(context->worker->vocabulary, candidate->text) : PX_NONE;
    *hidden = false;
    if ((shared && form == PX_NONE) || !px_compare_words_stand(context, 0, candidate->text, &a) ||
        !px_compare_words_stand(context, 1, candidate->text, &b))
        return false;
    bool in_a = a > candidate->a, in_b = b > candidate->b;
    if (shared)
        *hidden = (in_a && candidate->a < candidate->b) || (in_b && candidate->b < candidate->a) ||
                  px_compare_stands_small(context, 0, form) || px_compare_stands_small(context, 1, form);
    else
        *hidden = in_a || in_b;
    return true;
}

/* Has the article that uses the word less, or either where they use it alike, another word of its stem, the "arrested"
 * beside "arrest"? Then no reader finds that it does not speak of it. */
static bool is_met_by_stem(const struct px_compare_context *context, const struct candidate *candidate)
{
    uint32_t form = context->wording.forms[candidate->term];
    return form != PX_NONE &&
           ((candidate->a <= candidate->b && px_compare_stands(context, 0, &form, 1, true) > candidate->a) ||
            (candidate->b <= candidate->a && px_compare_stands(context, 1, &form, 1, true) > candidate->b));
}

/* Does article `to` write the words of article `from` at the token and behind it as one: "percent" for "per cent"? */
static bool is_joined(const struct px_compare_context *context, size_t from, uint32_t first, size_t to)
{
    const struct px_tokens *tokens = &context->articles[from]->tokens;
    char text[JOINED_MOST];
    if (first + 1 >= tokens->count || !px_token_counts(&tokens->items[first]) ||
        !px_token_counts(&tokens->items[first + 1]))
        return false;
    struct px_slice left = px_compare_form(context, &tokens->items[first])->fold_text;
    struct px_slice right = px_compare_form(context, &tokens->items[first + 1])->fold_text;
    if (left.size + right.size > sizeof text)
        return false;
    memcpy(text, left.data, left.size);
    memcpy(text + left.size, right.data, right.size);
    uint32_t form = px_vocabulary_add(context->worker->vocabulary, (struct px_slice){text, left.size + right.size});
    return form != PX_NONE && px_compare_stands(context, to, &form, 1, false) > 0;
}

/* Is the word but half of what the other article writes in one, "cent" beside "percent"? Asked of its first use. */
static bool is_half_word(const struct px_compare_context *context, const struct px_uses_by_term *sorted, uint32_t term)
{
    for (size_t a = 0; a < 2; a++) {
        const struct px_use *use = px_term_uses(&sorted[a], term) == 0 ? NULL : &sorted[a].uses[sorted[a].first[term]];
        uint32_t token = use == NULL ? PX_NONE : use->token;
        if (use == NULL || use->tokens > 0) /* a name */
            continue;
        if ((token > 0 && is_joined(context, a, token - 1, 1 - a)) || is_joined(context, a, token, 1 - a))
            return true;
    }
    return false;
}

/* Is it a word of the name of an outlet that names itself in its article? Then the counts mix two things: "Varn" and
 * the "Varn Courier". False when memory is out. */
static bool find_outlet(const struct px_compare_context *context, const struct candidate *candidate, bool *found)
{
    for (size_t a = 0; !*found && a < 2; a++) {
        struct px_slice outlet = context->articles[a]->outlet, rest = outlet, word;
        uint32_t times = 0;
        bool part = false;
        while (px_slice_next(&rest, ' ', &word))
            part = part || (word.size < outlet.size && px_slice_equal(word, candidate->text));
        if (part && !px_compare_words_stand(context, a, outlet, &times))
            return false;
        *found = times > 0;
    }
    return true;
}

/* An adjective or a people beside the name it is made of, "Norland" and "Norlander", both of one word: `longer` begins
 * with `name` and goes on for a few letters. */
static bool is_made_of(struct px_slice longer, struct px_slice name)
{
    return name.size >= NAME_LETTERS && longer.size > name.size && longer.size <= name.size + ENDING_LETTERS &&
           px_slice_starts(longer, name) && px_slice_find(longer, PX_SLICE(" "), 0) == SIZE_MAX;
}

/* Of a name and what is made of it, the one used less; links are in order of their keys, so that they stand close. */
static bool is_double(const struct px_compare_context *context, const struct px_uses_by_term *sorted, uint32_t term)
{
    const struct px_slice *texts = context->wording.texts;
    uint32_t end = context->index.count + (uint32_t)context->links.count;
    if (term >= end)
        return false; /* a word */
    uint32_t uses = px_term_uses(&sorted[0], term) + px_term_uses(&sorted[1], term);
    for (uint32_t i = term; i-- > context->index.count && term - i <= NEIGHBOURS;)
        if (is_made_of(texts[term], texts[i]) && px_term_uses(&sorted[0], i) + px_term_uses(&sorted[1], i) >= uses)
            return true;
    for (uint32_t i = term + 1; term >= context->index.count && i < end && i - term <= NEIGHBOURS; i++)
        if (is_made_of(texts[i], texts[term]) && px_term_uses(&sorted[0], i) + px_term_uses(&sorted[1], i) > uses)
            return true;
    return false;
}

/* Is the term one for a report's reader? False when memory is out. */
static bool find_reported(const struct px_compare_context *context, const struct px_uses_by_term *sorted,
                          const struct candidate *candidate, bool *reported)
{
    bool hidden = false;
    *reported = is_topical(context, candidate) && !is_double(context, sorted, candidate->term) &&
                !is_half_word(context, sorted, candidate->term) && !is_met_by_stem(context, candidate) &&
                !is_met_by_name(context, candidate);
    if (*reported && (!find_hidden(context, candidate, &hidden) || !find_outlet(context, candidate, &hidden)))
        return false;
    *reported = *reported && !hidden;
    return true;
}

/* The terms that stand at least twice in the first two articles, with z and p. */
static enum px_status list(struct px_compare_context *context, const struct px_uses_by_term *sorted,
                           struct candidate *candidates, size_t *count, struct px_error *error)
{
    double total = 0;
    for (size_t a = 0; a < context->count; a++)
        total += context->articles[a]->counts.words;
    for (uint32_t term = 0; term < context->wording.count; term++) {
        struct candidate candidate = {.term = term,
                                      .a = px_term_uses(&sorted[0], term),
                                      .b = px_term_uses(&sorted[1], term),
                                      .text = context->wording.texts[term]};
        bool listed = context->options->every_term;
        if (candidate.a + candidate.b < FEWEST || candidate.text.size == 0)
            continue;
        if (!listed && !find_reported(context, sorted, &candidate, &listed))
            return px_no_memory(error);
        if (!listed)
            continue;
        double all = 0;
        for (size_t a = 0; a < context->count; a++)
            all += px_term_uses(&sorted[a], term);
        struct px_keyness_counts counts = counts_of(context, &candidate);
        double alpha = prior(context, &candidate, all, total);
        candidate.z = px_keyness_log_odds(counts, alpha, PRIOR_WORDS, PX_VARIANCE_TWO_TERMS).z;
        candidate.p = px_keyness_test(counts).p;
        candidates[(*count)++] = candidate;
    }
    return PX_OK;
}

static int by_z(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    double u = isnan(x->z) ? -1 : fabs(x->z), v = isnan(y->z) ? -1 : fabs(y->z);
    if (u != v)
        return u > v ? -1 : 1;
    int text = px_slice_compare(x->text, y->text);
    return text != 0 ? text : (x->term > y->term) - (x->term < y->term);
}

/* DPnorm over the paragraphs of one article. `parts` is room for counts and sizes. */
static double disperse(const struct px_compare_context *context, size_t a, const struct px_uses_by_term *sorted,
                       uint32_t term, double *parts)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    double *sizes = parts + paragraphs->count;
    for (uint32_t p = 0; p < paragraphs->count; p++) {
        parts[p] = 0;
        sizes[p] = paragraphs->words[p];
    }
    for (uint32_t u = sorted->first[term]; u < sorted->first[term + 1]; u++) {
        uint32_t paragraph = paragraphs->of[sorted->uses[u].block];
        if (paragraph != PX_NONE)
            parts[paragraph]++;
    }
    return px_dispersion_dp(parts, sizes, paragraphs->count).dp_norm;
}

static enum px_status describe(struct px_compare_context *context, const struct px_uses_by_term *sorted,
                               uint32_t number, struct px_term *term, size_t a, struct px_error *error)
{
    uint32_t count = term->counts[a] = px_term_uses(&sorted[a], number);
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, count);
    double *parts = px_arena_array(&context->scratch, double, 2 * (size_t)context->paragraphs[a].count);
    if (sentences == NULL || parts == NULL)
        return px_no_memory(error);
    for (uint32_t u = 0; u < count; u++) {
        uint32_t token = sorted[a].uses[sorted[a].first[number] + u].token;
        sentences[u] = context->articles[a]->tokens.items[token].sentence;
    }
    term->dispersion[a] = disperse(context, a, &sorted[a], number, parts);
    return px_compare_evidence(context, sentences, count, &term->evidence[a], error);
}

/* A name as the article that uses it more has it; a person whom it calls by one word alone by the full name. */
static struct px_slice shown_text(const struct px_compare_context *context, const struct candidate *candidate)
{
    size_t link = candidate->term - context->index.count, a = candidate->a < candidate->b;
    if (candidate->term < context->index.count || link >= context->links.count || candidate->a == candidate->b)
        return candidate->text;
    uint32_t entity = context->links.items[link].entities[a];
    if (entity == PX_NONE)
        return candidate->text;
    const struct px_entity *named = &context->articles[a]->entities.items[entity];
    bool bare = named->kind == PX_ENTITY_PERSON && px_slice_find(named->name, PX_SLICE(" "), 0) == SIZE_MAX;
    return bare || named->name.size == 0 ? candidate->text : named->name;
}

static enum px_status write(struct px_compare_context *context, const struct px_uses_by_term *sorted,
                            const struct candidate *candidate, double q, struct px_error *error)
{
    struct px_term *term = px_vector_push(&context->comparison->terms, &context->comparison->arena);
    enum px_status status = PX_OK;
    if (term == NULL)
        return px_no_memory(error);
    struct px_keyness_counts counts = counts_of(context, candidate);
    struct px_estimate ratio = px_keyness_log_ratio(counts);
    term->term = px_arena_copy(&context->comparison->arena, shown_text(context, candidate));
    term->counts = px_compare_each(context, uint32_t);
    term->dispersion = px_compare_each(context, double);
    term->evidence = px_compare_each(context, struct px_evidence);
    if (!px_term_list_forms(context, sorted, candidate->term, &term->forms) || term->term.data == NULL ||
        term->counts == NULL || term->dispersion == NULL || term->evidence == NULL)
        return px_no_memory(error);
    term->log_odds_z = candidate->z;
    term->log_ratio = ratio.value;
    term->low = ratio.low;
    term->high = ratio.high;
    term->g2 = px_keyness_g2(counts, PX_G2_FOUR_CELLS).statistic;
    term->p = candidate->p;
    term->q = q;
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = describe(context, sorted, candidate->term, term, a, error);
    return status;
}

enum px_status px_compare_terms(struct px_compare_context *context, struct px_error *error)
{
    struct px_uses_by_term *sorted = px_arena_array(&context->scratch, struct px_uses_by_term, context->count);
    struct candidate *candidates = px_arena_array(&context->scratch, struct candidate, context->wording.count);
    double *q = px_arena_array(&context->scratch, double, context->wording.count);
    if (sorted == NULL || candidates == NULL || q == NULL)
        return px_no_memory(error);
    enum px_status status = PX_OK;
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = sort_uses(context, a, &sorted[a], error);
    if (status != PX_OK)
        return status;
    size_t count = 0;
    status = list(context, sorted, candidates, &count, error);
    if (count > 1)
        qsort(candidates, count, sizeof *candidates, by_z);
    for (size_t i = 0; i < count; i++)
        q[i] = candidates[i].p;
    if (status == PX_OK)
        status = px_multiple_bh(q, count, error);
    size_t most = context->options->every_term ? count : MOST_TERMS;
    for (size_t i = 0; status == PX_OK && i < count && i < most; i++)
        status = write(context, sorted, &candidates[i], q[i], error);
    return status;
}
