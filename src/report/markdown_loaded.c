/* Loaded wording: the words by whose voice they stand in, and quotation marks without a speaker. */
#include "report/loaded_listed.h"
#include "report/page.h"
#include "report/page_words.h"

enum { MOST_DRIVERS = 25 };

/* The figures of all loaded words of a voice are named by no category of them. */
static bool is_total(const struct px_indicator *indicator)
{
    return px_slice_is(indicator->name, "loaded.own") || indicator->voice != PX_VOICE_OWN;
}

/* A word that the figure counts. One that stands in several categories is a match of each. */
static bool is_counted(const struct px_match *match, const void *argument)
{
    const struct px_indicator *indicator = argument;
    return !match->by_model && px_match_counts(match) && px_match_voice(match) == indicator->voice &&
           (is_total(indicator) ? px_match_is_loaded(match) : px_match_is_of(match, indicator->name));
}

/* Is it the figure of a category of the words in the article's own voice, of those that the section shows? */
static bool is_category(const struct px_page *page, const struct px_indicator *indicator)
{
    return !is_total(indicator) && px_page_has_indicator(page, indicator, "loaded");
}

static bool is_in_category(const struct px_page *page, const struct px_match *match)
{
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (is_category(page, indicator) && is_counted(match, indicator))
            return true;
    }
    return false;
}

/* Is each word of the figure in a category that the section shows? */
static bool is_divided(const struct px_page *page, const struct px_indicator *total)
{
    for (size_t a = 0; a < page->comparison->article_count; a++) {
        const struct px_article *article = page->comparison->articles[a];
        for (size_t i = 0; i < article->matches.count; i++)
            if (is_counted(&article->matches.items[i], total) && !is_in_category(page, &article->matches.items[i]))
                return false;
    }
    return true;
}

/* "- **loaded wording, own voice**: A 3; B 1, by category:" */
static void counts_line(struct px_page *page, const struct px_indicator *total)
{
    px_buffer_string(page->out, "- **");
    px_page_text(page, total->label);
    px_buffer_string(page->out, "**:");
    for (size_t a = 0; a < page->comparison->article_count; a++)
        px_buffer_printf(page->out, "%s %c %u", a == 0 ? "" : ";", px_comparison_letter(a), total->values[a].count);
    px_buffer_string(page->out, ", by category:\n");
}

/* The words in the article's own voice, each under its category where there are several. */
static void divided(struct px_page *page, const struct px_indicator *total)
{
    const struct px_indicator *items = page->comparison->indicators.items;
    size_t categories = 0;
    for (size_t i = 0; i < page->comparison->indicators.count; i++)
        categories += is_category(page, &items[i]);
    if (categories == 1) {
        px_page_word_line(page, total, total->label, is_counted, MOST_DRIVERS);
        return;
    }
    counts_line(page, total);
    for (size_t i = 0; i < page->comparison->indicators.count; i++)
        if (is_category(page, &items[i])) {
            px_buffer_string(page->out, "  ");
            px_page_word_line(page, &items[i], px_indicator_subject(&items[i]), is_counted, MOST_DRIVERS);
        }
}

static uint32_t count_of(const struct px_comparison *comparison, const struct px_indicator *indicator)
{
    uint32_t count = 0;
    for (size_t a = 0; a < comparison->article_count; a++)
        count += indicator->values[a].count;
    return count;
}

/* How many words a total must have: of the articles' own and of what they report two in five are none to careful
 * readers. */
static uint32_t fewest(const struct px_indicator *indicator)
{
    return indicator->voice == PX_VOICE_OWN || indicator->voice == PX_VOICE_INDIRECT ? 2 : 1;
}

/* Of one word alone nobody can say which article has more. A quoted one is told beside words of another voice. */
bool px_loaded_is_single(const struct px_comparison *comparison, const struct px_indicator *indicator)
{
    uint32_t count = count_of(comparison, indicator);
    if (!is_total(indicator) || count > 1)
        return false;
    bool single = true;
    for (size_t i = 0; count >= fewest(indicator) && i < comparison->indicators.count; i++) {
        const struct px_indicator *other = &comparison->indicators.items[i];
        single = single && (other == indicator || !px_slice_is(other->family, "loaded") || other->unlisted ||
                            !is_total(other) || count_of(comparison, other) < fewest(other));
    }
    return single;
}

bool px_loaded_is_listed(const struct px_comparison *comparison, size_t article, const struct px_match *match)
{
    const struct px_page page = {.comparison = comparison};
    bool shared = px_comparison_shares_word(comparison, article, match);
    for (size_t i = 0; !shared && i < comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &comparison->indicators.items[i];
        if (is_total(indicator) && is_counted(match, indicator) && px_page_has_indicator(&page, indicator, "loaded") &&
            !px_loaded_is_single(comparison, indicator))
            return true;
    }
    return false;
}

/* The words behind every figure, told once where categories divide them. */
static void word_lines(struct px_page *page)
{
    bool told = false;
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!px_page_has_indicator(page, indicator, "loaded") || (told && !is_total(indicator)))
            continue;
        if (px_loaded_is_single(page->comparison, indicator)) {
            told = told || px_slice_is(indicator->name, "loaded.own");
            continue;
        }
        if (px_slice_is(indicator->name, "loaded.own") && is_divided(page, indicator)) {
            divided(page, indicator);
            told = true;
        } else {
            px_page_word_line(page, indicator, indicator->label, is_counted, MOST_DRIVERS);
        }
    }
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

/* Is a loaded word left out, since all articles report it of the same speaker? */
static bool leaves_out(const struct px_page *page)
{
    for (size_t a = 0; a < page->comparison->article_count; a++) {
        const struct px_article *article = page->comparison->articles[a];
        for (size_t i = 0; i < article->matches.count; i++)
            if (px_match_counts(&article->matches.items[i]) && !article->matches.items[i].by_model &&
                px_comparison_shares_word(page->comparison, a, &article->matches.items[i]))
                return true;
    }
    return false;
}

void px_page_loaded(struct px_page *page)
{
    size_t start = page->out->size;
    px_buffer_printf(
        page->out,
        "## Loaded wording\n\n"
        "Words that judge or exaggerate, counted by whose voice they are in%s. One pair of articles is no "
        "ground to call one outlet more loaded than the other.\n\n",
        leaves_out(page) ? "; one that all the articles quote from a speaker whom each names is not counted" : "");
    size_t before = page->out->size;
    px_page_differing(page, "loaded", "");
    word_lines(page);
    for (size_t i = 0; i < page->comparison->article_count; i++)
        scare_quotes(page, i);
    if (page->out->size == before) {
        px_page_drop(page, start);
        return;
    }
    px_buffer_byte(page->out, '\n');
    px_page_validity(page, "loaded");
}
