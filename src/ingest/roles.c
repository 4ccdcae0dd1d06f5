#include "ingest/roles.h"

#include "ingest/clues.h"
#include "text/utf8.h"

enum {
    ANY_WORDS = 30, /* a longer line is not what a pattern inside it says */
    LABEL_WORDS = 3,
    HEADING_WORDS = 12,
    HEADLINE_WORDS = 20,
    DATE_WORDS = 8,
    LIST_WORDS = 5,
    LEAD_WORDS = 3,
    BYLINE_MORE = 20, /* bytes beside the author's name */
    RUN_AT_LEAST = 3
};

/* A line that runs together two labels ("ShareTweet") as two: a space where a small letter meets a capital. */
static void part_labels(struct px_slice text, struct px_buffer *out)
{
    uint32_t last = ' ';
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        uint32_t c = px_utf8_next(text, &at);
        if (px_utf8_is_lower(last) && px_utf8_is_upper(c))
            px_buffer_byte(out, ' ');
        px_buffer_append(out, px_slice_part(text, start, at));
        last = c;
    }
}

static struct px_pattern_hits match_parted(struct px_page *page, const struct px_unit *unit)
{
    struct px_buffer parted = {0};
    struct px_pattern_hits hits = {0};
    part_labels(px_patterns_cut(unit->text), &parted);
    if (!parted.failed && parted.size > unit->text.size) {
        struct px_slice text = px_buffer_slice(&parted);
        hits = px_rules_role(page->rules, text, px_page_fold(page, text));
    }
    px_buffer_release(&parted);
    return hits;
}

static bool holds(struct px_pattern_hits hits, const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    if (hits.where == PX_PATTERN_NOWHERE || px_role_is_content(hits.value))
        return false;
    return hits.where == PX_PATTERN_WHOLE || m->words <= ANY_WORDS;
}

/* By the patterns for furniture; false when none knows the line. */
static bool settle_by_pattern(struct px_page *page, struct px_unit *unit)
{
    struct px_pattern_hits hits = px_rules_role(page->rules, unit->text, unit->words);
    if (!holds(hits, unit) && unit->measure.words <= ANY_WORDS)
        hits = match_parted(page, unit);
    bool surer = hits.where == PX_PATTERN_INSIDE && unit->rules.where > hits.where && unit->measure.words > LABEL_WORDS;
    if (!holds(hits, unit) || surer)
        return unit->rules.where >= PX_PATTERN_START;
    unit->role = hits.value;
    unit->kind = hits;
    return true;
}

/* Is it a link with words enough of its own, beside a day or an hour: another page's headline? */
static bool leads_on(const struct px_unit *unit)
{
    struct px_slice rest = unit->text, word;
    size_t words = 0;
    while (px_slice_next(&rest, ' ', &word))
        words += word.size > 0 && (word.data[0] < '0' || word.data[0] > '9');
    return words > LABEL_WORDS && 2 * unit->link_bytes > unit->text.size;
}

static bool is_date(const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    return m->has_date && m->words <= DATE_WORDS && !m->ends_sentence && !leads_on(unit);
}

bool px_roles_repeat_title(const struct px_page *page, const struct px_unit *unit)
{
    struct px_slice title = page->facts.title;
    return title.size > 12 && unit->text.size >= title.size && unit->text.size < title.size + title.size / 2 + 40 &&
           px_clues_contain(unit->text, title);
}

static bool is_short(const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    return !unit->keep && m->words <= HEADLINE_WORDS && m->last != '.' && m->characters < 160;
}

static bool is_headline(const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    bool long_enough = m->words > LABEL_WORDS || (m->words > 1 && (m->last == '?' || m->last == '!'));
    return is_short(unit) && long_enough && !m->starts_lower && m->last != ':' && m->last != ',';
}

static bool is_told(const struct px_unit *unit)
{
    return unit->why != NULL || unit->rules.where >= PX_PATTERN_START || unit->kind.where != PX_PATTERN_NOWHERE;
}

/* Nothing but the page's shape can tell what this line is. */
static bool is_open(const struct px_unit *unit)
{
    bool weak = unit->role == PX_ROLE_OTHER || unit->role == PX_ROLE_RELATED;
    return !unit->keep && weak && !is_told(unit) && unit->measure.words > 0;
}

static void settle_run(struct px_unit *units, size_t start, size_t end, bool markup)
{
    size_t labels = 0, headlines = 0;
    for (size_t i = start; i < end; i++) {
        labels += units[i].measure.words <= LABEL_WORDS;
        headlines += is_headline(&units[i]);
    }
    bool menu = labels * 10 >= (end - start) * 7;
    for (size_t i = start; i < end && end - start >= RUN_AT_LEAST; i++) {
        if (!is_open(&units[i]) || (markup && units[i].role != PX_ROLE_OTHER))
            continue;
        if (is_headline(&units[i]) && (!menu || units[i].measure.words > LABEL_WORDS + 2))
            units[i].role = PX_ROLE_RELATED;
        else if (menu && units[i].measure.words <= LABEL_WORDS + 2)
            units[i].role = PX_ROLE_NAVIGATION;
        else if (headlines * 2 < end - start)
            units[i].role = PX_ROLE_OTHER;
        units[i].why = units[i].role == PX_ROLE_NAVIGATION ? "among the short lines of a menu"
                       : units[i].role == PX_ROLE_RELATED  ? "among lines that read like headlines"
                                                           : NULL;
    }
}

