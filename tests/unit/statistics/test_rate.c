#include "near.h"

#include "statistics/rate.h"

/* Newcombe 1998, table I, to the four places printed there: methods 3 (Wilson) and 5 (Clopper-Pearson). */
static const struct {
    double hits;
    double total;
    double wilson[2];
    double exact[2];
} published[] = {
    {81, 263, {.2553, .3662}, {.2527, .3676}},
    {15, 148, {.0624, .1605}, {.0578, .1617}},
    {0, 20, {0, .1611}, {0, .1684}},
    {1, 29, {.0061, .1718}, {.0009, .1776}},
};

static void meets_published_intervals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        double share = published[i].hits / published[i].total;
        assert_estimate(px_rate_wilson(published[i].hits, published[i].total), share, published[i].wilson[0],
                        published[i].wilson[1], 5e-5);
        assert_estimate(px_rate_exact(published[i].hits, published[i].total), share, published[i].exact[0],
                        published[i].exact[1], 5e-5);
    }
}

/* Hits and misses change places: the interval is seen in a mirror. */
static void mirrors_hits_and_misses(void **state)
{
    (void)state;
    for (double hits = 0; hits <= 12; hits++) {
        struct px_estimate share = px_rate_exact(hits, 12);
        struct px_estimate rest = px_rate_exact(12 - hits, 12);
        assert_estimate(share, 1 - rest.value, 1 - rest.high, 1 - rest.low, 1e-12);
        assert_true(share.low <= share.value && share.value <= share.high);
        share = px_rate_wilson(hits, 12);
        rest = px_rate_wilson(12 - hits, 12);
        assert_estimate(share, 1 - rest.value, 1 - rest.high, 1 - rest.low, 1e-12);
    }
}

/* With everything hit of n the exact interval begins at .025^(1/n): .025 for one, .1581 for two. */
static void meets_the_ends(void **state)
{
    (void)state;
    assert_estimate(px_rate_exact(1, 1), 1, .025, 1, 1e-12);
    assert_estimate(px_rate_exact(2, 2), 1, sqrt(.025), 1, 1e-12);
    assert_estimate(px_rate_exact(0, 1), 0, 0, .975, 1e-12);
}

static void answers_nonsense_with_nan(void **state)
{
    (void)state;
    const double bad[][2] = {{0, 0}, {1, 0}, {-1, 5}, {6, 5}, {NAN, 5}, {1, INFINITY}, {1, -3}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_estimate(px_rate_wilson(bad[i][0], bad[i][1]), NAN, NAN, NAN, 0);
        assert_estimate(px_rate_exact(bad[i][0], bad[i][1]), NAN, NAN, NAN, 0);
    }
}

/* At a million the exact interval must agree with the normal one: .3 ± 1.96 √(.21 / 10⁶). */
static void bears_large_counts(void **state)
{
    (void)state;
    double half = 1.959964 * sqrt(.21 / 1e6);
    assert_estimate(px_rate_exact(3e5, 1e6), .3, .3 - half, .3 + half, 2e-6);
    assert_estimate(px_rate_wilson(3e5, 1e6), .3, .3 - half, .3 + half, 2e-6);
    assert_near(px_rate_exact(1, 1e9).high, 5.5716e-9, 1e-12);
}

/* The definition itself, at every size: beyond each end of the exact interval lies .025 of the binomial. Here for one hit,
 * where the tails are 1 - (1 - low)^n and (1 - high)^n + n high (1 - high)^(n - 1). */
static void holds_by_definition(void **state)
{
    (void)state;
    for (double n = 2; n < 1e9; n = floor(n * 3.7)) {
        struct px_estimate share = px_rate_exact(1, n);
        assert_near(-expm1(n * log1p(-share.low)), .025, 1e-9);
        double none = exp(n * log1p(-share.high));
        assert_near(none + n * share.high * exp((n - 1) * log1p(-share.high)), .025, 1e-6);
    }
}

/* Ends rise with the hits, and the interval holds its share, whatever the sizes. */
static void rises_with_the_hits(void **state)
{
    (void)state;
    for (double n = 3; n < 1e8; n = floor(n * 4.3)) {
        struct px_estimate last = px_rate_exact(0, n);
        for (double hits = floor(n / 50) + 1; hits <= n; hits += floor(n / 50) + 1) {
            struct px_estimate share = px_rate_exact(hits, n);
            assert_true(share.low > last.low && share.high > last.high);
            assert_true(share.low < share.value && share.value <= share.high && share.high <= 1);
            last = share;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meets_published_intervals),
        cmocka_unit_test(mirrors_hits_and_misses),
        cmocka_unit_test(meets_the_ends),
        cmocka_unit_test(answers_nonsense_with_nan),
        cmocka_unit_test(bears_large_counts),
        cmocka_unit_test(holds_by_definition),
        cmocka_unit_test(rises_with_the_hits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
