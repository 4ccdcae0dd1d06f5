/* The trainer of features. */
#include <stdlib.h>

#include "syntax/conllu.h"
#include "syntax/features_inside.h"

enum { SEEN = 3, GAIN = 3 }; /* a row was seen so often and puts so many words right */

/* A word of the treebanks: its features and its keys by level (PX_NONE: it has none). */
struct sample {
    uint32_t gold;
    uint32_t keys[PX_FEATURE_LEVELS];
};

/* How often features go with a key. */
struct tally {
    uint32_t key;
    uint32_t value;
    uint32_t count;
};

/* A row that may be taken. */
struct row {
    uint32_t value; /* the most frequent features of its key, of equals the first seen */
    uint32_t count; /* their count */
    uint32_t seen;
    int32_t gain;
    bool taken;
};

struct training {
    struct px_arena arena;
    struct px_arena sentence;
    struct px_table keys;
    struct px_table values;
    struct px_table pairs; /* bytes of a tally's key and value */
    PX_VECTOR(struct sample) samples;
    PX_VECTOR(struct tally) tallies;
    struct row *rows;  /* by key */
    uint32_t *current; /* by sample: what the rows taken so far say */
    struct px_buffer key;
};

static bool add_tally(struct training *training, uint32_t key, uint32_t value)
{
    uint32_t pair[2] = {key, value};
    bool added;
    uint32_t id = px_table_add(&training->pairs, (struct px_slice){(const char *)pair, sizeof pair}, &added);
    if (id == PX_NONE)
        return false;
    if (added) {
        struct tally *tally = px_vector_push(&training->tallies, &training->arena);
        if (tally == NULL)
            return false;
        *tally = (struct tally){.key = key, .value = value};
    }
    training->tallies.items[id].count++;
    return true;
}

static bool add_sample(struct training *training, const struct px_feature_scene *scene, size_t i, struct px_slice gold)
{
    struct sample *sample = px_vector_push(&training->samples, &training->arena);
    if (sample == NULL || (sample->gold = px_table_add(&training->values, gold, NULL)) == PX_NONE)
        return false;
    for (size_t level = 0; level < PX_FEATURE_LEVELS; level++) {
        sample->keys[level] = PX_NONE;
        if (!px_feature_key(scene, i, level, &training->key))
            continue;
        if (training->key.failed)
            return false;
        uint32_t key = px_table_add(&training->keys, px_buffer_slice(&training->key), NULL);
        sample->keys[level] = key;
        if (key == PX_NONE || !add_tally(training, key, sample->gold))
            return false;
    }
    return true;
}

static bool add_sentence(struct training *training, const struct px_conllu_sentence *sentence)
{
    size_t count = sentence->words.count;
    struct px_feature_scene scene;
    struct px_feature_word *words = px_arena_array(&training->sentence, struct px_feature_word, count);
    if (words == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct px_slice *column = sentence->words.items[i].column;
        uint32_t head = px_conllu_head(sentence, i);
        words[i] = (struct px_feature_word){
            .form = column[PX_CONLLU_FORM],
            .upos = column[PX_CONLLU_UPOS],
            .xpos = column[PX_CONLLU_XPOS],
            .relation = column[PX_CONLLU_RELATION],
            .head = head == 0 || head == PX_NONE ? PX_NONE : head - 1,
        };
    }
    bool done = px_feature_scene_init(&scene, words, count, &training->sentence);
    for (size_t i = 0; done && i < count; i++)
        done = add_sample(training, &scene, i, sentence->words.items[i].column[PX_CONLLU_FEATS]);
    return done;
}

