/* What nobody else tells: of a topic that one article has alone, the paragraphs that no paragraph of another comes near.
 *
 * Topics are made of whole paragraphs, each of one topic only; what the other article tells in half a sentence under another
 * topic is lost to them. So each sentence of a one-sided topic is looked for in all of every other article, as a clause is
 * (telling.h): a paragraph is lone when none of its sentences is found. In doubt it is not: that nobody tells it is the
 * claim that has to be right. */
#include "compare/telling.h"

enum { QUOTED_LEAST = 2 }; /* words of a quotation that are told again when they stand together */
#define QUOTED_SHARE 0.8
enum { HELD_LEAST = 2 }; /* one word in common says nothing, however short the sentence */

/* A sentence that says so much … */
#define SAYING_LEAST 8.0
/* … is near one that holds so much of it; less is enough of what is told by somebody who speaks there, too, or beside a
 * paragraph that shares more than one thing with its own. Measured on 100 paragraphs of eight pairs, read by eye. */
#define NEAR 0.26
#define NEAR_BESIDE 0.17
#define NEAR_COUNTED 0.1

/* Is there a paragraph of article b that shares more than one thing with the block? */
static bool has_firm_edge(const struct px_compare_context *context, size_t a, uint32_t block, size_t b)
{
    bool turned = a > b;
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        if (context->firm.items[e] && edge->article[turned] == a && edge->article[!turned] == b &&
            edge->block[turned] == block)
            return true;
    }
    return false;
}

static bool speaks(const struct px_compare_context *context, size_t b, uint32_t referent)
{
    const struct px_article *article = context->articles[b];
    for (size_t i = 0; referent != PX_NONE && i < article->attributions.count; i++)
        if (px_compare_referent(context, b, article->attributions.items[i].entity) == referent)
            return true;
    return false;
}

/* Does somebody speak in the block whose words article b gives, too? */
static bool has_common_speaker(const struct px_compare_context *context, size_t a, uint32_t block, size_t b)
{
    const struct px_article *article = context->articles[a];
    const struct px_block *at = &article->blocks.items[block];
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *attribution = &article->attributions.items[i];
        if (attribution->sentence >= at->first_sentence &&
            attribution->sentence < at->first_sentence + at->sentence_count &&
            speaks(context, b, px_compare_referent(context, a, attribution->entity)))
            return true;
    }
    return false;
}

/* The most that one sentence of article b holds of the sentence; 1 for a number of theirs beside something else. */
static double nearness(const struct px_compare_context *context, size_t a, uint32_t sentence, size_t b)
{
    const struct px_sentence *at = &context->articles[a]->sentences.items[sentence];
    const struct px_tellings *tellings = &context->tellings[b];
    struct px_clause clause;
    px_clause_read(context, a, &(struct px_span){at->start, at->end}, 1, PX_NONE, (struct px_slice){"", 0}, &clause);
    if (px_clause_weight(&clause) < SAYING_LEAST)
        return 0;
    struct px_telling found =
        px_tellings_find(tellings, &clause, 0, (uint32_t)tellings->article->sentences.count, PX_TELLING_ANY);
    return found.counted >= NEAR_COUNTED ? 1 : found.held >= HELD_LEAST ? found.share : 0;
}

/* The same of any sentence of the block. */
static double nearest(const struct px_compare_context *context, size_t a, uint32_t block, size_t b)
{
    const struct px_block *at = &context->articles[a]->blocks.items[block];
    double most = 0;
    for (uint32_t s = at->first_sentence; s < at->first_sentence + at->sentence_count; s++) {
        double held = nearness(context, a, s, b);
        most = held > most ? held : most;
    }
    return most;
}

/* Does a sentence of article b hold all of a quotation in the block, be it two words? */
static bool has_quotation_of(const struct px_compare_context *context, size_t a, uint32_t block, size_t b)
{
    const struct px_article *article = context->articles[a];
    const struct px_block *at = &article->blocks.items[block];
    const struct px_tellings *tellings = &context->tellings[b];
    for (size_t i = 0; i < article->quotations.count; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        struct px_clause clause;
        if (quotation->span.start < at->start || quotation->span.start >= at->end)
            continue;
        px_clause_read(context, a, &quotation->span, 1, PX_NONE, (struct px_slice){"", 0}, &clause);
        if (clause.count >= QUOTED_LEAST &&
            px_tellings_find(tellings, &clause, 0, (uint32_t)tellings->article->sentences.count, PX_TELLING_ANY)
                    .alone >= QUOTED_SHARE)
            return true;
    }
    return false;
}

