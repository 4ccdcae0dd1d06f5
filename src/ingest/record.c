/* Records of an NDJSON corpus. */
#include <json-c/json.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/stream.h"
#include "ingest/flat.h"
#include "ingest/inside.h"
#include "text/utf8.h"

/* A corpus whose first line is none is most often of another format: a table, or one list of all records. */
#define ONE_A_LINE "a corpus has one object a line, as 'jq -c .[]' writes those of a list"

struct place {
    const char *corpus;
    size_t line;
};

enum body { BODY_NONE, BODY_TEXT, BODY_HTML, BODY_MARKDOWN, BODY_PATH };

struct record {
    struct px_flat flat;      /* what it says, when it is flat, */
    struct json_object *json; /* and when it is not */
    struct px_arena scratch;
    struct json_object *targets;
    enum body kind;
    struct px_slice body;
};

static enum px_status fail(const struct place *place, size_t column, struct px_error *error, const char *message)
{
    px_error_set(error, PX_ERROR_SYNTAX, "%s", message);
    return px_error_place(error, place->corpus, place->line, column);
}

/* What to do about a line that is no record: a list, wherever it begins, or a first line that begins no record, or one
 * that goes on below. */
static const char *advice(struct px_slice json, const struct place *place)
{
    struct px_slice line = px_slice_trim(json);
    bool list = px_slice_starts(line, PX_SLICE("["));
    bool other = place->line == 1 && (line.size == 1 || !px_slice_starts(line, PX_SLICE("{")));
    return list || other ? ": " ONE_A_LINE : "";
}

static enum px_status refuse(struct px_slice json, const struct place *place, size_t column, struct px_error *error,
                             const char *what, const char *why)
{
    px_error_set(error, PX_ERROR_SYNTAX, "%s%s%s", what, why, advice(json, place));
    return px_error_place(error, place->corpus, place->line, column);
}

static enum px_status parse_tree(struct px_slice json, const struct place *place, struct json_object **value,
                                 struct px_error *error)
{
    struct json_tokener *tokener = json_tokener_new();
    if (tokener == NULL)
        return px_no_memory(error);
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    *value = json_tokener_parse_ex(tokener, json.data, (int)json.size);
    enum json_tokener_error code = json_tokener_get_error(tokener);
    size_t offset = json_tokener_get_parse_end(tokener);
    bool list = json_object_is_type(*value, json_type_array);
    json_tokener_free(tokener);
    enum px_status status = PX_OK;
    if (code == json_tokener_continue)
        status = refuse(json, place, json.size + 1, error, "record ends too early", "");
    else if (code != json_tokener_success)
        status = refuse(json, place, offset + 1, error, "record is malformed JSON: ", json_tokener_error_desc(code));
    else if (!json_object_is_type(*value, json_type_object))
        status = refuse(json, place, 1, error, list ? "record is a JSON list" : "record is no JSON object", "");
    if (status != PX_OK) {
        json_object_put(*value);
        *value = NULL;
    }
    return status;
}

/* Targets are no flat matter, and wrong ones are to be told of. */
static bool has_targets(const struct px_flat *flat)
{
    for (size_t i = 0; i < flat->count; i++)
        if (px_slice_is(flat->members[i].key, "targets"))
            return true;
    return false;
}

static enum px_status parse(struct px_slice json, const struct place *place, struct record *record,
                            struct px_error *error)
{
    if (json.size > INT_MAX)
        return px_error_set(error, PX_ERROR_LIMIT, "record is longer than %d bytes", INT_MAX);
    if (px_flat_read(json, &record->scratch, &record->flat) && !has_targets(&record->flat))
        return PX_OK;
    record->flat.count = 0;
    return parse_tree(json, place, &record->json, error);
}

static struct px_slice string_of(struct json_object *value)
{
    if (json_object_is_type(value, json_type_string))
        return (struct px_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
    return px_slice_from(json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN));
}

