/* Variety: of a text's words whatever its length, and of the sources that an article lets speak.
 *
 *     double varied = px_diversity_mattr(forms, count, vocabulary_size, PX_MATTR_WINDOW, &scratch);
 *     struct px_estimate balance = px_diversity_entropy(mentions, sources);
 */
#ifndef PX_STATISTICS_DIVERSITY_H
#define PX_STATISTICS_DIVERSITY_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "statistics/estimate.h"

enum { PX_MATTR_WINDOW = 100 };
#define PX_MTLD_THRESHOLD 0.72

/* Moving-average type-token ratio: the mean over all windows of `window` words of types / window (Covington & McFall
 * 2010). `words` are type ids below `types`. A text shorter than the window is one window. NaN for no words, a window
 * of 0, an id that is too large, or no memory. O(words + types); `scratch` may be cleared afterwards. */
PX_API double px_diversity_mattr(const uint32_t *words, size_t count, size_t types, size_t window,
                                 struct px_arena *scratch);

/* Measure of textual lexical diversity (McCarthy & Jarvis 2010): words / factors, a factor ending where the running
 * type-token ratio falls to `threshold` or below and a part of a factor left over counting (1 - ttr) / (1 - threshold);
 * the mean of the readings forwards and backwards. A text whose words are all different has its length. NaN as above,
 * and for a threshold outside (0, 1). O(words + types). */
PX_API double px_diversity_mtld(const uint32_t *words, size_t count, size_t types, double threshold,
                                struct px_arena *scratch);

/* Normalised entropy -Σ p ln p / ln k over the k groups with a count above 0: 1 when all speak equally often, 0 when
 * one speaks alone. The sample's entropy lies below the truth by about (k - 1) / 2n (Miller 1955), so that a bootstrap
 * of it is off twice (it held a truth of 1 in no case); the interval goes from the corrected entropy by t standard
 * errors, the variance (Σ p ln² p - H²) / n + (k - 1) / 2n² (Basharin 1959), widened to hold the value. Groups that
 * were not seen have a part in ln k: the lower end is by ln(k + f₁ (f₁ - 1) / 2 (f₂ + 1)), f₁ and f₂ the groups counted
 * once and twice (Chao 1984, bias-corrected). Over truths of 2 to 12 groups, from even to very uneven, it held the
 * truth in .94 to .96 on average from 8 mentions on; at worst, 12 groups of which one speaks most, in .70
 * (tests/bench/coverage.c). Of one group, up to the entropy of the share 1 - .025^(1/n) that another may have. NaN when
 * nothing was counted or a count is negative or not finite; no interval below two mentions. */
PX_API struct px_estimate px_diversity_entropy(const double *counts, size_t groups);

/* Simpson's index of diversity 1 - Σ n_i (n_i - 1) / (N (N - 1)): the chance that two mentions are of different groups,
 * ± t standard errors from (4 N (N-1) (N-2) Σ p³ + 2 N (N-1) Σ p² - 2 N (N-1) (2N-3) (Σ p²)²) / (N (N-1))² (Simpson
 * 1949). One group and NaN as above; no value for a single mention. */
PX_API struct px_estimate px_diversity_simpson(const double *counts, size_t groups);

#endif
