/* Whom a headline names, and whom the body: what counts as a name. */
#include "headline_fixture.h"

/* An office in the headline gives no name, but its holder is not passed over, be it cut short: "Gov.". */
static void test_an_office_names_its_holder(void **state)
{
    set_up_texts(state,
                 "# A governor by 74 votes\nAnna Bell won. Anna Bell came. Anna Bell spoke, and Anna Bell left.\n",
                 "# Anna Bell wins\nThe governor came. Anna Bell spoke.\n");
    struct fixture *fixture = *state;
    name_people(&fixture->b);
    add_entity(&fixture->a, "Anna Bell", "anna bell", PX_ENTITY_PERSON);
    mention(&fixture->a, "A governor", PX_MENTION_ROLE);
    mention(&fixture->a, "Anna Bell", PX_MENTION_NAME);
    compare_both(fixture);
    const struct px_headline *a = headline_of(&fixture->ab, 0);
    assert_int_equal(a->names.count, 0);
    assert_int_equal(a->unnamed, PX_NONE);
    assert_false(headline_of(&fixture->ab, 1)->names.items[0].broad);
    tear_down(state);
    set_up_texts(state, "# Gov. wins by 74 votes\nAnna Bell won. Anna Bell came. Anna Bell spoke. The governor left.\n",
                 "# Rain\nAnna Bell spoke.\n");
    fixture = *state;
    add_entity(&fixture->a, "Anna Bell", "anna bell", PX_ENTITY_PERSON);
    mention(&fixture->a, "The governor", PX_MENTION_ROLE);
    mention(&fixture->a, "Anna Bell", PX_MENTION_NAME);
    compare_both(fixture);
    assert_int_equal(headline_of(&fixture->ab, 0)->unnamed, PX_NONE);
    tear_down(state);
}

/* What is named after a person has his name: "Orro Bell Works". */
static void test_a_name_in_that_of_a_firm_counts(void **state)
{
    set_up_texts(state, "# Bell leaves\nBell left the Orro Bell Works.\n", "# Rain\nBell came.\n");
    struct fixture *fixture = *state;
    mark_both(fixture, "Bell", PX_ENTITY_PERSON);
    add_entity(&fixture->a, "Orro Bell Works", "orro bell works", PX_ENTITY_ORGANISATION);
    struct px_mention *works = &fixture->a.mentions.items[2];
    works->first_token--;
    works->token_count = 3;
    works->entity = 1;
    compare_both(fixture);
    assert_int_equal(headline_of(&fixture->ab, 0)->names.items[0].written[0], 2);
    tear_down(state);
}

/* What begins with the name of a body is the body's, "Senate Committee", in capitals or not. */
static void test_a_committee_of_a_body_counts(void **state)
{
    set_up_texts(state, "# Senate meets\nThe Senate met. The Senate Dock Committee left.\n",
                 "# Rain\nThe Senate came.\n");
    struct fixture *fixture = *state;
    mark_both(fixture, "Senate", PX_ENTITY_ORGANISATION);
    add_entity(&fixture->a, "Senate Dock Committee", "senate dock committee", PX_ENTITY_ORGANISATION);
    fixture->a.mentions.items[2].token_count = 3;
    fixture->a.mentions.items[2].entity = 1;
    compare_both(fixture);
    assert_int_equal(headline_of(&fixture->ab, 0)->names.items[0].written[0], 2);
    tear_down(state);
}

/* A senator is no senate, though they share a stem; a house in the name of another house is not named by it. */
static void test_a_like_word_names_nobody(void **state)
{
    set_up_texts(state, "# Senate and House meet\nThe Senate met. The House met.\n",
                 "# Senator speaks in White House\nThe Senate met. The House met. The White House slept.\n");
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Senate", PX_ENTITY_ORGANISATION);
    mark_name(&fixture->a, "House", PX_ENTITY_ORGANISATION);
    mark_name(&fixture->b, "White House", PX_ENTITY_ORGANISATION);
    mark_name(&fixture->b, "Senate", PX_ENTITY_ORGANISATION);
    compare_both(fixture);
    const struct px_headline *a = headline_of(&fixture->ab, 0);
    assert_int_equal(a->names.count, 2);
    assert_false(a->names.items[0].heads[1]);
    assert_false(a->names.items[1].heads[1]);
    assert_true(a->names.items[0].broad); /* though any headline may do without them */
    assert_true(a->names.items[1].broad);
    tear_down(state);
}

