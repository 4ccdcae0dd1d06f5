#include "../comparison/annotated_fixture.h"
#include "statistics/diversity.h"

#define GRIM "The savage raid went on. "
#define PLAIN "The small boat came in. "
#define EIGHT(s) s s s s s s s s

static int set_up_words(void **state)
{
    set_up_texts(state, EIGHT(GRIM) EIGHT(PLAIN) "\n", EIGHT(PLAIN) EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    load(&fixture->a, "savage", "loaded.evaluative");
    compare_both(fixture);
    return 0;
}

static void test_counts_and_rates(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *own = find_indicator(&fixture->ab, "loaded.own");
    assert_int_equal(own->values[0].count, 8);
    assert_int_equal(own->values[1].count, 0);
    assert_true(fabs(own->values[0].value - 1000.0 * 8 / 80) < 1e-9);
    assert_true(own->values[0].low <= own->values[0].value && own->values[0].value <= own->values[0].high);
    assert_true(fabs(own->difference - (own->values[0].value - own->values[1].value)) < 1e-9);
    assert_true(px_slice_is(own->unit, "per 1,000 words"));
    assert_int_equal(own->evidence[0].count, 8);
    assert_int_equal(own->evidence[1].count, 0);
    assert_int_equal(own->verdict, PX_VERDICT_DIFFERS);
    assert_true(own->q >= own->p);
}

/* Of what others say, out of their words: who quotes more does not quote in more loaded words for that. */
static void quoted_words_are_counted_out_of_what_is_quoted(void **state)
{
    set_up_texts(state, EIGHT(GRIM) EIGHT(PLAIN) "\n", "Hask said the savage raid went on. " EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    attribute(&fixture->a, "", "say", EIGHT(GRIM), PX_ATTRIBUTION_DIRECT);
    attribute(&fixture->b, "Hask", "say", "the savage raid went on", PX_ATTRIBUTION_DIRECT);
    load(&fixture->a, "savage", "loaded.evaluative");
    load(&fixture->b, "savage", "loaded.evaluative");
    compare_both(fixture);
    const struct px_indicator *direct = find_indicator(&fixture->ab, "loaded.direct");
    assert_int_equal(direct->values[0].count, 8);
    assert_int_equal(direct->values[1].count, 1);
    assert_same(direct->values[0].value, 1000.0 * 8 / 40);
    assert_same(direct->values[1].value, 1000.0 * 1 / 5);
    assert_true(px_slice_is(direct->unit, "per 1,000 words of it") && px_unit_is_rate(direct->unit));
    tear_down(state);
}

static void test_rows_follow_categories(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *row = find_indicator(&fixture->ab, "loaded.evaluative");
    assert_true(px_slice_is(row->label, "judging words, own voice"));
    assert_int_equal(row->values[0].count, 8);
    const struct px_indicator *absent = find_indicator(&fixture->ab, "loaded.ridicule");
    assert_int_equal(absent->values[0].count + absent->values[1].count, 0);
    assert_true(isnan(absent->q));
    assert_int_equal(absent->verdict, PX_VERDICT_TOO_LITTLE);
    assert_true(px_slice_is(find_indicator(&fixture->ab, "frames.policy.fairness")->label, "fairness and equality"));
}

/* A category whose entries all weigh less than counts is no figure: 0 of it would be no finding. */
static void test_no_row_for_what_cannot_count(void **state)
{
    const struct fixture *fixture = *state;
    assert_non_null(find_indicator(&fixture->ab, "presupposition.change"));
    for (size_t i = 0; i < fixture->ab.indicators.count; i++)
        assert_false(px_slice_is(fixture->ab.indicators.items[i].name, "presupposition.additive"));
}

/* What is wrong too often, or misses too much, is for no page: by the lexicon's file, of proposals, and of deeds. */
static void test_what_a_page_may_list(void **state)
{
    const struct fixture *fixture = *state;
    assert_false(find_indicator(&fixture->ab, "loaded.own")->unlisted);
    assert_false(find_indicator(&fixture->ab, "certainty.hedge")->unlisted);
    assert_false(find_indicator(&fixture->ab, "frames.conflict")->unlisted);
    assert_true(find_indicator(&fixture->ab, "frames.responsibility")->unlisted);
    assert_true(find_indicator(&fixture->ab, "presupposition.motive")->unlisted);
    assert_true(find_indicator(&fixture->ab, "loaded.proposed")->unlisted);
}

#define VILE "The vile ruin ran on. "

static int set_up_few(void **state)
{
    set_up_texts(state, EIGHT(GRIM) GRIM GRIM GRIM GRIM VILE VILE VILE VILE VILE "\n", EIGHT(PLAIN) EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    load(&fixture->a, "savage", "loaded.evaluative");
    load(&fixture->a, "vile", "loaded.ridicule");
    compare_both(fixture);
    return 0;
}

/* Five on one side and none on the other would be found alone, .5⁵ being .03; not among others that weigh more. So it is
 * not tested, and takes nothing from them. */
static void test_what_cannot_be_found_is_not_tested(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *few = find_indicator(&fixture->ab, "loaded.ridicule");
    assert_int_equal(few->values[0].count, 5);
    assert_true(few->p < .05);
    assert_true(isnan(few->q));
    assert_int_equal(few->verdict, PX_VERDICT_TOO_LITTLE);
    assert_int_equal(find_indicator(&fixture->ab, "loaded.own")->values[0].count, 17);
    assert_int_equal(find_indicator(&fixture->ab, "loaded.own")->verdict, PX_VERDICT_DIFFERS);
}

/* Figures that hardly any deal of the sentences gives: the one that the report is opened for weighs more. */
static void test_figures_weigh_more_than_categories(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *own = find_indicator(&fixture->ab, "loaded.own");
    const struct px_indicator *row = find_indicator(&fixture->ab, "loaded.evaluative");
    assert_true(own->p <= row->p && row->p < .01);
    assert_true(own->q < row->q / 2);
}

#define LONG "The small boat that had left the harbour before dawn came in late that night. "

static int set_up_lengths(void **state)
{
    set_up_texts(state, EIGHT(LONG) EIGHT(LONG) "\n", EIGHT(PLAIN) EIGHT(PLAIN) "\n");
    compare_both(*state);
    return 0;
}

/* No deal of two hundred is like it, so that its p would be .005, which is too rough for a figure that weighs little among
 * many: drawn again more finely it is found. */
static void test_the_smallest_p_are_drawn_more_finely(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *length = find_indicator(&fixture->ab, "style.sentence_length");
    assert_true(length->p < 1.0 / 201);
    assert_int_equal(length->verdict, PX_VERDICT_DIFFERS);
    assert_same(length->p, find_indicator(&fixture->ba, "style.sentence_length")->p);
}

/* Threads draw the finer ones beside the others, and find the same. */
static void test_threads_find_the_same(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b};
    struct px_compare_options options = {.seed = 7, .replicates = 200, .threads = 4};
    struct px_comparison shared;
    struct px_error error = {0};
    assert_int_equal(PX_OK, px_compare(articles, 2, &options, &fixture->worker, &shared, &error));
    assert_int_equal(shared.indicators.count, fixture->ab.indicators.count);
    for (size_t i = 0; i < shared.indicators.count; i++) {
        assert_same(shared.indicators.items[i].p, fixture->ab.indicators.items[i].p);
        assert_int_equal(shared.indicators.items[i].verdict, fixture->ab.indicators.items[i].verdict);
    }
    px_comparison_release(&shared);
}

#define FOUR(s) s s s s
#define HARBOUR(s) "## The harbour raid\n" FOUR("The " s "raid on Varn harbour went on. ") "\n"
#define FLEET "## The herring fleet\n" FOUR("The fleet landed tonnes of herring. ") "\n"

static int set_up_short_topics(void **state)
{
    set_up_texts(state, HARBOUR("savage ") FLEET, HARBOUR("") FLEET);
    struct fixture *fixture = *state;
    load(&fixture->a, "savage", "loaded.evaluative");
    compare_both(fixture);
    return 0;
}

/* Four sentences of a topic in each article are too few to change sides among each other: four of eight would be .014, four
 * of all are .038. */
static void test_short_topics_are_no_strata(void **state)
{
    const struct fixture *fixture = *state;
    size_t shared = 0;
    for (size_t i = 0; i < fixture->ab.topics.count; i++)
        shared += fixture->ab.topics.items[i].only == PX_NONE;
    assert_true(shared > 0);
    assert_true(find_indicator(&fixture->ab, "loaded.own")->p > .025);
}

static void test_variety_is_the_moving_average(void **state)
{
    struct fixture *fixture = *state;
    struct px_arena scratch = {0};
    uint32_t folds[200];
    size_t count = 0;
    for (size_t t = 0; t < fixture->a.tokens.count; t++)
        if (fixture->a.tokens.items[t].kind == PX_TOKEN_WORD)
            folds[count++] = px_vocabulary_form(fixture->worker.vocabulary, fixture->a.tokens.items[t].form)->fold;
    double expected = px_diversity_mattr(folds, count, px_vocabulary_fold_count(fixture->worker.vocabulary),
                                         PX_MATTR_WINDOW, &scratch);
    assert_true(fabs(find_indicator(&fixture->ab, "style.mattr")->values[0].value - expected) < 1e-12);
    assert_true(fabs(find_indicator(&fixture->ab, "style.sentence_length")->values[0].value - 5) < 1e-12);
    px_arena_release(&scratch);
}

static void test_swapping_turns_signs(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.indicators.count, fixture->ba.indicators.count);
    for (size_t i = 0; i < fixture->ab.indicators.count; i++) {
        const struct px_indicator *x = &fixture->ab.indicators.items[i];
        const struct px_indicator *y = &fixture->ba.indicators.items[i];
        assert_true(px_slice_equal(x->name, y->name));
        assert_same(x->difference, -y->difference);
        assert_same(x->low, -y->high);
        assert_same(x->p, y->p);
        assert_same(x->q, y->q);
        assert_int_equal(x->verdict, y->verdict);
        assert_same(x->values[0].high, y->values[1].high);
    }
}

static int set_up_speech(void **state)
{
    set_up_texts(
        state, "\"We gave all,\" said Ora Lind. Officials said the road was shut. The road is long. A heir said no.\n",
        "The road is long.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
    attribute(&fixture->a, "Ora Lind", "say", "We gave all", PX_ATTRIBUTION_DIRECT)->entity = 0;
    attribute(&fixture->a, "A heir", "say", "no", PX_ATTRIBUTION_INDIRECT); /* anybody: in the base alone */
    attribute(&fixture->a, "Officials", "say", "the road was shut", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    compare_both(fixture);
    return 0;
}

static void test_shares_of_speech(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *direct = find_indicator(&fixture->ab, "sourcing.direct_share");
    const struct px_indicator *anonymous = find_indicator(&fixture->ab, "sourcing.anonymous_share");
    assert_int_equal(direct->values[0].count, 3);
    assert_true(fabs(direct->values[0].value - 3.0 / 20) < 1e-12);
    assert_true(fabs(anonymous->values[0].value - 4.0 / 8) < 1e-12);
    assert_true(isnan(anonymous->values[1].value)); /* nobody speaks */
    assert_int_equal(find_indicator(&fixture->ab, "sourcing.statements")->values[0].count, 3);
}

#define HEATED "The savage raid on the old mill by the river must never be forgotten in our valley"

/* Both have one heated sentence, of the speakers given or, where one is NULL, in their own voice; and one another such
 * word. */
static void set_up_heated(void **state, const char *const speakers[2])
{
    set_up_texts(state, "\"" HEATED ",\" said Ora Lind. Bo Ren ran. The savage boar ran.\n",
                 "Ora Lind said: \"" HEATED ".\" Bo Ren ran.\n");
    struct fixture *fixture = *state;
    struct px_article *both[] = {&fixture->a, &fixture->b};
    attribute(&fixture->a, "Ora Lind", "say", "The savage boar ran", PX_ATTRIBUTION_DIRECT);
    for (size_t i = 0; i < 2; i++) {
        if (speakers[i] != NULL)
            attribute(both[i], speakers[i], "say", HEATED, PX_ATTRIBUTION_DIRECT);
        load(both[i], "savage", "loaded.evaluative");
    }
    compare_both(fixture);
}

/* So many loaded words in direct speech and in their own voice have the two articles, and the same after a swap. */
static void assert_heated(const struct fixture *fixture, const uint32_t direct[2], const uint32_t own[2])
{
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(find_indicator(&fixture->ab, "loaded.direct")->values[i].count, direct[i]);
        assert_int_equal(find_indicator(&fixture->ba, "loaded.direct")->values[1 - i].count, direct[i]);
        assert_int_equal(find_indicator(&fixture->ab, "loaded.own")->values[i].count, own[i]);
        assert_int_equal(find_indicator(&fixture->ba, "loaded.own")->values[1 - i].count, own[i]);
    }
}

static void test_what_all_quote_is_no_difference(void **state)
{
    set_up_heated(state, (const char *const[]){"Ora Lind", "Ora Lind"});
    assert_heated(*state, (const uint32_t[]){1, 0}, (const uint32_t[]){0, 0});
    tear_down(state);
}

/* That one says itself what the other reports of somebody is a difference, and so are two speakers. */
static void test_other_voices_are_a_difference(void **state)
{
    set_up_heated(state, (const char *const[]){"Ora Lind", NULL});
    assert_heated(*state, (const uint32_t[]){2, 0}, (const uint32_t[]){0, 1});
    tear_down(state);
    set_up_heated(state, (const char *const[]){"Ora Lind", "Bo Ren"});
    assert_heated(*state, (const uint32_t[]){2, 1}, (const uint32_t[]){0, 0});
    tear_down(state);
}

/* Both report it of one speaker, in a few words that anybody uses. */
static void test_a_phrase_is_no_shared_text(void **state)
{
    set_up_texts(state, "Ora Lind said it was a savage raid. The boat left the harbour at dawn.\n",
                 "At noon Ora Lind claimed it was a savage raid. Nobody knew of any herring in those days.\n");
    struct fixture *fixture = *state;
    struct px_article *both[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        attribute(both[i], "Ora Lind", "say", "it was a savage raid", PX_ATTRIBUTION_INDIRECT);
        load(both[i], "savage", "loaded.evaluative");
    }
    compare_both(fixture);
    assert_int_equal(fixture->ab.shared.count, 1);
    assert_true(fixture->ab.shared.items[0].phrase);
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(find_indicator(&fixture->ab, "loaded.indirect")->values[i].count, 1);
    tear_down(state);
}

/* One statement over two paragraphs, and one of two paragraphs each. */
static int set_up_long_speech(void **state)
{
    set_up_texts(state, "\"We gave all.\n\nWe gave more.\"\n", "\"We gave all.\"\n\n\"We gave more.\"\n");
    struct fixture *fixture = *state;
    struct px_article *both[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        attribute(both[i], "We", "give", "We gave all", PX_ATTRIBUTION_DIRECT);
        attribute(both[i], "We", "give", "We gave more", PX_ATTRIBUTION_DIRECT);
        for (uint32_t t = 0; t < both[i]->tokens.count; t++) {
            both[i]->tokens.items[t].voice = PX_VOICE_DIRECT;
            both[i]->tokens.items[t].attribution = i == 0 ? 0 : both[i]->tokens.items[t].sentence;
        }
    }
    compare_both(fixture);
    return 0;
}

/* It stands or falls as a whole, so that there is one unit and no interval. */
static void test_a_statement_is_one_passage(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *direct = find_indicator(&fixture->ab, "sourcing.direct_share");
    assert_int_equal(direct->values[0].count, 6);
    assert_int_equal(direct->values[1].count, 6);
    assert_true(isnan(direct->values[0].low));
    assert_false(isnan(direct->values[1].low));
    assert_int_equal(direct->evidence[0].count, 2);
}

/* Ora Lind speaks in eight sentences, and is one source: what she is says nothing eight times. */
static int set_up_speakers(void **state)
{
    set_up_texts(state, EIGHT("\"We gave all,\" said Ora Lind. ") "\n", EIGHT("\"We gave none,\" said Bo Ren. ") "\n");
    struct fixture *fixture = *state;
    struct px_article *both[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        const char *name = i == 0 ? "Ora Lind" : "Bo Ren";
        add_entity(both[i], name, name, PX_ENTITY_PERSON);
        for (uint32_t s = 0; s < 8; s++) {
            struct px_attribution *added =
                attribute(both[i], name, "say", i == 0 ? "We gave all" : "We gave none", PX_ATTRIBUTION_DIRECT);
            added->entity = 0;
            added->actor = i == 0 ? PX_ACTOR_STATE : PX_ACTOR_CITIZEN;
            added->sentence = s;
        }
        for (uint32_t t = 0; t < both[i]->tokens.count; t++) {
            const struct px_token *token = &both[i]->tokens.items[t];
            both[i]->tokens.items[t].attribution =
                both[i]->text.data[token->start] == 'W' || both[i]->text.data[token->start] == 'g' ? token->sentence
                                                                                                   : PX_NONE;
        }
    }
    compare_both(fixture);
    return 0;
}

static void test_a_speaker_is_one_source(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *shares = find_indicator(&fixture->ab, "sourcing.state_share");
    assert_int_equal(shares->values[0].count, 16); /* words */
    assert_true(shares->values[0].value == 1 && shares->values[1].value == 0);
    assert_true(isnan(shares->values[0].low)); /* of one source there is no interval */
    assert_int_equal(shares->verdict, PX_VERDICT_TOO_LITTLE);
    assert_int_equal(shares->evidence[0].count, 8);
}

/* What such a pair could have shown stands beside every test, whether anything was found or not. */
static void test_says_what_could_have_been_seen(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *own = find_indicator(&fixture->ab, "loaded.own");
    assert_true(own->detectable > 0 && own->detectable < own->difference * 2);
    assert_true(find_indicator(&fixture->ab, "loaded.ridicule")->detectable > 0);
    assert_same(own->detectable, find_indicator(&fixture->ba, "loaded.own")->detectable);
}

static void act(struct px_article *article, uint8_t kind, uint32_t sentence, bool agent_given)
{
    struct px_act *added = take_all(px_vector_push(&article->acts, &article->arena));
    *added = (struct px_act){.kind = kind,
                             .sentence = sentence,
                             .agent = PX_NONE,
                             .patient = PX_NONE,
                             .agent_given = agent_given,
                             .deed = true,
                             .voice = PX_VOICE_OWN};
}

static int set_up_acts(void **state)
{
    set_up_texts(state, EIGHT(GRIM) "\n", EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    fixture->a.parsed = fixture->b.parsed = true;
    for (uint32_t s = 0; s < 8; s++)
        act(&fixture->a, PX_ACT_PASSIVE, s, s < 3);
    act(&fixture->a, PX_ACT_NOMINAL, 2, false);
    act(&fixture->b, PX_ACT_ACTIVE, 2, false);
    fixture->a.acts.items[7].voice = PX_VOICE_DIRECT;
    compare_both(fixture);
    return 0;
}

static void test_deeds_without_a_doer(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_indicator *passive = find_indicator(&fixture->ab, "agency.passive");
    assert_int_equal(passive->values[0].count, 4);
    assert_int_equal(passive->values[1].count, 0);
    assert_true(fabs(passive->values[0].value - 1000.0 * 4 / 40) < 1e-9);
    assert_int_equal(find_indicator(&fixture->ab, "agency.nominal")->values[0].count, 1);
}

/* Where one article was not parsed, nothing is counted in any. */
static void test_no_grammar(void **state)
{
    const struct fixture *fixture = *state;
    for (size_t i = 0; i < fixture->ab.indicators.count; i++)
        assert_false(px_slice_is(fixture->ab.indicators.items[i].family, "agency"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_deeds_without_a_doer, set_up_acts, tear_down),
        cmocka_unit_test_setup_teardown(test_no_grammar, set_up_words, tear_down),
        cmocka_unit_test(quoted_words_are_counted_out_of_what_is_quoted),
        cmocka_unit_test_setup_teardown(test_counts_and_rates, set_up_words, tear_down),
        cmocka_unit_test_setup_teardown(test_rows_follow_categories, set_up_words, tear_down),
        cmocka_unit_test_setup_teardown(test_no_row_for_what_cannot_count, set_up_words, tear_down),
        cmocka_unit_test_setup_teardown(test_what_a_page_may_list, set_up_words, tear_down),
        cmocka_unit_test_setup_teardown(test_variety_is_the_moving_average, set_up_words, tear_down),
        cmocka_unit_test_setup_teardown(test_swapping_turns_signs, set_up_words, tear_down),
        cmocka_unit_test_setup_teardown(test_what_cannot_be_found_is_not_tested, set_up_few, tear_down),
        cmocka_unit_test_setup_teardown(test_figures_weigh_more_than_categories, set_up_few, tear_down),
        cmocka_unit_test_setup_teardown(test_the_smallest_p_are_drawn_more_finely, set_up_lengths, tear_down),
        cmocka_unit_test_setup_teardown(test_threads_find_the_same, set_up_lengths, tear_down),
        cmocka_unit_test_setup_teardown(test_a_statement_is_one_passage, set_up_long_speech, tear_down),
        cmocka_unit_test_setup_teardown(test_short_topics_are_no_strata, set_up_short_topics, tear_down),
        cmocka_unit_test_setup_teardown(test_shares_of_speech, set_up_speech, tear_down),
        cmocka_unit_test(test_what_all_quote_is_no_difference),
        cmocka_unit_test(test_other_voices_are_a_difference),
        cmocka_unit_test(test_a_phrase_is_no_shared_text),
        cmocka_unit_test_setup_teardown(test_a_speaker_is_one_source, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_says_what_could_have_been_seen, set_up_words, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
