/* Which words stand for one source, and which for several. */
#include "speakers_fixture.h"

/* "angry campaigners" are not the article's other ones. */
static void test_some_of_a_group_are_not_the_group(void **state)
{
    set_up_texts(state, "Campaigners said rain fell. Angry campaigners said ice broke.\n", "The harbour froze.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Campaigners", "campaigners", PX_ENTITY_GROUP);
    mention(&fixture->a, "Campaigners", PX_MENTION_NAME);
    mention(&fixture->a, "Angry campaigners", PX_MENTION_NAME);
    attribute(&fixture->a, "Campaigners", "say", "rain fell", PX_ATTRIBUTION_INDIRECT)->entity = 0;
    attribute(&fixture->a, "Angry campaigners", "say", "ice broke", PX_ATTRIBUTION_INDIRECT)->entity = 0;
    for (size_t i = 0; i < 2; i++)
        fixture->a.attributions.items[i].speaker_kind = PX_SPEAKER_GROUP;
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 2);
    fixture->a.attributions.items[0].clausal = true; /* "Campaigners who left" */
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.items[0].referent, PX_NONE);
    assert_int_equal(fixture->ab.sourcing.sources.items[1].referent, PX_NONE);
    tear_down(state);
}

static void test_merges_by_entity(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_source *lind = find_source(&fixture->ab, "Ora Lind");
    assert_int_equal(lind->statements[0], 2);
    assert_int_equal(lind->statements[1], 1);
    assert_int_equal(lind->words[0], 9);
    assert_int_equal(lind->direct_words[0], 5);
    assert_int_equal(lind->words[1], 3);
    assert_int_equal(lind->actor, PX_ACTOR_STATE);
    assert_true(px_slice_is(lind->role, "mayor"));
    assert_true(px_slice_is(lind->cues[0], "say 1, warn 1"));
    assert_int_equal(lind->tones[0][PX_TONE_CONFRONTATIONAL], 1);
    assert_int_equal(lind->uptakes[0][PX_UPTAKE_PLAIN], 2);
    assert_int_equal(lind->evidence[0].count, 2);
    assert_true(lind->first[0] < lind->first[1] + 1);
    assert_false(lind->anonymous);
}

/* Of a statement whose words stand before the sentence that says whose they are, the first of these is cited. */
static void test_words_before_their_speaker_are_cited(void **state)
{
    set_up_texts(state, "It burns here. Ora Lind said. It stinks.\n", "The harbour froze.\n");
    struct fixture *fixture = *state;
    struct px_attribution *said = attribute(&fixture->a, "Ora Lind", "say", "It burns here.", PX_ATTRIBUTION_DIRECT);
    said->sentence = 1;
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.items[0].evidence[0].count, 1);
    assert_int_equal(fixture->ab.sourcing.sources.items[0].evidence[0].sentences[0], 0);
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    said->content.items[0] = find_text(&fixture->a, "It stinks.", 0);
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.items[0].evidence[0].sentences[0], 1);
    tear_down(state);
}

static void test_groups_anonymous_by_text(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_source *officials = find_source(&fixture->ab, "officials");
    assert_int_equal(officials->statements[0], 2);
    assert_int_equal(officials->words[0], 8);
    assert_true(officials->anonymous);
    assert_true(isnan(officials->first[1]));
}

/* "The manager" is the one manager who would not be named; who is withheld once is withheld. */
static void test_one_nameless_by_all_his_words(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "A harbour manager said rain one. The manager said rain two.\n", "It is wet.\n");
    attribute(&fixture->a, "A harbour manager", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    attribute(&fixture->a, "The manager", "say", "rain two", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 1);
    assert_true(px_slice_is(fixture->ab.sourcing.sources.items[0].name, "harbour manager"));
    assert_int_equal(fixture->ab.sourcing.sources.items[0].statements[0], 2);
    assert_true(fixture->ab.sourcing.sources.items[0].anonymous);
    tear_down((void **)&fixture);
}

