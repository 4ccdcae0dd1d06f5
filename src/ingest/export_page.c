/* From documents to pages: what every layout shares. */
#include <stdio.h>

#include "ingest/byline.h"
#include "ingest/dates.h"
#include "ingest/export.h"

enum { WRAP_COLUMNS = 120, HEADING_WORDS = 14, HEADING_CHARACTERS = 100, INDENT_MOST = 8 };

static struct px_slice *find_fact(struct px_facts *facts, uint8_t field)
{
    switch (field) {
    case PX_FIELD_TITLE: return &facts->title;
    case PX_FIELD_BYLINE: return &facts->byline;
    case PX_FIELD_OUTLET: return &facts->outlet;
    case PX_FIELD_PUBLISHED: return &facts->published;
    case PX_FIELD_SECTION: return &facts->section;
    default: return NULL;
    }
}

/* The fact as the article wants it: a date in ISO 8601, a name without "By". */
static struct px_slice shape_fact(struct px_page *page, uint8_t field, struct px_slice value)
{
    struct px_date date;
    if (field == PX_FIELD_PUBLISHED)
        return px_date_find(page->rules, value, &date) ? px_arena_copy(&page->arena, px_slice_from(date.iso))
                                                       : (struct px_slice){0};
    return field == PX_FIELD_BYLINE ? px_byline_tidy(page, value, page->facts.outlet)
                                    : px_arena_copy(&page->arena, value);
}

/* A time of day goes behind the day that stands there. */
static void add_time(struct px_page *page, struct px_slice value)
{
    struct px_slice *day = &page->facts.published;
    if (day->size != 10 || value.size < 5 || value.data[2] != ':')
        return;
    struct px_buffer both = {0};
    px_buffer_printf(&both, "%.*sT%.*s", PX_SLICE_ARG(*day), 5, value.data);
    struct px_slice copy = both.failed ? *day : px_arena_copy(&page->arena, px_buffer_slice(&both));
    *day = copy.data == NULL ? *day : copy;
    px_buffer_release(&both);
}

/* Adds a unit of a field as it is printed, and its fact where that is still empty. An empty value adds no fact, an
 * empty text nothing at all. */
static void add_unit(struct px_export_reading *reading, uint8_t field, struct px_slice printed, struct px_slice value)
{
    struct px_page *page = reading->page;
    struct px_slice *fact = find_fact(&page->facts, field);
    bool content = px_role_is_content(px_field_role(field));
    bool first = fact == NULL || fact->size == 0 || field == PX_FIELD_TITLE;
    if (fact != NULL && fact->size == 0 && value.size > 0)
        *fact = shape_fact(page, field, value);
    if (field == PX_FIELD_TIME)
        add_time(page, value);
    struct px_unit *unit = px_page_add(page, content ? value : printed, false);
    if (unit != NULL)
        px_unit_fix_why(unit, first || !content ? px_field_role(field) : PX_ROLE_OTHER, "a field of the export");
}

static bool is_body_label(const struct px_export_line *line)
{
    return line->label != NULL && line->label->field == PX_FIELD_BODY;
}

/* Joins lines [first, end): the first one's value, or all of it. */
static struct px_slice join(struct px_export_reading *reading, uint32_t first, uint32_t end, bool value)
{
    const struct px_export_line *lines = reading->export->lines.items;
    px_buffer_clear(&reading->text);
    for (uint32_t i = first; i < end; i++) {
        px_buffer_string(&reading->text, reading->text.size == 0 ? "" : " ");
        px_buffer_append(&reading->text, i == first && value ? lines[i].value : lines[i].text);
    }
    return px_slice_trim(px_buffer_slice(&reading->text));
}

void px_export_add_lines(struct px_export_reading *reading, uint8_t field, uint32_t first, uint32_t end)
{
    const struct px_field_name *label = reading->export->lines.items[first].label;
    if (field == PX_FIELD_COUNT)
        field = label != NULL                                                ? label->field
                : reading->export->lines.items[first].kind == PX_LINE_RIGHTS ? PX_FIELD_CREDIT
                                                                             : PX_FIELD_OTHER;
    struct px_slice value = px_arena_copy(&reading->page->arena, join(reading, first, end, true));
    add_unit(reading, field, join(reading, first, end, false), value);
}

