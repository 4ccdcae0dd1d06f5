/* A small part of tests/bench/coverage.c, with its line: 95 % intervals hold the truth in .93 to .97 of pairs, on average
 * over truths where figures are discrete, give or take what the number of pairs leaves open. */
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
    assert_line(measured(COVERAGE_VOICED, 1000, 25), .98);
}

static void shares_hold_the_truth(void **state)
{
    (void)state;
    assert_line(measured(COVERAGE_SHARE, 500, .1), 1);
    assert_line(measured(COVERAGE_SHARE, 1000, .2), .98);
    assert_line(measured(COVERAGE_SHARE, 1000, .6), .99);
}

/* Half of a hundredth over all truths; at 500 words each alone may be .99. */
static void small_shares_hold_no_more_than_the_truth(void **state)
{
    (void)state;
    static const double truths[] = {.08, .1, .12, .15, .2, .25};
    double held = 0;
    for (size_t i = 0; i < 6; i++)
        held += measured(COVERAGE_SHARE, 1000, truths[i]).held / 6;
    assert_true(held > .93 && held < .957);
}

/* Speakers of whom some are never heard. */
static void entropy_holds_the_truth(void **state)
{
    (void)state;
    static const double steep[] = {0, .5, 1, 1.5, 2};
    struct px_random *random;
    double held = 0;
    double worst = 1;
    assert_int_equal(px_random_new(3, &random, NULL), PX_OK);
    for (size_t i = 0; i < 15; i++) {
        double here = coverage_entropy(random, 3 * (i / 5 + 1), steep[i % 5], 12, 500);
        held += here / 15;
        worst = fmin(worst, here);
    }
    px_random_free(random);
    assert_true(held > .93 && held < .97);
    assert_true(worst > .78);
}

static void means_over_events_hold_the_truth(void **state)
{
    (void)state;
    struct px_random *random;
    double alarms;
    assert_int_equal(px_random_new(4, &random, NULL), PX_OK);
    double normal = coverage_events(random, 12, COVERAGE_NORMAL, 200, &alarms);
    double skewed = coverage_events(random, 12, COVERAGE_SKEWED, 400, &alarms);
    px_random_free(random);
    assert_true(normal > .93 && normal <= .99);
    assert_true(skewed > .915 && skewed < .97);
}

/* What is called detectable is found in four of five pairs. */
static void detectable_differences_are_found(void **state)
{
    (void)state;
    static const struct {
        enum coverage_kind kind;
        size_t words;
        double figure, level;
    } cells[] = {{COVERAGE_RATE, 300, 5, .05}, {COVERAGE_RATE, 1000, 15, .01}, {COVERAGE_SHARE, 600, .1, .05}};
    struct px_random *random;
    assert_int_equal(px_random_new(6, &random, NULL), PX_OK);
    for (size_t i = 0; i < 3; i++) {
        struct coverage_cell cell = {
            .kind = cells[i].kind, .words = cells[i].words, .figure = {cells[i].figure}, .pairs = 200};
        double detectable, found;
        assert_true(coverage_detectable(random, &cell, cells[i].level, &detectable, &found));
        assert_true(found > .72 && found < .9);
    }
    px_random_free(random);
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
        cmocka_unit_test(small_shares_hold_no_more_than_the_truth),
        cmocka_unit_test(entropy_holds_the_truth),
        cmocka_unit_test(means_over_events_hold_the_truth),
        cmocka_unit_test(detectable_differences_are_found),
        cmocka_unit_test(means_hold_the_truth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
