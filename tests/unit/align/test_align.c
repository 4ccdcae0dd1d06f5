#include "../comparison/compare_fixture.h"

static void edges_come_best_first(void **state)
{
    struct fixture *fixture = *state;
    assert_true(fixture->ab.edges.count > 5);
    for (size_t i = 0; i < fixture->ab.edges.count; i++) {
        const struct px_edge *edge = &fixture->ab.edges.items[i];
        assert_true(edge->score > 0 && edge->score < 1);
        assert_true(i == 0 || fixture->ab.edges.items[i - 1].score >= edge->score);
        assert_int_equal(0, edge->article[0]);
        assert_int_equal(1, edge->article[1]);
    }
}

static void paragraphs_that_tell_the_same_are_joined(void **state)
{
    struct fixture *fixture = *state;
    bool union_leader = false, court = false;
    for (size_t i = 0; i < 3; i++) {
        const struct px_edge *edge = &fixture->ab.edges.items[i];
        union_leader |= edge->block[0] == 2 && edge->block[1] == 3;
        court |= edge->block[0] == 3 && edge->block[1] == 2;
        assert_true(edge->above_null);
    }
    assert_true(union_leader);
    assert_true(court);
}

static void unrelated_paragraphs_stay_apart(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < fixture->ab.edges.count; i++) {
        const struct px_edge *edge = &fixture->ab.edges.items[i];
        bool herring = edge->block[0] == 8 || edge->block[0] == 9, chips = edge->block[1] == 5 || edge->block[1] == 6;
        assert_false(herring && chips && edge->above_null);
    }
}

static void edges_mirror(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.edges.count, fixture->ba.edges.count);
    for (size_t i = 0; i < fixture->ab.edges.count; i++) {
        const struct px_edge *x = &fixture->ab.edges.items[i], *y = &fixture->ba.edges.items[i];
        assert_same(x->score, y->score);
        assert_int_equal(x->block[0], y->block[1]);
        assert_int_equal(x->block[1], y->block[0]);
        assert_int_equal(x->above_null, y->above_null);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(edges_come_best_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(paragraphs_that_tell_the_same_are_joined, set_up, tear_down),
        cmocka_unit_test_setup_teardown(unrelated_paragraphs_stay_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(edges_mirror, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
