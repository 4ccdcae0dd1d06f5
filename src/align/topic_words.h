/* Words that a topic may be called by. Private to the align room. */
#ifndef PX_ALIGN_TOPIC_WORDS_H
#define PX_ALIGN_TOPIC_WORDS_H

#include "align/align.h"

/* May the word stand in a label: of the index, in small letters, and none that judges or says nothing by itself, "single"? */
bool px_topic_is_word(const struct px_compare_context *context, size_t article, uint32_t token);

/* The first article, in the order that no turn of them changes, that tells the topic. */
size_t px_topic_first_article(const struct px_compare_context *context, const struct px_topic *topic);

/* Calls the topic by the nouns and rare verbs that its most alike sentences share (topic_alike.c), the rarest three, as the
 * first article writes them; by nothing where they share but one. O(words of the sentences) */
enum px_status px_topic_words(const struct px_compare_context *context, struct px_topic *topic, struct px_error *error);

#endif
