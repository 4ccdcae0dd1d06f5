/* Numbers that one article has alone. */
#include "../comparison/annotated_fixture.h"

#define TOLL "Keepers raised the toll for ferries on the northern canal"

/* Is the number in a sentence of which the other has much? */
static bool is_held(const char *other)
{
    struct fixture *fixture;
    set_up_texts((void **)&fixture, TOLL " to 40 crowns.\nNobody came.\n", other);
    compare_both(fixture);
    const struct px_only *found = NULL;
    for (size_t i = 0; i < fixture->ab.only.count; i++)
        if (fixture->ab.only.items[i].kind == PX_ONLY_NUMBER)
            found = &fixture->ab.only.items[i];
    assert_non_null(found);
    bool held = found->held;
    tear_down((void **)&fixture);
    return held;
}

/* Its words would be taken for one article's alone. */
static void what_the_other_has_but_for_the_number(void **state)
{
    (void)state;
    assert_true(is_held(TOLL ".\nIt rained.\n"));
    assert_false(is_held("Keepers slept.\nIt rained.\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_the_other_has_but_for_the_number)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
