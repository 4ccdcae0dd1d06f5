/* How far coders agree beyond chance.
 *
 *     double codes[] = {1, 1,   0, 1,   1, NAN};                           // three units, two coders, one missing
 *     struct px_estimate alpha;
 *     px_agreement_alpha((struct px_agreement_codes){codes, 3, 2}, PX_LEVEL_NOMINAL, seed, &alpha, &error);
 */
#ifndef PX_STATISTICS_AGREEMENT_H
#define PX_STATISTICS_AGREEMENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "statistics/estimate.h"

enum px_level {
    PX_LEVEL_NOMINAL, /* codes are names: δ² = 0 for equal codes, else 1 */
    PX_LEVEL_INTERVAL /* codes are numbers: δ² = (c - k)² */
};

struct px_agreement_codes {
    const double *codes; /* units × coders, a unit's codes together; NaN: not coded */
    size_t units;
    size_t coders;
};

/* Krippendorff's alpha = 1 - D_o / D_e (Krippendorff 2011): observed disagreement within units, each weighted by 1 /
 * (its codes - 1), over that expected when the pairable codes are mixed at random. Units with fewer than two codes do
 * not count. The interval is the percentile bootstrap over units. value NaN when nothing is pairable or all pairable
 * codes are equal (no variation, nothing to agree on); an infinite code is PX_ERROR_INPUT; also PX_ERROR_MEMORY.
 * O(codes log codes + 1,000 codes). */
PX_API enum px_status px_agreement_alpha(struct px_agreement_codes codes, enum px_level level, uint64_t seed,
                                         struct px_estimate *alpha, struct px_error *error);

#endif
