/* What stands round a number: the noun it counts, its scale, how rough it is. With grammar that is a noun, or nothing
 * is shown beside it. */
#include "align/figure.h"

#include <math.h>
#include <stdlib.h>

enum { UNIT_WORDS = 4, PLAIN_WORDS = 2, FIRST_YEAR = 1800, LAST_YEAR = 2099, DIGITS_MOST = 32 };
#define NEAR 0.1      /* "more than 5 ships" are 5.4 as well */
#define NEAR_SUM 0.15 /* "more than $5 billion" and "$5.7 billion" */
#define SAME 0.03     /* 52 weeks are a year */
#define LARGE_SCALE 1e6

bool px_compare_is_year(struct px_slice number)
{
    double value;
    return number.size == 4 && px_slice_number(number, &value) && value >= FIRST_YEAR && value <= LAST_YEAR;
}

struct px_slice px_figure_token(const struct px_article *article, uint32_t token)
{
    return px_slice_part(article->text, article->tokens.items[token].start, article->tokens.items[token].end);
}

bool px_figure_shares(const struct px_article *article, uint32_t token, uint32_t at)
{
    return token < article->tokens.count && article->tokens.items[token].sentence == article->tokens.items[at].sentence;
}

static uint8_t class_at(const struct px_article *article, uint32_t token)
{
    return article->lexemes[token].word_class;
}

bool px_figure_is_scale(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return px_compare_hit(context, article, token, false, PX_LEXICON_QUANTITIES, "quantity.scale") != NULL;
}

/* What follows the number: the token behind it, or behind a mark that closes a quotation before the scale, "“$5.6”
 * billion". */
static uint32_t behind(const struct px_compare_context *context, const struct px_article *article, uint32_t at)
{
    bool closed = px_figure_shares(article, at + 2, at) &&
                  (article->tokens.items[at + 1].flags & PX_TOKEN_QUOTE_CLOSE) != 0 &&
                  px_figure_is_scale(context, article, at + 2);
    return closed ? at + 2 : at + 1;
}

double px_figure_scale(const struct px_compare_context *context, const struct px_article *article, uint32_t at)
{
    double scale = 1;
    for (uint32_t t = behind(context, article, at);
         px_figure_shares(article, t, at) && px_figure_is_scale(context, article, t); t++)
        scale *= px_resources_entry(context->worker->resources,
                                    px_compare_hit(context, article, t, false, PX_LEXICON_QUANTITIES, "quantity.scale"))
                     ->weight;
    return scale;
}

/* Does the token name whom or what there is so many of: a noun, or people of a party or country ("10 Republicans")? */
static bool is_counted(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    return class_at(article, token) == PX_WORD_NOUN ||
           (class_at(article, token) == PX_WORD_NAME &&
            px_compare_hit(context, article, token, false, PX_LEXICON_DEMONYMS, "") != NULL);
}

static bool may_precede(const struct px_article *article, uint32_t token)
{
    uint8_t word_class = class_at(article, token);
    return word_class == PX_WORD_NOUN || word_class == PX_WORD_NAME || word_class == PX_WORD_ADJECTIVE;
}

/* Does the token name the people of a party or country, who need no noun behind them: "10 Republicans [voting for
 * it]"? */
static bool is_people(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_hit *hit = px_compare_hit(context, article, token, false, PX_LEXICON_DEMONYMS, "");
    const struct px_lexicon *demonyms = px_resources_lexicon(context->worker->resources, PX_LEXICON_DEMONYMS);
    return hit != NULL && px_lexicon_cell(demonyms, px_resources_entry(context->worker->resources, hit),
                                          px_lexicon_column(demonyms, "people"))
                                  .size > 0;
}

/* The end of the number with its scale and the noun it counts; `*named` where a name follows that no noun ends, of
 * which the number is a part ("17 February Brigade"). */
static uint32_t unit_end(const struct px_compare_context *context, const struct px_article *article, uint32_t at,
                         bool *named)
{
    uint32_t end = behind(context, article, at);
    while (px_figure_shares(article, end, at) && px_figure_is_scale(context, article, end))
        end++;
    uint32_t first = end;
    for (uint32_t t = end; t < first + UNIT_WORDS && px_figure_shares(article, t, at) &&
                           article->tokens.items[t].kind == PX_TOKEN_WORD && may_precede(article, t);
         t++) {
        if ((end > first && class_at(article, t) == PX_WORD_ADJECTIVE) ||
            px_compare_hit(context, article, t, false, PX_LEXICON_QUANTITIES, "quantity.elsewhen") != NULL)
            break; /* of the next phrase: "41,000 requests last year" */
        end = is_counted(context, article, t) ? t + 1 : end;
        if (is_people(context, article, t))
            break;
    }
    *named = end == first && px_figure_shares(article, end, at) && class_at(article, end) == PX_WORD_NAME;
    return end;
}

