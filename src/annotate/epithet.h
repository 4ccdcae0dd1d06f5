/* Epithets: what an article attaches to a name, where grammar ties it on.
 *
 *     "the embattled Anna Halden"         an adjective in the name's own phrase
 *     "Halden is corrupt", "is a liar"    what is said of it with a form of "be"; not where it is denied
 *     "Halden, a former spy,"             an apposition behind the name
 *
 * What is supposed, asked or only measured against something is not said, and what is said of "moderate Democrats" is
 * not said of the Democrats.
 *
 * Words with a capital ("Kestrian") are names themselves and left out. An epithet judges when a small word of it is
 * listed in loaded.tsv or, with a strength of 1 or more, in valence.tsv. Only with a parser.
 */
#ifndef PX_ANNOTATE_EPITHET_H
#define PX_ANNOTATE_EPITHET_H

#include "reading/annotation.h"

/* Fills article->epithets, by mention, then by kind. Linear. */
PX_API enum px_status px_annotate_epithets(struct px_annotation *annotation, struct px_error *error);

#endif
