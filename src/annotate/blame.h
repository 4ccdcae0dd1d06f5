/* Blame and credit: who is said to have earned which, for what, and by whom.
 *
 *     "*Williamson* accused *Russia* of fighting a war"   by the verb's subject, toward its object
 *     "*the Front*, blamed for the bombing"               toward what a participle hangs on; by nobody who is named
 *     "*the council* is responsible for the deaths"       toward the subject, by whoever speaks
 *     "thanks to *the medics*"                            toward what follows
 *
 * Which words do so and where the two stand is the language's data (blame.tsv). "Responsible for" blames only where what
 * follows is bad by valence.tsv or a charge by claims.tsv: elsewhere it tells a duty. Only with a parser.
 */
#ifndef PX_ANNOTATE_BLAME_H
#define PX_ANNOTATE_BLAME_H

#include "reading/annotation.h"

/* Fills article->blames, in order of position. Linear. */
PX_API enum px_status px_annotate_blame(struct px_annotation *annotation, struct px_error *error);

#endif
