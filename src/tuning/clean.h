/* Fitting the content model, and measuring how well cleaning does with it.
 *
 * Every page is read as HTML and as the plain text that a scraper leaves of it. Units get their labels (label.h) and
 * their features (ingest/features.h); trees and a linear part are fitted for each kind of page, every page weighing
 * the same. Scores are cross-validated: a fold's pages are cleaned, decision and all, with weights fitted on the
 * other folds, and no site stands in two folds. The same pages give the same bytes.
 *
 *     struct px_buffer model = {0}, scores = {0};
 *     px_clean_fit(&pages, &options, &model, &scores, &error);
 */
#ifndef PX_TUNING_CLEAN_H
#define PX_TUNING_CLEAN_H

#include "base/buffer.h"
#include "ingest/ingest.h"
#include "model/fit.h"
#include "tuning/pages.h"

struct px_clean_options {
    const char *folder;   /* of the pages: their paths are seen from here */
    const char *lexicons; /* as for px_ingest_new; may be NULL */
    size_t folds;         /* of the cross-validation; below 2: none */
    struct px_trees_options trees;
    struct px_linear_options linear;
};

/* What was found to do best in cross-validation. */
PX_API struct px_clean_options px_clean_defaults(void);

/* Fits both kinds of page on all the pages, writes the model file to `model` and a table of cross-validated scores to
 * `scores`, a line a score. PX_ERROR_IO and others name the page that could not be read. Some minutes. */
PX_API enum px_status px_clean_fit(const struct px_gold_pages *pages, const struct px_clean_options *options,
                                   struct px_buffer *model, struct px_buffer *scores, struct px_error *error);

#endif
