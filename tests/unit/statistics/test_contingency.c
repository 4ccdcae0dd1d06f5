#include "near.h"

#include "statistics/contingency.h"
#include "statistics/keyness.h"

/* 10 20 30 against 30 20 10: every sum 40 or 60, so X² = (1200² + 0 + 1200²) / (60 · 60 · 40) = 20; two degrees of
 * freedom: p = e^-10. Nothing expected is below 5, so that this is the test to report, too. */
static void finds_chi_squared(void **state)
{
    (void)state;
    const double a[] = {10, 20, 30};
    const double b[] = {30, 20, 10};
    struct px_test test = px_contingency_chi_squared(a, b, 3);
    assert_near(test.statistic, 20, 1e-12);
    assert_near(test.p, exp(-10), 1e-12);
    assert_same(px_contingency_test(a, b, 3, 1).p, test.p);
}

/* Two filled columns: the same as the 2 × 2 functions, whatever empty columns stand between. */
static void agrees_with_two_by_two(void **state)
{
    (void)state;
    const double a[] = {0, 7, 0, 3};
    const double b[] = {0, 2, 0, 7};
    struct px_test test = px_contingency_test(a, b, 4, 1);
    assert_near(test.statistic, 4.337160493827162, 1e-12);
    assert_same(test.p, px_keyness_fisher((struct px_keyness_counts){7, 2, 10, 9}).p);
    assert_near(px_contingency_chi_squared(a, b, 4).p,
                px_keyness_chi_squared((struct px_keyness_counts){7, 2, 10, 9}).p, 1e-12);
}

/* 3 0 0 against 0 3 3: of the C(9, 3) = 84 ways to choose the small row, 3 are as uneven: p = .0357. */
static void draws_small_tables(void **state)
{
    (void)state;
    const double a[] = {3, 0, 0};
    const double b[] = {0, 3, 3};
    double sum = 0;
    for (uint64_t seed = 0; seed < 20; seed++)
        sum += px_contingency_test(a, b, 3, seed).p;
    assert_near(sum / 20, 3. / 84, .003);
    assert_same(px_contingency_test(a, b, 3, 5).p, px_contingency_test(a, b, 3, 5).p);
}

static void mirrors_the_texts(void **state)
{
    (void)state;
    const double a[] = {6, 2, 1, 0};
    const double b[] = {0, 9, 1, 2};
    const double c[] = {3, 3, 1, 5};
    assert_same(px_contingency_test(a, b, 4, 3).p, px_contingency_test(b, a, 4, 3).p);
    assert_same(px_contingency_test(b, c, 4, 3).p, px_contingency_test(c, b, 4, 3).p);
    assert_same(px_contingency_chi_squared(a, c, 4).p, px_contingency_chi_squared(c, a, 4).p);
}

static void answers_nonsense_with_nan(void **state)
{
    (void)state;
    const double none[] = {0, 0, 0};
    const double some[] = {1, 2, 3};
    const double bad[] = {1, -2, 3};
    const double worse[] = {1, NAN, 3};
    const double endless[] = {1, INFINITY, 3};
    const double one[] = {0, 4, 0};
    assert_near(px_contingency_test(none, some, 3, 1).p, NAN, 0);
    assert_near(px_contingency_test(some, bad, 3, 1).p, NAN, 0);
    assert_near(px_contingency_test(worse, some, 3, 1).p, NAN, 0);
    assert_near(px_contingency_test(endless, some, 3, 1).p, NAN, 0);
    assert_near(px_contingency_test(one, one, 3, 1).p, NAN, 0);
    assert_near(px_contingency_test(NULL, NULL, 0, 1).p, NAN, 0);
}

/* Ninety thousand counts with one rare column are drawn fewer times, but are drawn; ten times as many are not. */
static void bears_large_counts(void **state)
{
    (void)state;
    const double a[] = {1, 30000, 15000};
    const double b[] = {3, 30000, 15000};
    const double more_a[] = {1, 300000, 150000};
    const double more_b[] = {3, 300000, 150000};
    double p = px_contingency_test(a, b, 3, 1).p;
    assert_true(p > .4 && p < .9);
    assert_near(p * 200, round(p * 200), 1e-9);
    assert_same(px_contingency_test(more_a, more_b, 3, 1).p, px_contingency_chi_squared(more_a, more_b, 3).p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_chi_squared),         cmocka_unit_test(agrees_with_two_by_two),
        cmocka_unit_test(draws_small_tables),        cmocka_unit_test(mirrors_the_texts),
        cmocka_unit_test(answers_nonsense_with_nan), cmocka_unit_test(bears_large_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
