#include "report/topic_name.h"

#include "report/sentence_name.h"

/* The first paragraph from block `from` on that lies in the topic, or the count of blocks. */
static size_t next_paragraph(const struct px_article *article, const struct px_topic *topic, size_t a, size_t from)
{
    const struct px_block *blocks = article->blocks.items;
    while (from < article->blocks.count &&
           !(px_role_is_paragraph(blocks[from].role) && px_topic_holds(topic, a, blocks[from].start)))
        from++;
    return from;
}

/* "A¶1–4, 9" */
static void add_paragraphs(const struct px_comparison *comparison, const struct px_topic *topic, size_t a,
                           struct px_buffer *out)
{
    const struct px_article *article = comparison->articles[a];
    const struct px_block *blocks = article->blocks.items;
    size_t first = next_paragraph(article, topic, a, 0), last, next;
    px_buffer_printf(out, "%c¶", px_page_letter(a));
    for (bool opened = false; first < article->blocks.count; first = next, opened = true) {
        for (last = first; (next = next_paragraph(article, topic, a, last + 1)) < article->blocks.count &&
                           blocks[next].number == blocks[last].number + 1;
             last = next)
            ;
        px_buffer_printf(out, opened ? ", %u" : "%u", blocks[first].number);
        if (last > first)
            px_buffer_printf(out, "–%u", blocks[last].number);
    }
}

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
    if (topic->titled && topic->clear > 0) {
        add_terms(topic, topic->clear, out);
        return;
    }
    if (topic->part_of.size > 0) {
        px_buffer_append(out, topic->part_of);
        px_buffer_string(out, ", in part: ");
    }
    size_t start = out->size, count = topic->only == PX_NONE ? topic->told : topic->clear;
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (topic->spans[i].count == 0)
            continue;
        px_buffer_string(out, out->size > start ? " and " : "");
        add_paragraphs(comparison, topic, i, out);
        if (count > 0 || topic->part_of.size > 0)
            continue;
        px_buffer_byte(out, ' ');
        add_opening(comparison, topic, i, out);
    }
    px_buffer_string(out, count > 0 ? ": " : "");
    add_terms(topic, count, out);
}
