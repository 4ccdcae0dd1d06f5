#include <stdlib.h>

#include "lexicon/resources.h"
#include "sourcing/sourcing.h"

static uint32_t read32(const uint8_t *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static enum px_status refuse(const char *path, const char *message, struct px_error *error)
{
    px_error_set(error, PX_ERROR_INPUT, "%s", message);
    px_error_place(error, path, 0, 0);
    return PX_ERROR_INPUT;
}

static bool read_parts(struct px_slice bytes, struct px_slice parts[PX_SOURCING_PARTS])
{
    const uint8_t *data = (const uint8_t *)bytes.data;
    if (bytes.size < PX_SOURCING_HEAD + (size_t)PX_SOURCING_PARTS * PX_SOURCING_ENTRY ||
        read32(data + 12) != PX_SOURCING_PARTS)
        return false;
    for (uint32_t i = 0; i < PX_SOURCING_PARTS; i++) {
        const uint8_t *entry = data + PX_SOURCING_HEAD + (size_t)i * PX_SOURCING_ENTRY;
        size_t offset = read32(entry + 4), size = read32(entry + 8);
        if (read32(entry) != i || offset > bytes.size || size > bytes.size - offset)
            return false;
        parts[i] = px_slice_part(bytes, offset, offset + size);
    }
    return true;
}

static bool read_table(struct px_slice bytes, uint32_t width, struct px_hashed *table)
{
    size_t lines = bytes.size / PX_HASHED_LINE;
    *table = (struct px_hashed){(const uint8_t *)bytes.data, (uint32_t)lines, width};
    return bytes.size % PX_HASHED_LINE == 0 && lines > 0 && lines <= PX_HASHED_LINES;
}

/* A chain from its steps; PX_ERROR_INPUT when they are of another number. */
static enum px_status read_chain(struct px_sourcing_model *model, struct px_slice bytes, uint32_t labels,
                                 uint32_t classes, struct px_chain *chain)
{
    size_t count = px_chain_size(labels, classes);
    const uint8_t *data = (const uint8_t *)bytes.data;
    if (bytes.size != 2 * count)
        return PX_ERROR_INPUT;
    float *weights = px_arena_array(&model->arena, float, count);
    for (size_t i = 0; weights != NULL && i < count; i++)
        weights[i] = (float)(int16_t)(data[2 * i] | data[2 * i + 1] << 8) / PX_HASHED_STEPS;
    return weights != NULL && px_chain_init(chain, labels, classes, weights, &model->arena) ? PX_OK : PX_ERROR_MEMORY;
}

static enum px_status read_limit(const struct px_model *notes, const char *path, const char *key, double *value,
                                 struct px_error *error)
{
    if (px_slice_number(px_model_note(notes, key), value) && *value >= 0 && *value <= 1)
        return PX_OK;
    px_error_set(error, PX_ERROR_SYNTAX, "the model's note '%s' is no number between 0 and 1", key);
    px_error_place(error, path, 0, 0);
    return PX_ERROR_SYNTAX;
}

static enum px_status read_notes(struct px_sourcing_model *model, struct px_slice bytes, const char *path,
                                 struct px_error *error)
{
    const struct {
        const char *key;
        double *value;
    } limits[] = {{"candidate", &model->candidate},
                  {"context", &model->context},
                  {"document", &model->document_weight},
                  {"standing", &model->standing},
                  {"high", &model->high}};
    enum px_status status = px_model_read(bytes, path, &model->notes, error);
    if (status == PX_OK)
        status = px_model_bind(&model->notes, px_sourcing_columns(), PX_SOURCING_COLUMNS, error);
    for (size_t i = 0; status == PX_OK && i < sizeof limits / sizeof *limits; i++)
        status = read_limit(&model->notes, path, limits[i].key, limits[i].value, error);
    if (status != PX_OK)
        return status;
    const struct px_model_part *part = px_model_find(&model->notes, PX_MODEL_LINEAR, PX_SLICE("accept"));
    if (part == NULL)
        return refuse(path, "a sourcing model without its regression", error);
    model->accept = &part->linear;
    return PX_OK;
}

static enum px_status read_model(struct px_sourcing_model *model, struct px_slice bytes, const char *path,
                                 struct px_error *error)
{
    struct px_slice parts[PX_SOURCING_PARTS];
    const uint8_t *data = (const uint8_t *)bytes.data;
    if (bytes.size < PX_SOURCING_HEAD || memcmp(data, PX_SOURCING_MAGIC, sizeof PX_SOURCING_MAGIC - 1) != 0)
        return refuse(path, "not a sourcing model", error);
    if (read32(data + 8) != PX_SOURCING_VERSION)
        return refuse(path, "a sourcing model of another version", error);
    if (!read_parts(bytes, parts))
        return refuse(path, "a sourcing model that is cut short", error);
    if (!read_table(parts[PX_SOURCING_WORDS], PX_CUE_LABELS + PX_DOCUMENT_LABELS, &model->words) ||
        !read_table(parts[PX_SOURCING_ARGUMENTS], PX_ARGUMENT_LABELS, &model->arguments))
        return refuse(path, "a sourcing model with a broken table", error);
    enum px_status status =
        read_chain(model, parts[PX_SOURCING_CUE_STEPS], PX_CUE_LABELS, PX_SOURCING_BOUNDS, &model->cue);
    if (status == PX_OK)
        status = read_chain(model, parts[PX_SOURCING_DOCUMENT_STEPS], PX_DOCUMENT_LABELS, PX_SOURCING_BOUNDS,
                            &model->document);
    if (status == PX_OK)
        status = read_chain(model, parts[PX_SOURCING_ARGUMENT_STEPS], PX_ARGUMENT_LABELS, 2 * PX_SOURCING_BOUNDS,
                            &model->argument);
    if (status == PX_ERROR_INPUT)
        return refuse(path, "a sourcing model with broken steps", error);
    if (status != PX_OK)
        return px_no_memory(error);
    return read_notes(model, parts[PX_SOURCING_NOTES], path, error);
}

enum px_status px_sourcing_model_open(struct px_slice bytes, const char *path, struct px_sourcing_model **model,
                                      struct px_error *error)
{
    struct px_sourcing_model *it = calloc(1, sizeof *it);
    *model = NULL;
    if (it == NULL)
        return px_no_memory(error);
    it->digest = "";
    enum px_status status = read_model(it, bytes, path, error);
    if (status == PX_OK)
        *model = it;
    else
        px_sourcing_model_free(it);
    return status;
}

enum px_status px_sourcing_model_new(const char *directory, const char *language, struct px_sourcing_model **model,
                                     struct px_error *error)
{
    struct px_arena arena = {0};
    struct px_data_file file = {0};
    *model = NULL;
    enum px_status status = px_resources_bytes(directory, language, "sourcing.model", &arena, &file, error);
    bool none = status == PX_ERROR_NOT_FOUND;
    struct px_sourcing_model *it = calloc(1, sizeof *it);
    if (it == NULL) {
        px_arena_release(&arena);
        return px_no_memory(error);
    }
    it->arena = arena; /* the bytes live as long as the model */
    it->digest = file.sha256;
    if (status == PX_OK)
        status = read_model(it, file.bytes, file.path, error);
    if (status == PX_OK)
        *model = it;
    else
        px_sourcing_model_free(it);
    return none ? PX_OK : status;
}

const char *px_sourcing_model_digest(const struct px_sourcing_model *model)
{
    return model->digest;
}

void px_sourcing_model_free(struct px_sourcing_model *model)
{
    if (model == NULL)
        return;
    px_model_release(&model->notes);
    px_arena_release(&model->arena);
    free(model);
}
