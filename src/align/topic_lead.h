/* Topics that all the articles begin with: the event itself, which a phrase from their tails would misname. Private to the
 * align room. */
#ifndef PX_ALIGN_TOPIC_LEAD_H
#define PX_ALIGN_TOPIC_LEAD_H

#include "align/align.h"

/* The byte behind the first sentence of the article's first paragraph: before it stand headline and standfirst, too; 0 for
 * no paragraph. */
uint32_t px_topic_head_end(const struct px_compare_context *context, size_t article);

/* Do all the articles surely begin with the topic, and is that all that one of them surely tells of it? Where each tells more,
 * it tells more than the event. O(articles) */
bool px_topic_has_leads(const struct px_compare_context *context, const struct px_topic *topic);

/* And are these sentences its most alike ones (topic_alike.c)? O(articles) */
bool px_topic_likest_lead(const struct px_compare_context *context, const struct px_topic *topic);

#endif
