/* Pronouns in quotations: "he" in what Hask says is not Hask. */
#ifndef PX_SOURCING_QUOTED_PRONOUN_H
#define PX_SOURCING_QUOTED_PRONOUN_H

#include "reading/annotation.h"

/* Links the pronouns of the third person in quoted words that are open, or were taken for the speaker, to whom else they can
 * mean: who was mentioned last in the same words, or the only one shortly before them; else to nobody. Needs the voices; leaves
 * the mentions in order of position, and annotation->mentions with them. Linear: for each of them a number of
 * tokens is looked at that has a bound. PX_ERROR_MEMORY. */
PX_API enum px_status px_annotate_quoted_pronouns(struct px_annotation *annotation, struct px_error *error);

#endif
