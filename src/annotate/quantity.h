/* Quantities: the figures that an article gives, with what they count and of what event, and days of deeds.
 *
 *     "at least 12 people were killed"       12 or more, person, death
 *     "dozens of protesters were arrested"   20 to 200, protester, arrest
 *     "Rita Katz, 54,"                       54, age of Rita Katz
 *     "The minister resigned on Tuesday"     day 2, resign, the minister
 *
 * Numbers, what makes them inexact, and the classes of events come from quantities.tsv and numbers.tsv; what is counted
 * and what befalls it come from the tree. Left out: years, durations, parts ("another 12"), what is denied or only
 * possible, and sentences that tell of another year. Nothing without a parser.
 */
#ifndef PX_ANNOTATE_QUANTITY_H
#define PX_ANNOTATE_QUANTITY_H

#include "reading/annotation.h"

/* Fills article->quantities, in order of position. Linear. */
PX_API enum px_status px_annotate_quantities(struct px_annotation *annotation, struct px_error *error);

#endif
