/* The user's topics (--topics): which paragraphs tell of which. */
#include "align/align.h"

enum { HITS_LEAST = 2 };
#define SHARE_LEAST 0.25 /* not every paragraph on a thing says its name */

/* Numbers the categories in order of the lexicon. */
static enum px_status name_topics(struct px_compare_context *context, const struct px_lexicon *lexicon,
                                  uint32_t *topic_of, struct px_error *error)
{
    struct px_table ids = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < lexicon->entries.count; i++) {
        bool added;
        topic_of[i] = px_table_add(&ids, lexicon->entries.items[i].category, &added);
        struct px_slice *name =
            topic_of[i] == PX_NONE || !added ? NULL : px_vector_push(&context->user_topics, &context->scratch);
        if (topic_of[i] == PX_NONE || (added && name == NULL))
            status = px_no_memory(error);
        else if (added)
            *name = lexicon->entries.items[i].category;
    }
    px_table_release(&ids);
    return status;
}

/* The topic with most hits in each paragraph; of several the one that stands first in the user's file. */
static void choose(struct px_compare_context *context, size_t a, const uint32_t *topic_of, uint32_t *hits)
{
    const struct px_article *article = context->articles[a];
    size_t topics = px_resources_topics(context->worker->resources), count = context->user_topics.count, h = 0;
    for (uint32_t p = 0; p < context->paragraphs[a].count; p++) {
        const struct px_block *block = &article->blocks.items[context->paragraphs[a].blocks[p]];
        uint32_t most = 0;
        memset(hits, 0, count * sizeof *hits);
        for (; h < article->hits.count; h++) {
            const struct px_hit *hit = &article->hits.items[h];
            uint32_t start = article->tokens.items[hit->first_token].start;
            if (start >= block->end)
                break;
            if (start >= block->start && hit->lexicon == topics)
                hits[topic_of[hit->entry]]++;
        }
        for (uint32_t t = 0; t < count; t++)
            if (hits[t] > most) {
                context->paragraphs[a].user_hits[p] = most = hits[t];
                context->paragraphs[a].user_topic[p] = t;
            }
    }
}

enum px_status px_compare_user_topics(struct px_compare_context *context, struct px_error *error)
{
    size_t topics = px_resources_topics(context->worker->resources);
    for (size_t a = 0; a < context->count; a++) {
        struct px_paragraphs *paragraphs = &context->paragraphs[a];
        paragraphs->user_topic = px_arena_array(&context->scratch, uint32_t, paragraphs->count);
        paragraphs->user_hits = px_arena_array(&context->scratch, uint32_t, paragraphs->count);
        if (paragraphs->user_topic == NULL || paragraphs->user_hits == NULL)
            return px_no_memory(error);
        memset(paragraphs->user_topic, 0xff, paragraphs->count * sizeof *paragraphs->user_topic);
    }
    if (topics == PX_NO_TOPICS)
        return PX_OK;
    const struct px_lexicon *lexicon = px_resources_lexicon(context->worker->resources, topics);
    uint32_t *topic_of = px_arena_array(&context->scratch, uint32_t, lexicon->entries.count);
    if (topic_of == NULL)
        return px_no_memory(error);
    enum px_status status = name_topics(context, lexicon, topic_of, error);
    uint32_t *hits = px_arena_array(&context->scratch, uint32_t, context->user_topics.count);
    if (status != PX_OK || hits == NULL)
        return status != PX_OK ? status : px_no_memory(error);
    for (size_t a = 0; a < context->count; a++)
        choose(context, a, topic_of, hits);
    return PX_OK;
}

/* Words and hits of user topic `wanted` in the paragraphs of the topic; of any paragraph when it is PX_NONE. */
static double words_on(const struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                       uint32_t wanted, uint32_t *hits)
{
    double words = 0;
    *hits = 0;
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t p = 0; p < context->paragraphs[a].count; p++) {
            if (topics[a][p] != topic || (wanted != PX_NONE && context->paragraphs[a].user_topic[p] != wanted))
                continue;
            words += context->paragraphs[a].words[p];
            *hits += context->paragraphs[a].user_hits[p];
        }
    return words;
}

struct px_slice px_compare_user_topic(const struct px_compare_context *context, uint32_t *const *topics, uint32_t topic)
{
    struct px_slice best = {0};
    uint32_t hits;
    double all = words_on(context, topics, topic, PX_NONE, &hits), most = 0;
    for (uint32_t t = 0; t < context->user_topics.count; t++) {
        double words = words_on(context, topics, topic, t, &hits);
        if (hits >= HITS_LEAST && words > most) {
            most = words;
            best = context->user_topics.items[t];
        }
    }
    return most >= SHARE_LEAST * all ? best : (struct px_slice){0};
}
