/* What a topic is called: its heading; or the names and nouns that each article uses there and hardly elsewhere, with
 * where it stands. What one article alone has and nothing names is called by its first words; what several have, by
 * where it stands alone, for the first words of the one are often no name of the other's. Private to the report room. */
#ifndef PX_REPORT_TOPIC_NAME_H
#define PX_REPORT_TOPIC_NAME_H

#include "base/buffer.h"
#include "compare/comparison.h"

/* Appends the name as plain text: "savings, paycheck: A¶4–10, 12 and B¶5–6", "with words of Ann Hask: A¶7
 * and B¶3 (less sure)", "A¶7, from “The ferry stops in May …” on". */
void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out);

/* Number of a topic that several articles have, from 1 in their order; 0 for another. O(topics) */
uint32_t px_topic_number(const struct px_comparison *comparison, size_t index);

/* Appends "from “The ferry stops in May …” on", the first words of a passage that begins with the sentence, as plain
 * text. */
void px_topic_opening(const struct px_article *article, uint32_t sentence, struct px_span opening,
                      struct px_buffer *out);

#endif
