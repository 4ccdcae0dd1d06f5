/* Headline against body: names, loaded words, claims and figures set by hand. */
#include "headline_fixture.h"

#define FIRST                                                                                                     \
    "# Hask slams dockers and fled Varn with bribes\n"                                                            \
    "Anna Bell said on Monday that Hask fled Varn with bribes from two builders.\n"                               \
    "The storm killed 14 people. Anna Bell counted them.\n"                                                       \
    "Anna Bell was there. Anna Bell wept.\n"                                                                      \
    "## The quarry\n"                                                                                             \
    "Concrete fills the quarry now. The quarry fed the town for a century, and its stone stands in every wall.\n" \
    "Trucks, drills and cranes rust beside the quarry, where nobody has drawn a wage since spring.\n"
#define SECOND                                                       \
    "# Anna Bell counts the dead\n"                                  \
    "Anna Bell said that Hask fled. The storm hit Varn on Monday.\n" \
    "Anna Bell slept. Anna Bell left. Anna Bell came back.\n"

static const struct px_headline_point *find_point(const struct px_headline *headline, uint8_t kind)
{
    for (size_t i = 0; i < headline->points.count; i++)
        if (headline->points.items[i].kind == kind)
            return &headline->points.items[i];
    return NULL;
}

static int set_up_headlines(void **state)
{
    set_up_texts(state, FIRST, SECOND);
    struct fixture *fixture = *state;
    name_people(&fixture->a);
    name_people(&fixture->b);
    return 0;
}

static void test_names(void **state)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_headline *a = headline_of(&fixture->ab, 0);
    assert_int_equal(a->end, 1);
    assert_int_equal(a->names.count, 1);
    const struct px_headline_name *name = &a->names.items[0];
    assert_true(px_slice_is(px_slice_span(fixture->a.text, name->span), "Hask"));
    assert_int_equal(name->bodies[0], 1);
    assert_int_equal(name->bodies[1], 1);
    assert_true(name->heads[0]);
    assert_false(name->heads[1]);
    assert_int_not_equal(a->unnamed, PX_NONE);
    assert_true(px_slice_is(fixture->ab.referents.items[a->unnamed].name, "Anna Bell"));
    assert_int_equal(a->unnamed_times, 4);
    assert_int_equal(headline_of(&fixture->ab, 1)->unnamed, PX_NONE);
    assert_int_equal(headline_of(&fixture->ba, 1)->names.count, 1);
}

/* For whom a role stands is known too seldom for a count; how often the words stand a reader can count again. */
static void test_counts_of_names(void **state)
{
    struct fixture *fixture = *state;
    for (size_t m = 0; m < fixture->b.mentions.count; m++)
        if (m + 1 == fixture->b.mentions.count)
            fixture->b.mentions.items[m].form = PX_MENTION_ROLE;
    compare_both(fixture);
    const struct px_headline_name *name = &headline_of(&fixture->ab, 1)->names.items[0];
    assert_int_equal(name->bodies[1], 3);
    assert_int_equal(name->written[1], 4);
    assert_int_equal(name->written[0], 4);
    assert_int_equal(headline_of(&fixture->ab, 0)->unnamed_times, 4);
}

static void test_topics(void **state)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_headline *a = headline_of(&fixture->ab, 0);
    assert_int_not_equal(a->largest, PX_NONE);
    assert_true(px_slice_is(fixture->ab.topics.items[a->largest].label[0], "The quarry"));
    assert_false(a->largest_named);
    const struct px_finding *finding = find_finding(&fixture->ab, "The headline of A (The Lantern) ");
    assert_non_null(finding);
    assert_int_not_equal(px_slice_find(finding->text, PX_SLICE("largest topic, “The quarry” (47 %"), 0), SIZE_MAX);
}

static void test_loaded_words(void **state)
{
    struct fixture *fixture = *state;
    load(&fixture->a, "slams", "loaded.emotive");
    compare_both(fixture);
    const struct px_headline_point *point = find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_ALONE);
    assert_non_null(point);
    assert_true(px_slice_is(px_slice_span(fixture->a.text, point->span), "slams"));
    assert_int_equal(point->body_sentence, PX_NONE);
    assert_null(
        find_finding(&fixture->ba, "The headline of B (The Lantern) has the loaded word")); /* two sections do */
}

