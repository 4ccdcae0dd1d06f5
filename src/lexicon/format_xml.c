/* Yoshikoder's .ykd, which is Lexicoder 2's .lcd too: <cnode name="category"> around others and around <pnode
 * name="entry"/>. The outermost cnode is the dictionary itself. Read by libxml2's events, without the network and
 * without entities of the file's own. */
#include <libxml/parser.h>
#include <limits.h>

#include "lexicon/build.h"
#include "lexicon/formats.h"

enum { MOST_LEVELS = 64 };

struct xml {
    struct px_lexicon *lexicon;
    struct px_error *error;
    xmlParserCtxtPtr parser;
    struct px_category_path path;
    size_t before[MOST_LEVELS]; /* the path's size outside of each open cnode */
    size_t depth;
    size_t open;           /* tags of any kind */
    struct px_slice title; /* of the outermost cnode */
    enum px_status status;
};

/* Stops reading with an error already set, placed at the tag that was just read. */
static void stop(struct xml *xml, enum px_status status)
{
    const xmlParserInput *input = xml->parser->input;
    if (input != NULL)
        px_error_place(xml->error, xml->lexicon->path.data, (size_t)input->line, (size_t)input->col);
    xml->status = status;
    xmlStopParser(xml->parser);
}

/* The column of the tag that ends at the parser's place, as far as it stands in one line. */
static size_t tag_column(const struct xml *xml)
{
    const xmlParserInput *input = xml->parser->input;
    const xmlChar *at = input->cur;
    while (at > input->base && *at != '<' && *at != '\n')
        at--;
    size_t back = *at == '<' ? (size_t)(input->cur - at) : 0;
    return (size_t)input->col > back ? (size_t)input->col - back : 1;
}

/* The value of the attribute among libxml2's five-tuples. */
static struct px_slice attribute(const xmlChar **attributes, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (strcmp((const char *)attributes[i * 5], name) == 0)
            return (struct px_slice){(const char *)attributes[i * 5 + 3],
                                     (size_t)(attributes[i * 5 + 4] - attributes[i * 5 + 3])};
    return (struct px_slice){0};
}

static void enter_category(struct xml *xml, struct px_slice name)
{
    if (xml->depth == MOST_LEVELS) {
        stop(xml, px_error_set(xml->error, PX_ERROR_LIMIT, "more than %d levels", MOST_LEVELS));
        return;
    }
    if (xml->depth == 0) {
        xml->before[xml->depth++] = 0;
        xml->title = px_arena_copy(&xml->lexicon->arena, name);
        if (xml->title.data == NULL)
            stop(xml, px_no_memory(xml->error));
        return;
    }
    xml->before[xml->depth++] = px_category_path_enter(&xml->path, name);
}

static void add_entry(struct xml *xml, struct px_slice words)
{
    struct px_lexicon *lexicon = xml->lexicon;
    struct px_slice cells[] = {px_format_entry_of(words, false, &lexicon->arena),
                               px_category_path_get(&xml->path, &lexicon->arena)};
    size_t line = (size_t)xml->parser->input->line;
    size_t column = tag_column(xml);
    if (cells[0].data == NULL || cells[1].data == NULL) {
        stop(xml, px_no_memory(xml->error));
        return;
    }
    if (cells[1].size == 0)
        cells[1] = xml->title;
    enum px_status status = PX_OK;
    if (cells[0].size == 0)
        status = px_lexicon_warn(&lexicon->warnings, &lexicon->arena, line, column, "pnode without a name is left out");
    else
        status = px_lexicon_add(lexicon, cells, line, column, xml->error);
    if (status != PX_OK)
        stop(xml, status);
}

/* NOLINTNEXTLINE(readability-function-size): libxml2's own signature */
static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes)
{
    struct xml *xml = data;
    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
    xml->open++;
    if (xml->status != PX_OK)
        return;
    struct px_slice value = attribute(attributes, attribute_count, "name");
    if (strcmp((const char *)name, "cnode") == 0)
        enter_category(xml, value);
    else if (strcmp((const char *)name, "pnode") == 0)
        add_entry(xml, value);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct xml *xml = data;
    (void)prefix, (void)uri;
    xml->open--;
    if (strcmp((const char *)name, "cnode") == 0 && xml->depth > 0)
        px_category_path_leave(&xml->path, xml->before[--xml->depth]);
}

/* Keeps libxml2 from printing. */
static void on_error(void *data, xmlErrorPtr error)
{
    (void)data, (void)error;
}

