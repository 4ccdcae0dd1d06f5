#include "near.h"

#include "statistics/keyness.h"

typedef struct px_keyness_counts counts;

static counts swap(counts it)
{
    return (counts){it.b, it.a, it.total_b, it.total_a};
}

/* Four words 1, 5, 1, 9 against 100, 510, 100, 199 with a flat prior of .01 and all four terms. For the first, by hand:
 * ln(1.01 / 15.03) - ln(100.01 / 809.03) = -2.70018 + 2.09065 = -.60953 over
 * √(1/1.01 + 1/15.03 + 1/100.01 + 1/809.03) = 1.03339 makes -.58984. */
static void finds_log_odds(void **state)
{
    (void)state;
    const double a[] = {1, 5, 1, 9};
    const double b[] = {100, 510, 100, 199};
    const double z[] = {-.58984, -1.90568, -.58984, 2.98306};
    for (size_t i = 0; i < 4; i++) {
        counts it = {a[i], b[i], 16, 909};
        assert_near(px_keyness_log_odds(it, .01, .04, PX_VARIANCE_FOUR_TERMS).z, z[i], 5e-6);
    }
}

/* Two terms: y 4 and 1, prior 2 of 20, n 100 each: ln(6 / 114) - ln(3 / 117) = -2.94444 + 3.66356 = .71912;
 * √(1/6 + 1/3) = .70711; z = 1.01699, p = 2 (1 - Φ(z)) = .3092. */
static void finds_log_odds_of_two_terms(void **state)
{
    (void)state;
    struct px_log_odds odds = px_keyness_log_odds((counts){4, 1, 100, 100}, 2, 20, PX_VARIANCE_TWO_TERMS);
    assert_near(odds.delta, .71912, 5e-6);
    assert_near(odds.z, 1.01699, 1e-5);
    assert_near(odds.p, .3092, 5e-5);
}

/* "b" stands 7 times among 10, and 2 among 9: G² 4.534939 with four cells, as R's likelihood
 * test gives. Two cells by hand: 10 and 20 of 1,000 each against 15 expected: 2 (10 ln(2/3) + 20 ln(4/3)) = 3.397981. */
static void finds_g2(void **state)
{
    (void)state;
    struct px_test test = px_keyness_g2((counts){7, 2, 10, 9}, PX_G2_FOUR_CELLS);
    assert_near(test.statistic, 4.534939332256226, 1e-12);
    assert_near(test.p, .0332, 5e-5);
    assert_near(px_keyness_g2((counts){10, 20, 1000, 1000}, PX_G2_TWO_CELLS).statistic, 3.397981, 1e-6);
    assert_near(px_keyness_g2((counts){10, 10, 500, 500}, PX_G2_TWO_CELLS).p, 1, 1e-12);
}

/* The order in which quanteda.textstats puts the words of two documents by signed G² (four cells, no correction), and by
 * signed X² without Yates' correction where that leaves the order alone. */
static void orders_words_as_quanteda_does(void **state)
{
    (void)state;
    static const counts words[] = {{6, 2, 17, 12}, {1, 0, 17, 12}, {2, 1, 17, 12}, {2, 1, 17, 12},
                                   {3, 2, 17, 12}, {1, 1, 17, 12}, {1, 1, 17, 12}, {1, 4, 17, 12}};
    double before = INFINITY;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) { /* c g b h a e f d */
        double more = words[i].a / words[i].total_a > words[i].b / words[i].total_b ? 1 : -1;
        double signed_g2 = more * px_keyness_g2(words[i], PX_G2_FOUR_CELLS).statistic;
        assert_true(signed_g2 <= before);
        before = signed_g2;
    }
}

/* Fisher's tea: 3 of 4 against 1 of 4. The 70 ways split 1, 16, 36, 16, 1; as likely or less: 34 / 70. And the exact
 * sums of binomials for 12 of 640 against 3 of 580, 9 of 100 against 1 of 100. */
static void finds_fisher(void **state)
{
    (void)state;
    struct px_test tea = px_keyness_fisher((counts){3, 1, 4, 4});
    assert_near(tea.p, 34. / 70, 1e-12);
    assert_near(tea.statistic, 16. / 70, 1e-12);
    assert_near(px_keyness_fisher((counts){4, 0, 4, 4}).p, 2. / 70, 1e-12);
    assert_near(px_keyness_fisher((counts){2, 2, 4, 4}).p, 1, 1e-12);
    assert_near(px_keyness_fisher((counts){12, 3, 640, 580}).p, .03727871687327937, 1e-9);
    assert_near(px_keyness_fisher((counts){9, 1, 100, 100}).p, .018487679877476366, 1e-9);
    assert_near(px_keyness_fisher((counts){0, 0, 100, 50}).p, 1, 1e-12);
    assert_near(px_keyness_fisher((counts){0, 5, 5, 5}).p, 2. / 252, 1e-12);
}

/* Every table with small margins against the sum over all tables, worked out here from Pascal's triangle. */
static void finds_fisher_of_every_small_table(void **state)
{
    (void)state;
    double choose[16][16] = {{0}};
    for (int n = 0; n < 16; n++)
        for (int k = 0; k <= n; k++)
            choose[n][k] = k == 0 || k == n ? 1 : choose[n - 1][k - 1] + choose[n - 1][k];
    const int of_a = 7;
    const int of_b = 8;
    for (int a = 0; a <= of_a; a++)
        for (int b = 0; b <= of_b; b++) {
            double seen = choose[of_a][a] * choose[of_b][b];
            double sum = 0;
            for (int k = 0; k <= of_a && k <= a + b; k++)
                if (a + b - k <= of_b && choose[of_a][k] * choose[of_b][a + b - k] <= seen)
                    sum += choose[of_a][k] * choose[of_b][a + b - k];
            assert_near(px_keyness_fisher((counts){a, b, of_a, of_b}).p, sum / choose[15][a + b], 1e-10);
        }
}

