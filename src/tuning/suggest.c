#include "tuning/suggest.h"

#include <math.h>
#include <stdlib.h>

#include "statistics/keyness.h"
#include "text/normalise.h"
#include "tuning/gram.h"

enum { MOST_CATEGORIES = 64, WINDOW = 7, TOGETHER_LEAST = 2 };

#define PRIOR_WORDS 500.0 /* the weight of the informative prior, in words */
#define SHRINK 4.0        /* hits at the base rate that are added to a candidate's own before its gain is reckoned */

struct suggester {
    const struct px_lexicon *lexicon;
    const struct px_tuning_tools *tools;
    const struct px_passages *passages;
    const struct px_suggest_options *options;
    struct px_suggestions *suggestions;
    struct px_error *error;
    struct px_reading reading;
    struct px_grams grams;
    struct px_arena scratch;
    struct px_confusion words;             /* of the lexicon as it is */
    struct px_table categories;            /* the first MOST_CATEGORIES */
    uint64_t **categories_of;              /* by passage, by sentence */
    size_t with_category[MOST_CATEGORIES]; /* sentences */
    size_t sentences;
};

static bool holds(const struct suggester *s, const struct px_gram *gram)
{
    if (!gram->several_groups || !gram->several_topics || 2 * gram->capitals >= gram->focus + gram->rest)
        return false;
    return s->options->focus == PX_SUGGEST_GOLD || 2 * gram->most_in_one <= gram->focus;
}

/* F1 with the candidate, its precision drawn towards the base rate, minus F1 without. */
static double expected_gain(const struct suggester *s, const struct px_gram *gram)
{
    const struct px_confusion *now = &s->words;
    double base = (now->right + now->missed) / (now->right + now->missed + now->wrong + now->left);
    double hits = gram->focus + gram->rest;
    double right = hits * (gram->focus + SHRINK * base) / (hits + SHRINK);
    right = fmin(right, gram->focus) * gram->words;
    double all = hits * gram->words;
    struct px_confusion then = {now->right + right, now->wrong + all - right, now->missed - right,
                                now->left - all + right};
    return px_confusion_f1(&then) - px_confusion_f1(now);
}

static double keyness(const struct suggester *s, const struct px_gram *gram)
{
    double total = (double)(s->grams.focus + s->grams.rest);
    struct px_keyness_counts counts = {gram->focus, gram->rest, (double)s->grams.focus, (double)s->grams.rest};
    double alpha = PRIOR_WORDS * (gram->focus + gram->rest) / total;
    return px_keyness_log_odds(counts, alpha, PRIOR_WORDS, PX_VARIANCE_TWO_TERMS).z;
}

static int by_rank(const void *left, const void *right)
{
    const struct px_suggestion *a = left;
    const struct px_suggestion *b = right;
    if (!isnan(a->gain) && a->gain != b->gain)
        return a->gain > b->gain ? -1 : 1;
    if (a->z != b->z)
        return a->z > b->z ? -1 : 1;
    return px_slice_compare(a->text, b->text);
}

/* All that hold and stand out, ranked, cut to the number asked for. */
static enum px_status rank(struct suggester *s)
{
    struct px_suggestions *all = s->suggestions;
    for (size_t i = 0; i < s->grams.items.count; i++) {
        const struct px_gram *gram = &s->grams.items.items[i];
        double z = holds(s, gram) ? keyness(s, gram) : 0;
        if (!(z > 0))
            continue;
        struct px_suggestion *suggestion = px_vector_push(&all->items, &s->scratch);
        if (suggestion == NULL)
            return px_no_memory(s->error);
        *suggestion = (struct px_suggestion){.text = gram->text,
                                             .focus = gram->focus,
                                             .rest = gram->rest,
                                             .texts = gram->texts,
                                             .z = z,
                                             .pmi = NAN,
                                             .gain = NAN};
        if (s->options->focus == PX_SUGGEST_GOLD)
            suggestion->gain = expected_gain(s, gram);
    }
    if (all->items.count > 1)
        qsort(all->items.items, all->items.count, sizeof *all->items.items, by_rank);
    if (all->items.count > s->options->top)
        all->items.count = s->options->top;
    return PX_OK;
}