void px_export_add_fields(struct px_export_reading *reading, uint32_t first, uint32_t end)
{
    const struct px_export_line *lines = reading->export->lines.items;
    while (first < end) {
        uint32_t next = first + 1;
        bool empty = lines[first].label != NULL && lines[first].value.size == 0; /* its value is the line below */
        while (next < end && lines[next].label == NULL && (!lines[next].opens || (empty && next == first + 1)))
            next++;
        px_export_add_lines(reading, PX_FIELD_COUNT, first, next);
        first = next;
    }
}

/* ---------------------------------------------------------------------------------------------------------- body */

uint32_t px_export_paragraph_end(const struct px_export *export, uint32_t line, uint32_t end)
{
    const struct px_export_line *lines = export->lines.items;
    uint32_t next = line + 1;
    bool wrapped = lines[line].text.size <= WRAP_COLUMNS;
    while (next < end && wrapped && !lines[next].opens && lines[next].text.size <= WRAP_COLUMNS &&
           !(lines[next].indent > lines[next - 1].indent && lines[next].indent <= INDENT_MOST))
        next++;
    return next;
}

static bool is_heading_like(const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    return m->words > 0 && m->words <= HEADING_WORDS && m->characters <= HEADING_CHARACTERS && !m->ends_sentence &&
           m->last != ',' && m->last != ';' && m->last != ':' && !m->starts_lower;
}

static void fix_paragraph(struct px_export_reading *reading, struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    bool whole = unit->rules.where == PX_PATTERN_WHOLE && m->characters <= 200;
    bool start = unit->rules.where == PX_PATTERN_START && !(m->ends_sentence && m->words > 12);
    if ((whole || start) && !px_role_is_content(unit->rules.value))
        px_unit_fix_why(unit, unit->rules.value, "a field of the export");
    else
        px_unit_fix_why(unit, is_heading_like(unit) ? PX_ROLE_HEADING : PX_ROLE_PARAGRAPH, "a field of the export");
    reading->body += unit->keep;
}

void px_export_add_body(struct px_export_reading *reading, uint32_t first, uint32_t end)
{
    const struct px_export_line *lines = reading->export->lines.items;
    while (first < end) {
        uint32_t next = px_export_paragraph_end(reading->export, first, end);
        struct px_unit *unit =
            px_page_add(reading->page, join(reading, first, next, is_body_label(&lines[first])), false);
        if (unit != NULL)
            fix_paragraph(reading, unit);
        first = next;
    }
}

/* A short line at the end heads nothing: where the text was cut it is what is left of a paragraph, else no text. */
static void settle_last_headings(struct px_page *page, bool cut)
{
    size_t paragraphs = 0;
    for (size_t i = 0; i < page->units.count; i++)
        paragraphs += page->units.items[i].role == PX_ROLE_PARAGRAPH;
    for (size_t i = page->units.count; i-- > 0;) {
        struct px_unit *unit = &page->units.items[i];
        if (unit->role == PX_ROLE_PARAGRAPH && paragraphs > 0)
            return;
        if (unit->role == PX_ROLE_HEADING && unit->keep)
            px_unit_fix_why(unit, cut || paragraphs == 0 ? PX_ROLE_PARAGRAPH : PX_ROLE_OTHER, "a field of the export");
    }
}

enum px_status px_export_page(const struct px_export *export, size_t index, struct px_page *page,
                              struct px_error *error)
{
    struct px_export_reading reading = {.export = export, .document = &export->documents.items[index], .page = page};
    switch (export->layout) {
    case PX_EXPORT_CODES: px_export_page_codes(&reading); break;
    case PX_EXPORT_PLAIN: px_export_page_plain(&reading); break;
    default: px_export_page_nexis(&reading); break;
    }
    settle_last_headings(page, reading.document->fault != NULL);
    page->heading = page->facts.title;
    page->failed = page->failed || reading.text.failed;
    px_buffer_release(&reading.text);
    if (reading.body == 0 && !page->failed) {
        const char *fault = reading.document->fault;
        px_error_set(error, PX_ERROR_INPUT, "document %zu of this export has no text%s%s", index + 1,
                     fault == NULL ? "" : ": ", fault == NULL ? "" : fault);
        return px_error_place(error, NULL, export->lines.items[reading.document->first].number, 0);
    }
    return px_page_check(page, error);
}