/* A second headline, a line without a point above the text, names whom it names; a sentence does not. */
static void test_a_second_headline_is_no_body(void **state)
{
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, "# Bell wins\nAnna Bell won. Bell came.\n",
                     i == 0 ? "# Orro votes\nGovernor Takes Bell's Seat\n\nRain fell. Bell won the vote.\n"
                            : "# Orro votes\nThe governor took Bell's seat.\n\nRain fell. Bell won the vote.\n");
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Bell", "bell", PX_ENTITY_PERSON);
        add_entity(&fixture->b, "Bell", "bell", PX_ENTITY_PERSON);
        mention(&fixture->a, "Bell", PX_MENTION_NAME);
        mention(&fixture->b, "Bell", PX_MENTION_NAME);
        compare_both(fixture);
        const struct px_headline *headline = headline_of(&fixture->ab, 0);
        assert_int_equal(headline->names.count, 1);
        assert_int_equal(headline->names.items[0].heads[1], i == 0);
        tear_down(state);
    }
}

static int set_up_compound(void **state)
{
    return set_up_texts(state,
                        "# Judges weigh Osk-Varn suit\nOsk-Varn paid. Osk-Varn left. Osk-Varn came. Osk-Varn won.\n",
                        "# Rain\nOsk-Varn paid.\n");
}

/* Nobody took it for a name in the headline, but it stands there. */
static void test_a_word_with_a_hyphen_is_named(void **state)
{
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        add_entity(articles[i], "Osk-Varn", "osk-varn", PX_ENTITY_ORGANISATION);
        mention(articles[i], "Osk-Varn", PX_MENTION_NAME);
    }
    fixture->a.mentions.items++; /* all but the headline's */
    fixture->a.mentions.count--;
    compare_both(fixture);
    fixture->a.mentions.items--;
    assert_int_equal(headline_of(&fixture->ab, 0)->unnamed, PX_NONE);
}

static int set_up_heading(void **state)
{
    return set_up_texts(state, "# Osk Bias Lawsuit\nOsk paid. Osk left.\n", "# Judges hear Osk\nOsk paid.\n");
}

/* What one headline names the other is held to name, too, where its whole name stands there. */
static void test_a_name_in_a_longer_heading(void **state)
{
    struct fixture *fixture = *state;
    mark_both(fixture, "Osk", PX_ENTITY_ORGANISATION);
    fixture->a.mentions.items++; /* all but the headline's */
    fixture->a.mentions.count--;
    compare_both(fixture);
    fixture->a.mentions.items--;
    assert_int_equal(headline_of(&fixture->ab, 0)->names.count, 1);
    assert_int_equal(headline_of(&fixture->ab, 0)->names.items[0].bodies[0], 2);
}

static int set_up_parties(void **state)
{
    return set_up_texts(state, "# Republicans could lose Varn\nThe Republicans fell. The Republicans wept.\n",
                        "# G.O.P. will lose Varn\nThe party fell. Republicans wept.\n");
}

/* A party is named by any of its names. */
static void test_a_party_by_another_name(void **state)
{
    struct fixture *fixture = *state;
    mark_both(fixture, "Republicans", PX_ENTITY_GROUP);
    compare_both(fixture);
    assert_int_equal(headline_of(&fixture->ab, 0)->names.count, 1);
    assert_true(headline_of(&fixture->ab, 0)->names.items[0].heads[1]);
}

/* Of two whom the body names as often the one whom the headline leaves out is told. */
static void test_a_tie_is_told(void **state)
{
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Osk", PX_ENTITY_ORGANISATION);
    mark_name(&fixture->a, "Brell", PX_ENTITY_PERSON);
    compare_both(fixture);
    uint32_t unnamed = headline_of(&fixture->ab, 0)->unnamed;
    assert_int_not_equal(unnamed, PX_NONE);
    assert_true(px_slice_is(fixture->ab.referents.items[unnamed].name, "Brell"));
}

static int set_up_tie(void **state)
{
    return set_up_texts(state, "# Osk pays\nBrell left Osk. Brell sued Osk. Brell lost to Osk. Brell hates Osk.\n",
                        "# Judges hear Osk\nOsk paid.\n");
}

static int set_up_counts(void **state)
{
    return set_up_texts(
        state,
        "# Hall warns US\nThe Hall met US envoys. The Grey Hall told us of it. A U.S.-Varn pact fell. The "
        "Hall of Osk sleeps.\n",
        "# Rain\nThe Hall met.\n");
}

/* By place, the longer one first. */
static int by_place(const void *left, const void *right)
{
    const struct px_mention *a = left, *b = right;
    return a->start != b->start ? (a->start < b->start ? -1 : 1) : a->end > b->end ? -1 : a->end < b->end;
}

