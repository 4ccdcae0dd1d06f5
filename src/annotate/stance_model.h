/* The model of stance: how likely a mention is judged well, ill, or not at all, where it stands.
 *
 * Three sums of weight times value over named features (annotate/stance_features.h), one a label, each against the
 * others; the shares of their logistic values are the probabilities. The file (lexicons/<language>/stance.model) can be
 * read by a person, never changes and is shared by threads; its card says how good it is. Works with grammar alone: where
 * there is none, and without a file, the rules of stance_scene.h judge.
 *
 *     struct px_stance_model *model;                         // NULL where there is no file
 *     px_stance_model_new(NULL, "en", NULL, &model, &error);
 *     struct px_stance_reader *reader;                       // one a worker
 *     px_stance_reader_new(model, &reader, &error);
 *     px_annotate(&worker, &(struct px_annotate_options){.stance = reader, ...}, &article, &error);
 */
#ifndef PX_ANNOTATE_STANCE_MODEL_H
#define PX_ANNOTATE_STANCE_MODEL_H

#include "base/buffer.h"
#include "reading/annotation.h"

enum px_stance_label { PX_STANCE_NEGATIVE, PX_STANCE_NEUTRAL, PX_STANCE_POSITIVE, PX_STANCE_LABELS };

struct px_stance_model;
struct px_stance_reader;

/* "negative", "neutral", "positive": the parts of the file. */
PX_API struct px_slice px_stance_label_name(enum px_stance_label label);

/* Finds the file by the search of lexicons (px_resources_bytes); *model is NULL, and all is well, where there is none.
 * `ready` (or NULL) is what the built-in file comes to, and taken where the file is the same.
 * PX_ERROR_SYNTAX with file and line, PX_ERROR_IO, PX_ERROR_MEMORY. */
PX_API enum px_status px_stance_model_new(const char *directory, const char *language,
                                          const struct px_stance_model *ready, struct px_stance_model **model,
                                          struct px_error *error);
PX_API void px_stance_model_free(struct px_stance_model *model);

/* Writes the model as a constant with that name (base/image.h), to be `ready` for a program that is built. */
PX_API enum px_status px_stance_model_write(const struct px_stance_model *model, const char *name,
                                            struct px_buffer *out, struct px_error *error);

/* SHA-256 of the file, in hexadecimal, for provenance; as long as the model lives. */
PX_API const char *px_stance_model_digest(const struct px_stance_model *model);

/* The model must outlive the reader; the reader goes with one worker's vocabulary. */
PX_API enum px_status px_stance_reader_new(const struct px_stance_model *model, struct px_stance_reader **reader,
                                           struct px_error *error);
PX_API void px_stance_reader_free(struct px_stance_reader *reader);

/* What the reader makes of one mention. */
struct px_stance_reading {
    double probability[PX_STANCE_LABELS];
    enum px_stance_label label; /* good or bad only when that is likely enough */
    const float *given; /* by token of the article, filled for those of the sentence: what the word gives to positive
                           less what it gives to negative, in log-odds; the reader's, until the next reading */
};

/* Makes the article ready; its readings are good until the next call. False when memory is out. */
PX_API bool px_stance_reader_begin(struct px_stance_reader *reader, const struct px_stance_scene *scene);

/* Reads the mention of tokens [first, end). */
PX_API void px_stance_read(struct px_stance_reader *reader, uint32_t first, uint32_t end,
                           struct px_stance_reading *reading);

/* The likeliest label, when the probability of neutral counts `neutral` times. */
PX_API enum px_stance_label px_stance_likeliest(const double probability[PX_STANCE_LABELS], double neutral);

/* Three probabilities from three log-odds. */
PX_API void px_stance_shares(const double odds[PX_STANCE_LABELS], double probability[PX_STANCE_LABELS]);

#endif
