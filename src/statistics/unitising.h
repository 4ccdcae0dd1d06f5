/* How far coders agree on where units lie in texts (which words are marked), beyond chance.
 *
 *     struct px_unit units[] = {{.text = 0, .coder = 0, .start = 5, .length = 3}, {0, 1, 6, 2}};
 *     size_t lengths[] = {40};
 *     struct px_unitising unitising = {units, 2, lengths, 1, 2};
 *     struct px_estimate alpha;
 *     px_unitising_alpha(&unitising, seed, &alpha, &error);
 */
#ifndef PX_STATISTICS_UNITISING_H
#define PX_STATISTICS_UNITISING_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "statistics/estimate.h"

/* A stretch [start, start + length) of a text that a coder has marked; length 1 or more. */
struct px_unit {
    size_t text;
    size_t coder;
    size_t start;
    size_t length;
};

/* Every coder has read every text. Units are in order of text, coder and start, and one coder's do not overlap. */
struct px_unitising {
    const struct px_unit *units;
    size_t count;
    const size_t *lengths; /* of the texts, in the unit of start and length (characters, words) */
    size_t texts;
    size_t coders;
};

/* Krippendorff's alpha for unitising (Krippendorff 1995, Sociological Methodology 25; 2004, Quality & Quantity 38), for
 * one category, the texts one behind the other as the continuum of length L, m coders, N units in all. Sections g of
 * coder i are units (v = 1) and the gaps between them (v = 0); b is where one begins, l its length.
 *
 *     D_o = Σ_i Σ_g Σ_{j≠i} Σ_h δ²(ig, jh) / (m (m - 1) L²)
 *     δ² = (b_ig - b_jh)² + (b_ig + l_ig - b_jh - l_jh)²   two units that intersect
 *        = l²                                              a unit of length l inside a gap of the other coder
 *     D_e = 2/L Σ_ig v ((N - 1) / 3 (2 l³ - 3 l² + l) + l² Σ_{gaps jh not shorter} (l_jh - l + 1))
 *           / (mL (mL - 1) - Σ_ig v l (l - 1))
 *     alpha = 1 - D_o / D_e
 *
 * The interval is the percentile bootstrap over texts. NaN without units or with fewer than two coders. PX_ERROR_INPUT
 * for units that are out of order or leave their text; PX_ERROR_MEMORY. O(draws · units log units). */
PX_API enum px_status px_unitising_alpha(const struct px_unitising *unitising, uint64_t seed, struct px_estimate *alpha,
                                         struct px_error *error);

#endif
