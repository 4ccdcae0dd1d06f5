#include "model/samples.h"

enum px_status px_samples_weigh(const struct px_samples *samples, double *positive, double *negative,
                                struct px_error *error)
{
    *positive = *negative = 0;
    for (size_t i = 0; i < samples->rows; i++)
        *(samples->labels[i] ? positive : negative) += samples->weights[i];
    if (*positive <= 0 || *negative <= 0)
        return px_error_set(error, PX_ERROR_USAGE, "there is nothing to tell apart: all rows have one label");
    return PX_OK;
}
