#include "speakers_fixture.h"

/* What somebody denies are not his words; what another denies are. */
static void test_denials_give_no_words(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b};
    struct px_comparison comparison;
    const struct px_compare_options options = {.seed = 7, .replicates = 200};
    struct px_error error = {0};
    struct px_attribution *warned = &fixture->a.attributions.items[1];
    for (int answered = 0; answered < 2; answered++) {
        warned->denied = true;
        fixture->a.attributions.items[2].replies_to = answered ? 1 : PX_NONE;
        assert_int_equal(px_compare(articles, 2, &options, &fixture->worker, &comparison, &error), PX_OK);
        assert_int_equal(find_source(&comparison, "Ora Lind")->words[0], answered ? 9 : 5);
        assert_int_equal(comparison.sourcing.denials[0][1], !answered);
        px_comparison_release(&comparison);
    }
}

static void test_sorts_by_words(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_sourcing *sourcing = &fixture->ab.sourcing;
    assert_int_equal(sourcing->sources.count, 3);
    assert_true(px_slice_is(sourcing->sources.items[0].name, "Ora Lind"));
    assert_int_equal(sourcing->sources.items[0].rank[0], 1);
    assert_int_equal(sourcing->sources.items[0].rank[1], 2); /* the engineers are given more words there */
    assert_int_equal(find_source(&fixture->ab, "Lake engineers")->rank[0], 0);
    assert_true(px_slice_is(sourcing->sources.items[1].name, "Lake engineers") ||
                px_slice_is(sourcing->sources.items[1].name, "officials"));
}

static void test_balances(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_sourcing *sourcing = &fixture->ab.sourcing;
    assert_true(fabs(sourcing->state_share[0].value - 9.0 / 17) < 1e-12);
    assert_true(fabs(sourcing->anonymous_share[0].value - 8.0 / 17) < 1e-12);
    assert_true(fabs(sourcing->unsourced_share[0].value - 1.0 / 5) < 1e-12);
    assert_true(fabs(find_indicator(&fixture->ab, "sourcing.named_share")->values[0].value - 9.0 / 17) < 1e-12);
    assert_int_equal(find_indicator(&fixture->ab, "sourcing.institution_share")->values[0].count, 0);
    assert_true(fabs(sourcing->diversity[0].value - 1) < 1e-12); /* two speakers, two statements each */
    assert_true(sourcing->diversity[0].low <= 1 && sourcing->diversity[0].high >= 1);
}

/* How evenly statements are spread is told from five in each article on. */
static void test_evenness_needs_five_statements(void **state)
{
    static const char *const said[] = {"rain one", "rain two", "rain three", "rain four", "rain five"};
    struct fixture *fixture;
    (void)state;
    for (size_t count = 4; count <= 5; count++) {
        size_t found = 0;
        set_up_texts((void **)&fixture,
                     "Ora said rain one, rain two, rain three. Bel said rain four, rain five. It is wet.\n",
                     "Ora said rain one, rain two, rain three. Bel said rain four, rain five. It is cold.\n");
        for (size_t a = 0; a < 2; a++) {
            struct px_article *article = a == 0 ? &fixture->a : &fixture->b;
            add_entity(article, "Ora", "ora", PX_ENTITY_PERSON);
            mention(article, "Ora", PX_MENTION_NAME);
            add_entity(article, "Bel", "bel", PX_ENTITY_PERSON);
            mention(article, "Bel", PX_MENTION_NAME);
            for (size_t i = 0; i < (a == 0 ? 5 : count); i++)
                attribute(article, i < 3 ? "Ora" : "Bel", "say", said[i], PX_ATTRIBUTION_INDIRECT)->entity = i >= 3;
        }
        compare_both(fixture);
        for (size_t i = 0; i < fixture->ab.indicators.count; i++)
            found += px_slice_is(fixture->ab.indicators.items[i].name, "sourcing.diversity");
        assert_int_equal(found, count == 5);
        tear_down((void **)&fixture);
    }
}

static void test_swapping_swaps(void **state)
{
    const struct fixture *fixture = *state;
    for (size_t i = 0; i < fixture->ab.sourcing.sources.count; i++) {
        const struct px_source *x = &fixture->ab.sourcing.sources.items[i];
        const struct px_source *y = &fixture->ba.sourcing.sources.items[i];
        assert_true(px_slice_equal(x->name, y->name));
        assert_int_equal(x->words[0], y->words[1]);
        assert_same(x->first[0], y->first[1]);
    }
    assert_same(fixture->ab.sourcing.diversity[0].low, fixture->ba.sourcing.diversity[1].low);
}

