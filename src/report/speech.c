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

size_t px_speech_kind(const struct px_comparison *comparison, size_t article, size_t attribution)
{
    size_t nobody = PX_SPEAKER_MEDIA + 1;
    if (!is_sure(comparison, article, attribution))
        return nobody;
    size_t kind = comparison->articles[article]->attributions.items[attribution].speaker_kind;
    return kind <= PX_SPEAKER_MEDIA ? kind : nobody;
}

const char *px_speech_class(const struct px_comparison *comparison, size_t article, size_t attribution)
{
    return px_speech_kind_class(px_speech_kind(comparison, article, attribution));
}

void px_speech_tip(const struct px_comparison *comparison, size_t article, size_t attribution, uint8_t voice,
                   struct px_buffer *out)
{
    px_buffer_append(out, is_sure(comparison, article, attribution)
                              ? px_comparison_speaker_name(comparison, article, attribution)
                              : PX_SLICE("speaker not sure"));
    px_buffer_string(out, voice == PX_VOICE_DIRECT ? ", quoted" : ", reported");
}
