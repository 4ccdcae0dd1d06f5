/* Loaded wording in its context: how likely each word is the outlet's judgement, and each sentence loaded.
 *
 * A hit of the lexicon is not yet loaded wording, and not every loaded word has an entry. The model
 * (lexicons/<language>/loaded.model) gives each hit of loaded wording its probability, proposes words that no entry
 * covers, and flags sentences; annotate/loaded_features.h says what it looks at, and its card how good it is. The file's
 * notes `mark` and `threshold` are the probabilities from which a word counts and a sentence is flagged.
 *
 *     struct px_loaded_model *model;                        // shared by threads; NULL where there is no file
 *     px_loaded_model_new(NULL, "en", NULL, &model, &error);
 *     struct px_loaded_reader *reader;                      // one a worker: what is known of its forms
 *     px_loaded_reader_new(model, &reader, &error);
 *     px_annotate(&worker, &(struct px_annotate_options){.loaded = reader}, &article, &error);
 */
#ifndef PX_ANNOTATE_LOADED_MODEL_H
#define PX_ANNOTATE_LOADED_MODEL_H

#include "base/buffer.h"
#include "reading/annotation.h"

struct px_loaded_model;

/* Finds the file by the search of lexicons (px_resources_bytes); *model is NULL, and all is well, where there is none.
 * `ready` (or NULL) is what the built-in file comes to, and taken where the file is the same.
 * PX_ERROR_SYNTAX with file and line, PX_ERROR_IO, PX_ERROR_MEMORY. */
PX_API enum px_status px_loaded_model_new(const char *directory, const char *language,
                                          const struct px_loaded_model *ready, struct px_loaded_model **model,
                                          struct px_error *error);
PX_API void px_loaded_model_free(struct px_loaded_model *model);

/* Writes the model as a constant with that name (base/image.h), to be `ready` for a program that is built. */
PX_API enum px_status px_loaded_model_write(const struct px_loaded_model *model, const char *name,
                                            struct px_buffer *out, struct px_error *error);

/* SHA-256 of the file, in hexadecimal, for provenance; as long as the model lives. */
PX_API const char *px_loaded_model_digest(const struct px_loaded_model *model);

/* The model must outlive the reader; the reader goes with one worker's vocabulary. */
PX_API enum px_status px_loaded_reader_new(const struct px_loaded_model *model, struct px_loaded_reader **reader,
                                           struct px_error *error);
PX_API void px_loaded_reader_free(struct px_loaded_reader *reader);

/* Weighs the matches that the lexicons found, adds the model's own (`by_model`, in their place by position), and flags
 * sentences. Linear. */
PX_API enum px_status px_loaded_read(struct px_loaded_reader *reader, struct px_annotation *annotation,
                                     struct px_error *error);

#endif
