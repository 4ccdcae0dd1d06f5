/* Facts given differently: figures set by hand. */
#include "../comparison/annotated_fixture.h"

#define FIRST \
    "# Blast in Varn\nAt least 12 people died in the blast, said Ahmed Karimi.\nThe port paid for 40 houses.\n"
#define SECOND "# Varn blast\nThe blast killed 31 people, said Ahmad Karimi.\nThe port paid for 40 houses.\n"

static int set_up_facts(void **state)
{
    set_up_texts(state, FIRST, SECOND);
    return 0;
}

static void compare_facts(struct fixture *fixture)
{
    compare_turned(fixture);
    assert_int_equal(fixture->ab.disagreements.count, fixture->ba.disagreements.count);
}

static void figures_that_cannot_both_be_so_disagree(void **state)
{
    struct fixture *fixture = *state;
    add_figure(&fixture->a, "12 people", 12, 12);
    add_figure(&fixture->b, "31 people", 31, 31);
    compare_facts(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 1);
    const struct px_disagreement *ab = fixture->ab.disagreements.items, *ba = fixture->ba.disagreements.items;
    assert_int_equal(ab->kind, PX_DISAGREEMENT_NUMBER);
    assert_true(px_slice_is(ab->what, "person, death"));
    assert_same(ab->claims[0].value, 12);
    assert_same(ab->claims[1].value, 31);
    assert_same(ba->claims[0].value, 31);
    assert_true(px_slice_is(px_slice_span(fixture->a.text, ab->claims[0].span), "12 people"));
    assert_non_null(find_finding(&fixture->ab, "Figures differ: "));
}

static void figures_that_fit_do_not(void **state)
{
    struct fixture *fixture = *state;
    add_figure(&fixture->a, "At least 12 people", 12, HUGE_VAL);
    add_figure(&fixture->b, "31 people", 31, 31);
    compare_facts(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 0);
}

/* Who counted is not known where a verb of counting stands before the figure: two who count may both be right. */
static void two_counters_may_both_be_right(void **state)
{
    set_up_texts(state, "# Blast in Varn\nThe blast killed 12 people.\n",
                 "# Varn blast\nThe clinic counted 31 people killed by the blast.\n");
    struct fixture *fixture = *state;
    add_figure(&fixture->a, "12 people", 12, 12);
    add_figure(&fixture->b, "31 people", 31, 31);
    compare_both(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 0);
    assert_int_equal(fixture->ba.disagreements.count, 0);
}

static void other_events_and_things_are_other_facts(void **state)
{
    struct fixture *fixture = *state;
    add_figure(&fixture->a, "12 people", 12, 12)->event = PX_SLICE("injury");
    add_figure(&fixture->b, "31 people", 31, 31);
    compare_facts(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 0);
}

static void an_article_at_odds_with_itself_says_nothing(void **state)
{
    struct fixture *fixture = *state;
    add_figure(&fixture->a, "12 people", 12, 12);
    add_figure(&fixture->a, "40 houses", 40, 40);
    add_figure(&fixture->b, "31 people", 31, 31);
    compare_facts(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 0);
}

/* Who is spelled in two ways is one: each article names him. */
static void one_person_is_spelled_in_two_ways(void **state)
{
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Ahmed Karimi", PX_ENTITY_PERSON);
    mark_name(&fixture->b, "Ahmad Karimi", PX_ENTITY_PERSON);
    compare_facts(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 1);
    assert_int_equal(fixture->ab.disagreements.items[0].kind, PX_DISAGREEMENT_NAME);
    assert_same(fixture->ab.disagreements.items[0].claims[0].value, NAN);
    size_t both = 0;
    for (size_t i = 0; i < fixture->ab.referents.count; i++)
        both += fixture->ab.referents.items[i].mentions[0].count > 0 &&
                fixture->ab.referents.items[i].mentions[1].count > 0;
    assert_int_equal(both, 1);
}

