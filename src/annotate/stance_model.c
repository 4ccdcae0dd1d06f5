#include "annotate/stance_model.h"

#include <math.h>
#include <stdlib.h>

#include "annotate/stance_features.h"
#include "annotate/weights.h"
#include "base/image.h"
#include "model/model.h"

enum { FEWEST_SLOTS = 32768 };

/* A feature's weights, found by its key; a key of 0 is an empty slot. */
struct weights {
    uint32_t key;
    float of[PX_STANCE_LABELS];
};

struct px_stance_model {
    struct px_weights_head head;
    struct weights *slots;
    size_t count;   /* of features */
    double neutral; /* what the probability of neutral counts */
    uint32_t mask;  /* slots less 1, a power of two */
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

/* Twice the slots. */
static bool grow(struct px_stance_model *it)
{
    struct px_stance_model old = *it;
    it->mask = 2 * it->mask + 1;
    it->slots = calloc((size_t)it->mask + 1, sizeof *it->slots);
    for (uint32_t i = 0; it->slots != NULL && i <= old.mask; i++)
        if (old.slots[i].key != 0)
            *find_slot(it, old.slots[i].key) = old.slots[i];
    free(old.slots);
    return it->slots != NULL;
}

/* A file in the making. */
struct filling {
    struct px_stance_model *model;
    const struct px_model *file;
    struct px_stance_feature feature;
    size_t part; /* the last row's */
    enum px_stance_label label;
    bool failed; /* no memory */
};

/* The label of the part of that name; false when it has none. */
static bool find_label(struct px_slice name, enum px_stance_label *label)
{
    for (int i = 0; i < PX_STANCE_LABELS; i++)
        if (px_slice_equal(px_stance_label_name((enum px_stance_label)i), name)) {
            *label = (enum px_stance_label)i;
            return true;
        }
    return false;
}

static bool take_weight(void *to, size_t part, struct px_slice name, int32_t steps)
{
    struct filling *filling = to;
    struct px_stance_model *it = filling->model;
    if (part != filling->part && !find_label(filling->file->parts.items[part].name, &filling->label))
        return false;
    filling->part = part;
    if (!px_stance_feature_parse(name, &filling->feature))
        return false;
    if (filling->failed || (2 * it->count > it->mask && !grow(it))) {
        filling->failed = true;
        return true;
    }
    uint32_t key = px_stance_feature_key(&filling->feature);
    struct weights *slot = find_slot(it, key);
    it->count += slot->key == 0;
    slot->key = key + (key == 0);
    slot->of[filling->label] = (float)steps / PX_LINEAR_STEPS;
    return true;
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

static enum px_status read_file(void *model, struct px_slice bytes, const char *path, struct px_error *error)
{
    struct px_stance_model *it = model;
    struct px_model read = {0};
    struct filling filling = {.model = it, .file = &read, .part = SIZE_MAX};
    it->mask = FEWEST_SLOTS - 1;
    it->slots = calloc(FEWEST_SLOTS, sizeof *it->slots);
    enum px_status status =
        it->slots == NULL
            ? px_no_memory(error)
            : px_model_read_rows(bytes, path, &(struct px_model_sink){take_weight, &filling}, &read, error);
    if (status == PX_OK && filling.failed)
        status = px_no_memory(error);
    if (status == PX_OK)
        status = read_neutral(it, &read, error);
    px_model_release(&read);
    return status;
}

static void release(void *model)
{
    struct px_stance_model *it = model;
    free(it->slots);
}

static const struct px_weights_kind kind = {"stance.model", sizeof(struct px_stance_model), read_file, release};

enum px_status px_stance_model_new(const char *directory, const char *language, const struct px_stance_model *ready,
                                   struct px_stance_model **model, struct px_error *error)
{
    void *made;
    enum px_status status = px_weights_new(&kind, directory, language, ready, &made, error);
    *model = made;
    return status;
}

void px_stance_model_free(struct px_stance_model *model)
{
    px_weights_free(&kind, model);
}

enum px_status px_stance_model_write(const struct px_stance_model *model, const char *name, struct px_buffer *out,
                                     struct px_error *error)
{
    struct px_image image = {0};
    size_t at = px_image_put(&image, model, sizeof *model);
    px_image_put_array(&image, at + offsetof(struct px_stance_model, slots), model->slots,
                       ((size_t)model->mask + 1) * sizeof *model->slots);
    return px_image_write(&image, name, out, error);
}

const char *px_stance_model_digest(const struct px_stance_model *model)
{
    return model->head.digest;
}

enum px_status px_stance_reader_new(const struct px_stance_model *model, struct px_stance_reader **reader,
                                    struct px_error *error)
{
    *reader = calloc(1, sizeof **reader);
    if (*reader == NULL)
        return px_no_memory(error);
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
    enum px_stance_label sign =
        probability[PX_STANCE_NEGATIVE] > probability[PX_STANCE_POSITIVE] ? PX_STANCE_NEGATIVE : PX_STANCE_POSITIVE;
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
