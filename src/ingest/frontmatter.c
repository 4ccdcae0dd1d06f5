/* Front matter: YAML between "---" lines, TOML between "+++" lines. What libyaml refuses ("title: Ferry: the end") is
 * read line by line, as TOML is: people write it by hand. */
#include <yaml.h>

#include "ingest/dates.h"
#include "ingest/header.h"
#include "ingest/markdown.h"
#include "ingest/metadata.h"

enum { MATTER_AT_MOST = 1 << 16, DEPTH_AT_MOST = 6, KEY_BYTES = 40 };

struct reading {
    struct px_page *page;
    int field;              /* of the key being read, or -1 */
    struct px_buffer key;   /* that key, */
    size_t line;            /* its line, */
    bool unread;            /* and whether something of its value is left out */
    size_t keys;            /* so far, without words that merely stand before a colon */
    struct px_buffer value; /* its values so far, commas between */
    struct px_buffer tags;
};

/* Front matter as it stands in the text. */
struct matter {
    struct px_slice text; /* between its fences */
    size_t size;          /* in bytes of the input with both fences; 0: there is none */
    size_t line;          /* of its first fence */
    char separator;       /* of key and value */
    bool closed;          /* the second fence is there */
};

/* The key before the separator; empty where the line is no key with a value. */
static struct px_slice key_of(struct px_slice line, char separator)
{
    struct px_slice start = px_slice_part(line, 0, line.size < KEY_BYTES ? line.size : KEY_BYTES);
    const char *at = start.size == 0 ? NULL : memchr(start.data, separator, start.size);
    size_t size = at == NULL ? 0 : (size_t)(at - line.data);
    bool key = size > 0 && (size + 1 == line.size || strchr(" \t\r", line.data[size + 1]) != NULL || separator == '=');
    return key ? px_slice_part(line, 0, size) : (struct px_slice){0};
}

/* Does the line go on with the value above, or tell nothing? */
static bool goes_on(struct px_slice line)
{
    return px_slice_trim(line).size == 0 || strchr(" \t#", line.data[0]) != NULL ||
           px_slice_starts(line, PX_SLICE("- "));
}

/* Keys with their values and nothing else? */
static bool is_plain(struct px_slice text, char separator)
{
    struct px_slice line;
    while (px_slice_next(&text, '\n', &line))
        if (!goes_on(line) && key_of(line, separator).size == 0)
            return false;
    return true;
}

/* The lines up to the first empty one, where they are keys with their values, and one of the keys is known: front matter
 * that nobody closed. */
static void read_open(const struct px_page *page, struct px_slice text, size_t first, struct matter *matter)
{
    struct px_slice rest = px_slice_part(text, first, text.size), line;
    bool known = false;
    size_t end = first;
    while (end - first <= MATTER_AT_MOST && px_slice_next(&rest, '\n', &line) && px_slice_trim(line).size > 0) {
        known |= px_fields_find(px_rules_fields(page->rules), PX_LAYOUT_KEY, key_of(line, matter->separator)) != NULL;
        end = text.size - rest.size;
    }
    struct px_slice block = px_slice_part(text, first, end);
    if (known && key_of(block, matter->separator).size > 0 && is_plain(block, matter->separator)) {
        matter->text = block;
        matter->size = end;
        matter->closed = false;
    }
}

static bool read_yaml(struct reading *reading, struct px_slice yaml);

/* Where the second fence closes more than front matter, which a rule below an open one does, it is none. */
static struct matter find_matter(const struct px_page *page, struct px_slice text)
{
    static const char *const fences[] = {"---", "+++"};
    struct matter matter = {.line = 1};
    size_t start = 0;
    for (; start < text.size && strchr(" \t\r\n", text.data[start]) != NULL && text.data[start] != 0; start++)
        matter.line += text.data[start] == '\n';
    struct px_slice rest = px_slice_part(text, start, text.size), line;
    if (!px_slice_next(&rest, '\n', &line))
        return matter;
    int kind = px_slice_among(px_slice_trim(line), fences, 2);
    if (kind < 0)
        return matter;
    size_t first = text.size - rest.size;
    matter.separator = kind == 0 ? ':' : '=';
    while (!matter.closed && text.size - rest.size - first <= MATTER_AT_MOST && px_slice_next(&rest, '\n', &line)) {
        struct px_slice fence = px_slice_trim(line);
        matter.closed = px_slice_is(fence, fences[kind]) || (kind == 0 && px_slice_is(fence, "..."));
    }
    if (matter.closed) {
        matter.text = px_slice_part(text, first, (size_t)(line.data - text.data));
        matter.size = text.size - rest.size;
    }
    if (!matter.closed || (!is_plain(matter.text, matter.separator) && (kind > 0 || !read_yaml(NULL, matter.text))))
        read_open(page, text, first, &matter);
    return matter;
}

