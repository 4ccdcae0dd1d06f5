/* Loaded words that do not judge where they stand. Private to dismiss*.c. */
#ifndef PX_ANNOTATE_DISMISS_LOADED_H
#define PX_ANNOTATE_DISMISS_LOADED_H

#include "reading/annotation.h"

/* Is a match of the categories `cues` a word of speech? In somebody's words it reports what others say, and the article
 * had no choice of it; in the article's own it tells that something is said, and belongs to the sources. */
bool px_dismiss_is_cue(const struct px_annotation *annotation, const struct px_match *match, struct px_slice cues);

/* enum px_dismissal of a match of loaded wording whose list counts weights from `mark` on. A quality does not judge where
 * it is denied or of a small degree. */
uint8_t px_dismiss_judge_loaded(const struct px_annotation *annotation, const struct px_match *match, double mark,
                                bool quality);

#endif
