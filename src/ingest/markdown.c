#include "ingest/markdown.h"

#include <limits.h>
#include <md4c.h>

#include "ingest/entity.h"
#include "ingest/header.h"
#include "ingest/markdown_html.h"
#include "ingest/markup.h"
#include "text/utf8.h"

enum { FOOTNOTE_BYTES = 24, CAPTION_WORDS = 12, POINTER_WORDS = 25, LINES_AT_MOST = 1000 };

struct reader {
    struct px_page *page;
    struct px_buffer text;
    struct px_buffer image; /* text of the image being read */
    struct px_slice title;
    unsigned lists, quotes, links, strong, images;
    unsigned heading; /* level, or 0 */
    uint32_t rows;
    bool table;
    unsigned captions; /* elements of HTML that caption a picture */
    unsigned title_level;
    bool pictured; /* the block before, or this one so far, was a picture */
    bool picture;  /* this block holds one */
    struct px_tag_reader tags;
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

/* Cuts "[^1]" out of the text; true when a footnote opens it: "[^1]: The company's own count." */
static bool cut_footnotes(struct px_buffer *text)
{
    struct px_slice all = px_buffer_slice(text), trimmed = px_slice_trim(all);
    size_t end = px_slice_find(trimmed, PX_SLICE("]:"), 0), kept = 0;
    bool note = px_slice_starts(trimmed, PX_SLICE("[^")) && end < FOOTNOTE_BYTES;
    for (size_t at = 0; at < all.size;) {
        bool mark = at + 2 < all.size && all.data[at] == '[' && all.data[at + 1] == '^';
        struct px_slice near = px_slice_part(all, at, all.size - at < FOOTNOTE_BYTES ? all.size : at + FOOTNOTE_BYTES);
        size_t close = mark ? px_slice_find(near, PX_SLICE("]"), 0) : SIZE_MAX;
        if (close < FOOTNOTE_BYTES && memchr(all.data + at, ' ', close) == NULL)
            at += close + 1;
        else
            text->data[kept++] = all.data[at++];
    }
    text->size = kept;
    if (note) { /* what is left begins with the colon */
        char *colon = memchr(text->data, ':', kept);
        if (colon != NULL)
            *colon = ' ';
    }
    return note;
}

/* A line in italics below a picture or beside it, or a short one beside it, is its caption. */
static bool is_caption(const struct reader *reader, const struct px_unit *unit)
{
    bool slanted = unit->strong_bytes * 10 >= unit->text.size * 8;
    return reader->captions > 0 || ((reader->pictured || reader->picture) && slanted) ||
           (reader->picture && unit->measure.words <= CAPTION_WORDS && reader->heading == 0);
}

/* The headline: the first heading of the highest level. */
static void take_title(struct reader *reader, const struct px_unit *unit)
{
    if (reader->heading == 0 || (reader->title.size > 0 && reader->heading >= reader->title_level))
        return;
    reader->title = unit->text;
    reader->title_level = reader->heading;
}

static void flush(struct reader *reader)
{
    bool note = reader->text.size > 0 && cut_footnotes(&reader->text);
    struct px_unit *unit = px_slice_trim(px_buffer_slice(&reader->text)).size == 0
                               ? NULL
                               : px_page_add(reader->page, px_buffer_slice(&reader->text), false);
    if (unit != NULL) {
        unit->shape = shape(reader);
        unit->group = reader->rows;
        unit->link_bytes = reader->link_bytes;
        unit->link_count = reader->link_count;
        unit->strong_bytes = reader->strong_bytes;
        take_title(reader, unit);
        if (note || is_caption(reader, unit))
            px_unit_fix(unit, note ? PX_ROLE_NOTICE : PX_ROLE_CAPTION);
        reader->pictured = false;
    }
    reader->pictured = reader->pictured || reader->picture;
    reader->picture = false;
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
    case MD_BLOCK_HTML: /* what was not closed does not reach beyond */
        reader->heading = reader->links = reader->strong = 0;
        reader->tags = (struct px_tag_reader){.in_tag = false};
        break;
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
        struct px_unit *unit = px_page_add(reader->page, px_buffer_slice(&reader->image), false);
        if (unit != NULL)
            px_unit_fix(unit, PX_ROLE_CAPTION);
        px_buffer_clear(&reader->image);
        reader->picture = true;
    }
    return 0;
}

static void step(unsigned *count, bool closing)
{
    *count = closing ? *count - (*count > 0) : *count + 1;
}

