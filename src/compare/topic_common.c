/* Words that all passages of a topic have: what it is called by where nothing names it. Nouns, the rarest first, by what
 * they weigh in the likeness of sentences; each as the first article that has it writes it. */
#include "compare/likeness.h"

#include <ctype.h>

/* A word with an article's writing of it. */
struct common {
    uint32_t word;
    double weight;
    struct px_slice text;
};

/* Is the token a noun that tells something by itself? Where there is no grammar, any word of the index. */
static bool is_noun(const struct px_article *article, uint32_t token)
{
    return article->lexemes == NULL || article->lexemes[token].word_class == PX_WORD_NOUN;
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

/* Puts the word among the weightiest, if it is one. */
static void keep(struct common *best, size_t *count, struct common word)
{
    size_t at = *count < PX_COMMON_MOST ? (*count)++ : PX_COMMON_MOST;
    for (; at > 0 && best[at - 1].weight < word.weight; at--)
        if (at < PX_COMMON_MOST)
            best[at] = best[at - 1];
    if (at < PX_COMMON_MOST)
        best[at] = word;
}

static bool is_small(struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (isupper((unsigned char)text.data[i]) || isdigit((unsigned char)text.data[i]))
            return false;
    return text.size > 2;
}

static enum px_status fill(struct px_compare_context *context, struct px_topic *topic, uint8_t *held,
                           struct px_error *error)
{
    struct common best[PX_COMMON_MOST];
    size_t count = 0, articles = 0, first = context->count;
    for (size_t i = context->count; i-- > 0;)
        if (topic->spans[context->order[i]].count > 0) {
            first = context->order[i];
            articles++;
        }
    for (uint32_t t = 0; first < context->count && t < context->articles[first]->tokens.count; t++) {
        const struct px_article *article = context->articles[first];
        uint32_t word = context->index.of[first][t];
        struct px_slice text =
            px_slice_part(article->text, article->tokens.items[t].start, article->tokens.items[t].end);
        if (word == PX_NONE || held[word] < articles || !px_topic_holds(topic, first, article->tokens.items[t].start) ||
            !is_noun(article, t) || !is_small(text))
            continue;
        held[word] = 0; /* each once */
        keep(best, &count, (struct common){word, px_likeness_weight(context->likeness, word), text});
    }
    for (size_t i = 0; i < count; i++)
        if ((topic->common[i] = px_arena_copy(&context->comparison->arena, best[i].text)).data == NULL)
            return px_no_memory(error);
    topic->common_count = count;
    return PX_OK;
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
        status = fill(context, topic, held, error);
    }
    return status;
}
