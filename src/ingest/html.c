#include "ingest/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <strings.h>

#include "ingest/attributes.h"
#include "ingest/markup.h"
#include "ingest/slim.h"

enum { DEPTH_AT_MOST = 200, DATA_AT_MOST = 1 << 22, SET_OFF_BYTES = 120, TEMPLATE_BYTES = 600 };

/* An element that is open. Inline ones stand here too; only the page's own list is about blocks and clues. */
struct open {
    const struct px_markup *markup;
    uint32_t element;
    bool link;
};

struct reader {
    struct px_page *page;
    htmlParserCtxtPtr parser;
    struct open stack[DEPTH_AT_MOST + 1];
    size_t depth;
    unsigned skip, link, strong; /* how many open elements are of the kind */
    uint8_t capture;             /* enum capture: what the open script or title is kept as */
    struct px_buffer captured;   /* text of a title or of JSON-LD */
    struct px_buffer templates;  /* markup that scripts hold for later: some pages carry their article there */
    size_t unit_start;
    uint32_t unit_element;
    uint32_t link_bytes, link_count, strong_bytes, breaks, line_breaks;
    bool glue;
    bool empty; /* no text in the unit yet */
};

enum capture { CAPTURE_NONE, CAPTURE_TITLE, CAPTURE_DATA, CAPTURE_TEMPLATE };

static uint32_t top_element(const struct reader *reader)
{
    return reader->stack[reader->depth].element;
}

/* The innermost open block: what a unit belongs to. */
static uint32_t block_element(const struct reader *reader)
{
    size_t at = reader->depth;
    while (at > 0 && !(reader->stack[at].markup->flags & PX_MARKUP_BLOCK))
        at--;
    return reader->stack[at].element;
}

static uint8_t unit_shape(const struct px_page *page, const struct px_unit *unit)
{
    const struct px_element *e = &page->elements.items[unit->element];
    uint8_t above = page->elements.items[e->parent].tag;
    if (e->tag >= PX_TAG_H1 && e->tag <= PX_TAG_H5)
        return PX_UNIT_HEADING;
    bool named =
        ((e->hints | page->elements.items[e->parent].hints) & 1u << PX_HINT_CAPTIONED) && unit->measure.sentences == 0;
    if (e->tag == PX_TAG_CAPTION || (e->ancestors & 1u << PX_ABOVE_FIGURE) || named)
        return PX_UNIT_CAPTION;
    if (e->tag == PX_TAG_LI || e->tag == PX_TAG_DD || e->tag == PX_TAG_DT || above == PX_TAG_LI)
        return PX_UNIT_ITEM;
    if (e->tag == PX_TAG_TD || e->tag == PX_TAG_TH)
        return PX_UNIT_CELL;
    return e->ancestors & 1u << PX_ABOVE_QUOTE ? PX_UNIT_QUOTE : PX_UNIT_PLAIN;
}

/* Ends the unit that is being read, if there is any text in it. */
static void end_unit(struct reader *reader, bool by_line_break)
{
    struct px_page *page = reader->page;
    struct px_slice text = px_slice_part(px_buffer_slice(&page->running), reader->unit_start, page->running.size);
    struct px_unit *unit = reader->empty ? NULL : px_page_add(page, text, true);
    if (unit != NULL) {
        unit->element = reader->unit_element;
        unit->shape = unit_shape(page, unit);
        unit->link_bytes = reader->link_bytes;
        unit->link_count = reader->link_count;
        unit->strong_bytes = reader->strong_bytes;
        unit->breaks = reader->breaks;
        unit->glue = reader->glue;
    }
    if (page->running.size > 0 && page->running.data[page->running.size - 1] != ' ' && !page->failed)
        px_buffer_byte(&page->running, ' ');
    reader->unit_start = page->running.size;
    reader->empty = true;
    reader->link_bytes = reader->link_count = reader->strong_bytes = reader->breaks = reader->line_breaks = 0;
    reader->glue = by_line_break;
}

