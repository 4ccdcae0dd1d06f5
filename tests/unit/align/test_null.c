/* The empirical null: what unrelated articles share, and edges that must beat it. */
#include "align/null.h"

#include "../comparison/compare_fixture.h"

static size_t above(const struct px_comparison *comparison)
{
    size_t count = 0;
    for (size_t e = 0; e < comparison->edges.count; e++)
        count += comparison->edges.items[e].above_null;
    return count;
}

static void a_higher_bar_leaves_fewer_edges(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b};
    struct px_compare_null null = px_null_built_in();
    struct px_comparison strict;
    struct px_error error = {0};
    null.evidence = 100;
    struct px_compare_options options = {.seed = 7, .replicates = 200, .null = &null};
    assert_int_equal(PX_OK, px_compare(articles, 2, &options, &fixture->worker, &strict, &error));
    assert_true(above(&fixture->ab) > 0);
    assert_int_equal(above(&strict), 0);
    px_comparison_release(&strict);
}

static void the_sample_gives_its_quantiles(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b};
    struct px_null_sample sample = {0};
    struct px_compare_null null;
    struct px_error error = {0};
    assert_int_equal(px_null_measure(&sample, &null, &error), PX_ERROR_INPUT);
    for (int i = 0; i < 20; i++)
        assert_int_equal(px_null_add(&sample, articles, &fixture->worker, &error), PX_OK);
    assert_int_equal(sample.pairs, 20);
    assert_int_equal(sample.evidence.count, 20 * 7 * 6);
    assert_int_equal(px_null_measure(&sample, &null, &error), PX_OK);
    assert_true(null.evidence > null.rest && null.rest > 0);
    assert_true(null.unlike > 0 && null.unlike <= 1);
    px_null_sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_higher_bar_leaves_fewer_edges, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_sample_gives_its_quantiles, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
