/* Words that a topic may be called by. Private to the align room. */
#ifndef PX_ALIGN_TOPIC_WORDS_H
#define PX_ALIGN_TOPIC_WORDS_H

#include "align/align.h"

/* May the word stand in a label: of the index, in small letters, and none that judges or says nothing by itself, "single"? */
bool px_topic_is_word(const struct px_compare_context *context, size_t article, uint32_t token);

/* The first article, in the order that no turn of them changes, that tells the topic. */
size_t px_topic_first_article(const struct px_compare_context *context, const struct px_topic *topic);

/* What a topic may be called by: nouns and rare verbs of its most alike sentences (topic_alike.c); any verbs and names, too,
 * where nothing else tells it; and those of all its passages. */
enum px_topic_ground { PX_GROUND_WORDS, PX_GROUND_NAMES, PX_GROUND_PASSAGES };

/* Calls the topic by the rarest three that its articles share there, those first that are most of all of the topic, as the
 * first of them writes them; by nothing where they share but one. O(words of the ground × places of the word, and the names
 * of the article) */
enum px_status px_topic_words(const struct px_compare_context *context, struct px_topic *topic,
                              enum px_topic_ground ground, struct px_error *error);

#endif
