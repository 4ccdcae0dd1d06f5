/* A document of Nexis: unlabelled lines, labels, the text, labels.
 *
 *     old layout                    new layout
 *     3 of 250 DOCUMENTS            Headline
 *     The Harbour Gazette           The Harbour Gazette
 *     March 3, 2014 Monday          March 3, 2014 Monday
 *     Headline                      Copyright 2014 …  All Rights Reserved
 *     BYLINE: …  LENGTH: …          Section: …  Length: …  Byline: …
 *     the text                      Body, the text
 *     LOAD-DATE: …                  Load-Date: …, End of Document
 */
#include "ingest/dates.h"
#include "ingest/export.h"

enum { DATE_WORDS = 12, LENGTH_WITHIN = 14, CENTRED = 8 };

struct parts {
    uint32_t head;   /* the first label */
    uint32_t body;   /* the first line of the text */
    uint32_t tail;   /* behind the text */
    uint32_t marker; /* the line "Body", or none */
};

static bool is_tail_field(uint8_t field)
{
    return field == PX_FIELD_TAIL || field == PX_FIELD_TAGS || field == PX_FIELD_CAPTION || field == PX_FIELD_NOTICE ||
           field == PX_FIELD_LANGUAGE || field == PX_FIELD_CREDIT;
}

static const struct px_export_line *line_at(const struct px_export_reading *reading, uint32_t i)
{
    return &reading->export->lines.items[i];
}

static bool is_head_label(const struct px_export_line *line)
{
    return line->label != NULL && !is_tail_field(line->label->field) && line->label->field != PX_FIELD_BODY;
}

static bool is_tail_label(const struct px_export_line *line)
{
    return line->label != NULL && is_tail_field(line->label->field);
}

/* Behind the run of labelled paragraphs; where the length is told further down, behind that. A file that lost its empty
 * lines has no paragraphs: there, the text begins behind the last label. */
static uint32_t find_body(const struct px_export_reading *reading, uint32_t head)
{
    uint32_t end = reading->document->end, length = head, last = head;
    for (uint32_t i = head; i < end && i < head + LENGTH_WITHIN && !is_tail_label(line_at(reading, i)); i++) {
        if (!is_head_label(line_at(reading, i)))
            continue;
        last = i;
        length = line_at(reading, i)->label->field == PX_FIELD_LENGTH ? i : length;
    }
    uint32_t i = head;
    while (i < end && (i <= length || !line_at(reading, i)->opens || is_head_label(line_at(reading, i)) ||
                       (is_head_label(line_at(reading, i - 1)) && line_at(reading, i - 1)->value.size == 0)))
        i++;
    bool lost = i > last + 1 && (i == end || is_tail_label(line_at(reading, i)));
    return lost ? last + 1 : i;
}

/* In the new layout, a word with a colon may be the text's: only labels that stand alone and the load date end it. */
static bool ends_text(const struct px_export_reading *reading, const struct px_export_line *line)
{
    if (line->kind == PX_LINE_END || (line->kind == PX_LINE_RIGHTS && line->opens))
        return true;
    if (line->label == NULL || !is_tail_field(line->label->field))
        return false;
    bool old = reading->export->layout == PX_EXPORT_NEXIS_OLD;
    return old || (line->label->alone && line->value.size == 0) || line->label->field == PX_FIELD_TAIL;
}

static struct parts find_parts(const struct px_export_reading *reading)
{
    uint32_t first = reading->document->first, end = reading->document->end;
    struct parts parts = {end, end, end, end};
    for (uint32_t i = first; i < end && parts.marker == end; i++) {
        const struct px_field_name *label = line_at(reading, i)->label;
        if (label != NULL && label->field == PX_FIELD_BODY)
            parts.marker = i;
        if (parts.head == end && (is_head_label(line_at(reading, i)) || parts.marker == i))
            parts.head = i;
    }
    if (parts.marker < end) /* "BODY: …" may hold the text's beginning */
        parts.body = parts.marker + (line_at(reading, parts.marker)->value.size == 0);
    else
        parts.body = parts.head < end ? find_body(reading, parts.head) : end;
    for (parts.tail = parts.body; parts.tail < end && !ends_text(reading, line_at(reading, parts.tail));)
        parts.tail++;
    return parts;
}

/* ---------------------------------------------------------------------------------------------------- the opening */

static bool is_date_line(const struct px_export_reading *reading, const struct px_export_line *line)
{
    struct px_date date;
    size_t words = 1;
    for (size_t i = 0; i < line->text.size; i++)
        words += line->text.data[i] == ' ';
    return line->kind == PX_LINE_PLAIN && words <= DATE_WORDS &&
           px_date_find(reading->export->rules, line->text, &date);
}

