/* How evenly a word is spread over the parts of a text, so that one clump is not taken for a habit.
 *
 *     double counts[] = {3, 0, 1}, sizes[] = {120, 90, 200};
 *     struct px_dispersion spread = px_dispersion_dp(counts, sizes, 3);
 */
#ifndef PX_STATISTICS_DISPERSION_H
#define PX_STATISTICS_DISPERSION_H

#include <stddef.h>

#include "base/export.h"

struct px_dispersion {
    double dp;      /* 0: as even as the parts' sizes; towards 1: all in one small part */
    double dp_norm; /* the same, reaching 1 whatever the sizes */
};

/* With s_i the part's share of all words and v_i its share of this word's occurrences: DP = ½ Σ |v_i - s_i| (Gries
 * 2008), DPnorm = DP / (1 - min s_i) (Lijffijt & Gries 2012). Parts of size 0 are left out. NaN when there is no
 * occurrence or no size, or a number is negative or not finite; DPnorm of a single part is 0. */
PX_API struct px_dispersion px_dispersion_dp(const double *counts, const double *sizes, size_t parts);

#endif
