/* Motives: purposes that the text says somebody has.
 *
 *     "in a bid to silence critics, *the council* …"      a phrase: whoever acts in its clause
 *     "*Hask* sought to justify the raid"                 a verb or adjective: its subject
 *     "*his* law, designed to …"                          of a thing: its owner, or who makes it, else the thing
 *     "*She* used the scare to advance her career"        a clause of purpose: who acts in the clause above
 *
 * Which words say so, and which aims make a purpose look suspicious or noble, is the language's data (motives.tsv). What
 * somebody wants by his own words is a statement, not a motive; see attribution.h. Only with a parser.
 */
#ifndef PX_ANNOTATE_MOTIVE_H
#define PX_ANNOTATE_MOTIVE_H

#include "reading/annotation.h"

/* Fills article->motives, in order of position. Linear. */
PX_API enum px_status px_annotate_motives(struct px_annotation *annotation, struct px_error *error);

#endif
