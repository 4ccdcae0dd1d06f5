#include "statistics/multiple.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

struct tested {
    double p;
    size_t place;
};

static int by_p(const void *left, const void *right)
{
    double a = ((const struct tested *)left)->p;
    double b = ((const struct tested *)right)->p;
    return (a > b) - (a < b);
}

enum px_status px_multiple_bh(double *p, size_t count, struct px_error *error)
{
    size_t tests = 0;
    struct tested *sorted = count < SIZE_MAX / 32 ? malloc(sizeof *sorted * (count + 1)) : NULL;
    if (sorted == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++)
        if (!isnan(p[i]))
            sorted[tests++] = (struct tested){p[i], i};
    qsort(sorted, tests, sizeof *sorted, by_p);
    /* q_(i) = min over j >= i of p_(j) m / j: from the largest p downwards. */
    double least = 1;
    for (size_t rank = tests; rank > 0; rank--) {
        double q = sorted[rank - 1].p * (double)tests / (double)rank;
        least = q < least ? q : least;
        p[sorted[rank - 1].place] = least;
    }
    free(sorted);
    return PX_OK;
}
