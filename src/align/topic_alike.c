/* Which sentences of a topic are most alike: its passages are shown by them. The most alike of all tell the paragraphs,
 * unless others are clearly likelier to tell the same, and of two paragraphs together the sentences are shown that share
 * most: a paragraph's short "He has the money" says less than the sentence before it. */
#include "align/likeness.h"
#include "align/topic_plan.h"

#include <math.h>
#include <string.h>

#define TAG 0.25    /* what it counts that a sentence is alike which tells nothing but who said another one */
#define CLEARLY 0.1 /* so much likelier are paragraphs to tell the same that are preferred to those of alike ones */
#define LEADS_ALIKE 0.08 /* of first sentences: a reader holds them side by side before any others */

/* The sentences of an article in a topic. */
struct part {
    size_t article;
    uint32_t sentences[PX_LIKENESS_MOST];
    bool tags[PX_LIKENESS_MOST]; /* the sentence only tells who said what stands before it */
    size_t count;
};

struct alike {
    const struct px_compare_context *context;
    struct part *parts; /* [articles] */
    double *best;       /* [articles] how alike the sentence is that was chosen so far, … */
    uint32_t *with;     /* [articles] … and the article of the other one */
    bool telling;       /* how much two sentences share counts for more */
};

bool px_topic_is_tag(const struct px_article *article, uint32_t sentence)
{
    const struct px_sentence *at = &article->sentences.items[sentence];
    bool tag = false;
    for (size_t q = 0; q < article->quotations.count && article->quotations.items[q].span.start < at->end; q++) {
        const struct px_quotation *quotation = &article->quotations.items[q];
        if (quotation->span.end > at->start)
            return false;
        tag |= quotation->attribution < article->attributions.count &&
               article->attributions.items[quotation->attribution].sentence == sentence;
    }
    return tag;
}

/* The sentences of the topic's paragraphs, or of the one alone that is the block. */
static void list(const struct px_compare_context *context, const struct px_topic *topic, size_t a, uint32_t alone,
                 struct part *part)
{
    const struct px_article *article = context->articles[a];
    part->article = a;
    part->count = 0;
    for (uint32_t p = 0; p < context->paragraphs[a].count; p++) {
        const struct px_block *block = &article->blocks.items[context->paragraphs[a].blocks[p]];
        uint32_t end = block->first_sentence + block->sentence_count;
        if (!px_topic_holds(topic, a, block->start) || (alone != PX_NONE && alone != context->paragraphs[a].blocks[p]))
            continue;
        for (uint32_t s = block->first_sentence; s < end && part->count < PX_LIKENESS_MOST; s++) {
            part->tags[part->count] = px_topic_is_tag(article, s);
            part->sentences[part->count++] = s;
        }
    }
}

/* Chooses the sentence of article a where it is more alike to one of article b than any before. */
static void choose(struct alike *alike, struct px_topic *topic, size_t a, uint32_t sentence, size_t b, double likeness)
{
    if (likeness <= alike->best[a])
        return;
    alike->best[a] = likeness;
    alike->with[a] = (uint32_t)b;
    topic->alike[a] = sentence;
}

static void hold_against(struct alike *alike, struct px_topic *topic, const struct part *x, const struct part *y)
{
    struct px_likeness *of = alike->context->likeness;
    for (size_t i = 0; i < x->count; i++)
        for (size_t j = 0; j < y->count; j++) {
            double likeness = (alike->telling ? px_likeness_telling : px_likeness_of)(of, x->article, x->sentences[i],
                                                                                      y->article, y->sentences[j]);
            if (!alike->telling)
                topic->likeness = fmax(topic->likeness, likeness);
            likeness *= x->tags[i] || y->tags[j] ? TAG : 1;
            choose(alike, topic, x->article, x->sentences[i], y->article, likeness);
            choose(alike, topic, y->article, y->sentences[j], x->article, likeness);
        }
}

/* Holds the sentences of all the articles against each other. */
static void hold_all(struct alike *alike, struct px_topic *topic)
{
    alike->telling = false;
    for (size_t i = 0; i < alike->context->count; i++)
        alike->best[i] = 0;
    for (size_t i = 0; i < alike->context->count; i++)
        for (size_t j = i + 1; j < alike->context->count; j++)
            hold_against(alike, topic, &alike->parts[i], &alike->parts[j]);
}

/* Sets the blocks of the two articles to those of the topic that are likeliest to tell the same, where they are clearly
 * likelier than the given ones and those do not quote the same. */
