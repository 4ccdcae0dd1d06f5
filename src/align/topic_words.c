/* What a topic is called by that has no name or phrase of its own: nouns, and verbs that are rare in news, that its most
 * alike sentences share, "petition", "veto"; at last names and any verbs of these or of all its passages, if a part of their
 * places lies there. Two or three together tell a reader what is told there; one by itself may be anything. */
#include "align/topic_words.h"

#include "align/topic_lead.h"
#include "align/topic_terms.h"

#include <ctype.h>
#include <math.h>

enum { FEWEST = 2 }; /* one more of what all the articles begin with, of which two tell too little */
#define LEAST_IDF_OF_VERB 3.0
#define SHARE_LEAST 0.2 /* of its places: what the articles have all through tells no topic, "Republicans" */
#define MAIN_IDF 0.1    /* whom the event is about is told where little else is */

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

/* May the token tell of what the sentence is about: a noun, or a verb that is rare in news, with `all` any? */
static bool is_telling(const struct px_compare_context *context, size_t a, uint32_t token, bool all)
{
    const struct px_article *article = context->articles[a];
    if (article->lexemes == NULL || !is_plain(context, a, token) || is_of_others(context, a, token))
        return false;
    uint8_t class = article->lexemes[token].word_class;
    double least = class == PX_WORD_NOUN || (all && class == PX_WORD_VERB) ? PX_TOPIC_WORD_IDF
                   : class == PX_WORD_VERB                                 ? LEAST_IDF_OF_VERB
                                                                           : INFINITY;
    return context->index.idf[context->index.of[a][token]] >= least;
}

/* Where the words are looked for: the topic's most alike sentences, or all that is surely its. */
struct ground {
    const struct px_compare_context *context;
    const struct px_topic *topic;
    bool whole;
};

static bool lies_in(const struct ground *ground, size_t a, uint32_t byte)
{
    if (ground->whole)
        return px_spans_hold(&ground->topic->surely[a], byte);
    const struct px_sentence *sentence = &ground->context->articles[a]->sentences.items[ground->topic->likest[a]];
    return byte >= sentence->start && byte < sentence->end;
}

/* Has article a the word of the token of article b there, and not in a name? */
static bool holds(const struct ground *ground, size_t a, size_t b, uint32_t token)
{
    const struct px_compare_context *context = ground->context;
    uint32_t word = context->index.of[b][token];
    uint32_t root = px_compare_form(context, &context->articles[b]->tokens.items[token])->root;
    size_t count;
    const struct px_stand *stand = px_compare_standing_of(context, a, root, &count);
    for (size_t i = 0; i < count; i++)
        if (context->index.of[a][stand[i].token] == word && is_plain(context, a, stand[i].token) &&
            lies_in(ground, a, context->articles[a]->tokens.items[stand[i].token].start))
            return true;
    return false;
}

/* Has each article that tells the topic the word there? */
static bool is_shared(const struct ground *ground, size_t b, uint32_t token)
{
    bool shared = true;
    for (size_t a = 0; shared && a < ground->context->count; a++)
        shared = ground->topic->spans[a].count == 0 || holds(ground, a, b, token);
    return shared;
}

/* How many of its places in the articles lie in the topic, of the word of the token of article b. */
static double share_of_word(const struct ground *ground, size_t b, uint32_t token)
{
    const struct px_compare_context *context = ground->context;
    uint32_t word = context->index.of[b][token], inside = 0, all = 0;
    uint32_t root = px_compare_form(context, &context->articles[b]->tokens.items[token])->root;
    for (size_t a = 0; a < context->count; a++) {
        size_t count;
        const struct px_stand *stand = px_compare_standing_of(context, a, root, &count);
        for (size_t i = 0; i < count; i++) {
            bool same = context->index.of[a][stand[i].token] == word;
            all += same;
            inside += same && px_spans_hold(&ground->topic->surely[a],
                                            context->articles[a]->tokens.items[stand[i].token].start);
        }
    }
    return all > 0 ? (double)inside / all : 0;
}

static double share_of_name(const struct ground *ground, const struct px_referent *referent)
{
    uint32_t inside = 0, all = 0;
    for (size_t a = 0; a < ground->context->count; a++)
        for (size_t m = 0; m < referent->mentions[a].count; m++, all++)
            inside += px_spans_hold(&ground->topic->surely[a], referent->mentions[a].items[m].start);
    return all > 0 ? (double)inside / all : 0;
}

/* What is chosen, those first that are rarest and most of all here: a word at the token, or a name. */
struct item {
    struct px_slice text;
    uint32_t token; /* of a word */
    double idf, share;
    bool name, main; /* whom the event is about */
};

struct chosen {
    const struct ground *ground;
    size_t article;
    struct item items[PX_LABEL_MOST];
    size_t count;
};

/* Are the words one to a reader, "legislation" and "legislators"? */
static bool are_kin(const struct chosen *chosen, uint32_t token, uint32_t other)
{
    enum { ROOT = 6 }; /* bytes */
    const struct px_compare_context *context = chosen->ground->context;
    const struct px_article *article = context->articles[chosen->article];
    const uint32_t *of = context->index.of[chosen->article];
    const struct px_form *one = px_compare_form(context, &article->tokens.items[token]);
    const struct px_form *two = px_compare_form(context, &article->tokens.items[other]);
    return of[token] == of[other] ||
           (one->fold_text.size >= ROOT && px_slice_starts(two->fold_text, px_slice_part(one->fold_text, 0, ROOT)));
}

