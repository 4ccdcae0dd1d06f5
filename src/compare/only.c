/* What one article has and no other does: topics, numbers, quotations, and more in only_name.c and only_event.c. The more
 * central where it stands, the higher: early, repeated, in the headline. */
#include "compare/internal.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_OF_A_KIND = 30, EVIDENCE_MOST = 5, NUMBER_WORDS = 2, FIRST_YEAR = 1800, LAST_YEAR = 2099 };
#define BARE 1e-3 /* numbers without a word come behind those with one, years behind all */
#define YEAR 1e-6

struct px_only *px_compare_only_push(struct px_compare_context *context, enum px_only_kind kind, size_t a,
                                     struct px_slice text)
{
    struct px_only *only = px_vector_push(&context->comparison->only, &context->comparison->arena);
    if (only == NULL)
        return NULL;
    only->kind = (uint8_t)kind;
    only->article = (uint32_t)a;
    only->text = px_arena_copy(&context->comparison->arena, text);
    return only->text.data == NULL ? NULL : only;
}

double px_compare_early(const struct px_article *article, uint32_t byte)
{
    uint32_t block = article->blocks.count > 0 ? article->blocks.items[0].end : 0;
    bool headline = article->blocks.count > 0 && article->blocks.items[0].role == PX_ROLE_TITLE && byte < block;
    double place = article->text.size > 0 ? (double)byte / (double)article->text.size : 0;
    return headline ? 2 : 1 - place / 2;
}

/* What a passage is called: the heading above it, or its first sentence; words chosen by us may stand in the other article,
 * too. */
static struct px_slice call(const struct px_compare_context *context, const struct px_topic *topic)
{
    const struct px_article *article = context->articles[topic->only];
    const struct px_sentence *first = &article->sentences.items[topic->lone.first_sentence];
    return topic->titled ? topic->label[0] : px_slice_part(article->text, first->start, first->end);
}

static enum px_status add_topics(struct px_compare_context *context, struct px_error *error)
{
    for (size_t t = 0; t < context->comparison->topics.count; t++) {
        const struct px_topic *topic = &context->comparison->topics.items[t];
        if (topic->only == PX_NONE || topic->lone.run_words < PX_LONE_FEWEST)
            continue; /* told elsewhere, too */
        const struct px_article *article = context->articles[topic->only];
        uint32_t sentence = topic->lone.first_sentence;
        struct px_only *only = px_compare_only_push(context, PX_ONLY_TOPIC, topic->only, call(context, topic));
        if (only == NULL)
            return px_compare_no_memory(error);
        only->weight = article->counts.words > 0 ? (double)topic->lone.run_words / article->counts.words : 0;
        enum px_status status = px_compare_evidence(context, &sentence, 1, &only->evidence, error);
        if (status != PX_OK)
            return status;
    }
    return PX_OK;
}

bool px_compare_is_year(struct px_slice number)
{
    double value;
    return number.size == 4 && px_slice_number(number, &value) && value >= FIRST_YEAR && value <= LAST_YEAR;
}

static bool goes_on(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                    uint32_t at)
{
    return token < article->tokens.count &&
           article->tokens.items[token].sentence == article->tokens.items[at].sentence &&
           article->tokens.items[token].kind == PX_TOKEN_WORD &&
           px_compare_is_content(context, &article->tokens.items[token]);
}

/* The number with the words it counts, "600 officers", "2.4 billion florins", or else with the name it stands behind,
 * "March 9"; a year by itself. `*bare` is set when it has no words. */
static struct px_slice number_text(const struct px_compare_context *context, const struct px_article *article,
                                   uint32_t at, bool *bare)
{
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = at, end = at + 1;
    bool year = px_compare_is_year(px_slice_part(article->text, tokens[at].start, tokens[at].end));
    while (!year && end - at <= NUMBER_WORDS && goes_on(context, article, end, at))
        end++;
    if (!year && end == at + 1 && at > 0 && goes_on(context, article, at - 1, at) &&
        tokens[at].start > tokens[at - 1].end && article->text.data[tokens[at].start - 1] == ' ' &&
        article->text.data[tokens[at].start] >= '0' && article->text.data[tokens[at].start] <= '9' &&
        px_compare_form(context, &tokens[at - 1])->shape == PX_SHAPE_CAPITALISED)
        first--; /* a sum of money is nobody's number: "owed Windsor $363" */
    *bare = end - first == 1;
    return px_slice_part(article->text, tokens[first].start, tokens[end - 1].end);
}

/* The word of the index with this stem, or PX_NONE. The index is in byte order. */
static uint32_t find_word(const struct px_compare_context *context, struct px_slice stem)
{
    size_t low = 0;
    size_t high = context->index.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        struct px_slice text = px_vocabulary_stem_text(context->worker->vocabulary, context->index.stems[middle]);
        int order = px_slice_compare(text, stem);
        if (order == 0)
            return (uint32_t)middle;
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return PX_NONE;
}

/* "Fourteen people" uses the number 14, where another article writes it in digits. */
static void count_spelled(const struct px_compare_context *context, size_t a, uint32_t *counts)
{
    for (size_t i = 0; i < context->articles[a]->hits.count; i++) {
        const struct px_hit *hit = &context->articles[a]->hits.items[i];
        char digits[16];
        if (hit->lexicon != PX_LEXICON_NUMBERS)
            continue;
        snprintf(digits, sizeof digits, "%.0f", px_resources_entry(context->worker->resources, hit)->weight);
        uint32_t word = find_word(context, px_slice_from(digits));
        if (word != PX_NONE)
            counts[word]++;
    }
}

