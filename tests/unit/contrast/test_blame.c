/* Who blames whom, as the comparison calls them. */
#include "../comparison/annotated_fixture.h"

#define CHARGE "Leaders of a guild accused Sorvia of “meddling”. The road is long.\n"

/* The capital of a noun with which the sentence begins is no part of who blames. */
static void test_who_blames_is_small(void **state)
{
    set_up_texts(state, "The road is long.\n", CHARGE);
    struct fixture *fixture = *state;
    mark_name(&fixture->b, "Sorvia", PX_ENTITY_PERSON);
    struct px_blame *blame = take_all(px_vector_push(&fixture->b.blames, &fixture->b.arena));
    *blame = (struct px_blame){.cue = find_text(&fixture->b, "accused", 0),
                               .reason = find_text(&fixture->b, "“meddling”", 0),
                               .by = {PX_NONE, find_text(&fixture->b, "Leaders of a guild", 0)},
                               .attribution = PX_NONE,
                               .people = true,
                               .others = true};
    compare_both(fixture);
    assert_int_equal(fixture->ab.blame.count, 1);
    assert_true(px_slice_is(fixture->ab.blame.items[0].by, "leaders of a guild"));
    tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_who_blames_is_small)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
