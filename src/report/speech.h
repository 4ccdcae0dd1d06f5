/* How quoted and reported words are shown: their shade by kind of speaker, and who says them. Private to the room. */
#ifndef PX_REPORT_SPEECH_H
#define PX_REPORT_SPEECH_H

#include "base/buffer.h"
#include "comparison/comparison.h"

/* The kind of the speaker; PX_SPEAKER_MEDIA + 1 where none is named, or none surely. */
size_t px_speech_kind(const struct px_comparison *comparison, size_t article, size_t attribution);

/* "q0" … by px_speech_kind. Static strings. */
const char *px_speech_class(const struct px_comparison *comparison, size_t article, size_t attribution);

/* The class of enum px_speaker_kind, or of nobody for what is beyond it. */
const char *px_speech_kind_class(size_t kind);

/* "Signe Halvard, quoted": by the name that the report has for the speaker; "speaker not sure, quoted" for a statement
 * that no table counts. */
void px_speech_tip(const struct px_comparison *comparison, size_t article, size_t attribution, uint8_t voice,
                   struct px_buffer *out);

#endif
