#include "report/speech.h"

const char *px_speech_kind_class(size_t kind)
{
    static const char *const classes[] = {"q0", "q1", "q2", "q3", "q4", "q5"};
    return classes[kind <= PX_SPEAKER_MEDIA ? kind : PX_SPEAKER_MEDIA + 1];
}

/* Is it told for sure who speaks? What no table counts is shown as nobody's. */
static bool is_sure(const struct px_comparison *comparison, size_t article, size_t attribution)
{
    return px_sourcing_counts(&comparison->sourcing, comparison->articles, article, attribution) &&
           px_comparison_speaker_name(comparison, article, attribution).size > 0;
}

const char *px_speech_class(const struct px_comparison *comparison, size_t article, size_t attribution)
{
    return px_speech_kind_class(is_sure(comparison, article, attribution)
                                    ? comparison->articles[article]->attributions.items[attribution].speaker_kind
                                    : PX_SPEAKER_MEDIA + 1);
}

void px_speech_tip(const struct px_comparison *comparison, size_t article, size_t attribution, uint8_t voice,
                   struct px_buffer *out)
{
    px_buffer_append(out, is_sure(comparison, article, attribution)
                              ? px_comparison_speaker_name(comparison, article, attribution)
                              : PX_SLICE("speaker not sure"));
    px_buffer_string(out, voice == PX_VOICE_DIRECT ? ", quoted" : ", reported");
}
