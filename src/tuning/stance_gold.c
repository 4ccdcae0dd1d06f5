#include <stdio.h>

#include "annotate/stance.h"
#include "annotate/stance_features.h"
#include "annotate/stance_model.h"
#include "tuning/records.h"
#include "tuning/stance.h"

enum { NAME_BYTES = 256 };

struct reader {
    const struct px_tuning_tools *tools;
    const struct px_annotate_options *options;
    struct px_stance_gold *gold;
    struct px_stance_forms forms;
    struct px_records records;
    uint8_t label;
    bool seen;
};

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

static enum px_status read_record(void *to, struct json_object *json)
{
    struct reader *reader = to;
    const struct px_ingest_options verbatim = {.verbatim = true};
    const struct px_stance_watch watch = {see, reader};
    struct px_annotate_options options = *reader->options;
    struct px_article article = {0};
    if (!read_label(json, &reader->label))
        return px_records_fail(&reader->records, "record has no polarity of -1, 0 or 1");
    struct json_object *record = as_record(json);
    if (record == NULL)
        return px_records_fail(&reader->records, "record has no sentence, start or end");
    options.watch_stance = &watch;
    reader->seen = false;
    enum px_status status =
        px_ingest_record(reader->tools->ingest, px_slice_from(json_object_to_json_string(record)), reader->records.path,
                         reader->records.line, &verbatim, &article, reader->records.error);
    json_object_put(record);
    if (status == PX_OK)
        status = px_annotate(reader->tools->worker, &options, &article, reader->records.error);
    px_article_release(&article);
    if (status == PX_OK && reader->gold->rows.failed)
        return px_no_memory(reader->records.error);
    return status;
}

enum px_status px_stance_gold_read(const char *path, const struct px_tuning_tools *tools,
                                   const struct px_annotate_options *options, struct px_stance_gold *gold,
                                   struct px_error *error)
{
    struct reader reader = {
        .tools = tools, .options = options, .gold = gold, .records = {.path = path, .error = error}};
    enum px_status status = px_records_each(&reader.records, read_record, &reader);
    px_stance_forms_release(&reader.forms);
    return status;
}

void px_stance_gold_release(struct px_stance_gold *gold)
{
    px_rows_release(&gold->rows);
    px_arena_release(&gold->arena);
    *gold = (struct px_stance_gold){0};
}
