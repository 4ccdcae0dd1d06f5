/* Side by side by topic: what both tell, then what one tells alone. */
#include "base/vector.h"
#include "report/page.h"
#include "report/topic_name.h"
#include "report/topic_speakers.h"

/* Is each article shown by what its passage begins with? */
static bool is_opening(const struct px_comparison *comparison, const struct px_topic *topic)
{
    bool opening = true;
    for (size_t i = 0; i < comparison->article_count; i++)
        opening &= topic->alike[i] == topic->first_sentence[i];
    return opening;
}

/* Does the sentence name anybody or anything? */
static bool names_something(const struct px_article *article, uint32_t sentence)
{
    const struct px_sentence *it = &article->sentences.items[sentence];
    for (size_t m = px_vector_from(&article->mentions, start, it->start);
         m < article->mentions.count && article->mentions.items[m].start < it->end; m++)
        if (article->mentions.items[m].form != PX_MENTION_PRONOUN)
            return true;
    return false;
}

/* From which sentence on the one is shown: "The state passed a law" stands with the sentence before it in the paragraph that
 * says which. */
static uint32_t shown_from(const struct px_article *article, uint32_t sentence)
{
    enum { MOST_BYTES = 240 };
    const struct px_sentence *it = &article->sentences.items[sentence], *before = sentence == 0 ? NULL : it - 1;
    bool led = before != NULL && before->block == it->block && before->end - before->start <= MOST_BYTES &&
               !names_something(article, sentence) && names_something(article, sentence - 1);
    return led ? sentence - 1 : sentence;
}

/* A sentence of the article, cited, or that there is none; `alone`: without the one before it, for what stands beside it is the
 * same. */
static void sentence_cell(struct px_page *page, size_t index, uint32_t sentence, bool alone)
{
    const struct px_article *article = page->comparison->articles[index];
    if (sentence == PX_NONE) {
        px_buffer_string(page->out, " none found |");
        return;
    }
    uint32_t run[] = {alone ? sentence : shown_from(article, sentence), sentence};
    px_buffer_byte(page->out, ' ');
    px_page_sentence(page, article, article->sentences.items[run[0]].start, sentence);
    px_buffer_byte(page->out, ' ');
    if (run[0] < sentence)
        px_page_cite_run(page, index, &(struct px_evidence){run, 2});
    else
        px_page_cite(page, index, &(struct px_evidence){&sentence, 1}, 1);
    px_buffer_string(page->out, " |");
}

/* The sentence's next word from the token on, of those in direct speech alone for `said`, or empty behind the last: marks
 * make no other text. */
static struct px_slice next_word(const struct px_article *article, const struct px_sentence *sentence, bool said,
                                 uint32_t *token)
{
    while (*token < sentence->first_token + sentence->token_count) {
        const struct px_token *at = &article->tokens.items[(*token)++];
        if (px_token_is_word(at) && (!said || at->voice == PX_VOICE_DIRECT))
            return px_slice_part(article->text, at->start, at->end);
    }
    return (struct px_slice){0};
}

/* The sentence's words that nobody says in it: "he added on Monday". */
static uint32_t words_around(const struct px_article *article, const struct px_sentence *sentence)
{
    uint32_t words = 0;
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
        words += px_token_is_word(&article->tokens.items[t]) && article->tokens.items[t].voice != PX_VOICE_DIRECT;
    return words;
}

/* Have the sentences the same words; or for `said` the same in direct speech, and the second little else? One of marks alone
 * has none. */
static bool are_same_words(const struct px_article *a, uint32_t in_a, const struct px_article *b, uint32_t in_b,
                           bool said)
{
    enum { LEAST_SAID = 4, MOST_AROUND = 6 };
    const struct px_sentence *first = &a->sentences.items[in_a], *second = &b->sentences.items[in_b];
    uint32_t at = first->first_token, other = second->first_token, words = 0;
    struct px_slice word = next_word(a, first, said, &at);
    bool same = px_slice_equal(word, next_word(b, second, said, &other));
    for (; same && word.size > 0; words++) {
        word = next_word(a, first, said, &at);
        same = px_slice_equal(word, next_word(b, second, said, &other));
    }
    return same && words >= (said ? LEAST_SAID : 1) && (!said || words_around(b, second) <= MOST_AROUND);
}

