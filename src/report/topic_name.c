#include "report/topic_name.h"

static void add_terms(const struct px_topic *topic, size_t count, struct px_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(out, i > 0 ? ", " : "");
        px_buffer_append(out, topic->label[i]);
    }
}

/* "“night shifts”": phrases that all have, in marks; are there any? Those of passages that may tell different things name
 * neither. */
static bool add_common(const struct px_topic *topic, struct px_buffer *out)
{
    if (topic->common_count == 0)
        return false;
    for (size_t i = 0; i < topic->common_count; i++) {
        px_buffer_string(out, i > 0 ? ", “" : "“");
        px_buffer_append(out, topic->common[i]);
        px_buffer_string(out, "”");
    }
    return true;
}

/* Do the articles of the topic begin with it, and come back to it nowhere? */
static bool opens(const struct px_comparison *comparison, const struct px_topic *topic)
{
    bool first = topic->only == PX_NONE;
    for (size_t i = 0; first && i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        if (topic->spans[i].count == 0)
            continue;
        const struct px_sentence *sentence = &article->sentences.items[topic->first_sentence[i]];
        first = topic->spans[i].count == 1 && px_role_is_paragraph(article->blocks.items[sentence->block].role) &&
                article->blocks.items[sentence->block].number == 1;
    }
    return first;
}

/* The heading above all of the article's passages, of which other topics may have a part; empty for none. */
static struct px_slice heading_of(const struct px_article *article, const struct px_topic *topic, size_t a)
{
    const struct px_spans *spans = &topic->spans[a];
    struct px_slice heading = {0};
    for (size_t b = 0; b < article->blocks.count; b++) {
        const struct px_block *block = &article->blocks.items[b];
        if (block->role != PX_ROLE_HEADING || block->start >= spans->items[spans->count - 1].end)
            continue;
        if (block->start > spans->items[0].start)
            return (struct px_slice){0}; /* another one stands among them */
        heading = px_slice_part(article->text, block->start, block->end);
    }
    return heading;
}

/* "“The first boats …”" */
static void add_words(const struct px_article *article, struct px_span opening, uint32_t sentence,
                      struct px_buffer *out)
{
    bool whole = opening.end >= article->sentences.items[sentence].end;
    px_buffer_string(out, "“");
    for (uint32_t i = opening.start; i < opening.end; i++)
        px_buffer_byte(out, article->text.data[i] == '\n' ? ' ' : article->text.data[i]);
    px_buffer_string(out, whole ? "”" : " …”");
}

/* ", under “The flood”", or ", from “The first boats …” on". */
static void add_opening(const struct px_article *article, const struct px_topic *topic, size_t a, struct px_buffer *out)
{
    struct px_slice heading = heading_of(article, topic, a);
    if (heading.size > 0) {
        px_buffer_printf(out, ", under “%.*s”", PX_SLICE_ARG(heading));
        return;
    }
    px_buffer_string(out, ", from ");
    add_words(article, topic->opening[a], topic->first_sentence[a], out);
    px_buffer_string(out, " on");
}

/* ", with “The first boats …”": of the sentences that are most alike the shortest, whatever the order of the articles. */
static void add_alike(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    size_t least = SIZE_MAX;
    struct px_slice words = {0};
    for (size_t a = 0; a < comparison->article_count; a++) {
        const struct px_article *article = comparison->articles[a];
        if (topic->alike[a] == PX_NONE || topic->opening[a].end == topic->opening[a].start)
            continue;
        struct px_slice sentence = px_slice_part(article->text, article->sentences.items[topic->alike[a]].start,
                                                 article->sentences.items[topic->alike[a]].end);
        if (least != SIZE_MAX &&
            (sentence.size > words.size || (sentence.size == words.size && px_slice_compare(sentence, words) >= 0)))
            continue;
        least = a;
        words = sentence;
    }
    if (least == SIZE_MAX)
        return;
    px_buffer_string(out, ", with ");
    add_words(comparison->articles[least], topic->opening[least], topic->alike[least], out);
}

/* "A¶7 and B¶3"; what one article alone has and nothing names, with its heading or its first words. */
static void add_places(const struct px_comparison *comparison, const struct px_topic *topic, bool named,
                       struct px_buffer *out)
{
    size_t shown = 0;
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (topic->spans[i].count == 0)
            continue;
        px_buffer_string(out, shown++ == 0 ? "" : " and ");
        px_comparison_paragraphs(comparison, i, &topic->spans[i], out);
        if (!named && topic->only != PX_NONE)
            add_opening(comparison->articles[i], topic, i, out);
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
    if (!named && voice.size == 0 && (named = opens(comparison, topic)))
        px_buffer_string(out, "the opening");
    if (topic->titled && topic->clear > 0)
        return;
    px_buffer_string(out, named || voice.size > 0 ? ": " : "");
    add_places(comparison, topic, named || voice.size > 0, out);
    if (!named && voice.size == 0 && topic->only == PX_NONE)
        add_alike(comparison, topic, out);
    px_buffer_string(out, px_topic_is_sure(topic) ? "" : " (less sure)");
}

uint32_t px_topic_number(const struct px_comparison *comparison, size_t index)
{
    uint32_t number = 0;
    for (size_t t = 0; t <= index; t++)
        number += comparison->topics.items[t].only == PX_NONE;
    return comparison->topics.items[index].only == PX_NONE ? number : 0;
}
