#include "ingest/plain.h"

#include "ingest/headline.h"
#include "ingest/hyphen.h"
#include "text/utf8.h"

enum {
    WRAP_COLUMNS = 100, /* longer lines and the text is not hard-wrapped */
    TEASER_CHARACTERS = 150,
    CAPTION_CHARACTERS = 400,
    HEADING_CHARACTERS = 100,
    HEADING_WORDS = 14,
    LIST_ITEMS = 20,
    TEXT_BYTES = 80,  /* a line is running text with something glued to it only beyond this, */
    TAIL_BYTES = 160, /* and what is glued to it is no longer than this */
    TAIL_SENTENCES = 4,
    TORN_WORDS = 6,
    OPEN_WORDS = 8
};

/* Log-odds above which a line is kept between kept paragraphs (elsewhere .25): the best of a few on the train pages. */
static const double paragraph_between = -.25, heading_between = -1.5;

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

/* Where a credit begins that is glued to the end of running text; the line's size when there is none. */
static size_t find_credit(struct px_slice line)
{
    static const char sign[] = "\xC2\xA9";
    size_t from = line.size > TAIL_BYTES ? line.size - TAIL_BYTES : 1;
    size_t at = line.size <= TEXT_BYTES ? SIZE_MAX : px_slice_find(line, px_slice_from(sign), from);
    return at == SIZE_MAX || at < TEXT_BYTES ? line.size : at;
}

static bool ends_sentence(char c)
{
    return c == '.' || c == '!' || c == '?' || c == '"' || c == '\x9D' ||
           c == ')'; /* the last byte of a closing quote */
}

/* Does a line that announces another article, a credit or tags begin here? */
static bool opens_furniture(struct px_page *page, struct px_slice rest)
{
    struct px_pattern_hits hits = px_rules_match(page->rules, rest, px_page_fold(page, rest));
    return hits.where >= PX_PATTERN_START &&
           (hits.value == PX_ROLE_RELATED || hits.value == PX_ROLE_CREDIT || hits.value == PX_ROLE_TAGS);
}

/* Where "Read more: ..." begins that is glued to the end of running text: behind the end of a sentence. */
static size_t find_announcement(struct px_page *page, struct px_slice line)
{
    size_t at = line.size > TAIL_BYTES ? line.size - TAIL_BYTES : TEXT_BYTES, tried = 0;
    for (at = at < TEXT_BYTES ? TEXT_BYTES : at; at < line.size && tried < TAIL_SENTENCES; at++) {
        size_t next = at, start;
        if (!ends_sentence(line.data[at - 1]))
            continue;
        while (next < line.size && line.data[next] == ' ')
            next++;
        start = next;
        if (next == line.size || !px_utf8_is_upper(px_utf8_next(line, &next)))
            continue;
        tried++;
        if (opens_furniture(page, px_slice_part(line, start, line.size)))
            return start;
    }
    return line.size;
}

/* Lines that are one paragraph, as they gather. */
struct paragraph {
    struct px_buffer text;
    struct px_measured last; /* the line that stands last in it, as it was measured, but for the words, which are all */
    bool one;                /* it is the only one */
    size_t line;             /* its first line in the source */
    uint32_t group;
    bool glue;
};

static struct px_unit *add_unit(struct px_page *page, struct px_slice text, const struct paragraph *paragraph)
{
    struct px_unit *unit = px_page_add_measured(page, text, false, paragraph->one ? &paragraph->last : NULL);
    if (unit != NULL) {
        unit->group = paragraph->group;
        unit->line = (uint32_t)(paragraph->line + page->lines_before);
    }
    return unit;
}

/* A paragraph as one unit, or as two where a credit or a teaser is glued to the end of its text. */
static void add_paragraph(struct px_page *page, const struct paragraph *paragraph)
{
    struct px_slice text = px_buffer_slice(&paragraph->text);
    size_t cut = find_credit(text);
    cut = cut < text.size ? cut : find_announcement(page, text);
    struct px_unit *unit = add_unit(page, px_slice_part(text, 0, cut), paragraph);
    bool any = unit != NULL;
    if (unit != NULL)
        unit->glue = paragraph->glue;
    unit = cut < text.size ? add_unit(page, px_slice_part(text, cut, text.size), paragraph) : NULL;
    if (unit != NULL)
        unit->glue = any || paragraph->glue;
}

