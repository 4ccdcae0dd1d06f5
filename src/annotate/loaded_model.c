#include "annotate/loaded_model.h"

#include <math.h>
#include <stdlib.h>

#include "annotate/loaded.h"
#include "annotate/loaded_features.h"
#include "annotate/weights.h"
#include "base/image.h"
#include "model/model.h"

enum { FORM_PARTS = PX_LOADED_WORDS + 1 };

struct px_loaded_model {
    struct px_weights_head head;
    struct px_model model;
    float *weights[PX_LOADED_PARTS]; /* by feature of the model's table */
    double mark;
    double threshold;
};

/* What a form says wherever it stands. */
struct form_score {
    float score[FORM_PARTS];
    bool known;
};

struct px_loaded_reader {
    const struct px_loaded_model *model;
    struct form_score *forms;
    size_t capacity;
};

static enum px_status spread_weights(struct px_loaded_model *it, struct px_error *error)
{
    size_t count = it->model.features.keys.count;
    for (int part = 0; part < PX_LOADED_PARTS; part++) {
        const struct px_model_part *found =
            px_model_find(&it->model, PX_MODEL_LINEAR, px_loaded_part_name((enum px_loaded_part)part));
        it->weights[part] = px_arena_array(&it->model.arena, float, count + 1);
        if (it->weights[part] == NULL)
            return px_no_memory(error);
        for (size_t i = 0; found != NULL && i < found->linear.count; i++)
            it->weights[part][found->linear.weights[i].feature] =
                (float)found->linear.weights[i].steps / PX_LINEAR_STEPS;
    }
    return PX_OK;
}

static enum px_status read_note(const struct px_loaded_model *it, const char *key, double *value,
                                struct px_error *error)
{
    if (px_slice_number(px_model_note(&it->model, key), value) && *value >= 0 && *value <= 1)
        return PX_OK;
    px_error_set(error, PX_ERROR_SYNTAX, "the model's note '%s' is no number between 0 and 1", key);
    return px_error_place(error, it->model.path.data, 1, 1);
}

static enum px_status read_file(void *model, struct px_slice bytes, const char *path, struct px_error *error)
{
    struct px_loaded_model *it = model;
    enum px_status status = px_model_read(bytes, path, &it->model, error);
    if (status == PX_OK)
        status = spread_weights(it, error);
    if (status == PX_OK)
        status = read_note(it, "mark", &it->mark, error);
    return status == PX_OK ? read_note(it, "threshold", &it->threshold, error) : status;
}

static void release(void *model)
{
    struct px_loaded_model *it = model;
    px_model_release(&it->model);
}

static const struct px_weights_kind kind = {"loaded.model", sizeof(struct px_loaded_model), read_file, release};

enum px_status px_loaded_model_new(const char *directory, const char *language, const struct px_loaded_model *ready,
                                   struct px_loaded_model **model, struct px_error *error)
{
    void *made;
    enum px_status status = px_weights_new(&kind, directory, language, ready, &made, error);
    *model = made;
    return status;
}

const char *px_loaded_model_digest(const struct px_loaded_model *model)
{
    return model->head.digest;
}

void px_loaded_model_free(struct px_loaded_model *model)
{
    px_weights_free(&kind, model);
}

/* Of the file that was read, nothing but the names of features is asked for any more. */
enum px_status px_loaded_model_write(const struct px_loaded_model *model, const char *name, struct px_buffer *out,
                                     struct px_error *error)
{
    struct px_image image = {0};
    struct px_loaded_model bare = *model;
    bare.model = (struct px_model){.features = model->model.features};
    size_t at = px_image_put(&image, &bare, sizeof bare);
    size_t features = at + offsetof(struct px_loaded_model, model) + offsetof(struct px_model, features);
    px_image_put_table(&image, features, &model->model.features);
    for (size_t part = 0; part < PX_LOADED_PARTS; part++)
        px_image_put_array(&image, at + offsetof(struct px_loaded_model, weights) + part * sizeof *model->weights,
                           model->weights[part], (model->model.features.keys.count + 1) * sizeof **model->weights);
    return px_image_write(&image, name, out, error);
}

enum px_status px_loaded_reader_new(const struct px_loaded_model *model, struct px_loaded_reader **reader,
                                    struct px_error *error)
{
    *reader = calloc(1, sizeof **reader);
    if (*reader == NULL)
        return px_no_memory(error);
    (*reader)->model = model;
    return PX_OK;
}

