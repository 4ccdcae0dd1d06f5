#include "report/topic_name.h"

static void add_terms(const struct px_topic *topic, size_t count, struct px_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(out, i > 0 ? ", " : "");
        px_buffer_append(out, topic->label[i]);
    }
}

/* "“flood”, “dyke”": words that all have, in marks; are there any? One alone may stand anywhere, and those of passages that
 * may tell different things name neither. */
static bool add_common(const struct px_topic *topic, struct px_buffer *out)
{
    if (topic->common_count < 2 || !px_topic_is_sure(topic))
        return false;
    for (size_t i = 0; i < topic->common_count; i++) {
        px_buffer_string(out, i > 0 ? ", “" : "“");
        px_buffer_append(out, topic->common[i]);
        px_buffer_string(out, "”");
    }
    return true;
}

void px_topic_opening(const struct px_article *article, uint32_t sentence, struct px_span opening,
                      struct px_buffer *out)
{
    bool whole = opening.end >= article->sentences.items[sentence].end;
    px_buffer_string(out, "from “");
    for (uint32_t i = opening.start; i < opening.end; i++)
        px_buffer_byte(out, article->text.data[i] == '\n' ? ' ' : article->text.data[i]);
    px_buffer_string(out, whole ? "” on" : " …” on");
}

/* "A¶7 and B¶3"; what one article alone has and nothing names, with its first words. */
static void add_places(const struct px_comparison *comparison, const struct px_topic *topic, bool named,
                       struct px_buffer *out)
{
    size_t shown = 0;
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (topic->spans[i].count == 0)
            continue;
        px_buffer_string(out, shown++ == 0 ? "" : " and ");
        px_comparison_paragraphs(comparison, i, &topic->spans[i], out);
        if (named || topic->only == PX_NONE)
            continue;
        px_buffer_string(out, ", ");
        px_topic_opening(comparison->articles[i], topic->first_sentence[i], topic->opening[i], out);
    }
}

void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    struct px_slice voice = px_topic_voice(comparison, topic);
    bool named = px_topic_is_named(comparison, topic);
    px_buffer_string(out, voice.size > 0 ? "with words of " : "");
    px_buffer_append(out, voice);
    add_terms(topic, named ? topic->clear : 0, out);
    if (!named && voice.size == 0)
        named = add_common(topic, out);
    if (topic->titled && topic->clear > 0)
        return;
    px_buffer_string(out, named || voice.size > 0 ? ": " : "");
    add_places(comparison, topic, named || voice.size > 0, out);
    px_buffer_string(out, px_topic_is_sure(topic) ? "" : " (less sure)");
}

uint32_t px_topic_number(const struct px_comparison *comparison, size_t index)
{
    uint32_t number = 0;
    for (size_t t = 0; t <= index; t++)
        number += comparison->topics.items[t].only == PX_NONE;
    return comparison->topics.items[index].only == PX_NONE ? number : 0;
}
