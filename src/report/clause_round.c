/* The words round a place: its clause, as far as marks tell where that begins and ends. */
#include "report/clause_round.h"

#include <string.h>

#include "text/utf8.h"

enum { MOST_WHOLE = 46, FEWEST_WORDS = 12, MOST_BEFORE = 10, MOST_BEHIND = 20 };

static const struct px_token *token_of(const struct px_article *article, uint32_t token)
{
    return &article->tokens.items[token];
}

static struct px_slice text_of(const struct px_article *article, uint32_t token)
{
    return px_slice_part(article->text, token_of(article, token)->start, token_of(article, token)->end);
}

static bool shares(const struct px_article *article, uint32_t token, uint32_t at)
{
    return token < article->tokens.count && token_of(article, token)->sentence == token_of(article, at)->sentence;
}

/* Is the token a mark of quotation? No clause goes over one: half of a quotation would be left. */
static bool quotes(const struct px_article *article, uint32_t token)
{
    size_t at = 0;
    enum px_quote_mark mark = px_utf8_quote_mark(px_utf8_next(text_of(article, token), &at));
    return mark != PX_QUOTE_NONE && mark != PX_QUOTE_APOSTROPHE && !px_token_is_word(token_of(article, token));
}

/* Does the token part clauses: a comma, a dash, a bracket, the mark that ends a sentence? */
static bool parts(const struct px_article *article, uint32_t token)
{
    enum { EN_DASH = 0x2013, HORIZONTAL_BAR = 0x2015, ELLIPSIS = 0x2026 };
    struct px_slice text = text_of(article, token);
    size_t at = 0;
    uint32_t c = px_utf8_next(text, &at);
    bool mark = c < 0x80 ? memchr(",;:()[].!?", (int)c, 10) != NULL || px_slice_is(text, "--")
                         : (c >= EN_DASH && c <= HORIZONTAL_BAR) || c == ELLIPSIS;
    return mark && !px_token_is_word(token_of(article, token));
}

struct reach {
    uint32_t first, last; /* tokens */
    uint32_t before, behind;
};

/* May the reach go on to the token, which stands in the sentence of `at`? */
static bool is_open(const struct px_article *article, uint32_t token, uint32_t at)
{
    return shares(article, token, at) && !quotes(article, token);
}

/* Goes on to the left up to a mark, over one that stands there; false where nothing is left. */
static bool reach_left(const struct px_article *article, uint32_t at, struct reach *reach)
{
    uint32_t token = reach->first;
    while (token > 0 && is_open(article, token - 1, at) && parts(article, token - 1))
        token--;
    uint32_t start = token;
    while (token > 0 && is_open(article, token - 1, at) && !parts(article, token - 1) && reach->before < MOST_BEFORE) {
        token--;
        reach->before += px_token_is_word(token_of(article, token));
    }
    if (token < start)
        reach->first = token;
    return token < start;
}

static bool reach_right(const struct px_article *article, uint32_t at, struct reach *reach)
{
    uint32_t token = reach->last + 1;
    while (is_open(article, token, at) && parts(article, token))
        token++;
    uint32_t start = token;
    for (; is_open(article, token, at) && !parts(article, token) && reach->behind < MOST_BEHIND; token++)
        reach->behind += px_token_is_word(token_of(article, token));
    if (token > start)
        reach->last = token - 1;
    return token > start;
}

/* Its own clause, up to the marks that stand next. */
static void reach_clause(const struct px_article *article, uint32_t at, struct reach *reach)
{
    if (at > 0 && shares(article, at - 1, at) && !parts(article, at - 1))
        reach_left(article, at, reach);
    if (shares(article, at + 1, at) && !parts(article, at + 1))
        reach_right(article, at, reach);
}

/* Does a word of the sentence of `at` stand before the token, or behind it? */
static bool has_word(const struct px_article *article, uint32_t token, uint32_t at, bool before)
{
    for (uint32_t t = token; before ? t-- > 0 : ++t < article->tokens.count;) {
        if (!shares(article, t, at))
            return false;
        if (px_token_is_word(token_of(article, t)))
            return true;
    }
    return false;
}

static bool is_capital(const struct px_article *article, uint32_t token)
{
    return px_token_is_word(token_of(article, token)) && px_slice_is_capital(text_of(article, token), 0);
}

/* Takes off what is left of a name that is cut, "… *Day* earlier this month". */
static void begin_firmly(const struct px_article *article, uint32_t at, struct reach *reach)
{
    while (reach->first < at && reach->first > 0 && is_capital(article, reach->first) &&
           is_capital(article, reach->first - 1) && shares(article, reach->first - 1, at))
        reach->first++;
}

/* Takes off the words at the end that lead on to what is cut off, "… crowns *and the*". */
static void end_firmly(const struct px_article *article, uint32_t at, struct reach *reach)
{
    while (article->lexemes != NULL && reach->last > at && px_token_is_word(token_of(article, reach->last)) &&
           token_of(article, reach->last)->kind != PX_TOKEN_NUMBER &&
           article->lexemes[reach->last].word_class == PX_WORD_OTHER)
        reach->last--;
}

struct px_clause_round px_clause_round(const struct px_article *article, uint32_t at)
{
    uint32_t token = px_tokens_reaching(&article->tokens, at);
    if (token >= article->tokens.count)
        return (struct px_clause_round){0};
    struct reach reach = {.first = token, .last = token};
    reach_clause(article, token, &reach);
    bool more = true;
    while (more && reach.before + reach.behind + 1 < FEWEST_WORDS)
        more = reach_left(article, token, &reach) || reach_right(article, token, &reach);
    begin_firmly(article, token, &reach);
    bool cut_after = has_word(article, reach.last, token, false);
    if (cut_after)
        end_firmly(article, token, &reach);
    return (struct px_clause_round){{token_of(article, reach.first)->start, token_of(article, reach.last)->end},
                                    has_word(article, reach.first, token, true),
                                    cut_after};
}

/* Is the sentence short, and without marks of quotation? Then all of it is the clause. */
static bool is_whole(const struct px_article *article, const struct px_sentence *sentence)
{
    uint32_t words = 0;
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        if (quotes(article, t))
            return false;
        words += px_token_is_word(token_of(article, t));
    }
    return words <= MOST_WHOLE;
}

struct px_clause_round px_sentence_round(const struct px_article *article, uint32_t at)
{
    uint32_t token = px_tokens_reaching(&article->tokens, at);
    if (token >= article->tokens.count)
        return (struct px_clause_round){0};
    const struct px_sentence *sentence = &article->sentences.items[token_of(article, token)->sentence];
    return is_whole(article, sentence) ? (struct px_clause_round){{sentence->start, sentence->end}, false, false}
                                       : px_clause_round(article, at);
}