/* One document by whatever words, one source that is called more at first; two reports stay two. */
static int set_up_phrases(void **state)
{
    static const char *const first[] = {"The 24-page charge sheet", "One harbour source", "The source",
                                        "The council report", "The mayor report"};
    static const char *const second[] = {"The sheet", "The source", "The report"};
    set_up_texts(
        state,
        "The 24-page charge sheet said rain one. One harbour source said rain two. The source said rain three. "
        "The council report said rain four. The mayor report said rain five.\n",
        "The sheet said snow one. The source said snow two. The report said snow three.\n");
    struct fixture *fixture = *state;
    static const char *const rain[] = {"rain one", "rain two", "rain three", "rain four", "rain five"};
    static const char *const snow[] = {"snow one", "snow two", "snow three"};
    for (size_t i = 0; i < 5; i++) {
        struct px_attribution *said = attribute(&fixture->a, first[i], "say", rain[i], PX_ATTRIBUTION_INDIRECT);
        bool source = i == 1 || i == 2;
        said->speaker_kind = source ? PX_SPEAKER_PERSON : PX_SPEAKER_DOCUMENT;
        said->anonymous = source;
    }
    for (size_t i = 0; i < 3; i++) {
        struct px_attribution *said = attribute(&fixture->b, second[i], "say", snow[i], PX_ATTRIBUTION_INDIRECT);
        said->speaker_kind = i == 1 ? PX_SPEAKER_PERSON : PX_SPEAKER_DOCUMENT;
        said->anonymous = i == 1;
    }
    compare_both(fixture);
    return 0;
}

static void test_one_document_by_all_its_words(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_sourcing *sourcing = &fixture->ab.sourcing;
    uint32_t alone = 0;
    for (size_t i = 0; i < sourcing->sources.count; i++)
        alone += sourcing->sources.items[i].statements[0] + sourcing->sources.items[i].statements[1] == 1;
    assert_int_equal(find_source(&fixture->ab, "24-page charge sheet")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "24-page charge sheet")->statements[1], 1);
    assert_int_equal(find_source(&fixture->ab, "source")->statements[1], 1); /* another article's may be another */
    assert_int_equal(find_source(&fixture->ab, "report")->statements[1], 1);
    assert_int_equal(find_source(&fixture->ab, "council report")->statements[0], 1);
    assert_int_equal(alone, sourcing->sources.count - 1 -
                                (find_source(&fixture->ab, "one harbour source")->statements[0] == 2));
}

/* "That memo" is the one that was told of before, by all its words. */
static void test_a_document_is_pointed_at(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "It rests on a June harbour memo. That memo said rain one.\n", "It is wet.\n");
    attribute(&fixture->a, "That memo", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_DOCUMENT;
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "June harbour memo")->statements[0], 1);
    tear_down((void **)&fixture);
}

