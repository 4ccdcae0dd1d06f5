/* Phrases that all passages of a topic have: what it is called by where nothing names it. A noun with one or two words
 * before it, "night shifts"; a word by itself may stand anywhere. Those of the rarest words first, by what they weigh in
 * the likeness of sentences; each as the first article that has it writes it. */
#include "compare/likeness.h"
#include "compare/topic_plan.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 3 };

/* Words of an article in a row. */
struct phrase {
    uint32_t first, size; /* tokens */
    double weight;
    struct px_slice text;
};

/* Is the token a word that may end a phrase, or begin one? Where there is no grammar, any word of the index. */
static bool is_noun(const struct px_article *article, uint32_t token)
{
    return article->lexemes == NULL || article->lexemes[token].word_class == PX_WORD_NOUN;
}

static bool is_part(const struct px_article *article, uint32_t token)
{
    return is_noun(article, token) || article->lexemes[token].word_class == PX_WORD_ADJECTIVE;
}

/* Marks in `held` the words that every article of the topic has, by how many have it; `seen` is room. */
static void count_articles(const struct px_compare_context *context, const struct px_topic *topic, uint8_t *held,
                           uint32_t *seen)
{
    for (size_t i = 0; i < context->count; i++) {
        size_t a = context->order[i];
        const struct px_tokens *tokens = &context->articles[a]->tokens;
        for (uint32_t t = 0; topic->spans[a].count > 0 && t < tokens->count; t++) {
            uint32_t word = context->index.of[a][t];
            if (word == PX_NONE || seen[word] == i + 1 || !px_topic_holds(topic, a, tokens->items[t].start))
                continue;
            seen[word] = (uint32_t)i + 1;
            held[word]++;
        }
    }
}

static bool is_small(struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isupper((unsigned char)text.data[i]) || isdigit((unsigned char)text.data[i]))
            return false;
    return text.size > 2;
}

/* Does a phrase of so many words begin at the token: of words that all articles have there, in small letters, and nobody's
 * office ("minority leader")? */
static bool is_phrase(const struct px_compare_context *context, const struct px_topic *topic, size_t a, uint32_t first,
                      uint32_t size, const uint8_t *held)
{
    const struct px_article *article = context->articles[a];
    const struct px_token *tokens = article->tokens.items;
    uint32_t last = first + size - 1;
    bool fine = last < article->tokens.count && is_noun(article, last) &&
                px_compare_hit(context, article, last, true, PX_LEXICON_TITLES, "title") == NULL &&
                px_compare_hit(context, article, last, true, PX_LEXICON_ROLES, "role") == NULL;
    for (uint32_t t = first; fine && t <= last; t++)
        fine = context->index.of[a][t] != PX_NONE && held[context->index.of[a][t]] && is_part(article, t) &&
               px_topic_holds(topic, a, tokens[t].start) && tokens[t].sentence == tokens[first].sentence &&
               is_small(px_slice_part(article->text, tokens[t].start, tokens[t].end));
    return fine;
}

/* How often the article has the same words in a row: in its part of the topic, or elsewhere. */
static uint32_t count_places(const struct px_compare_context *context, const struct px_topic *topic, size_t a,
                             const uint32_t *words, uint32_t size, bool inside)
{
    const struct px_tokens *tokens = &context->articles[a]->tokens;
    uint32_t places = 0;
    for (uint32_t t = 0; t + size <= tokens->count; t++)
        places += memcmp(context->index.of[a] + t, words, size * sizeof *words) == 0 &&
                  px_topic_holds(topic, a, tokens->items[t].start) == inside;
    return places;
}

/* Do all articles of the topic have the phrase there; for `own`, each of them at least as often as elsewhere? */
static bool is_common(const struct px_compare_context *context, const struct px_topic *topic, size_t first,
                      const struct phrase *phrase, bool own)
{
    const uint32_t *words = context->index.of[first] + phrase->first;
    for (size_t a = 0; a < context->count; a++) {
        uint32_t inside = topic->spans[a].count == 0 ? 1 : count_places(context, topic, a, words, phrase->size, true);
        if (inside == 0 || (own && inside < count_places(context, topic, a, words, phrase->size, false)))
            return false;
    }
    return true;
}