static void flush(struct px_page *page, struct paragraph *paragraph)
{
    if (paragraph->text.size > 0)
        add_paragraph(page, paragraph);
    page->failed = page->failed || paragraph->text.failed;
    px_buffer_clear(&paragraph->text);
}

static void start(struct paragraph *paragraph, struct px_slice text, uint32_t group, size_t line, bool glue)
{
    paragraph->group = group;
    paragraph->line = line;
    paragraph->glue = glue;
    px_buffer_append(&paragraph->text, text);
}

static void read_wrapped(struct px_slice text, struct px_page *page)
{
    struct paragraph paragraph = {0};
    struct line line;
    uint32_t group = 1;
    for (size_t number = 1; next_line(&text, &line); number++) {
        if (line.empty) {
            flush(page, &paragraph);
            group++;
        } else if (paragraph.text.size == 0) {
            start(&paragraph, line.text, group, number, false);
        } else {
            px_hyphen_join(page, &paragraph.text, 0, line.text);
        }
    }
    flush(page, &paragraph);
    px_buffer_release(&paragraph.text);
}

static struct px_measured measure(const struct px_page *page, struct px_slice line)
{
    struct px_measured measured = {.text = line};
    px_measure_text(page->rules, line, &measured.measure, measured.stop_words);
    return measured;
}

/* Is this the beginning or middle of a sentence that a line's end tore? Running text without an end to it, and a small
 * letter that goes on, or a last word behind which something has to come. */
static bool is_torn(struct px_page *page, const struct paragraph *paragraph, struct px_slice line,
                    const struct px_measure *next)
{
    const struct px_measure *last = &paragraph->last.measure;
    struct px_slice text = px_buffer_slice(&paragraph->text);
    bool running = last->words >= TORN_WORDS && last->stop_words * 6 >= last->words;
    if (!running || last->ends_sentence || last->last == ':' || last->last == ';' || next->characters == 0)
        return false;
    bool torn = next->starts_lower || px_hyphen_judge(page, text, line) != PX_HYPHEN_NONE ||
                (last->words >= OPEN_WORDS && next->words >= TORN_WORDS && px_hyphen_is_open(page, text));
    return torn && px_rules_match(page->rules, line, px_page_fold(page, line)).where < PX_PATTERN_START;
}

static void read_lines(struct px_slice text, struct px_page *page)
{
    struct paragraph paragraph = {0};
    struct line line;
    uint32_t group = 1;
    size_t gap = 0; /* empty lines since the last one with text */
    bool any = false;
    for (size_t number = 1; next_line(&text, &line); number++) {
        if (line.empty) {
            gap++;
            continue;
        }
        struct px_measured next = measure(page, line.text);
        struct px_measure *m = &next.measure;
        if (paragraph.text.size > 0 && gap <= 1 && is_torn(page, &paragraph, line.text, m)) {
            px_hyphen_join(page, &paragraph.text, 0, line.text);
            m->words += paragraph.last.measure.words;
            m->stop_words += paragraph.last.measure.stop_words;
            paragraph.one = false;
        } else if (m->characters > 0) {
            flush(page, &paragraph);
            group += gap > 0 && any;
            start(&paragraph, line.text, group, number, any && gap == 0);
            paragraph.one = true;
            any = true;
        } else {
            paragraph.one = false;
        }
        paragraph.last = next;
        gap = 0;
    }
    flush(page, &paragraph);
    px_buffer_release(&paragraph.text);
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

enum px_status px_plain_read(struct px_slice text, struct px_page *page, struct px_error *error)
{
    px_hyphen_learn(text, page);
    if (is_wrapped(text))
        read_wrapped(text, page);
    else
        read_lines(text, page);
    if (!page->failed) {
        fix_shapes(page);
        px_headline_judge(page);
    }
    return px_page_check(page, error);
}

/* ------------------------------------------------------------------------------------- what the decision left out */

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
            keep_as(&units[i], px_unit_is_prose(&units[i]) ? PX_ROLE_PARAGRAPH : PX_ROLE_HEADING,
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
                unit->role = PX_ROLE_HEADING;
            }
        }
        text_before = text_before || (unit->keep && unit->role == PX_ROLE_PARAGRAPH && px_unit_is_prose(unit));
    }
    keep_lists(page); /* before a list's last line is taken for a heading */
    keep_between(page);
    keep_numbered(page);
}
