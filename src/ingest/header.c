#include "ingest/header.h"

#include "text/normalise.h"

enum {
    LINES_AT_MOST = 40,
    NAME_BYTES = 40,
    TITLE_BYTES = 250,
    TITLE_WORDS = 3,
    NAMES_AT_LEAST = 2,
    VALUE_BYTES = 400,
    EMPTY_AT_MOST = 2
};

static struct px_slice *find_slot(struct px_facts *facts, uint8_t field)
{
    switch (field) {
    case PX_FIELD_TITLE: return &facts->title;
    case PX_FIELD_BYLINE: return &facts->byline;
    case PX_FIELD_OUTLET: return &facts->outlet;
    case PX_FIELD_PUBLISHED: return &facts->published;
    case PX_FIELD_MODIFIED: return &facts->modified;
    case PX_FIELD_URL: return &facts->url;
    case PX_FIELD_LANGUAGE: return &facts->language;
    case PX_FIELD_STANDFIRST: return &facts->description;
    case PX_FIELD_SECTION: return &facts->section;
    default: return NULL;
    }
}

/* Of the outlet's field, what is an address is the article's: "source: https://…". */
static uint8_t judge_field(uint8_t field, struct px_slice value)
{
    bool address = px_slice_starts(value, PX_SLICE("http://")) || px_slice_starts(value, PX_SLICE("https://"));
    return address && field == PX_FIELD_OUTLET ? PX_FIELD_URL : field;
}

void px_header_set(struct px_page *page, uint8_t field, struct px_slice value)
{
    struct px_slice *slot = find_slot(&page->facts, judge_field(field, value));
    if (slot == NULL || slot->size > 0)
        return;
    px_buffer_clear(&page->tidy);
    px_text_tidy(value, &page->tidy);
    if (page->tidy.size > 0)
        *slot = px_arena_copy(&page->arena, px_buffer_slice(&page->tidy));
    if (slot == &page->facts.language) /* "en-GB" is "en"; a language's name says nothing here */
        *slot = slot->size == 2 || (slot->size == 5 && strchr("-_", slot->data[2]) != NULL) ? px_slice_part(*slot, 0, 2)
                                                                                            : (struct px_slice){0};
}

/* -------------------------------------------------------------------------------------------------------- lines */

/* Marks of Markdown, bullets and quotation around a name or value. */
static struct px_slice unmark(struct px_slice text)
{
    text = px_slice_trim(text);
    while (text.size > 0 && strchr("*_#>`", text.data[0]) != NULL && text.data[0] != 0)
        text = px_slice_trim(px_slice_part(text, 1, text.size));
    while (text.size > 0 && strchr("*_`", text.data[text.size - 1]) != NULL && text.data[text.size - 1] != 0)
        text = px_slice_trim(px_slice_part(text, 0, text.size - 1));
    return text;
}

struct named {
    const struct px_field_name *name; /* NULL: none is known */
    struct px_slice value;
    bool named; /* it has the form of a name and a value, whether known or not */
};

static struct named read_named(const struct px_page *page, struct px_slice line)
{
    struct named named = {.name = NULL};
    struct px_slice start = px_slice_part(line, 0, line.size < NAME_BYTES ? line.size : NAME_BYTES);
    size_t colon = px_slice_find(start, PX_SLICE(":"), 0);
    if (colon == SIZE_MAX || colon == 0 || px_slice_starts(px_slice_part(line, colon, line.size), PX_SLICE("://")))
        return named;
    struct px_slice name = unmark(px_slice_part(line, 0, colon));
    size_t blanks = 0;
    for (size_t i = 0; i < name.size; i++)
        blanks += name.data[i] == ' ';
    named.named = name.size > 0 && blanks < 3;
    named.name = px_fields_find(px_rules_fields(page->rules), PX_LAYOUT_KEY, name);
    named.value = unmark(px_slice_part(line, colon + 1, line.size));
    return named;
}

struct header_line {
    struct px_slice text; /* trimmed */
    struct named named;
    size_t end; /* where the next line begins */
    bool empty;
};

struct block {
    struct header_line lines[LINES_AT_MOST];
    size_t count; /* lines that are part of the block */
    size_t start; /* where its text begins: behind its last line, or in it */
};

