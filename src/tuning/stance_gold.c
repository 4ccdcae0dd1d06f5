#include <json.h>
#include <stdio.h>

#include "annotate/stance.h"
#include "annotate/stance_features.h"
#include "annotate/stance_model.h"
#include "base/stream.h"
#include "tuning/stance.h"

enum { LINE_LIMIT = 1 << 20, NAME_BYTES = 256 };

struct reader {
    const struct px_tuning_tools *tools;
    const struct px_annotate_options *options;
    struct px_stance_gold *gold;
    struct px_stance_forms forms;
    const char *path;
    size_t line;
    uint8_t label;
    bool seen;
    struct px_error *error;
};

static enum px_status fail(const struct reader *reader, const char *message)
{
    px_error_set(reader->error, PX_ERROR_SYNTAX, "%s", message);
    px_error_place(reader->error, reader->path, reader->line, 1);
    return PX_ERROR_SYNTAX;
}

/* A feature under its name, as px_stance_feature_parse reads it. */
static void take(void *to, const struct px_stance_feature *feature, double value, uint32_t token)
{
    struct px_rows *rows = to;
    char name[NAME_BYTES];
    size_t code = 0;
    (void)token;
    while (code < PX_STANCE_CODE && feature->code[code] != '\0')
        code++;
    struct px_slice kind = px_stance_kind_name((enum px_stance_kind)feature->kind);
    struct px_slice a = feature->words[0].text, b = feature->words[1].text;
    int size = snprintf(name, sizeof name, "%.*s%s%.*s%s%.*s%s%.*s", PX_SLICE_ARG(kind), code > 0 ? "." : "", (int)code,
                        feature->code, a.size > 0 ? "=" : "", PX_SLICE_ARG(a), b.size > 0 ? " " : "", PX_SLICE_ARG(b));
    if (size > 0 && (size_t)size < sizeof name && px_slice_find(a, PX_SLICE("\t"), 0) == SIZE_MAX)
        px_rows_take(rows, (struct px_slice){name, (size_t)size}, value);
}

/* Called by the annotation, while its trees are there. */
static void see(void *to, const struct px_stance_scene *scene)
{
    struct reader *reader = to;
    struct px_rows *rows = &reader->gold->rows;
    const struct px_article *article = scene->annotation->article;
    struct px_stance_view view;
    struct px_span mention = px_stance_tokens(article, article->targets.items[0].span);
    if (mention.start == mention.end || scene->annotation->trees == NULL)
        return;
    reader->seen = true;
    uint8_t *label = px_vector_push(&reader->gold->labels, &reader->gold->arena);
    if (label == NULL || !px_stance_view_init(&view, scene, &reader->forms)) {
        rows->failed = true;
        return;
    }
    *label = reader->label;
    px_rows_begin(rows, false, true, 0);
    px_stance_features(&view, mention.start, mention.end, &(struct px_stance_sink){take, rows});
}

static bool read_label(struct json_object *json, uint8_t *label)
{
    struct json_object *polarity = NULL;
    if (!json_object_object_get_ex(json, "polarity", &polarity) || !json_object_is_type(polarity, json_type_int))
        return false;
    int value = json_object_get_int(polarity);
    *label = value == 1 ? PX_STANCE_POSITIVE : value == 0 ? PX_STANCE_NEGATIVE : PX_STANCE_NEUTRAL;
    return value >= -1 && value <= 1;
}

/* The record as `analyze` would read it: the sentence as text, the mention as the one target. */
static struct json_object *as_record(struct json_object *json)
{
    struct json_object *sentence = NULL, *start = NULL, *end = NULL;
    if (!json_object_object_get_ex(json, "sentence", &sentence) || !json_object_object_get_ex(json, "start", &start) ||
        !json_object_object_get_ex(json, "end", &end))
        return NULL;
    struct json_object *record = json_object_new_object(), *targets = json_object_new_array(),
                       *target = json_object_new_object();
    json_object_object_add(target, "start", json_object_get(start));
    json_object_object_add(target, "end", json_object_get(end));
    json_object_array_add(targets, target);
    json_object_object_add(record, "id", json_object_new_string("sentence"));
    json_object_object_add(record, "text", json_object_get(sentence));
    json_object_object_add(record, "targets", targets);
    return record;
}

static enum px_status read_record(struct reader *reader, struct json_object *json)
{
    const struct px_ingest_options verbatim = {.verbatim = true};
    const struct px_stance_watch watch = {see, reader};
    struct px_annotate_options options = *reader->options;
    struct px_article article = {0};
    if (!read_label(json, &reader->label))
        return fail(reader, "record has no polarity of -1, 0 or 1");
    struct json_object *record = as_record(json);
    if (record == NULL)
        return fail(reader, "record has no sentence, start or end");
    options.watch_stance = &watch;
    reader->seen = false;
    enum px_status status = px_ingest_record(reader->tools->ingest, px_slice_from(json_object_to_json_string(record)),
                                             reader->path, reader->line, &verbatim, &article, reader->error);
    json_object_put(record);
    if (status == PX_OK)
        status = px_annotate(reader->tools->worker, &options, &article, reader->error);
    px_article_release(&article);
    if (status == PX_OK && reader->gold->rows.failed)
        return px_error_set(reader->error, PX_ERROR_MEMORY, "out of memory");
    return status;
}

enum px_status px_stance_gold_read(const char *path, const struct px_tuning_tools *tools,
                                   const struct px_annotate_options *options, struct px_stance_gold *gold,
                                   struct px_error *error)
{
    struct reader reader = {.tools = tools, .options = options, .gold = gold, .path = path, .error = error};
    struct px_lines *lines = NULL;
    struct px_slice line;
    int more = 0;
    enum px_status status = px_lines_open(path, LINE_LIMIT, &lines, error);
    while (status == PX_OK && (more = px_lines_next(lines, &line, error)) > 0) {
        struct json_tokener *tokener = json_tokener_new();
        reader.line = px_lines_number(lines);
        struct json_object *json = tokener == NULL ? NULL : json_tokener_parse_ex(tokener, line.data, (int)line.size);
        if (px_slice_trim(line).size > 0)
            status = json_object_is_type(json, json_type_object) ? read_record(&reader, json)
                                                                 : fail(&reader, "not a JSON object");
        json_object_put(json);
        if (tokener != NULL)
            json_tokener_free(tokener);
    }
    if (status == PX_OK && more < 0)
        status = (enum px_status)more;
    px_lines_close(lines);
    px_stance_forms_release(&reader.forms);
    return status;
}

void px_stance_gold_release(struct px_stance_gold *gold)
{
    px_rows_release(&gold->rows);
    px_arena_release(&gold->arena);
    *gold = (struct px_stance_gold){0};
}
