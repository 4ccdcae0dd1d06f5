/* What a topic is called: its heading, else where it stands, with the names and nouns that each article uses there and
 * hardly elsewhere, else with the first words of each passage. Private to the report room. */
#ifndef PX_REPORT_TOPIC_NAME_H
#define PX_REPORT_TOPIC_NAME_H

#include "base/buffer.h"
#include "compare/comparison.h"

/* Appends the name as plain text: "A¶4–10, 12 and B¶5–6: savings, paycheck", "A¶7 “The ferry stops in May …”". */
void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out);

#endif
