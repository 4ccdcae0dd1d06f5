#include "report/topic_name.h"

#include "report/sentence_name.h"

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

/* "A¶7 and B¶3" where there is a name; else each with its first words, which may be of other things. */
static void add_places(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    size_t shown = 0;
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (topic->spans[i].count == 0)
            continue;
        px_buffer_string(out, shown++ == 0 ? "" : topic->clear > 0 ? " and " : ", and ");
        px_comparison_paragraphs(comparison, i, &topic->spans[i], out);
        if (topic->clear > 0)
            continue;
        px_buffer_string(out, ", ");
        px_topic_opening(comparison->articles[i], topic->first_sentence[i], topic->opening[i], out);
    }
}

void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    add_terms(topic, topic->clear, out);
    if (topic->titled && topic->clear > 0)
        return;
    px_buffer_string(out, topic->clear > 0 ? ": " : "");
    add_places(comparison, topic, out);
}
