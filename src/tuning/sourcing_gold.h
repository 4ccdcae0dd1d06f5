/* Articles whose attributions people have marked, seen as the model of sourcing sees them. Internal to the room.
 *
 *     struct px_sourcing_gold gold = {0};
 *     px_sourcing_gold_read("train.ndjson", &tools, &options, &gold, &error);
 *     for (size_t i = 0; i < gold.records.count; i++) ... gold.records.items[i]->view ...
 *     px_sourcing_gold_release(&gold);
 */
#ifndef PX_TUNING_SOURCING_GOLD_H
#define PX_TUNING_SOURCING_GOLD_H

#include "sourcing/sourcing_view.h"
#include "tuning/passage.h"

/* Tokens in order; sets are small. */
struct px_token_set {
    uint32_t *items;
    size_t count;
    size_t capacity;
};

struct px_sourcing_relation {
    struct px_token_set source, cue, content;
};

struct px_sourcing_record {
    struct px_article article;
    struct px_arena arena; /* holds the view and the relations */
    struct px_annotation annotation;
    struct px_scene scene;
    struct px_sourcing_view view;
    PX_VECTOR(struct px_sourcing_relation) relations;
    bool failed;
};

/* All zero is empty. */
struct px_sourcing_gold {
    struct px_arena arena;
    PX_VECTOR(struct px_sourcing_record *) records;
};

/* Adds the records of an NDJSON file: "id", "text", "relations": [{"source", "cue", "content"}], each a list of [start,
 * end) in code points. `options` need a parser. PX_ERROR_SYNTAX with file and line, PX_ERROR_IO, PX_ERROR_MEMORY. */
enum px_status px_sourcing_gold_read(const char *path, const struct px_tuning_tools *tools,
                                     const struct px_annotate_options *options, struct px_sourcing_gold *gold,
                                     struct px_error *error);
void px_sourcing_gold_release(struct px_sourcing_gold *gold);

#endif