/* The date's line in [first, end): the first in the old layout, where the headline follows, else the last; `end`:
 * none. */
static uint32_t find_date(const struct px_export_reading *reading, uint32_t first, uint32_t end)
{
    uint32_t found = end;
    for (uint32_t i = first; i < end; i++) {
        if (!is_date_line(reading, line_at(reading, i)))
            continue;
        found = i;
        if (reading->export->layout == PX_EXPORT_NEXIS_OLD)
            break;
    }
    return found;
}

/* Begin of the last paragraph in [first, end) that is no statement of rights; `end`: none. */
static uint32_t last_paragraph(const struct px_export_reading *reading, uint32_t first, uint32_t end)
{
    uint32_t found = end;
    for (uint32_t i = first; i < end; i = px_export_paragraph_end(reading->export, i, end))
        if (line_at(reading, i)->kind == PX_LINE_PLAIN)
            found = i;
    return found;
}

/* Behind the paragraph of the date, or where its lines are no longer centred. */
static uint32_t find_headline(const struct px_export_reading *reading, uint32_t date, uint32_t end)
{
    uint32_t behind = px_export_paragraph_end(reading->export, date, end);
    for (uint32_t i = date + 1; i < behind; i++)
        if (line_at(reading, i)->indent + CENTRED < line_at(reading, date)->indent)
            return i;
    return behind;
}

/* Which lines of the opening are the outlet's and the headline's. */
struct opening {
    uint32_t outlet;
    uint32_t date;
    uint32_t title;
    uint32_t title_end;
};

static struct opening find_opening(const struct px_export_reading *reading, uint32_t first, uint32_t end)
{
    uint32_t date = find_date(reading, first, end);
    struct opening opening = {end, date, end, end};
    for (uint32_t i = first; i < date; i++)
        if (line_at(reading, i)->kind == PX_LINE_PLAIN)
            opening.outlet = i;
    if (reading->export->layout == PX_EXPORT_NEXIS_OLD) {
        uint32_t behind = date < end ? find_headline(reading, date, end) : first;
        opening.title = last_paragraph(reading, behind, end);
        opening.title_end = opening.title < end ? px_export_paragraph_end(reading->export, opening.title, end) : end;
    } else if (opening.outlet > first) {
        opening.title_end = opening.outlet < end ? opening.outlet : date;
        opening.title = last_paragraph(reading, first, opening.title_end);
        if (opening.title == opening.title_end)
            opening.title = end;
    } else { /* one line before the date is the headline */
        opening.title = opening.outlet;
        opening.title_end = opening.outlet + 1;
        opening.outlet = end;
    }
    return opening;
}

static void add_opening(struct px_export_reading *reading, uint32_t first, uint32_t end, bool titled)
{
    struct opening opening = find_opening(reading, first, end);
    for (uint32_t i = first, next; i < end; i = next) {
        uint8_t kind = line_at(reading, i)->kind;
        next = i + 1;
        if (i == opening.title && opening.title_end > i)
            next = opening.title_end;
        px_export_add_lines(reading,
                            i == opening.title && !titled ? PX_FIELD_TITLE
                            : i == opening.outlet         ? PX_FIELD_OUTLET
                            : i == opening.date           ? PX_FIELD_PUBLISHED
                            : kind == PX_LINE_RIGHTS      ? PX_FIELD_CREDIT
                                                          : PX_FIELD_OTHER,
                            i, next);
    }
}

static bool has_title(const struct px_export_reading *reading, struct parts parts)
{
    for (uint32_t i = parts.head; i < parts.body; i++)
        if (line_at(reading, i)->label != NULL && line_at(reading, i)->label->field == PX_FIELD_TITLE)
            return true;
    return false;
}

void px_export_page_nexis(struct px_export_reading *reading)
{
    struct parts parts = find_parts(reading);
    uint32_t first = reading->document->first, begin = first;
    for (uint32_t i = first; i < parts.head; i++)
        begin = line_at(reading, i)->kind == PX_LINE_BEGIN ? i + 1 : begin;
    px_export_add_fields(reading, first, begin);
    add_opening(reading, begin, parts.head, has_title(reading, parts));
    px_export_add_fields(reading, parts.head, parts.marker < parts.body ? parts.marker : parts.body);
    if (parts.marker < parts.body)
        px_export_add_lines(reading, PX_FIELD_BODY, parts.marker, parts.marker + 1);
    px_export_add_body(reading, parts.body, parts.tail);
    px_export_add_fields(reading, parts.tail, reading->document->end);
}
