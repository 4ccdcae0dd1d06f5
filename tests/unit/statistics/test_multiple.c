#include "near.h"

#include "statistics/multiple.h"

/* The fifteen p of Benjamini & Hochberg 1995, section 3.1 (thrombolysis): at .05 they find four. q of the fourth is
 * .0095 · 15 / 4 = .035625, of the fifth .0201 · 15 / 5 = .0603. */
static void meets_the_paper(void **state)
{
    (void)state;
    double q[] = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1};
    assert_int_equal(px_multiple_bh(q, 15, NULL), PX_OK);
    assert_near(q[0], .0015, 1e-12);
    assert_near(q[3], .035625, 1e-12);
    assert_near(q[4], .0603, 1e-12);
    assert_near(q[14], 1, 0);
    int found = 0;
    for (int i = 0; i < 15; i++)
        found += q[i] <= .05;
    assert_int_equal(found, 4);
}

/* A larger p never gets the smaller q: .02 · 4 / 2 = .04 is pulled down to .021 · 4 / 3 = .028. */
static void never_falls(void **state)
{
    (void)state;
    double q[] = {.02, .9, .021, .001};
    assert_int_equal(px_multiple_bh(q, 4, NULL), PX_OK);
    assert_near(q[0], .028, 1e-12);
    assert_near(q[2], .028, 1e-12);
    assert_near(q[3], .004, 1e-12);
    assert_near(q[1], .9, 1e-12);
}

static void leaves_out_what_was_not_tested(void **state)
{
    (void)state;
    double q[] = {.01, NAN, .04};
    assert_int_equal(px_multiple_bh(q, 3, NULL), PX_OK);
    assert_near(q[0], .02, 1e-12);
    assert_near(q[1], NAN, 0);
    assert_near(q[2], .04, 1e-12);
    double none[] = {NAN, NAN};
    assert_int_equal(px_multiple_bh(none, 2, NULL), PX_OK);
    assert_int_equal(px_multiple_bh(NULL, 0, NULL), PX_OK);
}

static void does_not_see_order(void **state)
{
    (void)state;
    double q[] = {.03, .2, .03, .001, .6, .04};
    double turned[] = {.04, .6, .001, .03, .2, .03};
    assert_int_equal(px_multiple_bh(q, 6, NULL), PX_OK);
    assert_int_equal(px_multiple_bh(turned, 6, NULL), PX_OK);
    for (int i = 0; i < 6; i++)
        assert_same(q[i], turned[5 - i]);
    assert_same(q[0], q[2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meets_the_paper),
        cmocka_unit_test(never_falls),
        cmocka_unit_test(leaves_out_what_was_not_tested),
        cmocka_unit_test(does_not_see_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
