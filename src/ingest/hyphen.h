/* Where a line's end tore a sentence, and hyphens at line ends: the typesetter's ("govern-" and "ment" are "government"), a compound's ("well-" and "known" are
 * "well-known"), or one that stands for a part left out ("pre-" and "and" stay two words).
 *
 * The text itself decides where it can: a word that it writes elsewhere with the hyphen keeps it, one that it writes
 * elsewhere without loses it. Then lexicons/any/joints.tsv does. What neither knows is the typesetter's.
 */
#ifndef PX_INGEST_HYPHEN_H
#define PX_INGEST_HYPHEN_H

#include "ingest/page.h"

enum px_hyphen { PX_HYPHEN_NONE, PX_HYPHEN_DROP, PX_HYPHEN_KEEP, PX_HYPHEN_HANG };

/* Remembers how the text spells its words in page->spelled, if any line of it ends with a hyphen. Linear. */
void px_hyphen_learn(struct px_slice text, struct px_page *page);

/* What the hyphen is that `before` ends with, where `after` goes on; PX_HYPHEN_NONE when it ends with none. */
enum px_hyphen px_hyphen_judge(const struct px_page *page, struct px_slice before, struct px_slice after);

/* Does the text end where no sentence does: with a comma, or with a word such as "the" or "of"? */
bool px_hyphen_is_open(const struct px_page *page, struct px_slice text);

/* Appends `after` to a buffer that holds what stands before it, with the joint that belongs between them. */
void px_hyphen_join(const struct px_page *page, struct px_buffer *text, size_t start, struct px_slice after);

#endif
