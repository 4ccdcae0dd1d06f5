/* Gold in JSON: parallax's own NDJSON, doccano's JSONL, Label Studio's JSON. One value after another, or one array of
 * them; each object says by its keys which of the three it is. */

#include <json-c/json.h>
#include <limits.h>
#include <stdio.h>

#include "tuning/gold_inside.h"

static struct json_object *get(struct json_object *object, const char *key)
{
    struct json_object *value = NULL;
    return json_object_is_type(object, json_type_object) && json_object_object_get_ex(object, key, &value) ? value
                                                                                                           : NULL;
}

/* The value as text: a string's own, a number's digits; empty for what is missing. */
static struct px_slice text_of(struct json_object *value)
{
    if (value == NULL)
        return (struct px_slice){0};
    if (json_object_is_type(value, json_type_string))
        return (struct px_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
    return px_slice_from(json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN));
}

static bool is_array(struct json_object *value)
{
    return json_object_is_type(value, json_type_array);
}

static bool read_offsets(struct json_object *start, struct json_object *end, int64_t span[2])
{
    if (!json_object_is_type(start, json_type_int) || !json_object_is_type(end, json_type_int))
        return false;
    span[0] = json_object_get_int64(start);
    span[1] = json_object_get_int64(end);
    return true;
}

/* The text with its id, outlet and topic, where the object has them. */
static enum px_status begin_text(struct px_gold_reader *reader, struct json_object *object, struct json_object *data,
                                 struct px_gold_text **text)
{
    struct px_slice id = text_of(get(object, "id"));
    struct json_object *words = get(data, "text");
    if (id.size == 0 || !json_object_is_type(words, json_type_string))
        return px_gold_fail(reader, "record has no id or no text");
    enum px_status status = px_gold_add_text(reader, id, text_of(words), text);
    struct px_arena *arena = &reader->gold->arena;
    if (status == PX_OK && (*text)->outlet.size == 0 && get(data, "outlet") != NULL)
        (*text)->outlet = px_arena_copy(arena, text_of(get(data, "outlet")));
    if (status == PX_OK && (*text)->topic.size == 0 && get(data, "topic") != NULL)
        (*text)->topic = px_arena_copy(arena, text_of(get(data, "topic")));
    return status;
}

/* [[0, 5], [9, 12, "label"], ...] */
static enum px_status read_triples(struct px_gold_reader *reader, struct json_object *spans,
                                   const struct px_gold_text *text, struct px_gold_coding *coding)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < json_object_array_length(spans); i++) {
        struct json_object *pair = json_object_array_get_idx(spans, i);
        int64_t span[2];
        if (!is_array(pair) || json_object_array_length(pair) < 2 ||
            !read_offsets(json_object_array_get_idx(pair, 0), json_object_array_get_idx(pair, 1), span))
            return px_gold_fail(reader, "span %zu is no pair of offsets, as [17, 23]", i + 1);
        status = px_gold_add_span(reader, text, coding, span, (struct px_slice){0});
    }
    return status;
}

/* {"id","text","label":true,"spans":[[0,5]],"annotator"} */
static enum px_status read_own(struct px_gold_reader *reader, struct json_object *object)
{
    struct px_gold_text *text = NULL;
    struct px_gold_coding *coding = NULL;
    struct json_object *spans = get(object, "spans");
    struct json_object *label = get(object, "label");
    if (spans != NULL && !is_array(spans))
        return px_gold_fail(reader, "spans are no list");
    if (label == NULL && spans == NULL)
        return px_gold_fail(reader, "record has neither label nor spans");
    if (label != NULL && !json_object_is_type(label, json_type_boolean))
        return px_gold_fail(reader, "label is neither true nor false");
    enum px_status status = begin_text(reader, object, object, &text);
    if (status == PX_OK)
        status = px_gold_add_coding(reader, text, text_of(get(object, "annotator")), &coding);
    if (status == PX_OK && spans != NULL)
        status = read_triples(reader, spans, text, coding);
    if (status != PX_OK)
        return status;
    coding->label = label != NULL ? json_object_get_boolean(label) : coding->spans.count > 0;
    px_gold_close_coding(coding);
    return PX_OK;
}

/* doccano: "label" or "labels" as [[0, 5, "name"]], or "entities" as [{"start_offset","end_offset","label"}]. */
static enum px_status read_doccano(struct px_gold_reader *reader, struct json_object *object, struct json_object *spans)
{
    struct px_gold_text *text = NULL;
    struct px_gold_coding *coding = NULL;
    enum px_status status = begin_text(reader, object, object, &text);
    if (status == PX_OK)
        status = px_gold_add_coding(reader, text, text_of(get(object, "annotator")), &coding);
    for (size_t i = 0; status == PX_OK && i < json_object_array_length(spans); i++) {
        struct json_object *entity = json_object_array_get_idx(spans, i);
        int64_t span[2];
        if (is_array(entity)) {
            status = read_triples(reader, spans, text, coding);
            break;
        }
        if (!read_offsets(get(entity, "start_offset"), get(entity, "end_offset"), span))
            return px_gold_fail(reader, "entity %zu has no start_offset and end_offset", i + 1);
        status = px_gold_add_span(reader, text, coding, span, (struct px_slice){0});
    }
    if (status != PX_OK)
        return status;
    coding->label = coding->spans.count > 0;
    px_gold_close_coding(coding);
    return PX_OK;
}

