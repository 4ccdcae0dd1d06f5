/* Draws: which sentences of the first two articles each replicate of the permutation gives to which. They follow from
 * the themes alone and take long, so a thread makes them beside the steps that come between. Private to the rooms that compare. */
#ifndef PX_CONTRAST_DRAWS_H
#define PX_CONTRAST_DRAWS_H

#include "base/pool.h"
#include "contrast/contrast.h"
#include "statistics/resample.h"

struct px_draws {
    const struct px_compare_context *context;
    uint32_t *strata[2];           /* [sentences] of the first two articles */
    bool any;                      /* some theme is a stratum of its own */
    struct px_resample_plan *plan; /* once px_draws_end has been called */
    struct px_resample_plan *finer;
    struct px_task task;
    struct px_arena arena; /* of the plans: while the task runs, its own */
    enum px_status status; /* of the task */
    struct px_error error;
};

/* How many replicates the plan has, but for the limits of px_resample_plan. */
size_t px_draws_replicates(const struct px_compare_context *context);

/* Waits for the draws; whether they could be made. */
enum px_status px_draws_end(struct px_draws *draws, struct px_error *error);

/* A plan with ten times as many draws, fresh ones. After px_draws_end. */
enum px_status px_draws_finer(struct px_draws *draws, struct px_resample_plan **finer, struct px_error *error);

/* Waits, and gives all memory of plans back. */
void px_draws_release(struct px_draws *draws);

#endif
