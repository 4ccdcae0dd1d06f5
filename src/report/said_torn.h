/* Statements whose shown words are torn from a quotation that goes on in them: they are understood with what leads to them.
 * Private to the report room. */
#ifndef PX_REPORT_SAID_TORN_H
#define PX_REPORT_SAID_TORN_H

#include "report/page.h"

/* The sentence that the shown words are torn from: they begin within it, with a small letter behind an opening mark, and no
 * cue of theirs stands there before them, "Hask left, telling them that “*it burns*. ¶ “*All of it burns*,” she said". NULL
 * where they stand by themselves. O(log of the sentences) */
const struct px_sentence *px_said_torn_from(const struct px_article *article, const struct px_attribution *attribution);

/* The statement with what leads, in their sentence, to the shown words that are torn from it: from a cue of the same speaker
 * on, or from where the sentence begins. Its content is the page's, in the arena. False where they are not torn, or memory
 * is out; the page's output is failed then. Linear in the content */
bool px_said_with_beginning(struct px_page *page, const struct px_article *article,
                            const struct px_attribution *attribution, struct px_attribution *line);

#endif
