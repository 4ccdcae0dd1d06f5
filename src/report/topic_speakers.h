/* Who speaks in a topic, and in a passage that nobody else tells. Private to the report room. */
#ifndef PX_REPORT_TOPIC_SPEAKERS_H
#define PX_REPORT_TOPIC_SPEAKERS_H

#include "report/page.h"

/* The row "speakers, as far as sure", of the sources that its sure paragraphs have, where each article has one there,
 * and not all the same: who is not found may speak all the same. Linear in the sources and statements of all
 * articles. */
void px_topic_speakers(struct px_page *page, const struct px_topic *topic);

/* "; speakers: Boris Johnson": who has a share of the passage's words or speaks in the sentence that shows it, most
 * words first, and who denies something there. A word or two that somebody "vowed" in what is the article's own make
 * nobody its speaker. */
void px_topic_lone_speakers(struct px_page *page, size_t article, const struct px_lone *it);

#endif
