/* The standfirst: what tells below the headline what the article tells. */
#include "ingest/standfirst.h"

#include "ingest/clues.h"
#include "ingest/dates.h"
#include "ingest/markup.h"
#include "ingest/roles.h"

enum {
    STANDFIRST_WITHIN = 8,
    STANDFIRST_WORDS = 60,
    DECK_WORDS = 30,
    LEAST_SAID = 6, /* words of a standfirst */
    LEAST_WORDS = 3,
    LABEL_WORDS = 3,
    PART_SENTENCES = 2,
    TOLD_MORE = 2 /* words of the headline */
};

/* In text whose paragraphs stand apart: a line alone below the headline that is no sentence and no headline itself. */
static bool is_subtitle(const struct px_page *page, size_t i, size_t from)
{
    const struct px_unit *unit = &page->units.items[i];
    const struct px_measure *m = &unit->measure;
    return page->grouped && from > 0 && i == from && !unit->glue && i + 1 < page->units.count && !unit[1].glue &&
           !m->ends_sentence && m->last != ':' && !m->has_date && m->stop_words * 5 >= m->words &&
           m->capital_words * 2 < m->words && unit->rules.where < PX_PATTERN_START;
}

/* How many of the words, each as often as it stands there, stand among the others, but for short ones. */
static uint32_t count_common(struct px_page *page, struct px_slice words, struct px_slice others)
{
    enum { LEAST_BYTES = 4 };
    struct px_word_set set = {0};
    uint32_t count, common = 0;
    if (px_word_set_add(&set, others, LEAST_BYTES))
        common = px_word_set_common(&set, words, &count);
    else
        page->failed = true;
    px_word_set_release(&set);
    return common;
}

/* In text without markup: a sentence below the headline that has few of its words, where the longer paragraph behind it
 * tells the news again; or one before a paragraph with a dateline. */
static bool is_deck(struct px_page *page, size_t i, size_t from)
{
    const struct px_unit *unit = &page->units.items[i];
    const struct px_measure *m = &unit->measure;
    if (from == 0 || i != from || unit->glue || i + 1 >= page->units.count || unit[1].fixed || unit[1].glue ||
        m->sentences != 1 || !m->ends_sentence || m->words > DECK_WORDS || m->words >= unit[1].measure.words)
        return false;
    if (px_dates_open(unit[1].text))
        return true;
    struct px_slice title = px_page_fold(page, page->heading);
    uint32_t all = count_common(page, title, title), here = count_common(page, title, unit->words),
             behind = count_common(page, title, unit[1].words);
    return here * 2 <= all && behind * 2 >= all && behind >= here + TOLD_MORE;
}

bool px_standfirst_part(struct px_page *page)
{
    struct px_unit *unit = page->units.items;
    if (page->units.count < 2 || unit->measure.last != ';' || unit->fixed || unit->measure.words < LEAST_WORDS ||
        unit->measure.words > STANDFIRST_WORDS)
        return false;
    unit->text = px_slice_trim(px_slice_part(unit->text, 0, unit->text.size - 1));
    if (!unit[1].fixed && unit[1].measure.words <= STANDFIRST_WORDS && unit[1].measure.sentences <= PART_SENTENCES)
        px_unit_fix_why(&unit[1], PX_ROLE_STANDFIRST, "the second part of the headline");
    return true;
}

/* Is the line the label alone of that field? */
static bool is_label(const struct px_page *page, size_t i, uint8_t field)
{
    const struct px_unit *unit = &page->units.items[i];
    const struct px_field_name *name = unit->fixed || unit->measure.words > LABEL_WORDS
                                           ? NULL
                                           : px_fields_find(px_rules_fields(page->rules), PX_LAYOUT_KEY, unit->text);
    return name != NULL && name->field == field;
}

bool px_standfirst_is_label(const struct px_page *page, size_t i)
{
    return is_label(page, i, PX_FIELD_STANDFIRST);
}

/* What stands between two labels, below the headline. */
static void mark_labelled(struct px_page *page, size_t from)
{
    size_t count = page->units.count, end = from + STANDFIRST_WITHIN, open = from, body;
    while (open < count && open < end && !is_label(page, open, PX_FIELD_STANDFIRST))
        open++;
    for (body = open + 1; body < count && body < end && !is_label(page, body, PX_FIELD_BODY);)
        body++;
    if (body >= count || body >= end)
        return;
    for (size_t i = open; i <= body; i++)
        if (!page->units.items[i].fixed)
            px_unit_fix_why(&page->units.items[i], i == open || i == body ? PX_ROLE_OTHER : PX_ROLE_STANDFIRST,
                            "parted from the text by its label");
}

/* Is the unit set off from the text by its markup? */
static bool is_set_off(const struct px_page *page, const struct px_unit *unit, const struct px_element *e)
{
    if (e == NULL)
        return px_unit_is_bold(unit) && unit->link_count == 0;
    return unit->shape == PX_UNIT_HEADING || px_unit_is_bold(unit) ||
           ((e->hints | page->elements.items[e->parent].hints) & 1u << PX_HINT_HEAD);
}

/* Does the page itself say that the unit is the standfirst, by its description or by the name of its element? */
static bool is_declared(const struct px_page *page, const struct px_unit *unit, const struct px_element *e,
                        bool set_off)
{
    struct px_slice description = page->facts.description;
    bool described = description.size > 0 && !px_clues_sizes_differ(unit->text, description) &&
                     px_clues_same(unit->text, description);
    bool hinted = e != NULL && ((e->hints | page->elements.items[e->parent].hints) & 1u << PX_HINT_STANDFIRST);
    return (described && set_off) || hinted;
}

void px_standfirst_mark(struct px_page *page, size_t from)
{
    if (page->elements.count == 0)
        mark_labelled(page, from);
    for (size_t i = from; i < page->units.count && i < from + STANDFIRST_WITHIN; i++) {
        struct px_unit *unit = &page->units.items[i];
        const struct px_element *e = page->elements.count > 0 ? &page->elements.items[unit->element] : NULL;
        if (unit->fixed || unit->measure.words < LEAST_SAID || unit->measure.words > STANDFIRST_WORDS)
            continue;
        bool set_off = is_set_off(page, unit, e);
        if (is_declared(page, unit, e, set_off) ||
            (e == NULL && (set_off || is_subtitle(page, i, from) || is_deck(page, i, from)))) {
            px_unit_fix_why(unit, PX_ROLE_STANDFIRST, "set off below the headline");
            return;
        }
        if (px_unit_is_strong(unit))
            return;
    }
}
