/* What the user asked for: all that the own lexicons find, tested or not, and the words given to each of the sides. */
#include <math.h>

#include "report/page.h"
#include "report/page_words.h"

enum { MOST_WORDS = 25 };

/* Is the word of the figure's category? One that several lists of the user's have is a figure of the first. */
static bool is_counted(const struct px_match *match, const void *argument)
{
    const struct px_indicator *indicator = argument;
    return px_slice_equal(match->category, indicator->name) && px_match_counts(match);
}

static bool is_own(const struct px_indicator *indicator)
{
    return indicator->user && indicator->topic == PX_NONE;
}

static bool is_found(const struct px_page *page, const struct px_indicator *indicator)
{
    for (size_t a = 0; a < page->comparison->article_count; a++)
        if (indicator->values[a].count > 0)
            return true;
    return false;
}

/* Is a list of the program's called so, too, whose figures have their own section? */
static bool is_name_of_another(const struct px_page *page, struct px_slice family)
{
    for (size_t i = 0; i < page->comparison->indicators.count; i++)
        if (!page->comparison->indicators.items[i].user &&
            px_slice_equal(page->comparison->indicators.items[i].family, family))
            return true;
    return false;
}

/* "Nothing was found of: excess, distance." */
static void absent(struct px_page *page, struct px_slice family)
{
    size_t shown = 0;
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!is_own(indicator) || !px_slice_equal(indicator->family, family) || is_found(page, indicator))
            continue;
        px_buffer_string(page->out, shown++ == 0 ? "\nNothing was found of: " : ", ");
        px_page_text(page, indicator->label);
    }
    px_buffer_string(page->out, shown > 0 ? ".\n" : "");
}

/* The lexicon's figures, from its first on. */
static void lexicon(struct px_page *page, struct px_slice family)
{
    px_buffer_string(page->out, "### ");
    px_page_text(page, family);
    px_buffer_string(page->out, "\n\n");
    if (!is_name_of_another(page, family))
        px_page_differing(page, family.data, ""); /* a name of the lexicons, which ends with a zero */
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (is_own(indicator) && px_slice_equal(indicator->family, family) && is_found(page, indicator))
            px_page_word_line(page, indicator, indicator->label, is_counted, MOST_WORDS);
    }
    absent(page, family);
    px_buffer_byte(page->out, '\n');
}

void px_page_own(struct px_page *page)
{
    struct px_slice last = {0};
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!is_own(indicator) || px_slice_equal(indicator->family, last))
            continue;
        if (last.size == 0)
            px_buffer_string(page->out, "## Your own lexicons\n\nWhat they find, in whatever voice, with counts.\n\n");
        last = indicator->family;
        lexicon(page, last);
    }
}

static void side_cell(struct px_page *page, const struct px_value *value)
{
    if (isnan(value->value))
        px_buffer_string(page->out, " – |");
    else
        px_buffer_printf(page->out, " %u (%.0f %%) |", value->count, 100 * value->value);
}

/* "| words given to side “government”, of words given to any | 55 (45 %) | 10 (18 %) |", for each side. */
void px_page_sides(struct px_page *page)
{
    size_t rows = 0;
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!px_slice_starts(indicator->name, PX_SLICE("sourcing.side.")))
            continue;
        if (rows++ == 0)
            px_page_table(page, (const char *const[]){"words of each side, and their share of those of any", NULL},
                          (const char *const[]){NULL});
        px_buffer_string(page->out, "| ");
        px_page_text(page, indicator->label);
        px_buffer_string(page->out, " |");
        for (size_t a = 0; a < page->comparison->article_count; a++)
            side_cell(page, &indicator->values[a]);
        px_buffer_byte(page->out, '\n');
    }
    px_buffer_string(page->out, rows > 0 ? "\n" : "");
}
