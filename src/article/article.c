#include "article/article.h"

#include <stdarg.h>
#include <stdio.h>

#include "text/utf8.h"

void px_article_release(struct px_article *article)
{
    px_arena_release(&article->arena);
    *article = (struct px_article){0};
}

struct px_slice px_article_speaker(const struct px_article *article, uint32_t attribution)
{
    if (attribution >= article->attributions.count)
        return (struct px_slice){0};
    const struct px_attribution *it = &article->attributions.items[attribution];
    if (it->entity != PX_NONE && !it->delegate)
        return article->entities.items[it->entity].name;
    return it->speaker.count == 0 ? (struct px_slice){0}
                                  : px_slice_span(article->text, px_article_describer(article, attribution));
}

bool px_article_takes_the(const struct px_article *article, uint32_t entity, struct px_slice name)
{
    return entity < article->entities.count && article->entities.items[entity].definite &&
           px_slice_equal(article->entities.items[entity].name, name);
}

static bool has_speaker(const struct px_article *article, uint32_t sentence)
{
    for (size_t i = 0; i < article->attributions.count; i++)
        if (article->attributions.items[i].sentence == sentence && article->attributions.items[i].speaker.count > 0)
            return true;
    return false;
}

uint32_t px_article_sentence_at(const struct px_article *article, uint32_t byte)
{
    size_t behind = px_vector_from(&article->sentences, start, byte + 1);
    return behind > 0 ? (uint32_t)(behind - 1) : article->sentences.count > 0 ? 0 : PX_NONE;
}

bool px_article_names(const struct px_article *article, struct px_span words, uint32_t entity)
{
    for (size_t m = px_vector_from(&article->mentions, start, words.start);
         entity != PX_NONE && m < article->mentions.count && article->mentions.items[m].start < words.end; m++)
        if (article->mentions.items[m].entity == entity && article->mentions.items[m].form <= PX_MENTION_ALIAS)
            return true;
    return false;
}

uint32_t px_article_block_words(const struct px_article *article, const struct px_block *block)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < block->sentence_count; i++)
        words += article->sentences.items[block->first_sentence + i].words;
    return words;
}

const struct px_quotation *px_article_speech_at(const struct px_article *article, uint32_t byte)
{
    for (size_t q = 0; q < article->quotations.count && article->quotations.items[q].span.start < byte; q++)
        if (article->quotations.items[q].kind == PX_QUOTATION_SPEECH && article->quotations.items[q].span.end > byte)
            return &article->quotations.items[q];
    return NULL;
}

/* Does a mark of quotation that opens stand at the token: behind a blank, and right before a word? */
static bool opens_quotation(const struct px_article *article, uint32_t token)
{
    const struct px_token *at = &article->tokens.items[token];
    size_t byte = at->start;
    return at->kind == PX_TOKEN_PUNCTUATION && (at->flags & PX_TOKEN_SPACE_BEFORE) != 0 &&
           token + 1 < article->tokens.count && (at[1].flags & PX_TOKEN_SPACE_BEFORE) == 0 &&
           px_utf8_quote_mark(px_utf8_next(article->text, &byte)) != PX_QUOTE_NONE;
}

bool px_article_quotes_twice(const struct px_article *article, uint32_t token)
{
    for (size_t q = 0; q < article->quotations.count; q++) {
        const struct px_quotation *quotation = &article->quotations.items[q];
        if (quotation->first_token >= token || token - quotation->first_token >= quotation->token_count)
            continue;
        for (uint32_t t = quotation->first_token + 1; t < token; t++)
            if (opens_quotation(article, t))
                return true;
    }
    return false;
}

bool px_article_quotes(const struct px_article *article, struct px_span span)
{
    size_t block = px_vector_from(&article->blocks, start, span.start + 1);
    uint32_t from = block == 0 ? 0 : article->blocks.items[block - 1].start; /* none runs over paragraphs */
    for (size_t i = px_vector_from(&article->quotations, span.start, span.start + 1); i-- > 0;) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        const struct px_token *first = &article->tokens.items[quotation->first_token];
        if (quotation->span.start < from)
            return false;
        if (first->start <= span.start && span.end <= first[quotation->token_count - 1].end)
            return true;
    }
    return false;
}

bool px_article_is_scare(const struct px_article *article, const struct px_quotation *quotation)
{
    if (quotation->kind != PX_QUOTATION_SCARE || quotation->attribution != PX_NONE || quotation->unbalanced ||
        quotation->unclear || quotation->token_count < 3)
        return false;
    const struct px_token *first = &article->tokens.items[quotation->first_token];
    const struct px_token *last = first + quotation->token_count - 2; /* before the closing mark */
    bool comma = last->end - last->start == 1 && article->text.data[last->start] == ',';
    return first->attribution == PX_NONE && !comma && !has_speaker(article, first->sentence);
}

struct px_span px_attribution_namer(const struct px_attribution *attribution)
{
    return attribution->named.end > attribution->named.start ? attribution->named : attribution->speaker.items[0];
}

static bool is_nominal(const struct px_article *article, uint32_t token)
{
    uint8_t word_class = article->lexemes[token].word_class;
    return word_class == PX_WORD_NOUN || word_class == PX_WORD_NAME || word_class == PX_WORD_NUMBER;
}

static bool is_comma(const struct px_article *article, uint32_t token)
{
    return token < article->tokens.count && article->tokens.items[token].kind == PX_TOKEN_PUNCTUATION &&
           article->text.data[article->tokens.items[token].start] == ',';
}

