/* Numbers that one article has alone. */
#include "../comparison/annotated_fixture.h"

#define TOLL "Keepers raised the toll for ferries on the northern canal"

/* The number that the first alone has. */
static struct px_only number_of(const char *text, const char *other)
{
    struct fixture *fixture;
    set_up_texts((void **)&fixture, text, other);
    compare_both(fixture);
    struct px_only number = {0};
    for (size_t i = 0; i < fixture->ab.only.count; i++)
        if (fixture->ab.only.items[i].kind == PX_ONLY_NUMBER)
            number = fixture->ab.only.items[i];
    assert_int_equal(number.kind, PX_ONLY_NUMBER);
    tear_down((void **)&fixture);
    return number;
}

/* Its words would be taken for one article's alone. */
static void what_the_other_has_but_for_the_number(void **state)
{
    (void)state;
    assert_true(number_of(TOLL " to 40 crowns.\nNobody came.\n", TOLL ".\nIt rained.\n").held);
    assert_false(number_of(TOLL " to 40 crowns.\nNobody came.\n", "Keepers slept.\nIt rained.\n").held);
}

/* A number in a sentence that points at something before it; what is counted is not pointed at. */
static void what_points_back_leans(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool leans;
    } cases[] = {{TOLL " to 40 crowns.\n", false},           {"It cost 40 crowns.\n", true},
                 {"Those ferries cost 40 crowns.\n", true},  {"More than 40 crowns were lost.\n", false},
                 {"More crowns than 40 were lost.\n", true}, {"Another 40 crowns were lost.\n", true},
                 {"Some 40 crowns were lost.\n", false},     {"Keepers lost 40 crowns by similar tolls.\n", true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(number_of(cases[i].text, "Keepers slept.\nIt rained.\n").leans, cases[i].leans);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_the_other_has_but_for_the_number),
                                       cmocka_unit_test(what_points_back_leans)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