static enum px_status read_file(struct training *training, const char *path, struct px_error *error)
{
    struct px_buffer bytes = {0};
    struct px_conllu_sentence sentence;
    enum px_status status = px_conllu_read_file(path, &bytes, error);
    struct px_conllu_reader reader = {.rest = px_buffer_slice(&bytes), .path = path};
    int got = 1;
    while (status == PX_OK && (got = px_conllu_next(&reader, &training->sentence, &sentence, error)) > 0) {
        if (!add_sentence(training, &sentence))
            status = px_no_memory(error);
        px_arena_clear(&training->sentence);
    }
    px_buffer_release(&bytes);
    return status == PX_OK && got < 0 ? (enum px_status)got : status;
}

static bool find_rows(struct training *training)
{
    training->rows = px_arena_array(&training->arena, struct row, training->keys.keys.count);
    training->current = px_arena_array(&training->arena, uint32_t, training->samples.count);
    uint32_t none = px_table_add(&training->values, PX_SLICE("_"), NULL);
    if (training->rows == NULL || training->current == NULL || none == PX_NONE)
        return false;
    for (size_t i = 0; i < training->tallies.count; i++) {
        const struct tally *tally = &training->tallies.items[i];
        struct row *row = &training->rows[tally->key];
        row->seen += tally->count;
        if (tally->count > row->count) {
            row->count = tally->count;
            row->value = tally->value;
        }
    }
    for (size_t i = 0; i < training->samples.count; i++)
        training->current[i] = none;
    return true;
}

static void write_row(struct training *training, uint32_t key, struct px_buffer *model)
{
    px_buffer_printf(model, "%.*s\t%.*s\n", PX_SLICE_ARG(px_table_key(&training->keys, key)),
                     PX_SLICE_ARG(px_table_key(&training->values, training->rows[key].value)));
}

/* Takes the rows of a level that help, and writes them in the order in which their keys were seen. */
static void take_level(struct training *training, size_t level, struct px_buffer *model)
{
    for (size_t i = 0; i < training->samples.count; i++) {
        const struct sample *sample = &training->samples.items[i];
        if (sample->keys[level] == PX_NONE)
            continue;
        struct row *row = &training->rows[sample->keys[level]];
        row->gain += (row->value == sample->gold) - (training->current[i] == sample->gold);
    }
    for (size_t i = 0; i < training->samples.count; i++) {
        uint32_t key = training->samples.items[i].keys[level];
        if (key == PX_NONE || training->rows[key].seen < SEEN || training->rows[key].gain < GAIN)
            continue;
        if (!training->rows[key].taken)
            write_row(training, key, model);
        training->rows[key].taken = true;
        training->current[i] = training->rows[key].value;
    }
}

static void write_scores(const struct training *training, struct px_buffer *scores)
{
    size_t right = 0;
    size_t rows = 0;
    for (size_t i = 0; i < training->samples.count; i++)
        right += training->current[i] == training->samples.items[i].gold;
    for (size_t i = 0; i < training->keys.keys.count; i++)
        rows += training->rows[i].taken;
    px_buffer_printf(scores, "features: %zu rows, right for %zu of %zu words\n", rows, right, training->samples.count);
}

enum px_status px_features_train(char *const *paths, size_t count, struct px_buffer *model, struct px_buffer *scores,
                                 struct px_error *error)
{
    struct training training = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < count; i++)
        status = read_file(&training, paths[i], error);
    if (status == PX_OK && !find_rows(&training))
        status = px_no_memory(error);
    if (status == PX_OK) {
        px_buffer_append(model, px_features_heading);
        px_buffer_string(model, "\n# UPOS\tXPOS\tform\tsituation\tsubject\tfeatures\n");
        for (size_t level = 0; level < PX_FEATURE_LEVELS; level++)
            take_level(&training, level, model);
        write_scores(&training, scores);
        if (model->failed || scores->failed)
            status = px_no_memory(error);
    }
    px_buffer_release(&training.key);
    px_table_release(&training.keys);
    px_table_release(&training.values);
    px_table_release(&training.pairs);
    px_arena_release(&training.sentence);
    px_arena_release(&training.arena);
    return status;
}
