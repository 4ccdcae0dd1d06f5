/* The words round a place: its clause, as far as marks tell where that begins and ends. */
#include "report/clause_round.h"

#include <string.h>

enum { FEWEST_WORDS = 12, MOST_BEFORE = 10, MOST_BEHIND = 20 };

/* The first token that ends behind the byte; the tokens' count where none does. */
static uint32_t token_at(const struct px_article *article, uint32_t at)
{
    uint32_t low = 0, high = (uint32_t)article->tokens.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (article->tokens.items[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct px_token *token_of(const struct px_article *article, uint32_t token)
{
    return &article->tokens.items[token];
}

static bool shares(const struct px_article *article, uint32_t token, uint32_t at)
{
    return token < article->tokens.count && token_of(article, token)->sentence == token_of(article, at)->sentence;
}

/* Does the token part clauses: a comma, a dash, a bracket, a mark of quotation? */
static bool parts(const struct px_article *article, uint32_t token)
{
    const struct px_token *mark = token_of(article, token);
    return mark->kind != PX_TOKEN_WORD && mark->kind != PX_TOKEN_NUMBER &&
           memchr("$%&#+/'", article->text.data[mark->start], 7) == NULL;
}

struct reach {
    uint32_t first, last; /* tokens */
    uint32_t before, behind;
};

/* Goes on to the left up to a mark, or over one and what stands behind it; false where nothing is left. */
static bool reach_left(const struct px_article *article, uint32_t at, struct reach *reach)
{
    uint32_t token = reach->first;
    while (token > 0 && shares(article, token - 1, at) && parts(article, token - 1))
        token--;
    uint32_t start = token;
    while (token > 0 && shares(article, token - 1, at) && !parts(article, token - 1) && reach->before < MOST_BEFORE) {
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
    while (shares(article, token, at) && parts(article, token))
        token++;
    uint32_t start = token;
    for (; shares(article, token, at) && !parts(article, token) && reach->behind < MOST_BEHIND; token++)
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

struct px_clause_round px_clause_round(const struct px_article *article, uint32_t at)
{
    uint32_t token = token_at(article, at);
    if (token >= article->tokens.count)
        return (struct px_clause_round){0};
    struct reach reach = {.first = token, .last = token};
    reach_clause(article, token, &reach);
    bool more = true;
    while (more && reach.before + reach.behind + 1 < FEWEST_WORDS)
        more = reach_left(article, token, &reach) || reach_right(article, token, &reach);
    return (struct px_clause_round){
        {token_of(article, reach.first)->start, token_of(article, reach.last)->end},
        reach.first > 0 && shares(article, reach.first - 1, token) && !parts(article, reach.first - 1),
        shares(article, reach.last + 1, token) && !parts(article, reach.last + 1),
    };
}
