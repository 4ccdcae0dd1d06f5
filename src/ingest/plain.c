#include "ingest/plain.h"

#include "ingest/title.h"
#include "text/utf8.h"

enum {
    WRAP_COLUMNS = 100, /* longer lines and the text is not hard-wrapped */
    TEASER_CHARACTERS = 150,
    HEADING_CHARACTERS = 100,
    HEADING_WORDS = 14,
    TITLE_BYTES = 250,
    TITLE_LINES = 60
};

/* ------------------------------------------------------------------------------------------------- lines to units */

struct line {
    struct px_slice text;
    bool empty;
};

static bool next_line(struct px_slice *rest, struct line *line)
{
    if (rest->size == 0)
        return false;
    size_t end = 0;
    while (end < rest->size && rest->data[end] != '\n' && rest->data[end] != '\r' && rest->data[end] != '\f')
        end++;
    size_t behind = end + (end < rest->size);
    if (behind < rest->size && rest->data[end] == '\r' && rest->data[behind] == '\n')
        behind++;
    line->text = px_slice_trim(px_slice_part(*rest, 0, end));
    line->empty = line->text.size == 0;
    *rest = px_slice_part(*rest, behind, rest->size);
    return true;
}

/* Is this text broken into lines of one width? Then no line is long, and most lines that are followed by another are
 * nearly as long as the longest and do not end a sentence. */
static bool is_wrapped(struct px_slice text)
{
    struct px_slice rest = text;
    struct line line, last = {.empty = true};
    size_t longest = 0, followed = 0, broken = 0;
    while (next_line(&rest, &line)) {
        size_t size = px_utf8_count(line.text);
        longest = size > longest ? size : longest;
        if (longest > WRAP_COLUMNS)
            return false;
        if (!line.empty && !last.empty) {
            followed++;
            broken += last.text.size > 45 && strchr(".!?:", last.text.data[last.text.size - 1]) == NULL;
        }
        last = line;
    }
    return followed >= 3 && broken * 10 >= followed * 6;
}

static bool flush_wrapped(struct px_page *page, struct px_buffer *joined, uint32_t group)
{
    struct px_unit *unit = joined->size == 0 ? NULL : px_page_add(page, px_buffer_slice(joined));
    if (unit != NULL)
        unit->group = group;
    px_buffer_clear(joined);
    return !page->failed;
}

/* A hyphen at the line's end between small letters is the typesetter's. */
static void join_line(struct px_buffer *joined, struct px_slice line)
{
    size_t size = joined->size;
    bool hyphen = size > 2 && joined->data[size - 1] == '-' && joined->data[size - 2] >= 'a' &&
                  joined->data[size - 2] <= 'z' && line.data[0] >= 'a' && line.data[0] <= 'z';
    if (hyphen)
        joined->size--;
    else if (size > 0)
        px_buffer_byte(joined, ' ');
    px_buffer_append(joined, line);
}

static void read_wrapped(struct px_slice text, struct px_page *page)
{
    struct px_buffer joined = {0};
    struct line line;
    uint32_t group = 1;
    while (next_line(&text, &line)) {
        if (!line.empty) {
            join_line(&joined, line.text);
            continue;
        }
        flush_wrapped(page, &joined, group);
        group++;
    }
    flush_wrapped(page, &joined, group);
    page->failed = page->failed || joined.failed;
    px_buffer_release(&joined);
}

static void read_lines(struct px_slice text, struct px_page *page)
{
    struct line line;
    uint32_t group = 1;
    bool glue = false;
    while (next_line(&text, &line)) {
        struct px_unit *unit = line.empty ? NULL : px_page_add(page, line.text);
        if (unit != NULL) {
            unit->group = group;
            unit->glue = glue;
        }
        group += line.empty && glue;
        glue = unit != NULL;
    }
    page->grouped = group > 3;
}

/* ------------------------------------------------------------------------------------------------ shapes of a dump */

static bool is_bulleted(struct px_slice text)
{
    size_t at = 0;
    uint32_t c = text.size < 3 ? 0 : px_utf8_next(text, &at);
    return (c == 0x2022 || c == '*' || c == '-' || c == 0xB7 || c == 0x2013) && at < text.size && text.data[at] == ' ';
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
    if (is_bulleted(unit->text))
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
    if (credit == 0 || !together || before->fixed)
        return;
    bool opens = page->grouped && !before->glue;
    if (opens || (!px_unit_is_strong(before) && before->measure.characters > 12))
        px_unit_fix(before, PX_ROLE_CAPTION);
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
        px_unit_fix(&units[credit + 1], PX_ROLE_RELATED);
}

