/* parallax-train: the developer's program that makes the models again. A subcommand a model. */
#ifndef PX_CLI_TRAIN_H
#define PX_CLI_TRAIN_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

/* What the command line says. Strings belong to argv. */
struct px_train_options {
    const char *output;   /* NULL: standard output */
    const char *folder;   /* --folder: where paths in the annotation begin; default: here */
    const char *part;     /* --part: the records with this "part" alone */
    const char *lexicons; /* --lexicons */
    size_t folds;         /* --folds; SIZE_MAX: as the model has it */
    char **files;
    size_t file_count;
};

/* Fits and writes a model to `model`, scores to `scores`. */
typedef enum px_status px_train_function(const struct px_train_options *options, struct px_buffer *model,
                                         struct px_buffer *scores, struct px_error *error);

/* The end of a subcommand: writes the model to the file (NULL: standard output) and the scores to standard error, or
 * says what went wrong; releases both, and gives the exit status. */
int px_train_end(enum px_status status, const char *path, struct px_buffer *model, struct px_buffer *scores,
                 struct px_error *error);

px_train_function px_train_clean;
px_train_function px_train_features;
px_train_function px_train_loaded;
px_train_function px_train_null;
px_train_function px_train_sourcing;
px_train_function px_train_stance;

#endif
