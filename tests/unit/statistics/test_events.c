#include "near.h"

#include "statistics/clustered.h"
#include "statistics/events.h"

static struct px_across across(const double *numbers, size_t count)
{
    struct px_across result;
    assert_int_equal(px_events_across(numbers, count, 4, &result, NULL), PX_OK);
    return result;
}

/* Darwin's fifteen pairs of maize plants (Fisher 1935, The Design of Experiments, ch. III): mean 314 / 15, standard
 * deviation 37.744 (t = 2.148), and 1,726 of the 2^15 = 32,768 ways to turn the signs are as far out: p = .0527. */
static const double maize[] = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

static void meets_fisher(void **state)
{
    (void)state;
    struct px_across result = across(maize, 15);
    assert_near(result.mean.value, 314. / 15, 1e-12);
    assert_near(result.effect, 2.148 / sqrt(15), 5e-4);
    assert_near(result.p, 1726. / 32768, .007);
    assert_true(result.mean.low < 1 && result.mean.high > 35 && result.mean.high < 50);
}

/* NIST's StRD, NumAcc1, NumAcc3 and NumAcc4: means and standard deviations that lose their digits when squares are summed.
 * Certified: 10000002 and 1; 1000000.2 and .1; 10000000.2 and .1. */
static void meets_nist(void **state)
{
    (void)state;
    const double first[] = {10000001, 10000003, 10000002};
    static double values[1001];
    assert_near(across(first, 3).mean.value, 10000002, 0);
    assert_near(across(first, 3).effect, 10000002, 1e-2);
    for (int set = 0; set < 2; set++) {
        double whole = set == 0 ? 1000000 : 10000000;
        for (int i = 0; i < 1001; i++)
            values[i] = whole + (i == 0 ? .2 : i % 2 == 0 ? .3 : .1);
        struct px_across result = across(values, 1001);
        assert_near(result.mean.value / (whole + .2), 1, 1e-14);
        assert_near(result.effect / ((whole + .2) / .1), 1, 1e-7);
        struct px_estimate mean = px_clustered_ratio((struct px_units){values, NULL, 1001}, PX_RATIO_MEAN, 1);
        assert_near((mean.high - mean.low) / (2 * 1.962339 * .1 / sqrt(1001)), 1, 1e-5);
    }
}

/* All eight of the same sign: exactly 2 of 2^8 ways are as far from 0. */
static void turns_all_signs_of_few_events(void **state)
{
    (void)state;
    const double events[] = {1, 2, 3, 1, 2, 3, 1, 2};
    const double balanced[] = {1, -1, 2, -2, 3, -3};
    struct px_across result = across(events, 8);
    assert_near(result.mean.value, 15. / 8, 1e-12);
    assert_near(result.p, 2. / 256, 1e-15);
    assert_true(result.mean.low > 1 && result.mean.high < 3);
    assert_near(across(balanced, 6).p, 1, 0);
    assert_near(across(balanced, 6).effect, 0, 0);
}

/* Maize again: t(.975; 14) = 2.144787, standard error 37.744 / √15 = 9.74548. Skewed as it is to the left, the studentised
 * bootstrap alone would put the upper end nearer. */
static void is_no_surer_than_student(void **state)
{
    (void)state;
    struct px_estimate mean = across(maize, 15).mean;
    assert_true(mean.low <= mean.value - 2.144787 * 9.74548 + .01);
    assert_near(mean.high, mean.value + 2.144787 * 9.74548, .01);
    double halved[15];
    for (int i = 0; i < 15; i++)
        halved[i] = maize[i] / 2;
    assert_near(across(halved, 15).mean.low, mean.low / 2, 1e-9);
}

static void mirrors_the_outlets(void **state)
{
    (void)state;
    double turned[15];
    for (int i = 0; i < 15; i++)
        turned[i] = -maize[i];
    struct px_across one = across(maize, 15);
    struct px_across two = across(turned, 15);
    assert_near(two.mean.value, -one.mean.value, 0);
    assert_near(two.mean.low, -one.mean.high, 4);
    assert_near(two.effect, -one.effect, 1e-15);
    assert_near(two.p, one.p, 0);
}

static void answers_few_events_with_nan(void **state)
{
    (void)state;
    const double equal[] = {2, 2, 2, 2, 2, 2, 2}, zeros[] = {0, 0, 0, 0, 0, 0}, bad[] = {1, NAN, 2};
    struct px_across result = across(NULL, 0);
    assert_estimate(result.mean, NAN, NAN, NAN, 0);
    assert_near(result.p, NAN, 0);
    result = across(maize, 1);
    assert_estimate(result.mean, 49, NAN, NAN, 0);
    assert_near(result.p, NAN, 0);
    result = across(maize, PX_EVENTS_FEWEST - 1);
    assert_estimate(result.mean, 12. / 5, NAN, NAN, 1e-12);
    assert_true(result.p > 0 && result.p <= 1);
    assert_near(across(equal, 7).p, 2. / 128, 0);
    assert_estimate(across(equal, 7).mean, 2, NAN, NAN, 0);
    assert_near(across(equal, 7).effect, NAN, 0);
    assert_near(across(zeros, 6).p, 1, 0);
    assert_estimate(across(bad, 3).mean, NAN, NAN, NAN, 0);
}

static void bears_large_numbers(void **state)
{
    (void)state;
    double huge[20];
    double many[3000];
    for (int i = 0; i < 20; i++)
        huge[i] = i % 3 == 0 ? -1e300 : 1e300;
    for (int i = 0; i < 3000; i++)
        many[i] = i % 3 - .9;
    struct px_across result = across(huge, 20);
    assert_true(result.p > 0 && result.p <= 1);
    result = across(many, 3000);
    assert_near(result.mean.value, .1, 1e-9);
    assert_true(result.p <= .002);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meets_fisher),
        cmocka_unit_test(meets_nist),
        cmocka_unit_test(turns_all_signs_of_few_events),
        cmocka_unit_test(is_no_surer_than_student),
        cmocka_unit_test(mirrors_the_outlets),
        cmocka_unit_test(answers_few_events_with_nan),
        cmocka_unit_test(bears_large_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
