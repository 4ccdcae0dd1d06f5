/* Whether two texts spread their choices alike over k forms: "regime" 6 : 0, "government" 2 : 9, "leadership" 1 : 1.
 *
 *     double a[] = {6, 2, 1}, b[] = {0, 9, 1};
 *     struct px_test test = px_contingency_test(a, b, 3, seed);
 *
 * Swapping a and b gives the same p to the last bit; the order of the columns changes a drawn p within its error.
 */
#ifndef PX_STATISTICS_CONTINGENCY_H
#define PX_STATISTICS_CONTINGENCY_H

#include <stddef.h>
#include <stdint.h>

#include "statistics/estimate.h"

enum { PX_CONTINGENCY_TABLES = 2000 };

/* Pearson's X² = Σ (a_j n_b - b_j n_a)² / (n_a n_b c_j) over the columns with c_j = a_j + b_j > 0, against χ² with
 * (columns that are not empty - 1) degrees of freedom. NaN when a row or all columns but one are empty, or when a
 * count is negative or not finite. */
PX_API struct px_test px_contingency_chi_squared(const double *a, const double *b, size_t columns);

/* The test to report. Where every expected count is 5 or more: chi-squared. Below that, for two columns that are not
 * empty Fisher's exact test; for more, the exact conditional test drawn at random: tables with the same margins, p =
 * (tables with X² at least as large + 1) / (tables + 1) (Freeman & Halton 1951 for the test with X² as the order,
 * Phipson & Smyth 2010 for the p). The statistic is X² in every case. Counts are rounded to whole numbers; NaN as
 * above, and when memory is out. Cost: 2,000 tables of the smaller row's total, fewer (never below 199) when that is
 * over 2,000; beyond a hundred thousand counts chi-squared again. */
PX_API struct px_test px_contingency_test(const double *a, const double *b, size_t columns, uint64_t seed);

#endif