/* Does the longer phrase hold the words of the shorter, whatever their endings? */
static bool holds(const uint32_t *words, const struct phrase *longer, const struct phrase *shorter)
{
    for (uint32_t at = 0; at + shorter->size <= longer->size; at++)
        if (memcmp(words + longer->first + at, words + shorter->first, shorter->size * sizeof *words) == 0)
            return true;
    return false;
}

/* Is the phrase one of the kept, or part of one? */
static bool is_kept(const uint32_t *words, const struct phrase *best, size_t count, const struct phrase *phrase)
{
    for (size_t i = 0; i < count; i++)
        if (holds(words, &best[i], phrase))
            return true;
    return false;
}

/* Is an earlier topic called so? It tells neither from the other. */
static bool is_taken(const struct px_compare_context *context, const struct px_topic *topic, struct px_slice text)
{
    for (const struct px_topic *other = context->comparison->topics.items; other < topic; other++)
        for (size_t i = 0; i < other->common_count; i++)
            if (px_slice_equal(other->common[i], text))
                return true;
    return false;
}

/* Puts the phrase among the weightiest, if it is one. */
static void keep(struct phrase *best, size_t *count, struct phrase phrase)
{
    size_t at = *count < PX_COMMON_MOST ? (*count)++ : PX_COMMON_MOST;
    for (; at > 0 && best[at - 1].weight < phrase.weight; at--)
        if (at < PX_COMMON_MOST)
            best[at] = best[at - 1];
    if (at < PX_COMMON_MOST)
        best[at] = phrase;
}

/* The longest phrase at the token that all have, if there is one; the weight of a phrase is its words'. */
static bool find_phrase(const struct px_compare_context *context, const struct px_topic *topic, size_t a,
                        uint32_t first, const uint8_t *held, struct phrase *phrase)
{
    const struct px_article *article = context->articles[a];
    for (uint32_t size = LONGEST; size > 1; size--) {
        *phrase = (struct phrase){.first = first, .size = size};
        if (!is_phrase(context, topic, a, first, size, held) || !is_common(context, topic, a, phrase, false))
            continue;
        for (uint32_t t = first; t < first + size; t++)
            phrase->weight += px_likeness_weight(context->likeness, context->index.of[a][t]);
        phrase->text = px_slice_part(article->text, article->tokens.items[first].start,
                                     article->tokens.items[first + size - 1].end);
        return true;
    }
    return false;
}

static enum px_status fill(struct px_compare_context *context, struct px_topic *topic, const uint8_t *held,
                           struct px_error *error)
{
    struct phrase best[PX_COMMON_MOST], phrase;
    size_t count = 0, a = 0;
    while (topic->spans[context->order[a]].count == 0)
        a++;
    a = context->order[a];
    for (uint32_t t = 0; t < context->articles[a]->tokens.count; t++) {
        if (!find_phrase(context, topic, a, t, held, &phrase))
            continue;
        t += phrase.size - 1;
        if (!is_kept(context->index.of[a], best, count, &phrase) && !is_taken(context, topic, phrase.text))
            keep(best, &count, phrase);
    }
    for (size_t i = 0; i < count; i++) {
        topic->phrased =
            topic->phrased || (px_topic_is_lead(context, topic) && is_common(context, topic, a, &best[i], true));
        if ((topic->common[i] = px_arena_copy(&context->comparison->arena, best[i].text)).data == NULL)
            return px_no_memory(error);
    }
    topic->common_count = count;
    return PX_OK;
}

/* Leaves those that every article of the topic has. */
static void keep_shared(const struct px_compare_context *context, const struct px_topic *topic, uint8_t *held)
{
    size_t articles = 0;
    for (size_t a = 0; a < context->count; a++)
        articles += topic->spans[a].count > 0;
    for (size_t w = 0; w < context->index.count; w++)
        held[w] = held[w] == articles;
}

enum px_status px_compare_common(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t t = 0; status == PX_OK && t < context->comparison->topics.count; t++) {
        struct px_topic *topic = &context->comparison->topics.items[t];
        if (topic->only != PX_NONE)
            continue;
        uint8_t *held = px_arena_array(&context->scratch, uint8_t, context->index.count);
        uint32_t *seen = px_arena_array(&context->scratch, uint32_t, context->index.count);
        if (held == NULL || seen == NULL)
            return px_no_memory(error);
        count_articles(context, topic, held, seen);
        keep_shared(context, topic, held);
        status = fill(context, topic, held, error);
    }
    return status;
}
