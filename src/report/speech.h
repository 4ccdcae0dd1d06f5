/* How quoted and reported words are shown: their shade by kind of speaker, and who says them. Private to the room. */
#ifndef PX_REPORT_SPEECH_H
#define PX_REPORT_SPEECH_H

#include "article/article.h"
#include "base/buffer.h"

/* "q0" … by kind of speaker; "q5" where no speaker is named. Static strings. */
const char *px_speech_class(const struct px_attribution *attribution);

/* The class of enum px_speaker_kind, or of nobody for what is beyond it. */
const char *px_speech_kind_class(size_t kind);

/* "Signe Halvard, quoted"; "(less sure)" behind it where the statement is not of the high tier. */
void px_speech_tip(const struct px_article *article, const struct px_attribution *attribution, uint8_t voice,
                   struct px_buffer *out);

#endif
