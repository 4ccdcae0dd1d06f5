#include "near.h"

#include "statistics/agreement.h"

#define GAP NAN

/* Krippendorff 2011, part E: four observers, twelve units, some missing: nominal .743, interval .849. */
static const double published[12][4] = {
    {1, 1, GAP, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3},   {2, 2, 2, 2},     {1, 2, 3, 4},
    {4, 4, 4, 4},   {1, 1, 2, 1}, {2, 2, 2, 2}, {GAP, 5, 5, 5}, {GAP, GAP, 1, 1}, {GAP, 3, GAP, GAP},
};

static struct px_estimate alpha_of(const double *codes, size_t units, size_t coders, enum px_level level)
{
    struct px_estimate alpha;
    assert_int_equal(px_agreement_alpha((struct px_agreement_codes){codes, units, coders}, level, 5, &alpha, NULL),
                     PX_OK);
    return alpha;
}

static void meets_the_paper(void **state)
{
    (void)state;
    struct px_estimate nominal = alpha_of(published[0], 12, 4, PX_LEVEL_NOMINAL);
    struct px_estimate interval = alpha_of(published[0], 12, 4, PX_LEVEL_INTERVAL);
    assert_near(nominal.value, .743, 5e-4);
    assert_near(interval.value, .849, 5e-4);
    assert_true(nominal.low < nominal.value && nominal.value < nominal.high && nominal.high <= 1);
    assert_true(interval.low < interval.value && interval.value < interval.high && interval.high <= 1);
}

/* Two coders, two names: 1 1, 1 0, 0 0, 0 0. D_o = 2 / 8; 3 ones and 5 noughts: D_e = 30 / 56; 1 - 14 / 30 = .5333. */
static void is_worked_by_hand(void **state)
{
    (void)state;
    const double codes[] = {1, 1, 1, 0, 0, 0, 0, 0};
    assert_near(alpha_of(codes, 4, 2, PX_LEVEL_NOMINAL).value, 1 - 14. / 30, 1e-12);
    assert_near(alpha_of(codes, 4, 2, PX_LEVEL_INTERVAL).value, 1 - 14. / 30, 1e-12);
}

/* Neither the order of units and coders, nor what the names are, nor where the scale begins, may be seen. */
static void does_not_see_order_or_names(void **state)
{
    (void)state;
    double turned[12][4];
    double renamed[12][4];
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            turned[i][j] = published[11 - i][3 - j];
            renamed[i][j] = 1e6 - 2 * published[i][j];
        }
    for (int level = PX_LEVEL_NOMINAL; level <= PX_LEVEL_INTERVAL; level++) {
        double value = alpha_of(published[0], 12, 4, (enum px_level)level).value;
        assert_near(alpha_of(turned[0], 12, 4, (enum px_level)level).value, value, 1e-12);
        assert_near(alpha_of(renamed[0], 12, 4, (enum px_level)level).value, value, 1e-9);
    }
}

static void has_no_value_without_variation(void **state)
{
    (void)state;
    const double same[] = {2, 2, 2, 2};
    const double single[] = {2, GAP, GAP, 3};
    const double perfect[] = {1, 1, 2, 2, 3, 3};
    assert_near(alpha_of(same, 2, 2, PX_LEVEL_NOMINAL).value, NAN, 0);
    assert_near(alpha_of(same, 2, 2, PX_LEVEL_INTERVAL).value, NAN, 0);
    assert_near(alpha_of(single, 2, 2, PX_LEVEL_NOMINAL).value, NAN, 0);
    assert_near(alpha_of(NULL, 0, 2, PX_LEVEL_NOMINAL).value, NAN, 0);
    assert_near(alpha_of(perfect, 3, 2, PX_LEVEL_NOMINAL).value, 1, 0);
}

static void refuses_infinite_codes(void **state)
{
    (void)state;
    const double codes[] = {1, INFINITY};
    struct px_estimate alpha;
    struct px_error error;
    assert_int_equal(px_agreement_alpha((struct px_agreement_codes){codes, 1, 2}, PX_LEVEL_INTERVAL, 1, &alpha, &error),
                     PX_ERROR_INPUT);
    assert_string_equal(error.message, "a code is not finite");
    assert_near(alpha.value, NAN, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meets_the_paper),
        cmocka_unit_test(is_worked_by_hand),
        cmocka_unit_test(does_not_see_order_or_names),
        cmocka_unit_test(has_no_value_without_variation),
        cmocka_unit_test(refuses_infinite_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
