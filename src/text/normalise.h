/* Normalisation: the folds under which words count as the same.
 *
 * Folding makes lower case (ICU full case folding), composes (NFC), turns typographic apostrophes into ', hyphens and
 * dashes inside words into -, and drops soft hyphens and zero-width characters. Folding twice is folding once.
 */
#ifndef PX_TEXT_NORMALISE_H
#define PX_TEXT_NORMALISE_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"

/* Appends the folded text; ASCII takes a fast path without ICU. Out of memory shows as out->failed. */
PX_API void px_text_fold(struct px_slice text, struct px_buffer *out);

/* Appends the text with its letters without their marks, by canonical decomposition ("Calderón" is "Calderon"): for
 * comparing names, which outlets spell either way. Linear. */
PX_API void px_text_unmark(struct px_slice text, struct px_buffer *out);

/* Appends the text composed (NFC), and else as it is. Linear. */
PX_API void px_text_compose(struct px_slice text, struct px_buffer *out);

/* Appends the text without case folding but composed, with no-break and exotic spaces as " ", runs of white space
 * (line ends too) as one space, soft hyphens, zero-width characters and control characters dropped, ends trimmed. */
PX_API void px_text_tidy(struct px_slice text, struct px_buffer *out);

#endif