/* The value of one key, with its tree where there is one. */
struct value {
    enum px_flat_kind kind;
    struct px_slice text; /* without a tree */
    struct json_object *json;
};

static struct value value_of(struct json_object *json)
{
    bool string = json_object_is_type(json, json_type_string);
    return (struct value){json == NULL ? PX_FLAT_NULL : string ? PX_FLAT_STRING : PX_FLAT_LITERAL, {0}, json};
}

/* A string's characters; of anything else its JSON. */
static struct px_slice text_of(const struct value *value)
{
    return value->json == NULL ? value->text : string_of(value->json);
}

static struct px_slice *find_slot(struct px_article *article, struct px_slice key)
{
    const struct {
        const char *key;
        struct px_slice *slot;
    } slots[] = {{"id", &article->id},
                 {"outlet", &article->outlet},
                 {"title", &article->title},
                 {"byline", &article->byline},
                 {"published", &article->published},
                 {"url", &article->url},
                 {"event", &article->event},
                 {"language", &article->language},
                 {"section", &article->section},
                 {"modified", &article->modified}};
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (px_slice_is(key, slots[i].key))
            return slots[i].slot;
    return NULL;
}

static enum body find_body(struct px_slice key)
{
    static const char *const bodies[] = {"", "text", "html", "markdown", "path"};
    for (int i = BODY_TEXT; i <= BODY_PATH; i++)
        if (px_slice_is(key, bodies[i]))
            return (enum body)i;
    return BODY_NONE;
}

static bool keep_extra(struct px_article *article, struct px_slice key, const struct value *value)
{
    struct px_extra *extra = px_vector_push(&article->extras, &article->arena);
    struct json_object *made = NULL; /* of a string without a tree: json-c knows how it is written */
    if (extra == NULL)
        return false;
    if (value->json == NULL && value->kind == PX_FLAT_STRING)
        made = json_object_new_string_len(value->text.data, (int)value->text.size);
    struct json_object *json = made == NULL ? value->json : made;
    bool bare = json == NULL && value->kind == PX_FLAT_LITERAL;
    const char *written = json == NULL ? NULL : json_object_to_json_string_ext(json, JSON_C_TO_STRING_PLAIN);
    extra->key = px_arena_copy(&article->arena, key);
    extra->json =
        px_arena_copy(&article->arena, bare ? value->text : px_slice_from(written == NULL ? "null" : written));
    json_object_put(made);
    return extra->key.data != NULL && extra->json.data != NULL;
}

static bool add_tag(struct px_article *article, const struct value *value)
{
    struct px_slice *tag = px_vector_push(&article->tags, &article->arena);
    if (tag == NULL)
        return false;
    *tag = px_arena_copy(&article->arena, value->kind == PX_FLAT_NULL ? PX_SLICE("null") : text_of(value));
    return tag->data != NULL;
}

/* A list of strings, or one string. */
static bool read_tags(struct px_article *article, const struct value *value)
{
    if (!json_object_is_type(value->json, json_type_array))
        return value->kind == PX_FLAT_NULL || add_tag(article, value);
    for (size_t i = 0; i < json_object_array_length(value->json); i++) {
        const struct value tag = value_of(json_object_array_get_idx(value->json, i));
        if (!add_tag(article, &tag))
            return false;
    }
    return true;
}

/* False when memory is out. */
static bool read_key(struct record *record, struct px_slice key, const struct value *value, struct px_article *article)
{
    struct px_slice *slot = find_slot(article, key);
    enum body body = find_body(key);
    if (slot != NULL) {
        bool null = value->kind == PX_FLAT_NULL;
        *slot = null ? (struct px_slice){NULL, 0} : px_arena_copy(&article->arena, text_of(value));
        return null || slot->data != NULL;
    }
    if (body != BODY_NONE && value->kind == PX_FLAT_STRING && record->kind == BODY_NONE) {
        record->kind = body;
        record->body = text_of(value);
        return true;
    }
    if (px_slice_is(key, "tags"))
        return read_tags(article, value);
    return keep_extra(article, key, value);
}