static void note_clues(struct reader *reader, const struct px_markup *markup, const struct px_attributes *a,
                       uint32_t element, uint32_t hints)
{
    struct px_page *page = reader->page;
    const struct px_slice none = {0};
    bool dated = a->itemprop != NULL && strncmp(a->itemprop, "date", 4) == 0;
    bool author = (a->rel != NULL && strstr(a->rel, "author") != NULL && markup->tag != PX_TAG_LINK) ||
                  (a->itemprop != NULL && strstr(a->itemprop, "author") != NULL);
    if (markup->tag == PX_TAG_H1)
        px_page_clue(page, PX_CLUE_HEADLINE, none, none, element);
    else if (markup->tag == PX_TAG_TIME || dated)
        px_page_clue(page, PX_CLUE_TIME, px_slice_from(dated ? a->itemprop : a->class_name),
                     px_slice_from(a->datetime != NULL ? a->datetime : a->content), element);
    else if (author && markup->tag != PX_TAG_META)
        px_page_clue(page, PX_CLUE_AUTHOR, none, none, element);
    else if (a->itemprop != NULL && strcmp(a->itemprop, "name") == 0)
        px_page_clue(page, PX_CLUE_NAME, none, none, element);
    else if (hints & 1u << PX_HINT_BYLINE)
        px_page_clue(page, PX_CLUE_BYLINE, none, none, element);
    else if (markup->tag == PX_TAG_A && a->rel != NULL && strstr(a->rel, "tag") != NULL)
        px_page_clue(page, PX_CLUE_TAG, none, none, element);
}

static void note_meta(struct reader *reader, const struct px_attributes *a)
{
    const char *const keys[] = {a->property, a->name, a->itemprop};
    for (size_t i = 0; i < 3 && a->content != NULL; i++) {
        struct px_slice names = px_slice_from(keys[i]), key;
        while (px_slice_next(&names, ' ', &key)) /* one property may have several names */
            px_page_clue(reader->page, PX_CLUE_META, key, px_slice_from(a->content), 0);
    }
}

static uint32_t add_element(struct reader *reader, const char *name, const struct px_markup *markup,
                            const struct px_attributes *a)
{
    struct px_page *page = reader->page;
    uint32_t parent = top_element(reader);
    page->crowded = page->crowded || page->elements.count > PX_PAGE_ELEMENTS;
    if (page->crowded)
        return parent;
    uint32_t signature = px_attributes_signature(page, parent, name, a->class_name);
    struct px_element *element = px_vector_push(&page->elements, &page->arena);
    if (element == NULL) {
        page->failed = true;
        return parent;
    }
    const struct px_element *above = &page->elements.items[parent];
    bool outer = markup->tag == PX_TAG_HTML || markup->tag == PX_TAG_BODY;
    uint16_t own = (uint16_t)(markup->ancestor < 0 ? 0 : 1u << markup->ancestor);
    bool hides = px_attributes_hide(a);
    *element = (struct px_element){
        .parent = parent,
        .hints = outer ? 0 : px_attributes_hints(page, a),
        .ancestors = above->ancestors | own,
        .signature = signature,
        .depth = (uint16_t)(above->depth + 1),
        .tag = markup->tag,
        .hidden = above->hidden || hides,
        .hides = hides,
        .above = own,
        .start = (uint32_t)page->running.size,
        .end = (uint32_t)page->running.size,
    };
    return (uint32_t)(page->elements.count - 1);
}

/* Two line breaks end a unit, and so does one behind a line that is all link or all bold (lists without a list). */
static void read_break(struct reader *reader)
{
    size_t size = reader->page->running.size - reader->unit_start;
    bool set_off = size > 0 && size < SET_OFF_BYTES &&
                   (reader->link_bytes * 4 >= size * 3 || reader->strong_bytes * 4 >= size * 3);
    reader->breaks++;
    px_buffer_byte(&reader->page->running, ' ');
    if (++reader->line_breaks == 2 || (set_off && !reader->empty))
        end_unit(reader, true);
}

/* A script that holds JSON-LD or a template, or the title: their text is kept aside. */
static void begin_capture(struct reader *reader, const struct px_markup *markup, const struct px_attributes *a)
{
    if (markup->tag == PX_TAG_TITLE && reader->skip == 0)
        reader->capture = CAPTURE_TITLE;
    else if (markup->tag == PX_TAG_SCRIPT && a->type != NULL && strcasecmp(a->type, "application/ld+json") == 0)
        reader->capture = CAPTURE_DATA;
    else if (markup->tag == PX_TAG_SCRIPT && a->type != NULL && strcasecmp(a->type, "text/template") == 0)
        reader->capture = CAPTURE_TEMPLATE;
    else
        return;
    px_buffer_clear(&reader->captured);
}

