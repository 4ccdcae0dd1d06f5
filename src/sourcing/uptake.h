/* Uptake: what the article does with each statement that it reports.
 *
 * The outlet's own words around a statement may take it up as right ("he has a point"), cast doubt on it ("without
 * offering evidence") or say that it is not so ("in fact"). They are looked for in the statement's own sentence outside
 * of what was said, and in the sentence behind it while that is the outlet's voice. Which words do so, where, and how
 * surely (weights that add up; a lone "but" is too little) is the language's data, uptake.tsv.
 */
#ifndef PX_SOURCING_UPTAKE_H
#define PX_SOURCING_UPTAKE_H

#include "reading/annotation.h"

/* Fills `uptake` and `uptake_words` of the attributions, whose tokens have their voice. Linear. */
PX_API enum px_status px_annotate_uptake(struct px_annotation *annotation, struct px_error *error);

#endif