/* A word of each headline sets neither apart. */
static void test_loaded_words_of_both_headlines(void **state)
{
    struct fixture *fixture = *state;
    load(&fixture->a, "slams", "loaded.emotive");
    load(&fixture->b, "counts", "loaded.emotive");
    compare_both(fixture);
    assert_non_null(find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_ALONE));
    assert_non_null(find_point(headline_of(&fixture->ab, 1), PX_HEADLINE_ALONE));
    assert_null(find_finding(&fixture->ab, "The headline of A (The Lantern) has the loaded word"));
}

/* A lead that says the like is not outbid by its headline. */
static void test_loaded_words_matched_in_the_lead(void **state)
{
    struct fixture *fixture = *state;
    load(&fixture->a, "slams", "loaded.emotive");
    load(&fixture->a, "bribes from", "loaded.emotive");
    compare_both(fixture);
    assert_null(find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_ALONE));
}

static void test_loaded_words_of_speakers(void **state)
{
    struct fixture *fixture = *state;
    load(&fixture->a, "bribes", "loaded.label");
    attribute(&fixture->a, "Anna Bell", "say", "that Hask fled Varn with bribes from two builders",
              PX_ATTRIBUTION_INDIRECT);
    for (uint32_t t = 0; t < fixture->a.tokens.count; t++) /* the match below stands in her words now */
        for (size_t m = 0; m < fixture->a.matches.count; m++)
            if (fixture->a.matches.items[m].first_token == t)
                fixture->a.matches.items[m].voice = fixture->a.tokens.items[t].voice;
    compare_both(fixture);
    const struct px_headline_point *point = find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_SPOKEN);
    assert_non_null(point);
    assert_true(px_slice_is(point->speaker, "Anna Bell"));
    assert_null(find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_ALONE));
}

/* Where it is not sure whose the body's word is, nothing is said of it. */
static void test_loaded_words_of_nobody_sure(void **state)
{
    struct fixture *fixture = *state;
    load(&fixture->a, "bribes", "loaded.label");
    attribute(&fixture->a, "Anna Bell", "say", "that Hask fled Varn with bribes from two builders",
              PX_ATTRIBUTION_INDIRECT);
    for (size_t i = 0; i < fixture->a.attributions.count; i++)
        fixture->a.attributions.items[i].high_tier = false;
    for (size_t m = 0; m < fixture->a.matches.count; m++)
        fixture->a.matches.items[m].voice = fixture->a.tokens.items[fixture->a.matches.items[m].first_token].voice;
    compare_both(fixture);
    assert_null(find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_SPOKEN));
    assert_null(find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_ALONE));
}

/* A headline gives no words of whoever is not surely their speaker. */
static void test_words_of_nobody_known(void **state)
{
    struct fixture *fixture = *state;
    attribute(&fixture->b, "Anna Bell", "count", "the dead", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    assert_int_equal(headline_of(&fixture->ab, 1)->speakers.count, 0);
}

/* A stand that is told in the article's words gives none of the person's. */
static void test_no_words_are_given(void **state)
{
    struct fixture *fixture = *state;
    struct px_attribution *given = attribute(&fixture->b, "Anna Bell", "count", "the dead", PX_ATTRIBUTION_INDIRECT);
    given->entity = 1;
    for (uint32_t t = 0; t < fixture->b.tokens.count; t++)
        fixture->b.tokens.items[t].attribution = PX_NONE;
    compare_both(fixture);
    assert_int_equal(headline_of(&fixture->ab, 1)->speakers.count, 0);
}

/* The verb of the headline. */
static void add_verb(struct px_article *article, const char *verb)
{
    struct px_event *event = take_all(px_vector_push(&article->events, &article->arena));
    uint32_t token = token_from(article, find_text(article, verb, 0).start);
    *event = (struct px_event){.subject = {PX_NONE, {0, 0}},
                               .predicate = find_text(article, verb, 0),
                               .lemma = PX_SLICE("flee"),
                               .token = token,
                               .sentence = article->tokens.items[token].sentence,
                               .attribution = PX_NONE};
}

static int set_up_claim(void **state)
{
    set_up_texts(state,
                 "# Hask fled Varn with bribes\n"
                 "Anna Bell said on Monday that Hask fled Varn with bribes from two builders.\n"
                 "The storm killed 14 people.\n",
                 SECOND);
    struct fixture *fixture = *state;
    name_people(&fixture->a);
    name_people(&fixture->b);
    add_verb(&fixture->a, "fled");
    attribute(&fixture->a, "Anna Bell", "say", "that Hask fled Varn with bribes from two builders",
              PX_ATTRIBUTION_INDIRECT)
        ->high_tier = true;
    fixture->a.attributions.items[0].entity = 1;
    return 0;
}

static void test_claims(void **state)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_headline_point *point = find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_CLAIM);
    assert_non_null(point);
    assert_true(px_slice_is(point->speaker, "Anna Bell"));
    assert_non_null(find_finding(&fixture->ab,
                                 "The headline of A (The Lantern) asserts “Hask fled Varn with bribes”; its "
                                 "body has this from Anna Bell alone."));
}

