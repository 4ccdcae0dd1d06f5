/* Uptake: what the text does with a statement that it reports.
 *
 * Read from words of the lexicon "uptake": beside the cue ("falsely claimed"), or in the sentence behind, where that is
 * the text's own and reports nothing itself ("That is not true."; some count at its beginning alone: "But"). Of several the
 * strongest holds: rebutted before undercut before endorsed. A statement that nothing is said of stays plain.
 */
#ifndef PX_ANNOTATE_UPTAKE_H
#define PX_ANNOTATE_UPTAKE_H

#include "annotate/annotate.h"

/* Sets article->attributions[].uptake; voices must be known. PX_ERROR_MEMORY. Linear. */
PX_API enum px_status px_annotate_uptake(struct px_annotation *annotation, struct px_error *error);

#endif
