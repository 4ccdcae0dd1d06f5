/* What both fits ask of their samples. Internal to the room. */
#ifndef PX_MODEL_SAMPLES_H
#define PX_MODEL_SAMPLES_H

#include "model/fit.h"

/* Sums of the weights of rows with label 1 and 0; PX_ERROR_USAGE when either is 0. */
enum px_status px_samples_weigh(const struct px_samples *samples, double *positive, double *negative,
                                struct px_error *error);

#endif
