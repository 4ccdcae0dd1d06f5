/* What the files of the fit of sourcing share. Internal to the room. */
#ifndef PX_TUNING_SOURCING_INSIDE_H
#define PX_TUNING_SOURCING_INSIDE_H

#include "model/fit_chain.h"
#include "sourcing/sourcing.h"
#include "tuning/sourcing.h"
#include "tuning/sourcing_rows.h"

/* The weights of the three chains, by column of their rows. */
struct px_sourcing_weights {
    float *cue, *document, *argument;
    float *cue_steps, *document_steps, *argument_steps;
};

/* The text part of the model: limits, and the regression. */
struct px_sourcing_notes {
    struct px_arena arena; /* of the regression */
    double candidate, context, document, standing, high;
    struct px_linear accept;
};

/* All that a model is made of. */
struct px_sourcing_lesson {
    struct px_sourcing_rows words, arguments;
    struct px_sourcing_weights weights;
    struct px_sourcing_notes notes;
};

/* Rows of every token (labels of `cue`, of `document`), and of every token seen from each cue (labels of
 * `argument`). */
enum px_status px_sourcing_collect_words(const struct px_sourcing_gold *gold, struct px_sourcing_rows *rows,
                                         struct px_error *error);
enum px_status px_sourcing_collect_arguments(const struct px_sourcing_gold *gold, struct px_sourcing_rows *rows,
                                             struct px_error *error);

/* Appends the model's file: of the rows those that weigh most. */
enum px_status px_sourcing_write(const struct px_sourcing_fit_options *options, const struct px_sourcing_lesson *lesson,
                                 struct px_buffer *model, struct px_error *error);

/* Learns acceptance from what the model finds in the records that are held out: fills accept, standing and high. */
enum px_status px_sourcing_learn_notes(const struct px_sourcing_gold *gold,
                                       const struct px_sourcing_fit_options *options, struct px_slice model,
                                       struct px_sourcing_notes *notes, struct px_buffer *scores,
                                       struct px_error *error);

/* Is the record held out? */
static inline bool px_sourcing_held_out(const struct px_sourcing_fit_options *options, size_t record)
{
    return record % options->folds == options->folds - 1;
}

#endif