static void prefer_told(const struct px_compare_context *context, const struct px_topic *topic, const uint32_t *pair,
                        uint32_t *blocks)
{
    double given = 0, best = 0;
    uint32_t likelier[2] = {blocks[0], blocks[1]};
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        bool turned = edge->article[0] == pair[1];
        uint32_t x = edge->block[turned], y = edge->block[!turned];
        if (edge->article[turned] != pair[0] || edge->article[!turned] != pair[1] ||
            !px_topic_holds(topic, pair[0], context->articles[pair[0]]->blocks.items[x].start) ||
            !px_topic_holds(topic, pair[1], context->articles[pair[1]]->blocks.items[y].start))
            continue;
        if (x == blocks[0] && y == blocks[1])
            given = edge->quoted ? 1 : edge->told;
        if (edge->told > best) {
            best = edge->told;
            likelier[0] = x;
            likelier[1] = y;
        }
    }
    if (best > given + CLEARLY)
        memcpy(blocks, likelier, sizeof likelier);
}

/* Holds the sentences of the paragraphs that two articles have chosen by each other against each other. Of a third article
 * the sentence stays. */
static void hold_paragraphs(struct alike *alike, struct px_topic *topic)
{
    const struct px_compare_context *context = alike->context;
    alike->telling = true;
    for (size_t a = 0; a < context->count; a++) {
        uint32_t b = alike->with[a];
        if (alike->best[a] == 0 || alike->with[b] != a || b < a)
            continue;
        uint32_t pair[] = {(uint32_t)a, b}, blocks[2];
        for (size_t side = 0; side < 2; side++)
            blocks[side] = context->articles[pair[side]]->sentences.items[topic->alike[pair[side]]].block;
        prefer_told(context, topic, pair, blocks);
        for (size_t side = 0; side < 2; side++) {
            list(context, topic, pair[side], blocks[side], &alike->parts[side]);
            alike->best[pair[side]] = 0;
        }
        hold_against(alike, topic, &alike->parts[0], &alike->parts[1]);
    }
}

/* Does each article of the topic begin there? */
static bool is_lead(const struct px_compare_context *context, const struct px_topic *topic)
{
    bool lead = true;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_paragraphs *paragraphs = &context->paragraphs[a];
        const struct px_block *first =
            paragraphs->count > 0 ? &context->articles[a]->blocks.items[paragraphs->blocks[0]] : NULL;
        lead &= topic->spans[a].count == 0 || (first != NULL && px_topic_holds(topic, a, first->start));
    }
    return lead;
}

/* Is the topic what the articles begin with, and have their first sentences something in common? */
static bool begin_alike(const struct px_compare_context *context, const struct px_topic *topic)
{
    double least = topic->only == PX_NONE && is_lead(context, topic) ? 1 : 0;
    uint32_t before = PX_NONE; /* article */
    for (size_t i = 0; i < context->count && least > 0; i++) {
        uint32_t a = (uint32_t)context->order[i];
        if (topic->spans[a].count == 0)
            continue;
        if (before != PX_NONE)
            least = fmin(least, px_likeness_of(context->likeness, before, topic->first_sentence[before], a,
                                               topic->first_sentence[a]));
        before = a;
    }
    return least >= LEADS_ALIKE;
}

static void find_alike(struct alike *alike, struct px_topic *topic)
{
    const struct px_compare_context *context = alike->context;
    for (size_t i = 0; i < context->count; i++) {
        size_t a = context->order[i];
        list(context, topic, a, PX_NONE, &alike->parts[i]);
        topic->alike[a] = topic->first_sentence[a];
    }
    hold_all(alike, topic);
    hold_paragraphs(alike, topic);
    memcpy(topic->likest, topic->alike, context->count * sizeof *topic->likest);
    if (begin_alike(context, topic))
        memcpy(topic->alike, topic->first_sentence, context->count * sizeof *topic->alike);
}

enum px_status px_compare_alike(struct px_compare_context *context, struct px_error *error)
{
    struct alike alike = {.context = context,
                          .parts = px_arena_array(&context->scratch, struct part, context->count),
                          .best = px_arena_array(&context->scratch, double, context->count),
                          .with = px_arena_array(&context->scratch, uint32_t, context->count)};
    if (alike.parts == NULL || alike.best == NULL || alike.with == NULL)
        return px_no_memory(error);
    for (size_t t = 0; t < context->comparison->topics.count; t++) {
        struct px_topic *topic = &context->comparison->topics.items[t];
        topic->alike = px_compare_each(context, uint32_t);
        topic->likest = px_compare_each(context, uint32_t);
        if (topic->alike == NULL || topic->likest == NULL)
            return px_no_memory(error);
        find_alike(&alike, topic);
    }
    return PX_OK;
}
