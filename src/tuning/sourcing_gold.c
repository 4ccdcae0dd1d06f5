#include "tuning/sourcing_gold.h"

#include "text/utf8.h"
#include "tuning/records.h"

struct reader {
    const struct px_tuning_tools *tools;
    const struct px_annotate_options *options;
    struct px_sourcing_gold *gold;
    struct px_records records;
};

/* Keeps the view; what it stands on is kept by keep_scratch. */
static void see(void *to, const struct px_scene *scene)
{
    struct px_sourcing_record *record = to;
    static const struct px_annotate_options alone; /* those of the reading end with it */
    record->annotation = *scene->annotation;
    record->annotation.options = &alone;
    record->scene = *scene;
    record->scene.annotation = &record->annotation;
    record->failed = scene->annotation->trees == NULL || !px_sourcing_view_init(&record->view, &record->scene);
}

/* The worker's scratch memory becomes the record's. */
static void keep_scratch(struct px_sourcing_record *record, struct px_worker *worker)
{
    record->arena = worker->scratch;
    worker->scratch = (struct px_arena){0};
    record->scene.arena = &record->arena;
}

static bool read_span(struct json_object *pair, int64_t span[2])
{
    if (!json_object_is_type(pair, json_type_array) || json_object_array_length(pair) != 2)
        return false;
    span[0] = json_object_get_int64(json_object_array_get_idx(pair, 0));
    span[1] = json_object_get_int64(json_object_array_get_idx(pair, 1));
    return span[0] >= 0 && span[1] >= span[0];
}

static int compare_tokens(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The tokens that the spans under the key touch. */
static enum px_status read_tokens(const struct reader *reader, struct json_object *relation, const char *key,
                                  const struct px_offsets *offsets, struct px_sourcing_record *record,
                                  struct px_token_set *set)
{
    struct json_object *spans = NULL;
    const struct px_tokens *tokens = &record->article.tokens;
    if (!json_object_object_get_ex(relation, key, &spans) || !json_object_is_type(spans, json_type_array))
        return px_records_fail(&reader->records, "relation without its spans");
    for (size_t i = 0; i < json_object_array_length(spans); i++) {
        int64_t span[2];
        if (!read_span(json_object_array_get_idx(spans, i), span))
            return px_records_fail(&reader->records, "span is no pair of offsets");
        size_t start = px_offsets_byte(offsets, (size_t)span[0]), end = px_offsets_byte(offsets, (size_t)span[1]);
        for (uint32_t t = px_tokens_reaching(tokens, (uint32_t)start);
             t < tokens->count && tokens->items[t].start < end; t++) {
            uint32_t *item = px_vector_push(set, &record->arena);
            if (item == NULL)
                return px_no_memory(reader->records.error);
            *item = t;
        }
    }
    if (set->count > 0)
        qsort(set->items, set->count, sizeof *set->items, compare_tokens);
    return PX_OK;
}

static enum px_status read_relations(const struct reader *reader, struct json_object *relations,
                                     struct px_sourcing_record *record)
{
    struct px_offsets offsets;
    enum px_status status = PX_OK;
    if (!px_offsets_init(&offsets, record->article.text, &record->arena))
        return px_no_memory(reader->records.error);
    for (size_t i = 0; status == PX_OK && i < json_object_array_length(relations); i++) {
        struct json_object *source = json_object_array_get_idx(relations, i);
        struct px_sourcing_relation *relation = px_vector_push(&record->relations, &record->arena);
        if (relation == NULL)
            return px_no_memory(reader->records.error);
        status = read_tokens(reader, source, "source", &offsets, record, &relation->source);
        if (status == PX_OK)
            status = read_tokens(reader, source, "cue", &offsets, record, &relation->cue);
        if (status == PX_OK)
            status = read_tokens(reader, source, "content", &offsets, record, &relation->content);
    }
    return status;
}

/* Reads and annotates the text alone, as `analyze --verbatim` would. */
static enum px_status read_article(const struct reader *reader, struct json_object *json,
                                   struct px_sourcing_record *record)
{
    const struct px_ingest_options verbatim = {.verbatim = true};
    const struct px_scene_watch watch = {see, record};
    struct px_annotate_options options = *reader->options;
    struct json_object *id = NULL, *text = NULL, *alone = json_object_new_object();
    options.watch = &watch;
    options.sourcing = NULL;
    if (!json_object_object_get_ex(json, "id", &id) || !json_object_object_get_ex(json, "text", &text) ||
        alone == NULL) {
        json_object_put(alone);
        return px_records_fail(&reader->records, "record has no id or no text");
    }
    json_object_object_add(alone, "id", json_object_get(id));
    json_object_object_add(alone, "text", json_object_get(text));
    enum px_status status =
        px_ingest_record(reader->tools->ingest, px_slice_from(json_object_to_json_string(alone)), reader->records.path,
                         reader->records.line, &verbatim, &record->article, reader->records.error);
    json_object_put(alone);
    if (status == PX_OK)
        status = px_annotate(reader->tools->worker, &options, &record->article, reader->records.error);
    keep_scratch(record, reader->tools->worker);
    return status == PX_OK && record->failed ? px_no_memory(reader->records.error) : status;
}

static enum px_status read_record(void *to, struct json_object *json)
{
    const struct reader *reader = to;
    struct json_object *relations = NULL;
    struct px_sourcing_gold *gold = reader->gold;
    struct px_sourcing_record *record = px_arena_new(&gold->arena, struct px_sourcing_record);
    struct px_sourcing_record **place = px_vector_push(&gold->records, &gold->arena);
    if (record == NULL || place == NULL) {
        gold->records.count -= place != NULL;
        return px_no_memory(reader->records.error);
    }
    *place = record;
    if (!json_object_object_get_ex(json, "relations", &relations) || !json_object_is_type(relations, json_type_array))
        return px_records_fail(&reader->records, "record has no relations");
    enum px_status status = read_article(reader, json, record);
    return status == PX_OK ? read_relations(reader, relations, record) : status;
}

enum px_status px_sourcing_gold_read(const char *path, const struct px_tuning_tools *tools,
                                     const struct px_annotate_options *options, struct px_sourcing_gold *gold,
                                     struct px_error *error)
{
    struct reader reader = {tools, options, gold, {.path = path, .error = error}};
    return px_records_each(&reader.records, read_record, &reader);
}

void px_sourcing_gold_release(struct px_sourcing_gold *gold)
{
    for (size_t i = 0; i < gold->records.count; i++) {
        px_article_release(&gold->records.items[i]->article);
        px_arena_release(&gold->records.items[i]->arena);
    }
    px_arena_release(&gold->arena);
    *gold = (struct px_sourcing_gold){0};
}