/* What stands under a line that announces a list ("Related:", "Tags:") has its role, up to the next rule or text. */
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
        if (known || breaks || !(member || units[i].fixed))
            break;
        px_unit_fix(&units[i], role);
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

static void fix_shapes(struct px_page *page)
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

/* --------------------------------------------------------------------------------------------------------- title */

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

/* How much a line looks like the headline of what follows. */
static double title_worth(const struct px_page *page, size_t i, size_t end, struct px_word_set *topic,
                          struct px_word_set *first)
{
    const struct px_unit *unit = &page->units.items[i];
    const struct px_measure *m = &unit->measure;
    if (unit->fixed || m->words < 2 || m->words > 35 || unit->text.size > TITLE_BYTES)
        return 0;
    bool announced =
        i > 0 && page->units.items[i - 1].measure.last == ':' && page->units.items[i - 1].measure.words <= 3;
    uint32_t words, common = px_word_set_common(topic, unit->words, &words);
    double worth = common + (m->words >= 4) + (m->words <= 18) - 3.0 * announced;
    if (i > 0) {
        uint32_t like = px_word_set_common(first, unit->words, &words);
        worth += like * 5 > words * 4 && words > 2 ? 6 : 0;
    }
    worth += m->ends_sentence && m->last == '.' ? -2 : 0;
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

static void judge_title(struct px_page *page)
{
    for (size_t i = 0; i < page->units.count; i++)
        if (page->units.items[i].fixed && page->units.items[i].role == PX_ROLE_TITLE)
            return; /* a header block has named it */
    struct px_word_set topic = {0}, first = {0};
    struct px_slice opening = page->units.count == 0 ? (struct px_slice){NULL, 0} : page->units.items[0].text;
    bool fine = px_word_set_init(&first, opening) && collect_topic(page, &topic);
    size_t title = fine ? find_title(page, &topic, &first) : SIZE_MAX;
    page->failed = page->failed || !fine;
    if (title != SIZE_MAX) {
        page->facts.title = title == 0 ? px_title_cut(page->units.items[0].text) : page->units.items[title].text;
        page->heading = page->facts.title;
    }
    px_word_set_release(&topic);
    px_word_set_release(&first);
}

enum px_status px_plain_read(struct px_slice text, struct px_page *page, struct px_error *error)
{
    if (is_wrapped(text))
        read_wrapped(text, page);
    else
        read_lines(text, page);
    if (!page->failed) {
        fix_shapes(page);
        judge_title(page);
    }
    return px_page_check(page, error);
}

/* ------------------------------------------------------------------------------------------------------ headings */

static bool is_heading_like(const struct px_page *page, size_t i)
{
    const struct px_unit *units = page->units.items, *unit = &units[i];
    const struct px_measure *m = &unit->measure;
    bool alone = !page->grouped || (!unit->glue && (i + 1 == page->units.count || !units[i + 1].glue));
    return alone && !unit->fixed && m->words > 0 && m->words <= HEADING_WORDS && m->characters <= HEADING_CHARACTERS &&
           m->last != '.' && m->last != ',' && m->last != ';' && !m->starts_lower && unit->shape != PX_UNIT_ITEM &&
           unit->rules.where != PX_PATTERN_WHOLE;
}

/* Behind the text, what stands under a line about comments is about comments: rules, forms, the comments themselves. */
static void mark_comments(struct px_page *page)
{
    size_t last = page->units.count;
    while (last > 0 && !page->units.items[last - 1].keep)
        last--;
    bool comments = false;
    for (size_t i = last; last > 0 && i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        bool long_enough = unit->measure.words > 8 || unit->shape == PX_UNIT_ITEM;
        if (unit->rules.where >= PX_PATTERN_START && unit->role != PX_ROLE_OTHER)
            comments = unit->role == PX_ROLE_COMMENTS || (comments && long_enough);
        if (comments && (unit->role == PX_ROLE_OTHER || (unit->role == PX_ROLE_NOTICE && long_enough)))
            unit->role = PX_ROLE_COMMENTS;
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
                unit->role = PX_ROLE_HEADING;
            }
        }
        text_before = text_before || (unit->keep && unit->role == PX_ROLE_PARAGRAPH && px_unit_is_prose(unit));
    }
    mark_comments(page);
}
