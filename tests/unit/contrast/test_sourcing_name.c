/* By which name a source is called over the articles. */
#include "speakers_fixture.h"

/* "people close to him", or at what is his, are close to somebody whom a reader knows. */
static void test_a_description_names_whom_it_points_to(void **state)
{
    set_up_texts(state, "Ora Lind left. People close to him said rain fell. People at his quay said ice broke.\n",
                 "The harbour froze.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
    mention(&fixture->a, "him", PX_MENTION_PRONOUN);
    mention(&fixture->a, "his", PX_MENTION_PRONOUN);
    attribute(&fixture->a, "People close to him", "say", "rain fell", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "People at his quay", "say", "ice broke", PX_ATTRIBUTION_INDIRECT);
    for (size_t i = 0; i < 2; i++)
        fixture->a.attributions.items[i].speaker_kind = PX_SPEAKER_GROUP;
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 2);
    assert_non_null(find_source(&fixture->ab, "people close to Ora Lind"));
    assert_non_null(find_source(&fixture->ab, "people at Ora Lind’s quay"));
    tear_down(state);
}

/* Many in a body are not called by its name. */
static void test_many_are_not_all(void **state)
{
    set_up_texts(state, "Many in Congress said rain fell.\n", "The harbour froze.\n");
    struct fixture *fixture = *state;
    attribute(&fixture->a, "Many in Congress", "say", "rain fell", PX_ATTRIBUTION_INDIRECT)->speaker_kind =
        PX_SPEAKER_GROUP;
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 1);
    if (!px_slice_is(fixture->ab.sourcing.sources.items[0].name, "many in Congress"))
        fail_msg("%.*s", PX_SLICE_ARG(fixture->ab.sourcing.sources.items[0].name));
    tear_down(state);
}

static void test_unclear_and_described(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_source *heir = find_source(&fixture->ab, "heir");
    assert_int_equal(fixture->ab.sourcing.sources.count, 2);
    assert_int_equal(fixture->ab.sourcing.unclear.statements[0], 1);
    assert_int_equal(fixture->ab.sourcing.unclear.words[0], 4);
    assert_int_equal(fixture->ab.sourcing.unclear.statements[1], 0);
    assert_true(heir->described);
    /* of the words that all have, the pronoun's among them */
    assert_true(fabs(find_indicator(&fixture->ab, "sourcing.named_share")->values[0].value - 4. / 9) < 1e-12);
    assert_false(heir->absent[1]);
    assert_int_equal(fixture->ab.sourcing.diversity[0].count, 1);
    for (size_t i = 0; i < fixture->ab.indicators.count; i++) /* of one statement nobody can tell */
        assert_false(px_slice_is(fixture->ab.indicators.items[i].name, "sourcing.diversity"));
}

/* Who holds an office with somebody acts for whom he does. */
static void test_staff_acts_for_whom_it_serves(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Lind ’s chief of staff , Brell , said rain one.\n", "It is wet.\n");
    add_entity(&fixture->a, "Lind", "lind", PX_ENTITY_PERSON)->actor = PX_ACTOR_PARTY;
    mention(&fixture->a, "Lind", PX_MENTION_NAME);
    struct px_entity *brell = add_entity(&fixture->a, "Brell", "brell", PX_ENTITY_PERSON);
    mention(&fixture->a, "Brell", PX_MENTION_NAME);
    brell->actor = PX_ACTOR_STATE;
    brell->role = px_slice_span(fixture->a.text, find_text(&fixture->a, "Lind ’s chief of staff", 0));
    attribute(&fixture->a, "Brell", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->entity = 1;
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "Brell")->actor, PX_ACTOR_PARTY);
    tear_down((void **)&fixture);
}

/* A noun is large only where its sentence begins. */
static void test_nouns_are_small(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture,
                 "Critics said rain one. Republicans said rain two.\n\nNEW TARN — Backers said rain three.\n",
                 "It is wet.\n");
    attribute(&fixture->a, "Critics", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "Republicans", "say", "rain two", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "Backers", "say", "rain three", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "critics")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "backers")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "Republicans")->statements[0], 1);
    tear_down((void **)&fixture);
}

/* A body stands in the table by a form of the article in which it speaks; where two that call it otherwise hear it, by the
 * fuller one. */
