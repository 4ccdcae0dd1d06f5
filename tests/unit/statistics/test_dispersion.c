#include "near.h"

#include "statistics/dispersion.h"

/* Gries 2008, section 3: parts of 9, 10, 10, 10 and 11 words hold a word 1, 2, 3, 4 and 5 times. The shares differ by
 * .11333, .06667, 0, .06667, .11333: DP = .18, and DPnorm = .18 / (1 - .18) = .2195. */
static void meets_the_paper(void **state)
{
    (void)state;
    const double counts[] = {1, 2, 3, 4, 5};
    const double sizes[] = {9, 10, 10, 10, 11};
    struct px_dispersion spread = px_dispersion_dp(counts, sizes, 5);
    assert_near(spread.dp, .18, 1e-12);
    assert_near(spread.dp_norm, .18 / .82, 1e-12);
}

static void reaches_its_ends(void **state)
{
    (void)state;
    const double even[] = {2, 4, 6};
    const double sizes[] = {10, 20, 30};
    const double clump[] = {5, 0, 0};
    assert_near(px_dispersion_dp(even, sizes, 3).dp, 0, 1e-12);
    assert_near(px_dispersion_dp(clump, sizes, 3).dp_norm, 1, 1e-12);
    assert_near(px_dispersion_dp(clump, sizes, 1).dp_norm, 0, 0);
}

static void does_not_see_order_or_empty_parts(void **state)
{
    (void)state;
    const double counts[] = {1, 0, 4, 2};
    const double sizes[] = {10, 20, 15, 8};
    const double turned[] = {2, 4, 0, 0, 1};
    const double turned_sizes[] = {8, 15, 0, 20, 10};
    struct px_dispersion one = px_dispersion_dp(counts, sizes, 4);
    struct px_dispersion two = px_dispersion_dp(turned, turned_sizes, 5);
    assert_near(one.dp, two.dp, 1e-15);
    assert_near(one.dp_norm, two.dp_norm, 1e-15);
}

static void answers_nonsense_with_nan(void **state)
{
    (void)state;
    const double none[] = {0, 0};
    const double some[] = {1, 2};
    const double bad[] = {-1, 2};
    assert_near(px_dispersion_dp(none, some, 2).dp, NAN, 0);
    assert_near(px_dispersion_dp(some, none, 2).dp, NAN, 0);
    assert_near(px_dispersion_dp(bad, some, 2).dp_norm, NAN, 0);
    assert_near(px_dispersion_dp(NULL, NULL, 0).dp, NAN, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meets_the_paper),
        cmocka_unit_test(reaches_its_ends),
        cmocka_unit_test(does_not_see_order_or_empty_parts),
        cmocka_unit_test(answers_nonsense_with_nan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
