/* Who speaks how of whom, who is blamed, which motives are given, and what is taken as given against what others say. */
#include "../comparison/annotated_fixture.h"

static uint32_t sentence_of(const struct px_article *article, struct px_span span)
{
    return article->tokens.items[token_from(article, span.start)].sentence;
}

/* A charge of interference by entity 0. */
static struct px_act *charge(struct px_article *article, uint8_t kind, const char *words)
{
    struct px_span span = find_text(article, words, 0);
    struct px_act *act = take_all(px_vector_push(&article->acts, &article->arena));
    *act = (struct px_act){.kind = kind,
                           .start = span.start,
                           .end = span.end,
                           .verb = PX_SLICE("interfere"),
                           .claim = PX_SLICE("interfere"),
                           .agent = 0,
                           .patient = PX_NONE,
                           .agent_given = true,
                           .put_forward = true,
                           .sentence = sentence_of(article, span),
                           .attribution = article->tokens.items[token_from(article, span.start)].attribution,
                           .voice = article->tokens.items[token_from(article, span.start)].voice};
    return act;
}

/* The last act is taken as given. */
static void give(struct px_article *article)
{
    struct px_act *act = &article->acts.items[article->acts.count - 1];
    struct px_given *given = take_all(px_vector_push(&article->givens, &article->arena));
    act->put_forward = false;
    *given = (struct px_given){.trigger = {act->start, act->end},
                               .words = {act->start, act->end},
                               .act = (uint32_t)article->acts.count - 1,
                               .sentence = act->sentence,
                               .attribution = act->attribution};
}

static void name_sorvia(struct px_article *article)
{
    add_entity(article, "Sorvia", "sorvia", PX_ENTITY_ORGANISATION);
    mention(article, "Sorvia", PX_MENTION_NAME);
}

static int open_texts(void **state, const char *b)
{
    set_up_texts(state, "The meddling by Sorvia hurt the vote. The road is long.\n", b);
    struct fixture *fixture = *state;
    name_sorvia(&fixture->a);
    charge(&fixture->a, PX_ACT_NOMINAL, "meddling");
    give(&fixture->a);
    name_sorvia(&fixture->b);
    return 0;
}

static int set_up_attributed(void **state)
{
    open_texts(state, "Dunn said that Sorvia interfered. The road is long.\n");
    struct fixture *fixture = *state;
    attribute(&fixture->b, "Dunn", "say", "that Sorvia interfered", PX_ATTRIBUTION_INDIRECT);
    charge(&fixture->b, PX_ACT_ACTIVE, "interfered");
    compare_both(fixture);
    return 0;
}

static void assert_text(const struct px_finding *finding, const char *text)
{
    assert_non_null(finding);
    if (!px_slice_is(finding->text, text))
        fail_msg("got  %.*s\nwant %s", PX_SLICE_ARG(finding->text), text);
}

static void test_sets_given_against_attributed(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.givens.count, 1);
    const struct px_given_row *row = &fixture->ab.givens.items[0];
    assert_true(px_slice_is(row->about, "Sorvia"));
    assert_int_equal(row->counters.count, 1);
    assert_int_equal(row->counters.items[0].against, PX_AGAINST_ATTRIBUTED);
    assert_int_equal(row->counters.items[0].article, 1);
    assert_true(px_slice_is(row->counters.items[0].speaker, "Dunn"));
    assert_text(find_finding(&fixture->ab, "A (The Lantern) takes"),
                "A (The Lantern) takes “meddling” as given; B (Morning Mail) attributes it to “Dunn”.");
    assert_text(find_finding(&fixture->ba, "B (The Lantern) takes"),
                "B (The Lantern) takes “meddling” as given; A (Morning Mail) attributes it to “Dunn”.");
}

static int set_up_quoted(void **state)
{
    set_up_attributed(state);
    struct fixture *fixture = *state;
    fixture->a.givens.items[0].voice = PX_VOICE_DIRECT;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    return 0;
}

