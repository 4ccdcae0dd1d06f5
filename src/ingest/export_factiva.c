/* A document of Factiva, with its codes and without them.
 *
 *     with codes            without
 *     HD  Headline          Headline
 *     BY  By Ada Quill      By Ada Quill
 *     WC  512 words         512 words
 *     PD  3 March 2014      3 March 2014
 *     SN  …  SC  …          The Harbour Gazette, HARGAZ, English, (c) 2014 …
 *     LP, TD  the text      the text
 *     AN  Document …        Document HARGAZ0020140303ea330000a
 */
#include "ingest/byline.h"
#include "ingest/dates.h"
#include "ingest/export.h"

enum { HEAD_LINES = 14, BYLINE_WORDS = 8, SECTION_BYTES = 30 };

static const struct px_export_line *line_at(const struct px_export_reading *reading, uint32_t i)
{
    return &reading->export->lines.items[i];
}

/* ---------------------------------------------------------------------------------------------------- with codes */

void px_export_page_codes(struct px_export_reading *reading)
{
    uint32_t first = reading->document->first, end = reading->document->end;
    while (first < end) {
        const struct px_field_name *label = line_at(reading, first)->label;
        uint32_t next = first + 1;
        while (next < end && line_at(reading, next)->label == NULL)
            next++;
        if (label != NULL && label->field == PX_FIELD_BODY)
            px_export_add_body(reading, first + (line_at(reading, first)->value.size == 0), next);
        else
            px_export_add_fields(reading, first, next);
        first = next;
    }
}

/* ------------------------------------------------------------------------------------------------- without codes */

static bool is_date(const struct px_export_reading *reading, uint32_t i)
{
    struct px_date date;
    return line_at(reading, i)->text.size < 40 &&
           px_date_find(reading->export->rules, line_at(reading, i)->text, &date);
}

static bool is_time(struct px_slice text)
{
    return text.size >= 5 && text.size < 12 && text.data[2] == ':' && text.data[0] >= '0' && text.data[0] <= '2';
}

static bool is_byline(const struct px_export_reading *reading, uint32_t i)
{
    struct px_slice text = line_at(reading, i)->text;
    struct px_buffer words = {0};
    px_patterns_fold(px_patterns_cut(text), &words);
    size_t count = words.size > 0,
           said = px_rules_byline_words(reading->export->rules, PX_BYLINE_BEFORE, px_buffer_slice(&words));
    for (size_t at = 0; at < words.size; at++)
        count += words.data[at] == ' ';
    px_buffer_release(&words);
    return said > 0 || (count <= BYLINE_WORDS && px_byline_tidy(reading->page, text, (struct px_slice){0}).size > 0);
}

/* The line that tells the length, among the document's first. */
static uint32_t find_length(const struct px_export_reading *reading)
{
    uint32_t first = reading->document->first, end = reading->document->end;
    for (uint32_t i = first; i < end; i++)
        if (line_at(reading, i)->kind == PX_LINE_LENGTH && i + 1 < end && is_date(reading, i + 1))
            return i;
    return end;
}

/* Before the length: a section in some papers, the headline, the byline where there is one. What stands further up is
 * the page's around the export. */
static void add_opening(struct px_export_reading *reading, uint32_t first, uint32_t end)
{
    const uint32_t most = end;
    uint32_t start = first, byline = end;
    for (uint32_t i = first; i < end; i++)
        start = line_at(reading, i)->boundary ? i : start;
    if (end - start > 1 && is_byline(reading, end - 1))
        byline = --end;
    uint32_t title = start;
    bool two = end - start > 1;
    if (two && line_at(reading, start)->text.size <= SECTION_BYTES &&
        line_at(reading, end - 1)->text.size > line_at(reading, start)->text.size)
        title = end - 1;
    for (uint32_t i = first; i < end; i++)
        px_export_add_lines(reading,
                            i == title              ? PX_FIELD_TITLE
                            : i + 1 == title && two ? PX_FIELD_SECTION
                                                    : PX_FIELD_OTHER,
                            i, i + 1);
    if (byline < most)
        px_export_add_lines(reading, PX_FIELD_BYLINE, byline, byline + 1);
}

/* Where the text begins: behind the statement of rights, or behind the lines of the head where there is none. */
static uint32_t find_text(const struct px_export_reading *reading, uint32_t length)
{
    uint32_t end = reading->document->end, i;
    for (i = length; i < end && i < length + HEAD_LINES; i++)
        if (line_at(reading, i)->kind == PX_LINE_RIGHTS) {
            for (i++; i < end && line_at(reading, i)->kind == PX_LINE_RIGHTS;)
                i++;
            return i;
        }
    for (i = length + 3 < end ? length + 3 : end; i < end && !line_at(reading, i)->opens;)
        i++;
    return i;
}

static void add_head(struct px_export_reading *reading, uint32_t length, uint32_t text)
{
    bool outlet = false;
    for (uint32_t i = length; i < text; i++) {
        const struct px_export_line *line = line_at(reading, i);
        uint8_t field = PX_FIELD_OTHER;
        if (i == length)
            field = PX_FIELD_LENGTH;
        else if (i == length + 1)
            field = PX_FIELD_PUBLISHED;
        else if (line->kind == PX_LINE_RIGHTS)
            field = PX_FIELD_CREDIT;
        else if (is_time(line->text))
            field = PX_FIELD_TIME;
        else if (!outlet)
            field = PX_FIELD_OUTLET;
        outlet = outlet || field == PX_FIELD_OUTLET;
        px_export_add_lines(reading, field, i, i + 1);
    }
}

void px_export_page_plain(struct px_export_reading *reading)
{
    uint32_t end = reading->document->end, length = find_length(reading), tail = end;
    uint32_t text = length < end ? find_text(reading, length) : reading->document->first;
    while (tail > text && line_at(reading, tail - 1)->kind != PX_LINE_DOCUMENT)
        tail--;
    tail = tail > text ? tail - 1 : end;
    if (length < end) {
        add_opening(reading, reading->document->first, length);
        add_head(reading, length, text);
    }
    px_export_add_body(reading, text, tail);
    px_export_add_fields(reading, tail, end);
}