/* "us" is no "US", and the "Grey Hall" is not the "Hall", which the "Hall of Osk" may be. */
static void test_words_of_others_do_not_count(void **state)
{
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "US", PX_ENTITY_PLACE);
    mark_name(&fixture->a, "Grey Hall", PX_ENTITY_ORGANISATION);
    mark_name(&fixture->a, "Hall of Osk", PX_ENTITY_PLACE);
    add_entity(&fixture->a, "Hall", "hall", PX_ENTITY_ORGANISATION);
    mention(&fixture->a, "Hall", PX_MENTION_NAME);
    qsort(fixture->a.mentions.items, fixture->a.mentions.count, sizeof *fixture->a.mentions.items, by_place);
    compare_both(fixture);
    const struct px_headline *a = headline_of(&fixture->ab, 0);
    assert_int_equal(a->names.count, 2);
    for (size_t i = 0; i < a->names.count; i++)
        assert_int_equal(a->names.items[i].written[0], 2);
}

static int set_up_sisters(void **state)
{
    return set_up_texts(state, "# Ann Hask rips sister\nAnn Hask spoke. Eva Hask left. The elder Hask daughter sang.\n",
                        "# Rain\nAnn Hask spoke.\n");
}

/* Of a surname that two bear those mentions alone count that surely name the one. */
static void test_a_sisters_surname_does_not_count(void **state)
{
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Ann Hask", PX_ENTITY_PERSON);
    mark_name(&fixture->a, "Eva Hask", PX_ENTITY_PERSON);
    qsort(fixture->a.mentions.items, fixture->a.mentions.count, sizeof *fixture->a.mentions.items, by_place);
    compare_both(fixture);
    const struct px_headline *a = headline_of(&fixture->ab, 0);
    assert_int_equal(a->names.count, 1);
    assert_int_equal(a->names.items[0].written[0], 1);
}

static int set_up_agent(void **state)
{
    return set_up_texts(state,
                        "# Ann Hask rips sister\nAnn Hask spoke. Eva Hask left. Bo Tarn, who was Hask's agent, sang.\n",
                        "# Rain\nAnn Hask spoke.\n");
}

static void add_mention(struct px_article *article, const char *text, uint32_t entity, uint8_t form)
{
    mention(article, text, form);
    article->mentions.items[article->mentions.count - 1].entity = entity;
}

/* A name inside what tells of somebody else is a name all the same. */
static void test_a_name_in_a_role_counts(void **state)
{
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Ann Hask", PX_ENTITY_PERSON);
    mark_name(&fixture->a, "Eva Hask", PX_ENTITY_PERSON);
    mark_name(&fixture->a, "Bo Tarn", PX_ENTITY_PERSON);
    add_mention(&fixture->a, "Hask's agent", 2, PX_MENTION_ROLE);
    add_mention(&fixture->a, "Hask's", 0, PX_MENTION_ALIAS);
    fixture->a.mentions.items[fixture->a.mentions.count - 1].token_count = 1;
    qsort(fixture->a.mentions.items, fixture->a.mentions.count, sizeof *fixture->a.mentions.items, by_place);
    compare_both(fixture);
    assert_int_equal(headline_of(&fixture->ab, 0)->names.items[0].written[0], 2);
}

static int set_up_short_party(void **state)
{
    return set_up_texts(state,
                        "# Varn passes Dem bill\nDemocrats won. Democrats cheered. Democrats sang. Democrats left.\n",
                        "# Rain\nDemocrats won.\n");
}

/* A short name of a party in the headline names it. */
static void test_a_party_by_a_short_name(void **state)
{
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Democrats", PX_ENTITY_GROUP);
    compare_both(fixture);
    assert_int_equal(headline_of(&fixture->ab, 0)->unnamed, PX_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_office_names_its_holder),
        cmocka_unit_test(test_a_name_in_that_of_a_firm_counts),
        cmocka_unit_test(test_a_committee_of_a_body_counts),
        cmocka_unit_test(test_a_like_word_names_nobody),
        cmocka_unit_test_setup_teardown(test_a_name_in_a_longer_heading, set_up_heading, tear_down),
        cmocka_unit_test_setup_teardown(test_a_party_by_another_name, set_up_parties, tear_down),
        cmocka_unit_test_setup_teardown(test_a_tie_is_told, set_up_tie, tear_down),
        cmocka_unit_test_setup_teardown(test_words_of_others_do_not_count, set_up_counts, tear_down),
        cmocka_unit_test_setup_teardown(test_a_party_by_a_short_name, set_up_short_party, tear_down),
        cmocka_unit_test(test_a_second_headline_is_no_body),
        cmocka_unit_test_setup_teardown(test_a_sisters_surname_does_not_count, set_up_sisters, tear_down),
        cmocka_unit_test_setup_teardown(test_a_name_in_a_role_counts, set_up_agent, tear_down),
        cmocka_unit_test_setup_teardown(test_a_word_with_a_hyphen_is_named, set_up_compound, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
