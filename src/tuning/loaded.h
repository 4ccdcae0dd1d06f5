/* Fitting the model of loaded wording in its context (annotate/loaded_model.h) on gold: sentence, words, verdict.
 *
 * Each part is a logistic regression with a ridge (liblinear). `words` learns from what `sentence` thinks of sentences it
 * was not fitted on, and `verdict` from what both think of such: folds, which never split near-duplicates, give each its
 * strangers' scores. Weights near 0 are left out, the others rounded to steps of 1/64. The notes `mark` and `threshold`
 * are the middle of where the folds' F1 of words, and macro-F1 of sentences, are within .003 of the best. The same gold
 * gives the same bytes.
 *
 * A sentence is labelled when its text is, and either holds marked words or is all of the text; other sentences of
 * labelled texts teach nothing.
 */
#ifndef PX_TUNING_LOADED_H
#define PX_TUNING_LOADED_H

#include "base/buffer.h"
#include "tuning/passage.h"

struct px_loaded_fit_options {
    size_t folds;
    double sentence_cost, words_cost, verdict_cost; /* C of liblinear */
    double sentence_cut, words_cut;                 /* weights smaller than this are left out */
};

/* What the models in lexicons/ were fitted with. */
PX_API struct px_loaded_fit_options px_loaded_fit_defaults(void);

/* Appends the model's file to `model` and cross-validated scores, for people, to `scores`. The passages must be gold;
 * they are grouped here. PX_ERROR_INPUT when the gold marks nothing or everything, PX_ERROR_MEMORY. */
PX_API enum px_status px_loaded_fit(struct px_passages *passages, struct px_worker *worker,
                                    const struct px_loaded_fit_options *options, struct px_buffer *model,
                                    struct px_buffer *scores, struct px_error *error);

#endif
