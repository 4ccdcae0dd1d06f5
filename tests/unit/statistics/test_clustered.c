#include "near.h"

#include "statistics/clustered.h"

/* Sentences of 10, 20 and 30 words with 1, 0 and 2 hits: 3 of 60 are 50 per 1,000, not the mean of the three rates. */
static void is_a_ratio_of_sums(void **state)
{
    (void)state;
    const double hits[] = {1, 0, 2};
    const double words[] = {10, 20, 30};
    struct px_estimate rate = px_clustered_ratio((struct px_units){hits, words, 3}, PX_RATIO_RATE, 1000);
    assert_near(rate.value, 50, 1e-12);
    assert_true(rate.low > 0 && rate.low < 50 && rate.high > 50);
}

/* A mean of units without denominators is the plain mean with Student's interval. Michelson's speeds of light, set
 * Michelso of NIST's StRD: mean 299.852400000000, standard deviation .0790105478190518, n = 100; t(.975; 99) = 1.984217.
 * Here the last three digits of the first twenty: mean 909, by hand s = √(209180 / 19) = 104.926, t(19) = 2.093024. */
static void meets_student(void **state)
{
    (void)state;
    const double speeds[] = {850,  740, 900, 1070, 930, 850, 950,  980,  980, 880,
                             1000, 980, 930, 650,  760, 810, 1000, 1000, 960, 960};
    struct px_estimate mean = px_clustered_ratio((struct px_units){speeds, NULL, 20}, PX_RATIO_MEAN, 1);
    double half = 2.093024 * 104.926 / sqrt(20);
    assert_estimate(mean, 909, 909 - half, 909 + half, 1e-3);
}

/* One hit in each of 20 sentences of 10 words: the count does not vary, phi stays 1, and the interval is that of 20 counts
 * by the quantiles of Gamma(20.5), χ²(41) / 2: 25.2145 / 2 and 60.5606 / 2, by 200 words. */
static void is_poisson_without_clumps(void **state)
{
    (void)state;
    double hits[20];
    double words[20];
    for (int i = 0; i < 20; i++) {
        hits[i] = 1;
        words[i] = 10;
    }
    struct px_estimate rate = px_clustered_ratio((struct px_units){hits, words, 20}, PX_RATIO_RATE, 1000);
    assert_estimate(rate, 100, 25.2145 / 2 * 5, 60.5606 / 2 * 5, 1e-3);
}

/* The same hits in clumps of four tell a quarter as much: the interval is at least √4 times as wide. */
static void widens_with_clumps(void **state)
{
    (void)state;
    double even[20];
    double clumped[20] = {0};
    double words[20];
    for (int i = 0; i < 20; i++) {
        even[i] = 1;
        words[i] = 10;
        clumped[i] = i % 4 == 0 ? 4 : 0;
    }
    struct px_estimate one = px_clustered_ratio((struct px_units){even, words, 20}, PX_RATIO_RATE, 1000);
    struct px_estimate two = px_clustered_ratio((struct px_units){clumped, words, 20}, PX_RATIO_RATE, 1000);
    assert_near(one.value, two.value, 1e-12);
    assert_true(two.high - two.low > 2 * (one.high - one.low) * .95);
    assert_true(two.low > 0 && two.low < two.value && two.value < two.high);
}

/* Nothing found is no certainty: 0 to -ln(.025) / W for a rate, and for a share 1 - .025^(1/n) of n sentences, not words. */
static void does_not_trust_noughts(void **state)
{
    (void)state;
    const double words[] = {20, 30, 25, 25};
    assert_estimate(px_clustered_ratio((struct px_units){NULL, words, 4}, PX_RATIO_RATE, 1000), 0, 0,
                    -1000 * log(.025) / 100, 1e-9);
    assert_estimate(px_clustered_ratio((struct px_units){NULL, words, 4}, PX_RATIO_SHARE, 1), 0, 0, 1 - pow(.025, .25),
                    1e-12);
    assert_estimate(px_clustered_ratio((struct px_units){words, words, 4}, PX_RATIO_SHARE, 1), 1, pow(.025, .25), 1,
                    1e-12);
}

