#include "report/topic_name.h"

enum { LONGEST = 50 }; /* bytes of the first words */

/* The first sentence of a passage, whichever article comes first. */
static struct px_slice opening_of(const struct px_comparison *comparison, const struct px_topic *topic)
{
    struct px_slice first = {0};
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        if (topic->first_sentence[i] >= article->sentences.count)
            continue;
        const struct px_sentence *sentence = &article->sentences.items[topic->first_sentence[i]];
        struct px_slice text = px_slice_part(article->text, sentence->start, sentence->end);
        if (first.data == NULL || px_slice_compare(text, first) < 0)
            first = text;
    }
    return first;
}

/* Quotation marks that open it would open twice. */
static struct px_slice without_marks(struct px_slice text)
{
    static const struct px_slice MARKS[] = {PX_SLICE_STATIC("\""), PX_SLICE_STATIC("“"), PX_SLICE_STATIC("‘"),
                                            PX_SLICE_STATIC("'")};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (px_slice_starts(text, MARKS[i]))
            return px_slice_part(text, MARKS[i].size, text.size);
    return text;
}

void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    bool labelled = topic->only == PX_NONE || topic->titled; /* a name is hardly ever one article's alone */
    for (size_t i = 0; labelled && i < topic->clear; i++) {
        px_buffer_string(out, i > 0 ? ", " : "");
        px_buffer_append(out, topic->label[i]);
    }
    if (labelled && topic->clear > 0)
        return;
    struct px_slice first = without_marks(opening_of(comparison, topic));
    size_t end = first.size;
    if (end > LONGEST)
        for (end = LONGEST; end > 0 && first.data[end] != ' '; end--)
            ;
    px_buffer_string(out, "“");
    px_buffer_append(out, px_slice_part(first, 0, end));
    px_buffer_string(out, end < first.size ? " …”" : "”");
}
