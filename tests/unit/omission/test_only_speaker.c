/* Speakers that one article alone has. */
#include "names_fixture.h"

static int set_up_speakers(void **state)
{
    return set_up_texts(state, "Ora Lind said the ice was thin.\nLi said the lake was deep.\n",
                        "Councillor Lind said rain would come.\nBen Hask said boats were safe.\n"
                        "Li said nothing helped.\n");
}

static void speak(struct px_article *article, const char *speaker, const char *content, bool person)
{
    struct px_attribution *said = attribute(article, speaker, "say", content, PX_ATTRIBUTION_INDIRECT);
    said->speaker_kind = person ? PX_SPEAKER_PERSON : PX_SPEAKER_GROUP;
    said->anonymous = !person;
}

/* A person by name, who says it. */
static void speak_as(struct px_article *article, const char *speaker, const char *key, const char *content)
{
    name(article, speaker, key, PX_ENTITY_PERSON);
    speak(article, speaker, content, true);
    article->attributions.items[article->attributions.count - 1].entity = (uint32_t)article->entities.count - 1;
}

static void a_speaker_whom_nobody_else_hears(void **state)
{
    struct fixture *fixture = *state;
    speak_as(&fixture->a, "Ora Lind", "ora lind", "the ice was thin");
    speak_as(&fixture->b, "Ben Hask", "ben hask", "boats were safe");
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 0, "Ora Lind");
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "Ben Hask");
    assert_only(&fixture->ba, PX_ONLY_SOURCE, 0, "Ben Hask");
}

static int set_up_cited(void **state)
{
    return set_up_texts(state, "Ora Lind said the ice was thin.\nBen Hask said boats were safe.\n",
                        "The harbour froze. Somebody whose name was kept back hinted that rain would come.\n");
}

/* A statement that does not count, found with little confidence, is a trace of the speaker all the same. */
static void a_trace_of_a_statement_elsewhere_is_enough(void **state)
{
    struct fixture *fixture = *state;
    speak_as(&fixture->a, "Ora Lind", "ora lind", "the ice was thin");
    speak_as(&fixture->a, "Ben Hask", "ben hask", "boats were safe");
    add_entity(&fixture->b, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    speak(&fixture->b, "Somebody", "rain would come", true);
    struct px_attribution *trace = &fixture->b.attributions.items[fixture->b.attributions.count - 1];
    trace->entity = 0;
    trace->high_tier = false;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 0, "Ben Hask");
    assert_only(&fixture->ba, PX_ONLY_SOURCE, 1, "Ben Hask");
}

static void another_speaker_of_the_last_word_may_be_the_same(void **state)
{
    struct fixture *fixture = *state;
    speak(&fixture->a, "Ora Lind", "the ice was thin", true);
    speak(&fixture->b, "Councillor Lind", "rain would come", true);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 0, "");
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "");
}

static void a_description_may_be_anybody(void **state)
{
    struct fixture *fixture = *state;
    speak_as(&fixture->a, "Ora Lind", "ora lind", "the ice was thin");
    speak(&fixture->b, "Councillor", "rain would come", true);
    fixture->b.attributions.items[0].high_tier = true;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 0, "Ora Lind");
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "");
}

/* Somebody's spokesman is one man where nobody else speaks by a description and no spokesman stands; "a spokesman" may be
 * anybody's. */
static void a_description_by_whose_man_he_is_tells_who_speaks(void **state)
{
    static const char *const CALLED[] = {"spokesman for Ora Lind", "spokesman", "spokesman for Ora Lind"};
    static const char *const SECOND[] = {"Ben Hask said boats were safe.\n", "Ben Hask said boats were safe.\n",
                                         "Ben Hask said boats were safe. Lind has a spokesman.\n"};
    for (size_t i = 0; i < 3; i++) {
        set_up_texts(state, "Rain fell. A spokesman for Ora Lind said the ice was thin.\n", SECOND[i]);
        struct fixture *fixture = *state;
        speak(&fixture->a, CALLED[i], "the ice was thin", true);
        speak_as(&fixture->b, "Ben Hask", "ben hask", "boats were safe");
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_SOURCE, 0, i == 0 ? "a spokesman for Ora Lind" : "");
        assert_true(px_slice_is(px_comparison_speaker_name(&fixture->ab, 0, 0),
                                i == 1 ? "a spokesman" : "a spokesman for Ora Lind"));
        tear_down(state);
    }
}

static void a_description_may_be_who_is_named_beside(void **state)
{
    struct fixture *fixture = *state;
    speak_as(&fixture->a, "Ora Lind", "ora lind", "the ice was thin");
    name(&fixture->b, "Lind", "ora lind", PX_ENTITY_PERSON);
    speak(&fixture->b, "Councillor", "rain would come", true);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 0, "");
}

static void a_statement_that_is_not_sure_is_a_trace(void **state)
{
    struct fixture *fixture = *state;
    speak_as(&fixture->a, "Ora Lind", "ora lind", "the ice was thin");
    speak_as(&fixture->b, "Lind", "ora lind", "rain would come");
    fixture->b.attributions.items[0].high_tier = false;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 0, "");
}

static void speakers_called_the_same_are_not_told_apart(void **state)
{
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) { /* two persons; the name is too short to have a telling word */
        add_entity(articles[i], "Li", i == 0 ? "chen li" : "bo li", PX_ENTITY_PERSON);
        mention(articles[i], "Li ", PX_MENTION_ALIAS);
        speak(articles[i], "Li ", i == 0 ? "the lake was deep" : "nothing helped", true);
        articles[i]->attributions.items[0].entity = 0;
    }
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 0, "");
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "");
}

/* The outlet of the other article is no source that it lacks. */
static void an_outlet_is_told_by_its_letters(void **state)
{
    (void)state;
    struct px_slice name = PX_SLICE("Norhaven Kestrel Daily");
    assert_true(px_compare_is_outlet(PX_SLICE("nkd"), name));
    assert_true(px_compare_is_outlet(PX_SLICE("The Norhaven Kestrel Daily"), name));
    assert_true(px_compare_is_outlet(name, PX_SLICE("Norhaven Kestrel Daily")));
    assert_false(px_compare_is_outlet(PX_SLICE("nk"), name));
    assert_false(px_compare_is_outlet(PX_SLICE("nkdx"), name));
    assert_false(px_compare_is_outlet((struct px_slice){0}, name));
    assert_false(px_compare_is_outlet(PX_SLICE("nk"), PX_SLICE("Norhaven Kestrel"))); /* two letters may be anybody's */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_outlet_is_told_by_its_letters),
        cmocka_unit_test_setup_teardown(a_speaker_whom_nobody_else_hears, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(a_trace_of_a_statement_elsewhere_is_enough, set_up_cited, tear_down),
        cmocka_unit_test_setup_teardown(a_description_may_be_anybody, set_up_speakers, tear_down),
        cmocka_unit_test(a_description_by_whose_man_he_is_tells_who_speaks),
        cmocka_unit_test_setup_teardown(a_description_may_be_who_is_named_beside, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(a_statement_that_is_not_sure_is_a_trace, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(another_speaker_of_the_last_word_may_be_the_same, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(speakers_called_the_same_are_not_told_apart, set_up_speakers, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
