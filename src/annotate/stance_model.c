#include "annotate/stance_model.h"

#include <math.h>
#include <stdlib.h>

#include "annotate/stance_features.h"
#include "base/digest.h"
#include "model/model.h"

/* A feature's weights, found by its key; a key of 0 is an empty slot. */
struct weights {
    uint32_t key;
    float of[PX_STANCE_LABELS];
};

struct px_stance_model {
    struct px_arena arena;
    struct weights *slots;
    double neutral; /* what the probability of neutral counts */
    uint32_t mask; /* slots less 1, a power of two */
    char digest[PX_DIGEST_SIZE];
};

struct px_stance_reader {
    const struct px_stance_model *model;
    struct px_stance_forms forms;
    struct px_stance_view view;
    float *given;
};

struct px_slice px_stance_label_name(enum px_stance_label label)
{
    static const struct px_slice names[PX_STANCE_LABELS] = {PX_SLICE_STATIC("negative"), PX_SLICE_STATIC("neutral"),
                                                            PX_SLICE_STATIC("positive")};
    return names[label];
}

/* The key's slot, or the empty one where it would stand. */
static struct weights *find_slot(const struct px_stance_model *model, uint32_t key)
{
    uint32_t at = key & model->mask;
    key += key == 0;
    while (model->slots[at].key != 0 && model->slots[at].key != key)
        at = (at + 1) & model->mask;
    return &model->slots[at];
}

static enum px_status add_part(struct px_stance_model *it, const struct px_model *file, enum px_stance_label label,
                               struct px_error *error)
{
    struct px_slice name = px_stance_label_name(label);
    const struct px_model_part *part = px_model_find(file, PX_MODEL_LINEAR, name);
    if (part == NULL) {
        px_error_set(error, PX_ERROR_SYNTAX, "no part '%.*s'", PX_SLICE_ARG(name));
        return px_error_place(error, file->path.data, 1, 1);
    }
    for (size_t i = 0; i < part->linear.count; i++) {
        uint32_t id = part->linear.weights[i].feature;
        struct px_slice text = px_table_key(&file->features, id);
        struct px_stance_feature feature;
        if (!px_stance_feature_parse(text, &feature)) {
            px_error_set(error, PX_ERROR_SYNTAX, "unknown feature '%.*s'", PX_SLICE_SHORT(text));
            return px_error_place(error, file->path.data, file->lines.items[id], 1);
        }
        uint32_t key = px_stance_feature_key(&feature);
        struct weights *slot = find_slot(it, key);
        slot->key = key + (key == 0);
        slot->of[label] = (float)part->linear.weights[i].steps / PX_LINEAR_STEPS;
    }
    return PX_OK;
}

static enum px_status read_neutral(struct px_stance_model *it, const struct px_model *file, struct px_error *error)
{
    struct px_slice note = px_model_note(file, "neutral");
    it->neutral = 1;
    if (note.size == 0 || (px_slice_number(note, &it->neutral) && it->neutral > 0))
        return PX_OK;
    px_error_set(error, PX_ERROR_SYNTAX, "the model's note 'neutral' is no number above 0");
    return px_error_place(error, file->path.data, 1, 1);
}

static enum px_status fill(struct px_stance_model *it, const struct px_model *file, struct px_error *error)
{
    uint32_t slots = 16;
    while (slots < 2 * file->features.keys.count)
        slots *= 2;
    it->mask = slots - 1;
    it->slots = px_arena_array(&it->arena, struct weights, slots);
    enum px_status status = it->slots == NULL ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
    for (int label = 0; status == PX_OK && label < PX_STANCE_LABELS; label++)
        status = add_part(it, file, (enum px_stance_label)label, error);
    return status;
}

