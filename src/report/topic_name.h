/* What a topic is called: its label, or the first words of its passages where no words stand for all of it. Private to the report
 * room. */
#ifndef PX_REPORT_TOPIC_NAME_H
#define PX_REPORT_TOPIC_NAME_H

#include "base/buffer.h"
#include "compare/comparison.h"

/* Appends the name as plain text: "pay disparity, managers", "“Johnson is scheduled …” / “After two cancellations …”". */
void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out);

#endif
