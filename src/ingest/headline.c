#include "ingest/headline.h"

#include "ingest/dates.h"
#include "ingest/repeat.h"
#include "ingest/standfirst.h"
#include "ingest/title.h"
#include "text/utf8.h"

enum {
    TITLE_BYTES = 250,
    TITLE_LINES = 60,
    REPEATED_LINES = 1000,
    DATE_DIGITS = 8,
    OPENS_CHARACTERS = 12,
    OPENS_FIRST = 9,
    LIKE_FIRST = 6,
    BARE_LINES = 5,
    LINE_WORDS = 4,
    LABEL_WORDS = 2,
    HEADLINE_WORDS = 20,
    HEADLINE_SENTENCES = 2 /* a stop may be an abbreviation's */
};

static size_t first_strong(const struct px_page *page)
{
    size_t i = 0;
    while (i < page->units.count && (page->units.items[i].fixed || !px_unit_is_strong(&page->units.items[i])))
        i++;
    return i;
}

/* Longer words of the running text: what a headline shares. */
static bool collect_topic(const struct px_page *page, struct px_word_set *topic)
{
    for (size_t i = 0; i < page->units.count; i++) {
        if (!px_unit_is_strong(&page->units.items[i]))
            continue;
        if (!px_word_set_add(topic, page->units.items[i].words, 4))
            return false;
    }
    return true;
}

/* What sites put between a headline and their name. */
static bool is_separator(uint32_t c)
{
    static const uint32_t separators[] = {'|',    '-',  '_',    ':',  '(',  '@',    '<',    '/',    0x2013, 0x2014,
                                          0x2015, 0xB7, 0x2022, 0xAB, 0xBB, 0x2039, 0x203A, 0xFF5C, 0xFF1C, 0x3000};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (c == separators[i])
            return true;
    return false;
}

/* Is the line what the first line (a page's <title>) begins with, before the name of the site? */
static bool opens_first(struct px_slice first, struct px_slice line)
{
    if (line.size < 4 || line.size * 3 < first.size || !px_slice_starts(first, line))
        return false;
    struct px_slice rest = px_slice_trim(px_slice_part(first, line.size, first.size));
    size_t at = 0;
    return rest.size == 0 || is_separator(px_utf8_next(rest, &at));
}

/* Does the line end with a full stop, of any script? */
static bool is_statement(const struct px_unit *unit)
{
    uint32_t last = unit->measure.last;
    return unit->measure.ends_sentence && (last == '.' || last == 0x3002 || last == 0xFF0E || last == 0x0964);
}

/* Does the same text stand in one of the lines near it, too? */
static bool stands_again(const struct px_page *page, size_t i)
{
    const struct px_unit *units = page->units.items;
    for (size_t k = i < TITLE_LINES ? 0 : i - TITLE_LINES; k < page->units.count && k <= i + TITLE_LINES; k++)
        if (k != i && px_slice_equal(units[k].text, units[i].text))
            return true;
    return false;
}

/* How much a line looks like the headline of what follows. */
static double title_worth(const struct px_page *page, size_t i, size_t end, struct px_word_set *topic,
                          struct px_word_set *first)
{
    const struct px_unit *unit = &page->units.items[i];
    const struct px_measure *m = &unit->measure;
    bool opens = i > 0 && opens_first(page->units.items[0].text, unit->text);
    if (unit->fixed || px_repeat_is_fixture(page, unit) || (m->words < 2 && !opens) || m->words > 35 ||
        unit->text.size > TITLE_BYTES || (is_statement(unit) && stands_again(page, i)) || px_dates_open(unit->text))
        return 0;
    bool announced =
        i > 0 && page->units.items[i - 1].measure.last == ':' && page->units.items[i - 1].measure.words <= 3;
    uint32_t words, common = px_word_set_common(topic, unit->words, &words);
    double worth = common + (m->words >= 4) + (m->words <= 18) - 3.0 * announced;
    if (i > 0) {
        uint32_t like = px_word_set_common(first, unit->words, &words);
        worth += opens ? OPENS_FIRST : like * 5 > words * 4 && words > 2 ? LIKE_FIRST : 0;
    }
    worth += !is_statement(unit) ? 0 : m->sentences > 1 ? -6 : -2;
    worth -= m->starts_lower ? 3 : 0;
    worth -= m->has_date && m->digits >= DATE_DIGITS ? 4 : 0;
    return worth + (end == 0 ? 0 : 1.5 * (double)i / (double)end);
}

