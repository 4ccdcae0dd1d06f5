/* Quotations: spans between quotation marks, told apart into speech, scare quotes and titles.
 */
#ifndef PX_SOURCING_QUOTATION_H
#define PX_SOURCING_QUOTATION_H

#include "reading/annotation.h"

/* Fills article->quotations, in order of position, an outer one before those inside it. Needs segments
 * and hits. Linear. PX_ERROR_MEMORY. */
PX_API enum px_status px_annotate_quotations(struct px_annotation *annotation, struct px_error *error);

/* Tells by its words whether the quotation is speech, scare quotes or a title. Linear in its sentence. Private to the
 * room. */
void px_quotation_set_kind(const struct px_annotation *annotation, struct px_quotation *quotation);

#endif