/* Which categories stand in which sentence. */
static bool note_categories(struct suggester *s)
{
    s->categories_of = px_arena_array(&s->scratch, uint64_t *, s->passages->items.count + 1);
    for (size_t p = 0; s->categories_of != NULL && p < s->passages->items.count; p++) {
        const struct px_article *article = &s->passages->items.items[p].article;
        uint64_t *masks = px_arena_array(&s->scratch, uint64_t, article->sentences.count + 1);
        if (masks == NULL)
            return false;
        s->categories_of[p] = masks;
        s->sentences += article->sentences.count;
        for (size_t i = s->reading.first[p]; i < s->reading.first[p + 1]; i++) {
            const struct px_sighting *sighting = &s->reading.sightings.items[i];
            uint32_t id = px_table_add(&s->categories, s->lexicon->entries.items[sighting->entry].category, NULL);
            uint32_t sentence = article->tokens.items[sighting->first_token].sentence;
            if (id == PX_NONE)
                return false;
            if (id >= MOST_CATEGORIES || (masks[sentence] >> id & 1) != 0)
                continue;
            masks[sentence] |= (uint64_t)1 << id;
            s->with_category[id]++;
        }
    }
    return s->categories_of != NULL;
}

/* PMI = log₂(n_gc N / (n_g n_c)) over sentences; the category with the highest, among those met at least twice. */
static void guess_by_company(const struct suggester *s, const struct px_gram *gram, struct px_suggestion *suggestion)
{
    size_t together[MOST_CATEGORIES] = {0};
    size_t own = 0;
    const uint64_t *last = NULL;
    for (uint32_t at = gram->places; at != PX_NONE; at = s->grams.places.items[at].next) {
        const struct px_gram_place *place = &s->grams.places.items[at];
        const struct px_article *article = &s->passages->items.items[place->passage].article;
        const uint64_t *mask = &s->categories_of[place->passage][article->tokens.items[place->token].sentence];
        own += mask != last;
        for (size_t id = 0; mask != last && id < MOST_CATEGORIES; id++)
            together[id] += *mask >> id & 1;
        last = mask;
    }
    for (size_t id = 0; id < MOST_CATEGORIES && id < s->categories.keys.count; id++) {
        double pmi = log2((double)together[id] * (double)s->sentences / ((double)own * (double)s->with_category[id]));
        if (together[id] < TOGETHER_LEAST || (!isnan(suggestion->pmi) && pmi <= suggestion->pmi))
            continue;
        suggestion->pmi = pmi;
        suggestion->category = px_table_key(&s->categories, (uint32_t)id);
    }
}

/* An entry that begins as the candidate's first word does (five letters and more in common, nothing but an ending
 * apart) speaks for its category more clearly than company does. */
static void guess_by_kin(const struct suggester *s, struct px_suggestion *suggestion)
{
    size_t best = 0;
    for (size_t i = 0; i < s->lexicon->entries.count; i++) {
        struct px_slice text = s->lexicon->entries.items[i].text;
        size_t same = 0;
        while (same < text.size && same < suggestion->text.size && text.data[same] == suggestion->text.data[same] &&
               text.data[same] != ' ' && text.data[same] != '*')
            same++;
        bool near = same >= 5 && same + 3 >= text.size && same + 4 >= suggestion->text.size;
        if (!near || same <= best)
            continue;
        best = same;
        suggestion->category = s->lexicon->entries.items[i].category;
    }
}

static bool tidy_part(struct suggester *s, const struct px_article *article, size_t first, size_t end,
                      struct px_slice *part)
{
    struct px_buffer text = {0};
    if (first < end)
        px_text_tidy(
            px_slice_part(article->text, article->tokens.items[first].start, article->tokens.items[end - 1].end),
            &text);
    *part = px_arena_copy(&s->suggestions->arena, text.size == 0 ? PX_SLICE("") : px_buffer_slice(&text));
    px_buffer_release(&text);
    return part->data != NULL;
}

/* A place with up to WINDOW tokens of its sentence on either side. */
static bool add_line(struct suggester *s, const struct px_gram *gram, const struct px_gram_place *place,
                     struct px_suggestion *suggestion)
{
    const struct px_article *article = &s->passages->items.items[place->passage].article;
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[place->token].sentence];
    size_t first = place->token;
    size_t end = place->token + gram->words;
    size_t from = first > sentence->first_token + WINDOW ? first - WINDOW : sentence->first_token;
    size_t to = sentence->first_token + sentence->token_count;
    struct px_slice *line = suggestion->lines[suggestion->line_count++];
    /* NOLINTNEXTLINE(readability-suspicious-call-argument): the context ends where the words begin */
    return tidy_part(s, article, from, first, &line[0]) && tidy_part(s, article, first, end, &line[1]) &&
           tidy_part(s, article, end, to < end + WINDOW ? to : end + WINDOW, &line[2]);
}

