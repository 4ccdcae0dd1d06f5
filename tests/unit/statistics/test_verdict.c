#include "near.h"

#include "statistics/verdict.h"

static enum px_verdict say(double occurrences, double low, double high, double q)
{
    struct px_verdict_case it = {occurrences, {(low + high) / 2, low, high}, q, 10};
    enum px_verdict verdict = px_verdict_of(&it);
    it.difference = px_estimate_negated(it.difference);
    assert_int_equal(px_verdict_of(&it), verdict);
    return verdict;
}

static void follows_the_rule(void **state)
{
    (void)state;
    assert_int_equal(say(5, 1, 4, .05), PX_VERDICT_DIFFERS);
    assert_int_equal(say(4, 1, 4, .001), PX_VERDICT_TOO_LITTLE);
    assert_int_equal(say(5, 1, 4, .051), PX_VERDICT_NO_CLEAR_DIFFERENCE);
    assert_int_equal(say(5, -1, 4, .01), PX_VERDICT_NO_CLEAR_DIFFERENCE);
    assert_int_equal(say(5, 0, 4, .01), PX_VERDICT_NO_CLEAR_DIFFERENCE);
    assert_int_equal(say(9, -10, 10, .4), PX_VERDICT_NO_CLEAR_DIFFERENCE);
    assert_int_equal(say(9, -10, 10.1, .4), PX_VERDICT_TOO_LITTLE);
    assert_int_equal(say(9, 1, 40, .01), PX_VERDICT_DIFFERS);
    assert_int_equal(say(9, 1, 40, .4), PX_VERDICT_NO_CLEAR_DIFFERENCE);
    assert_int_equal(say(9, 0, 40, .4), PX_VERDICT_TOO_LITTLE);
    assert_int_equal(say(9, 1, INFINITY, .4), PX_VERDICT_TOO_LITTLE);
}

static void says_too_little_where_a_figure_is_missing(void **state)
{
    (void)state;
    assert_int_equal(say(NAN, 1, 4, .01), PX_VERDICT_TOO_LITTLE);
    assert_int_equal(say(50, NAN, 4, .01), PX_VERDICT_TOO_LITTLE);
    assert_int_equal(say(50, 1, NAN, .01), PX_VERDICT_TOO_LITTLE);
    assert_int_equal(say(50, 1, 4, NAN), PX_VERDICT_TOO_LITTLE);
}

static void names_all_three(void **state)
{
    (void)state;
    assert_string_equal(px_verdict_name(PX_VERDICT_DIFFERS), "differs");
    assert_string_equal(px_verdict_name(PX_VERDICT_NO_CLEAR_DIFFERENCE), "no clear difference");
    assert_string_equal(px_verdict_name(PX_VERDICT_TOO_LITTLE), "too little text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_the_rule),
        cmocka_unit_test(says_too_little_where_a_figure_is_missing),
        cmocka_unit_test(names_all_three),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
