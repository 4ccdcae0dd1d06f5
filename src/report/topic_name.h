/* What a topic is called: its heading; or the names and nouns that each article uses there and hardly elsewhere, with
 * where it stands, and its first words in each article where it has no such name. Private to the report room. */
#ifndef PX_REPORT_TOPIC_NAME_H
#define PX_REPORT_TOPIC_NAME_H

#include "base/buffer.h"
#include "compare/comparison.h"

/* Appends the name as plain text: "savings, paycheck: A¶4–10, 12 and B¶5–6", "A¶7, from “The ferry stops in May …” on,
 * and B¶3, from “No boats …” on". */
void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out);

/* Appends "from “The ferry stops in May …” on", the first words of a passage that begins with the sentence, as plain
 * text. */
void px_topic_opening(const struct px_article *article, uint32_t sentence, struct px_span opening,
                      struct px_buffer *out);

#endif
