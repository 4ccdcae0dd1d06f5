/* What the steps of an evaluation share. Internal to the room. */
#ifndef PX_TUNING_EVALUATE_INSIDE_H
#define PX_TUNING_EVALUATE_INSIDE_H

#include "statistics/rate.h"
#include "tuning/evaluate.h"

struct px_evaluator {
    struct px_evaluation *evaluation;
    const struct px_tuning_tools *tools;
    const struct px_passages *passages;
    const struct px_reading *reading;
    struct px_arena scratch;
    struct px_confusion *words; /* by passage */
    struct px_confusion *labels;
    struct px_error *error;
};

enum px_status px_evaluator_scores(const struct px_evaluator *e, const struct px_confusion *units, size_t count,
                                   struct px_confusion_scores *scores);

/* F1 of all minus F1 where `lost` is no longer said. */
double px_evaluator_loss(const struct px_confusion *all, const struct px_confusion *lost);

enum px_status px_evaluator_categories(struct px_evaluator *e);
enum px_status px_evaluator_voices(struct px_evaluator *e);
enum px_status px_evaluator_outlets(struct px_evaluator *e);

#endif
