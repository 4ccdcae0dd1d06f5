/* Names that another article has in other words, other letters or a longer name. */
#include "names_fixture.h"

/* "the ministry" may be that one, where no other of the kind is named; it is not both of two. */
static void a_short_form_may_be_it(void **state)
{
    set_up_texts(state,
                 "The Dunlin Ministry woke. The Quell Act passed. The Varn Agency slept. The Lorn Ministry fell. "
                 "The Lind Campaign won.\n",
                 "Then the ministry paid. Rain fell on the Osk Agency, and the agency paid. An act is a law. It is the "
                 "campaign.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "Dunlin Ministry", "dunlin ministry", PX_ENTITY_ORGANISATION);
    name(&fixture->a, "Quell Act", "quell act", PX_ENTITY_OTHER);
    name(&fixture->a, "Varn Agency", "varn agency", PX_ENTITY_ORGANISATION);
    name(&fixture->a, "Lorn Ministry", "lorn ministry", PX_ENTITY_ORGANISATION);
    name(&fixture->a, "Lind Campaign", "lind campaign", PX_ENTITY_ORGANISATION);
    name(&fixture->b, "Osk Agency", "osk agency", PX_ENTITY_ORGANISATION);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Quell Act; Varn Agency; Lorn Ministry; Lind Campaign");
    tear_down(state);
}

/* "Dunlin.com" is Dunlin. */
static void an_address_is_the_name_too(void **state)
{
    set_up_texts(state, "The sale at Dunlin.com began. It rained on Osk.com.\n", "Dunlin's owner paid for it.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "Dunlin.com", "dunlin.com", PX_ENTITY_ORGANISATION);
    name(&fixture->a, "Osk.com", "osk.com", PX_ENTITY_ORGANISATION);
    name(&fixture->b, "Dunlin", "dunlin", PX_ENTITY_ORGANISATION);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Osk.com");
    tear_down(state);
}

/* "R-Tarsk" and "(R)" give the party of an office by its letter; "GOP-held" has its short name. */
static void a_party_may_be_a_letter(void **state)
{
    static const char *const others[] = {"Olm, R-Tarsk, left.\n", "Gov. Pia Olm (R) left.\n", "A GOP-held quay sank.\n",
                                         "Olm, of Tarsk, left.\n", "Olm (D) left Vitamin R.\n"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        set_up_texts(state, "Rain fell. The Republicans won.\n", others[i]);
        struct fixture *fixture = *state;
        name(&fixture->a, "Republicans", "republicans", PX_ENTITY_ORGANISATION);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, i < 3 ? "" : "Republicans");
        tear_down(state);
    }
}

/* Before a hyphen a name is named, too. */
static void a_name_before_a_hyphen_is_named(void **state)
{
    set_up_texts(state, "The men of Al Quorn came.\n", "Al Quorn-linked men came.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "Al Quorn", "al quorn", PX_ENTITY_ORGANISATION);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "");
    tear_down(state);
}

/* What is the body's, and its members, tell of it. */
static void a_word_made_of_the_name_tells_of_it(void **state)
{
    static const char *const others[] = {"Rain fell on senatorial hats.\n", "A Senator left.\n", "Rain fell.\n"};
    for (size_t i = 0; i < 3; i++) {
        set_up_texts(state, "Rain fell. The Senate met.\n", others[i]);
        struct fixture *fixture = *state;
        name(&fixture->a, "Senate", "senate", PX_ENTITY_ORGANISATION);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, i < 2 ? "" : "Senate");
        tear_down(state);
    }
}

/* One slip in a long word, the others as they are; another ending is another name. */
static void a_misspelt_name_is_not_alone(void **state)
{
    static const struct {
        const char *name, *other;
        bool alone;
    } cases[] = {
        {"Halvadere", "Halvandere", false},
        {"Halvandere", "Halvadere", false},
        {"Halvandere", "Halvnadere", false},
        {"Halvandere", "Halvundere", false},
        {"Halvandere", "Halvandera", true},
        {"Halvandere", "Malvandere", true},
        {"Halvandere", "Halvunderi", true},
        {"Halvan", "Halven", true},
        {"Halvan", "Halsan", true},
        {"Halvy", "Halvey", false},
        {"Halv", "Halve", true},
        {"Halvandere Osk", "Halvadere Osk", false},
        {"Osk Halvandere", "Osk Halvadere", false},
        {"Osk Halvandere", "Tarn Halvadere", true},
        {"Rovandere Halvandere", "Rovadere Halvadere", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char first[64], second[64];
        snprintf(first, sizeof first, "The boats left %s.\n", cases[i].name);
        snprintf(second, sizeof second, "Rain fell on %s.\n", cases[i].other);
        set_up_texts(state, first, second);
        struct fixture *fixture = *state;
        name(&fixture->a, cases[i].name, cases[i].name, PX_ENTITY_PLACE);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, cases[i].alone ? cases[i].name : "");
        tear_down(state);
    }
}

/* The country under another name, marks between the words, small letters. */
static void a_name_in_another_spelling_is_not_alone(void **state)
{
    static const struct {
        const char *text;
        bool alone;
    } cases[] = {
        {"Rain fell on the United States \"consulate\" there.\n", false},
        {"Rain fell on the American consulate.\n", false},
        {"Rain fell on the \"consulate\" of a firm.\n", true},
        {"Rain fell on the Swedish consulate.\n", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, "Boats left the US Consulate.\n", cases[i].text);
        struct fixture *fixture = *state;
        name(&fixture->a, "US Consulate", "united states consulate", PX_ENTITY_ORGANISATION);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, cases[i].alone ? "US Consulate" : "");
        tear_down(state);
    }
}