/* A newspaper is no letter, nor an institution beside others that are media; what a pronoun says is somebody's has the owner's name, and is nobody's where none is told. */
static void assert_tells_whose_a_source_is(uint8_t kind)
{
    struct fixture *fixture;
    set_up_texts(
        (void **)&fixture,
        "The Harbour Post said rain one. Ora Lind left. Her office said rain two. His lawyer said rain three.\n",
        "It is wet.\n");
    add_entity(&fixture->a, "Harbour Post", "harbour post", PX_ENTITY_OTHER);
    mention(&fixture->a, "Harbour Post", PX_MENTION_NAME);
    add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
    mention(&fixture->a, "Her", PX_MENTION_PRONOUN);
    struct px_attribution *post = attribute(&fixture->a, "Harbour Post", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    post->entity = 0;
    post->speaker_kind = kind;
    post->actor = PX_ACTOR_MEDIA;
    attribute(&fixture->a, "Her office", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->speaker_kind =
        PX_SPEAKER_INSTITUTION;
    attribute(&fixture->a, "His lawyer", "say", "rain three", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "Harbour Post")->kind, PX_SPEAKER_MEDIA);
    assert_int_equal(find_source(&fixture->ab, "Ora Lind’s office")->statements[0], 1);
    assert_int_equal(fixture->ab.sourcing.unclear.statements[0], 1);
    tear_down((void **)&fixture);
}

/* A medium that an article cites may be the outlet of another. */
static void test_a_medium_may_be_an_outlet(void **state)
{
    struct fixture *fixture;
    set_up_texts(state, "The Morning Mail said rain one. The Harbour Post said rain two.\n", "It is wet.\n");
    fixture = *state;
    attribute(&fixture->a, "Morning Mail", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_MEDIA;
    attribute(&fixture->a, "Harbour Post", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_MEDIA;
    compare_both(fixture);
    assert_true(find_source(&fixture->ab, "Morning Mail")->outlet[1]);
    assert_true(find_source(&fixture->ba, "Morning Mail")->outlet[0]);
    assert_false(find_source(&fixture->ab, "Morning Mail")->outlet[0]);
    assert_false(find_source(&fixture->ab, "Harbour Post")->outlet[1]);
    tear_down(state);
}

static void test_tells_whose_a_source_is(void **state)
{
    (void)state;
    assert_tells_whose_a_source_is(PX_SPEAKER_DOCUMENT);
    assert_tells_whose_a_source_is(PX_SPEAKER_INSTITUTION);
}

/* "The aide" goes on with what the one spokesman said. */
static void test_one_spokesman_by_two_nouns(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "A harbour spokesperson said rain one. The aide said rain two.\n", "It is wet.\n");
    attribute(&fixture->a, "A harbour spokesperson", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "The aide", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "harbour spokesperson")->statements[0], 2);
    tear_down((void **)&fixture);
}

/* One of several is called so: "the officials" are not he. */
static void test_one_of_several_stays_one(void **state)
{
    struct fixture *fixture;
    struct px_error error = {0};
    (void)state;
    set_up_texts((void **)&fixture, "One of the harbour officials said no. One harbour mason said yes.\n",
                 "Nothing was said.\n");
    struct px_article *a = &fixture->a;
    attribute(a, "One of the harbour officials", "say", "no", PX_ATTRIBUTION_INDIRECT);
    attribute(a, "One harbour mason", "say", "yes", PX_ATTRIBUTION_INDIRECT);
    assert_int_equal(
        PX_OK, px_matcher_find(fixture->worker.cache, a->text, &a->tokens, &a->sentences, &a->arena, &a->hits, &error));
    for (size_t i = 0; i < 2; i++)
        a->attributions.items[i].speaker_kind = PX_SPEAKER_PERSON;
    compare_both(fixture);
    assert_non_null(find_source(&fixture->ab, "one of the harbour officials"));
    assert_non_null(find_source(&fixture->ab, "one harbour mason"));
    tear_down((void **)&fixture);
}

/* One of several is not all of them, and what the article doubts is no fact. */
static void test_keeps_what_limits_a_source(void **state)
{
    (void)state;
    struct fixture *fixture = NULL;
    set_up_texts((void **)&fixture,
                 "One of the officials said rain one. An alleged poll said rain two. Officials said rain three.\n",
                 "The poll said snow one. More than a dozen miners said snow two. Some other miners said snow three. "
                 "Another cook "
                 "said snow four. Other Brenmarkers said snow five.\n");
    attribute(&fixture->a, "One of the officials", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "poll", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_DOCUMENT;
    attribute(&fixture->a, "Officials", "say", "rain three", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_GROUP;
    attribute(&fixture->b, "The poll", "say", "snow one", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_DOCUMENT;
    attribute(&fixture->b, "More than a dozen miners", "say", "snow two", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->b, "Some other miners", "say", "snow three", PX_ATTRIBUTION_INDIRECT)->speaker_kind =
        PX_SPEAKER_GROUP;
    attribute(&fixture->b, "Another cook", "say", "snow four", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->b, "Other Brenmarkers", "say", "snow five", PX_ATTRIBUTION_INDIRECT)->speaker_kind =
        PX_SPEAKER_GROUP;
    struct px_error error = {0};
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(PX_OK,
                         px_matcher_find(fixture->worker.cache, articles[i]->text, &articles[i]->tokens,
                                         &articles[i]->sentences, &articles[i]->arena, &articles[i]->hits, &error));
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "one of the officials")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "officials")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "alleged poll")->statements[1], 0);
    assert_int_equal(find_source(&fixture->ab, "poll")->statements[1], 1);
    /* whoever is described is shown with the article, a quantity needs none */
    assert_true(px_slice_is(find_source(&fixture->ab, "poll")->shown, "the poll"));
    assert_true(px_slice_is(find_source(&fixture->ab, "alleged poll")->shown, "an alleged poll"));
    assert_true(px_slice_is(find_source(&fixture->ab, "one of the officials")->shown, "one of the officials"));
    assert_int_equal(find_source(&fixture->ab, "more than a dozen miners")->statements[1], 1);
    /* other than whom a row does not tell; but for one, and of those whose name alone would be all of them */
    assert_true(px_slice_is(find_source(&fixture->ab, "some other miners")->shown, "some miners"));
    assert_true(px_slice_is(find_source(&fixture->ab, "another cook")->shown, "another cook"));
    assert_true(px_slice_is(find_source(&fixture->ab, "other Brenmarkers")->shown, "other Brenmarkers"));
    tear_down((void **)&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_some_of_a_group_are_not_the_group),
        cmocka_unit_test_setup_teardown(test_merges_by_entity, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_groups_anonymous_by_text, set_up_speakers, tear_down),
        cmocka_unit_test(test_words_before_their_speaker_are_cited),
        cmocka_unit_test(test_one_nameless_by_all_his_words),
        cmocka_unit_test(test_keeps_what_limits_a_source),
        cmocka_unit_test(test_tells_whose_a_source_is),
        cmocka_unit_test(test_a_medium_may_be_an_outlet),
        cmocka_unit_test(test_one_spokesman_by_two_nouns),
        cmocka_unit_test_setup_teardown(test_one_document_by_all_its_words, set_up_phrases, tear_down),
        cmocka_unit_test(test_a_document_is_pointed_at),
        cmocka_unit_test(test_one_of_several_stays_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
