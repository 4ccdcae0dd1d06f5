/* Words that a topic's articles all quote, by which it may be called. Private to the align room. */
#ifndef PX_ALIGN_TOPIC_QUOTED_H
#define PX_ALIGN_TOPIC_QUOTED_H

#include "align/align.h"

/* Calls the topic by the quotation; by none where they quote nothing long enough, or nothing that says anything.
 * O(runs of shared text * quotations) */
enum px_status px_topic_quotation(const struct px_compare_context *context, struct px_topic *topic,
                                  struct px_error *error);

#endif