/* What stands in a quotation whose speaker is not known is not taken for fact by the article. */
static void test_what_is_quoted_is_not_given(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.givens.count, 1);
    assert_true(px_slice_is(fixture->ab.givens.items[0].speaker, "(not named)"));
    assert_int_equal(fixture->ab.givens.items[0].counters.count, 0);
    assert_null(find_finding(&fixture->ab, "A (The Lantern) takes"));
}

static int set_up_denied(void **state)
{
    set_up_attributed(state);
    struct fixture *fixture = *state;
    fixture->b.attributions.items[0].denied = true;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    return 0;
}

static void test_sets_given_against_denied(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.givens.items[0].counters.items[0].against, PX_AGAINST_DENIED);
    assert_text(find_finding(&fixture->ab, "A (The Lantern) takes"),
                "A (The Lantern) takes “meddling” as given; B (Morning Mail) reports a denial by “Dunn”.");
}

static int set_up_told_by_both(void **state)
{
    open_texts(state, "Sorvia interfered. Dunn said that Sorvia interfered again.\n");
    struct fixture *fixture = *state;
    charge(&fixture->b, PX_ACT_ACTIVE, "interfered");
    attribute(&fixture->b, "Dunn", "say", "that Sorvia interfered again", PX_ATTRIBUTION_INDIRECT);
    charge(&fixture->b, PX_ACT_ACTIVE, "interfered again");
    compare_both(fixture);
    return 0;
}

/* What the other article says in its own voice, too, is no contrast. */
static void test_no_contrast_where_both_tell(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.givens.items[0].counters.count, 0);
    assert_null(find_finding(&fixture->ab, "A (The Lantern) takes"));
}

static int set_up_echoed(void **state)
{
    open_texts(state, "Dunn said that the meddling by Sorvia was over. The road is long.\n");
    struct fixture *fixture = *state;
    attribute(&fixture->b, "Dunn", "say", "that the meddling by Sorvia was over", PX_ATTRIBUTION_INDIRECT);
    charge(&fixture->b, PX_ACT_NOMINAL, "meddling")->put_forward = false;
    compare_both(fixture);
    return 0;
}

/* What somebody takes as given in the other article is no difference either. */
static void test_a_deed_in_speech_is_there_too(void **state)
{
    const struct fixture *fixture = *state;
    assert_true(fixture->ab.givens.items[0].echoed);
    assert_int_equal(fixture->ab.givens.items[0].counters.count, 0);
}

static int set_up_blamed(void **state)
{
    open_texts(state, "Dunn accused Sorvia of “meddling”. The road is long.\n");
    struct fixture *fixture = *state;
    struct px_span cue = find_text(&fixture->b, "accused", 0);
    struct px_blame *blame = take_all(px_vector_push(&fixture->b.blames, &fixture->b.arena));
    *blame = (struct px_blame){.cue = cue,
                               .reason = find_text(&fixture->b, "“meddling”", 0),
                               .claim = PX_SLICE("interfere"),
                               .target = {0, {0, 0}},
                               .by = {PX_NONE, find_text(&fixture->b, "Dunn", 0)},
                               .attribution = PX_NONE,
                               .people = true,
                               .others = true};
    attribute(&fixture->a, "Sorvia", "say", "The road is long", PX_ATTRIBUTION_DIRECT)->entity = 0;
    compare_both(fixture);
    return 0;
}

static void test_sets_given_against_blame(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.blame.count, 1);
    assert_true(px_slice_is(fixture->ab.blame.items[0].by, "Dunn"));
    assert_true(px_slice_is(fixture->ab.blame.items[0].target, "Sorvia"));
    assert_int_equal(fixture->ab.givens.items[0].counters.count, 1);
}

/* The first article blames somebody else. */
static void blame_another(struct fixture *fixture)
{
    add_entity(&fixture->a, "vote", "vote", PX_ENTITY_ORGANISATION);
    mention(&fixture->a, "vote", PX_MENTION_NAME);
    struct px_blame *blame = take_all(px_vector_push(&fixture->a.blames, &fixture->a.arena));
    *blame = (struct px_blame){.cue = find_text(&fixture->a, "The", 0),
                               .reason = find_text(&fixture->a, "hurt", 0),
                               .target = {(uint32_t)fixture->a.entities.count - 1, {0, 0}},
                               .by = {PX_NONE, {0, 0}},
                               .attribution = PX_NONE};
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    compare_both(fixture);
}

