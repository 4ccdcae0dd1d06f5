#include "ingest/plain.h"

#include "ingest/headline.h"
#include "ingest/hyphen.h"
#include "text/utf8.h"

enum {
    WRAP_COLUMNS = 100, /* longer lines and the text is not hard-wrapped */
    TEXT_BYTES = 80,    /* a line is running text with something glued to it only beyond this, */
    TAIL_BYTES = 160,   /* and what is glued to it is no longer than this */
    TAIL_SENTENCES = 4,
    TORN_WORDS = 6,
    OPEN_WORDS = 8
};

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

enum px_status px_plain_read(struct px_slice text, struct px_page *page, struct px_error *error)
{
    px_hyphen_learn(text, page);
    if (is_wrapped(text))
        read_wrapped(text, page);
    else
        read_lines(text, page);
    if (!page->failed) {
        px_plain_fix_shapes(page);
        px_headline_judge(page);
    }
    return px_page_check(page, error);
}
