/* Deciding: which units are the article's, and the role of every unit.
 *
 * Each unit that no rule has fixed gets the log-odds of belonging to the article: a mean of boosted trees and a logistic
 * model over the features of features.h (weights.h), or, without a model, what its length and make say. Units of one
 * signature take over part of each other's. Then the page is seen as a whole: units outside the best contiguous run, or
 * outside the container that holds most of the article, lose; hidden ones are out. What remains above the threshold is
 * kept; while that is next to nothing, the threshold is lowered. Captions are kept where most of what is kept are
 * captions: there they are the article.
 */
#ifndef PX_INGEST_DECIDE_H
#define PX_INGEST_DECIDE_H

#include "ingest/features.h"
#include "ingest/weights.h"

/* Sets score, keep and role of every unit that is not fixed. The page's facts and heading are filled by now. */
enum px_status px_decide_units(struct px_page *page, const struct px_scorer *scorer, struct px_error *error);

#endif
