/* The lines of an export: of plain text as they are, of HTML where its blocks begin and end. */
#include <strings.h>

#include "ingest/entity.h"
#include "ingest/export.h"
#include "ingest/markup.h"
#include "text/normalise.h"

enum { NAME_BYTES = 24 };

struct cutter {
    const struct px_rules *rules;
    struct px_arena *arena;
    struct px_export_lines *lines;
    struct px_buffer line; /* markup: the line being read */
    uint32_t number;       /* of the line of the file */
    uint32_t started;      /* markup: the number where the line began */
    bool opens;
    bool boundary;
    bool failed;
};

static void add_line(struct cutter *cutter, struct px_slice text, uint32_t number, size_t indent)
{
    struct px_export_line *line = text.size == 0 ? NULL : px_vector_push(cutter->lines, cutter->arena);
    if (line == NULL) {
        cutter->failed = cutter->failed || text.size > 0;
        return;
    }
    *line = (struct px_export_line){.text = text,
                                    .number = number,
                                    .indent = (uint16_t)(indent < UINT16_MAX ? indent : UINT16_MAX),
                                    .kind = (uint8_t)px_fields_line(px_rules_fields(cutter->rules), text),
                                    .opens = cutter->opens,
                                    .boundary = cutter->boundary};
    cutter->opens = cutter->boundary = false;
}

/* ---------------------------------------------------------------------------------------------------- plain text */

/* Without the blanks that Unicode has beyond ASCII: no-break spaces and byte order marks at both ends. */
static struct px_slice trim(struct px_slice text)
{
    static const struct px_slice blanks[] = {{"\xC2\xA0", 2}, {"\xEF\xBB\xBF", 3}, {"\xE2\x80\x8B", 3}};
    text = px_slice_trim(text);
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        if (px_slice_starts(text, blanks[i]))
            return trim(px_slice_part(text, blanks[i].size, text.size));
        if (px_slice_ends(text, blanks[i]))
            return trim(px_slice_part(text, 0, text.size - blanks[i].size));
    }
    return text;
}

static void cut_text(struct cutter *cutter, struct px_slice text)
{
    size_t start = 0;
    while (start < text.size && !cutter->failed) {
        size_t end = start;
        while (end < text.size && text.data[end] != '\n' && text.data[end] != '\r' && text.data[end] != '\f')
            end++;
        struct px_slice line = trim(px_slice_part(text, start, end));
        if (line.size == 0)
            cutter->opens = true;
        else
            add_line(cutter, line, cutter->number, (size_t)(line.data - (text.data + start)));
        cutter->opens = cutter->opens || (end < text.size && text.data[end] == '\f');
        cutter->number += end < text.size && text.data[end] != '\f';
        start = end + 1 + (end + 1 < text.size && text.data[end] == '\r' && text.data[end + 1] == '\n');
    }
}

/* -------------------------------------------------------------------------------------------------------- markup */

static void end_line(struct cutter *cutter, bool opens)
{
    struct px_buffer tidy = {0};
    px_text_tidy(px_buffer_slice(&cutter->line), &tidy);
    if (tidy.size > 0) {
        struct px_slice text = px_arena_copy(cutter->arena, px_buffer_slice(&tidy));
        cutter->failed = cutter->failed || text.data == NULL;
        add_line(cutter, text, cutter->started, 0);
    } else {
        opens = true; /* two <br> in a row part paragraphs */
    }
    cutter->failed = cutter->failed || tidy.failed || cutter->line.failed;
    cutter->opens = cutter->opens || opens;
    px_buffer_release(&tidy);
    px_buffer_clear(&cutter->line);
}