/* The end of what the money is for, of or in, "$3 million *in harbour fees*"; `end` where no short phrase tells it
 * whole. */
static uint32_t purpose_end(const struct px_compare_context *context, const struct px_article *article, uint32_t at,
                            uint32_t end)
{
    static const char *const JOINTS[] = {"name.of", "name.for", "name.within"};
    bool joint = false;
    for (size_t i = 0; px_figure_shares(article, end, at) && i < sizeof JOINTS / sizeof *JOINTS; i++)
        joint = joint || px_compare_hit(context, article, end, false, PX_LEXICON_NAMES, JOINTS[i]) != NULL;
    uint32_t last = end, t = end + 1;
    if (!joint)
        return end;
    t += px_figure_shares(article, t, at) &&
         (px_compare_hit(context, article, t, false, PX_LEXICON_NAMES, "name.definite") != NULL ||
          px_compare_hit(context, article, t, false, PX_LEXICON_NAMES, "name.indefinite") != NULL);
    for (uint32_t words = 0; px_figure_shares(article, t, at) && may_precede(article, t); t++) {
        if (++words > UNIT_WORDS)
            return end; /* cut short it may tell something else */
        last = class_at(article, t) == PX_WORD_NOUN ? t + 1 : last;
    }
    bool more = px_figure_shares(article, t, at) && class_at(article, t) != PX_WORD_VERB &&
                px_compare_hit(context, article, t, false, PX_LEXICON_GRAMMAR, "grammar.preposition") != NULL;
    return last == t && !more ? last : end; /* "for gates", not "for gates at the ports" */
}

/* Without grammar: content words behind the number. */
static uint32_t plain_end(const struct px_compare_context *context, const struct px_article *article, uint32_t at)
{
    uint32_t end = at + 1;
    while (end - at <= PLAIN_WORDS && px_figure_shares(article, end, at) &&
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
        const struct px_hit *hit = px_compare_hit(context, article, at - 1, true, PX_LEXICON_QUANTITIES, ROUGH[i]);
        if (hit != NULL && px_figure_shares(article, hit->first_token, at))
            return hit->first_token;
    }
    return at;
}

double px_figure_value(const struct px_compare_context *context, const struct px_article *article, uint32_t at)
{
    struct px_slice text = px_figure_token(article, at);
    char digits[DIGITS_MOST];
    size_t size = 0;
    for (size_t i = 0; i < text.size && size < sizeof digits; i++)
        if ((text.data[i] >= '0' && text.data[i] <= '9') || text.data[i] == '.')
            digits[size++] = text.data[i];
    double value;
    if (!px_slice_number((struct px_slice){digits, size}, &value))
        return NAN;
    return value * px_figure_scale(context, article, at);
}

bool px_figure_is_sum(const struct px_compare_context *context, const struct px_article *article, uint32_t at)
{
    struct px_slice text = px_figure_token(article, at);
    return text.size > 0 && !(text.data[0] >= '0' && text.data[0] <= '9') &&
           px_figure_scale(context, article, at) >= LARGE_SCALE;
}

/* ---- numbers of another article that are near one ---- */

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static bool add_size(struct px_arena *arena, struct px_sizes *sizes, double size)
{
    double *item = isnan(size) ? NULL : px_vector_push(sizes, arena);
    if (item != NULL)
        *item = size;
    return item != NULL || isnan(size);
}

static void sort_sizes(struct px_sizes *sizes)
{
    if (sizes->count > 1)
        qsort(sizes->items, sizes->count, sizeof *sizes->items, by_size);
}

/* Is one of the sizes near this one, but for `share` of it? The nearest stand on both sides of it. */
static bool has_near(const struct px_sizes *sizes, double size, double share)
{
    size_t low = 0, high = sizes->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sizes->items[middle] < size)
            low = middle + 1;
        else
            high = middle;
    }
    return (low < sizes->count && fabs(sizes->items[low] - size) <= share * size) ||
           (low > 0 && fabs(sizes->items[low - 1] - size) <= share * size);
}

bool px_figure_is_near(const struct px_compare_context *context, const struct px_article *article, uint32_t at,
                       const struct px_figure_sizes *others)
{
    double value = px_figure_value(context, article, at); /* nothing is near NaN */
    bool rough = rough_start(context, article, at) != at;
    return has_near(rough ? &others->all : &others->rough, value, NEAR) ||
           (px_figure_is_sum(context, article, at) && has_near(&others->sums, value, NEAR_SUM));
}

