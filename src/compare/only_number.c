/* Numbers that one article gives and no other does, each with what it counts. With grammar that is a noun, or nothing is
 * shown beside it; a number that counts nothing (a day, a place in a row, a part of a name) is left out. */
#include "compare/internal.h"

#include <stdio.h>

enum { UNIT_WORDS = 4, PLAIN_WORDS = 2, FIRST_YEAR = 1800, LAST_YEAR = 2099 };
#define BARE 1e-3 /* numbers without a word come behind those with one, years behind all */
#define YEAR 1e-6

bool px_compare_is_year(struct px_slice number)
{
    double value;
    return number.size == 4 && px_slice_number(number, &value) && value >= FIRST_YEAR && value <= LAST_YEAR;
}

static struct px_slice text_of(const struct px_article *article, uint32_t token)
{
    return px_slice_part(article->text, article->tokens.items[token].start, article->tokens.items[token].end);
}

static bool is_in_sentence(const struct px_article *article, uint32_t token, uint32_t at)
{
    return token < article->tokens.count && article->tokens.items[token].sentence == article->tokens.items[at].sentence;
}

/* ---- what stands round a number ---- */

static uint8_t class_at(const struct px_article *article, uint32_t token)
{
    return article->lexemes[token].word_class;
}

/* A hit of the list that begins or ends at the token, of a category within this one; or NULL. */
static const struct px_hit *find_hit(const struct px_compare_context *context, const struct px_article *article,
                                     uint32_t token, bool ends, size_t lexicon, const char *category)
{
    enum { LONGEST = 4 };
    const struct px_hits *hits = &article->hits;
    uint32_t from = !ends ? token : token > LONGEST ? token - LONGEST : 0;
    for (size_t i = px_hits_from(hits, from); i < hits->count && hits->items[i].first_token <= token; i++) {
        const struct px_hit *hit = &hits->items[i];
        uint32_t at = ends ? hit->first_token + hit->token_count - 1 : hit->first_token;
        if (hit->lexicon == lexicon && at == token &&
            px_category_within(px_resources_entry(context->worker->resources, hit)->category, px_slice_from(category)))
            return hit;
    }
    return NULL;
}

static bool is_scale(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return find_hit(context, article, token, false, PX_LEXICON_QUANTITIES, "quantity.scale") != NULL;
}

/* Does the token name whom or what there is so many of: a noun, or people of a party or country ("10 Republicans")? */
static bool is_counted(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return class_at(article, token) == PX_WORD_NOUN ||
           (class_at(article, token) == PX_WORD_NAME &&
            find_hit(context, article, token, false, PX_LEXICON_DEMONYMS, "") != NULL);
}

static bool may_precede(const struct px_article *article, uint32_t token)
{
    uint8_t word_class = class_at(article, token);
    return word_class == PX_WORD_NOUN || word_class == PX_WORD_NAME || word_class == PX_WORD_ADJECTIVE;
}

/* The end of the number with its scale and the noun it counts; `*named` where a name follows that no noun ends, of which the
 * number is a part ("17 February Brigade"). */
static uint32_t unit_end(const struct px_compare_context *context, const struct px_article *article, uint32_t at,
                         bool *named)
{
    uint32_t end = at + 1;
    while (is_in_sentence(article, end, at) && is_scale(context, article, end))
        end++;
    uint32_t first = end;
    for (uint32_t t = end; t < first + UNIT_WORDS && is_in_sentence(article, t, at) &&
                           article->tokens.items[t].kind == PX_TOKEN_WORD && may_precede(article, t);
         t++) {
        if ((end > first && class_at(article, t) == PX_WORD_ADJECTIVE) ||
            find_hit(context, article, t, false, PX_LEXICON_QUANTITIES, "quantity.elsewhen") != NULL)
            break; /* of the next phrase: "41,000 requests last year" */
        end = is_counted(context, article, t) ? t + 1 : end;
    }
    *named = end == first && is_in_sentence(article, end, at) && class_at(article, end) == PX_WORD_NAME;
    return end;
}

/* Without grammar: content words behind the number. */
static uint32_t plain_end(const struct px_compare_context *context, const struct px_article *article, uint32_t at)
{
    uint32_t end = at + 1;
    while (end - at <= PLAIN_WORDS && is_in_sentence(article, end, at) &&
           article->tokens.items[end].kind == PX_TOKEN_WORD &&
           px_compare_is_content(context, &article->tokens.items[end]))
        end++;
    return end;
}

/* "all but", "at least" before the number: its first token. */
static uint32_t rough_start(const struct px_compare_context *context, const struct px_article *article, uint32_t at)
{
    static const char *const ROUGH[] = {"quantity.least", "quantity.most", "quantity.near", "quantity.about",
                                        "quantity.but"};
    for (size_t i = 0; at > 0 && i < sizeof ROUGH / sizeof *ROUGH; i++) {
        const struct px_hit *hit = find_hit(context, article, at - 1, true, PX_LEXICON_QUANTITIES, ROUGH[i]);
        if (hit != NULL && is_in_sentence(article, hit->first_token, at))
            return hit->first_token;
    }
    return at;
}

struct figure {
    struct px_slice text;
    bool bare; /* nothing stands beside it */
    bool none; /* it counts nothing */
};

