#include "report/speech.h"

const char *px_speech_kind_class(size_t kind)
{
    static const char *const classes[] = {"q0", "q1", "q2", "q3", "q4", "q5"};
    return classes[kind <= PX_SPEAKER_MEDIA ? kind : PX_SPEAKER_MEDIA + 1];
}

const char *px_speech_class(const struct px_attribution *attribution)
{
    bool named = attribution->speaker.count > 0 || attribution->entity != PX_NONE;
    return px_speech_kind_class(named ? attribution->speaker_kind : PX_SPEAKER_MEDIA + 1);
}

void px_speech_tip(const struct px_article *article, const struct px_attribution *attribution, uint8_t voice,
                   struct px_buffer *out)
{
    struct px_slice speaker = px_article_speaker(article, (uint32_t)(attribution - article->attributions.items));
    px_buffer_append(out, speaker.size > 0 ? speaker : PX_SLICE("no speaker named"));
    px_buffer_string(out, voice == PX_VOICE_DIRECT ? ", quoted" : ", reported");
    px_buffer_string(out, speaker.size > 0 && !attribution->high_tier ? " (less sure)" : "");
}