static enum px_status report_fault(struct xml *xml)
{
    const xmlError *fault = xmlCtxtGetLastError(xml->parser);
    struct px_slice message = px_slice_trim(px_slice_from(fault == NULL ? NULL : fault->message));
    if (message.size == 0)
        message = PX_SLICE("it does not end");
    px_error_set(xml->error, PX_ERROR_SYNTAX, "malformed XML: %.*s", PX_SLICE_SHORT(message));
    if (fault != NULL)
        px_error_place(xml->error, xml->lexicon->path.data, (size_t)fault->line, (size_t)fault->int2);
    return PX_ERROR_SYNTAX;
}

static enum px_status read_events(struct xml *xml, struct px_slice bytes)
{
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .endElementNs = on_end, .serror = on_error};
    if (bytes.size > INT_MAX)
        return px_error_set(xml->error, PX_ERROR_LIMIT, "larger than 2 GB");
    xml->parser = xmlCreatePushParserCtxt(&handler, xml, NULL, 0, xml->lexicon->path.data);
    if (xml->parser == NULL)
        return px_no_memory(xml->error);
    /* NOENT gives "&amp;" as "&"; entities of the file's own are never declared, for want of a handler */
    xmlCtxtUseOptions(xml->parser, XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOENT);
    int fault = xmlParseChunk(xml->parser, bytes.data, (int)bytes.size, 0);
    bool cut_off = fault == 0 && xml->open > 0;
    if (cut_off && xml->status == PX_OK)
        stop(xml, px_error_set(xml->error, PX_ERROR_SYNTAX, "malformed XML: it ends before its last tag"));
    else if (fault == 0 && xml->status == PX_OK)
        fault = xmlParseChunk(xml->parser, NULL, 0, 1);
    enum px_status status = xml->status;
    if (status == PX_OK && fault != 0)
        status = report_fault(xml);
    if (status == PX_OK && xml->title.data != NULL)
        status = px_lexicon_add_metadata(xml->lexicon, PX_SLICE("title"), xml->title, xml->error);
    xmlFreeParserCtxt(xml->parser);
    return status;
}

enum px_status px_format_read_xml(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                  struct px_error *error)
{
    static const char *const columns[] = {"entry", "category"};
    struct xml xml = {.lexicon = lexicon, .error = error};
    enum px_status status = px_lexicon_begin(lexicon, path, columns, 2, error);
    if (status == PX_OK)
        status = read_events(&xml, bytes);
    px_buffer_release(&xml.path.dotted);
    if (status != PX_OK)
        px_lexicon_release(lexicon);
    return status;
}

static void write_attribute(struct px_slice value, struct px_buffer *out)
{
    for (size_t i = 0; i < value.size; i++) {
        switch (value.data[i]) {
        case '&': px_buffer_string(out, "&amp;"); break;
        case '<': px_buffer_string(out, "&lt;"); break;
        case '"': px_buffer_string(out, "&quot;"); break;
        default: px_buffer_byte(out, value.data[i]);
        }
    }
}

static void write_tag(const struct px_writer *writer, int depth, const char *tag, struct px_slice name, const char *end)
{
    px_buffer_printf(writer->out, "%*s<%s name=\"", depth * 2, "", tag);
    write_attribute(name, writer->out);
    px_buffer_printf(writer->out, "\"%s>\n", end);
}

static void write_node(const struct px_writer *writer, const struct px_category_tree *tree,
                       const struct px_slice *texts, size_t index, int depth)
{
    const struct px_category_node *node = &tree->nodes[index];
    struct px_slice title = px_lexicon_metadata(writer->lexicon, "title");
    struct px_slice root = title.size > 0 ? title : writer->lexicon->name;
    write_tag(writer, depth, "cnode", index == 0 ? root : node->name, "");
    for (size_t i = node->first_child; i != PX_NO_COLUMN; i = tree->nodes[i].next)
        write_node(writer, tree, texts, i, depth + 1);
    for (size_t i = node->first_entry; i != PX_NO_COLUMN; i = tree->next_entry[i])
        write_tag(writer, depth + 1, "pnode", texts[i], "/");
    px_buffer_printf(writer->out, "%*s</cnode>\n", depth * 2, "");
}

enum px_status px_format_write_xml(struct px_writer *writer)
{
    struct px_category_tree tree;
    struct px_slice *texts;
    enum px_status status = px_writer_take_all(writer, &texts);
    if (status == PX_OK)
        status = px_category_tree_make(writer, texts, &tree);
    if (status != PX_OK)
        return status;
    px_buffer_string(writer->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<dictionary style=\"050805\" patternengine=\"substring\">\n");
    write_node(writer, &tree, texts, 0, 1);
    px_buffer_string(writer->out, "</dictionary>\n");
    return PX_OK;
}
