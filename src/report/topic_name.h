/* What a topic is called: its heading; or the names and nouns that each article uses there and hardly elsewhere, with
 * where it stands. Where nothing names it, what several have is called by who speaks there, by a phrase that all have,
 * by its place as their opening, or by the first words of a sentence that is most alike; what one article alone has, by the
 * heading it stands under, or by its first words.
 * Private to the report room. */
#ifndef PX_REPORT_TOPIC_NAME_H
#define PX_REPORT_TOPIC_NAME_H

#include "base/buffer.h"
#include "compare/comparison.h"

/* Appends the name as plain text: "savings, paycheck: A¶4–10, 12 and B¶5–6", "with words of Ann Hask: A¶7
 * and B¶3 (less sure)", "“night shifts”: A¶2 and B¶4", "the opening: A¶1 and B¶1", "A¶7, under “The
 * ferry”", "A¶7, from “The ferry stops in May …” on". */
void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out);

/* Number of a topic that several articles have, from 1 in their order; 0 for another. O(topics) */
uint32_t px_topic_number(const struct px_comparison *comparison, size_t index);

#endif
