/* How much each article spends on each topic. */
#include "report/page.h"
#include "report/topic_name.h"

/* What has no row of its own: passages that are perhaps the same, and all that is not surely of a topic. */
enum rest { PERHAPS_SAME, NOT_SURE };

/* The topic that the block of the article stands in, or NULL. */
static const struct px_topic *topic_at(const struct px_comparison *comparison, size_t article, uint32_t start)
{
    for (size_t t = 0; t < comparison->topics.count; t++)
        if (px_topic_holds(&comparison->topics.items[t], article, start))
            return &comparison->topics.items[t];
    return NULL;
}

/* Is the article's paragraph of the topic less surely of it? */
static bool is_doubtful(const struct px_topic *topic, size_t article, uint32_t start)
{
    return topic->doubtful != NULL && px_spans_hold(&topic->doubtful[article], start);
}

/* Is the block in such a row? */
static bool is_rest(const struct px_comparison *comparison, size_t article, const struct px_block *block,
                    enum rest rest)
{
    const struct px_topic *topic = topic_at(comparison, article, block->start);
    if (topic == NULL)
        return false;
    if (px_topic_is_shared(topic, true))
        return rest == NOT_SURE && is_doubtful(topic, article, block->start);
    bool perhaps = px_topic_is_shown(topic) && !is_doubtful(topic, article, block->start);
    return rest == (perhaps ? PERHAPS_SAME : NOT_SURE);
}

/* Adds the paragraphs, in order, that such a row of the article is of, and their words. O(paragraphs × topics) */
static bool find_rest(const struct px_comparison *comparison, size_t article, enum rest rest, struct px_spans *spans,
                      uint32_t *words, struct px_arena *arena)
{
    const struct px_article *of = comparison->articles[article];
    *words = 0;
    for (size_t b = 0; b < of->blocks.count; b++) {
        if (!is_rest(comparison, article, &of->blocks.items[b], rest))
            continue;
        struct px_span *span = px_vector_push(spans, arena);
        if (span == NULL)
            return false;
        *span = (struct px_span){of->blocks.items[b].start, of->blocks.items[b].end};
        *words += px_article_block_words(of, &of->blocks.items[b]);
    }
    return true;
}

void px_page_numbered_topic(struct px_page *page, size_t topic)
{
    uint32_t number = px_topic_number(page->comparison, topic);
    if (number > 0)
        px_buffer_printf(page->out, "%u: ", number);
    px_page_topic(page, &page->comparison->topics.items[topic]);
}

/* "40 (6 %) |": words, and their share of the article's. */
static void words_cell(struct px_page *page, size_t article, uint32_t words)
{
    if (words == 0)
        px_buffer_string(page->out, " – |");
    else
        px_page_share(page, words, page->comparison->articles[article]->counts.words);
}

/* The words of the article's paragraphs in the topic that may have no counterpart there. */
static uint32_t doubtful_words(const struct px_article *article, const struct px_topic *topic, size_t index)
{
    uint32_t words = 0;
    bool any = topic->doubtful != NULL && topic->doubtful[index].count > 0;
    for (size_t b = 0; any && b < article->blocks.count; b++)
        if (is_doubtful(topic, index, article->blocks.items[b].start))
            words += px_article_block_words(article, &article->blocks.items[b]);
    return words;
}

/* "60 (16 %) |", of what is surely of the topic. */
static void topic_cell(struct px_page *page, size_t article, const struct px_topic *topic)
{
    words_cell(page, article,
               topic->spans[article].count == 0
                   ? 0
                   : topic->words[article] - doubtful_words(page->comparison->articles[article], topic, article));
}

/* "A¶3, 7–8", the paragraphs of such a row, behind those of other articles; returns their words. */
static uint32_t rest_places(struct px_page *page, size_t article, enum rest rest, struct px_buffer *places)
{
    struct px_arena arena = {0};
    struct px_spans spans = {0};
    uint32_t words = 0;
    page->out->failed |= !find_rest(page->comparison, article, rest, &spans, &words, &arena);
    if (spans.count > 0 && places->size > 0)
        px_buffer_string(places, " and ");
    if (spans.count > 0)
        px_comparison_paragraphs(page->comparison, article, &spans, places);
    px_arena_release(&arena);
    return words;
}

/* "| not surely in any of these: A¶3, 7–8 and B¶2 | 40 (6 %) | 12 (2 %) |": what of the articles has no row. */
static void rest_row(struct px_page *page, enum rest rest)
{
    static const char *const NAMES[] = {"perhaps the same", "not surely in any of these"};
    struct px_buffer places = {0};
    uint32_t words[PX_COMPARE_MOST] = {0};
    for (size_t a = 0; a < page->comparison->article_count; a++)
        words[a] = rest_places(page, a, rest, &places);
    if (places.size > 0) {
        px_buffer_printf(page->out, "| %s: ", NAMES[rest]);
        px_buffer_append(page->out, px_buffer_slice(&places));
        px_buffer_string(page->out, " |");
        for (size_t a = 0; a < page->comparison->article_count; a++)
            words_cell(page, a, words[a]);
        px_buffer_byte(page->out, '\n');
    }
    page->out->failed |= places.failed;
    px_buffer_release(&places);
}

/* What the topics' names and marks say, of those that are there. */
static void legend(struct px_page *page)
{
    const struct px_topics *topics = &page->comparison->topics;
    bool named = false, headed = false, doubt = false;
    for (size_t i = 0; i < topics->count; i++) {
        const struct px_topic *topic = &topics->items[i];
        named |= px_topic_is_shared(topic, true) && topic->label_count > 0 && !topic->titled && !topic->quoted;
        headed |= px_topic_is_shared(topic, true) && topic->headed;
        doubt |= px_topic_is_shared(topic, false);
    }
    px_buffer_printf(
        page->out,
        "How many words of each article are surely of a topic, and their share of all its words%s%s. %sHeadlines and "
        "headings have no row. Of the rest, too, %s article may tell some in other words.\n\n",
        named ? "; behind “with” stand names, however written, and words, in any form, that the articles share there"
              : "",
        headed ? ", or in their headlines" : "",
        doubt ? "“Perhaps the same”: passages of which that is less sure. " : "",
        page->comparison->article_count == 2 ? "the other" : "another");
}

void px_page_coverage(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    size_t shared = 0;
    for (size_t i = 0; i < comparison->topics.count; i++)
        shared += px_topic_is_shared(&comparison->topics.items[i], true);
    if (comparison->topics.count < 2 || shared == 0)
        return;
    legend(page);
    px_page_table(page, (const char *const[]){"topic", NULL}, (const char *const[]){NULL});
    for (size_t i = 0; i < comparison->topics.count; i++) {
        const struct px_topic *topic = &comparison->topics.items[i];
        if (!px_topic_is_shared(topic, true))
            continue;
        px_buffer_string(page->out, "| ");
        px_page_numbered_topic(page, i);
        px_buffer_string(page->out, " |");
        for (size_t a = 0; a < comparison->article_count; a++)
            topic_cell(page, a, topic);
        px_buffer_byte(page->out, '\n');
    }
    rest_row(page, PERHAPS_SAME);
    rest_row(page, NOT_SURE);
    px_buffer_byte(page->out, '\n');
}
