/* Names and phrases that a topic may be called by. Private to the align room. */
#ifndef PX_ALIGN_TOPIC_TERMS_H
#define PX_ALIGN_TOPIC_TERMS_H

#include "align/align.h"

#define PX_TOPIC_WORD_IDF 1.7 /* a word that a fifth of all news holds says nothing: "president", "people" */
#define PX_TOPIC_NAME_IDF 6.0 /* of a name, whatever its words */

/* Where something stands: in how many of the topic's articles, how often there, and how often in all. */
struct px_term_places {
    uint32_t articles, inside, all;
    uint32_t last;      /* the number of the article that had it last there, from 1 */
    uint32_t heads;     /* articles that have it in the headline or the first sentence, … */
    uint32_t last_head; /* … and the number of the last one */
    bool firm;          /* of a name: it is not named by the way there, or not always */
};

/* Has the first all of the second in it, in any letters? */
bool px_topic_term_holds(struct px_slice whole, struct px_slice part);

/* Adds a copy of the term to what the topic is called by, names before all else; none beyond PX_LABEL_MOST. */
enum px_status px_topic_add_term(const struct px_compare_context *context, struct px_topic *topic, struct px_slice term,
                                 bool name, struct px_error *error);

/* Calls the topic by up to PX_LABEL_MOST of them, as the first article writes them; with `all` by names alone, those named
 * all through, too. `names` [referents] is room to count in. O(words of the topic * places of the word) */
enum px_status px_topic_terms(const struct px_compare_context *context, struct px_topic *topic,
                              struct px_term_places *names, bool all, struct px_error *error);

#endif
