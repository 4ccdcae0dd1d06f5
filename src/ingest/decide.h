/* Deciding: which units are the article's, and the role of every unit.
 *
 * Each unit that no rule has fixed gets the log-odds of belonging to the article: a logistic model over the features of
 * features.h, with the weights of lexicons/any/cleaning.tsv. Then the page is seen as a whole: units outside the best
 * contiguous run, or outside the container that holds most of the article, lose; hidden ones are out. What remains
 * above the threshold is kept; when that is next to nothing, the threshold is lowered once.
 */
#ifndef PX_INGEST_DECIDE_H
#define PX_INGEST_DECIDE_H

#include "ingest/features.h"

/* Weights of the model for one kind of page. */
struct px_model_weights {
    float values[PX_FEATURE_COUNT];
    bool known; /* the data had any */
};

/* Reads the weights of `kind` ("html" or "text") by the names of the features. */
void px_decide_read_weights(const struct px_rules *rules, const char *kind, struct px_model_weights *weights);

/* Sets score, keep and role of every unit that is not fixed. The page's facts and heading are filled by now. */
enum px_status px_decide_units(struct px_page *page, const struct px_model_weights *weights, struct px_error *error);

#endif
