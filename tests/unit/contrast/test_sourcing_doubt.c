/* The same quoted words, given to different people, or to one. */
#include "../comparison/annotated_fixture.h"

#define QUOTED "The herring will be rotten by Sunday noon"

static int set_up_quoted(void **state)
{
    set_up_texts(state, "\"" QUOTED ",\" said Ora Lind.\n", "\"" QUOTED ",\" said Ben Hask. He left.\n");
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    static const char *const names[][2] = {{"Ora Lind", "ora lind"}, {"Ben Hask", "ben hask"}};
    for (size_t i = 0; i < 2; i++) {
        add_entity(articles[i], names[i][0], names[i][1], PX_ENTITY_PERSON);
        mention(articles[i], names[i][0], PX_MENTION_NAME);
        struct px_attribution *said = attribute(articles[i], names[i][0], "say", QUOTED, PX_ATTRIBUTION_DIRECT);
        said->entity = 0;
        said->speaker_kind = PX_SPEAKER_PERSON;
    }
    return 0;
}

/* What the other article tells of who says it, of the one statement of each. */
static void assert_witness(struct fixture *fixture, uint8_t of_a, uint8_t of_b)
{
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.witness[0][0], of_a);
    assert_int_equal(fixture->ab.sourcing.witness[1][0], of_b);
    assert_int_equal(fixture->ba.sourcing.witness[0][0], of_b);
    assert_int_equal(fixture->ba.sourcing.witness[1][0], of_a);
}

static void the_less_sure_statement_is_doubted(void **state)
{
    struct fixture *fixture = *state;
    fixture->b.attributions.items[0].confidence = .6;
    assert_witness(fixture, PX_WITNESS_NONE, PX_WITNESS_AGAINST);
}

static void both_are_when_they_are_as_sure(void **state)
{
    assert_witness(*state, PX_WITNESS_AGAINST, PX_WITNESS_AGAINST);
}

static void nobody_is_who_is_no_person_by_name(void **state)
{
    struct fixture *fixture = *state;
    fixture->a.attributions.items[0].anonymous = true;
    assert_witness(fixture, PX_WITNESS_NONE, PX_WITNESS_NONE);
}

/* Two articles that give the words to one bear each other out; where neither is sure, or no word reports it, nothing does. */
static void one_speaker_is_borne_out(void **state)
{
    struct fixture *fixture = *state;
    struct px_attribution *first = &fixture->a.attributions.items[0], *second = &fixture->b.attributions.items[0];
    fixture->b.entities.items[0].key = PX_SLICE("ora lind");
    fixture->b.entities.items[0].name = PX_SLICE("Ora Lind");
    first->high_tier = false;
    assert_witness(fixture, PX_WITNESS_FOR, PX_WITNESS_NONE);
    assert_int_equal(fixture->ab.sourcing.sources.items[0].statements[0], 1);
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    first->cue_lemma = PX_SLICE("");
    assert_witness(fixture, PX_WITNESS_NONE, PX_WITNESS_NONE);
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    first->cue_lemma = PX_SLICE("say");
    second->high_tier = false;
    assert_witness(fixture, PX_WITNESS_NONE, PX_WITNESS_NONE);
}

/* Four words in a row are no quotation of two mouths: a word in between is not of the statement. */
static void a_few_words_are_not_enough(void **state)
{
    struct fixture *fixture = *state;
    uint32_t token = token_from(&fixture->a, find_text(&fixture->a, "rotten", 0).start);
    fixture->a.tokens.items[token].voice = PX_VOICE_OWN;
    assert_witness(fixture, PX_WITNESS_NONE, PX_WITNESS_NONE);
}

/* Who is but described is who is quoted with the same words by name. */
static void a_description_is_who_says_the_same(void **state)
{
    struct fixture *fixture = *state;
    fixture->a.attributions.items[0].entity = PX_NONE;
    assert_witness(fixture, PX_WITNESS_NONE, PX_WITNESS_NONE);
    assert_int_equal(fixture->ab.sourcing.sources.count, 1);
    assert_true(px_slice_is(fixture->ab.sourcing.sources.items[0].name, "Ben Hask"));
    assert_int_equal(fixture->ab.sourcing.sources.items[0].statements[0], 1);
    assert_int_equal(fixture->ab.sourcing.sources.items[0].statements[1], 1);
}

/* People of one article who talk with each other are two; whom its headline quotes is one of them. */
static void who_takes_up_words_is_another(void **state)
{
    static const uint8_t roles[] = {PX_ROLE_PARAGRAPH, PX_ROLE_TITLE};
    static const char *const speakers[] = {"the boy", "Ben Hask"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct fixture *fixture;
        set_up_texts((void **)&fixture, "\"" QUOTED "?\" asked the boy.\n\n\"" QUOTED ",\" said Ben Hask.\n",
                     "It is wet.\n");
        add_entity(&fixture->a, "Ben Hask", "ben hask", PX_ENTITY_PERSON);
        mention(&fixture->a, "Ben Hask", PX_MENTION_NAME);
        for (size_t s = 0; s < 2; s++) {
            struct px_attribution *said =
                attribute(&fixture->a, speakers[s], s == 0 ? "ask" : "say", QUOTED, PX_ATTRIBUTION_DIRECT);
            said->entity = s == 0 ? PX_NONE : 0;
            said->speaker_kind = PX_SPEAKER_PERSON;
        }
        fixture->a.blocks.items[0].role = roles[i];
        compare_both(fixture);
        assert_int_equal(fixture->ab.sourcing.sources.count, 2 - i);
        tear_down((void **)&fixture);
    }
}

