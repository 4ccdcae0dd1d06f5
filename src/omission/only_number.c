/* Numbers that one article gives and no other does, each with what it counts. With grammar that is a noun, or nothing
 * is shown beside it; a number that counts nothing (a day, a place in a row, a part of a name) is left out. */
#include <stdio.h>

#include "align/figure.h"
#include "omission/omission.h"

enum { DIGITS_MOST = 32 };
#define BARE 1e-3 /* numbers without a word come behind those with one */
#define SUM 2     /* what something costs comes first */

/* ---- which numbers an article has ---- */

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

/* "Fourteen people" uses the number 14, "seven hundred" 700, where another article writes it in digits. */
static void count_spelled(const struct px_compare_context *context, size_t a, uint32_t *counts)
{
    for (size_t i = 0; i < context->articles[a]->hits.count; i++) {
        const struct px_hit *hit = &context->articles[a]->hits.items[i];
        char digits[DIGITS_MOST];
        if (hit->lexicon != PX_LEXICON_NUMBERS)
            continue;
        double value = px_resources_entry(context->worker->resources, hit)->weight *
                       px_figure_scale(context, context->articles[a], hit->first_token + hit->token_count - 1);
        snprintf(digits, sizeof digits, "%.0f", value);
        uint32_t word = find_word(context, px_slice_from(digits));
        if (word != PX_NONE)
            counts[word]++;
    }
}

/* The number that a word begins with, "14" of "14-year-old", as a word of the index; PX_NONE where there is none. */
static uint32_t number_in(const struct px_compare_context *context, struct px_slice text)
{
    struct px_slice number;
    if (px_slice_find(text, PX_SLICE("-"), 0) == SIZE_MAX || !px_slice_next(&text, '-', &number))
        return PX_NONE;
    uint32_t word = find_word(context, number);
    return word != PX_NONE && context->index.number[word] ? word : PX_NONE;
}

