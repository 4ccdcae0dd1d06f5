/* Statements whose verb hangs on a clause that tells more: what leads to it. Private to the report room. */
#ifndef PX_REPORT_SAID_LED_H
#define PX_REPORT_SAID_LED_H

#include "article/article.h"

/* The statement as a line begins with it: "Obama *will not go, saying* it is too late" has its cue widened by the words
 * behind the speaker, which are kept in `cue`, so that this must live as long, and hangs no more. A copy of the
 * statement where it does not hang, or has an occasion, several cues or speakers, or a document's words; where these words
 * are too many, no more than who says it, or tell what he is like; and where the line above, or NULL, tells of them. Linear
 * in the sentence. */
struct px_attribution px_said_led(const struct px_article *article, const struct px_attribution *attribution,
                                  const struct px_attribution *above, struct px_span *cue);

#endif
