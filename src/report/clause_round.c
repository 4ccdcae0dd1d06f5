/* The words of a sentence up to the end of a clause, as far as marks tell where that ends. */
#include "report/clause_round.h"

#include <string.h>

#include "text/utf8.h"

enum { MOST_WORDS = 46 };

static const struct px_token *token_of(const struct px_article *article, uint32_t token)
{
    return &article->tokens.items[token];
}

/* Does the token part clauses: a comma, a dash, a bracket, the mark that ends a sentence? */
static bool parts(const struct px_article *article, uint32_t token)
{
    enum { EN_DASH = 0x2013, HORIZONTAL_BAR = 0x2015, ELLIPSIS = 0x2026 };
    const struct px_token *of = token_of(article, token);
    struct px_slice text = px_slice_part(article->text, of->start, of->end);
    size_t at = 0;
    uint32_t c = px_utf8_next(text, &at);
    bool mark = c < 0x80 ? memchr(",;:()[].!?", (int)c, 10) != NULL || px_slice_is(text, "--")
                         : (c >= EN_DASH && c <= HORIZONTAL_BAR) || c == ELLIPSIS;
    return mark && !px_token_is_word(of);
}

/* Does a quotation go on over the byte? None goes over paragraphs. */
static bool is_quoted_at(const struct px_article *article, uint32_t byte)
{
    size_t block = px_vector_from(&article->blocks, start, byte + 1);
    uint32_t from = block == 0 ? 0 : article->blocks.items[block - 1].start;
    for (size_t q = px_vector_from(&article->quotations, span.start, byte); q-- > 0;) {
        if (article->quotations.items[q].span.start < from)
            return false;
        if (article->quotations.items[q].span.end > byte)
            return true;
    }
    return false;
}

static uint32_t count_words(const struct px_article *article, uint32_t first, uint32_t end)
{
    uint32_t words = 0;
    for (uint32_t t = first; t < end; t++)
        words += px_token_is_word(token_of(article, t));
    return words;
}

/* Behind the last token of the token's clause that leads on to nothing that is cut off, "… crowns *and the*". */
static uint32_t clause_end(const struct px_article *article, uint32_t token, uint32_t end)
{
    uint32_t t = token + 1;
    while (t < end && (!parts(article, t) || is_quoted_at(article, token_of(article, t)->start)))
        t++;
    while (t < end && t > token + 1 && article->lexemes != NULL && px_token_is_word(token_of(article, t - 1)) &&
           token_of(article, t - 1)->kind != PX_TOKEN_NUMBER && article->lexemes[t - 1].word_class == PX_WORD_OTHER)
        t--;
    return t;
}

struct px_clause_round px_clause_round(const struct px_article *article, uint32_t at)
{
    uint32_t token = px_tokens_reaching(&article->tokens, at);
    if (token >= article->tokens.count)
        return (struct px_clause_round){0};
    const struct px_sentence *sentence = &article->sentences.items[token_of(article, token)->sentence];
    uint32_t first = sentence->first_token, end = first + sentence->token_count;
    bool whole = count_words(article, first, end) <= MOST_WORDS;
    uint32_t last = whole ? end : clause_end(article, token, end);
    struct px_span span = {sentence->start, last == end ? sentence->end : token_of(article, last - 1)->end};
    if (count_words(article, first, last) > MOST_WORDS || is_quoted_at(article, span.start) ||
        is_quoted_at(article, span.end))
        return (struct px_clause_round){0};
    return (struct px_clause_round){span, last < end};
}