static void test_a_body_has_the_name_of_its_article(void **state)
{
    (void)state;
    for (int both = 0; both < 2; both++) {
        struct fixture *fixture;
        set_up_texts((void **)&fixture, "Halden said maybe.\n",
                     "Halden Rail Inc. said no. Halden Rail Inc. is late.\n");
        add_entity(&fixture->a, "Halden", "halden rail", PX_ENTITY_ORGANISATION);
        mention(&fixture->a, "Halden", PX_MENTION_NAME);
        add_entity(&fixture->b, "Halden Rail Inc.", "halden rail", PX_ENTITY_ORGANISATION);
        mention(&fixture->b, "Halden Rail Inc.", PX_MENTION_NAME);
        mention(&fixture->b, "Halden Rail Inc.", PX_MENTION_NAME);
        attribute(&fixture->a, "Halden", "say", "maybe", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        if (both == 1)
            attribute(&fixture->b, "Halden Rail Inc.", "say", "no", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        compare_both(fixture);
        assert_int_equal(find_source(&fixture->ab, both == 1 ? "Halden Rail Inc." : "Halden")->statements[0], 1);
        tear_down((void **)&fixture);
    }
}

/* "Its Foreign Ministry", whosever, is no row and no institution; who speaks along is told of. */
static void test_unowned_bodies_are_unclear(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Its Foreign Ministry said rain one. Ora Lind and Ben Hask said rain two.\n",
                 "It is wet.\n");
    add_entity(&fixture->a, "Foreign Ministry", "foreign ministry", PX_ENTITY_ORGANISATION)->organ = true;
    mention(&fixture->a, "Foreign Ministry", PX_MENTION_NAME);
    add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
    add_entity(&fixture->a, "Ben Hask", "ben hask", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ben Hask", PX_MENTION_NAME);
    struct px_attribution *it =
        attribute(&fixture->a, "Its Foreign Ministry", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    it->entity = 0;
    it->speaker_kind = PX_SPEAKER_INSTITUTION;
    it = attribute(&fixture->a, "Ora Lind and Ben Hask", "say", "rain two", PX_ATTRIBUTION_INDIRECT);
    it->entity = 1;
    it->also[it->also_count++] = 2;
    compare_both(fixture);
    const struct px_comparison *ab = &fixture->ab;
    assert_int_equal(ab->sourcing.unclear.statements[0], 1);
    assert_int_equal(ab->sourcing.sources.count, 2);
    for (size_t i = 0; i < ab->indicators.count; i++)
        if (px_slice_is(ab->indicators.items[i].name, "sourcing.institution_share"))
            assert_true(ab->indicators.items[i].values[0].value == 0 && ab->indicators.items[i].unlisted);
    assert_true(px_slice_is(ab->referents.items[px_comparison_said_by(ab, 0, 1, 0)].name, "Ora Lind"));
    assert_true(px_slice_is(ab->referents.items[px_comparison_said_by(ab, 0, 1, 1)].name, "Ben Hask"));
    assert_int_equal(px_comparison_said_by(ab, 0, 1, 2), PX_NONE);
    tear_down((void **)&fixture);
}

/* A body is called as an article writes it, not as its owner's name was added elsewhere. */
static void test_written_names_stand_first(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Its Foreign Ministry said rain one.\n",
                 "Varn's Foreign Ministry said rain two.\n");
    static const char *const names[] = {"Foreign Ministry (Varn)", "Varn's Foreign Ministry"};
    struct px_article *both[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        add_entity(both[i], names[i], "varn foreign ministry", PX_ENTITY_ORGANISATION)->organ = true;
        mention(both[i], "Foreign Ministry", PX_MENTION_NAME);
        attribute(both[i], "Foreign Ministry", "say", i == 0 ? "rain one" : "rain two", PX_ATTRIBUTION_INDIRECT)
            ->entity = 0;
    }
    compare_both(fixture);
    const struct px_source *ministry = find_source(&fixture->ab, "Varn's Foreign Ministry");
    assert_true(ministry->statements[0] == 1 && ministry->statements[1] == 1);
    tear_down((void **)&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_description_names_whom_it_points_to),
        cmocka_unit_test(test_many_are_not_all),
        cmocka_unit_test_setup_teardown(test_unclear_and_described, set_up_offices, tear_down),
        cmocka_unit_test(test_nouns_are_small),
        cmocka_unit_test(test_unowned_bodies_are_unclear),
        cmocka_unit_test(test_written_names_stand_first),
        cmocka_unit_test(test_staff_acts_for_whom_it_serves),
        cmocka_unit_test(test_a_body_has_the_name_of_its_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
