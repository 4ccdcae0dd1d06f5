/* What the headlines of all articles share. Private to the align room. */
#ifndef PX_ALIGN_TOPIC_HEADLINES_H
#define PX_ALIGN_TOPIC_HEADLINES_H

#include "align/align.h"

/* Calls a topic that all the articles begin with by up to PX_LABEL_MOST nouns in a row that all their headlines have and its
 * passages tell in each, as the first article's headline writes them; by nothing where nouns alone or names are all. O(words
 * of the headlines, squared, and places of these words) */
enum px_status px_topic_headlines(const struct px_compare_context *context, struct px_topic *topic,
                                  struct px_error *error);

#endif