/* What one article alone has in so many words, another may tell in others: it leads nowhere. */
static void test_tells_whom_each_article_blames(void **state)
{
    struct fixture *fixture = *state;
    assert_null(find_finding(&fixture->ab, "Most surely blamed"));
    blame_another(fixture);
    assert_text(
        find_finding(&fixture->ab, "Most surely blamed"),
        "Most surely blamed or criticised in so many words: in A (The Lantern) vote, in its own voice (“hurt”); in B "
        "(Morning Mail) Sorvia, by Dunn (“meddling”).");
    assert_non_null(
        find_finding(&fixture->ba, "Most surely blamed or criticised in so many words: in B (The Lantern) vote, "));
}

/* Blame of which nobody says what for may be the article's own account. */
static void test_leaves_out_blame_without_a_reason(void **state)
{
    struct fixture *fixture = *state;
    blame_another(fixture);
    fixture->b.blames.items[0].reason = (struct px_span){0, 0};
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_null(find_finding(&fixture->ab, "Most surely blamed"));
}

/* Blamed in both articles, Sorvia is no difference between them. */
static void test_leaves_out_whom_both_blame(void **state)
{
    struct fixture *fixture = *state;
    struct px_blame *blame = take_all(px_vector_push(&fixture->a.blames, &fixture->a.arena));
    *blame = (struct px_blame){
        .cue = find_text(&fixture->a, "hurt", 0), .target = {0, {0, 0}}, .attribution = PX_NONE, .others = true};
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_null(find_finding(&fixture->ab, "Most surely blamed"));
}

/* Who blames where another praises may not be the only one. */
static void test_others_blame_whom_one_praises(void **state)
{
    struct fixture *fixture = *state;
    struct px_blame *blame = take_all(px_vector_push(&fixture->a.blames, &fixture->a.arena));
    *blame = (struct px_blame){
        .cue = find_text(&fixture->a, "hurt", 0), .target = {0, {0, 0}}, .attribution = PX_NONE, .credit = true};
    fixture->b.blames.items[0].joined = true;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_text(find_finding(&fixture->ab, "“Sorvia” is blamed"),
                "“Sorvia” is blamed or criticised by “Dunn” and others in B (Morning Mail), credited or praised in own "
                "voice in A (The Lantern).");
}

static void test_tells_what_an_article_does_with_statements(void **state)
{
    static const char *const TOLD[] = {
        NULL, "In its own words A (The Lantern) bears out (“The meddling”) what Sorvia says: “The road is long”.",
        "In its own words A (The Lantern) casts doubt on (“The meddling”) what Sorvia says: “The road is long”.",
        "In its own words A (The Lantern) contradicts (“The meddling”) what Sorvia says: “The road is long”."};
    struct fixture *fixture = *state;
    struct px_attribution *said = &fixture->a.attributions.items[0];
    for (uint8_t uptake = PX_UPTAKE_PLAIN; uptake <= PX_UPTAKE_REBUTTED; uptake++) {
        said->uptake = uptake;
        said->uptake_words = find_text(&fixture->a, "The meddling", 0);
        px_comparison_release(&fixture->ab);
        compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
        if (TOLD[uptake] == NULL)
            assert_null(find_finding(&fixture->ab, "In its own words"));
        else
            assert_text(find_finding(&fixture->ab, "In its own words"), TOLD[uptake]);
    }
}

/* Words that are less sure stand with the judgement before them. */
static void test_less_sure_words_stand_with_their_judgement(void **state)
{
    open_texts(state, "Sorvia repeated its wrong claims. The road is long.\n");
    struct fixture *fixture = *state;
    struct px_attribution *said = attribute(&fixture->b, "Sorvia", "say", "wrong claims", PX_ATTRIBUTION_INDIRECT);
    said->entity = 0;
    said->uptake = PX_UPTAKE_REBUTTED;
    said->uptake_words = find_text(&fixture->b, "wrong", 0);
    said->high_tier = false;
    said->confidence = .8;
    said->cue = one_span(&fixture->b, said->uptake_words);
    compare_both(fixture);
    assert_text(find_finding(&fixture->ab, "In its own words"),
                "In its own words B (Morning Mail) calls a claim “wrong”: “Sorvia repeated its wrong claims”.");
    tear_down(state);
}