/* Elements with nothing inside: line breaks, meta data, rules. */
static void read_void(struct reader *reader, const struct px_markup *markup, const struct px_attributes *a)
{
    if (markup->tag == PX_TAG_META)
        note_meta(reader, a);
    else if (markup->tag == PX_TAG_LINK && a->rel != NULL && strcasecmp(a->rel, "canonical") == 0 && a->href != NULL)
        px_page_clue(reader->page, PX_CLUE_CANONICAL, (struct px_slice){0}, px_slice_from(a->href), 0);
    else if (markup->tag == PX_TAG_BR)
        read_break(reader);
    else if (markup->flags & PX_MARKUP_BLOCK)
        end_unit(reader, false);
}

/* The parser's own list of open elements is kept short too: it walks it for each end tag. */
static void forget_deep(struct reader *reader)
{
    htmlParserCtxtPtr parser = reader->parser;
    while (parser->nameNr > 2 * DEPTH_AT_MOST) {
        parser->nameNr--;
        parser->name = parser->nameTab[parser->nameNr - 1];
    }
}

static void on_start(void *data, const xmlChar *tag, const xmlChar **list)
{
    struct reader *reader = data;
    const char *name = (const char *)tag;
    const struct px_markup *markup = px_markup_find(name);
    struct px_attributes a;
    px_attributes_read(list, &a);
    if (markup->tag == PX_TAG_HTML && a.lang != NULL)
        px_page_clue(reader->page, PX_CLUE_LANGUAGE, (struct px_slice){0}, px_slice_from(a.lang), 0);
    forget_deep(reader);
    if (markup->flags & PX_MARKUP_VOID) {
        read_void(reader, markup, &a);
        return;
    }
    if (markup->flags & PX_MARKUP_BLOCK)
        end_unit(reader, false);
    if (reader->depth == DEPTH_AT_MOST)
        return;
    uint32_t element = add_element(reader, name, markup, &a);
    note_clues(reader, markup, &a, element, reader->page->elements.items[element].hints);
    begin_capture(reader, markup, &a);
    bool link = markup->tag == PX_TAG_A && a.href != NULL;
    reader->stack[++reader->depth] = (struct open){.markup = markup, .element = element, .link = link};
    reader->skip += (markup->flags & PX_MARKUP_SKIP) != 0;
    reader->strong += (markup->flags & PX_MARKUP_STRONG) != 0;
    reader->link += link;
    reader->link_count += link;
}

static void end_capture(struct reader *reader)
{
    struct px_slice text = px_buffer_slice(&reader->captured);
    if (reader->capture == CAPTURE_TITLE)
        px_page_clue(reader->page, PX_CLUE_TITLE, (struct px_slice){0}, text, 0);
    else if (reader->capture == CAPTURE_DATA)
        px_page_clue(reader->page, PX_CLUE_DATA, (struct px_slice){0}, text, 0);
    else if (reader->capture == CAPTURE_TEMPLATE && text.size >= TEMPLATE_BYTES &&
             reader->templates.size < DATA_AT_MOST)
        px_buffer_append(&reader->templates, text);
    reader->capture = CAPTURE_NONE;
}

static void pop_element(struct reader *reader)
{
    const struct open *open = &reader->stack[reader->depth];
    if (open->markup->flags & PX_MARKUP_BLOCK)
        end_unit(reader, false);
    if (open->markup->flags & PX_MARKUP_SKIP)
        end_capture(reader);
    reader->page->elements.items[open->element].end = (uint32_t)reader->page->running.size;
    reader->skip -= (open->markup->flags & PX_MARKUP_SKIP) != 0;
    reader->strong -= (open->markup->flags & PX_MARKUP_STRONG) != 0;
    reader->link -= open->link;
    reader->depth--;
}

static void on_end(void *data, const xmlChar *tag)
{
    struct reader *reader = data;
    const struct px_markup *markup = px_markup_find((const char *)tag);
    if (markup->flags & PX_MARKUP_VOID)
        return;
    size_t at = reader->depth;
    while (at > 0 && reader->stack[at].markup != markup)
        at--;
    while (at > 0 && reader->depth >= at)
        pop_element(reader);
}