/* The headline: the line before the text that shares most with it and with the first line (a page's <title>). */
static size_t find_title(const struct px_page *page, struct px_word_set *topic, struct px_word_set *first)
{
    size_t end = first_strong(page), best = SIZE_MAX;
    if (end == page->units.count)
        end = end > TITLE_LINES ? TITLE_LINES : end;
    double best_worth = 2;
    for (size_t i = 0; i < end; i++) {
        double worth = title_worth(page, i, end, topic, first);
        if (worth > best_worth) {
            best_worth = worth;
            best = i;
        }
    }
    return best;
}

/* The line that the first one (a page's <title>) begins with, where it stands: below teasers and captions that read
 * like text, or a long menu. */
static size_t find_repeated(const struct px_page *page, size_t title)
{
    const struct px_unit *units = page->units.items;
    size_t end = page->units.count < REPEATED_LINES ? page->units.count : REPEATED_LINES;
    if (end < 2 || units[0].fixed || title == 0 || (title != SIZE_MAX && opens_first(units[0].text, units[title].text)))
        return title;
    for (size_t i = 1; i < end; i++)
        if (!units[i].fixed && units[i].measure.words >= 2 && units[i].measure.characters >= OPENS_CHARACTERS &&
            opens_first(units[0].text, units[i].text))
            return i;
    return title;
}

/* A page that repeats its headline nowhere begins with it. */
static bool may_head(const struct px_page *page)
{
    const struct px_unit *first = page->units.count == 0 ? NULL : page->units.items;
    return first != NULL && !first->fixed && first->measure.words >= 2 && first->measure.words <= 20 &&
           first->measure.last != '.' && first->measure.last != ',' && !first->measure.starts_lower;
}

/* "LETTERS.", "FACEBOOK.": the name of a section or a part of it, alone in its line. */
static bool is_label(const struct px_measure *m)
{
    return m->words <= LABEL_WORDS && m->capital_words == m->words && m->ends_sentence;
}

/* Is the text an article by itself, with no page round it, which begins with its headline: a line set off from the text,
 * with at most a few sentences or labels between the two, or the label of an abstract? */
static bool is_headed(const struct px_page *page)
{
    size_t end = first_strong(page);
    const struct px_unit *units = page->units.items;
    if (end == 0 || end > BARE_LINES || end == page->units.count || units[1].glue)
        return false;
    for (size_t i = 0; i < end && !px_standfirst_is_label(page, i) && !px_dates_open(units[i].text); i++)
        if (units[i].fixed || units[i].glue || units[i].measure.last == ':' ||
            (i > 0 && !units[i].measure.ends_sentence) ||
            (units[i].measure.words < LINE_WORDS && (i == 0 || !is_label(&units[i].measure))))
            return false;
    return units[0].measure.words <= HEADLINE_WORDS && units[0].measure.sentences <= HEADLINE_SENTENCES &&
           !units[0].measure.starts_lower;
}

void px_headline_judge(struct px_page *page)
{
    if (page->heading.size > 0)
        return; /* front matter or a header block has named it */
    struct px_word_set topic = {0}, first = {0};
    struct px_slice opening = page->units.count == 0 ? (struct px_slice){NULL, 0} : page->units.items[0].text;
    bool fine = px_word_set_init(&first, opening) && collect_topic(page, &topic);
    size_t title = fine ? find_title(page, &topic, &first) : SIZE_MAX;
    if (fine)
        title = find_repeated(page, title);
    if (px_standfirst_part(page))
        title = 0;
    bool open = title == SIZE_MAX || page->units.items[title].measure.ends_sentence;
    if ((title == SIZE_MAX && may_head(page)) || (fine && open && is_headed(page)))
        title = 0;
    page->failed = page->failed || !fine;
    if (title != SIZE_MAX) {
        page->facts.title = title == 0 ? px_title_cut(page->units.items[0].text) : page->units.items[title].text;
        page->heading = page->facts.title;
    }
    px_word_set_release(&topic);
    px_word_set_release(&first);
}
