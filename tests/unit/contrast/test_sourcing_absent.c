/* Who is absent from an article, and who may be heard there all the same. */
#include "speakers_fixture.h"

/* Who only knows something in an article may have no words there, though he is not absent from it. */
static void test_what_somebody_knows_leaves_no_trace(void **state)
{
    for (int minded = 0; minded < 2; minded++) {
        set_up_texts(state, "Ora Lind said rain would come.\n", "Ora Lind knows that the dam is old.\n");
        struct fixture *fixture = *state;
        for (int i = 0; i < 2; i++) {
            struct px_article *article = i == 0 ? &fixture->a : &fixture->b;
            add_entity(article, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
            mention(article, "Ora Lind", PX_MENTION_NAME);
        }
        attribute(&fixture->a, "Ora Lind", "say", "rain would come", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        struct px_attribution *knows =
            attribute(&fixture->b, "Ora Lind", "know", "the dam is old", PX_ATTRIBUTION_INDIRECT);
        knows->entity = 0;
        knows->speech = knows->high_tier = false;
        knows->minded = minded == 1;
        compare_both(*state);
        const struct px_source *lind = find_source(&fixture->ab, "Ora Lind");
        assert_int_equal(lind->traces[1], 1 - minded);
        assert_false(lind->absent[1]);
        tear_down(state);
    }
}

static void test_nobody_speaks(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.sourcing.sources.count, 0);
    assert_true(isnan(fixture->ab.sourcing.diversity[0].value));
    assert_true(isnan(fixture->ab.sourcing.state_share[1].value));
}

static int set_up_silence(void **state)
{
    set_up_texts(state, "The road is long.\n", "The road is wet.\n");
    compare_both(*state);
    return 0;
}

static int set_up_absent(void **state)
{
    set_up_texts(state,
                 "Two officials said no. The lawsuit claims so. The Harbour League said yes. Critics groaned aloud.\n",
                 "An official slept. The Harbour League has a lawsuit.\n");
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        add_entity(articles[i], "Harbour League", "harbour league", PX_ENTITY_ORGANISATION);
        mention(articles[i], "Harbour League", PX_MENTION_NAME);
    }
    attribute(&fixture->a, "Two officials", "say", "no", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    attribute(&fixture->a, "The lawsuit", "claim", "so", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_DOCUMENT;
    struct px_attribution *league = attribute(&fixture->a, "The Harbour League", "say", "yes", PX_ATTRIBUTION_INDIRECT);
    league->entity = 0;
    league->speaker_kind = PX_SPEAKER_INSTITUTION;
    attribute(&fixture->a, "Critics", "groan", "aloud", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    compare_both(fixture);
    return 0;
}

/* Absent is who is neither heard nor named, and by whose noun nobody is called. */
static void test_absence_needs_ground(void **state)
{
    const struct fixture *fixture = *state;
    assert_false(find_source(&fixture->ab, "two officials")->absent[1]);
    assert_false(find_source(&fixture->ab, "lawsuit")->absent[1]);
    assert_false(find_source(&fixture->ab, "Harbour League")->absent[1]);
    assert_true(find_source(&fixture->ab, "critics")->absent[1]);
}

/* Nor is absent who is called by a name that speaks there, or whose words are quoted there. */
static void test_echoes_are_heard(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts(
        (void **)&fixture,
        "Pellard scholars said no. \"We will not see the poor go cold\", Ora Lind said. Ben Hask said maybe.\n",
        "The letter by the faculty at Pellard reads: \"We will not see the poor go cold\".\n");
    static const char *const names[] = {"Ora Lind", "Ben Hask"}, *const keys[] = {"ora lind", "ben hask"};
    static const char *const said[] = {"We will not see the poor go cold", "maybe"};
    attribute(&fixture->a, "Pellard scholars", "say", "no", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_GROUP;
    for (uint32_t i = 0; i < 2; i++) {
        add_entity(&fixture->a, names[i], keys[i], PX_ENTITY_PERSON);
        mention(&fixture->a, names[i], PX_MENTION_NAME);
        attribute(&fixture->a, names[i], "say", said[i], i == 0 ? PX_ATTRIBUTION_DIRECT : PX_ATTRIBUTION_INDIRECT)
            ->entity = i;
    }
    attribute(&fixture->b, "The letter by the faculty at Pellard", "read", said[0], PX_ATTRIBUTION_DIRECT)
        ->speaker_kind = PX_SPEAKER_DOCUMENT;
    compare_both(fixture);
    assert_false(find_source(&fixture->ab, "Pellard scholars")->absent[1]);
    assert_false(find_source(&fixture->ab, "Ora Lind")->absent[1]);
    assert_true(find_source(&fixture->ab, "Ben Hask")->absent[1]);
    tear_down((void **)&fixture);
}

/* Nor is absent by name who may be heard there by his role alone. */
static void test_who_is_called_by_his_role_may_speak(void **state)
{
    static const char *const callings[] = {"Lind's lawyer", "Brell's lawyer", "A lawyer"};
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct fixture *fixture;
        char text[80];
        snprintf(text, sizeof text, "%s said no.\n", callings[i]);
        set_up_texts((void **)&fixture, "Ben Hask said maybe.\n", text);
        add_entity(&fixture->a, "Ben Hask", "ben hask", PX_ENTITY_PERSON)->role = PX_SLICE("Ora Lind's lawyer");
        mention(&fixture->a, "Ben Hask", PX_MENTION_NAME);
        attribute(&fixture->a, "Ben Hask", "say", "maybe", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        attribute(&fixture->b, callings[i], "say", "no", PX_ATTRIBUTION_INDIRECT);
        compare_both(fixture);
        if (find_source(&fixture->ab, "Ben Hask")->absent[1] != (i > 0))
            fail_msg("%s", callings[i]);
        tear_down((void **)&fixture);
    }
}

/* Whom the article calls by his role may have words there that are not found. */
static void test_who_is_told_of_by_his_role_may_speak(void **state)
{
    static const struct {
        const char *text, *role;
        bool absent;
    } cases[] = {
        {"A point Ms. Lind’s lawyer fought.\n", "Ora Lind's lawyer", false},
        {"A point Mr. Brell’s lawyer fought.\n", "Ora Lind's lawyer", true},
        {"A boat from Lind’s Yard sank.\n", "chief executive of Lind's Yard", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *fixture;
        set_up_texts((void **)&fixture, "Ben Hask said maybe.\n", cases[i].text);
        add_entity(&fixture->a, "Ben Hask", "ben hask", PX_ENTITY_PERSON)->role = px_slice_from(cases[i].role);
        mention(&fixture->a, "Ben Hask", PX_MENTION_NAME);
        attribute(&fixture->a, "Ben Hask", "say", "maybe", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        compare_both(fixture);
        assert_int_equal(find_source(&fixture->ab, "Ben Hask")->absent[1], cases[i].absent);
        tear_down((void **)&fixture);
    }
}

/* Nor is a body's officer absent where the body speaks itself; who but works for it is, and whose own words are quoted. */
static void test_officers_are_of_their_body(void **state)
{
    static const struct {
        const char *role;
        uint8_t actor, type;
        bool absent;
    } cases[] = {{"Halden Rail chairman", PX_ACTOR_BUSINESS, PX_ATTRIBUTION_INDIRECT, false},
                 {"Halden Rail spokesman", PX_ACTOR_OTHER, PX_ATTRIBUTION_INDIRECT, false},
                 {"Halden Railways chairman", PX_ACTOR_BUSINESS, PX_ATTRIBUTION_INDIRECT, true},
                 {"Halden Rail worker", PX_ACTOR_CITIZEN, PX_ATTRIBUTION_INDIRECT, true},
                 {"Halden Rail chairman", PX_ACTOR_BUSINESS, PX_ATTRIBUTION_DIRECT, true}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *fixture;
        set_up_texts((void **)&fixture, "Ora Lind said maybe.\n", "Halden Rail said no.\n");
        struct px_entity *lind = add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
        lind->role = px_slice_from(cases[i].role);
        lind->actor = cases[i].actor;
        mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
        struct px_attribution *it = attribute(&fixture->a, "Ora Lind", "say", "maybe", cases[i].type);
        it->entity = 0;
        it->actor = cases[i].actor;
        it->speaker_kind = PX_SPEAKER_PERSON;
        add_entity(&fixture->b, "Halden Rail", "halden rail", PX_ENTITY_ORGANISATION);
        mention(&fixture->b, "Halden Rail", PX_MENTION_NAME);
        it = attribute(&fixture->b, "Halden Rail", "say", "no", PX_ATTRIBUTION_INDIRECT);
        it->entity = 0;
        it->speaker_kind = PX_SPEAKER_INSTITUTION;
        compare_both(fixture);
        if (find_source(&fixture->ab, "Ora Lind")->absent[1] != cases[i].absent)
            fail_msg("%s", cases[i].role);
        tear_down((void **)&fixture);
    }
}

#define UNION "Varn Dock Workers Union"

/* Nor is a body absent by whose whole name, alone or joined to another, somebody else speaks, but for a word of a long
 * one. */
static void test_a_joined_name_is_heard(void **state)
{
    static const struct {
        const char *name, *text, *speaker;
        bool absent;
    } cases[] = {{"Halden", "A Halden-Gazette survey said no.\n", "A Halden-Gazette survey", false},
                 {"Halden", "A Gazette/Halden survey said no.\n", "A Gazette/Halden survey", false},
                 {"Halden", "A Gazette survey said no.\n", "A Gazette survey", true},
                 {UNION, "A Varn Dock Workers survey said no.\n", "A Varn Dock Workers survey", false},
                 {UNION, "A Varn Dock survey said no.\n", "A Varn Dock survey", true},
                 {"Varn Workers Union", "A Varn Workers survey said no.\n", "A Varn Workers survey", true}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *fixture;
        char text[80];
        snprintf(text, sizeof text, "%s said maybe.\n", cases[i].name);
        set_up_texts((void **)&fixture, text, cases[i].text);
        add_entity(&fixture->a, cases[i].name, cases[i].name, PX_ENTITY_ORGANISATION);
        mention(&fixture->a, cases[i].name, PX_MENTION_NAME);
        struct px_attribution *it = attribute(&fixture->a, cases[i].name, "say", "maybe", PX_ATTRIBUTION_INDIRECT);
        it->entity = 0;
        it->speaker_kind = PX_SPEAKER_MEDIA;
        attribute(&fixture->b, cases[i].speaker, "say", "no", PX_ATTRIBUTION_INDIRECT)->speaker_kind =
            PX_SPEAKER_DOCUMENT;
        compare_both(fixture);
        if (find_source(&fixture->ab, cases[i].name)->absent[1] != cases[i].absent)
            fail_msg("%s", cases[i].text);
        tear_down((void **)&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_somebody_knows_leaves_no_trace),
        cmocka_unit_test(test_echoes_are_heard),
        cmocka_unit_test(test_a_joined_name_is_heard),
        cmocka_unit_test_setup_teardown(test_nobody_speaks, set_up_silence, tear_down),
        cmocka_unit_test(test_who_is_called_by_his_role_may_speak),
        cmocka_unit_test(test_who_is_told_of_by_his_role_may_speak),
        cmocka_unit_test(test_officers_are_of_their_body),
        cmocka_unit_test_setup_teardown(test_absence_needs_ground, set_up_absent, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
