/* How well a yes-or-no decision does: precision, recall, F1 and macro-F1 with bootstrap intervals.
 *
 * A unit (a text) holds any number of decisions, counted in its confusion. Units are what is drawn, since the words of
 * one text are not independent.
 *
 *     struct px_confusion units[] = {{.right = 2, .wrong = 1, .missed = 0, .left = 20}, ...};
 *     struct px_confusion_scores scores;
 *     px_confusion_scores(units, 2, seed, &scores, &error);
 */
#ifndef PX_STATISTICS_CONFUSION_H
#define PX_STATISTICS_CONFUSION_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "statistics/estimate.h"

/* Counts: said yes rightly, said yes wrongly, said no wrongly, said no rightly. */
struct px_confusion {
    double right;
    double wrong;
    double missed;
    double left;
};

struct px_confusion_scores {
    struct px_confusion sum;
    struct px_estimate precision; /* right / (right + wrong) */
    struct px_estimate recall;    /* right / (right + missed) */
    struct px_estimate f1;        /* 2 right / (2 right + wrong + missed) */
    struct px_estimate macro_f1;  /* the mean of the F1 of yes and the F1 of no, 2 left / (2 left + wrong + missed) */
};

/* Adds the counts to the sum. */
PX_API void px_confusion_add(struct px_confusion *sum, const struct px_confusion *counts);

/* F1 of yes; 0 where nothing was right, as every scorer has it. */
PX_API double px_confusion_f1(const struct px_confusion *counts);
PX_API double px_confusion_macro_f1(const struct px_confusion *counts);

/* Values over all units, and percentile intervals over 1,000 draws of as many units with replacement (fewer where units
 * times draws would pass four million). A precision without any yes is NaN, a recall without any true one too. Fewer
 * than two units give no intervals. PX_ERROR_MEMORY alone. */
PX_API enum px_status px_confusion_scores(const struct px_confusion *units, size_t count, uint64_t seed,
                                          struct px_confusion_scores *scores, struct px_error *error);

#endif
