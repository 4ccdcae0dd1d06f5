#include "tuning/pages.h"

#include "text/normalise.h"
#include "tuning/records.h"

struct reader {
    struct px_gold_pages *pages;
    const char *part; /* that is wanted; NULL: all */
    struct px_records records;
};

/* The string under a key, empty when it is not there; still json-c's. */
static struct px_slice find_string(struct json_object *json, const char *key)
{
    struct json_object *value;
    if (!json_object_object_get_ex(json, key, &value) || !json_object_is_type(value, json_type_string))
        return PX_SLICE("");
    return (struct px_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static struct px_slice tidy(struct px_arena *arena, struct px_slice text)
{
    struct px_buffer out = {0};
    px_text_tidy(text, &out);
    struct px_slice copy = {0};
    if (!out.failed)
        copy = px_arena_copy(arena, px_buffer_slice(&out));
    px_buffer_release(&out);
    return copy;
}

/* The host of an address without "www.", or an id without the number of its page. */
static struct px_slice find_site(struct px_slice url, struct px_slice id)
{
    size_t scheme = px_slice_find(url, PX_SLICE("://"), 0);
    if (scheme != SIZE_MAX) {
        struct px_slice rest = px_slice_part(url, scheme + 3, url.size), host = rest;
        px_slice_next(&rest, '/', &host);
        return px_slice_starts(host, PX_SLICE("www.")) ? px_slice_part(host, 4, host.size) : host;
    }
    size_t end = id.size;
    while (end > 0 && id.data[end - 1] >= '0' && id.data[end - 1] <= '9')
        end--;
    bool numbered = end < id.size && end > 1 && id.data[end - 1] == '-';
    return px_slice_part(id, 0, numbered ? end - 1 : id.size);
}

#define READ_SEGMENTS(reader, json, key, vector)                                                             \
    struct json_object *list;                                                                                \
    bool listed = json_object_object_get_ex(json, key, &list) && json_object_is_type(list, json_type_array); \
    for (size_t i = 0; listed && i < json_object_array_length(list); i++) {                                  \
        const char *text = json_object_get_string(json_object_array_get_idx(list, i));                       \
        struct px_slice piece = tidy(&(reader)->pages->arena, px_slice_from(text));                          \
        struct px_slice *place = px_vector_push(vector, &(reader)->pages->arena);                            \
        if (piece.data == NULL || place == NULL)                                                             \
            return px_no_memory((reader)->records.error);                                                    \
        *place = piece;                                                                                      \
    }

static enum px_status read_wanted(const struct reader *reader, struct json_object *json, struct px_gold_page *page)
{
    READ_SEGMENTS(reader, json, "with", &page->wanted)
    return PX_OK;
}

static enum px_status read_unwanted(const struct reader *reader, struct json_object *json, struct px_gold_page *page)
{
    READ_SEGMENTS(reader, json, "without", &page->unwanted)
    return PX_OK;
}

static enum px_status read_page(void *to, struct json_object *json)
{
    const struct reader *reader = to;
    struct px_arena *arena = &reader->pages->arena;
    struct px_slice id = find_string(json, "id"), path = find_string(json, "path"), text;
    bool whole = json_object_object_get_ex(json, "gold_text", NULL);
    if (reader->part != NULL && !px_slice_is(find_string(json, "part"), reader->part))
        return PX_OK;
    if (path.size == 0)
        return px_records_fail(&reader->records, "a page has no path");
    if (!whole && !json_object_object_get_ex(json, "with", NULL))
        return px_records_fail(&reader->records, "a page has neither segments nor a text");
    struct px_gold_page *page = px_vector_push(&reader->pages->items, arena);
    if (page == NULL)
        return px_no_memory(reader->records.error);
    text = find_string(json, "gold_text");
    page->gold = whole ? PX_GOLD_TEXT : PX_GOLD_SEGMENTS;
    page->id = px_arena_copy(arena, id);
    page->path = px_arena_copy(arena, path);
    page->site = px_arena_copy(arena, find_site(find_string(json, "url"), id));
    page->language = px_arena_copy(arena, find_string(json, "lang"));
    page->text = px_arena_copy(arena, text);
    if (page->id.data == NULL || page->path.data == NULL || page->site.data == NULL || page->language.data == NULL ||
        page->text.data == NULL)
        return px_no_memory(reader->records.error);
    enum px_status status = read_wanted(reader, json, page);
    return status == PX_OK ? read_unwanted(reader, json, page) : status;
}

enum px_status px_gold_pages_read(const char *path, const char *part, struct px_gold_pages *pages,
                                  struct px_error *error)
{
    struct reader reader = {pages, part, {.path = path, .error = error}};
    return px_records_each(&reader.records, read_page, &reader);
}

void px_gold_pages_release(struct px_gold_pages *pages)
{
    px_arena_release(&pages->arena);
    *pages = (struct px_gold_pages){0};
}
