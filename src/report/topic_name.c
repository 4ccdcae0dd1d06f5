#include "report/topic_name.h"

static void add_terms(const struct px_topic *topic, size_t count, struct px_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(out, i > 0 ? ", " : "");
        px_buffer_append(out, topic->label[i]);
    }
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
static void add_places(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    size_t shown = 0;
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (topic->spans[i].count == 0)
            continue;
        px_buffer_string(out, shown++ == 0 ? "" : " and ");
        px_comparison_paragraphs(comparison, i, &topic->spans[i], out);
        if (topic->clear > 0 || topic->only == PX_NONE)
            continue;
        px_buffer_string(out, ", ");
        px_topic_opening(comparison->articles[i], topic->first_sentence[i], topic->opening[i], out);
    }
}

void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    struct px_slice voice = px_topic_voice(comparison, topic);
    if (voice.size > 0) {
        px_buffer_string(out, "with words of ");
        px_buffer_append(out, voice);
    } else {
        add_terms(topic, topic->clear, out);
    }
    if (topic->titled && topic->clear > 0)
        return;
    px_buffer_string(out, topic->clear > 0 || voice.size > 0 ? ": " : "");
    add_places(comparison, topic, out);
    px_buffer_string(out, px_topic_is_sure(topic) ? "" : " (less sure)");
}

uint32_t px_topic_number(const struct px_comparison *comparison, size_t index)
{
    uint32_t number = 0;
    for (size_t t = 0; t <= index; t++)
        number += comparison->topics.items[t].only == PX_NONE;
    return comparison->topics.items[index].only == PX_NONE ? number : 0;
}