/* Bodies of one kind are told by any word that both names have, whatever order they stand in. */
static void a_body_of_the_kind_may_be_the_same(void **state)
{
    static const struct {
        const char *text, *name;
        const char *only;
    } cases[] = {
        {"The Lunn Select Committee on Quarries met.\n", "Lunn Select Committee", ""},
        {"The Tarsk Select Committee on Quarries met.\n", "Tarsk Select Committee", ""},
        {"The Tarsk Select Committee on Fisheries met.\n", "Tarsk Select Committee", "Lunn Quarries Committee"},
        {"The House Select Committee on Intelligence met.\n", "House Select Committee", ""},
        {"The House Select Committee on Finance met.\n", "House Select Committee", "House Intelligence Committee"},
        {"The Lunn Select Council on Fisheries met.\n", "Lunn Select Council", "Lunn Quarries Committee"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool house = px_slice_find(px_slice_from(cases[i].name), PX_SLICE("House"), 0) == 0;
        const char *here = house ? "House Intelligence Committee" : "Lunn Quarries Committee";
        char text[80];
        snprintf(text, sizeof text, "Rain fell. The %s met.\n", here);
        set_up_texts(state, text, cases[i].text);
        struct fixture *fixture = *state;
        name(&fixture->a, here, here, PX_ENTITY_ORGANISATION);
        name(&fixture->b, cases[i].name, cases[i].name, PX_ENTITY_ORGANISATION);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, cases[i].only);
        tear_down(state);
    }
}

/* One of two places is enough where one's name is a piece of the other's: the one that is named more. */
static void a_piece_of_a_place_is_no_second_place(void **state)
{
    static const struct {
        const char *text, *only;
    } cases[] = {
        {"Ships left Quell Bay. Then Quell slept, and Quell woke.\n", "Quell"},
        {"Ships left Quell Bay. Then Quell slept.\n", "Quell Bay"},
    };
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, cases[i].text, "Rain fell.\n");
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Quell Bay", "quell bay", PX_ENTITY_PLACE);
        mention(&fixture->a, "Quell Bay", PX_MENTION_NAME);
        add_entity(&fixture->a, "Quell", "quell", PX_ENTITY_PLACE);
        mention(&fixture->a, i == 0 ? "Quell " : "Quell slept", PX_MENTION_NAME);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, cases[i].only);
        tear_down(state);
    }
}

/* A piece alone may be taken for somebody. */
static void a_piece_of_a_place_is_nobody_either(void **state)
{
    set_up_texts(state, "Ships left Quell Bay. Then Quell slept.\n", "Rain fell.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "Quell Bay", "quell bay", PX_ENTITY_PLACE);
    add_entity(&fixture->a, "Quell", "quell", PX_ENTITY_PERSON);
    mention(&fixture->a, "Quell slept", PX_MENTION_NAME);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Quell Bay");
}

/* "Newt" beside "Newt Quell" is he; a number with a capital, and "For the" before a law, are of the name. */
static void pieces_of_longer_names_are_none(void **state)
{
    set_up_texts(state, "Newt Quell came. Then Newt sang. They flew on Olm Force One. The For the Boats Act fell.\n",
                 "Rain fell.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "Newt Quell", "newt quell", PX_ENTITY_PERSON);
    add_entity(&fixture->a, "Newt", "newt", PX_ENTITY_OTHER);
    mention(&fixture->a, "Newt sang", PX_MENTION_NAME);
    name(&fixture->a, "Olm Force", "olm force", PX_ENTITY_ORGANISATION);
    name(&fixture->a, "Boats Act", "boats act", PX_ENTITY_OTHER);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Newt Quell");
}

/* "Olm" is a piece of "Olm Law"; of a state's bodies, "Senate" is another than "Senate Fish Committee". And that one
 * article names a part of the world tells nothing. */
static void a_thing_by_the_first_words_of_a_longer_name(void **state)
{
    set_up_texts(state, "Kari slept at Olm and at Olm Law. The Senate woke. The Senate Fish Committee ate in Europe.\n",
                 "Rain fell.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Olm", "olm", PX_ENTITY_OTHER);
    mention(&fixture->a, "Olm and", PX_MENTION_NAME);
    name(&fixture->a, "Olm Law", "olm law", PX_ENTITY_WORK);
    add_entity(&fixture->a, "Senate", "senate", PX_ENTITY_ORGANISATION)->actor = PX_ACTOR_STATE;
    mention(&fixture->a, "Senate woke", PX_MENTION_NAME);
    name(&fixture->a, "Senate Fish Committee", "senate fish committee", PX_ENTITY_ORGANISATION);
    name(&fixture->a, "Europe", "europe", PX_ENTITY_PLACE);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Olm Law; Senate; Senate Fish Committee");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_form_may_be_it),
        cmocka_unit_test(an_address_is_the_name_too),
        cmocka_unit_test(a_party_may_be_a_letter),
        cmocka_unit_test(a_misspelt_name_is_not_alone),
        cmocka_unit_test(a_name_in_another_spelling_is_not_alone),
        cmocka_unit_test(a_word_made_of_the_name_tells_of_it),
        cmocka_unit_test(a_name_before_a_hyphen_is_named),
        cmocka_unit_test(a_body_of_the_kind_may_be_the_same),
        cmocka_unit_test(a_piece_of_a_place_is_no_second_place),
        cmocka_unit_test_teardown(a_piece_of_a_place_is_nobody_either, tear_down),
        cmocka_unit_test_teardown(a_thing_by_the_first_words_of_a_longer_name, tear_down),
        cmocka_unit_test_teardown(pieces_of_longer_names_are_none, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
