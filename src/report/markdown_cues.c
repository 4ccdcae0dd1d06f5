/* Certainty, what is taken as given, and frames: cues that are counted, with the words that were. */
#include "report/page.h"
#include "report/page_words.h"

enum { MOST_CUES = 6 };

/* A match that the figure counts. */
static bool is_cue(const struct px_match *match, const void *argument)
{
    const struct px_indicator *indicator = argument;
    return px_match_counts(match) && !match->by_model && px_match_is_of(match, indicator->name) &&
           (indicator->voice == PX_VOICE_ALL || indicator->voice == match->voice);
}

/* "- **conflict**: A 2 (“hostile” [A¶6.1]; “confrontation” [A¶5.1]); B 0" */
static void cue_line(struct px_page *page, const struct px_indicator *indicator)
{
    struct px_slice label = indicator->label, own = PX_SLICE(", own voice"); /* which the heading says */
    if (px_slice_ends(label, own))
        label.size -= own.size;
    px_buffer_string(page->out, "- **");
    px_page_text(page, label);
    px_buffer_string(page->out, "**:");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        uint32_t count = indicator->values[i].count;
        px_buffer_printf(page->out, "%s %c %u", i == 0 ? "" : ";", px_page_letter(i), count);
        if (count == 0)
            continue;
        px_buffer_string(page->out, " (");
        px_page_words(page, i, is_cue, indicator, MOST_CUES);
        px_buffer_byte(page->out, ')');
    }
    px_buffer_byte(page->out, '\n');
}

/* Is there a figure of the family in which the articles differ? */
static bool any_differs(const struct px_page *page, const char *family)
{
    for (size_t i = 0; i < page->comparison->indicators.count; i++)
        if (page->comparison->indicators.items[i].verdict == PX_VERDICT_DIFFERS &&
            px_page_has_indicator(page, &page->comparison->indicators.items[i], family))
            return true;
    return false;
}

/* The words behind the family's figures, below a table of those that could be tested where one differs. Returns how many
 * figures there are. */
static size_t cues(struct px_page *page, const char *family, const char *heading)
{
    size_t start = page->out->size, shown = 0;
    px_buffer_string(page->out, heading);
    if (any_differs(page, family))
        px_page_tested(page, family);
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!px_page_has_indicator(page, indicator, family))
            continue;
        cue_line(page, indicator);
        shown++;
    }
    if (shown == 0)
        page->out->size = start;
    else
        px_buffer_byte(page->out, '\n');
    return shown;
}

void px_page_certainty(struct px_page *page)
{
    px_buffer_string(page->out, "## Certainty and frames\n\n");
    size_t rows = cues(page, "certainty", "How sure the article, in its own voice, says it is:\n\n");
    rows += cues(page, "presupposition", "Words by which the article, in its own voice, takes something as given:\n\n");
    rows += cues(page, "frames", "Frame cues, in every voice: words that point to a frame, not the frame itself:\n\n");
    if (rows > 0)
        px_page_validity(page, "certainty");
    rows += px_page_indicators(page, "style", "Style:\n\n");
    if (rows == 0)
        px_buffer_string(page->out, "No cue was found.\n\n");
    px_page_headlines(page);
}