/* -------------------------------------------------------------------------------------------------- its values */

/* "[[Ada Quill]]", "'Ada Quill'" without their marks. */
static struct px_slice strip_marks(struct px_slice value)
{
    value = px_slice_trim(value);
    bool quoted = value.size > 1 && (value.data[0] == '"' || value.data[0] == '\'') &&
                  value.data[value.size - 1] == value.data[0];
    if (quoted)
        value = px_slice_part(value, 1, value.size - 1);
    if (value.size > 4 && px_slice_starts(value, PX_SLICE("[[")) && px_slice_ends(value, PX_SLICE("]]")))
        value = px_slice_part(value, 2, value.size - 2);
    return value;
}

static void add_value(struct reading *reading, struct px_slice value)
{
    struct px_buffer *out = reading->field == PX_FIELD_TAGS ? &reading->tags : &reading->value;
    value = strip_marks(value);
    if (value.size == 0 || reading->field < 0 || px_slice_is(value, "null") || px_slice_is(value, "~"))
        return;
    px_buffer_string(out, out->size == 0 ? "" : ", ");
    px_buffer_append(out, value);
}

/* "line 3: front matter: '2020-99-99' is no date", for the article. */
static void warn(struct reading *reading, struct px_slice what, const char *why)
{
    struct px_page *page = reading->page;
    struct px_buffer text = {0};
    px_buffer_printf(&text, "line %zu: front matter: '%.*s' %s", reading->line, PX_SLICE_SHORT(what), why);
    struct px_slice *warning = px_vector_push(&page->warnings, &page->arena);
    if (warning != NULL)
        *warning = px_arena_copy(&page->arena, px_buffer_slice(&text));
    page->failed = page->failed || text.failed || warning == NULL || warning->data == NULL;
    px_buffer_release(&text);
}

static void end_key(struct reading *reading)
{
    struct px_slice value = px_buffer_slice(&reading->value);
    bool dated = reading->field == PX_FIELD_PUBLISHED || reading->field == PX_FIELD_MODIFIED;
    struct px_date date;
    if (reading->field >= 0 && reading->unread)
        warn(reading, px_buffer_slice(&reading->key), "cannot be read");
    if (value.size > 0 && dated && !px_date_find(reading->page->rules, value, &date))
        warn(reading, value, "is no date");
    else if (reading->field >= 0 && value.size > 0)
        px_header_set(reading->page, (uint8_t)reading->field, value);
    px_buffer_clear(&reading->value);
    reading->field = -1;
}

static void begin_key(struct reading *reading, struct px_slice key, size_t line)
{
    const struct px_field_name *name = px_fields_find(px_rules_fields(reading->page->rules), PX_LAYOUT_KEY, key);
    end_key(reading);
    reading->field = name == NULL ? -1 : name->field;
    reading->line = line;
    reading->unread = false;
    reading->keys += name != NULL || px_slice_find(key, PX_SLICE(" "), 0) == SIZE_MAX;
    px_buffer_clear(&reading->key);
    px_buffer_append(&reading->key, key);
}

/* --------------------------------------------------------------------------------------------------------- YAML */

struct nest {
    bool mapping;
    bool value;     /* a key of the mapping waits for its value */
    bool described; /* it tells of the author or the outlet, whose name alone counts */
    bool named;     /* the value that comes is that name */
};

struct walk {
    struct reading *reading;
    struct nest nests[DEPTH_AT_MOST + 1];
    int depth;   /* of what is open; beyond DEPTH_AT_MOST nothing is read */
    size_t line; /* before the first of the YAML */
};

static struct nest *top(struct walk *walk)
{
    return walk->depth > 0 && walk->depth <= DEPTH_AT_MOST ? &walk->nests[walk->depth] : NULL;
}

/* A value has been read, or a list or mapping that was one has ended. */
static void value_done(struct walk *walk)
{
    struct nest *nest = top(walk);
    if (nest != NULL && nest->mapping)
        nest->value = false;
}

/* A key of the outermost mapping, or of one below a key that means nothing ("params:"), names a field; of a mapping
 * that describes an author or outlet, the name counts. */
static void read_scalar(struct walk *walk, struct px_slice text, size_t line)
{
    struct nest *nest = top(walk);
    if (nest == NULL)
        return;
    if (nest->mapping && !nest->value) {
        nest->value = true;
        nest->named = px_slice_is(text, "name");
        if (!nest->described)
            begin_key(walk->reading, text, line);
        return;
    }
    if (!nest->described || nest->named)
        add_value(walk->reading, text);
    value_done(walk);
}

