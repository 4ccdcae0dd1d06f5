#include "report/topic_name.h"

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

void px_topic_places(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    size_t shown = 0;
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (topic->spans[i].count == 0)
            continue;
        struct px_slice heading = heading_of(comparison->articles[i], topic, i);
        px_buffer_string(out, shown++ == 0 ? "" : " and ");
        px_comparison_paragraphs(comparison, i, &topic->surely[i], out);
        if (topic->label_count == 0 && topic->only != PX_NONE && heading.size > 0)
            px_buffer_printf(out, ", under “%.*s”", PX_SLICE_ARG(heading));
    }
}

/* The paragraph from the block on that has sentences; the count of blocks where there is none. */
static size_t next_paragraph(const struct px_article *article, size_t block)
{
    while (block < article->blocks.count && (!px_role_is_paragraph(article->blocks.items[block].role) ||
                                             article->blocks.items[block].sentence_count == 0))
        block++;
    return block;
}

/* Is the paragraph a line over others, "Governor Opens Pier", which no mark ends? */
static bool is_line(const struct px_article *article, size_t block)
{
    enum { MOST_WORDS = 16 };
    const struct px_block *it = &article->blocks.items[block];
    const struct px_sentence *sentence = &article->sentences.items[it->first_sentence];
    uint32_t end = sentence->first_token + sentence->token_count;
    return it->sentence_count == 1 && sentence->token_count > 0 && sentence->token_count <= MOST_WORDS &&
           article->tokens.items[end - 1].kind != PX_TOKEN_PUNCTUATION;
}

uint32_t px_topic_lead(const struct px_article *article)
{
    size_t first = next_paragraph(article, 0), next = next_paragraph(article, first + 1);
    if (first == article->blocks.count)
        return PX_NONE;
    bool line = next < article->blocks.count && is_line(article, first) && !is_line(article, next);
    return article->blocks.items[line ? next : first].first_sentence;
}

/* Has the topic surely no more than one paragraph of each article? */
static bool is_short(const struct px_comparison *comparison, const struct px_topic *topic)
{
    bool one = true;
    for (size_t i = 0; i < comparison->article_count; i++)
        one = one && topic->surely[i].count <= 1;
    return one;
}

void px_topic_name(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *out)
{
    if (!topic->titled)
        px_topic_places(comparison, topic, out);
    bool opens = topic->opens && !topic->leads && !topic->headed && !topic->titled && px_topic_is_sure(topic);
    if (opens && topic->label_count > 0)
        px_buffer_string(out, ", the beginnings and more");
    for (size_t i = 0; i < topic->label_count; i++)
        px_buffer_printf(out, topic->titled || i < topic->name_count ? "%s%.*s" : "%s“%.*s”",
                         i > 0           ? ", "
                         : topic->titled ? ""
                         : topic->quoted ? ", quoting "
                                         : ", with ",
                         PX_SLICE_ARG(topic->label[i]));
    if (topic->label_count == 0 && topic->opens && px_topic_is_sure(topic))
        px_buffer_printf(out, ", %s %s begin%s", is_short(comparison, topic) ? "where" : "on what",
                         comparison->article_count == 2 ? "both" : "all", is_short(comparison, topic) ? "" : " with");
    if (topic->titled)
        return;
    px_buffer_string(out, px_topic_is_sure(topic) ? "" : " (perhaps the same)");
}

/* How many of the first `end` topics are told of by several articles, surely or less so. */
static uint32_t count_shared(const struct px_comparison *comparison, size_t end, bool sure)
{
    uint32_t count = 0;
    for (size_t t = 0; t < end; t++)
        count += px_topic_is_shared(&comparison->topics.items[t], sure);
    return count;
}

uint32_t px_topic_number(const struct px_comparison *comparison, size_t index)
{
    const struct px_topic *topic = &comparison->topics.items[index];
    bool sure = px_topic_is_sure(topic);
    if (!px_topic_is_shared(topic, sure))
        return 0;
    return (sure ? 0 : count_shared(comparison, comparison->topics.count, true)) +
           count_shared(comparison, index + 1, sure);
}