/* "A 14-year-old" uses the number 14. */
static void count_compound(const struct px_compare_context *context, struct px_slice text, uint32_t *counts)
{
    struct px_slice number;
    if (px_slice_find(text, PX_SLICE("-"), 0) == SIZE_MAX || !px_slice_next(&text, '-', &number))
        return;
    uint32_t word = find_word(context, number);
    if (word != PX_NONE && context->index.number[word])
        counts[word]++;
}

/* Uses of every word of the index in every article: counts[a][word]. */
static enum px_status count_words(struct px_compare_context *context, uint32_t **counts, struct px_error *error)
{
    for (size_t a = 0; a < context->count; a++) {
        counts[a] = px_arena_array(&context->scratch, uint32_t, context->index.count);
        if (counts[a] == NULL)
            return px_compare_no_memory(error);
        const struct px_tokens *tokens = &context->articles[a]->tokens;
        for (size_t t = 0; t < tokens->count; t++) {
            uint32_t word = context->index.of[a][t];
            if (word == PX_NONE)
                continue;
            counts[a][word]++;
            if (context->index.number[word])
                count_compound(context,
                               px_slice_part(context->articles[a]->text, tokens->items[t].start, tokens->items[t].end),
                               counts[a]);
        }
        count_spelled(context, a, counts[a]);
    }
    return PX_OK;
}

static bool is_only(const struct px_compare_context *context, uint32_t *const *counts, size_t a, uint32_t word)
{
    for (size_t b = 0; b < context->count; b++)
        if (b != a && counts[b][word] > 0)
            return false;
    return true;
}

/* The year in which one of the articles appeared: no news to anybody. */
static bool is_current_year(const struct px_compare_context *context, struct px_slice text)
{
    for (size_t a = 0; a < context->count; a++)
        if (text.size == 4 && px_slice_starts(context->articles[a]->published, text))
            return true;
    return false;
}

/* A name made of figures, "10-277", as of a case: of a result or a span of ages, both sides are alike in length. */
static bool is_mark(struct px_slice text)
{
    size_t dash = px_slice_find(text, PX_SLICE("-"), 0);
    return dash != SIZE_MAX && dash > 0 && 2 * dash + 1 != text.size;
}

/* A day behind its month: "Aug. 16". */
static bool is_day(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_hits *hits = &article->hits;
    for (size_t i = token == 0 ? hits->count : px_hits_from(hits, token > 1 ? token - 2 : 0);
         i < hits->count && hits->items[i].first_token < token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_MONTHS &&
            px_slice_starts(px_resources_entry(context->worker->resources, &hits->items[i])->category,
                            PX_SLICE("month")))
            return true;
    return false;
}

static enum px_status add_numbers(struct px_compare_context *context, size_t a, uint32_t **counts,
                                  struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    for (uint32_t t = 0; t < article->tokens.count; t++) {
        uint32_t word = context->index.of[a][t];
        if (word == PX_NONE || !context->index.number[word] || article->tokens.items[t].kind != PX_TOKEN_NUMBER ||
            counts[a][word] == 0 || !is_only(context, counts, a, word))
            continue;
        bool bare;
        struct px_slice text = number_text(context, article, t, &bare);
        if (is_current_year(context, text) || is_day(context, article, t) ||
            is_mark(px_slice_part(article->text, article->tokens.items[t].start, article->tokens.items[t].end)))
            continue;
        struct px_only *only = px_compare_only_push(context, PX_ONLY_NUMBER, a, text);
        if (only == NULL)
            return px_compare_no_memory(error);
        double kind = px_compare_is_year(text) ? YEAR : bare ? BARE : 1;
        only->weight = px_compare_early(article, article->tokens.items[t].start) * counts[a][word] * kind;
        counts[a][word] = 0; /* once */
        uint32_t sentence = article->tokens.items[t].sentence;
        enum px_status status = px_compare_evidence(context, &sentence, 1, &only->evidence, error);
        if (status != PX_OK)
            return status;
    }
    return PX_OK;
}

static int by_weight(const void *a, const void *b)
{
    const struct px_only *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    int text = px_slice_compare(x->text, y->text);
    return text != 0 ? text : (x->article > y->article) - (x->article < y->article);
}

/* Best first; of each article no more than the reader can take of a kind. */
static enum px_status rank(struct px_compare_context *context, struct px_error *error)
{
    struct px_only *items = context->comparison->only.items;
    size_t count = context->comparison->only.count, kept = 0;
    uint32_t *taken = px_arena_array(&context->scratch, uint32_t, PX_ONLY_KINDS * context->count);
    if (taken == NULL)
        return px_compare_no_memory(error);
    if (count > 1)
        qsort(items, count, sizeof *items, by_weight);
    for (size_t i = 0; i < count; i++)
        if (taken[items[i].kind * context->count + items[i].article]++ < MOST_OF_A_KIND ||
            items[i].kind == PX_ONLY_EVENT)
            items[kept++] = items[i];
    context->comparison->only.count = kept;
    return PX_OK;
}

enum px_status px_compare_only(struct px_compare_context *context, struct px_error *error)
{
    uint32_t **counts = px_arena_array(&context->scratch, uint32_t *, context->count);
    enum px_status status = counts == NULL ? px_compare_no_memory(error) : add_topics(context, error);
    if (status == PX_OK)
        status = px_compare_only_names(context, error);
    if (status == PX_OK)
        status = count_words(context, counts, error);
    if (status == PX_OK)
        status = px_compare_only_quotations(context, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = add_numbers(context, a, counts, error);
    if (status == PX_OK)
        status = px_compare_only_events(context, error);
    if (status == PX_OK)
        status = rank(context, error);
    if (status == PX_OK)
        px_compare_only_later(context);
    px_compare_only_central(context);
    return status;
}