/* Labels under a line that announces tags are tags. */
static void settle_tags(struct px_page *page)
{
    bool tags = false;
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        bool label = is_open(unit) && unit->measure.words <= LABEL_WORDS;
        if (tags && label) {
            unit->role = PX_ROLE_TAGS;
            unit->why = "a label under a line that announces tags";
        }
        tags = !unit->keep && unit->role == PX_ROLE_TAGS;
    }
}

static void settle_runs(struct px_page *page)
{
    struct px_unit *units = page->units.items;
    for (size_t start = 0; start < page->units.count;) {
        size_t end = start;
        while (end < page->units.count && is_short(&units[end]))
            end++;
        settle_run(units, start, end, page->elements.count > 0);
        start = end + 1;
    }
}

static bool is_long(const struct px_unit *unit)
{
    return unit->measure.words > 8 || unit->shape == PX_UNIT_ITEM;
}

/* Behind the text, what stands under a line about comments is about comments: rules, forms, the comments themselves. */
static void settle_comments(struct px_page *page)
{
    size_t i = page->units.count;
    while (i > 0 && !page->units.items[i - 1].keep)
        i--;
    bool comments = false;
    for (; i > 0 && i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (is_told(unit) && unit->role != PX_ROLE_OTHER)
            comments = unit->role == PX_ROLE_COMMENTS || (comments && is_long(unit));
        bool open = is_open(unit) || (unit->role == PX_ROLE_NOTICE && unit->rules.where == PX_PATTERN_INSIDE);
        if (!comments || unit->role == PX_ROLE_COMMENTS || !(open && (is_long(unit) || unit->role == PX_ROLE_OTHER)))
            continue;
        unit->role = PX_ROLE_COMMENTS;
        unit->why = "below a line about comments";
    }
}

static bool is_text(const struct px_unit *unit)
{
    return unit->keep && unit->role == PX_ROLE_PARAGRAPH && px_unit_is_prose(unit);
}

/* A short line all in bold between paragraphs is the heading that its page has no tag for. */
static bool is_bold_heading(const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    return unit->keep && unit->role == PX_ROLE_PARAGRAPH && unit->shape == PX_UNIT_PLAIN && unit->link_count == 0 &&
           px_unit_is_bold(unit) && m->words <= HEADING_WORDS && m->last != '.' && m->last != ',' && m->last != ':' &&
           m->quotes < 3 && !m->starts_lower;
}

static void settle_headings(struct px_page *page)
{
    const struct px_unit *before = NULL; /* the last one that is kept */
    struct px_unit *bold = NULL;
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (!unit->keep)
            continue;
        if (bold != NULL && is_text(unit)) {
            bold->role = PX_ROLE_HEADING;
            bold->why = "in bold, between paragraphs";
        }
        bold = before != NULL && is_text(before) && is_bold_heading(unit) ? unit : NULL;
        before = unit;
    }
}

/* How much of the line only leads to a teaser: all of what stands over several ("Top stories", "ALSO IN WORLD"), or
 * "Read more: " of one. */
static uint32_t measure_label(const struct px_unit *unit)
{
    bool told = unit->kind.where >= PX_PATTERN_START || unit->rules.where >= PX_PATTERN_START;
    bool shouted = unit->measure.upper_words == unit->measure.words;
    size_t colon = px_slice_find(unit->text, PX_SLICE(": "), 0);
    if (colon == SIZE_MAX)
        return (told || shouted) && unit->measure.words <= LIST_WORDS ? (uint32_t)unit->text.size : 0;
    struct px_slice rest = px_slice_part(unit->text, 0, colon), word;
    size_t words = 0;
    while (px_slice_next(&rest, ' ', &word))
        words++;
    return told && words <= LEAD_WORDS ? (uint32_t)colon + 2 : 0;
}

static bool repeats_byline(const struct px_page *page, const struct px_unit *unit)
{
    struct px_slice byline = page->facts.byline;
    return byline.size > 0 && unit->text.size < byline.size + BYLINE_MORE && px_clues_contain(unit->text, byline);
}

static void settle_teasers(struct px_page *page)
{
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (unit->keep || unit->role != PX_ROLE_RELATED)
            continue;
        unit->label = measure_label(unit);
        if (repeats_byline(page, unit)) {
            unit->role = PX_ROLE_BYLINE;
            unit->why = "names the author once more";
        }
    }
}

void px_roles_settle(struct px_page *page)
{
    settle_headings(page);
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (unit->keep || unit->why != NULL || unit->shape == PX_UNIT_CAPTION)
            continue;
        if (px_roles_repeat_title(page, unit)) {
            unit->role = PX_ROLE_OTHER;
            unit->why = "repeats the headline";
        } else if (!settle_by_pattern(page, unit) && is_date(unit)) {
            unit->role = PX_ROLE_DATELINE;
            unit->why = "gives a date";
        }
    }
    if (page->elements.count == 0)
        settle_comments(page);
    settle_tags(page);
    settle_runs(page);
    settle_teasers(page);
}