#define FILLED "The mayor spoke.\nThe port slept.\nIt rained.\n"
#define MANY_FIRST "# Toll law in Varn\n" FILLED "The act touches the owners of 940 ferries.\n"
#define MANY_SECOND "# Court on tolls\nIt covers 1,100 ferries, clerks found.\n" FILLED

static int set_up_many(void **state)
{
    set_up_texts(state, MANY_FIRST, MANY_SECOND);
    return 0;
}

/* In passages that have nothing else in common; told once, and not among the numbers of one article alone. */
static void many_things_are_the_same_wherever_they_stand(void **state)
{
    struct fixture *fixture = *state;
    struct px_quantity *a = add_figure(&fixture->a, "940 ferries", 940, 940);
    struct px_quantity *b = add_figure(&fixture->b, "1,100 ferries", 1100, 1100);
    a->what = b->what = PX_SLICE("ferry");
    a->event = PX_SLICE("touch");
    b->event = PX_SLICE("cover");
    compare_facts(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 1);
    assert_true(px_slice_is(fixture->ab.disagreements.items[0].what, "ferry"));
    for (size_t i = 0; i < fixture->ab.only.count; i++)
        assert_int_not_equal(fixture->ab.only.items[i].kind, PX_ONLY_NUMBER);
}

/* "Some 640" and "about 900" are no figure of one count, though each may be a little more or less. */
static void rounded_figures_that_only_meet_at_their_edges_disagree(void **state)
{
    struct fixture *fixture = *state;
    struct px_quantity *a = add_figure(&fixture->a, "940 ferries", 512, 800);
    struct px_quantity *b = add_figure(&fixture->b, "1,100 ferries", 720, 1125);
    a->value = 640;
    b->value = 900;
    a->what = b->what = PX_SLICE("ferry");
    compare_facts(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 1);
}

/* Other things of the noun, far fewer or far more of them, leave it clear what is meant. */
static void figures_of_another_size_are_of_other_things(void **state)
{
    struct fixture *fixture = *state;
    struct px_quantity *a = add_figure(&fixture->a, "940 ferries", 940, 940);
    struct px_quantity *b = add_figure(&fixture->b, "1,100 ferries", 1100, 1100);
    struct px_quantity *few = add_figure(&fixture->b, "It covers", 9, 9);
    a->what = b->what = few->what = PX_SLICE("ferry");
    a->event = PX_SLICE("touch");
    b->event = PX_SLICE("cover");
    few->event = PX_SLICE("pay");
    compare_facts(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 1);
    assert_same(fixture->ab.disagreements.items[0].claims[1].value, 1100);
}

static void few_things_may_be_others(void **state)
{
    struct fixture *fixture = *state;
    struct px_quantity *a = add_figure(&fixture->a, "940 ferries", 40, 40);
    struct px_quantity *b = add_figure(&fixture->b, "1,100 ferries", 11, 11);
    a->what = b->what = PX_SLICE("ferry");
    a->event = PX_SLICE("touch");
    b->event = PX_SLICE("cover");
    compare_facts(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(figures_that_cannot_both_be_so_disagree, set_up_facts, tear_down),
        cmocka_unit_test_teardown(two_counters_may_both_be_right, tear_down),
        cmocka_unit_test_setup_teardown(figures_that_fit_do_not, set_up_facts, tear_down),
        cmocka_unit_test_setup_teardown(other_events_and_things_are_other_facts, set_up_facts, tear_down),
        cmocka_unit_test_setup_teardown(an_article_at_odds_with_itself_says_nothing, set_up_facts, tear_down),
        cmocka_unit_test_setup_teardown(many_things_are_the_same_wherever_they_stand, set_up_many, tear_down),
        cmocka_unit_test_setup_teardown(rounded_figures_that_only_meet_at_their_edges_disagree, set_up_many, tear_down),
        cmocka_unit_test_setup_teardown(figures_of_another_size_are_of_other_things, set_up_many, tear_down),
        cmocka_unit_test_setup_teardown(few_things_may_be_others, set_up_many, tear_down),
        cmocka_unit_test_setup_teardown(one_person_is_spelled_in_two_ways, set_up_facts, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
