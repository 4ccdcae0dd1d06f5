#include "report/html_markdown.h"

#include <md4c.h>

#include "report/markup.h"
#include "report/picture.h"

/* One conversion: what stands open. */
struct conversion {
    struct px_html *html;
    unsigned images;                    /* open: their text is the picture's own title */
    size_t start;                       /* of the heading or cell that is being written, in the output */
    size_t column;                      /* of the cell */
    PX_VECTOR(struct px_slice) columns; /* heads of the table's columns, as HTML */
};

void px_html_release(struct px_html *html)
{
    px_table_release(&html->targets);
    px_arena_release(&html->arena);
}

static void put(const struct conversion *conversion, const char *string)
{
    px_buffer_string(conversion->html->out, string);
}

/* Takes what was written since `start` back out of the output, as a slice of the arena. */
static struct px_slice take_back(struct px_html *html, size_t start)
{
    struct px_slice taken = {0};
    if (!html->out->failed)
        taken = px_arena_copy(&html->arena, px_slice_part(px_buffer_slice(html->out), start, html->out->size));
    if (taken.data == NULL) {
        html->out->failed = true;
    } else if (html->out->size > start) {
        html->out->size = start;
        html->out->data[start] = '\0';
    }
    return taken;
}

void px_html_section_end(struct px_html *html)
{
    if (html->section)
        px_buffer_string(html->out, "</section>\n");
    html->section = false;
}