static double share_of(const struct px_comparison *comparison, const char *name, size_t article, uint32_t *count)
{
    const struct px_indicator *indicator = find_indicator(comparison, name);
    *count = indicator->values[article].count;
    return indicator->values[article].value;
}

/* The sides are the user's; "Ora" alone is no name of Ora Lind's side. */
static void test_sides(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b};
    struct px_comparison comparison;
    struct px_lexicon sides;
    struct px_error error = {0};
    uint32_t count;
    assert_int_equal(px_lexicon_read(PX_SLICE("entry\tcategory\nOra Lind\tmayors\nengineers\tlake\nofficial\tlake\n"),
                                     "sides.tsv", &sides, &error),
                     PX_OK);
    struct px_compare_options options = {.seed = 7, .replicates = 200, .sides = &sides};
    assert_int_equal(px_compare(articles, 2, &options, &fixture->worker, &comparison, &error), PX_OK);
    assert_true(fabs(share_of(&comparison, "sourcing.side.mayors_share", 0, &count) - 1) < 1e-12);
    assert_int_equal(count, 9);
    assert_true(fabs(share_of(&comparison, "sourcing.side.lake_share", 1, &count) - 8. / 11) < 1e-12);
    assert_int_equal(count, 8);
    px_comparison_release(&comparison);
    px_lexicon_release(&sides);
}

/* "Asked about it, she said": a statement without a speaker beside one that has one is not without a source. */
static void test_a_speaker_beside(void **state)
{
    struct fixture *fixture = *state;
    uint32_t count;
    size_t last = fixture->a.attributions.count - 1;
    assert_int_equal(fixture->a.attributions.items[last].speaker.count, 0);
    assert_true(share_of(&fixture->ab, "sourcing.unsourced_share", 0, &count) > 0);
    fixture->a.attributions.items[last].sentence = fixture->a.attributions.items[last - 1].sentence;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_true(share_of(&fixture->ab, "sourcing.unsourced_share", 0, &count) < 1e-12);
}

/* An attitude or a deed that a model took for a statement is in the article's list, and is none of its speaker's. */
static void test_a_deed_is_no_statement(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < fixture->a.attributions.count; i++)
        fixture->a.attributions.items[i].speech = fixture->a.attributions.items[i].type != PX_ATTRIBUTION_INDIRECT;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(find_source(&fixture->ab, "Ora Lind")->statements[0], 1);
    for (size_t i = 0; i < fixture->ab.sourcing.sources.count; i++)
        assert_false(px_slice_is(fixture->ab.sourcing.sources.items[i].name, "officials"));
}

/* A headline gives short what somebody says below; of whom it alone has words it has a statement. */
static void test_a_headline_is_no_further_statement(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Lind: rain one\nBrell: rain two\nLind said rain three.\n", "It is wet.\n");
    fixture->a.blocks.items[0].role = fixture->a.blocks.items[1].role = PX_ROLE_TITLE;
    static const char *const names[] = {"Lind", "Brell"}, *const said[] = {"rain one", "rain two", "rain three"};
    for (size_t i = 0; i < 2; i++) {
        add_entity(&fixture->a, names[i], names[i], PX_ENTITY_PERSON);
        mention(&fixture->a, names[i], PX_MENTION_NAME);
    }
    for (uint32_t i = 0; i < 3; i++)
        attribute(&fixture->a, names[i % 2], "say", said[i], PX_ATTRIBUTION_INDIRECT)->entity = i % 2;
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "Lind")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "Lind")->words[0], 2);
    assert_int_equal(find_source(&fixture->ab, "Brell")->statements[0], 1);
    assert_true(px_sourcing_repeats(&fixture->ab.sourcing, fixture->ab.articles, 0, 0));
    assert_false(px_sourcing_repeats(&fixture->ab.sourcing, fixture->ab.articles, 0, 1));
    assert_false(px_sourcing_repeats(&fixture->ab.sourcing, fixture->ab.articles, 0, 2));
    fixture->a.attributions.items[1].entity = PX_NONE; /* whoever it is, the text may name him */
    assert_true(px_sourcing_repeats(&fixture->ab.sourcing, fixture->ab.articles, 0, 1));
    tear_down((void **)&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_denials_give_no_words, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_sorts_by_words, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_balances, set_up_speakers, tear_down),
        cmocka_unit_test(test_evenness_needs_five_statements),
        cmocka_unit_test_setup_teardown(test_swapping_swaps, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_sides, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_a_speaker_beside, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_a_deed_is_no_statement, set_up_speakers, tear_down),
        cmocka_unit_test(test_a_headline_is_no_further_statement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