enum px_status px_stance_model_new(const char *directory, const char *language, struct px_stance_model **model,
                                   struct px_error *error)
{
    struct px_arena arena = {0};
    struct px_data_file file;
    struct px_model read = {0};
    *model = NULL;
    enum px_status status = px_resources_bytes(directory, language, "stance.model", &arena, &file, error);
    if (status != PX_OK) {
        px_arena_release(&arena);
        return status == PX_ERROR_NOT_FOUND ? PX_OK : status;
    }
    struct px_stance_model *it = calloc(1, sizeof *it);
    status = it == NULL ? px_error_set(error, PX_ERROR_MEMORY, "out of memory")
                        : px_model_read(file.bytes, file.path, &read, error);
    if (status == PX_OK) {
        memcpy(it->digest, file.sha256, sizeof it->digest);
        status = read_neutral(it, &read, error);
    }
    if (status == PX_OK)
        status = fill(it, &read, error);
    px_model_release(&read);
    px_arena_release(&arena);
    if (status == PX_OK)
        *model = it;
    else
        px_stance_model_free(it);
    return status;
}

void px_stance_model_free(struct px_stance_model *model)
{
    if (model == NULL)
        return;
    px_arena_release(&model->arena);
    free(model);
}

const char *px_stance_model_digest(const struct px_stance_model *model)
{
    return model->digest;
}

enum px_status px_stance_reader_new(const struct px_stance_model *model, struct px_stance_reader **reader,
                                    struct px_error *error)
{
    *reader = calloc(1, sizeof **reader);
    if (*reader == NULL)
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    (*reader)->model = model;
    return PX_OK;
}

void px_stance_reader_free(struct px_stance_reader *reader)
{
    if (reader == NULL)
        return;
    px_stance_forms_release(&reader->forms);
    free(reader);
}

bool px_stance_reader_begin(struct px_stance_reader *reader, const struct px_stance_scene *scene)
{
    const struct px_annotation *annotation = scene->annotation;
    reader->given = px_arena_array(&annotation->worker->scratch, float, annotation->article->tokens.count + 1);
    return reader->given != NULL && px_stance_view_init(&reader->view, scene, &reader->forms);
}

/* Sums in the making. */
struct sums {
    const struct px_stance_model *model;
    float *given;
    double odds[PX_STANCE_LABELS];
};

static void add(void *to, const struct px_stance_feature *feature, double value, uint32_t token)
{
    struct sums *sums = to;
    const struct weights *weights = find_slot(sums->model, px_stance_feature_key(feature));
    if (weights->key == 0)
        return;
    for (size_t i = 0; i < PX_STANCE_LABELS; i++)
        sums->odds[i] += value * (double)weights->of[i];
    if (token != PX_NONE)
        sums->given[token] += (float)value * (weights->of[PX_STANCE_POSITIVE] - weights->of[PX_STANCE_NEGATIVE]);
}

void px_stance_shares(const double odds[PX_STANCE_LABELS], double probability[PX_STANCE_LABELS])
{
    double sum = 0;
    for (size_t i = 0; i < PX_STANCE_LABELS; i++) {
        probability[i] = 1 / (1 + exp(-odds[i]));
        sum += probability[i];
    }
    for (size_t i = 0; i < PX_STANCE_LABELS; i++)
        probability[i] /= sum;
}

enum px_stance_label px_stance_likeliest(const double probability[PX_STANCE_LABELS], double neutral)
{
    enum px_stance_label sign = probability[PX_STANCE_NEGATIVE] > probability[PX_STANCE_POSITIVE] ? PX_STANCE_NEGATIVE
                                                                                                 : PX_STANCE_POSITIVE;
    return probability[sign] > neutral * probability[PX_STANCE_NEUTRAL] ? sign : PX_STANCE_NEUTRAL;
}

void px_stance_read(struct px_stance_reader *reader, uint32_t first, uint32_t end, struct px_stance_reading *reading)
{
    const struct px_article *article = reader->view.scene->annotation->article;
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[first].sentence];
    struct sums sums = {.model = reader->model, .given = reader->given};
    memset(reader->given + sentence->first_token, 0, sentence->token_count * sizeof *reader->given);
    px_stance_features(&reader->view, first, end, &(struct px_stance_sink){add, &sums});
    px_stance_shares(sums.odds, reading->probability);
    reading->label = px_stance_likeliest(reading->probability, reader->model->neutral);
    reading->given = reader->given;
}