/* Nobody is described by his own name: "a Hask spokesman" is another. */
static int set_up_spokesman(void **state)
{
    set_up_texts(state, "\"" QUOTED ",\" said a Hask spokesman.\n", "\"" QUOTED ",\" said Ben Hask. He left.\n");
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    static const char *const names[] = {"Hask", "Ben Hask"}, *const speakers[] = {"a Hask spokesman", "Ben Hask"};
    for (size_t i = 0; i < 2; i++) {
        add_entity(articles[i], "Ben Hask", "ben hask", PX_ENTITY_PERSON);
        mention(articles[i], names[i], i == 0 ? PX_MENTION_ALIAS : PX_MENTION_NAME);
        struct px_attribution *said = attribute(articles[i], speakers[i], "say", QUOTED, PX_ATTRIBUTION_DIRECT);
        said->entity = i == 0 ? PX_NONE : 0;
        said->speaker_kind = PX_SPEAKER_PERSON;
    }
    return 0;
}

/* A body that speaks by a spokesman speaks by him who is quoted by name with the same words. */
static void a_delegate_is_who_says_the_same(void **state)
{
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Harbour Council", "harbour council", PX_ENTITY_ORGANISATION);
    fixture->a.attributions.items[0].entity = 1;
    fixture->a.attributions.items[0].speaker_kind = PX_SPEAKER_INSTITUTION;
    fixture->a.attributions.items[0].delegate = true;
    fixture->a.mentions.items[0].entity = 1;
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 1);
    assert_true(px_slice_is(fixture->ab.sourcing.sources.items[0].name, "Ben Hask"));
}

/* Who speaks for a body, and is nobody who is named, is a person without a name, and not the body. */
static void a_delegate_is_not_the_body(void **state)
{
    struct fixture *fixture = *state;
    struct px_attribution *said = &fixture->a.attributions.items[0];
    uint32_t token = token_from(&fixture->b, find_text(&fixture->b, "rotten", 0).start);
    fixture->b.tokens.items[token].voice = PX_VOICE_OWN; /* other words */
    add_entity(&fixture->a, "Harbour Council", "harbour council", PX_ENTITY_ORGANISATION);
    fixture->a.mentions.items[0].entity = said->entity = 1;
    said->speaker_kind = PX_SPEAKER_INSTITUTION;
    said->delegate = true;
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 2);
    assert_int_equal(fixture->ab.speakers[0][0].referent, PX_NONE);
    assert_int_equal(fixture->ab.speakers[0][0].kind, PX_SPEAKER_PERSON);
    assert_true(px_slice_ends(fixture->ab.speakers[0][0].shown, PX_SLICE("Hask spokesman")));
}

static void nobody_is_his_own_spokesman(void **state)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 2);
    assert_int_equal(fixture->ab.speakers[0][0].referent, PX_NONE);
}

/* Whom a headline only describes is no source of his own; elsewhere he is. */
static void a_headline_describes_no_source(void **state)
{
    static const uint8_t roles[] = {PX_ROLE_TITLE, PX_ROLE_PARAGRAPH};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct fixture *fixture;
        set_up_texts((void **)&fixture, "Mayor's aide calls the visit rotten.\n", "It is wet.\n");
        attribute(&fixture->a, "Mayor's aide", "call", "the visit rotten", PX_ATTRIBUTION_INDIRECT)->speaker_kind =
            PX_SPEAKER_PERSON;
        fixture->a.blocks.items[0].role = roles[i];
        compare_both(fixture);
        assert_int_equal(fixture->ab.sourcing.sources.count, i);
        tear_down((void **)&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_less_sure_statement_is_doubted, set_up_quoted, tear_down),
        cmocka_unit_test_setup_teardown(both_are_when_they_are_as_sure, set_up_quoted, tear_down),
        cmocka_unit_test_setup_teardown(nobody_is_who_is_no_person_by_name, set_up_quoted, tear_down),
        cmocka_unit_test_setup_teardown(a_delegate_is_who_says_the_same, set_up_spokesman, tear_down),
        cmocka_unit_test_setup_teardown(a_delegate_is_not_the_body, set_up_spokesman, tear_down),
        cmocka_unit_test_setup_teardown(one_speaker_is_borne_out, set_up_quoted, tear_down),
        cmocka_unit_test_setup_teardown(a_description_is_who_says_the_same, set_up_quoted, tear_down),
        cmocka_unit_test_setup_teardown(a_few_words_are_not_enough, set_up_quoted, tear_down),
        cmocka_unit_test(a_headline_describes_no_source),
        cmocka_unit_test(who_takes_up_words_is_another),
        cmocka_unit_test_setup_teardown(nobody_is_his_own_spokesman, set_up_spokesman, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
