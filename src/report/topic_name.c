#include "report/topic_name.h"

#include "report/sentence_name.h"

static void add_terms(const struct px_topic *topic, size_t count, struct px_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(out, i > 0 ? ", " : "");
        px_buffer_append(out, topic->label[i]);
    }
}

/* "“The first words of it …”" */
static void add_opening(const struct px_comparison *comparison, const struct px_topic *topic, size_t a,
                        struct px_buffer *out)
{
    const struct px_article *article = comparison->articles[a];
    bool whole = topic->opening[a].end >= article->sentences.items[topic->first_sentence[a]].end;
    px_buffer_string(out, "“");
    for (uint32_t i = topic->opening[a].start; i < topic->opening[a].end; i++)
        px_buffer_byte(out, article->text.data[i] == '\n' ? ' ' : article->text.data[i]);
    px_buffer_string(out, whole ? "”" : " …”");
}

void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    size_t start = out->size;
    add_terms(topic, topic->clear, out);
    if (topic->titled && topic->clear > 0)
        return;
    if (topic->part_of.size > 0) {
        px_buffer_string(out, topic->clear > 0 ? ", in part of “" : "in part of “");
        px_buffer_append(out, topic->part_of);
        px_buffer_string(out, "”");
    }
    px_buffer_string(out, out->size > start ? ": " : "");
    start = out->size;
    size_t first = comparison->article_count;
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (topic->spans[i].count == 0)
            continue;
        first = first < i ? first : i;
        px_buffer_string(out, out->size > start ? " and " : "");
        px_comparison_paragraphs(comparison, i, &topic->spans[i], out);
    }
    if (first == comparison->article_count || topic->clear > 0 || topic->part_of.size > 0)
        return;
    px_buffer_string(out, ", from ");
    add_opening(comparison, topic, first, out);
    px_buffer_string(out, " on");
}
