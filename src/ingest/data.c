/* JSON-LD: the article that a page describes to machines. */
#include <json-c/json.h>

#include "ingest/clues.h"
#include "ingest/metadata.h"

enum { DEPTH_AT_MOST = 30, BODY_BYTES = 600, WRAP_BYTES = 40, NAMES_AT_MOST = 20 };

static struct px_slice string_of(struct json_object *value)
{
    if (value == NULL || !json_object_is_type(value, json_type_string))
        return (struct px_slice){0};
    return (struct px_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

/* One JSON-LD script while it is read. Parts of a graph refer to each other by "@id". */
struct reading {
    struct px_page *page;
    struct px_facts *facts;
    struct json_object *root;
};

static struct px_slice key_string(struct json_object *object, const char *key)
{
    struct json_object *value = NULL;
    json_object_object_get_ex(object, key, &value);
    return string_of(value);
}

/* The name of the object that has this "@id" and a name; empty when there is none. */
static struct px_slice find_name(struct json_object *value, struct px_slice id, int depth)
{
    struct px_slice name = {0};
    if (value == NULL || depth > DEPTH_AT_MOST)
        return name;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value) && name.size == 0; i++)
            name = find_name(json_object_array_get_idx(value, i), id, depth + 1);
    } else if (json_object_is_type(value, json_type_object)) {
        if (px_slice_equal(key_string(value, "@id"), id))
            name = key_string(value, "name");
        json_object_object_foreach(value, key, inner)
        {
            (void)key;
            name = name.size > 0 ? name : find_name(inner, id, depth + 1);
        }
    }
    return name;
}

static void append_name(struct px_slice name, struct px_buffer *names)
{
    if (name.size == 0 || px_slice_find(px_buffer_slice(names), name, 0) != SIZE_MAX)
        return;
    px_buffer_string(names, names->size == 0 ? "" : ", ");
    px_buffer_append(names, name);
}

/* Strings, the names of objects, and those of lists of both; each once. */
static void append_names(const struct reading *reading, struct json_object *value, struct px_buffer *names, int depth)
{
    if (value == NULL || depth > 3)
        return;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value) && i < NAMES_AT_MOST; i++)
            append_names(reading, json_object_array_get_idx(value, i), names, depth + 1);
    } else if (json_object_is_type(value, json_type_object)) {
        struct json_object *name = NULL;
        struct px_slice id = key_string(value, "@id");
        if (json_object_object_get_ex(value, "name", &name))
            append_names(reading, name, names, depth + 1);
        else if (id.size > 0)
            append_name(find_name(reading->root, id, 0), names);
    } else {
        append_name(string_of(value), names);
    }
}

/* The key's string, or the names under it, tidied into `*slot` when that is empty. */
static void take(const struct reading *reading, struct json_object *object, const char *key, struct px_slice *slot)
{
    struct json_object *value;
    if (slot->size > 0 || !json_object_object_get_ex(object, key, &value))
        return;
    struct px_buffer names = {0};
    append_names(reading, value, &names, 0);
    struct px_slice text = px_clues_tidy(reading->page, px_buffer_slice(&names));
    if (!names.failed && text.size > 0)
        *slot = text;
    reading->page->failed = reading->page->failed || names.failed;
    px_buffer_release(&names);
}

static bool ends_in(struct px_slice type, const char *const *ends)
{
    for (; *ends != NULL; ends++)
        if (px_slice_ends(type, px_slice_from(*ends)))
            return true;
    return false;
}

/* The object's type that ends so; empty when none does. */
static struct px_slice find_type(struct json_object *object, const char *const *ends)
{
    struct json_object *type;
    if (!json_object_object_get_ex(object, "@type", &type))
        return (struct px_slice){0};
    if (!json_object_is_type(type, json_type_array))
        return ends_in(string_of(type), ends) ? string_of(type) : (struct px_slice){0};
    for (size_t i = 0; i < json_object_array_length(type); i++)
        if (ends_in(string_of(json_object_array_get_idx(type, i)), ends))
            return string_of(json_object_array_get_idx(type, i));
    return (struct px_slice){0};
}

/* Tags come as a list, or as one string with commas. */
static void take_tags(const struct reading *reading, struct json_object *object)
{
    struct json_object *value;
    if (!json_object_object_get_ex(object, "keywords", &value))
        return;
    if (!json_object_is_type(value, json_type_array)) {
        px_metadata_add_tags(reading->page, string_of(value), reading->facts);
        return;
    }
    for (size_t i = 0; i < json_object_array_length(value); i++)
        px_metadata_add_tags(reading->page, string_of(json_object_array_get_idx(value, i)), reading->facts);
}

static void read_dates(const struct reading *reading, struct json_object *object)
{
    take(reading, object, "datePublished", &reading->facts->published);
    take(reading, object, "dateCreated", &reading->facts->published);
    take(reading, object, "dateModified", &reading->facts->modified);
}

/* "isAccessibleForFree": false, "False" */
static bool is_paid(struct json_object *object)
{
    struct json_object *value;
    if (!json_object_object_get_ex(object, "isAccessibleForFree", &value))
        return false;
    if (json_object_is_type(value, json_type_boolean))
        return !json_object_get_boolean(value);
    return px_slice_is(string_of(value), "False") || px_slice_is(string_of(value), "false");
}

