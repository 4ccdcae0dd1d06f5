/* The parts of what somebody says: which of them are shown. Private to the report room.
 *
 * All are linear in the parts and in their tokens. */
#ifndef PX_REPORT_SAID_PARTS_H
#define PX_REPORT_SAID_PARTS_H

#include "report/page_statements.h"

enum { PX_SAID_PART_LENGTH = 320 }; /* code points of a part that are shown */

/* A word by itself, "which … the greatest threat", stands for something that is said elsewhere. */
bool px_said_is_single_word(struct px_slice text);

/* Is the part shown? Beside a quotation of its own what the article says round it is left out, and single words beside
 * all else; and what the occasion has already, which leads the line, beside anything. One part at least is shown. */
bool px_said_part_is_shown(const struct px_article *article, const struct px_attribution *attribution,
                           struct px_slice part);

/* The next part that is shown behind `before`, from the place on; the count of parts where none is. */
size_t px_said_next_part(const struct px_article *article, const struct px_attribution *attribution,
                         const struct px_span *before, size_t from);

/* Does the part begin with words of the article, outside of marks? */
bool px_said_begins_reported(const struct px_article *article, const struct px_span *part);

/* Is a word between marks among the parts that are shown? Without one it is no quotation. */
bool px_said_shows_quoted(const struct px_article *article, const struct px_attribution *attribution);

/* Are they a word or two without a verb, “Exactly,” “Yes”, and nothing tells what was asked? A part of the article's
 * sentence, "called it “rash”", is none such. */
bool px_said_means_nothing(const struct px_article *article, const struct px_attribution *attribution);

#endif
