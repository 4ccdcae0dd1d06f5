/* Voice: whose words each token is.
 */
#ifndef PX_ANNOTATE_VOICE_H
#define PX_ANNOTATE_VOICE_H

#include "annotate/annotate.h"

PX_API enum px_status px_annotate_voice(struct px_annotation *annotation, struct px_error *error);

#endif
