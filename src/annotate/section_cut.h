/* Cutting a text into its topics: minimum-cost segmentation.
 *
 * A text is a row of units (paragraphs), each a row of word ids 0 .. vocabulary - 1 without function words. A segment
 * that repeats its words is cheap to describe, a segment that mixes topics is not (Utiyama & Isahara 2001, with a
 * Dirichlet-multinomial in place of the Laplace estimate):
 *
 *     cost(segment) = sum over its words of ln(t + a V) - ln(c + a)  +  2 ln(words in the text)  +  2.5 (L - |sum x|²/L)
 *
 * where t words and c times this word stand before it in the segment, V is the vocabulary and a = 0.2; x are vectors of
 * the segment's L units that say which others of the text they are like (up to 320 units; without the last term in
 * longer texts). The cheapest
 * row of segments is found exactly by dynamic programming; then neighbours whose words are alike (tf-idf cosine of .1
 * or more, the idf over the text's own units) are joined, the most alike first.
 *
 *     struct px_cut_text text = {.words = ids, .starts = starts, .unit_count = n, .vocabulary = v};
 *     px_cut_find(&text, arena, cuts, &cut_count);     // a cut before unit cuts[i]
 */
#ifndef PX_ANNOTATE_SECTION_CUT_H
#define PX_ANNOTATE_SECTION_CUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct px_cut_text {
    const uint32_t *words;  /* of all units, one behind the other */
    const uint32_t *starts; /* unit_count + 1: where each unit's words begin */
    const bool *barred;     /* unit_count: no cut before this unit; or NULL */
    size_t unit_count;
    size_t vocabulary;
};

/* Fills `cuts` (room for unit_count) in rising order; false when memory is out. Units times the words of the longest
 * segment, which is limited to 2,000 words unless a single unit is longer: linear for long texts. A join looks at 8,000
 * words at most. */
PX_API bool px_cut_find(const struct px_cut_text *text, struct px_arena *arena, uint32_t *cuts, size_t *cut_count);

#endif
