/* Fitting the model of sourcing (sourcing/sourcing_model.h) on articles whose attributions people have marked.
 *
 * The chains are fitted on all articles. How sure an attribution is, is learned on a third of them from what chains
 * fitted on the others find there, so that no article is judged by a model that has seen it. Which rows of weights fit
 * into the tables is decided by how much they weigh and how often they are met.
 *
 *     struct px_sourcing_gold gold = {0};
 *     px_sourcing_gold_read("train.ndjson", &tools, &annotate, &gold, &error);
 *     struct px_sourcing_fit_options how = px_sourcing_fit_defaults();
 *     px_sourcing_fit(&gold, &how, &model, &scores, &error);
 */
#ifndef PX_TUNING_SOURCING_H
#define PX_TUNING_SOURCING_H

#include "base/buffer.h"
#include "model/fit_chain.h"
#include "tuning/sourcing_gold.h"

struct px_sourcing_fit_options {
    struct px_chain_fit_options cue, document, argument;
    uint32_t words_fewest;     /* features of single tokens in fewer items are left out; */
    uint32_t arguments_fewest; /* the same of arguments */
    uint32_t words_lines;      /* of the tables, 64 bytes each */
    uint32_t arguments_lines;
    double candidate, context, document_weight; /* notes of the model */
    double precision;                           /* that the high tier is to have */
    size_t folds;                               /* one of them is held out to learn acceptance */
};

/* What the models in lexicons/ were fitted with. */
PX_API struct px_sourcing_fit_options px_sourcing_fit_defaults(void);

/* Appends the model's bytes to `model` and what the fit says of itself to `scores`. The same gold gives the same bytes.
 * Takes minutes, and some 300 bytes of memory for each byte of text. */
PX_API enum px_status px_sourcing_fit(const struct px_sourcing_gold *gold,
                                      const struct px_sourcing_fit_options *options, struct px_buffer *model,
                                      struct px_buffer *scores, struct px_error *error);

#endif
