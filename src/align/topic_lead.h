/* Topics that all the articles begin with: the event itself, which a phrase from their tails would misname; and whom it is
 * about. Private to the align room. */
#ifndef PX_ALIGN_TOPIC_LEAD_H
#define PX_ALIGN_TOPIC_LEAD_H

#include "align/align.h"

/* The byte behind the first sentence of the article's first paragraph: before it stand headline and standfirst, too; 0 for
 * no paragraph. */
uint32_t px_topic_head_end(const struct px_compare_context *context, size_t article);

/* Sets whether all the articles surely begin with the topic, and whether that is all that one of them surely tells of it:
 * where each tells more, it tells more than the event. O(articles) */
void px_topic_find_leads(const struct px_compare_context *context, struct px_topic *topic);

/* And are these sentences its most alike ones (topic_alike.c)? O(articles) */
bool px_topic_likest_lead(const struct px_compare_context *context, const struct px_topic *topic);

/* In how many headlines the referent is named; and whether the event is about it: all headlines name it, or one does and
 * the others' articles begin with it. O(articles) */
size_t px_topic_count_titles(const struct px_compare_context *context, const struct px_referent *referent);
bool px_topic_is_main(const struct px_compare_context *context, const struct px_referent *referent);

#endif
