#include "syntax/features.h"

#include <stdlib.h>

#include "syntax/features_inside.h"
#include "text/normalise.h"

enum { COLUMNS = 5 };
enum asked { FORM = 1, SITUATION = 2, SUBJECT = 4 };
enum support { NO_SUPPORT, AUXILIARY, INFINITIVE, PASSIVE }; /* the larger one decides */

const struct px_slice px_features_heading = PX_SLICE_STATIC("# parallax features 1");

static const uint8_t levels[PX_FEATURE_LEVELS] = {
    0, FORM, SITUATION, SUBJECT, SITUATION | SUBJECT, FORM | SUBJECT, FORM | SITUATION, FORM | SITUATION | SUBJECT,
};

struct px_features {
    struct px_table keys;              /* five columns with tabs between */
    PX_VECTOR(struct px_slice) values; /* by key */
    struct px_arena arena;
};

static bool is_verb(const struct px_feature_word *word)
{
    return px_slice_is(word->upos, "VERB") || px_slice_is(word->upos, "AUX");
}

static bool is_pronoun(const struct px_feature_word *word)
{
    return px_slice_is(word->upos, "PRON") || px_slice_is(word->upos, "DET");
}

/* Is this the relation, with or without a subtype ("aux:pass")? */
static bool is_relation(const struct px_feature_word *word, const char *name)
{
    size_t size = strlen(name);
    return px_slice_starts(word->relation, px_slice_from(name)) &&
           (word->relation.size == size || word->relation.data[size] == ':');
}

static enum support support_of(const struct px_feature_word *word)
{
    if (px_slice_is(word->relation, "aux:pass"))
        return PASSIVE;
    if (px_slice_is(word->relation, "mark") && px_slice_is(word->upos, "PART"))
        return INFINITIVE;
    return px_slice_is(word->relation, "aux") ? AUXILIARY : NO_SUPPORT;
}

bool px_feature_scene_init(struct px_feature_scene *scene, const struct px_feature_word *words, size_t count,
                           struct px_arena *arena)
{
    scene->words = words;
    scene->subjects = px_arena_array(arena, uint32_t, count);
    scene->supports = px_arena_array(arena, uint8_t, count);
    if (scene->subjects == NULL || scene->supports == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        scene->subjects[i] = PX_NONE;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t head = words[i].head;
        if (head >= count)
            continue;
        if (scene->subjects[head] == PX_NONE && (is_relation(&words[i], "nsubj") || is_relation(&words[i], "expl")))
            scene->subjects[head] = i;
        uint8_t support = (uint8_t)support_of(&words[i]);
        scene->supports[head] = support > scene->supports[head] ? support : scene->supports[head];
    }
    return true;
}

/* The subject of the verb's clause: that of its own, of the verb it helps, or of the verb it is coordinated with. */
static uint32_t subject_of(const struct px_feature_scene *scene, size_t i)
{
    const struct px_feature_word *word = &scene->words[i];
    if (!is_verb(word))
        return PX_NONE;
    bool helps = word->head != PX_NONE && (is_relation(word, "aux") || is_relation(word, "cop"));
    uint32_t subject = scene->subjects[helps ? word->head : i];
    if (subject == PX_NONE && word->head != PX_NONE && px_slice_is(word->relation, "conj"))
        subject = scene->subjects[word->head];
    return subject;
}

static void write_situation(const struct px_feature_scene *scene, size_t i, struct px_buffer *key)
{
    static const char *const names[] = {"/-", "/aux", "/to", "/passive"};
    px_buffer_append(key, scene->words[i].relation);
    px_buffer_string(key, is_verb(&scene->words[i]) ? names[scene->supports[i]] : "/");
}

