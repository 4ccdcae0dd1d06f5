/* Stance: evaluations toward entities and toward the targets that a record or the options ask for.
 */
#ifndef PX_ANNOTATE_STANCE_H
#define PX_ANNOTATE_STANCE_H

#include "reading/annotation.h"

/* Fills article->stances, in the order of the entities, and the scores, labels and evidence of article->targets, to which it
 * adds those of the options. Needs entities, attributions, voice, scope and matches. Linear in mentions times the words
 * around each. PX_ERROR_MEMORY. */
PX_API enum px_status px_annotate_stance(struct px_annotation *annotation, struct px_error *error);

/* The tokens that a span of text touches, as indices [start, end); empty when there are none. */
PX_API struct px_span px_stance_tokens(const struct px_article *article, struct px_span span);

#endif
