/* A small part of tests/bench/coverage.c, with its line: 95 % intervals hold the truth in .93 to .97 of pairs, give or
 * take what 400 pairs leave open (1.96 standard errors are .02); small shares in no fewer. */
#include "near.h"

#include "../../bench/coverage.h"

static struct coverage_cell measured(enum coverage_kind kind, size_t words, double figure)
{
    struct coverage_cell cell = {.kind = kind, .words = words, .figure = {figure, figure / 2}, .pairs = 400};
    assert_true(coverage_measure(&cell));
    return cell;
}

static void assert_line(struct coverage_cell cell, double most)
{
    assert_true(cell.held > .91 && cell.held <= most);
    assert_true(cell.difference_held > .91 && cell.difference_held <= most);
}

static void rates_hold_the_truth(void **state)
{
    (void)state;
    assert_line(measured(COVERAGE_RATE, 500, 20), .98);
    assert_line(measured(COVERAGE_RATE, 1000, 5), .98);
    assert_line(measured(COVERAGE_RATE, 1000, 30), .98);
}

static void shares_hold_the_truth(void **state)
{
    (void)state;
    assert_line(measured(COVERAGE_SHARE, 500, .1), 1);
    assert_line(measured(COVERAGE_SHARE, 1000, .2), .98);
    assert_line(measured(COVERAGE_SHARE, 1000, .6), .99);
}

static void means_hold_the_truth(void **state)
{
    (void)state;
    assert_line(measured(COVERAGE_MEAN, 500, 1), .98);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rates_hold_the_truth),
        cmocka_unit_test(shares_hold_the_truth),
        cmocka_unit_test(means_hold_the_truth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
