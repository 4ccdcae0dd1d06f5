/* What the model of loaded wording sees: named features of words and of sentences.
 *
 * Three parts of one model, each a sum of weight times value (model/model.h):
 *
 *     sentence   is the sentence loaded? Stems, pieces of words and a few figures.
 *     words      is the word? Its form, stem, endings and beginnings, what lexicons say of it, its place, its neighbours'
 *                marks, whose voice it is, and what `sentence` thinks.
 *     verdict    is the sentence loaded after all? What `sentence` thinks and how sure `words` is of its words.
 *
 * What a form alone says is asked once a form (px_loaded_form), so that a word met again costs one addition. Names are
 * readable: "suffix=ous", "valence=-2". The trainer and the program see the same features, since both ask here.
 */
#ifndef PX_ANNOTATE_LOADED_FEATURES_H
#define PX_ANNOTATE_LOADED_FEATURES_H

#include "reading/annotation.h"

enum px_loaded_part { PX_LOADED_SENTENCE, PX_LOADED_WORDS, PX_LOADED_VERDICT, PX_LOADED_PARTS };

/* Who takes the features: called once a feature. The name is good until the call returns. */
struct px_loaded_sink {
    void (*take)(void *to, struct px_slice name, double value);
    void *to;
};

/* "sentence", "words", "verdict": the parts' names in the file. */
PX_API struct px_slice px_loaded_part_name(enum px_loaded_part part);

/* What the form says wherever it stands, to `sentence` or to `words`. */
PX_API void px_loaded_form(struct px_worker *worker, uint32_t form, enum px_loaded_part part,
                           const struct px_loaded_sink *sink);

/* An article made ready: by token, the hit of two words or more that covers it. */
struct px_loaded_scene {
    struct px_worker *worker;
    const struct px_article *article;
    const uint32_t *phrases; /* hits, or PX_NONE */
};

/* Fills a scene from an annotated article; its memory is the arena's. False when memory is out. */
PX_API bool px_loaded_scene_init(struct px_loaded_scene *scene, struct px_worker *worker,
                                 const struct px_article *article, struct px_arena *arena);

/* What the place says to `words`: the token's shape, position, voice and surroundings. */
PX_API void px_loaded_place(const struct px_loaded_scene *scene, uint32_t sentence, uint32_t token,
                            const struct px_loaded_sink *sink);

/* Figures of the sentence for `sentence`. */
PX_API void px_loaded_figures(const struct px_loaded_scene *scene, uint32_t sentence,
                              const struct px_loaded_sink *sink);

/* What `verdict` sees: the log-odds of `sentence`, and the probabilities of the sentence's `count` words. */
PX_API void px_loaded_summary(double sentence, const double *words, size_t count, const struct px_loaded_sink *sink);

#endif
