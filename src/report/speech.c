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

struct px_slice px_speech_speaker(const struct px_article *article, const struct px_attribution *attribution)
{
    if (attribution->entity != PX_NONE)
        return article->entities.items[attribution->entity].name;
    return attribution->speaker.count > 0 ? px_slice_span(article->text, attribution->speaker.items[0])
                                          : (struct px_slice){0};
}

void px_speech_tip(const struct px_article *article, const struct px_attribution *attribution, uint8_t voice,
                   struct px_buffer *out)
{
    struct px_slice speaker = px_speech_speaker(article, attribution);
    px_buffer_append(out, speaker.size > 0 ? speaker : PX_SLICE("no speaker named"));
    px_buffer_string(out, voice == PX_VOICE_DIRECT ? ", quoted" : ", reported");
}
