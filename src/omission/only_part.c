/* What part a name has in its article: does its bearer do or say anything there, or does it stand there by the way? */
#include "omission/only_news.h"

/* Does the entity do anything that the article tells of, or speak? Where grammar is not known, it may. */
bool px_only_does(const struct px_article *article, uint32_t entity)
{
    for (size_t i = 0; i < article->acts.count; i++)
        if (article->acts.items[i].agent == entity)
            return true;
    for (size_t i = 0; i < article->events.count; i++)
        if (article->events.items[i].subject.entity == entity)
            return true;
    for (size_t i = 0; i < article->attributions.count; i++)
        if (article->attributions.items[i].entity == entity)
            return true;
    return !article->parsed;
}

/* May the word stand between a verb or "to" and the noun that follows: an adjective, a noun, "the"? */
static bool is_inside(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    uint8_t class = article->lexemes[token].word_class;
    return class == PX_WORD_NOUN || class == PX_WORD_NAME || class == PX_WORD_ADJECTIVE || class == PX_WORD_NUMBER ||
           px_compare_is_class(context, article, token, "grammar.determiner");
}

/* The first token before this one that stands not inside its noun phrase; PX_NONE: there is none near it in its sentence. */
static uint32_t before_phrase(const struct px_compare_context *context, const struct px_article *article,
                              uint32_t token)
{
    enum { WORDS_MOST = 5 };
    uint32_t sentence = article->tokens.items[token].sentence;
    for (uint32_t t = token; t > 0 && token - t < WORDS_MOST; t--) {
        const struct px_token *before = &article->tokens.items[t - 1];
        if (before->sentence != sentence || before->kind == PX_TOKEN_PUNCTUATION)
            return PX_NONE;
        if (!is_inside(context, article, t - 1))
            return t - 1;
    }
    return PX_NONE;
}

/* "granting asylum *to the writer Ada Brell*": is something done with regard to the bearer, who is told behind the verb's
 * object? "has ties to her" tells of nothing that is done. */
static bool receives(const struct px_compare_context *context, const struct px_article *article,
                     const struct px_mention *mention)
{
    if (article->lexemes == NULL)
        return false;
    uint32_t to = before_phrase(context, article, mention->first_token);
    if (to == PX_NONE || to == 0 || !px_compare_is_class(context, article, to, "grammar.to") ||
        article->lexemes[to - 1].word_class != PX_WORD_NOUN)
        return false;
    uint32_t verb = before_phrase(context, article, to);
    return verb != PX_NONE && article->lexemes[verb].word_class == PX_WORD_VERB &&
           !px_compare_is_class(context, article, verb, "grammar.be") &&
           !px_compare_is_class(context, article, verb, "grammar.have");
}

static bool receives_anywhere(const struct px_compare_context *context, const struct px_article *article,
                              uint32_t entity)
{
    for (size_t m = 0; m < article->mentions.count; m++)
        if (article->mentions.items[m].entity == entity && receives(context, article, &article->mentions.items[m]))
            return true;
    return false;
}

/* Does anything that the article tells of happen by the entity or to it, or does it speak? */
bool px_only_has_part(const struct px_compare_context *context, const struct px_article *article, uint32_t entity)
{
    if (receives_anywhere(context, article, entity))
        return true;
    for (size_t i = 0; i < article->acts.count; i++)
        if (article->acts.items[i].patient == entity)
            return true;
    return px_only_does(article, entity);
}
