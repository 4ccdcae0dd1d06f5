/* Who speaks in a topic. Private to the report room. */
#ifndef PX_REPORT_TOPIC_SPEAKERS_H
#define PX_REPORT_TOPIC_SPEAKERS_H

#include "report/page.h"

/* The row "speakers in these passages, as far as sure", of the sources that its sure paragraphs have, where each article
 * has one there, and not all the same: who is not found may speak all the same. Linear in the sources and statements of
 * all articles. */
void px_topic_speakers(struct px_page *page, const struct px_topic *topic);

#endif