static void test_doubtful_statements_are_no_source(void **state)
{
    struct fixture *fixture = *state;
    struct px_attribution *attribution = &fixture->a.attributions.items[0];
    attribution->high_tier = false;
    compare_both(fixture);
    assert_null(find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_CLAIM));
}

static int set_up_figures(void **state)
{
    set_up_texts(state, "# Storm kills 12 people\nThe storm killed 14 people. Nobody knew it.\n", SECOND);
    return 0;
}

static void test_figures(void **state)
{
    struct fixture *fixture = *state;
    add_figure(&fixture->a, "12 people", 12, 12);
    add_figure(&fixture->a, "14 people", 14, 14);
    compare_both(fixture);
    const struct px_headline_point *point = find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_NUMBER);
    assert_non_null(point);
    assert_true(px_slice_is(px_slice_span(fixture->a.text, point->body), "14 people"));
}

static void test_figures_that_fit_say_nothing(void **state)
{
    struct fixture *fixture = *state;
    add_figure(&fixture->a, "12 people", 12, 12);
    add_figure(&fixture->a, "14 people", 12, 12);
    compare_both(fixture);
    assert_null(find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_NUMBER));
}

/* A period without a number, and a large number, are told where the body has neither, in whatever words. */
static void test_what_the_body_has_nowhere(void **state)
{
    static const struct {
        const char *first, *alone;
    } cases[] = {
        {"# Hask may stay for months or years\nHask may stay. Nobody knows how long.\n", "months or years"},
        {"# Hask may stay for months or years\nHask may stay. It took years before.\n", NULL},
        {"# Hask may stay next year\nHask may stay. Nobody knows how long.\n", NULL},
        {"# Hask paid 40 million crowns\nHask paid. Nobody knows how much.\n", "40 million crowns"},
        {"# Hask paid 40 million crowns\nHask paid forty million. Nobody knew.\n", NULL},
        {"# Hask paid 2 million crowns\nHask paid some 2.1 million. Nobody knew.\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, cases[i].first, SECOND);
        struct fixture *fixture = *state;
        compare_both(fixture);
        const struct px_headline_point *point = find_point(headline_of(&fixture->ab, 0), PX_HEADLINE_NUMBER);
        if ((point == NULL) != (cases[i].alone == NULL))
            fail_msg("%s", cases[i].first);
        assert_true(point == NULL ||
                    (px_slice_equal(px_slice_span(fixture->a.text, point->span), px_slice_from(cases[i].alone)) &&
                     point->body_sentence == PX_NONE));
        tear_down(state);
    }
}

static int set_up_bare(void **state)
{
    set_up_texts(state, "The storm killed 14 people. Nobody knew it.\n", SECOND);
    return 0;
}

static void test_no_headline_says_nothing(void **state)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_headline *a = headline_of(&fixture->ab, 0);
    assert_int_equal(a->end, 0);
    assert_int_equal(a->largest, PX_NONE);
    assert_int_equal(a->unnamed, PX_NONE);
    assert_int_equal(a->names.count + a->points.count + a->speakers.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_names, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_counts_of_names, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_topics, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_loaded_words_of_both_headlines, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_loaded_words, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_loaded_words_matched_in_the_lead, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_loaded_words_of_speakers, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_loaded_words_of_nobody_sure, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_no_words_are_given, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_words_of_nobody_known, set_up_headlines, tear_down),
        cmocka_unit_test_setup_teardown(test_claims, set_up_claim, tear_down),
        cmocka_unit_test_setup_teardown(test_doubtful_statements_are_no_source, set_up_claim, tear_down),
        cmocka_unit_test_setup_teardown(test_figures, set_up_figures, tear_down),
        cmocka_unit_test_setup_teardown(test_figures_that_fit_say_nothing, set_up_figures, tear_down),
        cmocka_unit_test(test_what_the_body_has_nowhere),
        cmocka_unit_test_setup_teardown(test_no_headline_says_nothing, set_up_bare, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