/* Do all articles show the topic there by the same words, or by sentences with the same direct speech? */
static bool are_same(const struct px_comparison *comparison, const struct px_topic *topic, size_t row, bool said)
{
    uint32_t first = px_topic_sentence(topic, row, 0);
    bool same = first != PX_NONE;
    for (size_t i = 1; same && i < comparison->article_count; i++) {
        uint32_t other = px_topic_sentence(topic, row, i);
        same = other != PX_NONE && are_same_words(comparison->articles[0], first, comparison->articles[i], other, said);
    }
    return same;
}

/* The sentences that are alike; the rest of a row. */
static void sentences(struct px_page *page, const struct px_topic *topic, size_t row)
{
    bool whole = are_same(page->comparison, topic, row, false),
         same = whole || are_same(page->comparison, topic, row, true);
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        uint32_t sentence = px_topic_sentence(topic, row, i);
        if (sentence == PX_NONE && row > 0) { /* it may tell the same all the same */
            px_buffer_string(page->out, " |");
            continue;
        }
        if (i == 0 || !same) {
            sentence_cell(page, i, sentence, same);
            continue;
        }
        px_buffer_string(page->out, whole ? " the same " : " the same quotation ");
        px_page_cite(page, i, &(struct px_evidence){&sentence, 1}, 1);
        px_buffer_string(page->out, " |");
    }
    px_buffer_byte(page->out, '\n');
}

/* Has an article enough of it for a row? One word more or less in a passage is no difference. */
static bool is_counted(const struct px_page *page, const struct px_indicator *indicator)
{
    enum { LEAST = 3 };
    for (size_t j = 0; j < page->comparison->article_count; j++)
        if (indicator->values[j].count >= LEAST)
            return true;
    return false;
}

/* Has the topic paragraphs that are less surely of it? */
static bool has_doubts(const struct px_page *page, const struct px_topic *topic)
{
    for (size_t a = 0; topic->doubtful != NULL && a < page->comparison->article_count; a++)
        if (topic->doubtful[a].count > 0)
            return true;
    return false;
}

/* The figures that were computed for this topic and have something to count: passages are too short for
 * rates. They count what may be of the topic, too: where there is any, they are none of what its name tells. */
static void figures(struct px_page *page, size_t index)
{
    if (has_doubts(page, &page->comparison->topics.items[index]))
        return;
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (indicator->topic != index || !is_counted(page, indicator))
            continue;
        px_buffer_string(page->out, "| ");
        px_page_text(page, indicator->label);
        px_buffer_string(page->out, " |");
        for (size_t j = 0; j < page->comparison->article_count; j++) {
            px_buffer_printf(page->out, " %u", indicator->values[j].count);
            if (indicator->values[j].count > 0) {
                px_buffer_byte(page->out, ' ');
                px_page_cite(page, j, &indicator->evidence[j], 3);
            }
            px_buffer_string(page->out, " |");
        }
        px_buffer_byte(page->out, '\n');
    }
}

/* Is the topic shown by what all the articles begin with? That stands above. */
static bool is_shown_above(const struct px_comparison *comparison, const struct px_topic *topic)
{
    bool leads = true;
    for (size_t i = 0; i < comparison->article_count; i++)
        leads = leads && topic->alike[i] != PX_NONE && topic->alike[i] == px_topic_lead(comparison->articles[i]);
    return leads;
}

/* That the first sentences show the topic. */
static void above_line(struct px_page *page, const struct px_topic *topic)
{
    px_buffer_string(page->out, "The beginnings of the articles stand above:");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        px_buffer_byte(page->out, ' ');
        px_page_cite(page, i, &(struct px_evidence){&topic->alike[i], 1}, 1);
    }
    px_buffer_string(page->out, "\n\n");
}

/* The sentences that show the topic, as a row. */
static void shown_row(struct px_page *page, const struct px_topic *topic)
{
    bool opens = is_opening(page->comparison, topic);
    px_buffer_string(page->out, opens ? "| begins |" : "| most alike |");
    page->alike |= !opens;
    sentences(page, topic, 0);
}