static void add_text(struct cutter *cutter, struct px_slice text)
{
    if (cutter->line.size == 0) {
        size_t blank = 0;
        while (blank < text.size && (text.data[blank] == ' ' || (text.data[blank] >= '\t' && text.data[blank] <= '\r')))
            cutter->number += text.data[blank++] == '\n';
        text = px_slice_part(text, blank, text.size);
        cutter->started = cutter->number;
    }
    px_entity_decode(text, &cutter->line);
    for (size_t i = 0; i < text.size; i++)
        cutter->number += text.data[i] == '\n';
}

static void count_lines(struct cutter *cutter, struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        cutter->number += text.data[i] == '\n';
}

/* The tag's name in lower case; a closing tag's too. */
static void tag_name(struct px_slice tag, char name[NAME_BYTES])
{
    size_t size = 0, at = tag.size > 0 && tag.data[0] == '/';
    while (at < tag.size && size + 1 < NAME_BYTES) {
        char c = tag.data[at++];
        char lower = (char)(c | 0x20);
        if (!((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9')))
            break;
        name[size++] = c >= 'A' && c <= 'Z' ? lower : c;
    }
    name[size] = 0;
}

/* Where the element that is not text ends, behind its closing tag's name. */
static size_t skip_element(struct px_slice html, size_t at, const char *name)
{
    size_t size = strlen(name);
    for (size_t i = px_slice_find(html, PX_SLICE("</"), at); i != SIZE_MAX && i + 2 + size <= html.size;
         i = px_slice_find(html, PX_SLICE("</"), i + 2))
        if (strncasecmp(html.data + i + 2, name, size) == 0)
            return i;
    return html.size;
}

/* Reads the tag at `at` (a "<"); gives where the text goes on. */
static size_t cut_tag(struct cutter *cutter, struct px_slice html, size_t at)
{
    bool comment = px_slice_starts(px_slice_part(html, at, html.size), PX_SLICE("<!--"));
    size_t end = px_slice_find(html, comment ? PX_SLICE("-->") : PX_SLICE(">"), at + 1);
    if (end == SIZE_MAX)
        end = html.size;
    struct px_slice tag = px_slice_part(html, at + 1, end);
    char name[NAME_BYTES];
    tag_name(tag, name);
    const struct px_markup *markup = px_markup_find(name);
    size_t behind = end + (comment ? 3 : 1) < html.size ? end + (comment ? 3 : 1) : html.size;
    if (comment || name[0] == 0) {
        count_lines(cutter, px_slice_part(html, at, behind));
        return behind;
    }
    bool breaks = strcmp(name, "br") == 0;
    if (breaks || (markup->flags & PX_MARKUP_BLOCK) != 0)
        end_line(cutter, !breaks);
    if (tag.data[0] != '/' && px_fields_is_boundary(px_rules_fields(cutter->rules), tag))
        cutter->boundary = true;
    if ((markup->flags & (PX_MARKUP_SKIP | PX_MARKUP_VOID)) == PX_MARKUP_SKIP && tag.data[0] != '/')
        behind = skip_element(html, behind, name);
    count_lines(cutter, px_slice_part(html, at, behind));
    return behind;
}

static void cut_markup(struct cutter *cutter, struct px_slice html)
{
    size_t at = 0;
    while (at < html.size && !cutter->failed) {
        size_t tag = px_slice_find(html, PX_SLICE("<"), at);
        if (tag == SIZE_MAX)
            tag = html.size;
        add_text(cutter, px_slice_part(html, at, tag));
        at = tag < html.size ? cut_tag(cutter, html, tag) : tag;
    }
    end_line(cutter, true);
}

enum px_status px_export_read_lines(const struct px_rules *rules, struct px_slice text, bool markup,
                                    struct px_arena *arena, struct px_export_lines *lines, struct px_error *error)
{
    struct cutter cutter = {.rules = rules, .arena = arena, .lines = lines, .number = 1, .started = 1, .opens = true};
    if (markup)
        cut_markup(&cutter, text);
    else
        cut_text(&cutter, text);
    px_buffer_release(&cutter.line);
    return cutter.failed ? px_no_memory(error) : PX_OK;
}
