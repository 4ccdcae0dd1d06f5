/* The words of an article as the model of stance sees them: what a form alone says is asked once a form. */
#ifndef PX_ANNOTATE_STANCE_WORDS_H
#define PX_ANNOTATE_STANCE_WORDS_H

#include "annotate/stance_scene.h"
#include "model/hashed.h"

/* Text with its hash; empty text has the hash 0. */
struct px_stance_text {
    struct px_slice text;
    uint64_t hash;
};

static inline struct px_stance_text px_stance_text(struct px_slice text)
{
    return (struct px_stance_text){text, text.size == 0 ? 0 : px_slice_hash(text)};
}

/* What a form says wherever it stands. */
struct px_stance_form {
    struct px_stance_text fold, stem;
    bool content; /* neither a function word nor a mark */
    bool known;
};

/* A worker's memory of forms; all zero is empty. Its texts are the vocabulary's. */
struct px_stance_forms {
    struct px_stance_form *items;
    size_t capacity;
};

/* Gives back its memory; it is empty then. */
PX_API void px_stance_forms_release(struct px_stance_forms *forms);

struct px_stance_view {
    const struct px_stance_scene *scene;
    const struct px_stance_form **words; /* by token */
    float *values;                       /* by token: of a judging word, as the scene has it; 0 elsewhere */
    uint32_t *matches;                   /* by token: a match of loaded wording that covers it, or PX_NONE */
    uint32_t *speakers;                  /* by token: the attribution whose speaker it is part of, or PX_NONE */
};

/* Memory is the worker's scratch arena. False when there is none. */
PX_API bool px_stance_view_init(struct px_stance_view *view, const struct px_stance_scene *scene,
                                struct px_stance_forms *forms);

#endif