/* Uses of every word of the index in every article: counts[a][word]. */
static enum px_status count_words(struct px_compare_context *context, uint32_t **counts, struct px_error *error)
{
    for (size_t a = 0; a < context->count; a++) {
        counts[a] = px_arena_array(&context->scratch, uint32_t, context->index.count);
        if (counts[a] == NULL)
            return px_no_memory(error);
        const struct px_tokens *tokens = &context->articles[a]->tokens;
        for (uint32_t t = 0; t < tokens->count; t++) {
            uint32_t word = context->index.of[a][t];
            if (word == PX_NONE)
                continue;
            counts[a][word]++;
            uint32_t inner =
                context->index.number[word] ? number_in(context, px_figure_token(context->articles[a], t)) : PX_NONE;
            if (inner != PX_NONE)
                counts[a][inner]++;
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

/* ---- numbers that count nothing ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Do commas part anything but thousands, as in "501(c)3,4,5"? */
static bool is_list(struct px_slice text)
{
    size_t comma = px_slice_find(text, PX_SLICE(","), 0), end = comma;
    while (end < text.size && (is_digit(text.data[end]) || text.data[end] == ','))
        end++;
    return comma != SIZE_MAX && (end - comma) % 4 != 0;
}

/* A time of day, "4:30", or a name made of figures, "10-277" as of a case, "9/12": of a result or a span of ages, both
 * sides are alike in length. Or a place in a row and an age of man, "15th" and "20s": digits and letters in one. */
static bool is_mark(struct px_slice text)
{
    size_t dash = px_slice_find(text, PX_SLICE("-"), 0);
    bool digit = false;
    if (is_list(text) || px_slice_find(text, PX_SLICE(":"), 0) != SIZE_MAX)
        return true;
    for (size_t i = 0; i < text.size; i++) {
        bool letter = (text.data[i] >= 'a' && text.data[i] <= 'z') || px_slice_is_capital(text, i);
        if (text.data[i] == '/' || (digit && letter && dash == SIZE_MAX))
            return true;
        digit = is_digit(text.data[i]);
    }
    return dash != SIZE_MAX && dash > 0 && 2 * dash + 1 != text.size && is_digit(text.data[text.size - 1]);
}

/* Does an apostrophe stand right before the byte, "'08", or right behind, "the 1990's"? */
static bool is_apostrophe(struct px_slice text, size_t at, bool before)
{
    static const struct px_slice marks[] = {PX_SLICE_STATIC("'"), PX_SLICE_STATIC("\xe2\x80\x99")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t size = marks[i].size;
        if (before ? at >= size && px_slice_equal(px_slice_part(text, at - size, at), marks[i])
                   : at + size <= text.size && px_slice_equal(px_slice_part(text, at, at + size), marks[i]))
            return true;
    }
    return false;
}

/* Letters and digits in one, the "c3" of "section 501 c3"? */
static bool is_clause(struct px_slice text)
{
    return text.size > 1 && !is_digit(text.data[0]) && is_digit(text.data[text.size - 1]);
}

/* A day beside its month, "Aug. 16", "16 August", a year without its century, "'08", a decade, "the 1990's", a
 * paragraph of a law, "501(c)", or what is called by the number, "the number 12 bus", "Route 9". */
static bool is_date_or_law(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_token *at = &article->tokens.items[token];
    bool bracket = at->end < article->text.size && article->text.data[at->end] == '(';
    if (token > 0 && px_figure_shares(article, token - 1, token) &&
        px_compare_hit(context, article, token - 1, true, PX_LEXICON_QUANTITIES, "quantity.label") != NULL)
        return true;
    if (bracket || is_apostrophe(article->text, at->start, true) || is_apostrophe(article->text, at->end, false) ||
        (px_figure_shares(article, token + 1, token) && is_clause(px_figure_token(article, token + 1))))
        return true;
    for (uint32_t t = token > 2 ? token - 2 : 0; t <= token + 1; t++)
        if (t != token && px_figure_shares(article, t, token) &&
            px_compare_hit(context, article, t, false, PX_LEXICON_QUANTITIES, "quantity.month") != NULL)
            return true;
    return false;
}

/* Is it part of a name: "the 9/12 Project"? */
static bool is_in_name(const struct px_article *article, uint32_t token)
{
    enum { LONGEST = 8 };
    for (size_t m = px_compare_mention_at(article, token > LONGEST ? token - LONGEST : 0);
         m < article->mentions.count && article->mentions.items[m].first_token <= token; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->first_token + mention->token_count > token && mention->token_count > 1 &&
            (mention->form == PX_MENTION_NAME || mention->form == PX_MENTION_ALIAS))
            return true;
    }
    return false;
}

/* ---- the list ---- */

/* Does it stand among the facts that are given differently? */
static bool is_contrary(const struct px_compare_context *context, size_t a, uint32_t token)
{
    uint32_t start = context->articles[a]->tokens.items[token].start;
    for (size_t i = 0; i < context->comparison->disagreements.count; i++) {
        struct px_span claim = context->comparison->disagreements.items[i].claims[a].span;
        if (claim.start <= start && start < claim.end)
            return true;
    }
    return false;
}

/* Has another article another figure for it, the same time in other words, or about the same where one of the two is
 * rough? */
static bool is_told_otherwise(const struct px_compare_context *context, const struct px_figure_sizes *sizes, size_t a,
                              uint32_t token)
{
    if (is_contrary(context, a, token))
        return true;
    for (size_t b = 0; b < context->count; b++)
        if (b != a && (px_figure_is_near(context, context->articles[a], token, &sizes[b]) ||
                       px_figure_lasts_alike(context, context->articles[a], token, &sizes[b])))
            return true;
    return false;
}

/* The number as a word of the index; PX_NONE where the token is none. A word that begins with one, "a 12-berth yacht",
 * tells what kind a thing is, not how many there are. */
static uint32_t number_at(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    uint32_t word = context->index.of[a][token];
    bool number = word != PX_NONE && context->index.number[word] &&
                  article->tokens.items[token].kind == PX_TOKEN_NUMBER && !is_mark(px_figure_token(article, token)) &&
                  px_compare_hit(context, article, token, false, PX_LEXICON_QUANTITIES, "quantity.age") == NULL;
    return number ? word : PX_NONE; /* whose age it is stands with him */
}

/* Which numbers are news: those with what they count; and, where no other place tells that, sums of money, whose purpose
 * stands elsewhere in the sentence. */
enum pass { COUNTED, SUMS, PASSES };

static bool is_news(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                    const struct px_figure *figure, enum pass pass)
{
    return pass == COUNTED ? !figure->none : figure->none && px_figure_is_sum(context, article, token);
}

static enum px_status push(struct px_compare_context *context, size_t a, uint32_t token, const struct px_figure *figure,
                           uint32_t times, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    struct px_only *only = px_compare_only_push(context, PX_ONLY_NUMBER, a, figure->text);
    if (only == NULL)
        return px_no_memory(error);
    only->weight = px_compare_early(article, article->tokens.items[token].start) * times * (figure->bare ? BARE : 1) *
                   (px_figure_is_sum(context, article, token) ? SUM : 1);
    only->span = (struct px_span){article->tokens.items[token].start, article->tokens.items[token].end};
    uint32_t sentence = article->tokens.items[token].sentence;
    only->held = px_compare_is_held(context, a, sentence);
    only->leans = px_compare_leans(context, a, sentence);
    return px_compare_evidence(context, &sentence, 1, &only->evidence, error);
}

/* Does the article hold the number and the word behind it before token `end`? */
static bool holds_pair(const struct px_compare_context *context, const struct px_article *article,
                       const struct px_token *pair, uint32_t end)
{
    for (uint32_t t = 0; t + 1 < end; t++)
        if (article->tokens.items[t].form == pair[0].form &&
            px_compare_form(context, &article->tokens.items[t + 1])->fold == px_compare_form(context, &pair[1])->fold)
            return true;
    return false;
}

/* "2 million": a digit alone says nothing and is no word of the index, with a scale it is a number like others. */
static bool is_only_scaled(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    const struct px_token *pair = &article->tokens.items[token];
    if (context->index.of[a][token] != PX_NONE || pair->kind != PX_TOKEN_NUMBER || article->lexemes == NULL ||
        !px_figure_shares(article, token + 1, token) || !px_figure_is_scale(context, article, token + 1))
        return false;
    for (size_t b = 0; b < context->count; b++)
        if (holds_pair(context, context->articles[b], pair,
                       b == a ? token + 1 : (uint32_t)context->articles[b]->tokens.count))
            return false;
    return true;
}

static enum px_status add_scaled(struct px_compare_context *context, const struct px_figure_sizes *sizes, size_t a,
                                 struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    enum px_status status = PX_OK;
    for (uint32_t t = 0; status == PX_OK && t < article->tokens.count; t++) {
        if (!is_only_scaled(context, a, t) || is_told_otherwise(context, sizes, a, t))
            continue;
        struct px_figure figure = px_figure_read(context, article, t);
        if (is_news(context, article, t, &figure, COUNTED) || is_news(context, article, t, &figure, SUMS))
            status = push(context, a, t, &figure, 1, error);
    }
    return status;
}

static enum px_status add_numbers(struct px_compare_context *context, const struct px_figure_sizes *sizes, size_t a,
                                  uint32_t **counts, enum pass pass, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    enum px_status status = PX_OK;
    for (uint32_t t = 0; status == PX_OK && t < article->tokens.count; t++) {
        uint32_t word = number_at(context, a, t);
        if (word == PX_NONE || counts[a][word] == 0 || !is_only(context, counts, a, word) ||
            is_date_or_law(context, article, t) || is_in_name(article, t))
            continue;
        struct px_figure figure = px_figure_read(context, article, t);
        if (!is_news(context, article, t, &figure, pass) || is_told_otherwise(context, sizes, a, t))
            continue;
        status = push(context, a, t, &figure, counts[a][word], error);
        counts[a][word] = 0; /* once */
    }
    return status;
}

enum px_status px_compare_only_numbers(struct px_compare_context *context, struct px_error *error)
{
    uint32_t **counts = px_arena_array(&context->scratch, uint32_t *, context->count);
    struct px_figure_sizes *sizes = px_arena_array(&context->scratch, struct px_figure_sizes, context->count);
    bool fine = counts != NULL && sizes != NULL;
    for (size_t a = 0; fine && a < context->count; a++)
        fine = px_figure_sizes_read(context, context->articles[a], &context->scratch, &sizes[a]);
    enum px_status status = fine ? count_words(context, counts, error) : px_no_memory(error);
    for (size_t i = 0; status == PX_OK && i < PASSES * context->count; i++)
        status = add_numbers(context, sizes, i / PASSES, counts, (enum pass)(i % PASSES), error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = add_scaled(context, sizes, a, error);
    return status;
}
