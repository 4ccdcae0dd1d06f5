#include <yaml.h>

#include "ingest/markdown.h"
#include "ingest/metadata.h"
#include "text/normalise.h"

enum { MATTER_AT_MOST = 1 << 16 };

/* Bytes of the front matter with both its lines, and where the YAML between them stands. */
static size_t find_matter(struct px_slice text, struct px_slice *yaml)
{
    size_t start = px_slice_starts(text, PX_SLICE("---\n")) ? 4 : px_slice_starts(text, PX_SLICE("---\r\n")) ? 5 : 0;
    size_t end = start == 0 ? SIZE_MAX : px_slice_find(text, PX_SLICE("\n---"), start - 1);
    if (end == SIZE_MAX || end > MATTER_AT_MOST)
        return 0;
    *yaml = px_slice_part(text, start, end + 1 < start ? start : end + 1);
    size_t behind = px_slice_find(text, PX_SLICE("\n"), end + 1);
    return behind == SIZE_MAX ? text.size : behind + 1;
}

static struct px_slice *find_slot(struct px_facts *facts, struct px_slice key)
{
    const struct {
        const char *key;
        struct px_slice *slot;
    } slots[] = {{"title", &facts->title},
                 {"headline", &facts->title},
                 {"author", &facts->byline},
                 {"authors", &facts->byline},
                 {"byline", &facts->byline},
                 {"date", &facts->published},
                 {"published", &facts->published},
                 {"publishdate", &facts->published},
                 {"pubdate", &facts->published},
                 {"modified", &facts->modified},
                 {"updated", &facts->modified},
                 {"url", &facts->url},
                 {"source_url", &facts->url},
                 {"link", &facts->url},
                 {"canonical", &facts->url},
                 {"outlet", &facts->outlet},
                 {"source", &facts->outlet},
                 {"publisher", &facts->outlet},
                 {"publication", &facts->outlet},
                 {"site", &facts->outlet},
                 {"language", &facts->language},
                 {"lang", &facts->language},
                 {"description", &facts->description},
                 {"summary", &facts->description},
                 {"section", &facts->section},
                 {"category", &facts->section},
                 {"genre", &facts->section}};
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (px_slice_is(key, slots[i].key))
            return slots[i].slot;
    return NULL;
}

struct reading {
    struct px_page *page;
    struct px_facts *facts;
    struct px_slice *slot; /* where the next scalar goes, or NULL */
    bool tags;             /* the next scalars are tags */
    int depth;
    bool value; /* the next scalar at depth 1 is a value */
};

static void store(struct reading *reading, struct px_slice value)
{
    struct px_page *page = reading->page;
    px_buffer_clear(&page->tidy);
    px_text_tidy(value, &page->tidy);
    if (page->tidy.size == 0)
        return;
    if (reading->slot->size == 0) {
        *reading->slot = px_arena_copy(&page->arena, px_buffer_slice(&page->tidy));
    } else if (reading->depth > 1) { /* a list of authors */
        struct px_buffer joined = {0};
        px_buffer_printf(&joined, "%.*s, %.*s", PX_SLICE_ARG(*reading->slot),
                         PX_SLICE_ARG(px_buffer_slice(&page->tidy)));
        *reading->slot = joined.failed ? *reading->slot : px_arena_copy(&page->arena, px_buffer_slice(&joined));
        px_buffer_release(&joined);
    }
}

static void read_event(struct reading *reading, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT: reading->depth++; break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        reading->depth--;
        reading->value = reading->depth == 1 ? false : reading->value;
        break;
    case YAML_SCALAR_EVENT: {
        struct px_slice text = {(const char *)event->data.scalar.value, event->data.scalar.length};
        if (reading->depth == 1 && !reading->value) {
            reading->slot = find_slot(reading->facts, text);
            reading->slot = reading->slot != NULL && reading->slot->size > 0 ? NULL : reading->slot;
            reading->tags = px_slice_is(text, "tags") || px_slice_is(text, "keywords");
            reading->value = true;
        } else {
            if (reading->slot != NULL && reading->depth <= 2)
                store(reading, text);
            else if (reading->tags && reading->depth <= 2)
                px_metadata_add_tags(reading->page, text, reading->facts);
            reading->value = reading->depth == 1 ? false : reading->value;
        }
        break;
    }
    default: break;
    }
}

size_t px_frontmatter_read(struct px_slice text, struct px_page *page, struct px_facts *facts)
{
    struct px_slice yaml;
    size_t size = find_matter(text, &yaml);
    yaml_parser_t parser;
    if (size == 0 || yaml_parser_initialize(&parser) == 0)
        return size;
    struct reading reading = {.page = page, .facts = facts};
    yaml_parser_set_input_string(&parser, (const unsigned char *)yaml.data, yaml.size);
    for (bool more = true; more;) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0)
            break;
        read_event(&reading, &event);
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return size;
}
