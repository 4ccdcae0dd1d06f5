/* Loaded wording: the words by whose voice they stand in, and quotation marks without a speaker. */
#include "report/page.h"
#include "report/page_words.h"

enum { MOST_DRIVERS = 25 };

/* The figures of all loaded words of a voice are named by no category of them. */
static bool is_total(const struct px_indicator *indicator)
{
    return px_slice_is(indicator->name, "loaded.own") || indicator->voice != PX_VOICE_OWN;
}

/* A word that the figure of a voice counts. */
static bool is_counted(const struct px_match *match, const void *argument)
{
    const struct px_indicator *indicator = argument;
    return !match->by_model && px_match_counts(match) && match->voice == indicator->voice && px_match_is_loaded(match);
}

/* A category's figure, without its words: they stand in the line of the voice. */
static void kind_line(struct px_page *page, const struct px_indicator *indicator)
{
    px_buffer_string(page->out, "- of these, ");
    px_page_text(page, indicator->label);
    for (size_t i = 0; i < page->comparison->article_count; i++)
        px_buffer_printf(page->out, "%s %c %u", i == 0 ? ":" : ";", px_page_letter(i), indicator->values[i].count);
    px_buffer_byte(page->out, '\n');
}

/* The words behind every figure of a voice, and the figures of their kinds; returns how many figures there are. */
static size_t word_lines(struct px_page *page)
{
    size_t lines = 0;
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!px_page_has_indicator(page, indicator, "loaded"))
            continue;
        if (is_total(indicator))
            px_page_word_line(page, indicator, indicator->label, is_counted, MOST_DRIVERS);
        else
            kind_line(page, indicator);
        lines++;
    }
    return lines;
}

/* Quotation marks that attribute nothing. */
static void scare_quotes(struct px_page *page, size_t index)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t shown = 0;
    for (size_t i = 0; i < article->quotations.count; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        if (!px_article_is_scare(article, quotation))
            continue;
        if (shown++ == 0) {
            px_buffer_string(page->out, "- Quotation marks without a speaker in **");
            px_page_article_name(page, index);
            px_buffer_string(page->out, "**: ");
        } else {
            px_buffer_string(page->out, "; ");
        }
        uint32_t sentence = article->tokens.items[quotation->first_token].sentence;
        struct px_evidence evidence = {&sentence, 1};
        px_page_text(page, px_slice_span(article->text, quotation->span));
        px_buffer_byte(page->out, ' ');
        px_page_cite(page, index, &evidence, 1);
    }
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}

void px_page_loaded(struct px_page *page)
{
    px_buffer_string(page->out, "## Loaded wording\n\n"
                                "Words that judge or exaggerate, by whose voice they stand in, with their counts. One "
                                "pair of articles is no ground to call one outlet more loaded than the other.\n\n");
    px_page_tested(page, "loaded");
    if (word_lines(page) == 0)
        px_buffer_string(page->out, "No word was found that is surely loaded where it stands.\n");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        scare_quotes(page, i);
    px_buffer_byte(page->out, '\n');
    px_page_validity(page, "loaded");
}