static void read_event(struct walk *walk, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
        walk->depth++;
        if (top(walk) != NULL)
            *top(walk) = (struct nest){.mapping = event->type == YAML_MAPPING_START_EVENT,
                                       .described = event->type == YAML_MAPPING_START_EVENT && walk->depth > 1 &&
                                                    walk->reading->field >= 0};
        break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        walk->depth--;
        value_done(walk);
        break;
    case YAML_SCALAR_EVENT:
        read_scalar(walk, (struct px_slice){(const char *)event->data.scalar.value, event->data.scalar.length},
                    walk->line + event->start_mark.line + 1);
        break;
    case YAML_ALIAS_EVENT: /* what it stands for is told elsewhere, or nowhere */
        walk->reading->unread = true;
        read_scalar(walk, (struct px_slice){"", 0}, walk->line + event->start_mark.line + 1);
        break;
    default: break;
    }
}

/* False when libyaml refuses it; with a `reading` of NULL that is all that is asked. */
static bool read_yaml(struct reading *reading, struct px_slice yaml)
{
    yaml_parser_t parser;
    struct walk walk = {.reading = reading, .line = reading == NULL ? 0 : reading->line};
    bool fine = true, more = true;
    if (yaml_parser_initialize(&parser) == 0)
        return false;
    yaml_parser_set_input_string(&parser, (const unsigned char *)yaml.data, yaml.size);
    while (fine && more) {
        yaml_event_t event;
        fine = yaml_parser_parse(&parser, &event) != 0;
        if (!fine)
            break;
        if (reading != NULL)
            read_event(&walk, &event);
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (reading != NULL)
        end_key(reading);
    return fine;
}

/* --------------------------------------------------------------------------------------------------- line by line */

/* "[a, b]" as its values, anything else as one. */
static void add_list(struct reading *reading, struct px_slice value)
{
    value = px_slice_trim(value);
    if (!px_slice_starts(value, PX_SLICE("[")) || px_slice_starts(value, PX_SLICE("[["))) {
        add_value(reading, value);
        return;
    }
    struct px_slice rest = px_slice_part(value, 1, value.size), piece;
    if (px_slice_ends(rest, PX_SLICE("]")))
        rest.size--;
    while (px_slice_next(&rest, ',', &piece))
        add_value(reading, piece);
}

static void read_loose(struct reading *reading, struct px_slice matter, char separator)
{
    struct px_slice line;
    for (size_t number = reading->line + 1; px_slice_next(&matter, '\n', &line); number++) {
        bool inner = line.size > 0 && (line.data[0] == ' ' || line.data[0] == '\t' || line.data[0] == '-');
        line = px_slice_trim(line);
        const char *at = line.size == 0 ? NULL : memchr(line.data, separator, line.size);
        if (line.size > 1 && line.data[0] == '-' && line.data[1] == ' ') {
            struct px_slice item = px_slice_trim(px_slice_part(line, 2, line.size));
            bool named = px_slice_starts(item, PX_SLICE("name:"));
            add_value(reading, named ? px_slice_part(item, 5, item.size) : item);
        } else if (at != NULL && !inner && line.data[0] != '#') {
            size_t size = (size_t)(at - line.data);
            begin_key(reading, px_slice_part(line, 0, size), number);
            add_list(reading, px_slice_part(line, size + 1, line.size));
        }
    }
    end_key(reading);
}

static void keep_tags(struct px_page *page, struct px_slice tags)
{
    struct px_unit *unit = tags.size == 0 ? NULL : px_page_add(page, tags, false);
    if (unit != NULL)
        px_unit_fix(unit, PX_ROLE_TAGS);
    px_metadata_add_tags(page, tags, &page->facts);
}

size_t px_frontmatter_read(struct px_slice text, struct px_page *page)
{
    struct matter matter = find_matter(page, text);
    if (matter.size == 0)
        return 0;
    struct reading reading = {.page = page, .field = -1, .line = matter.line};
    if (!matter.closed)
        warn(&reading, matter.separator == ':' ? PX_SLICE("---") : PX_SLICE("+++"),
             "is never closed: read up to the first empty line");
    if (matter.separator == ':' && read_yaml(NULL, matter.text))
        read_yaml(&reading, matter.text);
    else
        read_loose(&reading, matter.text, matter.separator);
    keep_tags(page, px_buffer_slice(&reading.tags));
    page->failed = page->failed || reading.key.failed || reading.value.failed || reading.tags.failed;
    px_buffer_release(&reading.key);
    px_buffer_release(&reading.value);
    px_buffer_release(&reading.tags);
    /* What holds no key is text between two rules. */
    return reading.keys > 0 || px_slice_trim(matter.text).size == 0 ? matter.size : 0;
}
