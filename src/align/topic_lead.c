/* Topics that all the articles begin with, and whom the event is about. */
#include "align/topic_lead.h"

uint32_t px_topic_head_end(const struct px_compare_context *context, size_t a)
{
    const struct px_article *article = context->articles[a];
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    return paragraphs->count > 0
               ? article->sentences.items[article->blocks.items[paragraphs->blocks[0]].first_sentence].end
               : 0;
}

void px_topic_find_leads(const struct px_compare_context *context, struct px_topic *topic)
{
    bool alone = false;
    topic->opens = topic->only == PX_NONE;
    for (size_t a = 0; topic->opens && a < context->count; a++) {
        topic->opens = topic->surely[a].count > 0 && topic->surely[a].items[0].start < px_topic_head_end(context, a);
        alone |= topic->surely[a].count == 1;
    }
    topic->leads = topic->opens && alone;
}

bool px_topic_likest_lead(const struct px_compare_context *context, const struct px_topic *topic)
{
    bool lead = topic->leads;
    for (size_t a = 0; lead && a < context->count; a++)
        lead = context->articles[a]->sentences.items[topic->likest[a]].end <= px_topic_head_end(context, a);
    return lead;
}

size_t px_topic_count_titles(const struct px_compare_context *context, const struct px_referent *referent)
{
    size_t titles = 0;
    for (size_t a = 0; a < context->count; a++)
        titles += px_compare_in_title(context->articles[a], &referent->mentions[a]);
    return titles;
}

bool px_topic_is_main(const struct px_compare_context *context, const struct px_referent *referent)
{
    size_t heads = 0;
    for (size_t a = 0; a < context->count; a++)
        heads +=
            referent->mentions[a].count > 0 && referent->mentions[a].items[0].start < px_topic_head_end(context, a);
    return heads == context->count && px_topic_count_titles(context, referent) > 0;
}