/* What the hit that begins at the token, or ends there, weighs; 0 where there is none. */
static double weight_at(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                        bool ends, size_t lexicon, const char *category)
{
    const struct px_hit *hit = px_compare_hit(context, article, token, ends, lexicon, category);
    return hit == NULL ? 0 : px_resources_entry(context->worker->resources, hit)->weight;
}

/* How many stand before the token: digits, a word, "a", each with a half behind it; 0 where nothing tells. */
static double count_before(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_hit *half =
        token == 0 ? NULL : px_compare_hit(context, article, token - 1, true, PX_LEXICON_QUANTITIES, "quantity.half");
    uint32_t at = half == NULL ? token : half->first_token;
    double added = half == NULL ? 0 : px_resources_entry(context->worker->resources, half)->weight, digits;
    if (at == 0 || !px_figure_shares(article, at - 1, token))
        return 0;
    if (px_slice_number(px_figure_token(article, at - 1), &digits))
        return digits + added;
    double word = weight_at(context, article, at - 1, true, PX_LEXICON_NUMBERS, "number");
    bool one = px_compare_hit(context, article, at - 1, false, PX_LEXICON_NAMES, "name.indefinite") != NULL;
    return word > 0 ? word + added : one ? 1 + added : 0;
}

/* How many months the period lasts whose word is the token, "years", or that the token tells in one, "18-month"; 0
 * where it tells none. */
static double period_at(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    double unit = weight_at(context, article, token, false, PX_LEXICON_QUANTITIES, "quantity.period"), number;
    struct px_slice rest = px_figure_token(article, token), first;
    if (unit > 0) {
        const struct px_hit *half =
            px_compare_hit(context, article, token + 1, false, PX_LEXICON_QUANTITIES, "quantity.half");
        double count = count_before(context, article, token);
        bool behind = count > 0 && half != NULL && px_figure_shares(article, token + 1, token);
        return unit * (count + (behind ? px_resources_entry(context->worker->resources, half)->weight : 0));
    }
    if (px_slice_find(rest, PX_SLICE("-"), 0) == SIZE_MAX || !px_slice_next(&rest, '-', &first) ||
        !px_slice_number(first, &number))
        return 0;
    struct px_slice name = rest;
    uint32_t form = px_slice_next(&rest, '-', &name) ? px_vocabulary_add(context->worker->vocabulary, name) : PX_NONE;
    const uint32_t *entries;
    size_t count = form == PX_NONE ? 0 : px_match_form(context->worker->cache, form, PX_LEXICON_QUANTITIES, &entries);
    const struct px_lexicon *quantities = px_resources_lexicon(context->worker->resources, PX_LEXICON_QUANTITIES);
    for (size_t i = 0; i < count; i++)
        if (px_slice_is(quantities->entries.items[entries[i]].category, "quantity.period"))
            return number * quantities->entries.items[entries[i]].weight;
    return 0;
}

bool px_figure_lasts_alike(const struct px_compare_context *context, const struct px_article *article, uint32_t at,
                           const struct px_figure_sizes *others)
{
    if (context->worker->resources == NULL)
        return false;
    double period = period_at(context, article, at);
    if (period == 0 && px_figure_shares(article, at + 1, at))
        period = period_at(context, article, at + 1);
    return period > 0 && has_near(&others->periods, period, SAME);
}

/* Adds the sizes that the token tells. */
static bool read_sizes(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                       struct px_arena *arena, struct px_figure_sizes *sizes)
{
    double period = context->worker->resources == NULL ? 0 : period_at(context, article, token);
    if (period > 0 && !add_size(arena, &sizes->periods, period))
        return false;
    if (article->tokens.items[token].kind != PX_TOKEN_NUMBER)
        return true;
    double value = px_figure_value(context, article, token);
    return add_size(arena, &sizes->all, value) &&
           (rough_start(context, article, token) == token || add_size(arena, &sizes->rough, value)) &&
           (!px_figure_is_sum(context, article, token) || add_size(arena, &sizes->sums, value));
}

bool px_figure_sizes_read(const struct px_compare_context *context, const struct px_article *article,
                          struct px_arena *arena, struct px_figure_sizes *sizes)
{
    *sizes = (struct px_figure_sizes){0};
    for (uint32_t t = 0; t < article->tokens.count; t++)
        if (!read_sizes(context, article, t, arena, sizes))
            return false;
    sort_sizes(&sizes->all);
    sort_sizes(&sizes->rough);
    sort_sizes(&sizes->sums);
    sort_sizes(&sizes->periods);
    return true;
}