/* Shares and their complements mirror each other. */
static void mirrors_the_complement(void **state)
{
    (void)state;
    const double words[] = {20, 30, 25, 25, 11};
    const double quoted[] = {20, 0, 10, 0, 0};
    double rest[5];
    for (int i = 0; i < 5; i++)
        rest[i] = words[i] - quoted[i];
    struct px_estimate share = px_clustered_ratio((struct px_units){quoted, words, 5}, PX_RATIO_SHARE, 1);
    assert_estimate(px_clustered_ratio((struct px_units){rest, words, 5}, PX_RATIO_SHARE, 1), 1 - share.value,
                    1 - share.high, 1 - share.low, 1e-9);
    assert_true(share.low > 0 && share.high < 1);
}

/* Units that hold nothing, and their order, change nothing. */
static void does_not_see_order_or_empty_units(void **state)
{
    (void)state;
    const double hits[] = {1, 0, 2, 0, 1}, words[] = {12, 9, 20, 14, 7};
    const double more_hits[] = {0, 1, 0, 0, 2, 0, 1}, more_words[] = {0, 7, 14, 0, 20, 9, 12};
    for (int kind = PX_RATIO_RATE; kind <= PX_RATIO_MEAN; kind++) {
        struct px_estimate one = px_clustered_ratio((struct px_units){hits, words, 5}, (enum px_ratio)kind, 1);
        struct px_estimate two =
            px_clustered_ratio((struct px_units){more_hits, more_words, 7}, (enum px_ratio)kind, 1);
        assert_estimate(two, one.value, one.low, one.high, 1e-12);
    }
}

static void answers_nonsense_with_nan(void **state)
{
    (void)state;
    const double hits[] = {1, 2}, words[] = {10, 20}, none[] = {0, 0};
    const double endless[] = {INFINITY, 1}, unknown[] = {NAN, 1}, negative[] = {-1, 1};
    for (int kind = PX_RATIO_RATE; kind <= PX_RATIO_MEAN; kind++) {
        enum px_ratio ratio = (enum px_ratio)kind;
        assert_estimate(px_clustered_ratio((struct px_units){NULL, NULL, 0}, ratio, 1), NAN, NAN, NAN, 0);
        assert_estimate(px_clustered_ratio((struct px_units){hits, none, 2}, ratio, 1), NAN, NAN, NAN, 0);
        assert_estimate(px_clustered_ratio((struct px_units){endless, words, 2}, ratio, 1), NAN, NAN, NAN, 0);
        assert_estimate(px_clustered_ratio((struct px_units){unknown, words, 2}, ratio, 1), NAN, NAN, NAN, 0);
        assert_estimate(px_clustered_ratio((struct px_units){hits, words, 1}, ratio, 1), .1, NAN, NAN, 0);
    }
    assert_estimate(px_clustered_ratio((struct px_units){negative, words, 2}, PX_RATIO_RATE, 1), 0, NAN, NAN, 0);
    assert_estimate(px_clustered_ratio((struct px_units){words, hits, 2}, PX_RATIO_SHARE, 1), 10, NAN, NAN, 0);
}

/* Counts of 2^31 and numbers near the end of what a double holds: a value, and an interval that holds it or none. */
static void bears_large_numbers(void **state)
{
    (void)state;
    const double counts[] = {2147483647., 2147483646., 2147483645.}, words[] = {4e9, 4e9, 4e9};
    const double huge[] = {1e300, 2e300, 1e300}, tiny[] = {1e-300, 2e-300, 1e-300};
    const struct px_units all[] = {
        {counts, words, 3}, {huge, huge, 3}, {tiny, tiny, 3}, {huge, NULL, 3}, {tiny, NULL, 3}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        for (int kind = PX_RATIO_RATE; kind <= PX_RATIO_MEAN; kind++) {
            struct px_estimate it = px_clustered_ratio(all[i], (enum px_ratio)kind, 1);
            assert_true(isfinite(it.value));
            assert_true((isnan(it.low) && isnan(it.high)) || (it.low <= it.value && it.value <= it.high));
        }
    struct px_estimate rate = px_clustered_ratio(all[0], PX_RATIO_RATE, 1);
    assert_true(rate.high - rate.low < 1e-4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_a_ratio_of_sums),
        cmocka_unit_test(meets_student),
        cmocka_unit_test(is_poisson_without_clumps),
        cmocka_unit_test(widens_with_clumps),
        cmocka_unit_test(does_not_trust_noughts),
        cmocka_unit_test(mirrors_the_complement),
        cmocka_unit_test(does_not_see_order_or_empty_units),
        cmocka_unit_test(answers_nonsense_with_nan),
        cmocka_unit_test(bears_large_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