/* What both do is one finding; who is less sure to have said it is named less surely. */
static void test_joins_what_both_do_with_statements(void **state)
{
    open_texts(state, "Sorvia repeated its wrong claims. The road is long.\n");
    struct fixture *fixture = *state;
    static const char *const JUDGED[] = {"The meddling", "wrong"};
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        struct px_attribution *said =
            attribute(articles[i], "Sorvia", "say", i == 0 ? "the vote" : "wrong claims", PX_ATTRIBUTION_INDIRECT);
        said->entity = 0;
        said->uptake = PX_UPTAKE_REBUTTED;
        said->uptake_words = find_text(articles[i], JUDGED[i], 0);
    }
    compare_both(fixture);
    assert_null(find_finding(&fixture->ab, "In its own words"));
    assert_non_null(find_finding(&fixture->ab, "In their own words both articles contradict what Sorvia says: "));
    fixture->b.attributions.items[0].high_tier = false;
    fixture->b.attributions.items[0].confidence = .8;
    fixture->b.attributions.items[0].cue = one_span(&fixture->b, fixture->b.attributions.items[0].uptake_words);
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_non_null(find_finding(&fixture->ab, "In their own words both articles contradict what, it seems, Sorvia "));
    tear_down(state);
}

/* Where the other article may contradict the speaker, too, if not surely so, nothing is said of one alone. */
static void test_no_contradiction_in_one_alone_where_both_may(void **state)
{
    static const char *const SECONDS[] = {"Sorvia repeated its false claims. The road is long.\n",
                                          "Sorvia repeated its claims. The road is long.\n"};
    for (size_t i = 0; i < 2; i++) {
        open_texts(state, SECONDS[i]);
        struct fixture *fixture = *state;
        struct px_attribution *said = attribute(&fixture->a, "Sorvia", "hurt", "the vote", PX_ATTRIBUTION_INDIRECT);
        said->entity = 0;
        said->uptake = PX_UPTAKE_REBUTTED;
        said->uptake_words = find_text(&fixture->a, "The meddling", 0);
        compare_both(fixture);
        assert_int_equal(find_finding(&fixture->ab, "In its own words A") != NULL, i == 1);
        tear_down(state);
    }
}

/* What the table of blame calls less sure leads nowhere: words that are less surely somebody's, and those of a word
 * that may have its capital from its place. */
static void test_leads_with_shown_blame_alone(void **state)
{
    struct fixture *fixture = *state;
    blame_another(fixture);
    struct px_attribution *said = attribute(&fixture->b, "Dunn", "say", "meddling", PX_ATTRIBUTION_INDIRECT);
    fixture->b.blames.items[0].others = false;
    fixture->b.blames.items[0].attribution = 0;
    add_entity(&fixture->b, "Dunn", "dunn", PX_ENTITY_PERSON);
    uint32_t dunn = (uint32_t)fixture->b.entities.count - 1;
    for (int i = 0; i < 4; i++) {
        said->high_tier = i % 2 == 1;
        said->entity = i < 2 ? PX_NONE : dunn;
        px_comparison_release(&fixture->ab);
        compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
        assert_int_equal(find_finding(&fixture->ab, "Most surely blamed") != NULL, i == 3);
    }
}

static const char *const PRAISE[] = {"+kind", "+fair", "+wise"};
static const char *const SCORN[] = {"-mean", "-rude", "-vain"};