/* Is it the upper end of a range, the "12" of "between five and 12 seats"? */
static bool ends_range(const struct px_compare_context *context, const struct px_article *article, uint32_t at)
{
    if (at < 2 || !px_figure_shares(article, at - 2, at) || article->tokens.items[at - 1].kind != PX_TOKEN_WORD ||
        class_at(article, at - 1) != PX_WORD_OTHER)
        return false;
    return article->tokens.items[at - 2].kind == PX_TOKEN_NUMBER ||
           px_compare_hit(context, article, at - 2, true, PX_LEXICON_NUMBERS, "") != NULL;
}

/* A share before a word, with no article before it, "I 100 percent support it": nobody knows that the word is a
 * noun. */
static bool is_adverb(const struct px_compare_context *context, const struct px_article *article, uint32_t at,
                      uint32_t end)
{
    uint32_t first = rough_start(context, article, at);
    return at + 2 < end &&
           px_compare_hit(context, article, at + 1, false, PX_LEXICON_QUANTITIES, "quantity.share") != NULL &&
           (first == 0 || !px_figure_shares(article, first - 1, at) ||
            px_compare_hit(context, article, first - 1, false, PX_LEXICON_GRAMMAR, "grammar.determiner") == NULL);
}

static bool is_duration(const struct px_compare_context *context, const struct px_article *article, uint32_t end)
{
    return px_compare_hit(context, article, end - 1, true, PX_LEXICON_QUANTITIES, "quantity.duration") != NULL;
}

/* Does the phrase name what there is so many of? Of a share nobody knows of what it is one, a number by itself may count
 * anything, money may be for anything, and a time may be that of whatever happens. */
static bool tells(const struct px_compare_context *context, const struct px_article *article, uint32_t at, uint32_t end)
{
    bool compound = article->tokens.items[at].kind == PX_TOKEN_WORD; /* "13-month" */
    bool noun = end > at + 1 && is_counted(context, article, end - 1) && !px_figure_is_scale(context, article, end - 1);
    bool share = px_compare_hit(context, article, end - 1, true, PX_LEXICON_QUANTITIES, "quantity.share") != NULL;
    return noun && (compound || (!share && !is_duration(context, article, end) &&
                                 !is_adverb(context, article, at, end) && !ends_range(context, article, at)));
}

/* Does it tell how long something went on, "over 14 days", more likely than more days than these? */
static bool is_span(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                    uint32_t at, uint32_t end)
{
    return first + 1 == at &&
           px_compare_hit(context, article, first, false, PX_LEXICON_GRAMMAR, "grammar.preposition") != NULL &&
           is_duration(context, article, end);
}

/* Tokens [first, end) as written, without the mark behind the number `at` where one stands between it and its scale; as
 * written when memory is out. */
static struct px_slice text_of(const struct px_compare_context *context, const struct px_article *article,
                               uint32_t first, uint32_t at, uint32_t end)
{
    const struct px_token *tokens = article->tokens.items;
    struct px_slice text = px_slice_part(article->text, tokens[first].start, tokens[end - 1].end);
    uint32_t next = behind(context, article, at);
    if (next == at + 1 || next >= end)
        return text;
    size_t front = tokens[at].end - tokens[first].start, rest = tokens[end - 1].end - tokens[next].start;
    char *joined = px_arena_take(&context->comparison->arena, front + 1 + rest);
    if (joined == NULL)
        return text;
    memcpy(joined, text.data, front);
    joined[front] = ' ';
    memcpy(joined + front + 1, article->text.data + tokens[next].start, rest);
    return (struct px_slice){joined, front + 1 + rest};
}

struct px_figure px_figure_read(const struct px_compare_context *context, const struct px_article *article, uint32_t at)
{
    struct px_figure figure = {.text = px_figure_token(article, at), .bare = true};
    uint32_t first = at, end;
    if (px_compare_is_year(figure.text)) {
        figure.none = true;
        return figure;
    }
    if (article->lexemes == NULL) {
        end = plain_end(context, article, at);
    } else {
        end = unit_end(context, article, at, &figure.none);
        first = rough_start(context, article, at);
        if (!is_counted(context, article, end - 1) || px_figure_is_scale(context, article, end - 1))
            end = purpose_end(context, article, at, end);
    }
    figure.bare = first == at && end == at + 1;
    figure.none = figure.none || (article->lexemes != NULL && !tells(context, article, at, end)) ||
                  is_span(context, article, first, at, end);
    figure.text = text_of(context, article, first, at, end);
    return figure;
}
