/* What a topic is called by that has no name or phrase of its own, but words in a row in its most alike sentences: "just six
 * seats", "leave the Senate race". A telling word begins them, and a noun ends them, or what ends a clause; names may stand
 * between, and no "it". */
#include "align/topic_run.h"

#include "align/topic_terms.h"
#include "align/topic_words.h"

enum { FEWEST_CONTENT = 2, MOST_WORDS = 6 };

/* A run of the first article: from the token `start`, and how rare its words are together. */
struct run {
    uint32_t start, count;
    double weight;
};

static uint32_t fold_of(const struct px_compare_context *context, size_t a, uint32_t token)
{
    return px_compare_form(context, &context->articles[a]->tokens.items[token])->fold;
}

static bool is_small(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_token *at = &context->articles[a]->tokens.items[token];
    return px_token_is_full_word(at) && px_compare_form(context, at)->shape == PX_SHAPE_LOWER;
}

static bool is_quantity(const struct px_compare_context *context, size_t a, uint32_t token, const char *category)
{
    return px_compare_hit(context, context->articles[a], token, true, PX_LEXICON_QUANTITIES, category) != NULL;
}

/* Is it a part of a set phrase, "on behalf of", "at the time"? */
static bool is_set(const struct px_compare_context *context, size_t a, uint32_t token)
{
    enum { LONGEST = 4 };
    for (uint32_t back = 0; back < LONGEST && back <= token; back++) {
        const struct px_hit *hit =
            px_compare_hit(context, context->articles[a], token - back, false, PX_LEXICON_GRAMMAR, "grammar");
        if (hit != NULL && hit->token_count > 1 && hit->token_count > back)
            return true;
    }
    return false;
}

/* Does the word say something by itself, as the "big" of "big challenge" does not? */
static bool is_telling(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    return context->index.of[a][token] != PX_NONE && px_compare_is_content(context, &article->tokens.items[token]) &&
           !px_compare_is_class(context, article, token, "grammar.vague") && !is_set(context, a, token);
}

/* Does the word judge? The name of a topic is the report's own. */
static bool judges(const struct px_compare_context *context, size_t a, uint32_t token)
{
    return px_compare_hit(context, context->articles[a], token, false, PX_LEXICON_LOADED, "loaded") != NULL;
}

/* May words begin with the token: with a telling word, but no verb, of which nobody knows who does it, nor "million"? */
static bool is_beginning(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_lexeme *lexemes = context->articles[a]->lexemes;
    return is_small(context, a, token) && is_telling(context, a, token) &&
           !is_quantity(context, a, token, "quantity.scale") &&
           (lexemes == NULL || lexemes[token].word_class != PX_WORD_VERB);
}

/* May words end with the token: with a noun, but neither with the "political" of "political reasons" nor with "dollars" or
 * "months"? */
static bool is_end(const struct px_compare_context *context, size_t a, uint32_t token, uint32_t end)
{
    const struct px_article *article = context->articles[a];
    bool noun = article->lexemes != NULL && article->lexemes[token].word_class == PX_WORD_NOUN;
    return is_small(context, a, token) && is_telling(context, a, token) &&
           !is_quantity(context, a, token, "quantity.money") && !is_quantity(context, a, token, "quantity.duration") &&
           (noun || token + 1 == end || article->tokens.items[token + 1].kind == PX_TOKEN_PUNCTUATION);
}

/* Does the token join a verb to one before the run, whose object begins that, "take their *counsel and leave*"? */
static bool joins_verb(const struct px_compare_context *context, size_t a, uint32_t token, uint32_t end)
{
    const struct px_article *article = context->articles[a];
    return article->lexemes != NULL && token + 1 < end && article->lexemes[token + 1].word_class == PX_WORD_VERB &&
           px_compare_is_class(context, article, token, "grammar.coordinator");
}

/* Does the sentence of article b hold the run of article a? */
static bool holds(const struct px_compare_context *context, size_t a, const struct run *run, size_t b,
                  uint32_t sentence)
{
    const struct px_sentence *in = &context->articles[b]->sentences.items[sentence];
    for (uint32_t at = 0; at + run->count <= in->token_count; at++) {
        uint32_t equal = 0;
        while (equal < run->count &&
               fold_of(context, a, run->start + equal) == fold_of(context, b, in->first_token + at + equal))
            equal++;
        if (equal == run->count)
            return true;
    }
    return false;
}

/* Has the sentence of each other article that tells the topic the run? */
static bool is_shared(const struct px_compare_context *context, const struct px_topic *topic, size_t a,
                      const struct run *run)
{
    bool shared = true;
    for (size_t b = 0; shared && b < context->count; b++)
        shared = b == a || topic->spans[b].count == 0 || holds(context, a, run, b, topic->likest[b]);
    return shared;
}

/* The rarest run that begins with the token, if rarer than the best. */
static void try_from(const struct px_compare_context *context, const struct px_topic *topic, size_t a, uint32_t end,
                     struct run run, struct run *best)
{
    uint32_t content = 0;
    for (uint32_t t = run.start;
         t < end && run.count < MOST_WORDS && px_token_is_full_word(&context->articles[a]->tokens.items[t]); t++) {
        run.count++;
        if (judges(context, a, t) || px_compare_is_class(context, context->articles[a], t, "grammar.subject") ||
            joins_verb(context, a, t, end))
            return;
        if (!is_telling(context, a, t))
            continue;
        content++;
        run.weight += context->index.idf[context->index.of[a][t]];
        if (content < FEWEST_CONTENT || run.weight <= best->weight || !is_end(context, a, t, end))
            continue;
        if (!is_shared(context, topic, a, &run))
            return;
        *best = run;
    }
}

enum px_status px_topic_run(const struct px_compare_context *context, struct px_topic *topic, struct px_error *error)
{
    size_t a = px_topic_first_article(context, topic);
    const struct px_sentence *sentence = &context->articles[a]->sentences.items[topic->likest[a]];
    uint32_t end = sentence->first_token + sentence->token_count;
    struct run best = {0};
    for (uint32_t t = sentence->first_token; t < end; t++)
        if (is_beginning(context, a, t))
            try_from(context, topic, a, end, (struct run){.start = t}, &best);
    if (best.count == 0)
        return PX_OK;
    const struct px_token *tokens = context->articles[a]->tokens.items;
    struct px_slice text =
        px_slice_part(context->articles[a]->text, tokens[best.start].start, tokens[best.start + best.count - 1].end);
    return px_topic_add_term(context, topic, text, false, error);
}