static void read_article(const struct reading *reading, struct json_object *object, struct px_slice type)
{
    struct px_facts *facts = reading->facts;
    struct json_object *body, *section;
    if (facts->type.size == 0)
        facts->type = px_arena_copy(&reading->page->arena, type);
    take(reading, object, "headline", &facts->title);
    take(reading, object, "name", &facts->name);
    take(reading, object, "author", &facts->byline);
    take(reading, object, "creator", &facts->byline);
    read_dates(reading, object);
    take(reading, object, "publisher", &facts->outlet);
    take(reading, object, "inLanguage", &facts->language);
    take(reading, object, "description", &facts->description);
    take(reading, object, "url", &facts->url);
    if (json_object_object_get_ex(object, "articleSection", &section) && json_object_is_type(section, json_type_array))
        section = json_object_array_length(section) > 0 ? json_object_array_get_idx(section, 0) : NULL;
    if (section != NULL && facts->section.size == 0)
        facts->section = px_clues_tidy(reading->page, string_of(section));
    take_tags(reading, object);
    facts->paid = facts->paid || is_paid(object);
    if (facts->body.size == 0 && json_object_object_get_ex(object, "articleBody", &body))
        facts->body = px_arena_copy(&reading->page->arena, string_of(body));
}

/* The first article of the page is the page's; what other articles (related ones) say is no concern of it. */
static void walk(const struct reading *reading, struct json_object *value, int depth)
{
    static const char *const articles[] = {"Article", "Posting", "Report", "Review", "BlogPost", "Story", NULL};
    if (value == NULL || depth > DEPTH_AT_MOST)
        return;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value); i++)
            walk(reading, json_object_array_get_idx(value, i), depth + 1);
    } else if (json_object_is_type(value, json_type_object)) {
        struct px_slice type = find_type(value, articles);
        if (type.size > 0) {
            if (reading->facts->type.size == 0 || px_clues_same(key_string(value, "headline"), reading->facts->title))
                read_article(reading, value, type);
            return;
        }
        json_object_object_foreach(value, key, inner)
        {
            (void)key;
            walk(reading, inner, depth + 1);
        }
    }
}

/* Without an article, a page's own dates: those of the outermost objects alone. */
static void read_page_dates(const struct reading *reading, struct json_object *value, int depth)
{
    static const char *const pages[] = {"WebPage", NULL};
    struct json_object *graph;
    if (value == NULL || depth > 2)
        return;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value); i++)
            read_page_dates(reading, json_object_array_get_idx(value, i), depth + 1);
    } else if (json_object_is_type(value, json_type_object)) {
        if (find_type(value, pages).size > 0)
            read_dates(reading, value);
        if (json_object_object_get_ex(value, "@graph", &graph))
            read_page_dates(reading, graph, depth + 1);
    }
}

/* Without the comment or CDATA marks that some pages put round a script. */
static struct px_slice unwrap(struct px_slice json)
{
    static const char *const marks[] = {"<![CDATA[", "<!--", "*/"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = px_slice_find(px_slice_part(json, 0, json.size < WRAP_BYTES ? json.size : WRAP_BYTES),
                                  px_slice_from(marks[i]), 0);
        if (at != SIZE_MAX)
            json = px_slice_part(json, at + strlen(marks[i]), json.size);
    }
    return px_slice_trim(json);
}

void px_metadata_read_data(struct px_page *page, struct px_slice json, struct px_facts *facts)
{
    struct json_tokener *tokener = json_tokener_new_ex(DEPTH_AT_MOST);
    if (tokener == NULL)
        return;
    json = unwrap(json);
    struct json_object *value = json_tokener_parse_ex(tokener, json.data, (int)json.size);
    const struct reading reading = {.page = page, .facts = facts, .root = value};
    walk(&reading, value, 0);
    if (facts->type.size == 0)
        read_page_dates(&reading, value, 0);
    json_object_put(value);
    json_tokener_free(tokener);
}

/* Text without tags; a paragraph's end is a line's end. */
static void strip_tags(struct px_slice html, struct px_buffer *text)
{
    bool tag = false;
    for (size_t i = 0; i < html.size; i++) {
        if (html.data[i] == '<' && !tag) {
            struct px_slice rest = px_slice_part(html, i, html.size);
            bool block = px_slice_starts(rest, PX_SLICE("</p")) || px_slice_starts(rest, PX_SLICE("<br")) ||
                         px_slice_starts(rest, PX_SLICE("</div")) || px_slice_starts(rest, PX_SLICE("</h"));
            px_buffer_byte(text, block ? '\n' : ' ');
            tag = true;
        } else if (html.data[i] == '>' && tag) {
            tag = false;
        } else if (!tag) {
            px_buffer_byte(text, html.data[i]);
        }
    }
}

enum px_status px_metadata_use_body(struct px_page *page, struct px_error *error)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->units.count; i++)
        kept += page->units.items[i].keep ? page->units.items[i].text.size : 0;
    if (page->facts.body.size < BODY_BYTES || page->facts.body.size / 2 < kept)
        return PX_OK;
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (unit->keep && px_role_is_paragraph(unit->role))
            px_unit_fix_why(unit, PX_ROLE_OTHER, "the page's data hold the article itself");
    }
    struct px_buffer text = {0};
    strip_tags(page->facts.body, &text);
    struct px_slice rest = px_buffer_slice(&text), line;
    while (px_slice_next(&rest, '\n', &line)) {
        struct px_unit *unit = px_page_add(page, line, false);
        if (unit != NULL)
            px_unit_fix_why(unit, PX_ROLE_PARAGRAPH, "from the article in the page's data");
    }
    page->failed = page->failed || text.failed;
    px_buffer_release(&text);
    return px_page_check(page, error);
}
