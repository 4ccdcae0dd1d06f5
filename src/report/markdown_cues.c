/* Certainty, what is taken as given, and frames: cues that are counted, with the words that were. */
#include "report/cues_told.h"
#include "report/page.h"
#include "report/page_words.h"

enum { MOST_CUES = 6 };

static void cue_line(struct px_page *page, const struct px_indicator *indicator)
{
    px_page_word_line(page, indicator, px_indicator_subject(indicator), px_cue_counts, MOST_CUES);
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

static bool is_told(struct px_page *page, const struct px_indicator *indicator)
{
    return px_cues_are_told(page->comparison, indicator, &page->arena, &page->out->failed);
}

/* The words behind the family's figures that are enough for a line, below a table of those that could be tested where
 * one differs. Returns how many figures there are. */
static size_t cues(struct px_page *page, const char *family, const char *heading)
{
    size_t start = page->out->size, shown = 0;
    px_buffer_string(page->out, heading);
    if (any_differs(page, family))
        px_page_tested(page, family);
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!px_page_has_indicator(page, indicator, family) || !is_told(page, indicator))
            continue;
        cue_line(page, indicator);
        shown++;
    }
    if (shown == 0) {
        page->out->size = start;
        return 0;
    }
    px_buffer_byte(page->out, '\n');
    px_page_validity(page, family);
    return shown;
}

void px_page_certainty(struct px_page *page)
{
    px_buffer_string(page->out, "## Certainty and frames\n\n");
    size_t rows = cues(page, "certainty", "How sure the article, in its own voice, says it is:\n\n");
    rows += cues(page, "presupposition", "Words by which the article, in its own voice, takes something as given:\n\n");
    rows += cues(page, "frames",
                 "Words that point to a frame, in whatever voice; what all the articles are about is left out:\n\n");
    rows += px_page_indicators(page, "style", "Style:\n\n");
    if (rows == 0)
        px_buffer_string(page->out, "No cue was found.\n\n");
    px_page_headlines(page);
}
