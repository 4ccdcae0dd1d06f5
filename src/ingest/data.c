/* JSON-LD: the article that a page describes to machines. */
#include <json-c/json.h>

#include "ingest/metadata.h"
#include "text/normalise.h"

enum { DEPTH_AT_MOST = 30, BODY_BYTES = 600, WRAP_BYTES = 40 };

static struct px_slice string_of(struct json_object *value)
{
    if (value == NULL || !json_object_is_type(value, json_type_string))
        return (struct px_slice){0};
    return (struct px_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static void append_names(struct json_object *value, struct px_buffer *names, int depth)
{
    if (value == NULL || depth > 3)
        return;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value); i++)
            append_names(json_object_array_get_idx(value, i), names, depth + 1);
        return;
    }
    struct json_object *name = value;
    if (json_object_is_type(value, json_type_object))
        json_object_object_get_ex(value, "name", &name);
    if (name != value && json_object_is_type(name, json_type_array)) {
        append_names(name, names, depth + 1);
        return;
    }
    struct px_slice text = string_of(name == value && !json_object_is_type(value, json_type_string) ? NULL : name);
    if (text.size == 0)
        return;
    px_buffer_string(names, names->size == 0 ? "" : ", ");
    px_buffer_append(names, text);
}

/* The key's string, or the names under it, tidied into `*slot` when that is empty. */
static void take(struct px_page *page, struct json_object *object, const char *key, struct px_slice *slot)
{
    struct json_object *value;
    if (slot->size > 0 || !json_object_object_get_ex(object, key, &value))
        return;
    struct px_buffer names = {0};
    append_names(value, &names, 0);
    px_buffer_clear(&page->tidy);
    px_text_tidy(px_buffer_slice(&names), &page->tidy);
    if (!names.failed && !page->tidy.failed && page->tidy.size > 0)
        *slot = px_arena_copy(&page->arena, px_buffer_slice(&page->tidy));
    px_buffer_release(&names);
}

static bool is_article_type(struct px_slice type)
{
    static const char *const ends[] = {"Article", "Posting", "Report", "Review", "BlogPost", "Story"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (px_slice_ends(type, px_slice_from(ends[i])))
            return true;
    return false;
}

static bool is_article(struct json_object *object)
{
    struct json_object *type;
    if (!json_object_object_get_ex(object, "@type", &type))
        return false;
    if (!json_object_is_type(type, json_type_array))
        return is_article_type(string_of(type));
    for (size_t i = 0; i < json_object_array_length(type); i++)
        if (is_article_type(string_of(json_object_array_get_idx(type, i))))
            return true;
    return false;
}

static void read_article(struct px_page *page, struct json_object *object, struct px_facts *facts)
{
    struct json_object *body;
    take(page, object, "headline", &facts->title);
    take(page, object, "name", &facts->name);
    take(page, object, "author", &facts->byline);
    take(page, object, "creator", &facts->byline);
    take(page, object, "datePublished", &facts->published);
    take(page, object, "dateCreated", &facts->published);
    take(page, object, "dateModified", &facts->modified);
    take(page, object, "publisher", &facts->outlet);
    take(page, object, "inLanguage", &facts->language);
    take(page, object, "description", &facts->description);
    take(page, object, "articleSection", &facts->section);
    take(page, object, "url", &facts->url);
    if (facts->body.size == 0 && json_object_object_get_ex(object, "articleBody", &body))
        facts->body = px_arena_copy(&page->arena, string_of(body));
}

static void walk(struct px_page *page, struct json_object *value, struct px_facts *facts, int depth)
{
    if (value == NULL || depth > DEPTH_AT_MOST)
        return;
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value); i++)
            walk(page, json_object_array_get_idx(value, i), facts, depth + 1);
    } else if (json_object_is_type(value, json_type_object)) {
        if (is_article(value)) {
            read_article(page, value, facts);
            return;
        }
        json_object_object_foreach(value, key, inner)
        {
            (void)key;
            walk(page, inner, facts, depth + 1);
        }
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
    if (value != NULL)
        walk(page, value, facts, 0);
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
            px_unit_fix(unit, PX_ROLE_OTHER);
    }
    struct px_buffer text = {0};
    strip_tags(page->facts.body, &text);
    struct px_slice rest = px_buffer_slice(&text), line;
    while (px_slice_next(&rest, '\n', &line)) {
        struct px_unit *unit = px_page_add(page, line);
        if (unit != NULL)
            px_unit_fix(unit, PX_ROLE_PARAGRAPH);
    }
    page->failed = page->failed || text.failed;
    px_buffer_release(&text);
    return px_page_check(page, error);
}
