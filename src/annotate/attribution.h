/* Attributions: who says what, by cue, speaker and content.
 */
#ifndef PX_ANNOTATE_ATTRIBUTION_H
#define PX_ANNOTATE_ATTRIBUTION_H

#include "annotate/annotate.h"

PX_API enum px_status px_annotate_attributions(struct px_annotation *annotation, struct px_error *error);

#endif
