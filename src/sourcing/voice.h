/* Voice: whose words each token is, and which of them hand over to somebody else.
 */
#ifndef PX_SOURCING_VOICE_H
#define PX_SOURCING_VOICE_H

#include "reading/annotation.h"

/* Fills the tokens' voices, and annotation->cues in the worker's scratch memory. Linear. */
PX_API enum px_status px_annotate_voice(struct px_annotation *annotation, struct px_error *error);

#endif