/* Is so much, held of a sentence of the block, near? */
static bool is_enough(const struct px_compare_context *context, size_t a, uint32_t block, size_t b, double held)
{
    return held >= NEAR ||
           (held >= NEAR_BESIDE && (has_firm_edge(context, a, block, b) || has_common_speaker(context, a, block, b)));
}

bool px_compare_is_near(const struct px_compare_context *context, size_t article, uint32_t sentence)
{
    uint32_t block = context->articles[article]->sentences.items[sentence].block;
    for (size_t b = 0; b < context->count; b++)
        if (b != article && is_enough(context, article, block, b, nearness(context, article, sentence, b)))
            return true;
    return false;
}

static bool is_lone(const struct px_compare_context *context, size_t a, uint32_t paragraph)
{
    uint32_t block = context->paragraphs[a].blocks[paragraph];
    for (size_t b = 0; b < context->count; b++)
        if (b != a &&
            (is_enough(context, a, block, b, nearest(context, a, block, b)) || has_quotation_of(context, a, block, b)))
            return false;
    return true;
}

/* Counts the topic's lone words, and finds the longest run of lone paragraphs side by side. */
static void find_runs(const struct px_compare_context *context, struct px_topic *topic)
{
    const struct px_article *article = context->articles[topic->only];
    const struct px_paragraphs *paragraphs = &context->paragraphs[topic->only];
    struct px_lone run = {.first_sentence = PX_NONE};
    for (uint32_t p = 0; p < paragraphs->count; p++) {
        const struct px_block *block = &article->blocks.items[paragraphs->blocks[p]];
        if (!px_topic_holds(topic, topic->only, block->start) || !is_lone(context, topic->only, p)) {
            run = (struct px_lone){.first_sentence = PX_NONE};
            continue;
        }
        topic->lone.words += paragraphs->words[p];
        if (run.run_words == 0) {
            run.first_sentence = block->first_sentence;
            run.span.start = block->start;
        }
        run.run_words += paragraphs->words[p];
        run.span.end = block->end;
        if (run.run_words > topic->lone.run_words)
            topic->lone = (struct px_lone){topic->lone.words, run.run_words, run.first_sentence, run.span};
    }
}

/* A topic that is told elsewhere in part is called after the rest. */
static enum px_status label_run(struct px_compare_context *context, struct px_topic *topic, struct px_error *error)
{
    uint32_t **topics = px_arena_array(&context->scratch, uint32_t *, context->count);
    if (topics == NULL)
        return px_compare_no_memory(error);
    for (size_t a = 0; a < context->count; a++) {
        const struct px_paragraphs *paragraphs = &context->paragraphs[a];
        if ((topics[a] = px_arena_array(&context->scratch, uint32_t, paragraphs->count)) == NULL)
            return px_compare_no_memory(error);
        for (uint32_t p = 0; a == topic->only && p < paragraphs->count; p++) {
            uint32_t start = context->articles[a]->blocks.items[paragraphs->blocks[p]].start;
            topics[a][p] = topic->lone.span.start <= start && start < topic->lone.span.end;
        }
    }
    return px_compare_label_topic(context, topics, 1, topic, error);
}

enum px_status px_compare_lone(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    context->tellings = px_arena_array(&context->scratch, struct px_tellings, context->count);
    if (context->tellings == NULL)
        return px_compare_no_memory(error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = px_tellings_read(context, a, &context->tellings[a], error);
    for (size_t t = 0; status == PX_OK && t < context->comparison->topics.count; t++) {
        struct px_topic *topic = &context->comparison->topics.items[t];
        topic->lone.first_sentence = PX_NONE;
        if (topic->only != PX_NONE)
            find_runs(context, topic);
        if (topic->lone.run_words >= PX_LONE_FEWEST && topic->lone.run_words < topic->words[topic->only])
            status = label_run(context, topic, error);
        px_compare_label_names(context, topic);
    }
    return status;
}