void px_loaded_reader_free(struct px_loaded_reader *reader)
{
    if (reader == NULL)
        return;
    free(reader->forms);
    free(reader);
}

/* A sum in the making. */
struct sum {
    const struct px_loaded_model *model;
    const float *weights;
    double value;
};

static void add(void *to, struct px_slice name, double value)
{
    struct sum *sum = to;
    uint32_t feature = px_table_find(&sum->model->model.features, name);
    if (feature != PX_NONE)
        sum->value += (double)sum->weights[feature] * value;
}

static struct sum begin(const struct px_loaded_reader *reader, enum px_loaded_part part)
{
    return (struct sum){reader->model, reader->model->weights[part], 0};
}

static bool grow(struct px_loaded_reader *reader, size_t need)
{
    if (need <= reader->capacity)
        return true;
    size_t larger = reader->capacity * 2 > need ? reader->capacity * 2 : need;
    struct form_score *forms = realloc(reader->forms, larger * sizeof *forms);
    if (forms == NULL)
        return false;
    memset(forms + reader->capacity, 0, (larger - reader->capacity) * sizeof *forms);
    reader->forms = forms;
    reader->capacity = larger;
    return true;
}

/* The form's scores, worked out at its first use. Good until the next form; NULL when memory is out. */
static const struct form_score *score_form(struct px_loaded_reader *reader, struct px_worker *worker, uint32_t form)
{
    if (!grow(reader, (size_t)form + 1))
        return NULL;
    struct form_score *it = &reader->forms[form];
    for (int part = 0; part < FORM_PARTS && !it->known; part++) {
        struct sum sum = begin(reader, (enum px_loaded_part)part);
        px_loaded_form(worker, form, (enum px_loaded_part)part, &(struct px_loaded_sink){add, &sum});
        it->score[part] = (float)sum.value;
    }
    it->known = true;
    return it;
}

/* The log-odds of `sentence`; the words' share of it does not grow with their number. */
static bool score_sentence(struct px_loaded_reader *reader, const struct px_loaded_scene *scene, uint32_t sentence,
                           double *score)
{
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    struct sum sum = begin(reader, PX_LOADED_SENTENCE);
    double words = 0;
    size_t count = 0;
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++) {
        const struct px_token *token = &scene->article->tokens.items[t];
        if (!px_token_is_full_word(token))
            continue;
        const struct form_score *form = score_form(reader, scene->worker, token->form);
        if (form == NULL)
            return false;
        words += (double)form->score[PX_LOADED_SENTENCE];
        count++;
    }
    px_loaded_figures(scene, sentence, &(struct px_loaded_sink){add, &sum});
    *score = sum.value + (count == 0 ? 0 : words / sqrt((double)count));
    return true;
}

static double probability(double log_odds)
{
    return 1 / (1 + exp(-log_odds));
}

static double score_word(struct px_loaded_reader *reader, const struct px_loaded_scene *scene, uint32_t sentence,
                         uint32_t token, double sentence_score)
{
    struct sum sum = begin(reader, PX_LOADED_WORDS);
    const struct px_loaded_sink sink = {add, &sum};
    px_loaded_place(scene, sentence, token, &sink);
    add(&sum, PX_SLICE("sentence"), .5 * sentence_score);
    const struct form_score *form = score_form(reader, scene->worker, scene->article->tokens.items[token].form);
    return probability(sum.value + (form == NULL ? 0 : (double)form->score[PX_LOADED_WORDS]));
}

/* Fills the probabilities of the sentence's tokens (0 where there is no word) and flags the sentence. */
static bool read_sentence(struct px_loaded_reader *reader, const struct px_loaded_scene *scene, uint32_t sentence,
                          double *tokens, double *words, struct px_sentence *s)
{
    double score;
    size_t count = 0;
    if (!score_sentence(reader, scene, sentence, &score))
        return false;
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++)
        if (px_token_is_full_word(&scene->article->tokens.items[t]))
            words[count++] = tokens[t] = score_word(reader, scene, sentence, t, score);
    struct sum sum = begin(reader, PX_LOADED_VERDICT);
    px_loaded_summary(score, words, count, &(struct px_loaded_sink){add, &sum});
    s->loaded_score = probability(sum.value);
    s->loaded = count > 0 && s->loaded_score >= reader->model->threshold;
    return true;
}

