/* What a topic is called: its heading; or names and, in marks, words that all its articles have there, with where it
 * stands. Where nothing is, by its place, under its heading. Private to the report room. */
#ifndef PX_REPORT_TOPIC_NAME_H
#define PX_REPORT_TOPIC_NAME_H

#include "base/buffer.h"
#include "comparison/comparison.h"

/* Appends the name as plain text, with the paragraphs that are surely of it: "A¶4–10, 12 and B¶5–6, with “savings”, “paycheck”",
 * "A¶7 and B¶2 (perhaps the same)", "A¶1 and B¶1, where both begin", "A¶1–2 and B¶1, on what both begin with", "A¶1, 4 and
 * B¶1, 3, the beginnings and more, with “savings”", "A¶7 and B¶2, quoting “We will stay”", "A¶7, under “The ferry”". */
void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out);

/* Appends where it surely stands, "A¶7 and B¶3"; what one article alone has and nothing names, with its heading. */
void px_topic_places(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out);

/* The first sentence below the article's headline and standfirst, and below a line which no mark ends; or PX_NONE. */
uint32_t px_topic_lead(const struct px_article *article);

/* How alike sentences of a topic that is not sure must be, besides PX_TOPIC_SHOWN, for a reader to hold them against each
 * other: of 95 such topics of 120 pairs of articles two readings found one matter told in 79, of 19
 * that are less alike in 13. Those are in the JSON and the tables. */
#define PX_TOPIC_SHOWN_ALIKE 0.16

/* Is the topic shown as one that several articles tell of, or may tell of? */
static inline bool px_topic_is_shown(const struct px_topic *topic)
{
    bool likely = topic->told >= PX_TOPIC_SHOWN && topic->likeness >= PX_TOPIC_SHOWN_ALIKE;
    return topic->only == PX_NONE && (likely || px_topic_is_sure(topic));
}

/* Is it shown so, and as surely as that? */
static inline bool px_topic_is_shared(const struct px_topic *topic, bool sure)
{
    return px_topic_is_shown(topic) && px_topic_is_sure(topic) == sure;
}

/* Number of a topic that several articles are shown to have, from 1 in their order, first those that surely tell the same; 0
 * for another. O(topics) */
uint32_t px_topic_number(const struct px_comparison *comparison, size_t index);

#endif
