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

/* Notes the paragraphs that share more than one thing. */
static void note_edges(struct px_compare_context *context)
{
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        for (size_t side = 0; context->firm.items[e] && side < 2; side++)
            context->beside[edge->article[side]].shares[edge->block[side] * context->count + edge->article[!side]] =
                true;
    }
}

/* Notes the blocks in which somebody speaks whose words another article gives, too. `speak` is room for a mark a referent
 * and article. */
static void note_speakers(struct px_compare_context *context, bool *speak)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
            uint32_t referent = px_compare_referent(context, a, context->articles[a]->attributions.items[i].entity);
            if (referent != PX_NONE)
                speak[referent * context->count + a] = true;
        }
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
            const struct px_attribution *attribution = &context->articles[a]->attributions.items[i];
            uint32_t referent = px_compare_referent(context, a, attribution->entity);
            uint32_t block = context->articles[a]->sentences.items[attribution->sentence].block;
            for (size_t b = 0; referent != PX_NONE && b < context->count; b++)
                context->beside[a].shares[block * context->count + b] |= b != a && speak[referent * context->count + b];
        }
}

/* Strings the quotations of each block together. */
static void list_quotations(const struct px_article *article, struct px_beside *beside)
{
    for (size_t i = 0; i < article->blocks.count; i++)
        beside->first_quotation[i] = PX_NONE;
    for (uint32_t i = 0; i < article->quotations.count; i++) {
        uint32_t block = px_compare_block_at(article, article->quotations.items[i].span.start);
        if (block == PX_NONE)
            continue;
        beside->next_quotation[i] = beside->first_quotation[block];
        beside->first_quotation[block] = i;
    }
}

static enum px_status read_beside(struct px_compare_context *context, struct px_error *error)
{
    struct px_arena *scratch = &context->scratch;
    bool *speak = px_arena_array(scratch, bool, context->comparison->referents.count * context->count);
    context->beside = px_arena_array(scratch, struct px_beside, context->count);
    if (speak == NULL || context->beside == NULL)
        return px_compare_no_memory(error);
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        struct px_beside *beside = &context->beside[a];
        beside->shares = px_arena_array(scratch, bool, article->blocks.count * context->count);
        beside->first_quotation = px_arena_array(scratch, uint32_t, article->blocks.count);
        beside->next_quotation = px_arena_array(scratch, uint32_t, article->quotations.count);
        if (beside->shares == NULL || beside->first_quotation == NULL || beside->next_quotation == NULL)
            return px_compare_no_memory(error);
        list_quotations(article, beside);
    }
    note_edges(context);
    note_speakers(context, speak);
    return PX_OK;
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
    const struct px_beside *beside = &context->beside[a];
    const struct px_tellings *tellings = &context->tellings[b];
    for (uint32_t i = beside->first_quotation[block]; i != PX_NONE; i = beside->next_quotation[i]) {
        const struct px_quotation *quotation = &context->articles[a]->quotations.items[i];
        struct px_clause clause;
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
    return held >= (context->beside[a].shares[block * context->count + b] ? NEAR_BESIDE : NEAR);
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
    enum px_status status = read_beside(context, error);
    context->tellings = px_arena_array(&context->scratch, struct px_tellings, context->count);
    if (status == PX_OK && context->tellings == NULL)
        status = px_compare_no_memory(error);
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
