/* Laws of the statistics room over every combination of odd numbers: none, tiny, halves, large, endless, negative and no
 * number at all. Whatever comes in, every call comes back; a probability lies in 0 .. 1, an estimate in its interval, and
 * what cannot be had is NaN. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "statistics/agreement.h"
#include "statistics/clustered.h"
#include "statistics/confusion.h"
#include "statistics/dispersion.h"
#include "statistics/diversity.h"
#include "statistics/events.h"
#include "statistics/keyness.h"
#include "statistics/multiple.h"
#include "statistics/rate.h"
#include "statistics/verdict.h"

static const double odd[] = {0, 1e-300, .5, 1, 5, 37, 2147483647., 1e15, 1e300, INFINITY, -1, NAN};
enum { ODD = sizeof odd / sizeof *odd };

static void assert_probability(double p)
{
    if (!(isnan(p) || (p >= 0 && p <= 1)))
        fail_msg("%g is no probability", p);
}

static void assert_ordered(struct px_estimate it)
{
    bool half = isnan(it.low) != isnan(it.high);
    bool outside = !isnan(it.low) && !(it.low <= it.value && it.value <= it.high);
    if (half || outside)
        fail_msg("%g has the interval %g to %g", it.value, it.low, it.high);
}

static void rates_are_ordered(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD; i++)
        for (size_t j = 0; j < ODD; j++) {
            assert_ordered(px_rate_wilson(odd[i], odd[j]));
            assert_ordered(px_rate_exact(odd[i], odd[j]));
        }
}

static void keyness_is_ordered(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD * ODD * ODD * ODD; i++) {
        struct px_keyness_counts counts = {odd[i % ODD], odd[i / ODD % ODD], odd[i / ODD / ODD % ODD],
                                           odd[i / ODD / ODD / ODD]};
        assert_ordered(px_keyness_log_ratio(counts));
        assert_probability(px_keyness_log_odds(counts, .01, 10, PX_VARIANCE_FOUR_TERMS).p);
        assert_probability(px_keyness_g2(counts, PX_G2_TWO_CELLS).p);
        assert_probability(px_keyness_g2(counts, PX_G2_FOUR_CELLS).p);
        assert_probability(px_keyness_test(counts).p);
    }
}

static void indices_are_ordered(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD * ODD * ODD; i++) {
        double counts[] = {odd[i % ODD], odd[i / ODD % ODD], odd[i / ODD / ODD]};
        const double sizes[] = {counts[2], counts[0], counts[1]};
        struct px_dispersion spread = px_dispersion_dp(counts, sizes, 3);
        assert_ordered(px_diversity_entropy(counts, 3));
        assert_ordered(px_diversity_simpson(counts, 3));
        assert_probability(px_diversity_entropy(counts, 3).value);
        assert_probability(spread.dp);
        assert_true(isnan(spread.dp_norm) || (spread.dp_norm >= 0 && spread.dp_norm <= 1 + 1e-9));
        assert_int_equal(px_multiple_bh(counts, 3, NULL), PX_OK);
    }
}

static void ratios_are_ordered(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD * ODD * ODD * ODD; i++) {
        const double above[] = {odd[i % ODD], odd[i / ODD % ODD], 1};
        const double below[] = {odd[i / ODD / ODD % ODD], odd[i / ODD / ODD / ODD], 2};
        for (int kind = PX_RATIO_RATE; kind <= PX_RATIO_MEAN; kind++)
            assert_ordered(px_clustered_ratio((struct px_units){above, below, 3}, (enum px_ratio)kind, 1000));
    }
}

static void events_are_ordered(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD * ODD; i++) {
        const double numbers[] = {odd[i % ODD], odd[i / ODD], 1, 2, -3, 4};
        struct px_across across;
        assert_int_equal(px_events_across(numbers, 6, 1, &across, NULL), PX_OK);
        assert_true(isnan(across.mean.low) == isnan(across.mean.high));
        assert_probability(across.p);
    }
}

static void agreement_is_at_most_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD * ODD * ODD; i++) {
        const double codes[] = {odd[i % ODD], odd[i / ODD % ODD], odd[i / ODD / ODD], 1, 1, 5};
        for (int level = PX_LEVEL_NOMINAL; level <= PX_LEVEL_INTERVAL; level++) {
            struct px_estimate alpha;
            px_agreement_alpha((struct px_agreement_codes){codes, 3, 2}, (enum px_level)level, 1, &alpha, NULL);
            assert_true(isnan(alpha.value) || alpha.value <= 1 + 1e-9);
        }
    }
}

static void verdicts_need_figures(void **state)
{
    (void)state;
    for (size_t i = 0; i < ODD * ODD * ODD; i++) {
        struct px_verdict_case it = {.occurrences = odd[i % ODD],
                                     .difference = {odd[i / ODD % ODD], odd[i / ODD % ODD], odd[i / ODD / ODD]},
                                     .q = odd[i / ODD / ODD],
                                     .range = 1};
        enum px_verdict verdict = px_verdict_of(&it);
        assert_true(verdict != PX_VERDICT_DIFFERS || (it.q <= PX_VERDICT_LEVEL && it.occurrences >= 5));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rates_are_ordered),     cmocka_unit_test(keyness_is_ordered),
        cmocka_unit_test(indices_are_ordered),   cmocka_unit_test(ratios_are_ordered),
        cmocka_unit_test(events_are_ordered),    cmocka_unit_test(agreement_is_at_most_one),
        cmocka_unit_test(verdicts_need_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
