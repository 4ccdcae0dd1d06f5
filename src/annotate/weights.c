#include "annotate/weights.h"

#include <stdlib.h>

/* What was ready, where it was made of the same file; else the file is read. */
static enum px_status fill(const struct px_weights_kind *kind, const struct px_data_file *file, const void *ready,
                           void *model, struct px_error *error)
{
    struct px_weights_head *head = model;
    if (ready != NULL && strcmp(((const struct px_weights_head *)ready)->digest, file->sha256) == 0) {
        memcpy(model, ready, kind->size);
        head->ready = true;
        return PX_OK;
    }
    memcpy(head->digest, file->sha256, sizeof head->digest);
    return kind->read(model, file->bytes, file->path, error);
}

enum px_status px_weights_new(const struct px_weights_kind *kind, const char *directory, const char *language,
                              const void *ready, void **model, struct px_error *error)
{
    struct px_arena arena = {0};
    struct px_data_file file;
    *model = NULL;
    enum px_status status = px_resources_bytes(directory, language, kind->file, &arena, &file, error);
    if (status != PX_OK) {
        px_arena_release(&arena);
        return status == PX_ERROR_NOT_FOUND ? PX_OK : status;
    }
    void *it = calloc(1, kind->size);
    status = it == NULL ? px_no_memory(error) : fill(kind, &file, ready, it, error);
    px_arena_release(&arena);
    if (status == PX_OK)
        *model = it;
    else
        px_weights_free(kind, it);
    return status;
}

void px_weights_free(const struct px_weights_kind *kind, void *model)
{
    if (model == NULL)
        return;
    if (!((const struct px_weights_head *)model)->ready)
        kind->release(model);
    free(model);
}