/* Gives the lexicon's hits their probability; notes which tokens they cover. */
static void weigh_matches(const struct px_loaded_reader *reader, struct px_article *article, const double *tokens,
                          bool *covered)
{
    for (size_t i = 0; i < article->matches.count; i++) {
        struct px_match *match = &article->matches.items[i];
        if (!px_match_is_loaded(match))
            continue;
        match->probability = 0;
        for (uint32_t t = match->first_token; t < match->first_token + match->token_count; t++) {
            covered[t] = true;
            match->probability = fmax(match->probability, tokens[t]);
        }
        match->marked = px_voice_is_chosen(match->voice) && match->probability >= reader->model->mark;
    }
}

static struct px_match proposal(const struct px_article *article, const struct px_vocabulary *vocabulary,
                                uint32_t token, double p)
{
    const struct px_token *it = &article->tokens.items[token];
    return (struct px_match){
        .start = it->start,
        .end = it->end,
        .first_token = token,
        .token_count = 1,
        .lexicon_id = UINT16_MAX,
        .lexicon = PX_SLICE("loaded"),
        .category = PX_SLICE("loaded.proposed"),
        .entry = px_vocabulary_form(vocabulary, it->form)->fold_text,
        .weight = p,
        .probability = p,
        .sentence = it->sentence,
        .attribution = it->attribution,
        .target = PX_NONE,
        .voice = px_token_voice(it),
        .distanced = (it->flags & PX_TOKEN_DISTANCED) != 0,
        .marked = true,
        .by_model = true,
    };
}

static int by_position(const void *left, const void *right)
{
    const struct px_match *a = left;
    const struct px_match *b = right;
    if (a->first_token != b->first_token)
        return a->first_token < b->first_token ? -1 : 1;
    if (a->lexicon_id != b->lexicon_id)
        return a->lexicon_id < b->lexicon_id ? -1 : 1;
    return a->entry.data < b->entry.data ? -1 : a->entry.data > b->entry.data;
}

/* An entry of the word's that makes no hit here is told by its list not to ("retail *giant*"): the model has no say in
 * that. */
static bool is_exempt(const struct px_annotation *annotation, uint32_t token)
{
    const uint32_t *entries;
    uint32_t form = annotation->article->tokens.items[token].form;
    return px_match_form(annotation->worker->cache, form, PX_LEXICON_LOADED, &entries) > 0;
}

/* Adds the words that no entry covers, and puts all in order of position again. */
static bool propose(const struct px_loaded_reader *reader, struct px_annotation *annotation, const double *tokens,
                    const bool *covered)
{
    struct px_article *article = annotation->article;
    size_t before = article->matches.count;
    for (uint32_t t = 0; t < article->tokens.count; t++) {
        if (covered[t] || tokens[t] < reader->model->mark || !px_voice_is_chosen(article->tokens.items[t].voice) ||
            is_exempt(annotation, t))
            continue;
        struct px_match *match = px_vector_push(&article->matches, &article->arena);
        if (match == NULL)
            return false;
        *match = proposal(article, annotation->worker->vocabulary, t, tokens[t]);
    }
    if (article->matches.count > before)
        qsort(article->matches.items, article->matches.count, sizeof *article->matches.items, by_position);
    return true;
}

enum px_status px_loaded_read(struct px_loaded_reader *reader, struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct px_arena *arena = &annotation->worker->scratch;
    struct px_loaded_scene scene;
    size_t count = article->tokens.count + 1;
    double *tokens = px_arena_array(arena, double, count);
    double *words = px_arena_array(arena, double, count);
    bool *covered = px_arena_array(arena, bool, count);
    bool fine = tokens != NULL && words != NULL && covered != NULL &&
                px_loaded_scene_init(&scene, annotation->worker, article, arena);
    for (uint32_t i = 0; fine && i < article->sentences.count; i++)
        fine = read_sentence(reader, &scene, i, tokens, words, &article->sentences.items[i]);
    if (fine) {
        weigh_matches(reader, article, tokens, covered);
        fine = propose(reader, annotation, tokens, covered);
    }
    return fine ? PX_OK : px_no_memory(error);
}
