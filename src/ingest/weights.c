#include "ingest/weights.h"

#include "lexicon/resources.h"

static const char *const kind_names[PX_PAGE_KINDS] = {[PX_PAGE_HTML] = "html", [PX_PAGE_TEXT] = "text"};

const char *px_page_kind_name(enum px_page_kind kind)
{
    return kind_names[kind];
}

struct px_slice *px_feature_names(struct px_arena *arena)
{
    struct px_slice *names = px_arena_array(arena, struct px_slice, PX_FEATURE_COUNT);
    char name[48];
    for (int i = 0; names != NULL && i < PX_FEATURE_COUNT; i++) {
        names[i] = px_arena_copy(arena, px_slice_from(px_feature_name(i, name)));
        if (names[i].data == NULL)
            return NULL;
    }
    return names;
}

static void find_scorers(struct px_weights *weights)
{
    for (int kind = 0; kind < PX_PAGE_KINDS; kind++) {
        struct px_slice name = px_slice_from(kind_names[kind]);
        const struct px_model_part *trees = px_model_find(&weights->model, PX_MODEL_TREES, name);
        const struct px_model_part *linear = px_model_find(&weights->model, PX_MODEL_LINEAR, name);
        if (trees != NULL && linear != NULL)
            weights->scorers[kind] = (struct px_scorer){&trees->trees, &linear->linear};
    }
}

enum px_status px_weights_read(const char *directory, struct px_weights *weights, struct px_error *error)
{
    struct px_arena arena = {0};
    struct px_data_file file;
    struct px_error missing = {0};
    *weights = (struct px_weights){0};
    enum px_status status = px_resources_bytes(directory, "any", "cleaning.model", &arena, &file, &missing);
    if (status == PX_ERROR_NOT_FOUND) {
        status = PX_OK;
        goto done;
    }
    if (status != PX_OK && error != NULL)
        *error = missing;
    if (status == PX_OK)
        status = px_model_read(file.bytes, file.path, &weights->model, error);
    struct px_slice *names = status == PX_OK ? px_feature_names(&arena) : NULL;
    if (status == PX_OK && names == NULL)
        status = px_no_memory(error);
    if (status == PX_OK)
        status = px_model_bind(&weights->model, names, PX_FEATURE_COUNT, error);
    if (status == PX_OK)
        find_scorers(weights);
    else
        px_weights_release(weights);
done:
    px_arena_release(&arena);
    return status;
}

void px_weights_release(struct px_weights *weights)
{
    px_model_release(&weights->model);
    *weights = (struct px_weights){0};
}
