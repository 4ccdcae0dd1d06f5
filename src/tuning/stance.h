/* Fitting the model of stance (annotate/stance_model.h) on sentences whose mentions people have judged.
 *
 * Each label against the others, by logistic regression with a ridge (liblinear). Weights near 0 are left out, the others
 * rounded to steps of 1/64. The note `neutral` is what the probability of neutral is multiplied by before the likeliest
 * label is taken: the least factor from 1 up at which the folds call few enough neutral mentions good or bad. Folds are stretches of the file, which keep an article's sentences together. The same
 * sentences give the same bytes.
 *
 *     struct px_stance_gold gold = {0};
 *     px_stance_gold_read("sentences.ndjson", &tools, &options, &gold, &error);
 *     px_stance_fit(&gold, &how, &model, &scores, &error);
 *     px_stance_gold_release(&gold);
 */
#ifndef PX_TUNING_STANCE_H
#define PX_TUNING_STANCE_H

#include "annotate/annotate.h"
#include "tuning/loaded_rows.h"
#include "tuning/passage.h"

/* Mentions as rows of features. */
struct px_stance_gold {
    struct px_arena arena;
    struct px_rows rows;
    PX_VECTOR(uint8_t) labels; /* by row: enum px_stance_label */
};

struct px_stance_fit_options {
    size_t folds;  /* less than 2: no cross-validation, and neutral counts as it is */
    double cost;   /* C of liblinear */
    double cut;    /* weights smaller than this are left out */
    double judged; /* the share of neutral mentions that may be called good or bad */
};

/* What the models in lexicons/ were fitted with. */
PX_API struct px_stance_fit_options px_stance_fit_defaults(void);

/* Adds the records of an NDJSON file: "sentence", "start" and "end" of the mention in code points, and "polarity": 1
 * for a mention judged well, 0 for one judged ill, -1 for neither. `options` need a parser. PX_ERROR_SYNTAX with file
 * and line, PX_ERROR_IO, PX_ERROR_MEMORY. */
PX_API enum px_status px_stance_gold_read(const char *path, const struct px_tuning_tools *tools,
                                          const struct px_annotate_options *options, struct px_stance_gold *gold,
                                          struct px_error *error);
PX_API void px_stance_gold_release(struct px_stance_gold *gold);

/* Appends the parts of the model's file to `model` and cross-validated scores, for people, to `scores`. PX_ERROR_INPUT
 * when a label is missing, PX_ERROR_MEMORY. */
PX_API enum px_status px_stance_fit(struct px_stance_gold *gold, const struct px_stance_fit_options *options,
                                    struct px_buffer *model, struct px_buffer *scores, struct px_error *error);

#endif
