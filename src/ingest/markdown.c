#include "ingest/markdown.h"

#include <limits.h>
#include <md4c.h>

#include "ingest/entity.h"
#include "ingest/header.h"
#include "ingest/metadata.h"
#include "text/utf8.h"

struct reader {
    struct px_page *page;
    struct px_buffer text;
    struct px_buffer image; /* text of the image being read */
    struct px_slice title;
    unsigned lists, quotes, links, strong, images;
    unsigned heading; /* level, or 0 */
    uint32_t rows;
    bool table;
    bool in_tag; /* inside a raw HTML tag */
    uint32_t link_bytes, link_count, strong_bytes;
};

static uint8_t shape(const struct reader *reader)
{
    if (reader->heading > 0)
        return PX_UNIT_HEADING;
    if (reader->table)
        return PX_UNIT_CELL;
    return reader->quotes > 0 ? PX_UNIT_QUOTE : reader->lists > 0 ? PX_UNIT_ITEM : PX_UNIT_PLAIN;
}

static void flush(struct reader *reader)
{
    struct px_unit *unit = px_slice_trim(px_buffer_slice(&reader->text)).size == 0
                               ? NULL
                               : px_page_add(reader->page, px_buffer_slice(&reader->text));
    if (unit != NULL) {
        unit->shape = shape(reader);
        unit->group = reader->rows;
        unit->link_bytes = reader->link_bytes;
        unit->link_count = reader->link_count;
        unit->strong_bytes = reader->strong_bytes;
        if (reader->heading > 0 && reader->title.size == 0)
            reader->title = unit->text;
    }
    px_buffer_clear(&reader->text);
    reader->link_bytes = reader->link_count = reader->strong_bytes = 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct reader *reader = data;
    flush(reader);
    switch (type) {
    case MD_BLOCK_H: reader->heading = ((MD_BLOCK_H_DETAIL *)detail)->level; break;
    case MD_BLOCK_LI: reader->lists++; break;
    case MD_BLOCK_QUOTE: reader->quotes++; break;
    case MD_BLOCK_TABLE: reader->table = true; break;
    case MD_BLOCK_TR: reader->rows++; break;
    default: break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct reader *reader = data;
    (void)detail;
    flush(reader);
    switch (type) {
    case MD_BLOCK_H: reader->heading = 0; break;
    case MD_BLOCK_LI: reader->lists--; break;
    case MD_BLOCK_QUOTE: reader->quotes--; break;
    case MD_BLOCK_TABLE: reader->table = false; break;
    default: break;
    }
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct reader *reader = data;
    (void)detail;
    reader->links += type == MD_SPAN_A;
    reader->link_count += type == MD_SPAN_A;
    reader->strong += type == MD_SPAN_STRONG || type == MD_SPAN_EM;
    reader->images += type == MD_SPAN_IMG;
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct reader *reader = data;
    (void)detail;
    reader->links -= type == MD_SPAN_A;
    reader->strong -= type == MD_SPAN_STRONG || type == MD_SPAN_EM;
    reader->images -= type == MD_SPAN_IMG;
    if (type == MD_SPAN_IMG && reader->images == 0) {
        struct px_unit *unit = px_page_add(reader->page, px_buffer_slice(&reader->image));
        if (unit != NULL)
            px_unit_fix(unit, PX_ROLE_CAPTION);
        px_buffer_clear(&reader->image);
    }
    return 0;
}

/* Raw HTML: its tags are dropped, its text stays. */
static void append_raw(struct reader *reader, struct px_buffer *out, struct px_slice html)
{
    for (size_t i = 0; i < html.size; i++) {
        if (html.data[i] == '<')
            reader->in_tag = true;
        else if (html.data[i] == '>' && reader->in_tag)
            reader->in_tag = false;
        else if (!reader->in_tag)
            px_buffer_byte(out, html.data[i]);
    }
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *data, MD_SIZE size, void *user)
{
    struct reader *reader = user;
    struct px_slice text = {data, size};
    struct px_buffer *out = reader->images > 0 ? &reader->image : &reader->text;
    size_t before = out->size;
    uint32_t c = type == MD_TEXT_ENTITY ? px_entity_value(text) : 0;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        px_buffer_byte(out, ' ');
    else if (type == MD_TEXT_HTML)
        append_raw(reader, out, text);
    else if (c != 0)
        px_utf8_append(out, c);
    else if (type != MD_TEXT_NULLCHAR)
        px_buffer_append(out, text);
    if (out == &reader->text) {
        reader->link_bytes += reader->links > 0 ? (uint32_t)(out->size - before) : 0;
        reader->strong_bytes += reader->strong > 0 ? (uint32_t)(out->size - before) : 0;
    }
    return out->failed ? -1 : 0;
}

/* Furniture that its form gives away: lines of a pattern, paragraphs that are all link. */
static void fix_unit(struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    bool linked = unit->link_bytes * 10 >= unit->text.size * 9 && m->words > 1;
    bool mostly = unit->link_bytes * 2 >= unit->text.size;
    bool prose = m->ends_sentence && m->words > 12;
    if (unit->fixed || unit->shape == PX_UNIT_CELL)
        return;
    if (m->words == 0)
        px_unit_fix(unit, unit->rules.where == PX_PATTERN_NOWHERE ? PX_ROLE_OTHER : unit->rules.value);
    else if (unit->rules.where == PX_PATTERN_WHOLE && unit->shape != PX_UNIT_HEADING && m->characters < 250)
        px_unit_fix(unit, unit->rules.value);
    else if (unit->rules.where == PX_PATTERN_START && (!prose || mostly) && unit->shape != PX_UNIT_HEADING)
        px_unit_fix(unit, unit->rules.value);
    else if (linked && unit->shape != PX_UNIT_HEADING)
        px_unit_fix(unit, unit->shape == PX_UNIT_ITEM && m->words < 4 ? PX_ROLE_NAVIGATION : PX_ROLE_RELATED);
}

enum px_status px_markdown_read(struct px_slice text, struct px_page *page, struct px_error *error)
{
    struct reader reader = {.page = page};
    const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_PERMISSIVEATXHEADERS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = on_text,
    };
    size_t matter = px_frontmatter_read(text, page);
    if (matter == 0)
        matter = px_header_read(text, page);
    text = px_slice_part(text, matter, text.size);
    int failed = text.size > UINT_MAX ? -1 : md_parse(text.data, (MD_SIZE)text.size, &parser, &reader);
    for (size_t i = 0; i < page->units.count; i++)
        fix_unit(&page->units.items[i]);
    if (page->facts.title.size == 0)
        page->facts.title = reader.title;
    page->heading = page->facts.title;
    page->failed = page->failed || failed != 0 || reader.text.failed || reader.image.failed;
    px_buffer_release(&reader.text);
    px_buffer_release(&reader.image);
    return px_page_check(page, error);
}

