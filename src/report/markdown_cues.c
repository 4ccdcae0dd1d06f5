/* Certainty, what is taken as given, and frames: cues that are counted, with the words that were. */
#include "report/page.h"
#include "report/page_words.h"

#include "base/table.h"

enum { MOST_CUES = 6 };
enum { FEWEST_FINDS = 3 };    /* from which a list of single words is worth a line, whatever each of them means there */
enum { SUBJECT_WORDS = 100 }; /* among which a frame that is the story's subject has a cue */
enum { CONTRAST = 2 };        /* times as many cues has an article of which that is told */
enum { FEWEST_BESIDES = 2 };  /* finds of a frame besides those of its most frequent cue */

/* A match that the figure counts. */
static bool is_cue(const struct px_match *match, const void *argument)
{
    const struct px_indicator *indicator = argument;
    return px_match_counts(match) && !match->by_model && px_match_is_of(match, indicator->name) &&
           (indicator->voice == PX_VOICE_ALL || indicator->voice == match->voice);
}

static void cue_line(struct px_page *page, const struct px_indicator *indicator)
{
    px_page_word_line(page, indicator, px_indicator_subject(indicator), is_cue, MOST_CUES);
}

/* How many finds the articles have of other cues than the most frequent. */
static uint32_t count_besides(struct px_page *page, const struct px_indicator *indicator)
{
    struct px_table entries = {0};
    PX_VECTOR(uint32_t) counts = {0};
    uint32_t total = 0, most = 0;
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const struct px_article *article = page->comparison->articles[i];
        for (size_t m = 0; m < article->matches.count; m++) {
            bool added = false;
            if (!is_cue(&article->matches.items[m], indicator))
                continue;
            uint32_t id = px_table_borrow(&entries, article->matches.items[m].entry, &added);
            uint32_t *count = id == PX_NONE ? NULL : added ? px_vector_push(&counts, &page->arena) : &counts.items[id];
            if (count == NULL) {
                page->out->failed = true;
                break;
            }
            *count = added ? 1 : *count + 1;
            most = *count > most ? *count : most;
            total++;
        }
    }
    px_table_release(&entries);
    return total - most;
}

/* Is it what all the articles are about: is every hundredth word of each a cue of it, with no difference between them? */
static bool is_subject(const struct px_page *page, const struct px_indicator *indicator)
{
    bool subject = indicator->verdict != PX_VERDICT_DIFFERS;
    for (size_t i = 0; subject && i < page->comparison->article_count; i++)
        subject = indicator->values[i].count * SUBJECT_WORDS >= page->comparison->articles[i]->counts.words;
    return subject;
}

/* Does one article have the cues several times, and twice as often as every other, for its length, too? */
static bool is_contrast(struct px_page *page, const struct px_indicator *indicator)
{
    size_t lead = 0;
    for (size_t i = 1; i < page->comparison->article_count; i++)
        lead = indicator->values[i].value > indicator->values[lead].value ? i : lead;
    bool contrast = indicator->values[lead].count >= FEWEST_FINDS;
    for (size_t i = 0; i < page->comparison->article_count; i++)
        contrast = contrast && (i == lead || (indicator->values[i].value * CONTRAST <= indicator->values[lead].value &&
                                              indicator->values[i].count * CONTRAST <= indicator->values[lead].count));
    return contrast;
}

/* One word alone points to no frame, however often it stands there ("rape", "hospital"): others must, too. */
static bool points_to_frame(struct px_page *page, const struct px_indicator *indicator)
{
    return is_contrast(page, indicator) && !is_subject(page, indicator) &&
           count_besides(page, indicator) >= FEWEST_BESIDES;
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

/* One or two finds in all the articles tell nothing of how sure they are. */
static bool are_several(struct px_page *page, const struct px_indicator *indicator)
{
    uint32_t count = 0;
    for (size_t i = 0; i < page->comparison->article_count; i++)
        count += indicator->values[i].count;
    return count >= FEWEST_FINDS;
}

/* The words behind the family's figures that are enough for a line, below a table of those that could be tested where
 * one differs. Returns how many figures there are. */
static size_t cues(struct px_page *page, const char *family,
                   bool (*enough)(struct px_page *page, const struct px_indicator *indicator), const char *heading)
{
    size_t start = page->out->size, shown = 0;
    px_buffer_string(page->out, heading);
    if (any_differs(page, family))
        px_page_tested(page, family);
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!px_page_has_indicator(page, indicator, family) || !enough(page, indicator))
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
    size_t rows = cues(page, "certainty", are_several, "How sure the article, in its own voice, says it is:\n\n");
    rows +=
        cues(page, "presupposition", is_contrast,
             "Words by which the article, in its own voice, takes something as given, of kinds of which one article "
             "has three or more, and twice as many as another, for its length, too; the others are in the JSON:\n\n");
    rows += cues(
        page, "frames", points_to_frame,
        "Frame cues, in every voice: words that point to a frame, which may be told without any of them. Shown are "
        "frames of which one article has three cues or more, by several words, and twice as many as another, for its "
        "length, too; not what all the articles are about. The others are in the JSON. Words inside of names, offices "
        "and set phrases (“tax return”) do not count, but for parties, chambers and houses of government; who says or "
        "does what the word names is not asked.\n\n");
    if (rows > 0)
        px_page_validity(page, "certainty");
    rows += px_page_indicators(page, "style", "Style:\n\n");
    if (rows == 0)
        px_buffer_string(page->out, "No cue was found.\n\n");
    px_page_headlines(page);
}
