#include "tuning/sourcing_inside.h"

struct labels {
    uint8_t *cue;
    uint8_t *document;
};

static void set_labels(const struct px_sourcing_record *record, const struct labels *labels)
{
    const struct px_sourcing_relation *relations = record->relations.items;
    size_t count = record->relations.count;
    for (size_t r = 0; r < count; r++)
        for (size_t i = 0; i < relations[r].source.count; i++)
            labels->document[relations[r].source.items[i]] = PX_DOCUMENT_SOURCE;
    for (size_t r = 0; r < count; r++)
        for (size_t i = 0; i < relations[r].content.count; i++)
            labels->document[relations[r].content.items[i]] = PX_DOCUMENT_CONTENT;
    for (size_t r = 0; r < count; r++)
        for (size_t i = 0; i < relations[r].cue.count; i++) {
            const uint32_t *cue = relations[r].cue.items;
            labels->document[cue[i]] = PX_DOCUMENT_CUE;
            labels->cue[cue[i]] = i == 0 || cue[i] != cue[i - 1] + 1 ? PX_CUE_BEGINS : PX_CUE_GOES_ON;
        }
}

/* A sequence a block, as the program reads them. */
static bool collect_record(const struct px_sourcing_record *record, uint32_t number, struct px_sourcing_rows *rows)
{
    const struct px_sourcing_view *view = &record->view;
    struct px_arena arena = {0};
    struct px_sourcing_features features;
    const struct labels labels = {px_arena_array(&arena, uint8_t, view->count + 1),
                                  px_arena_array(&arena, uint8_t, view->count + 1)};
    bool fine = labels.cue != NULL && labels.document != NULL;
    if (fine)
        set_labels(record, &labels);
    for (uint32_t s = 0; fine && s < view->sentence_count; s++) {
        if (s == 0 || view->sentences[s].block != view->sentences[s - 1].block)
            px_sourcing_rows_begin(rows, number);
        for (uint32_t t = view->sentences[s].first; t < view->sentences[s].end; t++) {
            px_sourcing_word(view, t, &features);
            px_sourcing_rows_add(rows, &features, px_sourcing_bound(view, t),
                                 (uint8_t[]){labels.cue[t], labels.document[t]});
        }
    }
    px_arena_release(&arena);
    return fine && !rows->failed;
}

enum px_status px_sourcing_collect_words(const struct px_sourcing_gold *gold, struct px_sourcing_rows *rows,
                                         struct px_error *error)
{
    for (size_t i = 0; i < gold->records.count; i++)
        if (!collect_record(gold->records.items[i], (uint32_t)i, rows))
            return px_no_memory(error);
    return PX_OK;
}

static void mark(uint8_t *labels, const struct px_token_set *set, struct px_range window, uint8_t label)
{
    for (size_t i = 0; i < set->count; i++)
        if (px_range_holds(window, set->items[i]))
            labels[set->items[i] - window.first] = label;
}

/* The window of one cue. */
static bool collect_relation(const struct px_sourcing_record *record, size_t number, const uint32_t *owners,
                             struct px_sourcing_rows *rows, struct px_arena *arena)
{
    const struct px_sourcing_relation *relation = &record->relations.items[number];
    const struct px_token_set *cue = &relation->cue;
    struct px_range range = {cue->items[0], cue->items[cue->count - 1] + 1};
    struct px_sourcing_place place;
    struct px_sourcing_features features;
    if (!px_sourcing_place_init(&place, &record->view, owners, (uint32_t)number, range, arena))
        return false;
    uint8_t *labels = px_arena_array(arena, uint8_t, place.window.end - place.window.first + 1);
    if (labels == NULL)
        return false;
    mark(labels, &relation->source, place.window, PX_ARGUMENT_SOURCE);
    mark(labels, &relation->content, place.window, PX_ARGUMENT_CONTENT);
    mark(labels, cue, place.window, PX_ARGUMENT_CUE);
    for (uint32_t t = place.window.first; t < place.window.end; t++) {
        uint8_t label = labels[t - place.window.first];
        px_sourcing_argument(&place, t, &features);
        px_sourcing_rows_add(rows, &features, px_sourcing_argument_bound(&place, t), (uint8_t[]){label, label});
    }
    return true;
}

/* Each token's cue; of two relations with one cue the later has it. */
static void set_owners(const struct px_sourcing_record *record, uint32_t *owners)
{
    memset(owners, 0xFF, (record->view.count + 1) * sizeof *owners);
    for (size_t r = 0; r < record->relations.count; r++)
        for (size_t i = 0; i < record->relations.items[r].cue.count; i++)
            owners[record->relations.items[r].cue.items[i]] = (uint32_t)r;
}

/* Do all words of the cue belong to it, and stand in one sentence? */
static bool is_clear(const struct px_sourcing_record *record, size_t number, const uint32_t *owners)
{
    const struct px_token_set *cue = &record->relations.items[number].cue;
    if (cue->count == 0 || record->relations.items[number].content.count == 0)
        return false;
    for (size_t i = 0; i < cue->count; i++)
        if (owners[cue->items[i]] != number ||
            record->view.tokens[cue->items[i]].sentence != record->view.tokens[cue->items[0]].sentence)
            return false;
    return true;
}

enum px_status px_sourcing_collect_arguments(const struct px_sourcing_gold *gold, struct px_sourcing_rows *rows,
                                             struct px_error *error)
{
    struct px_arena arena = {0};
    bool fine = true;
    for (size_t i = 0; fine && i < gold->records.count; i++) {
        const struct px_sourcing_record *record = gold->records.items[i];
        px_arena_clear(&arena);
        uint32_t *owners = px_arena_array(&arena, uint32_t, record->view.count + 1);
        fine = owners != NULL;
        if (fine)
            set_owners(record, owners);
        for (size_t r = 0; fine && r < record->relations.count; r++) {
            if (!is_clear(record, r, owners))
                continue;
            px_sourcing_rows_begin(rows, (uint32_t)i);
            fine = collect_relation(record, r, owners, rows, &arena) && !rows->failed;
        }
    }
    px_arena_release(&arena);
    return fine ? PX_OK : px_no_memory(error);
}