static int set_up_judges(void **state)
{
    set_up_texts(state, "Brell is kind, fair and wise. The road is long.\n",
                 "Brell is mean, rude and vain, said Dunn. The road is long.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Brell", "brell", PX_ENTITY_PERSON);
    mention(&fixture->a, "Brell", PX_MENTION_NAME);
    evaluate(&fixture->a, PRAISE, 3);
    attribute(&fixture->b, "Dunn", "say", "Brell is mean, rude and vain", PX_ATTRIBUTION_INDIRECT);
    add_entity(&fixture->b, "Brell", "brell", PX_ENTITY_PERSON);
    mention(&fixture->b, "Brell", PX_MENTION_NAME);
    evaluate(&fixture->b, SCORN, 3);
    struct px_motive *motive = take_all(px_vector_push(&fixture->b.motives, &fixture->b.arena));
    *motive = (struct px_motive){.actor = {0, {0, 0}}, .attribution = 0, .aim = PX_AIM_SUSPICIOUS};
    compare_both(fixture);
    return 0;
}

static void test_tells_who_judges_whom(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.evaluations.count, 2);
    const struct px_evaluations *own = &fixture->ab.evaluations.items[0];
    const struct px_evaluations *dunn = &fixture->ab.evaluations.items[1];
    assert_int_equal(own->speaker.size, 0);
    assert_int_equal(own->positive, 3);
    assert_int_equal(dunn->article, 1);
    assert_true(px_slice_is(dunn->speaker, "Dunn"));
    assert_true(px_slice_is(dunn->target, "Brell"));
    assert_int_equal(dunn->negative, 3);
    assert_int_equal(dunn->evidence.count, 1);
    assert_text(find_finding(&fixture->ab, "“Brell” is judged"),
                "“Brell” is judged by opposite signs: 3 disapproving words by “Dunn” in B (Morning Mail); 3 approving "
                "words in own voice in A (The Lantern).");
}

static void test_leaves_out_what_somebody_says_of_himself(void **state)
{
    struct fixture *fixture = *state;
    fixture->b.attributions.items[0].entity = 0;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(fixture->ab.evaluations.count, 1);
    assert_true(fixture->ab.motives.items[0].self);
}

static void test_names_motives(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.motives.count, 1);
    const struct px_motive_row *row = &fixture->ab.motives.items[0];
    assert_true(px_slice_is(row->actor, "Brell"));
    assert_true(px_slice_is(row->speaker, "Dunn"));
    assert_false(row->self);
    assert_int_equal(row->article, 1);
    assert_int_equal(fixture->ba.motives.items[0].article, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sets_given_against_attributed, set_up_attributed, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_quoted_is_not_given, set_up_quoted, tear_down),
        cmocka_unit_test_setup_teardown(test_sets_given_against_denied, set_up_denied, tear_down),
        cmocka_unit_test_setup_teardown(test_no_contrast_where_both_tell, set_up_told_by_both, tear_down),
        cmocka_unit_test_setup_teardown(test_sets_given_against_blame, set_up_blamed, tear_down),
        cmocka_unit_test_setup_teardown(test_a_deed_in_speech_is_there_too, set_up_echoed, tear_down),
        cmocka_unit_test_setup_teardown(test_tells_whom_each_article_blames, set_up_blamed, tear_down),
        cmocka_unit_test_setup_teardown(test_leaves_out_blame_without_a_reason, set_up_blamed, tear_down),
        cmocka_unit_test_setup_teardown(test_others_blame_whom_one_praises, set_up_blamed, tear_down),
        cmocka_unit_test_setup_teardown(test_leaves_out_whom_both_blame, set_up_blamed, tear_down),
        cmocka_unit_test(test_joins_what_both_do_with_statements),
        cmocka_unit_test(test_less_sure_words_stand_with_their_judgement),
        cmocka_unit_test(test_no_contradiction_in_one_alone_where_both_may),
        cmocka_unit_test_setup_teardown(test_tells_what_an_article_does_with_statements, set_up_blamed, tear_down),
        cmocka_unit_test_setup_teardown(test_leads_with_shown_blame_alone, set_up_blamed, tear_down),
        cmocka_unit_test_setup_teardown(test_tells_who_judges_whom, set_up_judges, tear_down),
        cmocka_unit_test_setup_teardown(test_leaves_out_what_somebody_says_of_himself, set_up_judges, tear_down),
        cmocka_unit_test_setup_teardown(test_names_motives, set_up_judges, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
