/* What the decision left out between kept lines: headings, items of lists, a paragraph that fell short by little. */
#include <string.h>

#include "ingest/plain.h"

enum { HEADING_CHARACTERS = 100, HEADING_WORDS = 14, LIST_ITEMS = 20 };

/* Log-odds above which a line is kept between kept paragraphs (elsewhere .25): the best of a few on the train pages. */
static const double paragraph_between = -.25, heading_between = -1.5;

static bool is_heading_like(const struct px_page *page, size_t i)
{
    const struct px_unit *units = page->units.items, *unit = &units[i];
    const struct px_measure *m = &unit->measure;
    bool alone = !page->grouped || (!unit->glue && (i + 1 == page->units.count || !units[i + 1].glue));
    return alone && !unit->fixed && m->words > 0 && m->words <= HEADING_WORDS && m->characters <= HEADING_CHARACTERS &&
           m->last != '.' && m->last != ',' && m->last != ';' && !m->starts_lower && unit->shape != PX_UNIT_ITEM &&
           unit->rules.where != PX_PATTERN_WHOLE;
}

/* The next unit that rules have left open, or that is kept. */
static size_t next_open(const struct px_page *page, size_t i)
{
    while (i < page->units.count && page->units.items[i].fixed && !page->units.items[i].keep)
        i++;
    return i;
}

static void keep_as(struct px_unit *unit, uint8_t role, const char *why)
{
    unit->keep = true;
    unit->role = role;
    unit->why = why;
}

/* "Why had nobody asked the mayor who owns the trees?" is a sentence of the text; "Old trees?" is a heading. */
static bool is_sentence(const struct px_unit *unit)
{
    enum { QUESTION_WORDS = 8 };
    const struct px_measure *m = &unit->measure;
    return m->ends_sentence && (m->words > QUESTION_WORDS || m->stop_words * 2 >= m->words || m->quotes > 0);
}

/* "Hask added:" leads to what stands below it, and is no heading of it. */
static uint8_t role_of_line(const struct px_unit *unit)
{
    return unit->measure.last == ':' || is_sentence(unit) ? PX_ROLE_PARAGRAPH : PX_ROLE_HEADING;
}

static bool is_item(const struct px_unit *unit)
{
    bool paragraph = unit->role == PX_ROLE_PARAGRAPH && unit->measure.words <= HEADING_WORDS;
    return !unit->fixed && (!unit->keep || (paragraph && !px_unit_is_prose(unit)));
}

/* Short lines behind a kept line that ends with a colon are its list, when kept text goes on behind them. */
static void keep_lists(struct px_page *page)
{
    struct px_unit *units = page->units.items;
    for (size_t i = 0; i < page->units.count; i++) {
        if (!units[i].keep || units[i].measure.last != ':')
            continue;
        size_t end = i + 1;
        while (end < page->units.count && end <= i + LIST_ITEMS && is_item(&units[end]))
            end++;
        bool closed = end < page->units.count && units[end].keep && px_unit_is_prose(&units[end]);
        for (size_t k = i + 1; k < end && closed; k++)
            keep_as(&units[k], PX_ROLE_LIST_ITEM, "listed under a line of the article");
    }
}

/* Is a line between kept paragraphs good enough to be one of them, or a heading? It needs less of a score than
 * others. */
static bool belongs_between(const struct px_page *page, size_t i)
{
    const struct px_unit *unit = &page->units.items[i];
    return px_unit_is_prose(unit) ? unit->score > paragraph_between
                                  : unit->score > heading_between && is_heading_like(page, i);
}

static void keep_between(struct px_page *page)
{
    struct px_unit *units = page->units.items, *before = NULL;
    for (size_t i = 0; i < page->units.count; i++) {
        if (units[i].fixed && !units[i].keep)
            continue;
        size_t next = next_open(page, i + 1);
        bool closed = next < page->units.count && units[next].keep && px_unit_is_prose(&units[next]);
        bool closes = page->grouped && !units[i].glue && px_unit_is_strong(&units[i]); /* the last paragraph */
        bool between = before != NULL && before->keep && before->role == PX_ROLE_PARAGRAPH && (closed || closes);
        if (between && !units[i].keep && belongs_between(page, i))
            keep_as(&units[i], px_unit_is_prose(&units[i]) ? PX_ROLE_PARAGRAPH : role_of_line(&units[i]),
                    "between paragraphs of the article");
        before = &units[i];
    }
}

/* "3. Old boats" or "3) Old boats": its number; 0 for any other line. */
static unsigned item_number(const struct px_unit *unit)
{
    unsigned number = 0;
    size_t i = 0;
    for (; i < unit->text.size && i < 3 && unit->text.data[i] >= '0' && unit->text.data[i] <= '9'; i++)
        number = number * 10 + (unsigned)(unit->text.data[i] - '0');
    bool marked =
        i > 0 && i + 2 < unit->text.size && strchr(".):", unit->text.data[i]) != NULL && unit->text.data[i + 1] == ' ';
    return marked && unit->measure.words <= HEADING_WORDS ? number : 0;
}

/* A line with a number between kept text is a heading when the article has its neighbour too. */
static void keep_numbered(struct px_page *page)
{
    struct px_unit *units = page->units.items;
    unsigned last = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        unsigned number = units[i].fixed ? 0 : item_number(&units[i]);
        size_t next = next_open(page, i + 1);
        if (number == 0 || next == page->units.count || !units[next].keep || !px_unit_is_prose(&units[next]))
            continue;
        bool series = last > 0 && (number == last + 1 || number + 1 == last);
        bool opens = number == 1 && i > 0;
        if (!units[i].keep && (series || opens))
            keep_as(&units[i], PX_ROLE_HEADING, "numbered among the article's text");
        last = number;
    }
}

void px_plain_settle(struct px_page *page)
{
    struct px_unit *units = page->units.items;
    bool text_before = false;
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &units[i];
        if (is_heading_like(page, i) && text_before && (page->grouped || unit->keep)) {
            size_t next = i + 1;
            while (next < page->units.count && next < i + 5 && units[next].fixed && !units[next].keep)
                next++;
            bool text_behind = next < page->units.count && units[next].keep && px_unit_is_prose(&units[next]);
            if (text_behind) {
                unit->keep = true;
                unit->role = role_of_line(unit);
            }
        }
        text_before = text_before || (unit->keep && unit->role == PX_ROLE_PARAGRAPH && px_unit_is_prose(unit));
    }
    keep_lists(page); /* before a list's last line is taken for a heading */
    keep_between(page);
    keep_numbered(page);
}