/* Lines from different texts. */
static bool add_lines(struct suggester *s, const struct px_gram *gram, struct px_suggestion *suggestion)
{
    uint32_t last = PX_NONE;
    for (uint32_t at = gram->places; at != PX_NONE && suggestion->line_count < PX_SUGGESTION_LINES;
         at = s->grams.places.items[at].next) {
        const struct px_gram_place *place = &s->grams.places.items[at];
        if (place->passage != last && !add_line(s, gram, place, suggestion))
            return false;
        last = place->passage;
    }
    return true;
}

static enum px_status describe(struct suggester *s)
{
    struct px_suggestions *all = s->suggestions;
    struct px_suggestion *items = px_arena_array(&all->arena, struct px_suggestion, all->items.count + 1);
    if (items == NULL || !note_categories(s))
        return px_no_memory(s->error);
    for (size_t i = 0; i < all->items.count; i++) {
        const struct px_gram *gram = &s->grams.items.items[px_table_find(&s->grams.texts, all->items.items[i].text)];
        items[i] = all->items.items[i];
        guess_by_company(s, gram, &items[i]);
        guess_by_kin(s, &items[i]);
        items[i].text = px_arena_copy(&all->arena, gram->text);
        items[i].category = px_arena_copy(&all->arena, items[i].category);
        if (items[i].text.data == NULL || items[i].category.data == NULL || !add_lines(s, gram, &items[i]))
            return px_no_memory(s->error);
    }
    all->items.items = items;
    all->items.capacity = all->items.count;
    return PX_OK;
}

static enum px_status check_category(const struct suggester *s)
{
    if (s->options->focus != PX_SUGGEST_CATEGORY)
        return PX_OK;
    for (size_t i = 0; i < s->lexicon->entries.count; i++)
        if (px_category_within(s->lexicon->entries.items[i].category, s->options->like))
            return PX_OK;
    return px_error_set(s->error, PX_ERROR_NOT_FOUND, "no entry of '%.*s' has the category '%.*s'",
                        PX_SLICE_ARG(s->lexicon->name), PX_SLICE_ARG(s->options->like));
}

static void sum_words(struct suggester *s)
{
    for (size_t p = 0; p < s->passages->items.count; p++) {
        struct px_confusion one = px_reading_word_confusion(&s->reading, s->passages, p);
        s->words.right += one.right;
        s->words.wrong += one.wrong;
        s->words.missed += one.missed;
        s->words.left += one.left;
    }
}

enum px_status px_suggest(const struct px_lexicon *lexicon, const struct px_tuning_tools *tools,
                          struct px_passages *passages, const struct px_suggest_options *options,
                          struct px_suggestions *suggestions, struct px_error *error)
{
    struct suggester s = {.lexicon = lexicon,
                          .tools = tools,
                          .passages = passages,
                          .options = options,
                          .suggestions = suggestions,
                          .error = error};
    *suggestions = (struct px_suggestions){.focus = options->focus};
    enum px_status status = check_category(&s);
    if (status == PX_OK)
        status = px_passages_group(passages, error);
    if (status == PX_OK)
        status = px_reading_new(lexicon, tools, passages, &s.reading, error);
    if (status == PX_OK)
        status = px_grams_count(&s.reading, tools, passages, options, &s.grams, error);
    if (status == PX_OK && options->focus == PX_SUGGEST_GOLD)
        sum_words(&s);
    if (status == PX_OK)
        status = rank(&s);
    if (status == PX_OK)
        status = describe(&s);
    px_table_release(&s.categories);
    px_grams_release(&s.grams);
    px_reading_release(&s.reading);
    px_arena_release(&s.scratch);
    if (status != PX_OK)
        px_suggestions_release(suggestions);
    return status;
}

void px_suggestions_release(struct px_suggestions *suggestions)
{
    px_arena_release(&suggestions->arena);
    *suggestions = (struct px_suggestions){0};
}
