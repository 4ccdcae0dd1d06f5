/* What a topic is called by that has no name or phrase of its own: nouns, and verbs that are rare in news, that its most
 * alike sentences share, "petition", "veto". Two or three together tell a reader what is told there; one by itself may be
 * anything. */
#include "align/topic_words.h"

#include "align/topic_lead.h"

#include <ctype.h>
#include <math.h>

enum { FEWEST = 2 };  /* one more of what all the articles begin with, of which two tell too little */
#define LEAST_IDF 1.7 /* a word that a fifth of all news holds says nothing: "president", "people" */
#define LEAST_IDF_OF_VERB 3.0

static bool is_small(struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isupper((unsigned char)text.data[i]) || isdigit((unsigned char)text.data[i]))
            return false;
    return text.size > 2;
}

/* A word of the index in small letters that is neither loaded nor says nothing by itself. */
static bool is_plain(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    const struct px_token *at = &article->tokens.items[token];
    return context->index.of[a][token] != PX_NONE && is_small(px_slice_part(article->text, at->start, at->end)) &&
           px_compare_hit(context, article, token, false, PX_LEXICON_LOADED, "loaded") == NULL &&
           !px_compare_is_class(context, article, token, "grammar.vague");
}

bool px_topic_is_word(const struct px_compare_context *context, size_t a, uint32_t token)
{
    return is_plain(context, a, token) &&
           px_compare_hit(context, context->articles[a], token, false, PX_LEXICON_VALENCE, "valence") == NULL;
}

/* Is it a word of an office, of speech, or one that hangs on others? */
static bool is_of_others(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    return (context->wording.kinds[context->index.of[a][token]] & (PX_WORDING_SPEECH | PX_WORDING_EMPTY)) != 0 ||
           px_compare_hit(context, article, token, true, PX_LEXICON_TITLES, "title") != NULL ||
           px_compare_is_class(context, article, token, "grammar.loose");
}

/* May the token tell of what the sentence is about: a noun, or a verb that is rare in news? */
static bool is_telling(const struct px_compare_context *context, size_t a, uint32_t token)
{
    const struct px_article *article = context->articles[a];
    if (article->lexemes == NULL || !is_plain(context, a, token) || is_of_others(context, a, token))
        return false;
    uint8_t class = article->lexemes[token].word_class;
    double least = class == PX_WORD_NOUN ? LEAST_IDF : class == PX_WORD_VERB ? LEAST_IDF_OF_VERB : INFINITY;
    return context->index.idf[context->index.of[a][token]] >= least;
}

/* Has the sentence of article a the word, and not in a name? */
static bool holds(const struct px_compare_context *context, size_t a, uint32_t sentence, uint32_t word)
{
    const struct px_sentence *at = &context->articles[a]->sentences.items[sentence];
    for (uint32_t t = at->first_token; t < at->first_token + at->token_count; t++)
        if (context->index.of[a][t] == word && is_plain(context, a, t))
            return true;
    return false;
}

/* Has the sentence of each article that tells the topic the word? */
static bool is_shared(const struct px_compare_context *context, const struct px_topic *topic, uint32_t word)
{
    bool shared = true;
    for (size_t a = 0; shared && a < context->count; a++)
        shared = topic->spans[a].count == 0 || holds(context, a, topic->likest[a], word);
    return shared;
}

/* The tokens chosen so far, the rarest first. */
struct chosen {
    const struct px_compare_context *context;
    size_t article;
    uint32_t tokens[PX_LABEL_MOST];
    size_t count;
};

static uint32_t word_at(const struct chosen *chosen, uint32_t token)
{
    return chosen->context->index.of[chosen->article][token];
}

/* Are the words one to a reader, "legislation" and "legislators"? */
static bool are_kin(const struct chosen *chosen, uint32_t token, uint32_t other)
{
    enum { ROOT = 6 }; /* bytes */
    const struct px_form *one =
        px_compare_form(chosen->context, &chosen->context->articles[chosen->article]->tokens.items[token]);
    const struct px_form *two =
        px_compare_form(chosen->context, &chosen->context->articles[chosen->article]->tokens.items[other]);
    return word_at(chosen, token) == word_at(chosen, other) ||
           (one->fold_text.size >= ROOT && px_slice_starts(two->fold_text, px_slice_part(one->fold_text, 0, ROOT)));
}

static void choose(struct chosen *chosen, uint32_t token)
{
    const double *idf = chosen->context->index.idf;
    uint32_t word = word_at(chosen, token);
    for (size_t i = 0; i < chosen->count; i++)
        if (are_kin(chosen, token, chosen->tokens[i]))
            return;
    size_t at = chosen->count < PX_LABEL_MOST ? chosen->count++ : PX_LABEL_MOST;
    for (; at > 0 && idf[word_at(chosen, chosen->tokens[at - 1])] < idf[word]; at--)
        if (at < PX_LABEL_MOST)
            chosen->tokens[at] = chosen->tokens[at - 1];
    if (at < PX_LABEL_MOST)
        chosen->tokens[at] = token;
}

size_t px_topic_first_article(const struct px_compare_context *context, const struct px_topic *topic)
{
    size_t i = 0;
    while (i + 1 < context->count && topic->spans[context->order[i]].count == 0)
        i++;
    return context->order[i];
}

static enum px_status put(const struct chosen *chosen, struct px_topic *topic, struct px_error *error)
{
    const struct px_article *article = chosen->context->articles[chosen->article];
    struct px_arena *arena = &chosen->context->comparison->arena;
    topic->label = px_arena_array(arena, struct px_slice, chosen->count);
    for (size_t i = 0; topic->label != NULL && i < chosen->count; i++) {
        const struct px_token *token = &article->tokens.items[chosen->tokens[i]];
        topic->label[i] = px_arena_copy(arena, px_slice_part(article->text, token->start, token->end));
        if (topic->label[i].data == NULL)
            return px_no_memory(error);
        topic->label_count++;
    }
    return topic->label != NULL ? PX_OK : px_no_memory(error);
}

enum px_status px_topic_words(const struct px_compare_context *context, struct px_topic *topic, struct px_error *error)
{
    struct chosen chosen = {.context = context, .article = px_topic_first_article(context, topic)};
    size_t a = chosen.article;
    const struct px_sentence *sentence = &context->articles[a]->sentences.items[topic->likest[a]];
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
        if (is_telling(context, a, t) && is_shared(context, topic, context->index.of[a][t]))
            choose(&chosen, t);
    size_t fewest = topic->leads ? FEWEST + 1 : FEWEST;
    return chosen.count < fewest ? PX_OK : put(&chosen, topic, error);
}