static void on_tag(void *user, const char *name, bool closing)
{
    struct reader *reader = user;
    const struct px_markup *markup = px_markup_find(name);
    if ((markup->flags & PX_MARKUP_BLOCK) != 0)
        flush(reader);
    if (markup->tag == PX_TAG_BR)
        px_buffer_byte(&reader->text, ' ');
    else if (markup->tag >= PX_TAG_H1 && markup->tag <= PX_TAG_H5)
        reader->heading = closing ? 0 : markup->tag - PX_TAG_H1 + 1;
    else if (markup->tag == PX_TAG_LI)
        step(&reader->lists, closing);
    else if (markup->tag == PX_TAG_QUOTE)
        step(&reader->quotes, closing);
    else if (markup->tag == PX_TAG_CAPTION)
        step(&reader->captions, closing);
    else if (markup->tag == PX_TAG_A)
        step(&reader->links, closing);
    else if ((markup->flags & PX_MARKUP_STRONG) != 0)
        step(&reader->strong, closing);
    reader->link_count += markup->tag == PX_TAG_A && !closing;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *data, MD_SIZE size, void *user)
{
    struct reader *reader = user;
    struct px_slice text = {data, size};
    struct px_buffer *out = reader->images > 0 ? &reader->image : &reader->text;
    uint32_t c = type == MD_TEXT_ENTITY ? px_entity_value(text) : 0;
    size_t before = out->size;
    bool linked = reader->links > 0, strong = reader->strong > 0; /* a line of HTML may end it */
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        px_buffer_byte(out, ' ');
    else if (type == MD_TEXT_HTML)
        px_tag_read(&reader->tags, text, out, on_tag, reader);
    else if (c != 0)
        px_utf8_append(out, c);
    else if (type != MD_TEXT_NULLCHAR)
        px_buffer_append(out, text);
    if (out == &reader->text && out->size > before) {
        reader->link_bytes += linked ? (uint32_t)(out->size - before) : 0;
        reader->strong_bytes += strong ? (uint32_t)(out->size - before) : 0;
    }
    return out->failed ? -1 : 0;
}

static bool is_menu_entry(const struct px_unit *unit)
{
    return unit->measure.words < 2 || (unit->shape == PX_UNIT_ITEM && unit->measure.words < 4);
}

/* Lines for a site's generator: "{{< figure … >}}", "{% include … %}", "{: .lead}", "![[picture.jpg]]". */
static bool is_directive(struct px_slice text)
{
    static const char *const starts[] = {"{{", "{%", "{:", "![["};
    bool closed = px_slice_ends(text, PX_SLICE("}")) || px_slice_ends(text, PX_SLICE("]]"));
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (closed && px_slice_starts(text, px_slice_from(starts[i])))
            return true;
    return false;
}

/* Furniture that its form gives away: lines of a pattern, paragraphs that are all link, lines in italics that are link
 * for the most part ("*From our archive: [Cherry fair](/x)*"). */
static void fix_unit(struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    bool mostly = unit->link_bytes * 2 >= unit->text.size;
    bool slanted = unit->strong_bytes * 10 >= unit->text.size * 9 && m->words <= POINTER_WORDS;
    bool linked = (unit->link_bytes * 10 >= unit->text.size * 9 || (mostly && slanted)) && m->words > 0;
    bool prose = m->ends_sentence && m->words > 12;
    if (unit->fixed || unit->shape == PX_UNIT_CELL)
        return;
    if (m->words == 0 || is_directive(unit->text))
        px_unit_fix(unit, unit->rules.where == PX_PATTERN_NOWHERE ? PX_ROLE_OTHER : unit->rules.value);
    else if (unit->rules.where == PX_PATTERN_WHOLE && unit->shape != PX_UNIT_HEADING && m->characters < 250)
        px_unit_fix(unit, unit->rules.value);
    else if (unit->rules.where == PX_PATTERN_START && (!prose || mostly) && unit->shape != PX_UNIT_HEADING)
        px_unit_fix(unit, unit->rules.value);
    else if (linked && unit->shape != PX_UNIT_HEADING)
        px_unit_fix(unit, is_menu_entry(unit) ? PX_ROLE_NAVIGATION : PX_ROLE_RELATED);
}

/* Lists whose items are links for the most part ("[Island plans a boat](/x), 3 days ago"). */
static void fix_link_lists(struct px_page *page)
{
    struct px_unit *units = page->units.items;
    for (size_t first = 0, end; first < page->units.count; first = end) {
        size_t links = 0, size = 0;
        for (end = first; end < page->units.count && units[end].shape == PX_UNIT_ITEM; end++) {
            links += units[end].link_bytes;
            size += units[end].text.size;
        }
        for (size_t i = first; i < end && end - first > 1 && links * 10 >= size * 6; i++)
            if (!units[i].fixed)
                px_unit_fix(&units[i], is_menu_entry(&units[i]) ? PX_ROLE_NAVIGATION : PX_ROLE_RELATED);
        end += end == first;
    }
}