/* Further sentences, a row each; `also`: behind others. */
static void further_rows(struct px_page *page, const struct px_topic *topic, bool also)
{
    for (size_t row = 1; row <= topic->further_count; row++) {
        px_buffer_string(page->out, also || row > 1 ? "| also alike |" : "| alike |");
        sentences(page, topic, row);
    }
    page->alike |= topic->further_count > 0;
}

/* The rows of the topic, below its name; where all that there is to show stands above, where that is. */
static void topic_section(struct px_page *page, size_t index)
{
    const struct px_topic *topic = &page->comparison->topics.items[index];
    bool above = is_shown_above(page->comparison, topic);
    px_buffer_string(page->out, "### ");
    px_page_numbered_topic(page, index);
    px_buffer_string(page->out, "\n\n");
    if (above)
        above_line(page, topic);
    size_t table = page->out->size;
    px_page_table(page, (const char *const[]){"", NULL}, (const char *const[]){NULL});
    size_t rows = page->out->size;
    if (!above)
        shown_row(page, topic);
    further_rows(page, topic, !above);
    figures(page, index);
    px_topic_speakers(page, topic);
    if (page->out->size > rows)
        px_buffer_byte(page->out, '\n');
    else
        px_page_drop(page, table);
}

/* What both surely tell, a table each. */
static size_t sure_topics(struct px_page *page)
{
    size_t shown = 0;
    for (size_t i = 0; i < page->comparison->topics.count; i++) {
        if (!px_topic_is_shared(&page->comparison->topics.items[i], true))
            continue;
        shown++;
        topic_section(page, i);
    }
    return shown;
}

/* What both may tell, a row each: whoever wants to know holds the sentences against each other. */
static void unsure_topics(struct px_page *page)
{
    size_t shown = 0;
    for (size_t i = 0; i < page->comparison->topics.count; i++) {
        const struct px_topic *topic = &page->comparison->topics.items[i];
        if (!px_topic_is_shared(topic, false))
            continue;
        if (shown++ == 0) {
            px_buffer_string(page->out, "### Perhaps the same\n\nPassages that may tell the same, or share but a "
                                        "detail, shown by their most alike "
                                        "sentences:\n\n");
            px_page_table(page, (const char *const[]){"passages", NULL}, (const char *const[]){NULL});
        }
        px_buffer_printf(page->out, "| %u: ", px_topic_number(page->comparison, i));
        px_topic_places(page->comparison, topic, page->out);
        px_buffer_string(page->out, " |");
        sentences(page, topic, 0);
    }
    px_buffer_string(page->out, shown > 0 ? "\n" : "");
}

/* How right the parts of the section are, where they have something to show. */
static void validity(struct px_page *page)
{
    const struct px_topics *topics = &page->comparison->topics;
    const char *sections[4] = {NULL};
    size_t count = 0;
    bool sure = false, unsure = false, alone = false;
    for (size_t t = 0; t < topics->count; t++) {
        sure |= px_topic_is_shared(&topics->items[t], true);
        unsure |= px_topic_is_shared(&topics->items[t], false);
        for (size_t a = 0; a < page->comparison->article_count; a++)
            alone |= topics->items[t].lone[a].count > 0;
    }
    if (sure)
        sections[count++] = "topics";
    if (unsure)
        sections[count++] = "perhaps";
    if (alone)
        sections[count++] = "passages";
    px_page_validities(page, sections);
}

/* Is a topic shown that several articles tell of, or may tell of? */
static bool has_topics(const struct px_comparison *comparison)
{
    for (size_t i = 0; i < comparison->topics.count; i++)
        if (px_topic_is_shown(&comparison->topics.items[i]))
            return true;
    return false;
}

void px_page_topics(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    px_buffer_string(page->out, has_topics(comparison) ? "## Side by side, by topic\n\n" : "## Passages\n\n");
    px_page_coverage(page);
    px_page_picture(page, PX_PICTURE_MAP);
    if (sure_topics(page) == 0)
        px_buffer_printf(page->out,
                         "No passage could be paired surely with one of %s; that does not say that they have nothing "
                         "in common.\n\n",
                         comparison->article_count == 2 ? "the other article" : "another article");
    unsure_topics(page);
    for (size_t i = 0; i < comparison->article_count; i++)
        px_page_passages(page, i);
    validity(page);
}
