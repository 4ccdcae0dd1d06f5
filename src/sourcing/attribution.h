/* Attributions: who says what, by cue, speaker and content. Where there is grammar and a model (sourcing_model.h) it
 * says what is a cue and what are its speaker and content, and how sure that is; elsewhere rules do. Tone, denial, and
 * who the speaker is come from the same lexicons either way. */
#ifndef PX_SOURCING_ATTRIBUTION_H
#define PX_SOURCING_ATTRIBUTION_H

#include "reading/annotation.h"

/* Fills article->attributions. Needs the hits, quotations and entities; with grammar, the tree of
 * each sentence. PX_ERROR_MEMORY. */
PX_API enum px_status px_annotate_attributions(struct px_annotation *annotation, struct px_error *error);

#endif