bool px_feature_key(const struct px_feature_scene *scene, size_t i, size_t level, struct px_buffer *key)
{
    const struct px_feature_word *word = &scene->words[i];
    uint32_t subject = (levels[level] & SUBJECT) != 0 ? subject_of(scene, i) : PX_NONE;
    if ((levels[level] & SUBJECT) != 0 && subject == PX_NONE)
        return false;
    px_buffer_clear(key);
    px_buffer_printf(key, "%.*s\t%.*s\t", PX_SLICE_ARG(word->upos), PX_SLICE_ARG(word->xpos));
    if ((levels[level] & FORM) != 0)
        px_text_fold(word->form, key);
    else
        px_buffer_byte(key, '*');
    px_buffer_byte(key, '\t');
    if ((levels[level] & SITUATION) != 0)
        write_situation(scene, i, key);
    else
        px_buffer_byte(key, '*');
    px_buffer_byte(key, '\t');
    if (subject == PX_NONE)
        px_buffer_byte(key, '*');
    else if (is_pronoun(&scene->words[subject]))
        px_text_fold(scene->words[subject].form, key);
    else
        px_buffer_append(key, scene->words[subject].xpos);
    return true;
}

/* A line of the model: five columns that are the key, and what they give. */
static enum px_status read_row(struct px_features *features, struct px_slice line, struct px_error *error)
{
    struct px_slice rest = line;
    struct px_slice column;
    size_t count = 0;
    while (count < COLUMNS && px_slice_next(&rest, '\t', &column) && column.size > 0)
        count++;
    if (count < COLUMNS || rest.size == 0 || memchr(rest.data, '\t', rest.size) != NULL)
        return px_error_set(error, PX_ERROR_SYNTAX, "not six columns with tabs between them");
    bool added = false;
    struct px_slice key = {line.data, (size_t)(rest.data - line.data) - 1};
    uint32_t id = px_table_add(&features->keys, key, &added);
    struct px_slice *value = id == PX_NONE || !added ? NULL : px_vector_push(&features->values, &features->arena);
    if (id != PX_NONE && !added)
        return px_error_set(error, PX_ERROR_SYNTAX, "a row that stands above already");
    if (value == NULL)
        return px_no_memory(error);
    *value = px_slice_is(rest, "_") ? (struct px_slice){NULL, 0} : rest;
    return PX_OK;
}

enum px_status px_features_new(struct px_slice bytes, const char *path, struct px_features **features,
                               struct px_error *error)
{
    struct px_slice line;
    size_t number = 1;
    enum px_status status = PX_OK;
    *features = NULL;
    if (!px_slice_next(&bytes, '\n', &line) || !px_slice_equal(line, px_features_heading))
        status = px_error_set(error, PX_ERROR_SYNTAX, "no features model of this version");
    struct px_features *made = status == PX_OK ? calloc(1, sizeof *made) : NULL;
    if (status == PX_OK && made == NULL)
        return px_no_memory(error);
    while (status == PX_OK && px_slice_next(&bytes, '\n', &line)) {
        number++;
        if (line.size > 0 && line.data[0] != '#')
            status = read_row(made, line, error);
    }
    if (status == PX_OK) {
        *features = made;
        return PX_OK;
    }
    if (status == PX_ERROR_SYNTAX)
        px_error_place(error, path, number, 1);
    px_features_free(made);
    return status;
}

void px_features_free(struct px_features *features)
{
    if (features == NULL)
        return;
    px_table_release(&features->keys);
    px_arena_release(&features->arena);
    free(features);
}

static struct px_slice find_word(const struct px_features *features, const struct px_feature_scene *scene, size_t i,
                                 struct px_buffer *key)
{
    for (size_t level = PX_FEATURE_LEVELS; level-- > 0;) {
        if (!px_feature_key(scene, i, level, key) || key->failed)
            continue;
        uint32_t id = px_table_find(&features->keys, px_buffer_slice(key));
        if (id != PX_NONE)
            return features->values.items[id];
    }
    return (struct px_slice){0};
}

bool px_features_find(const struct px_features *features, const struct px_feature_word *words, size_t count,
                      struct px_arena *arena, struct px_slice *found)
{
    struct px_feature_scene scene;
    struct px_buffer key = {0};
    if (!px_feature_scene_init(&scene, words, count, arena))
        return false;
    for (size_t i = 0; i < count; i++)
        found[i] = find_word(features, &scene, i, &key);
    bool done = !key.failed;
    px_buffer_release(&key);
    return done;
}
