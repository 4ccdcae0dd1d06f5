#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "corpus/day.h"

static int32_t day(const char *text)
{
    return px_day_read(px_slice_from(text));
}

static void test_counts_days(void **state)
{
    (void)state;
    assert_int_equal(day("1970-01-01"), 0);
    assert_int_equal(day("1969-12-31"), -1);
    assert_int_equal(day("2000-03-01"), 11017);
    assert_int_equal(day("2021-03-01") - day("2021-02-28"), 1);
    assert_int_equal(day("2020-03-01") - day("2020-02-28"), 2);
    assert_int_equal(day("1900-03-01") - day("1900-02-28"), 1);
    assert_int_equal(day("2400-01-01") - day("2000-01-01"), 146097);
}

static void test_takes_the_day_of_a_time(void **state)
{
    (void)state;
    assert_int_equal(day("2017-12-21T23:59:00-11:00"), day("2017-12-21"));
    assert_int_equal(day(" 2017-12-21 10:00"), day("2017-12-21"));
}

static void test_refuses_what_is_no_day(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",         "2017",       "2017-12",     "2017-13-01", "2017-00-10", "2017-02-29", "1900-02-29", "2017-04-32",
        "2017-4-3", "21.12.2017", "2017-12-211", "20-1712-21", "yesterday",  "0000-01-01", "2017-12-0x"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(day(texts[i]), PX_DAY_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_days),
        cmocka_unit_test(test_takes_the_day_of_a_time),
        cmocka_unit_test(test_refuses_what_is_no_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