static bool has_word(const struct chosen *chosen, uint32_t token)
{
    for (size_t i = 0; i < chosen->count; i++)
        if (!chosen->items[i].name && are_kin(chosen, token, chosen->items[i].token))
            return true;
    return false;
}

static void choose(struct chosen *chosen, const struct item *item)
{
    if (item->share < SHARE_LEAST)
        return;
    size_t at = chosen->count < PX_LABEL_MOST ? chosen->count++ : PX_LABEL_MOST;
    for (; at > 0 && chosen->items[at - 1].idf * chosen->items[at - 1].share < item->idf * item->share; at--)
        if (at < PX_LABEL_MOST)
            chosen->items[at] = chosen->items[at - 1];
    if (at < PX_LABEL_MOST)
        chosen->items[at] = *item;
}

/* Chooses among the words of the text from byte `start` to before `end`. */
static void choose_words(struct chosen *chosen, uint32_t start, uint32_t end, bool all)
{
    const struct px_compare_context *context = chosen->ground->context;
    size_t a = chosen->article;
    const struct px_article *article = context->articles[a];
    for (uint32_t t = px_compare_token_at(article, start);
         t < article->tokens.count && article->tokens.items[t].start < end; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (is_telling(context, a, t, all) && !has_word(chosen, t) && is_shared(chosen->ground, a, t))
            choose(chosen, &(struct item){px_slice_part(article->text, token->start, token->end), t,
                                          context->index.idf[context->index.of[a][t]],
                                          all ? share_of_word(chosen->ground, a, t) : 1, false, false});
    }
}

/* Chooses among the words of the sentence, or of the passages, that the topic may be called by. */
static void choose_ground_words(struct chosen *chosen, bool all)
{
    const struct ground *ground = chosen->ground;
    size_t a = chosen->article;
    const struct px_spans *passages = &ground->topic->surely[a];
    const struct px_sentence *sentence = &ground->context->articles[a]->sentences.items[ground->topic->likest[a]];
    if (!ground->whole)
        choose_words(chosen, sentence->start, sentence->end, all);
    for (size_t i = 0; ground->whole && i < passages->count; i++)
        choose_words(chosen, passages->items[i].start, passages->items[i].end, all);
}

/* Does each article that tells the topic name the referent there? */
static bool is_named(const struct ground *ground, const struct px_referent *referent)
{
    bool named = true;
    for (size_t a = 0; named && a < ground->context->count; a++) {
        bool in = ground->topic->spans[a].count == 0;
        for (size_t m = 0; !in && m < referent->mentions[a].count; m++)
            in = lies_in(ground, a, referent->mentions[a].items[m].start);
        named = in;
    }
    return named;
}

static void choose_names(struct chosen *chosen)
{
    const struct px_compare_context *context = chosen->ground->context;
    for (size_t r = 0; r < context->comparison->referents.count; r++) {
        const struct px_referent *named = &context->comparison->referents.items[r];
        if (named->lexical || !is_named(chosen->ground, named))
            continue;
        bool main = px_topic_is_main(context, named);
        choose(chosen, &(struct item){.text = named->name,
                                      .idf = main ? MAIN_IDF : PX_TOPIC_NAME_IDF,
                                      .share = share_of_name(chosen->ground, named),
                                      .name = true,
                                      .main = main});
    }
}

/* How many of them are not whom the event is about. */
static size_t count_telling(const struct chosen *chosen)
{
    size_t count = 0;
    for (size_t i = 0; i < chosen->count; i++)
        count += !chosen->items[i].main;
    return count;
}

/* Chooses words, and with `all` names and any verbs; none where they are too few, or all of them whom the event is about. */
static struct chosen choose_from(const struct ground *ground, bool all)
{
    struct chosen chosen = {.ground = ground, .article = px_topic_first_article(ground->context, ground->topic)};
    choose_ground_words(&chosen, all);
    if (all)
        choose_names(&chosen);
    if (chosen.count > FEWEST && chosen.items[chosen.count - 1].main)
        chosen.count--;
    if (chosen.count < (ground->topic->leads ? FEWEST + 1 : FEWEST) || count_telling(&chosen) == 0)
        chosen.count = 0;
    return chosen;
}

size_t px_topic_first_article(const struct px_compare_context *context, const struct px_topic *topic)
{
    size_t i = 0;
    while (i + 1 < context->count && topic->spans[context->order[i]].count == 0)
        i++;
    return context->order[i];
}

enum px_status px_topic_words(const struct px_compare_context *context, struct px_topic *topic,
                              enum px_topic_ground ground, struct px_error *error)
{
    struct ground at = {context, topic, ground == PX_GROUND_PASSAGES};
    struct chosen chosen = choose_from(&at, ground != PX_GROUND_WORDS);
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < chosen.count; i++)
        status = px_topic_add_term(context, topic, chosen.items[i].text, chosen.items[i].name, error);
    return status;
}
