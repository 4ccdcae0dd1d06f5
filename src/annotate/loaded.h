/* Matches: the hits of the shown lexicons, each with its voice, and the loaded score of each sentence.
 */
#ifndef PX_ANNOTATE_LOADED_H
#define PX_ANNOTATE_LOADED_H

#include "annotate/annotate.h"

PX_API enum px_status px_annotate_matches(struct px_annotation *annotation, struct px_error *error);

#endif