static struct figure read_figure(const struct px_compare_context *context, const struct px_article *article,
                                 uint32_t at)
{
    struct figure figure = {.text = text_of(article, at), .bare = true};
    uint32_t first = at, end = at + 1;
    if (px_compare_is_year(figure.text))
        return figure;
    if (article->lexemes == NULL) {
        end = plain_end(context, article, at);
    } else {
        end = unit_end(context, article, at, &figure.none);
        first = rough_start(context, article, at);
    }
    figure.bare = first == at && end == at + 1;
    figure.text = px_slice_part(article->text, article->tokens.items[first].start, article->tokens.items[end - 1].end);
    return figure;
}

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
            return px_compare_no_memory(error);
        const struct px_tokens *tokens = &context->articles[a]->tokens;
        for (uint32_t t = 0; t < tokens->count; t++) {
            uint32_t word = context->index.of[a][t];
            if (word == PX_NONE)
                continue;
            counts[a][word]++;
            uint32_t inner =
                context->index.number[word] ? number_in(context, text_of(context->articles[a], t)) : PX_NONE;
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

/* The year in which one of the articles appeared: no news to anybody. */
static bool is_current_year(const struct px_compare_context *context, struct px_slice text)
{
    for (size_t a = 0; a < context->count; a++)
        if (text.size == 4 && px_slice_starts(context->articles[a]->published, text))
            return true;
    return false;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A name made of figures, "10-277" as of a case, "9/12": of a result or a span of ages, both sides are alike in length. Or
 * a place in a row and an age of man, "15th" and "20s": digits and letters in one. */
static bool is_mark(struct px_slice text)
{
    size_t dash = px_slice_find(text, PX_SLICE("-"), 0);
    bool digit = false;
    for (size_t i = 0; i < text.size; i++) {
        bool letter = (text.data[i] >= 'a' && text.data[i] <= 'z') || (text.data[i] >= 'A' && text.data[i] <= 'Z');
        if (text.data[i] == '/' || (digit && letter && dash == SIZE_MAX))
            return true;
        digit = is_digit(text.data[i]);
    }
    return dash != SIZE_MAX && dash > 0 && 2 * dash + 1 != text.size && is_digit(text.data[text.size - 1]);
}

/* A day beside its month, "Aug. 16", "16 August", a year without its century, "'08", or a paragraph of a law, "501(c)". */
static bool is_date_or_law(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_token *at = &article->tokens.items[token];
    const struct px_slice before = px_slice_part(article->text, at->start > 3 ? at->start - 3 : 0, at->start);
    bool bracket = at->end < article->text.size && article->text.data[at->end] == '(';
    if (bracket || (before.size > 0 && before.data[before.size - 1] == '\'') || px_slice_is(before, "\xe2\x80\x99"))
        return true;
    for (uint32_t t = token > 2 ? token - 2 : 0; t <= token + 1; t++)
        if (t != token && is_in_sentence(article, t, token) &&
            find_hit(context, article, t, false, PX_LEXICON_QUANTITIES, "quantity.month") != NULL)
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

/* The words by which the token is counted: a number, or a word that begins with one, "13-month"; PX_NONE where it is none. */
static uint32_t number_at(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    uint32_t word = context->index.of[a][token];
    struct px_slice text = text_of(article, token);
    if (word == PX_NONE || !context->index.number[word] || is_mark(text))
        return PX_NONE;
    if (article->tokens.items[token].kind == PX_TOKEN_NUMBER)
        return word;
    bool compound = article->tokens.items[token].kind == PX_TOKEN_WORD && is_digit(text.data[0]) &&
                    px_slice_find(text, PX_SLICE("-"), 0) != SIZE_MAX;
    return compound ? word : PX_NONE;
}

static enum px_status push(struct px_compare_context *context, size_t a, uint32_t token, const struct figure *figure,
                           uint32_t times, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    struct px_only *only = px_compare_only_push(context, PX_ONLY_NUMBER, a, figure->text);
    if (only == NULL)
        return px_compare_no_memory(error);
    double kind = px_compare_is_year(figure->text) ? YEAR : figure->bare ? BARE : 1;
    only->weight = px_compare_early(article, article->tokens.items[token].start) * times * kind;
    uint32_t sentence = article->tokens.items[token].sentence;
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
        !is_in_sentence(article, token + 1, token) || !is_scale(context, article, token + 1))
        return false;
    for (size_t b = 0; b < context->count; b++)
        if (holds_pair(context, context->articles[b], pair,
                       b == a ? token + 1 : (uint32_t)context->articles[b]->tokens.count))
            return false;
    return true;
}

static enum px_status add_scaled(struct px_compare_context *context, size_t a, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    enum px_status status = PX_OK;
    for (uint32_t t = 0; status == PX_OK && t < article->tokens.count; t++) {
        if (!is_only_scaled(context, a, t))
            continue;
        struct figure figure = read_figure(context, article, t);
        status = push(context, a, t, &figure, 1, error);
    }
    return status;
}

static enum px_status add_numbers(struct px_compare_context *context, size_t a, uint32_t **counts,
                                  struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    enum px_status status = PX_OK;
    for (uint32_t t = 0; status == PX_OK && t < article->tokens.count; t++) {
        uint32_t word = number_at(context, a, t);
        uint32_t inner = word == PX_NONE ? PX_NONE : number_in(context, text_of(article, t));
        if (word == PX_NONE || counts[a][word] == 0 || !is_only(context, counts, a, word) ||
            (inner != PX_NONE && !is_only(context, counts, a, inner)) || is_date_or_law(context, article, t) ||
            is_in_name(article, t))
            continue;
        struct figure figure = read_figure(context, article, t);
        if (figure.none || is_current_year(context, figure.text))
            continue;
        status = push(context, a, t, &figure, counts[a][word], error);
        counts[a][word] = 0; /* once */
    }
    return status;
}

enum px_status px_compare_only_numbers(struct px_compare_context *context, struct px_error *error)
{
    uint32_t **counts = px_arena_array(&context->scratch, uint32_t *, context->count);
    enum px_status status = counts == NULL ? px_compare_no_memory(error) : count_words(context, counts, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = add_numbers(context, a, counts, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = add_scaled(context, a, error);
    return status;
}