/* "Side by side, by topic" is "side-by-side-by-topic", as code hosts have it. */
static struct px_slice slug(struct px_html *html, struct px_slice title)
{
    size_t start = html->out->size;
    for (size_t i = 0; i < title.size; i++) {
        char c = title.data[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
            px_buffer_byte(html->out, c);
        else if (c == ' ')
            px_buffer_byte(html->out, '-');
    }
    return take_back(html, start);
}

void px_html_section(struct px_html *html, struct px_slice title)
{
    px_html_section_end(html);
    struct px_html_heading *heading = px_vector_push(&html->headings, &html->arena);
    if (heading == NULL) {
        html->out->failed = true;
        return;
    }
    heading->html = title;
    heading->id = slug(html, title);
    px_buffer_printf(html->out, "<section aria-labelledby=\"%.*s\">\n<h2 id=\"%.*s\">%.*s</h2>\n",
                     PX_SLICE_ARG(heading->id), PX_SLICE_ARG(heading->id), PX_SLICE_ARG(title));
    html->section = true;
}

static void leave_heading(struct conversion *conversion, unsigned level)
{
    struct px_html *html = conversion->html;
    struct px_slice title = take_back(html, conversion->start);
    if (html->out->failed)
        return;
    if (level == 2)
        px_html_section(html, title);
    else
        px_buffer_printf(html->out, "<h%u>%.*s</h%u>\n", level, PX_SLICE_ARG(title), level);
}

/* Class of a column: those of the articles, headed "A", "B" …, have their colours. */
static void write_column_class(const struct conversion *conversion)
{
    struct px_slice head = conversion->column < conversion->columns.count
                               ? conversion->columns.items[conversion->column]
                               : (struct px_slice){0};
    if (head.size == 1 && head.data[0] >= 'A' && head.data[0] < 'A' + PX_SVG_SERIES)
        px_buffer_printf(conversion->html->out, " class=\"c%d\"", head.data[0] - 'A');
}

/* A cell says what it is: the head of a column, of a row (the first in it), or a value. */
static void leave_cell(struct conversion *conversion, bool head)
{
    struct px_html *html = conversion->html;
    struct px_slice content = take_back(html, conversion->start);
    if (head) {
        struct px_slice *column = px_vector_push(&conversion->columns, &html->arena);
        if (column != NULL)
            *column = content;
        else
            html->out->failed = true;
    }
    bool names = content.size > 0 && (head || conversion->column == 0);
    put(conversion, names ? (head ? "<th scope=\"col\"" : "<th scope=\"row\"") : "<td");
    write_column_class(conversion);
    px_buffer_byte(html->out, '>');
    px_buffer_append(html->out, content);
    put(conversion, names ? "</th>" : "</td>");
    conversion->column++;
}

/* A table may be wider than the window: it scrolls, and can be reached to be scrolled by the keyboard. */
static void open_table(struct conversion *conversion)
{
    const struct px_html *html = conversion->html;
    conversion->columns.count = 0;
    put(conversion, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"table");
    if (html->headings.count > 0)
        px_buffer_printf(html->out, ": %.*s", PX_SLICE_ARG(html->headings.items[html->headings.count - 1].html));
    put(conversion, "\"><table>\n");
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    (void)detail;
    struct conversion *conversion = data;
    switch (type) {
    case MD_BLOCK_QUOTE: put(conversion, "<blockquote>\n"); break;
    case MD_BLOCK_UL: put(conversion, "<ul>\n"); break;
    case MD_BLOCK_OL: put(conversion, "<ol>\n"); break;
    case MD_BLOCK_LI: put(conversion, "<li>"); break;
    case MD_BLOCK_HR: put(conversion, "<hr>\n"); break;
    case MD_BLOCK_CODE: put(conversion, "<pre>"); break;
    case MD_BLOCK_P: put(conversion, "<p>"); break;
    case MD_BLOCK_TABLE: open_table(conversion); break;
    case MD_BLOCK_THEAD: put(conversion, "<thead>\n"); break;
    case MD_BLOCK_TBODY: put(conversion, "<tbody>\n"); break;
    case MD_BLOCK_TR:
        conversion->column = 0;
        put(conversion, "<tr>");
        break;
    case MD_BLOCK_H:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: conversion->start = conversion->html->out->size; break;
    default: break;
    }
    return conversion->html->out->failed;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct conversion *conversion = data;
    switch (type) {
    case MD_BLOCK_QUOTE: put(conversion, "</blockquote>\n"); break;
    case MD_BLOCK_UL: put(conversion, "</ul>\n"); break;
    case MD_BLOCK_OL: put(conversion, "</ol>\n"); break;
    case MD_BLOCK_LI: put(conversion, "</li>\n"); break;
    case MD_BLOCK_CODE: put(conversion, "</pre>\n"); break;
    case MD_BLOCK_P: put(conversion, "</p>\n"); break;
    case MD_BLOCK_TABLE: put(conversion, "</table></div>\n"); break;
    case MD_BLOCK_THEAD: put(conversion, "</thead>\n"); break;
    case MD_BLOCK_TBODY: put(conversion, "</tbody>\n"); break;
    case MD_BLOCK_TR: put(conversion, "</tr>\n"); break;
    case MD_BLOCK_H: leave_heading(conversion, ((const MD_BLOCK_H_DETAIL *)detail)->level); break;
    case MD_BLOCK_TH: leave_cell(conversion, true); break;
    case MD_BLOCK_TD: leave_cell(conversion, false); break;
    default: break;
    }
    return conversion->html->out->failed;
}

/* The number of the next citation, kept if it is the first of the target in its section. */
static uint32_t note_citation(struct px_html *html, struct px_slice target)
{
    bool added = false;
    uint32_t id = px_table_add(&html->targets, target, &added), number = ++html->citation_count;
    uint32_t section = (uint32_t)html->headings.count - 1;
    if (id == PX_NONE || (added && px_vector_push(&html->citations, &html->arena) == NULL)) {
        html->out->failed = true;
        return number;
    }
    struct px_html_citations *citations = &html->citations.items[id];
    if (citations->items.count > 0 && citations->items.items[citations->items.count - 1].section == section)
        return number;
    struct px_html_citation *citation = px_vector_push(&citations->items, &html->arena);
    if (citation == NULL)
        html->out->failed = true;
    else
        *citation = (struct px_html_citation){number, section};
    return number;
}

/* Links lead within the page, or nowhere. To those before all sections nothing leads back: they stand in sight. */
static void enter_link(struct conversion *conversion, const MD_ATTRIBUTE *address)
{
    struct px_slice href = {address->text, address->size};
    put(conversion, "<a");
    if (href.size < 2 || href.data[0] != '#')
        return;
    struct px_slice target = px_slice_part(href, 1, href.size);
    put(conversion, " href=\"#");
    px_markup_text(conversion->html->out, target);
    put(conversion, "\"");
    if (conversion->html->headings.count > 0)
        px_buffer_printf(conversion->html->out, " id=\"r%u\"", note_citation(conversion->html, target));
}

/* The picture whose name stands in the address: "map.svg". */
static void write_picture(struct conversion *conversion, const MD_ATTRIBUTE *address)
{
    struct px_slice name = {address->text, address->size};
    if (px_slice_ends(name, PX_SLICE(".svg")))
        name.size -= 4;
    enum px_picture picture = px_picture_find(name);
    if (picture == PX_PICTURE_COUNT)
        return;
    px_buffer_printf(conversion->html->out, "<span class=\"frame\" tabindex=\"0\" role=\"group\" aria-label=\"%s\">",
                     px_picture_title(picture));
    px_picture_write_element(picture, conversion->html->comparison, conversion->html->out);
    put(conversion, "</span>");
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct conversion *conversion = data;
    switch (type) {
    case MD_SPAN_EM: put(conversion, "<em>"); break;
    case MD_SPAN_STRONG: put(conversion, "<strong>"); break;
    case MD_SPAN_DEL: put(conversion, "<del>"); break;
    case MD_SPAN_CODE: put(conversion, "<code>"); break;
    case MD_SPAN_A:
        enter_link(conversion, &((const MD_SPAN_A_DETAIL *)detail)->href);
        put(conversion, ">");
        break;
    case MD_SPAN_IMG:
        write_picture(conversion, &((const MD_SPAN_IMG_DETAIL *)detail)->src);
        conversion->images++;
        break;
    default: break;
    }
    return conversion->html->out->failed;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)detail;
    struct conversion *conversion = data;
    switch (type) {
    case MD_SPAN_EM: put(conversion, "</em>"); break;
    case MD_SPAN_STRONG: put(conversion, "</strong>"); break;
    case MD_SPAN_DEL: put(conversion, "</del>"); break;
    case MD_SPAN_CODE: put(conversion, "</code>"); break;
    case MD_SPAN_A: put(conversion, "</a>"); break;
    case MD_SPAN_IMG: conversion->images--; break;
    default: break;
    }
    return conversion->html->out->failed;
}

