/* The q of a lesser family, of names or of stance. */
#include <math.h>

#include "comparison/context.h"
#include "statistics/multiple.h"

enum px_status px_compare_lesser_q(double *p, size_t count, struct px_error *error)
{
    enum { LESSER_FAMILIES = 2 };
    enum px_status status = px_multiple_bh(p, count, error);
    for (size_t i = 0; status == PX_OK && i < count; i++)
        if (!isnan(p[i]))
            p[i] = fmin(1, LESSER_FAMILIES * p[i]);
    return status;
}
