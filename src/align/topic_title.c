/* What others call a topic: the user's name for it, or the heading above it. */
#include "align/topic_plan.h"

#define SECTION_LEAST 0.5 /* share of the topic's words in the article that lie in the section */

/* Words of the section (the paragraphs from `first` to `*end`) that lie in the topic; all of them in `*words`. */
static uint32_t cover(const struct px_compare_context *context, size_t a, const struct px_spans *spans, uint32_t first,
                      uint32_t *end, uint32_t *words)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    uint32_t covered = 0;
    size_t s = 0;
    *words = 0;
    for (*end = first;
         *end < paragraphs->count && px_topic_section(context, a, *end) == px_topic_section(context, a, first);
         ++*end) {
        uint32_t start = context->articles[a]->blocks.items[paragraphs->blocks[*end]].start;
        while (s < spans->count && spans->items[s].end <= start)
            s++;
        covered += s < spans->count && spans->items[s].start <= start ? paragraphs->words[*end] : 0;
        *words += paragraphs->words[*end];
    }
    return covered;
}

struct px_slice px_compare_heading(const struct px_compare_context *context, const struct px_topic *topic)
{
    struct px_slice heading = {0};
    uint32_t most = 0;
    for (size_t i = 0; i < context->count; i++) {
        size_t a = context->order[i];
        for (uint32_t p = 0, end; topic->spans[a].count > 0 && p < context->paragraphs[a].count; p = end) {
            uint32_t words, covered = cover(context, a, &topic->spans[a], p, &end, &words);
            uint32_t section = px_topic_section(context, a, p);
            if (covered <= most || covered < words || covered < SECTION_LEAST * topic->words[a] ||
                section >= context->articles[a]->sections.count ||
                context->articles[a]->sections.items[section].heading.size == 0)
                continue;
            most = covered;
            heading = context->articles[a]->sections.items[section].heading;
        }
    }
    return heading;
}

/* One article's heading says nothing for the other, and may take sides. */
enum px_status px_compare_title_topic(struct px_compare_context *context, uint32_t *const *topics, uint32_t number,
                                      struct px_topic *topic, struct px_error *error)
{
    struct px_slice title = px_compare_user_topic(context, topics, number);
    if (title.size == 0 && topic->only != PX_NONE)
        title = px_compare_heading(context, topic);
    if (title.size == 0)
        return PX_OK;
    topic->label[0] = px_arena_copy(&context->comparison->arena, title);
    if (topic->label[0].data == NULL)
        return px_no_memory(error);
    topic->label_count = 1;
    topic->titled = true;
    return PX_OK;
}