static enum px_status read_keys(struct record *record, struct px_article *article, struct px_error *error)
{
    bool fine = true;
    for (size_t i = 0; fine && i < record->flat.count; i++) {
        const struct px_flat_member *member = &record->flat.members[i];
        fine = read_key(record, member->key, &(struct value){.kind = member->kind, .text = member->text}, article);
    }
    if (record->json != NULL) {
        json_object_object_foreach(record->json, key, json)
        {
            const struct value value = value_of(json);
            if (strcmp(key, "targets") == 0)
                record->targets = json;
            else
                fine = fine && read_key(record, px_slice_from(key), &value, article);
        }
    }
    return fine ? PX_OK : px_no_memory(error);
}

static bool read_offset(struct json_object *target, const char *key, size_t *offset)
{
    struct json_object *value;
    if (!json_object_object_get_ex(target, key, &value) || !json_object_is_type(value, json_type_int))
        return false;
    int64_t number = json_object_get_int64(value);
    *offset = number < 0 ? SIZE_MAX : (size_t)number;
    return number >= 0;
}

/* One target: {"name"} or {"start","end"} in code points, which become bytes. */
static bool read_target(struct json_object *json, const struct px_offsets *offsets, size_t length,
                        struct px_article *article, struct px_target *target)
{
    struct json_object *name;
    size_t start, end;
    if (!json_object_is_type(json, json_type_object))
        return false;
    if (json_object_object_get_ex(json, "name", &name) && json_object_is_type(name, json_type_string)) {
        target->name = px_arena_copy(&article->arena, string_of(name));
        return target->name.size > 0;
    }
    if (!read_offset(json, "start", &start) || !read_offset(json, "end", &end) || start >= end || end > length)
        return false;
    target->span.start = (uint32_t)px_offsets_byte(offsets, start);
    target->span.end = (uint32_t)px_offsets_byte(offsets, end);
    return true;
}

static enum px_status read_targets(const struct record *record, const struct place *place, struct px_article *article,
                                   struct px_error *error)
{
    struct px_offsets offsets;
    if (record->targets == NULL)
        return PX_OK;
    if (!json_object_is_type(record->targets, json_type_array))
        return fail(place, 0, error, "\"targets\" is no list");
    if (!px_offsets_init(&offsets, article->text, &article->arena))
        return px_no_memory(error);
    size_t length = px_utf8_count(article->text);
    for (size_t i = 0; i < json_object_array_length(record->targets); i++) {
        struct px_target *target = px_vector_push(&article->targets, &article->arena);
        if (target == NULL)
            return px_no_memory(error);
        if (!read_target(json_object_array_get_idx(record->targets, i), &offsets, length, article, target)) {
            px_error_set(error, PX_ERROR_SYNTAX, "target %zu is neither a name nor a span of the text", i + 1);
            return px_error_place(error, place->corpus, place->line, 0);
        }
    }
    return PX_OK;
}

/* The record's path seen from the corpus's folder; an absolute one as it is. */
static void resolve(const char *corpus, struct px_slice path, char *out, size_t size)
{
    const char *slash = corpus == NULL ? NULL : strrchr(corpus, '/');
    if (slash == NULL || px_slice_starts(path, PX_SLICE("/")))
        snprintf(out, size, "%.*s", PX_SLICE_ARG(path));
    else
        snprintf(out, size, "%.*s/%.*s", (int)(slash - corpus), corpus, PX_SLICE_ARG(path));
}

/* What is wrong with the file is wrong with the record: "corpus.ndjson:3:1: path 'pages/a.html' from here: cannot
 * open". */
