/* Side by side by topic: what both tell, then what one tells alone. */
#include <math.h>

#include "report/page.h"

/* The opening words of each article's passage, cited. */
static void openings(struct px_page *page, const struct px_topic *topic)
{
    px_buffer_string(page->out, "| begins |");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const struct px_article *article = page->comparison->articles[i];
        if (topic->first_sentence[i] == PX_NONE) {
            px_buffer_string(page->out, " not covered |");
            continue;
        }
        const struct px_sentence *sentence = &article->sentences.items[topic->first_sentence[i]];
        struct px_evidence evidence = {&topic->first_sentence[i], 1};
        px_buffer_byte(page->out, ' ');
        px_page_excerpt(page, px_slice_part(article->text, sentence->start, sentence->end), 110);
        px_buffer_byte(page->out, ' ');
        px_page_cite(page, i, &evidence, 1);
        px_buffer_string(page->out, " |");
    }
    px_buffer_byte(page->out, '\n');
}

/* Sources with a statement inside the topic. */
static void speakers(struct px_page *page, const struct px_topic *topic)
{
    const struct px_sourcing *sourcing = &page->comparison->sourcing;
    px_buffer_string(page->out, "| speakers |");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const struct px_article *article = page->comparison->articles[i];
        size_t shown = 0;
        for (size_t j = 0; j < sourcing->sources.count; j++) {
            const struct px_source *source = &sourcing->sources.items[j];
            bool here = false;
            for (size_t k = 0; k < source->evidence[i].count && !here; k++)
                here = px_topic_holds(topic, i, article->sentences.items[source->evidence[i].sentences[k]].start);
            if (!here)
                continue;
            px_buffer_string(page->out, shown++ == 0 ? " " : "; ");
            px_page_excerpt(page, source->name, 50);
        }
        px_buffer_string(page->out, shown == 0 ? " – |" : " |");
    }
    px_buffer_byte(page->out, '\n');
}

static bool is_counted(const struct px_page *page, const struct px_indicator *indicator)
{
    for (size_t j = 0; j < page->comparison->article_count; j++)
        if (indicator->values[j].count > 0)
            return true;
    return false;
}

/* The figures that were computed for this topic and have something to count: counts by article, and rates where there is
 * enough text for them. */
static void figures(struct px_page *page, size_t index)
{
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (indicator->topic != index || !is_counted(page, indicator))
            continue;
        px_buffer_string(page->out, "| ");
        px_page_text(page, indicator->label);
        px_buffer_string(page->out, " |");
        for (size_t j = 0; j < page->comparison->article_count; j++) {
            px_buffer_printf(page->out, " %u", indicator->values[j].count);
            if (indicator->values[j].count > 0 && indicator->verdict != PX_VERDICT_TOO_LITTLE) {
                px_buffer_string(page->out, ": ");
                px_page_figure(page, indicator->values[j].value, indicator->unit);
                px_buffer_byte(page->out, ' ');
                px_page_text(page, indicator->unit);
            }
            if (indicator->values[j].count > 0) {
                px_buffer_byte(page->out, ' ');
                px_page_cite(page, j, &indicator->evidence[j], 3);
            }
            px_buffer_string(page->out, " |");
        }
        px_buffer_byte(page->out, '\n');
    }
}

static void topic_table(struct px_page *page, size_t index)
{
    const struct px_topic *topic = &page->comparison->topics.items[index];
    px_page_table(page, (const char *const[]){"", NULL}, (const char *const[]){NULL});
    openings(page, topic);
    figures(page, index);
    speakers(page, topic);
    px_buffer_byte(page->out, '\n');
}