/* "the Dayton, Ohio, branch": is it one of the commas round the state of a town that belongs to a noun behind them? */
static bool is_of_town(const struct px_article *article, uint32_t comma)
{
    enum { STATE_MOST = 3 };
    uint32_t first = comma, last = comma + 1;
    for (uint32_t steps = 0;
         steps < STATE_MOST && last < article->tokens.count && article->lexemes[last].word_class == PX_WORD_NAME;
         steps++)
        last++;
    if (last == comma + 1) /* the second of the two */
        for (first--, last = comma; comma - first <= STATE_MOST && first > 0 && !is_comma(article, first); first--)
            if (article->lexemes[first].word_class != PX_WORD_NAME)
                return false;
    return is_comma(article, first) && is_comma(article, last) && last > first + 1 && first > 0 &&
           article->lexemes[first - 1].word_class == PX_WORD_NAME && last + 1 < article->tokens.count &&
           article->lexemes[last + 1].word_class == PX_WORD_NOUN;
}

/* Is it one word, which alone does not tell who is meant: "people"? */
static bool is_one_word(const struct px_article *article, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++)
        if (article->text.data[at] == ' ')
            return false;
    return end > start;
}

/* Is the phrase short, and parted by no mark? */
static bool is_short(const struct px_article *article, struct px_span span, size_t most)
{
    size_t t = px_tokens_reaching(&article->tokens, span.start), first = t;
    for (; t < article->tokens.count && article->tokens.items[t].start < span.end; t++)
        if (article->tokens.items[t].kind == PX_TOKEN_PUNCTUATION || t >= first + most)
            return false;
    return true;
}

struct px_span px_article_describer(const struct px_article *article, uint32_t attribution)
{
    enum { WORDS_MOST = 8 };
    struct px_span span = px_attribution_namer(&article->attributions.items[attribution]);
    if (article->attributions.items[attribution].clausal)
        return span;
    uint32_t t = article->lexemes == NULL || span.end == span.start ? (uint32_t)article->tokens.count
                                                                    : px_tokens_reaching(&article->tokens, span.start);
    uint32_t end = span.start, open = 0; /* the end before a bracket that is open */
    uint32_t described = 0, last = 0;    /* of an adjective behind the last noun, and of the last word */
    for (size_t words = 0; t < article->tokens.count && article->tokens.items[t].start < span.end; t++, words++) {
        const struct px_token *token = &article->tokens.items[t];
        uint8_t word_class = article->lexemes[t].word_class;
        char mark = token->kind == PX_TOKEN_PUNCTUATION ? article->text.data[token->start] : 0;
        open = mark == '(' ? end : mark == ')' ? 0 : open;
        bool over = token->kind == PX_TOKEN_PUNCTUATION
                        ? mark == ',' && !is_of_town(article, t)
                        : word_class == PX_WORD_VERB || (word_class == PX_WORD_OTHER && words >= WORDS_MOST);
        if (over && end > span.start)
            break;
        end = is_nominal(article, t) ? token->end : end;
        described = is_nominal(article, t) ? 0 : word_class == PX_WORD_ADJECTIVE ? token->end : described;
        last = token->kind == PX_TOKEN_PUNCTUATION ? last : token->end;
    }
    if (described > end && end > span.start && last > described) /* "people *close to him*" */
        end = last;
    if (is_one_word(article, span.start, end) && is_short(article, span, WORDS_MOST))
        end = span.end; /* "people *briefed on the matter*" */
    end = open > span.start ? open : end;
    return end > span.start ? (struct px_span){span.start, end} : span;
}

/* Does the word strengthen the one behind it, or label whom that names? */
static bool leans_on_next(const struct px_article *article, const struct px_match *match)
{
    uint32_t at = match->first_token, next = at + 1;
    if (article->lexemes == NULL || match->token_count != 1 || next >= article->tokens.count ||
        article->tokens.items[next].sentence != article->tokens.items[at].sentence ||
        article->tokens.items[next].kind != PX_TOKEN_WORD ||
        article->tokens.items[next].start != article->tokens.items[at].end + 1)
        return false;
    uint8_t word_class = article->lexemes[at].word_class, behind = article->lexemes[next].word_class;
    if (word_class == PX_WORD_ADVERB) /* "allegedly", which doubts, doubts whatever stands there */
        return (behind == PX_WORD_ADJECTIVE || behind == PX_WORD_VERB) &&
               !px_slice_starts(match->category, PX_SLICE("loaded.distance"));
    return word_class == PX_WORD_ADJECTIVE && behind == PX_WORD_NOUN &&
           px_slice_starts(match->category, PX_SLICE("loaded.label"));
}

struct px_slice px_article_loaded_words(const struct px_article *article, const struct px_match *match, bool *alone)
{
    bool leans = leans_on_next(article, match);
    if (alone != NULL)
        *alone = !leans;
    return px_slice_part(article->text, match->start,
                         leans ? article->tokens.items[match->first_token + 1].end : match->end);
}

void px_article_warn(struct px_article *article, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(NULL, 0, format, arguments); /* NOLINT(clang-analyzer-valist.Uninitialized): va_start */
    va_end(arguments);
    char *message = size < 0 ? NULL : px_arena_take(&article->arena, (size_t)size + 1);
    struct px_slice *warning = message == NULL ? NULL : px_vector_push(&article->warnings, &article->arena);
    if (warning == NULL)
        return;
    va_start(arguments, format);
    vsnprintf(message, (size_t)size + 1, format, arguments);
    va_end(arguments);
    *warning = (struct px_slice){message, (size_t)size};
}
