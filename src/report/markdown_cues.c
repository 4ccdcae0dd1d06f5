/* Certainty, what is taken as given, and frames: cues that are counted, with the words that were. */
#include "report/page.h"
#include "report/page_words.h"

enum { MOST_CUES = 6 };

static void cue_line(struct px_page *page, const struct px_indicator *indicator)
{
    px_page_word_line(page, indicator, px_indicator_subject(indicator), px_cue_counts, MOST_CUES);
}

static bool is_told(struct px_page *page, const struct px_indicator *indicator)
{
    return px_cues_are_told(page->comparison, indicator, &page->arena, &page->out->failed);
}

typedef void legend_writer(struct px_buffer *out);

static void certainty_legend(struct px_buffer *out)
{
    px_buffer_string(
        out, "Words by which the article, in its own voice, hedges, stresses, or says what should be done:\n\n");
}

static void presupposition_legend(struct px_buffer *out)
{
    px_buffer_string(out, "Words by which the article, in its own voice, takes something as given:\n\n");
}

static void frames_legend(struct px_buffer *out)
{
    px_buffer_printf(out,
                     "Words and names that point to a frame, in whatever voice, where one article has at least %d, and "
                     "%d times as many as any other. They do not count inside other names and offices, or where they "
                     "are denied; a word that means something else in one place counts in none of the articles:\n\n",
                     PX_FRAME_FEWEST, PX_FRAME_CONTRAST);
}

/* The words behind the family's figures that are enough for a line, below a table of those that could be tested where
 * one differs. Returns how many figures there are in table and lines. */
static size_t cues(struct px_page *page, const char *family, legend_writer *legend)
{
    size_t start = page->out->size, shown = 0;
    legend(page->out);
    shown += px_page_differing(page, family, "");
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
    return shown;
}

/* The parts of the section, each of which may hold nothing. */
enum { CERTAINTY, FRAMES, STYLE, HEADLINES, PARTS };

/* "## Certainty, frames and headlines": what is there. */
static void heading(struct px_page *page, const bool holds[PARTS])
{
    static const char *const NAMES[PARTS] = {"Certainty", "Frames", "Style", "Headlines"};
    size_t all = 0, shown = 0;
    for (size_t i = 0; i < PARTS; i++)
        all += holds[i];
    for (size_t i = 0; i < PARTS; i++) {
        if (!holds[i])
            continue;
        px_buffer_string(page->out, shown == 0 ? "## " : shown + 1 == all ? " and " : ", ");
        px_buffer_byte(page->out, (char)(shown++ == 0 ? NAMES[i][0] : NAMES[i][0] | 0x20));
        px_buffer_string(page->out, NAMES[i] + 1);
    }
    px_buffer_string(page->out, shown == 0 ? "" : "\n\n");
}

/* The lines of the three families of cues, and how right those are that have any. */
static void all_cues(struct px_page *page, bool holds[PARTS])
{
    static const struct {
        const char *family;
        legend_writer *legend;
        size_t part;
    } CUES[] = {
        {"certainty", certainty_legend, CERTAINTY},
        {"presupposition", presupposition_legend, CERTAINTY},
        {"frames", frames_legend, FRAMES},
    };
    const char *shown[sizeof CUES / sizeof *CUES + 1] = {NULL};
    size_t count = 0;
    for (size_t i = 0; i < sizeof CUES / sizeof *CUES; i++)
        if (cues(page, CUES[i].family, CUES[i].legend) > 0) {
            holds[CUES[i].part] = true;
            shown[count++] = CUES[i].family;
        }
    px_page_validities(page, shown);
}

void px_page_certainty(struct px_page *page)
{
    struct px_buffer body = {0}, *out = page->out;
    bool holds[PARTS] = {false};
    page->out = &body;
    all_cues(page, holds);
    holds[STYLE] = px_page_differing(page, "style", "Style:\n\n") > 0;
    size_t before = body.size;
    px_page_headlines(page);
    holds[HEADLINES] = body.size > before;
    page->out = out;
    heading(page, holds);
    px_buffer_append(out, px_buffer_slice(&body));
    out->failed = out->failed || body.failed;
    px_buffer_release(&body);
}