static size_t read_lines(const struct px_page *page, struct px_slice text, struct block *block)
{
    size_t count = 0;
    struct px_slice rest = text, line;
    while (count < LINES_AT_MOST && px_slice_next(&rest, '\n', &line)) {
        struct header_line *read = &block->lines[count++];
        *read = (struct header_line){.text = px_slice_trim(line), .end = text.size - rest.size};
        read->empty = read->text.size == 0;
        if (!read->empty)
            read->named = read_named(page, read->text);
    }
    return count;
}

/* Is there a known name in the next lines, before any that has none? */
static bool goes_on(const struct block *block, size_t at, size_t count)
{
    size_t empty = 0;
    for (; at < count; at++) {
        if (block->lines[at].named.name != NULL)
            return true;
        empty += block->lines[at].empty;
        if ((!block->lines[at].empty && !block->lines[at].named.named) || empty > EMPTY_AT_MOST)
            return false;
    }
    return false;
}

struct tally {
    size_t known;
    bool core; /* headline, byline, date or outlet */
};

static void count_name(const struct px_field_name *name, struct tally *tally)
{
    tally->known++;
    tally->core = tally->core || name->field <= PX_FIELD_PUBLISHED;
}

static bool is_headline(struct px_slice text)
{
    size_t blanks = 0;
    for (size_t i = 0; i < text.size; i++)
        blanks += text.data[i] == ' ';
    return text.size <= TITLE_BYTES && blanks + 1 >= TITLE_WORDS;
}

/* Finds how many lines are the block's: from name to name. */
static bool find_end(struct block *block, size_t count)
{
    struct tally tally = {0, false};
    size_t at = 0;
    while (at < count && block->lines[at].empty)
        at++;
    if (at < count && is_headline(block->lines[at].text) && block->lines[at].named.name == NULL &&
        goes_on(block, at + 1, count))
        at++; /* a headline without a name */
    while (at < count) {
        const struct header_line *line = &block->lines[at];
        if (line->named.name != NULL) {
            count_name(line->named.name, &tally);
            block->count = ++at;
            if (line->named.name->field == PX_FIELD_BODY)
                break;
            bool below = line->named.value.size == 0 && at < count && block->lines[at].named.name == NULL &&
                         !block->lines[at].empty && block->lines[at].text.size <= VALUE_BYTES;
            if (below)
                block->count = ++at; /* the value stands below its name */
        } else if ((line->empty || line->named.named) && goes_on(block, at, count)) {
            at++;
        } else {
            break;
        }
    }
    return tally.known >= NAMES_AT_LEAST && tally.core;
}

/* ---------------------------------------------------------------------------------------------------------- units */

static void add_unit(struct px_page *page, struct px_slice text, uint8_t role)
{
    struct px_unit *unit = px_page_add(page, text, false);
    if (unit != NULL)
        px_unit_fix_why(unit, role, "a field of the header block");
}

static void add_named(struct px_page *page, uint8_t field, struct px_slice line, struct px_slice value)
{
    bool first = field != PX_FIELD_TITLE || page->facts.title.size == 0;
    bool content = px_role_is_content(px_field_role(field));
    px_header_set(page, field, value);
    add_unit(page, content && first ? value : line, first ? px_field_role(field) : PX_ROLE_OTHER);
}

static void add_lines(struct px_page *page, const struct block *block)
{
    for (size_t i = 0; i < block->count; i++) {
        const struct header_line *line = &block->lines[i];
        const struct px_field_name *name = line->named.name;
        bool below = name != NULL && line->named.value.size == 0 && i + 1 < block->count &&
                     block->lines[i + 1].named.name == NULL && !block->lines[i + 1].empty;
        if (line->empty || (name != NULL && name->field == PX_FIELD_BODY))
            continue;
        if (name == NULL)
            add_named(page, line->named.named ? PX_FIELD_OTHER : PX_FIELD_TITLE, unmark(line->text),
                      unmark(line->text));
        else if (below)
            add_named(page, name->field, unmark(block->lines[i + 1].text), unmark(block->lines[i + 1].text));
        else
            add_named(page, name->field, unmark(line->text), line->named.value);
        i += below;
    }
}

size_t px_header_read(struct px_slice text, struct px_page *page)
{
    struct block block = {.count = 0};
    size_t count = read_lines(page, text, &block);
    if (!find_end(&block, count))
        return 0;
    add_lines(page, &block);
    page->heading = page->facts.title;
    const struct header_line *last = &block.lines[block.count - 1];
    bool body = last->named.name != NULL && last->named.name->field == PX_FIELD_BODY && last->named.value.size > 0;
    return body ? (size_t)(last->named.value.data - text.data) : last->end;
}