/* Figures stay together with what follows them: "17 %", "n = 154". */
static void write_figures(struct px_buffer *out, struct px_slice text)
{
    size_t from = 0;
    for (size_t i = 1; i + 1 < text.size; i++) {
        if (text.data[i] != ' ' || (text.data[i + 1] != '%' && text.data[i + 1] != '=' && text.data[i - 1] != '='))
            continue;
        px_markup_text(out, px_slice_part(text, from, i));
        px_buffer_string(out, "&nbsp;");
        from = i + 1;
    }
    px_markup_text(out, px_slice_part(text, from, text.size));
}

static int write_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct conversion *conversion = data;
    if (conversion->images > 0)
        return 0;
    switch (type) {
    case MD_TEXT_NULLCHAR: put(conversion, "\xef\xbf\xbd"); break;
    case MD_TEXT_BR: put(conversion, "<br>\n"); break;
    case MD_TEXT_SOFTBR: put(conversion, "\n"); break;
    default: write_figures(conversion->html->out, (struct px_slice){text, size});
    }
    return conversion->html->out->failed;
}

void px_html_markdown(struct px_html *html, struct px_slice markdown)
{
    struct conversion conversion = {.html = html};
    const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = write_text,
    };
    if (markdown.size > UINT32_MAX || md_parse(markdown.data, (MD_SIZE)markdown.size, &parser, &conversion) != 0)
        html->out->failed = true;
}