static void chooses_the_test_by_the_smallest_cell(void **state)
{
    (void)state;
    counts small = {9, 0, 100, 100}; /* 4.5 expected */
    counts large = {10, 0, 100, 100};
    assert_same(px_keyness_test(small).p, px_keyness_fisher(small).p);
    assert_same(px_keyness_test(large).p, px_keyness_g2(large, PX_G2_FOUR_CELLS).p);
    assert_near(px_keyness_test((counts){0, 0, 100, 100}).p, 1, 0);
}

/* 12 of 640 against 3 of 580: log₂ 3.625 = 1.857981. 12 of 15 has the exact interval .519109 to .956688, hence odds
 * 1.079474 to 22.08838, times 580 / 640: log₂ .978273 = -.03169, log₂ 20.01760 = 4.32320. */
static void finds_log_ratio(void **state)
{
    (void)state;
    assert_estimate(px_keyness_log_ratio((counts){12, 3, 640, 580}), 1.857981, -.03169, 4.3232, 2e-5);
}

/* 4 against none of 100 each: 4 / .5 is 8 times, 2³; 4 of 4 begins at .025^(1/4) = .397635: odds .660124, log₂ -.59919. */
static void bears_zero_counts(void **state)
{
    (void)state;
    assert_estimate(px_keyness_log_ratio((counts){4, 0, 100, 100}), 3, -.59919, INFINITY, 1e-5);
    assert_estimate(px_keyness_log_ratio((counts){0, 4, 100, 100}), -3, -INFINITY, .59919, 1e-5);
    assert_estimate(px_keyness_log_ratio((counts){0, 0, 100, 200}), 0, -INFINITY, INFINITY, 0);
    assert_true(px_keyness_log_ratio((counts){40, 0, 100, 100}).low > 3);
}

static void mirrors_the_texts(void **state)
{
    (void)state;
    const counts cases[] = {{12, 3, 640, 580}, {0, 7, 123, 45}, {1, 1, 10, 11}, {33, 34, 999, 999}, {5, 5, 5, 7}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        counts it = cases[i];
        counts turned = swap(it);
        struct px_estimate ratio = px_keyness_log_ratio(it);
        assert_estimate(px_keyness_log_ratio(turned), -ratio.value, -ratio.high, -ratio.low, 0);
        struct px_log_odds odds = px_keyness_log_odds(it, .5, 40, PX_VARIANCE_TWO_TERMS);
        assert_same(px_keyness_log_odds(turned, .5, 40, PX_VARIANCE_TWO_TERMS).z, -odds.z);
        assert_same(px_keyness_log_odds(turned, .5, 40, PX_VARIANCE_TWO_TERMS).p, odds.p);
        assert_same(px_keyness_fisher(turned).p, px_keyness_fisher(it).p);
        assert_same(px_keyness_g2(turned, PX_G2_FOUR_CELLS).p, px_keyness_g2(it, PX_G2_FOUR_CELLS).p);
        assert_same(px_keyness_g2(turned, PX_G2_TWO_CELLS).p, px_keyness_g2(it, PX_G2_TWO_CELLS).p);
    }
}

static void answers_nonsense_with_nan(void **state)
{
    (void)state;
    const counts bad[] = {{0, 0, 0, 10}, {1, 1, 10, 0}, {11, 1, 10, 10}, {-1, 1, 10, 10}, {NAN, 1, 10, 10}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_near(px_keyness_log_odds(bad[i], 1, 10, PX_VARIANCE_TWO_TERMS).z, NAN, 0);
        assert_near(px_keyness_g2(bad[i], PX_G2_FOUR_CELLS).p, NAN, 0);
        assert_near(px_keyness_fisher(bad[i]).p, NAN, 0);
        assert_near(px_keyness_test(bad[i]).p, NAN, 0);
        assert_estimate(px_keyness_log_ratio(bad[i]), NAN, NAN, NAN, 0);
    }
    assert_near(px_keyness_log_odds((counts){1, 1, 10, 10}, 0, 10, PX_VARIANCE_TWO_TERMS).z, NAN, 0);
    assert_near(px_keyness_log_odds((counts){1, 1, 10, 10}, 1, 1, PX_VARIANCE_TWO_TERMS).z, NAN, 0);
}

/* A billion words: Fisher's test meets G², and nothing overflows. */
static void bears_large_counts(void **state)
{
    (void)state;
    counts it = {3e6, 2.99e6, 1e9, 1e9};
    double p = px_keyness_g2(it, PX_G2_FOUR_CELLS).p;
    assert_near(px_keyness_fisher(it).p, p, p * .01);
    assert_near(px_keyness_fisher((counts){3e6, 0, 1e9, 1e9}).p, 0, 1e-300);
    assert_near(px_keyness_fisher((counts){1, 1, 3e9, 10}).p, NAN, 0);
    assert_true(px_keyness_log_ratio(it).low > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_log_odds),
        cmocka_unit_test(finds_log_odds_of_two_terms),
        cmocka_unit_test(finds_g2),
        cmocka_unit_test(orders_words_as_quanteda_does),
        cmocka_unit_test(finds_fisher),
        cmocka_unit_test(finds_fisher_of_every_small_table),
        cmocka_unit_test(chooses_the_test_by_the_smallest_cell),
        cmocka_unit_test(finds_log_ratio),
        cmocka_unit_test(bears_zero_counts),
        cmocka_unit_test(mirrors_the_texts),
        cmocka_unit_test(answers_nonsense_with_nan),
        cmocka_unit_test(bears_large_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
