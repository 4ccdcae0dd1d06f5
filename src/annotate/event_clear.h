/* Whether what an event's words speak of is known from them alone: an event is shown without the text around it.
 *
 *     "Anna Halden sold *her* house"              hers
 *     "the guards left *her* to raise the boys"   whose?
 *     "*the plan* drew a crowd"                   which one?
 *
 * Private to event.c. */
#ifndef PX_ANNOTATE_EVENT_CLEAR_H
#define PX_ANNOTATE_EVENT_CLEAR_H

#include "reading/annotation.h"

/* Is it known well enough whom the pronoun, a mention of the sentence, stands for: somebody who is named there or right
 * before; in what somebody says, the speaker? */
bool px_event_knows(const struct px_annotation *annotation, uint32_t sentence, uint32_t mention);

/* Do the event's words say by themselves of whom and of what they speak? Its subject, words and sentence are set. Linear
 * in its words. */
bool px_event_is_clear(const struct px_annotation *annotation, const struct px_event *event);

#endif
