#include "report/topic_name.h"

enum { LONGEST = 50, LONGEST_OF_MANY = 34 }; /* bytes of the first words */

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

/* "“Johnson is scheduled to visit …”" */
static void add_opening(const struct px_article *article, uint32_t sentence, size_t longest, struct px_buffer *out)
{
    const struct px_sentence *first = &article->sentences.items[sentence];
    struct px_slice text = without_marks(px_slice_part(article->text, first->start, first->end));
    size_t end = text.size;
    if (end > longest)
        for (end = longest; end > 0 && text.data[end] != ' '; end--)
            ;
    px_buffer_string(out, "“");
    px_buffer_append(out, px_slice_part(text, 0, end));
    px_buffer_string(out, end < text.size ? " …”" : "”");
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
    size_t start = out->size;
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        if (topic->first_sentence[i] >= article->sentences.count)
            continue;
        px_buffer_string(out, out->size > start ? " / " : "");
        add_opening(article, topic->first_sentence[i], topic->only == PX_NONE ? LONGEST_OF_MANY : LONGEST, out);
    }
}
