/* Whether two texts spread their choices alike over k forms: "regime" 6 : 0, "government" 2 : 9, "leadership" 1 : 1.
 *
 *     struct px_choice choices[] = {{.unit = 0, .column = 2}, {.unit = 0, .column = 2}, {.unit = 7, .column = 1, .second = true}};
 *     struct px_test test = px_contingency_test(choices, 3, 3, seed);
 *
 * Who has said "regime" says it again in the same breath: choices of one passage (the unit) are not independent, so that
 * whole units change texts, as sentences do in statistics/resample.h. Exchanging the texts gives the same p to the last bit;
 * how units and columns are numbered changes it within its error.
 */
#ifndef PX_STATISTICS_CONTINGENCY_H
#define PX_STATISTICS_CONTINGENCY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "statistics/estimate.h"

enum { PX_CONTINGENCY_TABLES = 2000 };

/* One choice: the passage it stands in, the form chosen, and whether it is the second text's. */
struct px_choice {
    uint32_t unit;
    uint32_t column;
    bool second;
};

/* Pearson's X² = Σ (a_j n_b - b_j n_a)² / (n_a n_b c_j) over the columns with c_j = a_j + b_j > 0, and the share of
 * tables at least as uneven when units are dealt to the two texts at random, as many to each as it has,
 * p = (tables with X² at least as large + 1) / (tables + 1) (Freeman & Halton 1951 for X² as the order, Phipson & Smyth
 * 2010 for the p; where every unit holds one choice it is their test). Choices of one unit are of one text; a unit's
 * number is its own in both. NaN when a text or all columns but one are empty, for a column that is out of range, and
 * when memory is out. Sorts the choices. Cost: 2,000 tables of all choices, fewer (never below 199) beyond 2,000
 * choices. */
PX_API struct px_test px_contingency_test(struct px_choice *choices, size_t count, size_t columns, uint64_t seed);

#endif
