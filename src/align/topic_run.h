/* Words in a row that a topic may be called by. Private to the align room. */
#ifndef PX_ALIGN_TOPIC_RUN_H
#define PX_ALIGN_TOPIC_RUN_H

#include "align/align.h"

/* Calls the topic by the rarest few words in a row that its most alike sentences (topic_alike.c) share, as the first article
 * writes them: "followers of a false prophet"; by nothing where they share none. O(words of the sentences, squared) */
enum px_status px_topic_run(const struct px_compare_context *context, struct px_topic *topic, struct px_error *error);

#endif
