/* Front matter: YAML between "---" lines, TOML between "+++" lines. What libyaml refuses ("title: Ferry: the end") is
 * read line by line, as TOML is: people write it by hand. */
#include <yaml.h>

#include "ingest/header.h"
#include "ingest/markdown.h"
#include "ingest/metadata.h"

enum { MATTER_AT_MOST = 1 << 16, DEPTH_AT_MOST = 6 };

/* Bytes of the front matter with both its lines, and what stands between them. `*mark` is its fence's character. */
static size_t find_matter(struct px_slice text, struct px_slice *matter, char *mark)
{
    static const char *const fences[] = {"---", "+++"};
    size_t start = 0;
    while (start < text.size && strchr(" \t\r\n", text.data[start]) != NULL && text.data[start] != 0)
        start++;
    for (size_t i = 0; i < 2; i++) {
        struct px_slice opening = px_slice_part(text, start, text.size), line, rest = opening;
        if (!px_slice_next(&rest, '\n', &line) || !px_slice_is(px_slice_trim(line), fences[i]))
            continue;
        size_t first = text.size - rest.size;
        while (text.size - rest.size - first <= MATTER_AT_MOST && px_slice_next(&rest, '\n', &line)) {
            struct px_slice fence = px_slice_trim(line);
            if (!px_slice_is(fence, fences[i]) && !(i == 0 && px_slice_is(fence, "...")))
                continue;
            *matter = px_slice_part(text, first, (size_t)(line.data - text.data));
            *mark = fences[i][0];
            return text.size - rest.size;
        }
    }
    return 0;
}

/* -------------------------------------------------------------------------------------------------- its values */

struct reading {
    struct px_page *page;
    int field;              /* of the key being read, or -1 */
    struct px_buffer value; /* its values so far, commas between */
    struct px_buffer tags;
};

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

static void end_key(struct reading *reading)
{
    if (reading->field >= 0 && reading->value.size > 0)
        px_header_set(reading->page, (uint8_t)reading->field, px_buffer_slice(&reading->value));
    px_buffer_clear(&reading->value);
    reading->field = -1;
}

static void begin_key(struct reading *reading, struct px_slice key)
{
    const struct px_field_name *name = px_fields_find(px_rules_fields(reading->page->rules), PX_LAYOUT_KEY, key);
    end_key(reading);
    reading->field = name == NULL ? -1 : name->field;
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
    int depth; /* of what is open; beyond DEPTH_AT_MOST nothing is read */
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
static void read_scalar(struct walk *walk, struct px_slice text)
{
    struct nest *nest = top(walk);
    if (nest == NULL)
        return;
    if (nest->mapping && !nest->value) {
        nest->value = true;
        nest->named = px_slice_is(text, "name");
        if (!nest->described)
            begin_key(walk->reading, text);
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
        read_scalar(walk, (struct px_slice){(const char *)event->data.scalar.value, event->data.scalar.length});
        break;
    default: break;
    }
}

/* False when libyaml refuses it; with a `reading` of NULL that is all that is asked. */
static bool read_yaml(struct reading *reading, struct px_slice yaml)
{
    yaml_parser_t parser;
    struct walk walk = {.reading = reading};
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
    while (px_slice_next(&matter, '\n', &line)) {
        bool inner = line.size > 0 && (line.data[0] == ' ' || line.data[0] == '\t' || line.data[0] == '-');
        line = px_slice_trim(line);
        const char *at = line.size == 0 ? NULL : memchr(line.data, separator, line.size);
        if (line.size > 1 && line.data[0] == '-' && line.data[1] == ' ') {
            struct px_slice item = px_slice_trim(px_slice_part(line, 2, line.size));
            bool named = px_slice_starts(item, PX_SLICE("name:"));
            add_value(reading, named ? px_slice_part(item, 5, item.size) : item);
        } else if (at != NULL && !inner && line.data[0] != '#') {
            size_t size = (size_t)(at - line.data);
            begin_key(reading, px_slice_part(line, 0, size));
            add_list(reading, px_slice_part(line, size + 1, line.size));
        }
    }
    end_key(reading);
}

size_t px_frontmatter_read(struct px_slice text, struct px_page *page)
{
    struct px_slice matter;
    char mark = 0;
    size_t size = find_matter(text, &matter, &mark);
    if (size == 0)
        return 0;
    struct reading reading = {.page = page, .field = -1};
    if (mark == '+')
        read_loose(&reading, matter, '=');
    else if (read_yaml(NULL, matter))
        read_yaml(&reading, matter);
    else
        read_loose(&reading, matter, ':');
    struct px_unit *tags = reading.tags.size == 0 ? NULL : px_page_add(page, px_buffer_slice(&reading.tags), false);
    if (tags != NULL)
        px_unit_fix(tags, PX_ROLE_TAGS);
    px_metadata_add_tags(page, px_buffer_slice(&reading.tags), &page->facts);
    page->failed = page->failed || reading.value.failed || reading.tags.failed;
    px_buffer_release(&reading.value);
    px_buffer_release(&reading.tags);
    return size;
}