static bool is_empty_line(struct px_slice line)
{
    return px_slice_trim(line).size == 0;
}

/* A copy for the parser, which looks for the line of a bracket from the first line of its paragraph on: an empty line
 * behind every LINES_AT_MOST lines that none parts keeps its work linear; no article has such a paragraph. The copy has
 * a zero behind its end, since the parser (0.4.8) looks one byte too far for the end of a link, "![](z", and a ")" that
 * happens to lie there gives it a link of gigabytes. */
static struct px_slice cut_paragraphs(struct px_slice text, struct px_arena *arena)
{
    struct px_slice rest = text, line;
    struct px_buffer cut = {0};
    size_t lines = 0, longest = 0;
    while (px_slice_next(&rest, '\n', &line)) {
        lines = is_empty_line(line) ? 0 : lines + 1;
        longest = lines > longest ? lines : longest;
    }
    if (longest <= LINES_AT_MOST)
        return px_arena_copy(arena, text);
    for (rest = text, lines = 0; px_slice_next(&rest, '\n', &line);) {
        lines = is_empty_line(line) ? 0 : lines + 1;
        px_buffer_append(&cut, line);
        px_buffer_string(&cut, lines > 0 && lines % LINES_AT_MOST == 0 ? "\n\n" : "\n");
    }
    struct px_slice copy = {0};
    if (!cut.failed)
        copy = px_arena_copy(arena, px_buffer_slice(&cut));
    px_buffer_release(&cut);
    return copy;
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
    text = cut_paragraphs(px_slice_part(text, matter, text.size), &page->arena);
    int failed =
        text.data == NULL || text.size > UINT_MAX ? -1 : md_parse(text.data, (MD_SIZE)text.size, &parser, &reader);
    for (size_t i = 0; i < page->units.count; i++)
        fix_unit(&page->units.items[i]);
    fix_link_lists(page);
    if (page->facts.title.size == 0)
        page->facts.title = reader.title;
    page->heading = page->facts.title;
    page->failed = page->failed || failed != 0 || reader.text.failed || reader.image.failed;
    px_buffer_release(&reader.text);
    px_buffer_release(&reader.image);
    return px_page_check(page, error);
}

/* A paragraph all in italics, bold or links behind the last plain one is a note of the editors. */
static void fix_notes(struct px_page *page)
{
    for (size_t i = page->units.count; i-- > 0;) {
        struct px_unit *unit = &page->units.items[i];
        size_t marked = (size_t)unit->strong_bytes + unit->link_bytes;
        bool set_off = marked * 10 >= unit->text.size * 8 && unit->shape == PX_UNIT_PLAIN;
        bool known = unit->rules.where != PX_PATTERN_NOWHERE;
        if (!unit->fixed && ((!set_off && !known) || unit->shape == PX_UNIT_CELL))
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

/* What stands before the headline and is no running text belongs to the page. */
static void fix_before_title(struct px_page *page)
{
    size_t title = 0;
    while (title < page->units.count && page->units.items[title].role != PX_ROLE_TITLE)
        title++;
    for (size_t i = 0; title < page->units.count && i < title; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (!unit->fixed && !px_unit_is_strong(unit) && !unit->measure.ends_sentence)
            px_unit_fix(unit, unit->link_bytes > 0 ? PX_ROLE_NAVIGATION : PX_ROLE_OTHER);
    }
}

/* A heading over furniture alone ("More from the island") is of its kind; one over nothing at all is no heading, unless
 * another stands below it. From the end, so that each unit is looked at once. */
static void fix_headings(struct px_page *page)
{
    bool text = false;            /* kept, behind this unit and before the next heading, that heading included */
    uint8_t role = PX_ROLE_OTHER; /* of the furniture right behind */
    for (size_t i = page->units.count; i-- > 0;) {
        struct px_unit *unit = &page->units.items[i];
        if (!unit->keep) {
            role = unit->role;
            text = text && (i + 1 == page->units.count || page->units.items[i + 1].role != PX_ROLE_HEADING);
            continue;
        }
        if (unit->role == PX_ROLE_HEADING && !text)
            px_unit_fix(unit, role);
        text = text || unit->keep;
        role = PX_ROLE_OTHER;
    }
}

void px_markdown_decide(struct px_page *page)
{
    fix_before_title(page);
    fix_notes(page);
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (!unit->fixed)
            unit->role = content_role(unit);
        unit->keep = px_role_is_content(unit->role);
    }
    fix_headings(page);
}