/* Where the run that nobody else tells begins. */
static void lone_run(struct px_page *page, const struct px_topic *topic)
{
    const struct px_article *article = page->comparison->articles[topic->only];
    const struct px_sentence *sentence = &article->sentences.items[topic->lone.first_sentence];
    uint32_t first = topic->lone.first_sentence;
    struct px_evidence evidence = {&first, 1};
    px_buffer_string(page->out, "- **");
    px_page_topic(page, topic);
    px_buffer_printf(page->out, "**: %u", topic->lone.words);
    if (topic->lone.words < topic->words[topic->only])
        px_buffer_printf(page->out, " of its %u", topic->words[topic->only]);
    px_buffer_string(page->out, " words");
    if (topic->lone.run_words < topic->lone.words)
        px_buffer_printf(page->out, ", the longest run (%u words)", topic->lone.run_words);
    px_buffer_string(page->out, " from “");
    px_page_excerpt(page, px_slice_part(article->text, sentence->start, sentence->end), 70);
    px_buffer_string(page->out, "” on ");
    px_page_cite(page, topic->only, &evidence, 1);
    px_buffer_byte(page->out, '\n');
}

static bool is_lone(const struct px_topic *topic)
{
    return topic->only != PX_NONE && topic->lone.run_words >= PX_LONE_FEWEST;
}

/* What one article alone tells: passages that no paragraph of another comes near. */
static void one_sided(struct px_page *page, size_t article)
{
    size_t shown = 0;
    for (size_t i = 0; i < page->comparison->topics.count; i++) {
        const struct px_topic *topic = &page->comparison->topics.items[i];
        if (topic->only != article || !is_lone(topic))
            continue;
        if (shown++ == 0)
            px_buffer_printf(page->out, "### Only in %c\n\nIn paragraphs that no other article has anything like:\n\n",
                             px_page_letter(article));
        lone_run(page, topic);
    }
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}

/* In which place the article turns to the topic, among its topics: 1 for what it opens with. */
static size_t place_of(const struct px_comparison *comparison, const struct px_topic *topic, size_t article)
{
    size_t place = 1;
    for (size_t i = 0; i < comparison->topics.count; i++)
        place += comparison->topics.items[i].spans[article].count > 0 &&
                 comparison->topics.items[i].spans[article].items[0].start < topic->spans[article].items[0].start;
    return place;
}

/* What each article spends on each topic, and when it turns to it. */
static void coverage(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    if (comparison->topics.count < 2)
        return;
    px_buffer_string(
        page->out,
        "Words spent, their share, and in which place the article turns to it. A topic is called by its heading, "
        "else by its paragraphs, with names and nouns that every article uses there and hardly elsewhere, else with "
        "the first words. “–”: no passage of its own; parts of it may be told under other topics.\n\n");
    px_page_table(page, (const char *const[]){"topic", NULL}, (const char *const[]){NULL});
    for (size_t i = 0; i < comparison->topics.count; i++) {
        const struct px_topic *topic = &comparison->topics.items[i];
        px_buffer_string(page->out, "| ");
        px_page_topic(page, topic);
        px_buffer_string(page->out, " |");
        for (size_t a = 0; a < comparison->article_count; a++) {
            uint32_t all = comparison->articles[a]->counts.words;
            if (topic->spans[a].count == 0)
                px_buffer_string(page->out, " – |");
            else
                px_buffer_printf(page->out, " %u (%.0f %%), no. %zu |", topic->words[a],
                                 all == 0 ? 0.0 : 100.0 * topic->words[a] / all, place_of(comparison, topic, a));
        }
        px_buffer_byte(page->out, '\n');
    }
    px_buffer_byte(page->out, '\n');
}

void px_page_topics(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    px_buffer_string(page->out, "## Side by side, by topic\n\n");
    coverage(page);
    px_page_picture(page, PX_PICTURE_MAP);
    size_t shared = 0;
    for (size_t i = 0; i < comparison->topics.count; i++) {
        if (comparison->topics.items[i].only != PX_NONE)
            continue;
        shared++;
        px_buffer_string(page->out, "### ");
        px_page_topic(page, &comparison->topics.items[i]);
        px_buffer_string(page->out, "\n\n");
        topic_table(page, i);
    }
    if (shared == 0)
        px_buffer_string(page->out,
                         "No passage of one article matches a passage of another more closely than unrelated "
                         "articles do.\n\n");
    for (size_t i = 0; i < comparison->article_count; i++)
        one_sided(page, i);
}
