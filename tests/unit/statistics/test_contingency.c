#include "near.h"

#include <stdlib.h>

#include "statistics/contingency.h"
#include "statistics/keyness.h"

/* Counts as choices, `together` of them in a unit. */
static size_t choose(const double *a, const double *b, size_t columns, uint32_t together, struct px_choice *choices)
{
    size_t count = 0;
    uint32_t unit = 0;
    for (uint32_t text = 0; text < 2; text++)
        for (uint32_t column = 0; column < columns; column++)
            for (uint32_t i = 0; i < (uint32_t)(text == 0 ? a : b)[column]; i++) {
                unit += i % together == 0;
                choices[count++] = (struct px_choice){unit, column, text == 1};
            }
    return count;
}

/* 10 20 30 against 30 20 10: every sum 40 or 60, so X² = (1200² + 0 + 1200²) / (60 · 60 · 40) = 20. 7 3 against 2 7, as
 * R's chisq.test has it without a correction; columns without a choice do not count. */
static void finds_x_squared(void **state)
{
    (void)state;
    struct px_choice choices[120];
    size_t count = choose((double[]){10, 20, 30}, (double[]){30, 20, 10}, 3, 1, choices);
    assert_near(px_contingency_test(choices, count, 3, 1).statistic, 20, 1e-12);
    count = choose((double[]){0, 7, 0, 3}, (double[]){0, 2, 0, 7}, 4, 1, choices);
    assert_near(px_contingency_test(choices, count, 4, 1).statistic, 4.337160493827162, 1e-12);
}

static double mean_p(const double *a, const double *b, size_t columns, uint32_t together)
{
    struct px_choice choices[100];
    double sum = 0;
    for (uint64_t seed = 0; seed < 20; seed++)
        sum += px_contingency_test(choices, choose(a, b, columns, together, choices), columns, seed).p;
    return sum / 20;
}

/* 3 0 0 against 0 3 3: of the C(9, 3) = 84 ways to choose the small row, 3 are as uneven: p = .0357. Two columns of
 * independent choices: Fisher's test, which for even margins orders the tables alike. */
static void deals_single_choices(void **state)
{
    (void)state;
    assert_near(mean_p((double[]){3, 0, 0}, (double[]){0, 3, 3}, 3, 1), 3. / 84, .003);
    assert_near(mean_p((double[]){8, 2}, (double[]){3, 7}, 2, 1),
                px_keyness_fisher((struct px_keyness_counts){8, 3, 10, 10}).p, .01);
}

/* 12 0 against 0 12, three in a passage: of the C(8, 4) = 70 ways to deal eight passages two are as uneven. Taken one by
 * one, the same counts would be as sure as can be. */
static void deals_passages_as_wholes(void **state)
{
    (void)state;
    assert_near(mean_p((double[]){12, 0}, (double[]){0, 12}, 2, 3), 2. / 70, .003);
    assert_near(mean_p((double[]){12, 0}, (double[]){0, 12}, 2, 1), 1. / 2001, .0005);
}

static void mirrors_the_texts(void **state)
{
    (void)state;
    const double a[] = {6, 2, 1, 0};
    const double b[] = {0, 9, 1, 2};
    struct px_choice choices[100];
    struct px_choice turned[100];
    for (uint32_t together = 1; together < 4; together++) {
        size_t count = choose(a, b, 4, together, choices);
        for (size_t i = 0; i < count; i++) {
            turned[count - 1 - i] = choices[i];
            turned[count - 1 - i].second = !choices[i].second;
        }
        struct px_test test = px_contingency_test(choices, count, 4, 3);
        assert_same(px_contingency_test(turned, count, 4, 3).p, test.p);
        assert_same(px_contingency_test(choices, count, 4, 3).p, test.p);
        assert_same(px_contingency_test(turned, count, 4, 3).statistic, test.statistic);
    }
}

static void answers_nonsense_with_nan(void **state)
{
    (void)state;
    const double none[] = {0, 0, 0};
    const double some[] = {1, 2, 3};
    const double one[] = {0, 4, 0};
    struct px_choice choices[100];
    assert_near(px_contingency_test(choices, choose(none, some, 3, 1, choices), 3, 1).p, NAN, 0);
    assert_near(px_contingency_test(choices, choose(one, one, 3, 1, choices), 3, 1).p, NAN, 0);
    assert_near(px_contingency_test(choices, choose(some, some, 3, 1, choices), 2, 1).p, NAN, 0);
    assert_near(px_contingency_test(NULL, 0, 3, 1).p, NAN, 0);
}

/* Forty thousand choices are dealt fewer times, but are dealt. */
static void bears_many_choices(void **state)
{
    (void)state;
    enum { MANY = 40000 };
    struct px_choice *choices = calloc(MANY, sizeof *choices);
    assert_non_null(choices);
    for (uint32_t i = 0; i < MANY; i++)
        choices[i] = (struct px_choice){i, i % 7 == 0, i % 2 == 0};
    double p = px_contingency_test(choices, MANY, 2, 1).p;
    assert_true(p > .05 && p <= 1);
    assert_near(p * 200, round(p * 200), 1e-9);
    free(choices);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_x_squared),           cmocka_unit_test(deals_single_choices),
        cmocka_unit_test(deals_passages_as_wholes),  cmocka_unit_test(mirrors_the_texts),
        cmocka_unit_test(answers_nonsense_with_nan), cmocka_unit_test(bears_many_choices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
