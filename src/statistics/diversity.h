/* Variety: of a text's words whatever its length, and of the sources that an article lets speak.
 *
 *     double varied = px_diversity_mattr(forms, count, vocabulary_size, PX_MATTR_WINDOW, &scratch);
 *     struct px_estimate balance = px_diversity_entropy(mentions, sources, seed);
 */
#ifndef PX_STATISTICS_DIVERSITY_H
#define PX_STATISTICS_DIVERSITY_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "statistics/estimate.h"

enum { PX_MATTR_WINDOW = 100, PX_DIVERSITY_REPLICATES = 2000 };
#define PX_MTLD_THRESHOLD 0.72

/* Moving-average type-token ratio: the mean over all windows of `window` words of types / window (Covington & McFall
 * 2010). `words` are type ids below `types`. A text shorter than the window is one window. NaN for no words, a window
 * of 0, an id that is too large, or no memory. O(words + types); `scratch` may be cleared afterwards. */
PX_API double px_diversity_mattr(const uint32_t *words, size_t count, size_t types, size_t window,
                                 struct px_arena *scratch);

/* Measure of textual lexical diversity (McCarthy & Jarvis 2010): words / factors, a factor ending where the running
 * type-token ratio falls to `threshold` or below and a part of a factor left over counting (1 - ttr) / (1 - threshold);
 * the mean of the readings forwards and backwards. A text whose words are all different has its length. NaN as above, and
 * for a threshold outside (0, 1). O(words + types). */
PX_API double px_diversity_mtld(const uint32_t *words, size_t count, size_t types, double threshold,
                                struct px_arena *scratch);

/* Normalised entropy -Σ p ln p / ln k over the k groups with a count above 0: 1 when all speak equally often, 0 when one
 * speaks alone. Interval: percentile bootstrap over the single mentions, widened to hold the value. NaN when nothing
 * was counted or a count is negative or not finite; no interval below two mentions or when memory is out. */
PX_API struct px_estimate px_diversity_entropy(const double *counts, size_t groups, uint64_t seed);

/* Simpson's index of diversity 1 - Σ n_i (n_i - 1) / (N (N - 1)): the chance that two mentions are of different groups
 * (Simpson 1949). Interval and NaN as above; no value below two mentions. */
PX_API struct px_estimate px_diversity_simpson(const double *counts, size_t groups, uint64_t seed);

#endif
