/* Shapes that a dumped page has, fixed by rule: credits with their captions and teasers, lists, tags. */
#include "ingest/plain.h"
#include "text/utf8.h"

enum { TEASER_CHARACTERS = 150, CAPTION_CHARACTERS = 400 };

static bool is_bulleted(struct px_slice text)
{
    size_t at = 0;
    uint32_t c = text.size < 3 ? 0 : px_utf8_next(text, &at);
    return (c == 0x2022 || c == '*' || c == '-' || c == 0xB7 || c == 0x2013) && at < text.size && text.data[at] == ' ';
}

/* "– Old trees –": a heading, as agencies set them. */
static bool is_between_dashes(struct px_slice text)
{
    size_t at = 0, end = text.size;
    uint32_t last = 0;
    if (text.size < 7 || px_utf8_next(text, &at) != 0x2013 || text.data[at] != ' ')
        return false;
    while (end > at && (last == 0 || last == '.'))
        last = px_utf8_previous(text, &end);
    return last == 0x2013 && end > at + 1 && text.data[end - 1] == ' ';
}

/* Patterns that take the whole line or open it decide, unless the line is running text that they merely open. */
static void fix_by_rule(struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    bool prose = m->ends_sentence && m->words > 12 && m->stop_words * 5 > m->words;
    if (unit->fixed) /* a header block's line */
        return;
    if (unit->rules.where == PX_PATTERN_WHOLE && m->characters <= 200)
        px_unit_fix(unit, unit->rules.value);
    else if (unit->rules.where == PX_PATTERN_START && !prose && m->characters <= 300)
        px_unit_fix(unit, unit->rules.value);
    else if (unit->rules.where == PX_PATTERN_INSIDE && unit->rules.value == PX_ROLE_CREDIT && m->words < 12 &&
             !m->ends_sentence)
        px_unit_fix(unit, PX_ROLE_CREDIT);
    if (is_between_dashes(unit->text))
        unit->shape = PX_UNIT_HEADING;
    else if (is_bulleted(unit->text))
        unit->shape = PX_UNIT_ITEM;
}

static bool has_role(const struct px_unit *unit, uint8_t role)
{
    return unit->fixed && unit->role == role;
}

/* The line before a credit is its caption when it opens the group, or when it is too short for a paragraph. */
static void fix_caption(const struct px_page *page, size_t credit)
{
    struct px_unit *units = page->units.items, *before = &units[credit - 1];
    bool together = page->grouped ? units[credit].glue : true;
    bool paragraph = before->measure.sentences >= 3 || before->measure.characters > CAPTION_CHARACTERS ||
                     (before->measure.quotes > 0 && px_unit_is_strong(before));
    if (credit == 0 || !together || before->fixed || paragraph)
        return;
    bool opens = page->grouped && !before->glue;
    if (opens || (!px_unit_is_strong(before) && before->measure.characters > 12))
        px_unit_fix_why(before, PX_ROLE_CAPTION, "stands before a credit");
}

static bool is_teaser(const struct px_unit *unit)
{
    return !unit->fixed && unit->measure.last != '.' && unit->measure.last != ':' && unit->measure.words >= 3 &&
           unit->measure.characters < TEASER_CHARACTERS && !unit->measure.starts_lower;
}

static bool is_title_case(const struct px_unit *unit)
{
    return unit->measure.words >= 3 && unit->measure.capital_words * 10 >= unit->measure.words * 6;
}

/* The line behind a credit is a teaser when it reads like a headline and text goes on right behind it. */
static void fix_teaser(const struct px_page *page, size_t credit)
{
    struct px_unit *units = page->units.items;
    if (credit + 2 >= page->units.count || !is_teaser(&units[credit + 1]))
        return;
    bool glued = page->grouped && units[credit + 1].glue && units[credit + 2].glue;
    if (glued || is_title_case(&units[credit + 1]))
        px_unit_fix_why(&units[credit + 1], PX_ROLE_RELATED, "a headline behind a credit");
}

/* What stands under a line that announces a list ("Related:", "Tags:") has its role, up to the next rule or text; a
 * line above text that capitalises less than the headlines of the list is the text's own heading. */
static size_t fix_list(const struct px_page *page, size_t head)
{
    struct px_unit *units = page->units.items;
    uint8_t role = units[head].role;
    size_t i = head + 1;
    for (; i < page->units.count; i++) {
        bool breaks = page->grouped && !units[i].glue && i > head + 1 && units[i].measure.words > 3 &&
                      units[i].measure.ends_sentence;
        bool member =
            role == PX_ROLE_TAGS ? units[i].measure.commas > 0 || units[i].measure.words <= 3 : is_teaser(&units[i]);
        bool known = units[i].fixed && (units[i].rules.where == PX_PATTERN_WHOLE || units[i].role != PX_ROLE_RELATED);
        bool other_case = role == PX_ROLE_RELATED && is_title_case(&units[head + 1]) && !is_title_case(&units[i]) &&
                          i + 1 < page->units.count && px_unit_is_strong(&units[i + 1]);
        if (known || breaks || other_case || !(member || units[i].fixed))
            break;
        px_unit_fix_why(&units[i], role,
                        role == PX_ROLE_TAGS ? "listed under a line that announces tags"
                                             : "listed under a line that announces other articles");
        if (role == PX_ROLE_TAGS && units[i].measure.commas > 2)
            return i + 1;
    }
    return i;
}

static bool announces_list(const struct px_unit *unit)
{
    return (has_role(unit, PX_ROLE_RELATED) || has_role(unit, PX_ROLE_TAGS)) && unit->rules.where == PX_PATTERN_WHOLE &&
           unit->measure.words <= 4;
}

void px_plain_fix_shapes(struct px_page *page)
{
    for (size_t i = 0; i < page->units.count; i++)
        fix_by_rule(&page->units.items[i]);
    for (size_t i = 0; i < page->units.count; i++)
        if (has_role(&page->units.items[i], PX_ROLE_CREDIT)) {
            if (i > 0)
                fix_caption(page, i);
            fix_teaser(page, i);
        }
    for (size_t i = 0; i < page->units.count;)
        i = announces_list(&page->units.items[i]) ? fix_list(page, i) : i + 1;
}
