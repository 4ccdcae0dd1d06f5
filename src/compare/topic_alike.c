/* Which sentences of a topic are most alike: its passages are shown by them. Two are as alike as the share of their words
 * that both have (Dice 1945), a word weighed by how rare it is in news and in the articles, and as if each said UNSAID
 * more, so that it takes more than a name that two short ones share. */
#include "compare/internal.h"

#include <math.h>

enum { MOST_SENTENCES = 200 }; /* of an article's passages: the first of longer ones */
#define UNSAID 6.0

/* The sentences of an article in a topic. */
struct part {
    size_t article;
    uint32_t sentences[MOST_SENTENCES];
    size_t count;
};

struct alike {
    const struct px_compare_context *context;
    double *weights; /* [words of the index] */
    uint32_t *held;  /* [words] the mark of the sentence last held against others, of those that have the word */
    uint32_t *seen;  /* [words] that of the last sentence that was read, of those */
    uint32_t mark;   /* of the last sentence that was read; no two have one */
    uint32_t *words; /* the words of that sentence, each once */
    size_t count;
    double *best; /* [articles] how alike the sentence is that was chosen so far */
};

static void read_words(struct alike *alike, size_t a, uint32_t sentence)
{
    const struct px_article *article = alike->context->articles[a];
    const struct px_sentence *at = &article->sentences.items[sentence];
    alike->mark++;
    alike->count = 0;
    for (uint32_t t = px_compare_token_at(article, at->start);
         t < article->tokens.count && article->tokens.items[t].start < at->end; t++) {
        uint32_t word = alike->context->index.of[a][t];
        if (word == PX_NONE || alike->seen[word] == alike->mark)
            continue;
        alike->seen[word] = alike->mark;
        alike->words[alike->count++] = word;
    }
}

/* What the words read last weigh; of those alone that the sentence held against others has, too, if there is one. */
static double weigh(const struct alike *alike, uint32_t held)
{
    double sum = 0;
    for (size_t i = 0; i < alike->count; i++)
        sum += held == 0 || alike->held[alike->words[i]] == held ? alike->weights[alike->words[i]] : 0;
    return sum;
}

/* The sentences of the topic's paragraphs. */
static void list(const struct px_compare_context *context, const struct px_topic *topic, size_t a, struct part *part)
{
    const struct px_article *article = context->articles[a];
    part->article = a;
    part->count = 0;
    for (uint32_t p = 0; p < context->paragraphs[a].count; p++) {
        const struct px_block *block = &article->blocks.items[context->paragraphs[a].blocks[p]];
        uint32_t end = block->first_sentence + block->sentence_count;
        if (!px_topic_holds(topic, a, block->start))
            continue;
        for (uint32_t s = block->first_sentence; s < end && part->count < MOST_SENTENCES; s++)
            part->sentences[part->count++] = s;
    }
}

/* Chooses the sentence where it is more alike than any before. */
static void choose(struct alike *alike, struct px_topic *topic, size_t a, uint32_t sentence, double likeness)
{
    if (likeness <= alike->best[a])
        return;
    alike->best[a] = likeness;
    topic->alike[a] = sentence;
}

static void hold_against(struct alike *alike, struct px_topic *topic, const struct part *x, const struct part *y)
{
    for (size_t i = 0; i < x->count; i++) {
        read_words(alike, x->article, x->sentences[i]);
        double all = weigh(alike, 0);
        uint32_t mark = alike->mark;
        for (size_t w = 0; w < alike->count; w++)
            alike->held[alike->words[w]] = mark;
        for (size_t j = 0; j < y->count; j++) {
            read_words(alike, y->article, y->sentences[j]);
            double likeness = 2 * weigh(alike, mark) / (all + weigh(alike, 0) + 2 * UNSAID);
            choose(alike, topic, x->article, x->sentences[i], likeness);
            choose(alike, topic, y->article, y->sentences[j], likeness);
        }
    }
}

/* A word weighs less the more sentences have it: ln((n + 1) / f) / ln(n + 1) of what it does in news. */
static void weigh_words(struct alike *alike)
{
    const struct px_compare_context *context = alike->context;
    double all = 1;
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t s = 0; s < context->articles[a]->sentences.count; s++) {
            read_words(alike, a, s);
            for (size_t w = 0; w < alike->count; w++)
                alike->weights[alike->words[w]]++;
            all++;
        }
    for (uint32_t w = 0; w < context->index.count; w++)
        if (alike->weights[w] > 0)
            alike->weights[w] = context->index.idf[w] * log(all / alike->weights[w]) / log(all);
}

static bool make_room(struct px_compare_context *context, struct alike *alike)
{
    struct px_arena *scratch = &context->scratch;
    size_t most = 0;
    for (size_t a = 0; a < context->count; a++)
        most = context->articles[a]->tokens.count > most ? context->articles[a]->tokens.count : most;
    alike->context = context;
    alike->weights = px_arena_array(scratch, double, context->index.count);
    alike->held = px_arena_array(scratch, uint32_t, context->index.count);
    alike->seen = px_arena_array(scratch, uint32_t, context->index.count);
    alike->words = px_arena_array(scratch, uint32_t, most);
    alike->best = px_arena_array(scratch, double, context->count);
    return alike->weights != NULL && alike->held != NULL && alike->seen != NULL && alike->words != NULL &&
           alike->best != NULL;
}

/* `parts` is room for one an article. */
static void find_alike(struct alike *alike, struct px_topic *topic, struct part *parts)
{
    const struct px_compare_context *context = alike->context;
    for (size_t i = 0; i < context->count; i++) {
        list(context, topic, context->order[i], &parts[i]);
        topic->alike[i] = topic->first_sentence[i];
        alike->best[i] = 0;
    }
    for (size_t i = 0; i < context->count; i++)
        for (size_t j = i + 1; j < context->count; j++)
            hold_against(alike, topic, &parts[i], &parts[j]);
}

enum px_status px_compare_alike(struct px_compare_context *context, struct px_error *error)
{
    struct alike alike = {0};
    struct part *parts = px_arena_array(&context->scratch, struct part, context->count);
    if (parts == NULL || !make_room(context, &alike))
        return px_compare_no_memory(error);
    weigh_words(&alike);
    for (size_t t = 0; t < context->comparison->topics.count; t++) {
        struct px_topic *topic = &context->comparison->topics.items[t];
        topic->alike = px_compare_each(context, uint32_t);
        if (topic->alike == NULL)
            return px_compare_no_memory(error);
        find_alike(&alike, topic, parts);
    }
    return PX_OK;
}
