/* Morphological features of words ("Number=Plur", "Mood=Ind|Tense=Past|VerbForm=Fin"), from their tags, forms and trees.
 *
 * The model is a table one can read. A row asks for a tag and up to three things more: the form; the situation (the
 * relation to the head and, of verbs, whether they stand in the passive, behind the infinitive's mark or behind an
 * auxiliary); the subject of the verb's clause (a pronoun by its form, another word by its tag). What it does not ask
 * for is "*". Of the rows that hold for a word the one that asks for most decides. Read-only and shared by threads.
 *
 *     struct px_features *features;
 *     px_features_new(bytes, "features.model", &features, &error);
 *     px_features_find(features, words, count, &arena, found);      // found[i]: "Number=Plur", or empty
 *     px_features_free(features);
 */
#ifndef PX_SYNTAX_FEATURES_H
#define PX_SYNTAX_FEATURES_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/table.h"

struct px_features;

/* A word of a sentence. */
struct px_feature_word {
    struct px_slice form;
    struct px_slice upos;
    struct px_slice xpos;
    struct px_slice relation;
    uint32_t head; /* index into the sentence, PX_NONE for the root */
};

/* Opens a model whose bytes stay the caller's and outlive it. `path` names it in errors. PX_ERROR_SYNTAX with file and
 * line, PX_ERROR_MEMORY. */
PX_API enum px_status px_features_new(struct px_slice bytes, const char *path, struct px_features **features,
                                      struct px_error *error);
PX_API void px_features_free(struct px_features *features);

/* Fills found[0, count) with each word's features as CoNLL-U has them, slices into the model; empty where it has none.
 * The arena's memory is for the way alone. False when memory is out. Linear. */
PX_API bool px_features_find(const struct px_features *features, const struct px_feature_word *words, size_t count,
                             struct px_arena *arena, struct px_slice *found);

/* Learns a model from CoNLL-U files with gold features. From the rows that ask for least to those that ask for most, a
 * row is taken that was seen often enough and puts more words right than wrong, given the rows before it. What it
 * reaches on the files themselves goes to `scores`. PX_ERROR_IO, PX_ERROR_SYNTAX, PX_ERROR_MEMORY. Linear. */
PX_API enum px_status px_features_train(char *const *paths, size_t count, struct px_buffer *model,
                                        struct px_buffer *scores, struct px_error *error);

#endif
