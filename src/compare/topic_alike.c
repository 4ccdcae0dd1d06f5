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

/* The words of the sentences of an article: each word of a sentence once, sentence after sentence. */
struct sentences {
    uint32_t *words;
    uint32_t *ends;  /* [sentences] behind its last word */
    double *weights; /* [sentences] of all its words */
};

struct alike {
    const struct px_compare_context *context;
    struct sentences *of; /* [articles] */
    double *weights;      /* [words of the index] */
    uint32_t *held;       /* [words] the mark of the sentence last held against others, of those that have the word */
    uint32_t mark;        /* of that sentence; no two have one */
    double *best;         /* [articles] how alike the sentence is that was chosen so far */
};

static uint32_t first_word(const struct sentences *of, uint32_t sentence)
{
    return sentence == 0 ? 0 : of->ends[sentence - 1];
}

/* Lists the words of the article's sentences, and counts for each word in how many it stands. `seen` is room for a mark
 * a word, of the last sentence that has it. */
static void list_words(struct alike *alike, size_t a, uint32_t *seen)
{
    const struct px_article *article = alike->context->articles[a];
    struct sentences *of = &alike->of[a];
    uint32_t count = 0;
    for (uint32_t s = 0; s < article->sentences.count; s++) {
        const struct px_sentence *at = &article->sentences.items[s];
        alike->mark++;
        for (uint32_t t = px_compare_token_at(article, at->start);
             t < article->tokens.count && article->tokens.items[t].start < at->end; t++) {
            uint32_t word = alike->context->index.of[a][t];
            if (word == PX_NONE || seen[word] == alike->mark)
                continue;
            seen[word] = alike->mark;
            alike->weights[word]++;
            of->words[count++] = word;
        }
        of->ends[s] = count;
    }
}

/* What the words of the sentence weigh; of those alone that the sentence held against others has, too, if `held` is its
 * mark and not 0. */
static double weigh(const struct alike *alike, size_t a, uint32_t sentence, uint32_t held)
{
    const struct sentences *of = &alike->of[a];
    double sum = 0;
    for (uint32_t i = first_word(of, sentence); i < of->ends[sentence]; i++)
        sum += held == 0 || alike->held[of->words[i]] == held ? alike->weights[of->words[i]] : 0;
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
    const struct sentences *of = &alike->of[x->article], *others = &alike->of[y->article];
    for (size_t i = 0; i < x->count; i++) {
        uint32_t mark = ++alike->mark, one = x->sentences[i];
        for (uint32_t w = first_word(of, one); w < of->ends[one]; w++)
            alike->held[of->words[w]] = mark;
        for (size_t j = 0; j < y->count; j++) {
            uint32_t other = y->sentences[j];
            double likeness =
                2 * weigh(alike, y->article, other, mark) / (of->weights[one] + others->weights[other] + 2 * UNSAID);
            choose(alike, topic, x->article, one, likeness);
            choose(alike, topic, y->article, other, likeness);
        }
    }
}

/* A word weighs less the more sentences have it: ln((n + 1) / f) / ln(n + 1) of what it does in news. */
static void weigh_words(struct alike *alike)
{
    const struct px_compare_context *context = alike->context;
    double all = 1;
    for (size_t a = 0; a < context->count; a++)
        all += (double)context->articles[a]->sentences.count;
    for (uint32_t w = 0; w < context->index.count; w++)
        if (alike->weights[w] > 0)
            alike->weights[w] = context->index.idf[w] * log(all / alike->weights[w]) / log(all);
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t s = 0; s < context->articles[a]->sentences.count; s++)
            alike->of[a].weights[s] = weigh(alike, a, s, 0);
}

static bool read_articles(struct px_compare_context *context, struct alike *alike)
{
    struct px_arena *scratch = &context->scratch;
    uint32_t *seen = px_arena_array(scratch, uint32_t, context->index.count);
    alike->context = context;
    alike->of = px_arena_array(scratch, struct sentences, context->count);
    alike->weights = px_arena_array(scratch, double, context->index.count);
    alike->held = px_arena_array(scratch, uint32_t, context->index.count);
    alike->best = px_arena_array(scratch, double, context->count);
    if (seen == NULL || alike->of == NULL || alike->weights == NULL || alike->held == NULL || alike->best == NULL)
        return false;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        alike->of[a] = (struct sentences){px_arena_array(scratch, uint32_t, article->tokens.count),
                                          px_arena_array(scratch, uint32_t, article->sentences.count),
                                          px_arena_array(scratch, double, article->sentences.count)};
        if (alike->of[a].words == NULL || alike->of[a].ends == NULL || alike->of[a].weights == NULL)
            return false;
        list_words(alike, a, seen);
    }
    weigh_words(alike);
    return true;
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
    for (size_t i = 0; i < context->count; i++)
        topic->likeness = fmax(topic->likeness, alike->best[i]);
}

enum px_status px_compare_alike(struct px_compare_context *context, struct px_error *error)
{
    struct alike alike = {0};
    struct part *parts = px_arena_array(&context->scratch, struct part, context->count);
    if (parts == NULL || !read_articles(context, &alike))
        return px_no_memory(error);
    for (size_t t = 0; t < context->comparison->topics.count; t++) {
        struct px_topic *topic = &context->comparison->topics.items[t];
        topic->alike = px_compare_each(context, uint32_t);
        if (topic->alike == NULL)
            return px_no_memory(error);
        find_alike(&alike, topic, parts);
    }
    return PX_OK;
}
