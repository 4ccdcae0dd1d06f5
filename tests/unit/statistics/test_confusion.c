/* Worked by hand: 3 right, 1 wrong, 1 missed, 30 left. */
#include "near.h"

#include "statistics/confusion.h"

static void scores_follow_their_formulas(void **state)
{
    (void)state;
    const struct px_confusion units[] = {{2, 1, 0, 20}, {1, 0, 1, 10}};
    struct px_confusion_scores scores;
    struct px_error error;
    assert_int_equal(px_confusion_scores(units, 2, 1, &scores, &error), PX_OK);
    assert_near(scores.precision.value, 0.75, 1e-12);
    assert_near(scores.recall.value, 0.75, 1e-12);
    assert_near(scores.f1.value, 0.75, 1e-12);
    assert_near(scores.macro_f1.value, (0.75 + 60.0 / 62) / 2, 1e-12);
    /* only three samples can be drawn: twice the first, twice the second, one of each */
    assert_near(scores.recall.low, 0.5, 1e-12);
    assert_near(scores.recall.high, 1, 1e-12);
}

static void nothing_said_has_no_precision(void **state)
{
    (void)state;
    const struct px_confusion units[] = {{0, 0, 1, 5}, {0, 0, 2, 5}};
    struct px_confusion_scores scores;
    struct px_error error;
    assert_int_equal(px_confusion_scores(units, 2, 1, &scores, &error), PX_OK);
    assert_true(isnan(scores.precision.value) && isnan(scores.precision.low));
    assert_near(scores.f1.value, 0, 0);
    assert_near(scores.recall.value, 0, 0);
}

static void one_unit_has_no_interval(void **state)
{
    (void)state;
    const struct px_confusion unit = {3, 1, 1, 30};
    struct px_confusion_scores scores;
    struct px_error error;
    assert_int_equal(px_confusion_scores(&unit, 1, 1, &scores, &error), PX_OK);
    assert_near(scores.f1.value, 0.75, 1e-12);
    assert_true(isnan(scores.f1.low));
}

static void seeds_decide_the_interval(void **state)
{
    (void)state;
    struct px_confusion units[30];
    struct px_confusion_scores one, same, other;
    struct px_error error;
    for (size_t i = 0; i < 30; i++)
        units[i] = (struct px_confusion){(double)(i % 3), (double)(i % 4), (double)(i % 5), 10};
    assert_int_equal(px_confusion_scores(units, 30, 7, &one, &error), PX_OK);
    assert_int_equal(px_confusion_scores(units, 30, 7, &same, &error), PX_OK);
    assert_int_equal(px_confusion_scores(units, 30, 8, &other, &error), PX_OK);
    assert_true(one.f1.low == same.f1.low && one.f1.high == same.f1.high);
    assert_true(one.f1.low != other.f1.low || one.f1.high != other.f1.high);
    assert_true(one.f1.low < one.f1.value && one.f1.value < one.f1.high);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_follow_their_formulas),
        cmocka_unit_test(nothing_said_has_no_precision),
        cmocka_unit_test(one_unit_has_no_interval),
        cmocka_unit_test(seeds_decide_the_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