static void on_text(void *data, const xmlChar *text, int size)
{
    struct reader *reader = data;
    struct px_slice piece = {(const char *)text, size < 0 ? 0 : (size_t)size};
    if (reader->capture != CAPTURE_NONE && reader->captured.size < DATA_AT_MOST)
        px_buffer_append(&reader->captured, piece);
    if (reader->skip > 0)
        return;
    struct px_buffer *running = &reader->page->running;
    if (running->capacity - running->size <= piece.size + 1) {
        reader->page->failed = true; /* it must stay where it is */
        return;
    }
    bool space = running->size == 0 || running->data[running->size - 1] == ' ';
    for (size_t i = 0; i < piece.size;) {
        size_t start = i;
        while (i < piece.size && (unsigned char)piece.data[i] > ' ')
            i++;
        if (i > start) {
            if (reader->empty)
                reader->unit_element = block_element(reader);
            reader->empty = false;
            px_buffer_append(running, px_slice_part(piece, start, i));
            reader->link_bytes += reader->link > 0 ? (uint32_t)(i - start) : 0;
            reader->strong_bytes += reader->strong > 0 ? (uint32_t)(i - start) : 0;
            reader->line_breaks = 0;
            space = false;
        }
        for (; i < piece.size && (unsigned char)piece.data[i] <= ' '; i++)
            if (!space) {
                px_buffer_byte(running, ' ');
                space = true;
            }
    }
}

static void set_up_parser(struct reader *reader, htmlParserCtxtPtr parser)
{
    reader->parser = parser;
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = on_start;
    parser->sax->endElement = on_end;
    parser->sax->characters = on_text;
    parser->sax->ignorableWhitespace = on_text;
    parser->sax->cdataBlock = on_text;
    parser->userData = reader;
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
}

static int read_more(void *slim, char *bytes, int size)
{
    return (int)px_slim_read(slim, bytes, size < 0 ? 0 : (size_t)size);
}

/* A parser that takes the page from `slim`, which must outlive it; NULL when memory is out. */
static htmlParserCtxtPtr new_parser(struct px_slim *slim)
{
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    xmlParserInputBufferPtr bytes =
        parser == NULL ? NULL : xmlParserInputBufferCreateIO(read_more, NULL, slim, XML_CHAR_ENCODING_NONE);
    xmlParserInputPtr input = bytes == NULL ? NULL : xmlNewIOInputStream(parser, bytes, XML_CHAR_ENCODING_NONE);
    if (input != NULL && inputPush(parser, input) >= 0)
        return parser;
    if (input != NULL)
        xmlFreeInputStream(input);
    else if (bytes != NULL)
        xmlFreeParserInputBuffer(bytes);
    htmlFreeParserCtxt(parser);
    return NULL;
}

static enum px_status read_document(struct reader *reader, struct px_slice html, struct px_error *error)
{
    struct px_slim slim = {.html = html};
    htmlParserCtxtPtr parser = new_parser(&slim);
    if (parser == NULL)
        return px_no_memory(error);
    set_up_parser(reader, parser);
    htmlParseDocument(parser);
    while (reader->depth > 0)
        pop_element(reader);
    end_unit(reader, false);
    reader->page->failed = reader->page->failed || slim.ready.failed;
    htmlFreeParserCtxt(parser);
    px_slim_release(&slim);
    return PX_OK;
}

enum px_status px_html_read(struct px_slice html, struct px_page *page, struct px_error *error)
{
    struct reader reader = {.page = page, .empty = true};
    reader.stack[0] = (struct open){.markup = px_markup_find("")};
    if (html.size > INT_MAX / 2)
        return px_error_set(error, PX_ERROR_LIMIT, "a page has over 1 GB");
    px_page_reserve(page, px_slim_count_tags(html), html.size);
    if (page->failed || px_vector_push(&page->elements, &page->arena) == NULL)
        return px_no_memory(error);
    enum px_status status = read_document(&reader, html, error);
    if (status == PX_OK && reader.templates.size > 0) {
        struct px_slice templates = px_arena_copy(&page->arena, px_buffer_slice(&reader.templates));
        px_buffer_clear(&reader.templates); /* a template that holds templates is read no further */
        if (templates.data != NULL)
            status = read_document(&reader, templates, error);
    }
    page->failed = page->failed || reader.captured.failed || reader.templates.failed;
    if (status == PX_OK)
        status = px_page_check(page, error);
    px_buffer_release(&reader.captured);
    px_buffer_release(&reader.templates);
    px_buffer_release(&page->tidy); /* as long as the longest unit */
    return status;
}