static enum px_status read_file(const struct place *place, const char *path, size_t limit, struct px_arena *arena,
                                struct px_slice *bytes, struct px_error *error)
{
    enum px_status status = px_file_read(path, limit == 0 ? PX_INGEST_LIMIT : limit, arena, bytes, error);
    if (status != PX_ERROR_IO || error == NULL)
        return status;
    struct px_error file = *error;
    px_error_set(error, status, "the record's path, seen from the corpus's folder, is '%.120s': %.100s", path,
                 file.message);
    return px_error_place(error, place->corpus, place->line, 1);
}

static enum px_status read_body(const struct px_ingest *ingest, const struct record *record, const struct place *place,
                                const struct px_ingest_options *options, struct px_article *article,
                                struct px_error *error)
{
    static const enum px_input inputs[] = {PX_INPUT_AUTO, PX_INPUT_TEXT, PX_INPUT_HTML, PX_INPUT_MARKDOWN,
                                           PX_INPUT_AUTO};
    struct px_ingest_options inner = *options;
    if (record->kind != BODY_PATH) {
        inner.input = inputs[record->kind];
        inner.utf8 = record->kind == BODY_TEXT; /* a page's bytes may have been put into the string as they were */
        return px_ingest_source(ingest, record->body, NULL, &inner, article, error);
    }
    char path[4096];
    struct px_arena arena = {0};
    struct px_slice bytes;
    resolve(place->corpus, record->body, path, sizeof path);
    article->path = px_arena_copy(&article->arena, px_slice_from(path));
    inner.input = inner.input == PX_INPUT_NDJSON ? PX_INPUT_AUTO : inner.input;
    enum px_status status = read_file(place, path, options->limit, &arena, &bytes, error);
    if (status == PX_OK && px_ingest_is_corpus(bytes))
        status = px_error_set(error, PX_ERROR_INPUT, "a record's path names another corpus");
    if (status == PX_OK)
        status = px_ingest_source(ingest, bytes, path, &inner, article, error);
    if (status != PX_OK && error != NULL && error->file[0] == 0)
        px_error_place(error, path, error->line, error->column);
    px_arena_release(&arena);
    return status;
}

static enum px_status read_record(const struct px_ingest *ingest, struct record *record, const struct place *place,
                                  const struct px_ingest_options *options, struct px_article *article,
                                  struct px_error *error)
{
    enum px_status status = read_keys(record, article, error);
    if (status != PX_OK)
        return status;
    if (article->id.size == 0)
        return fail(place, 1, error, "record has no id");
    if (record->kind == BODY_NONE)
        return fail(place, 1, error, "record has no text, html, markdown or path");
    status = read_body(ingest, record, place, options, article, error);
    return status == PX_OK && options->counting == NULL ? read_targets(record, place, article, error) : status;
}

/* Empties the article but keeps its id, so that an error record can name it. */
static void keep_id(struct px_article *article)
{
    char id[1024];
    size_t size = article->id.size < sizeof id ? article->id.size : sizeof id;
    memcpy(id, article->id.size == 0 ? "" : article->id.data, size);
    px_article_release(article);
    if (size > 0)
        article->id = px_arena_copy(&article->arena, (struct px_slice){id, size});
}

/* NOLINTNEXTLINE(readability-function-size): more parameters than six */
enum px_status px_ingest_record(const struct px_ingest *ingest, struct px_slice json, const char *corpus, size_t line,
                                const struct px_ingest_options *options, struct px_article *article,
                                struct px_error *error)
{
    static const struct px_ingest_options none = {0};
    const struct place place = {corpus, line};
    struct record record = {.json = NULL};
    enum px_status status = parse(json, &place, &record, error);
    if (status == PX_OK)
        status = read_record(ingest, &record, &place, options == NULL ? &none : options, article, error);
    if (status != PX_OK) {
        keep_id(article);
        if (error != NULL && error->file[0] == 0 && corpus != NULL)
            px_error_place(error, corpus, line, error->column);
    }
    json_object_put(record.json);
    px_arena_release(&record.scratch);
    return status;
}
