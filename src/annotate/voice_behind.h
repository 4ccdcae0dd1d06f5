/* Whose the words are that a word of speech, of the mind or of a charge brings with it, found as a statement or not.
 * Private to voice.c. */
#ifndef PX_ANNOTATE_VOICE_BEHIND_H
#define PX_ANNOTATE_VOICE_BEHIND_H

#include "annotate/annotate.h"

/* Makes them another's where they were the article's own. Linear. */
void px_voice_lay_behind(const struct px_annotation *annotation);

#endif
