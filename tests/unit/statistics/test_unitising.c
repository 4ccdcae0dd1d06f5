/* Krippendorff's alpha for unitising, against examples worked by hand from its formulas. */
#include "near.h"

#include "statistics/unitising.h"

static double alpha_of(const struct px_unit *units, size_t count, const size_t *lengths, size_t texts)
{
    struct px_unitising unitising = {units, count, lengths, texts, 2};
    struct px_estimate alpha;
    struct px_error error;
    assert_int_equal(px_unitising_alpha(&unitising, 1, &alpha, &error), PX_OK);
    return alpha.value;
}

/* Length 10; [2, 6) and [4, 8). Observed: 2 · (2² + 2²) / (2 · 10²) = 0.08. Expected: each unit has
 * (2 - 1)/3 · (2·64 - 3·16 + 4) = 28 and 16 · 2 gaps of length 4 with room for it once, so 2/10 · 2 · 60 = 24 over
 * 20 · 19 - 2 · 4 · 3 = 356. */
static void units_that_overlap(void **state)
{
    (void)state;
    const struct px_unit units[] = {{0, 0, 2, 4}, {0, 1, 4, 4}};
    const size_t length = 10;
    assert_near(alpha_of(units, 2, &length, 1), 1 - 0.08 * 356 / 24, 1e-12);
}

/* Length 10; one coder marks [0, 2), the other nothing. Observed: 2 · 2² / 200 = 0.04. Expected: (1 - 1)/3 and 4 times
 * the room of gaps 8 and 10: 4 · (7 + 9) = 64; 2/10 · 64 = 12.8 over 20 · 19 - 2 = 378. */
static void a_unit_in_a_gap(void **state)
{
    (void)state;
    const struct px_unit units[] = {{0, 0, 0, 2}};
    const size_t length = 10;
    assert_near(alpha_of(units, 1, &length, 1), 1 - 0.04 * 378 / 12.8, 1e-12);
}

static void the_same_units_agree_perfectly(void **state)
{
    (void)state;
    const struct px_unit units[] = {{0, 0, 2, 4}, {0, 1, 2, 4}, {1, 0, 0, 3}, {1, 1, 0, 3}};
    const size_t lengths[] = {10, 20};
    assert_near(alpha_of(units, 4, lengths, 2), 1, 0);
}

/* Two texts are one continuum: the gap between their units runs over the border. */
static void texts_stand_one_behind_the_other(void **state)
{
    (void)state;
    const struct px_unit two[] = {{0, 0, 2, 4}, {0, 1, 4, 4}, {1, 0, 1, 2}, {1, 1, 1, 3}};
    const struct px_unit one[] = {{0, 0, 2, 4}, {0, 0, 11, 2}, {0, 1, 4, 4}, {0, 1, 11, 3}};
    const size_t lengths[] = {10, 10};
    const size_t length = 20;
    assert_near(alpha_of(two, 4, lengths, 2), alpha_of(one, 4, &length, 1), 1e-12);
}

static void what_is_out_of_order_is_refused(void **state)
{
    (void)state;
    const struct px_unit overlapping[] = {{0, 0, 2, 4}, {0, 0, 4, 4}};
    const struct px_unit outside[] = {{0, 0, 8, 4}};
    const size_t length = 10;
    struct px_unitising unitising = {overlapping, 2, &length, 1, 2};
    struct px_estimate alpha;
    struct px_error error;
    assert_int_equal(px_unitising_alpha(&unitising, 1, &alpha, &error), PX_ERROR_INPUT);
    unitising.units = outside;
    unitising.count = 1;
    assert_int_equal(px_unitising_alpha(&unitising, 1, &alpha, &error), PX_ERROR_INPUT);
}

static void without_units_there_is_no_alpha(void **state)
{
    (void)state;
    const size_t length = 10;
    assert_true(isnan(alpha_of(NULL, 0, &length, 1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_that_overlap),
        cmocka_unit_test(a_unit_in_a_gap),
        cmocka_unit_test(the_same_units_agree_perfectly),
        cmocka_unit_test(texts_stand_one_behind_the_other),
        cmocka_unit_test(what_is_out_of_order_is_refused),
        cmocka_unit_test(without_units_there_is_no_alpha),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
