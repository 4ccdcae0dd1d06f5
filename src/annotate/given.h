/* Presuppositions: deeds that the text takes as given.
 *
 *     definite   a definite phrase whose noun charges somebody ("the annexation of", "their persecution",
 *                "Sorvian meddling"): what it tells is not up for discussion
 *     factive    the complement of a word that takes it for true ("revealed that it had annexed")
 *     change     a charge under a word that says it was so before ("again annexed", "stop the occupation")
 *
 * After Levinson 1983, chapter 4. The trigger's voice is whose presupposition it is: "admitted" is the outlet's own word.
 * A hedge or a distance in the phrase ("the alleged interference"), a word of speech or denial above the noun ("accused
 * of the murder"), and a noun that only names a kind ("murder trial") take nothing as given. Triggers are the language's
 * data (presupposition.tsv), charges too (claims.tsv). Only with a parser.
 */
#ifndef PX_ANNOTATE_GIVEN_H
#define PX_ANNOTATE_GIVEN_H

#include "reading/annotation.h"

/* Fills article->givens, by act, then trigger, and the acts' `put_forward`. Linear. */
PX_API enum px_status px_annotate_givens(struct px_annotation *annotation, struct px_error *error);

#endif
