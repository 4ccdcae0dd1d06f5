/* How sure a topic is, and which of its paragraphs are less so: those that hardly any paragraph of another article there can
 * tell the same as (told.c). */
#include "align/topic_plan.h"

#include <math.h>

/* Of 115 paragraphs that are less sure in the sure topics of 40 pairs of articles, two readings found a counterpart in the
 * topic for 81, of the 290 others for 279. What quotes the same as a paragraph of another article is surely of the topic. */
#define LIKELY 0.93

struct doubt {
    struct px_compare_context *context;
    struct px_topic *topic;
    double **none; /* [articles][paragraphs] how likely it has no counterpart in the topic, were each by itself, */
    double **best; /* and how likely its likeliest pair there tells the same */
};

static bool is_held(const struct doubt *doubt, size_t a, uint32_t block)
{
    return px_topic_holds(doubt->topic, a, doubt->context->articles[a]->blocks.items[block].start);
}

static void weigh(struct doubt *doubt, const struct px_edge *edge)
{
    if (!is_held(doubt, edge->article[0], edge->block[0]) || !is_held(doubt, edge->article[1], edge->block[1]))
        return;
    doubt->topic->told = fmax(doubt->topic->told, edge->told);
    for (int side = 0; side < 2; side++) {
        uint32_t p = px_edge_paragraph(doubt->context, edge, side);
        double *best = &doubt->best[edge->article[side]][p];
        *best = fmax(*best, edge->told);
        doubt->none[edge->article[side]][p] *= edge->quoted ? 0 : 1 - edge->told;
    }
}

/* May a paragraph of the topic be less sure than the topic? The author's headings and the user's topics are no choice of
 * ours. */
static bool has_doubts(const struct px_topic *topic)
{
    return topic->only == PX_NONE && !topic->titled && (px_topic_is_sure(topic) || topic->told >= PX_TOPIC_SHOWN);
}

/* May the paragraph have no counterpart in the topic: has it none that is likely enough to make a topic sure, or are all
 * together too unlikely? Of a topic that is not sure: is it less likely than what such a topic must be to be shown? */
static bool is_doubtful(const struct doubt *doubt, size_t a, uint32_t p)
{
    if (!px_topic_is_sure(doubt->topic))
        return doubt->best[a][p] < PX_TOPIC_SHOWN && doubt->none[a][p] > 0; /* 0: it quotes the same */
    return doubt->best[a][p] < PX_TOPIC_TOLD || 1 - doubt->none[a][p] < LIKELY;
}

/* Is it the paragraph with the sentence by which the topic is shown, the most alike one of the article? */
static bool is_shown(const struct doubt *doubt, size_t a, uint32_t block)
{
    const struct px_article *article = doubt->context->articles[a];
    uint32_t shown = doubt->topic->likest[a];
    return shown < article->sentences.count && article->sentences.items[shown].block == block;
}

/* Lists the article's paragraphs of the topic. */
static bool list(struct doubt *doubt, size_t a)
{
    const struct px_paragraphs *paragraphs = &doubt->context->paragraphs[a];
    bool doubts = has_doubts(doubt->topic);
    for (uint32_t p = 0; p < paragraphs->count; p++) {
        const struct px_block *block = &doubt->context->articles[a]->blocks.items[paragraphs->blocks[p]];
        bool doubtful = doubts && is_doubtful(doubt, a, p) && !is_shown(doubt, a, paragraphs->blocks[p]);
        if (!is_held(doubt, a, paragraphs->blocks[p]))
            continue;
        struct px_span *span = px_vector_push(doubtful ? &doubt->topic->doubtful[a] : &doubt->topic->surely[a],
                                              &doubt->context->comparison->arena);
        if (span == NULL)
            return false;
        *span = (struct px_span){block->start, block->end};
    }
    return true;
}

/* What the articles begin with stands side by side where all of it is surely of the topic, else what is most alike. */
static void show_sure(struct doubt *doubt)
{
    struct px_topic *topic = doubt->topic;
    bool sure = true;
    for (size_t a = 0; a < doubt->context->count; a++)
        sure = sure && (topic->doubtful[a].count == 0 ||
                        !px_spans_hold(&topic->doubtful[a],
                                       doubt->context->articles[a]->sentences.items[topic->alike[a]].start));
    for (size_t a = 0; !sure && a < doubt->context->count; a++)
        topic->alike[a] = topic->likest[a];
}

static bool find(struct doubt *doubt)
{
    struct px_compare_context *context = doubt->context;
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t p = 0; p < context->paragraphs[a].count; p++) {
            doubt->none[a][p] = 1;
            doubt->best[a][p] = 0;
        }
    for (size_t e = 0; doubt->topic->only == PX_NONE && e < context->comparison->edges.count; e++)
        weigh(doubt, &context->comparison->edges.items[e]);
    bool done = true;
    for (size_t a = 0; done && a < context->count; a++)
        done = list(doubt, a);
    if (done)
        show_sure(doubt);
    return done;
}

enum px_status px_compare_doubt_topics(struct px_compare_context *context, struct px_error *error)
{
    struct doubt doubt = {.context = context,
                          .none = px_arena_array(&context->scratch, double *, context->count),
                          .best = px_arena_array(&context->scratch, double *, context->count)};
    bool done = doubt.none != NULL && doubt.best != NULL;
    for (size_t a = 0; done && a < context->count; a++) {
        doubt.none[a] = px_arena_array(&context->scratch, double, context->paragraphs[a].count);
        doubt.best[a] = px_arena_array(&context->scratch, double, context->paragraphs[a].count);
        done = doubt.none[a] != NULL && doubt.best[a] != NULL;
    }
    for (size_t t = 0; done && t < context->comparison->topics.count; t++) {
        doubt.topic = &context->comparison->topics.items[t];
        doubt.topic->surely = px_compare_each(context, struct px_spans);
        doubt.topic->doubtful = px_compare_each(context, struct px_spans);
        done = doubt.topic->surely != NULL && doubt.topic->doubtful != NULL && find(&doubt);
    }
    return done ? PX_OK : px_no_memory(error);
}
