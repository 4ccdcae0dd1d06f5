/* What the headlines of all articles share. Private to the align room. */
#ifndef PX_ALIGN_TOPIC_HEADLINES_H
#define PX_ALIGN_TOPIC_HEADLINES_H

#include "align/align.h"

/* Calls a topic that an article begins with by names and nouns in a row that all the headlines have, and its passages in each
 * article, as a passage writes them: by the two rarest rows, or by nothing where one word or names are all. O(words of the
 * passages × words of the headlines, and places of the words that both have) */
enum px_status px_topic_headlines(struct px_compare_context *context, struct px_topic *topic, struct px_error *error);

#endif