/* A paragraph all in italics or bold behind the last plain one is a note of the editors. */
static void fix_notes(struct px_page *page)
{
    for (size_t i = page->units.count; i-- > 0;) {
        struct px_unit *unit = &page->units.items[i];
        bool set_off = unit->strong_bytes * 10 >= unit->text.size * 8 && unit->shape == PX_UNIT_PLAIN;
        bool known = unit->rules.where != PX_PATTERN_NOWHERE;
        if (!unit->fixed && !set_off && !known)
            return;
        if (!unit->fixed && (set_off || !px_unit_is_strong(unit) || unit->rules.where == PX_PATTERN_START))
            px_unit_fix(unit,
                        known && px_role_is_content(unit->rules.value) == false ? unit->rules.value : PX_ROLE_NOTICE);
    }
}

static uint8_t content_role(const struct px_unit *unit)
{
    switch (unit->shape) {
    case PX_UNIT_HEADING: return PX_ROLE_HEADING;
    case PX_UNIT_ITEM: return PX_ROLE_LIST_ITEM;
    case PX_UNIT_QUOTE: return PX_ROLE_QUOTATION;
    case PX_UNIT_CELL: return PX_ROLE_TABLE;
    default: return PX_ROLE_PARAGRAPH;
    }
}

void px_markdown_decide(struct px_page *page)
{
    fix_notes(page);
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (!unit->fixed)
            unit->role = content_role(unit);
        unit->keep = px_role_is_content(unit->role);
    }
    for (size_t i = page->units.count; i-- > 0;) { /* a heading with nothing below it is not the article's */
        struct px_unit *unit = &page->units.items[i];
        if (unit->keep && unit->role != PX_ROLE_HEADING)
            break;
        if (unit->keep) {
            unit->keep = false;
            unit->role = PX_ROLE_OTHER;
        }
    }
}