/* One annotator's results on a task of Label Studio; results without offsets (choices, ratings) are passed over. */
static enum px_status read_results(struct px_gold_reader *reader, struct json_object *annotation,
                                   struct px_gold_text *text)
{
    struct px_gold_coding *coding = NULL;
    struct json_object *results = get(annotation, "result");
    struct json_object *by = get(annotation, "completed_by");
    struct px_slice annotator = text_of(get(by, "email") != NULL ? get(by, "email") : by);
    if (!is_array(results))
        return px_gold_fail(reader, "annotation has no list 'result'");
    enum px_status status = px_gold_add_coding(reader, text, annotator, &coding);
    for (size_t i = 0; status == PX_OK && i < json_object_array_length(results); i++) {
        struct json_object *value = get(json_object_array_get_idx(results, i), "value");
        int64_t span[2];
        if (get(value, "start") == NULL)
            continue;
        if (!read_offsets(get(value, "start"), get(value, "end"), span))
            return px_gold_fail(reader, "result %zu has no whole start and end", i + 1);
        status = px_gold_add_span(reader, text, coding, span, text_of(get(value, "text")));
    }
    if (status != PX_OK)
        return status;
    coding->label = coding->spans.count > 0;
    px_gold_close_coding(coding);
    return PX_OK;
}

/* {"id","data":{"text"},"annotations":[{"completed_by","result":[{"value":{"start","end","text","labels"}}]}]} */
static enum px_status read_task(struct px_gold_reader *reader, struct json_object *object)
{
    struct px_gold_text *text = NULL;
    struct json_object *annotations = get(object, "annotations");
    enum px_status status = begin_text(reader, object, get(object, "data"), &text);
    if (status == PX_OK && !is_array(annotations))
        return px_gold_fail(reader, "task has no list 'annotations'");
    for (size_t i = 0; status == PX_OK && i < json_object_array_length(annotations); i++) {
        struct json_object *annotation = json_object_array_get_idx(annotations, i);
        if (!json_object_get_boolean(get(annotation, "was_cancelled")))
            status = read_results(reader, annotation, text);
    }
    return status;
}

static enum px_status read_object(struct px_gold_reader *reader, struct json_object *object)
{
    static const char *const lists[] = {"label", "labels", "entities"};
    if (!json_object_is_type(object, json_type_object))
        return px_gold_fail(reader, "record is no JSON object");
    if (get(object, "data") != NULL)
        return read_task(reader, object);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (is_array(get(object, lists[i])))
            return read_doccano(reader, object, get(object, lists[i]));
    return read_own(reader, object);
}

/* Where the reader stands in the file. */
struct cursor {
    struct px_slice bytes;
    size_t at;
    size_t counted; /* lines are counted up to here */
    size_t line_start;
    size_t line;
};

/* Moves behind white space and, inside an array, the commas. */
static void skip(struct cursor *cursor, bool commas)
{
    while (cursor->at < cursor->bytes.size) {
        char c = cursor->bytes.data[cursor->at];
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && !(commas && c == ','))
            break;
        cursor->at++;
    }
}

static void place(struct cursor *cursor, size_t at, struct px_gold_reader *reader)
{
    for (; cursor->counted < at && cursor->counted < cursor->bytes.size; cursor->counted++) {
        if (cursor->bytes.data[cursor->counted] == '\n') {
            cursor->line++;
            cursor->line_start = cursor->counted + 1;
        }
    }
    reader->line = cursor->line;
    reader->column = at - cursor->line_start + 1;
}

static enum px_status read_value(struct px_gold_reader *reader, struct json_tokener *tokener, struct cursor *cursor)
{
    size_t left = cursor->bytes.size - cursor->at;
    place(cursor, cursor->at, reader);
    json_tokener_reset(tokener);
    struct json_object *value =
        json_tokener_parse_ex(tokener, cursor->bytes.data + cursor->at, left > INT_MAX ? INT_MAX : (int)left);
    enum json_tokener_error code = json_tokener_get_error(tokener);
    size_t end = cursor->at + json_tokener_get_parse_end(tokener);
    enum px_status status = PX_OK;
    if (code != json_tokener_success) {
        place(cursor, end, reader);
        status = code == json_tokener_continue
                     ? px_gold_fail(reader, "record ends too early")
                     : px_gold_fail(reader, "record is malformed JSON: %s%s", json_tokener_error_desc(code),
                                    end == 0 ? ": gold is NDJSON, brat, doccano or Label Studio, no table" : "");
    }
    if (status == PX_OK)
        status = read_object(reader, value);
    cursor->at = end;
    json_object_put(value);
    return status;
}

enum px_status px_gold_read_json(struct px_gold_reader *reader, struct px_slice bytes)
{
    struct cursor cursor = {.bytes = bytes, .line = 1};
    enum px_status status = PX_OK;
    struct json_tokener *tokener = json_tokener_new();
    if (tokener == NULL)
        return px_no_memory(reader->error);
    json_tokener_set_flags(tokener,
                           JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8 | JSON_TOKENER_ALLOW_TRAILING_CHARS);
    if (px_slice_starts(bytes, PX_SLICE("\xEF\xBB\xBF")))
        cursor.at = 3;
    skip(&cursor, false);
    bool array = cursor.at < bytes.size && bytes.data[cursor.at] == '[';
    cursor.at += array;
    for (skip(&cursor, array); status == PX_OK && cursor.at < bytes.size; skip(&cursor, array)) {
        if (array && bytes.data[cursor.at] == ']')
            break;
        status = read_value(reader, tokener, &cursor);
    }
    json_tokener_free(tokener);
    return status;
}
