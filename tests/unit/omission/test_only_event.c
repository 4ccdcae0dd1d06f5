/* Events that one article tells alone: clauses set by hand. */
#include "../comparison/annotated_fixture.h"
#include "base/buffer.h"

#define FIRST                                                                                                \
    "# Police clear Varn camp\nThe camp stood in Varn for a year.\nPolice detained 14 protesters at dawn.\n" \
    "Rangers shot two wolves in the Hestrel forest on Monday.\nWorkers sealed the quarry with concrete.\n"

/* The clause whose subject and predicate are these. */
static struct px_event *tell(struct px_article *article, const char *subject, const char *predicate, const char *verb,
                             const char *lemma)
{
    struct px_event *event = take_all(px_vector_push(&article->events, &article->arena));
    struct px_span at = find_text(article, predicate, 0);
    uint32_t token = token_from(article, find_text(article, verb, at.start).start);
    *event = (struct px_event){.subject = {PX_NONE, find_text(article, subject, at.start - strlen(subject) - 1)},
                               .predicate = at,
                               .lemma = px_slice_from(lemma),
                               .token = token,
                               .sentence = article->tokens.items[token].sentence,
                               .attribution = article->tokens.items[token].attribution,
                               .told = true,
                               .clear = true};
    return event;
}

static void open_with(void **state, const char *second)
{
    set_up_texts(state, FIRST, second);
    struct fixture *fixture = *state;
    tell(&fixture->a, "Police", "detained 14 protesters at dawn", "detained", "detain");
    tell(&fixture->a, "Rangers", "shot two wolves in the Hestrel forest on Monday", "shot", "shoot");
    tell(&fixture->a, "Workers", "sealed the quarry with concrete", "sealed", "seal");
}

static int set_up_alone(void **state)
{
    open_with(state, "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
    return 0;
}

/* The texts of the events that one article alone tells, "; " between them. */
static void check(const struct px_comparison *comparison, const char *events)
{
    struct px_buffer out = {0};
    for (size_t i = 0; i < comparison->only.count; i++)
        if (comparison->only.items[i].kind == PX_ONLY_EVENT)
            px_buffer_printf(&out, "%s%.*s", out.size > 0 ? "; " : "", PX_SLICE_ARG(comparison->only.items[i].text));
    if (!px_slice_is(px_buffer_slice(&out), events))
        fail_msg("%.*s, not %s", (int)out.size, out.data, events);
    px_buffer_release(&out);
}

static void test_told_by_one(void **state)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    check(&fixture->ab,
          "Police detained 14 protesters at dawn; Rangers shot two wolves in the Hestrel forest on Monday");
    check(&fixture->ba,
          "Police detained 14 protesters at dawn; Rangers shot two wolves in the Hestrel forest on Monday");
    const struct px_only *only = fixture->ab.only.items;
    while (only->kind != PX_ONLY_EVENT)
        only++;
    assert_true(only->central);
    assert_int_equal(only->article, 0);
    assert_int_equal(only->evidence.count, 1);
    assert_int_equal(only->evidence.sentences[0], fixture->a.events.items[0].sentence);
    assert_non_null(find_finding(
        &fixture->ab, "Told by one article alone, as far as words show: in A (The Lantern) “Police detained"));
}

static int set_up_other_words(void **state)
{
    open_with(state, "# Camp in Varn\nThere were fourteen arrests.\nTwo wolves lay dead in Hestrel forest by noon.\n");
    return 0;
}

/* The number in words, the deed as a noun; the same things in one sentence. */
static void test_other_words_tell_it_too(void **state)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    check(&fixture->ab, "");
}

static void test_words_that_tell_no_event_by_themselves_are_left_out(void **state)
{
    struct fixture *fixture = *state;
    fixture->a.events.items[0].clear = false;
    compare_both(fixture);
    check(&fixture->ab, "Rangers shot two wolves in the Hestrel forest on Monday");
}

#define DATED                                                                                                     \
    "# Police clear Varn camp\nPolice detained 14 protesters on Monday. Rangers shot two wolves in the forest.\n" \
    "Workers sealed the quarry with nine tons of concrete.\n"                                                     \
    "In 2013 soldiers shot nine miners beside the mill.\n"

static int set_up_days(void **state)
{
    set_up_texts(state, DATED, "# Camp in Varn\nThe camp is there. Nobody knows how long its tents will stand.\n");
    struct fixture *fixture = *state;
    fixture->a.published = PX_SLICE("2024-05-08");
    fixture->b.published = PX_SLICE("2024-05-05");
    tell(&fixture->a, "Police", "detained 14 protesters on Monday", "detained", "detain");
    tell(&fixture->a, "Rangers", "shot two wolves in the forest", "shot", "shoot");
    tell(&fixture->a, "Workers", "sealed the quarry with nine tons of concrete", "sealed", "seal");
    tell(&fixture->a, "soldiers", "shot nine miners beside the mill", "shot", "shoot");
    return 0;
}

/* Monday is 6 May; what is told behind it is of the same day, until another time is named. */
static void test_a_day_is_carried_on(void **state)
{
    struct fixture *fixture = *state;
    size_t later = 0, before = 0;
    compare_both(fixture);
    for (size_t i = 0; i < fixture->ab.only.count; i++) {
        const struct px_only *only = &fixture->ab.only.items[i];
        if (only->kind != PX_ONLY_EVENT)
            continue;
        assert_int_equal(only->later, px_slice_find(only->text, PX_SLICE("miners"), 0) == SIZE_MAX);
        later += only->later;
        before += !only->later;
    }
    assert_int_equal(before, 1);
    assert_in_range(later, 2, 3); /* one of them names no day itself */
}

/* The earlier article names a Monday behind its own date: it was changed since, or looks ahead, and may know all. */
static void test_a_redated_article_may_know(void **state)
{
    size_t days = 0;
    set_up_texts(state, DATED, "# Camp in Varn\nThe camp stood there on Monday, and nobody knows for how long yet.\n");
    struct fixture *fixture = *state;
    fixture->a.published = PX_SLICE("2024-05-08");
    fixture->b.published = PX_SLICE("2024-05-05");
    tell(&fixture->a, "Workers", "sealed the quarry with nine tons of concrete", "sealed", "seal");
    compare_both(fixture);
    assert_true(fixture->ab.redated);
    assert_int_equal(fixture->ab.days_apart, 3);
    for (size_t i = 0; i < fixture->ab.only.count; i++) {
        days += fixture->ab.only.items[i].kind == PX_ONLY_EVENT;
        assert_false(fixture->ab.only.items[i].later);
    }
    assert_int_equal(days, 1);
}

static void test_a_condition_is_no_event(void **state)
{
    static const char *const behind[] = {" at noon", ", if the court allows it"};
    for (size_t i = 0; i < 2; i++) {
        char text[200];
        snprintf(text, sizeof text, "# Police clear Varn camp\nRangers shot two wolves in the Hestrel forest%s.\n",
                 behind[i]);
        set_up_texts(state, text, "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
        struct fixture *fixture = *state;
        tell(&fixture->a, "Rangers", "shot two wolves in the Hestrel forest", "shot", "shoot");
        compare_both(fixture);
        check(&fixture->ab, i == 0 ? "Rangers shot two wolves in the Hestrel forest" : "");
        tear_down(state);
    }
}

/* What but begins, or goes on, can hardly be pointed at. */
static void test_what_is_under_way_is_no_event(void **state)
{
    static const struct {
        const char *predicate, *verb;
        bool told;
    } cases[] = {{"shot two wolves in the Hestrel forest", "shot", true},
                 {"began to hunt two wolves in the Hestrel forest", "began", false},
                 {"began hunting two wolves in the Hestrel forest", "began", true},
                 {"have been hunting two wolves in the Hestrel forest", "hunting", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[200];
        snprintf(text, sizeof text, "# Police clear Varn camp\nRangers %s.\n", cases[i].predicate);
        set_up_texts(state, text, "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
        struct fixture *fixture = *state;
        tell(&fixture->a, "Rangers", cases[i].predicate, cases[i].verb, "hunt");
        compare_both(fixture);
        size_t count = 0;
        for (size_t k = 0; k < fixture->ab.only.count; k++)
            count += fixture->ab.only.items[k].kind == PX_ONLY_EVENT;
        assert_int_equal(count, cases[i].told);
        tear_down(state);
    }
}

/* What is said, wholly or in part, is among the statements; a day alone makes nothing concrete. */
static void test_no_statements(void **state)
{
    struct fixture *fixture = *state;
    struct px_attribution *said = attribute(&fixture->a, "Police", "detain", "at dawn", PX_ATTRIBUTION_INDIRECT);
    struct px_span cue = find_text(&fixture->a, "detained", 0);
    struct px_span *place = take_all(px_vector_push(&said->cue, &fixture->a.arena));
    *place = cue;
    said->speech = true;
    compare_both(fixture);
    check(&fixture->ab, "Rangers shot two wolves in the Hestrel forest on Monday");
    said->speech = false;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    check(&fixture->ab,
          "Police detained 14 protesters at dawn; Rangers shot two wolves in the Hestrel forest on Monday");
}

/* "papers which suggest that …": what is another's word, and nobody's whom the article names, is not told. */
static void test_no_hearsay(void **state)
{
    struct fixture *fixture = *state;
    uint32_t shot = token_from(&fixture->a, find_text(&fixture->a, "shot", 0).start);
    fixture->a.tokens.items[shot].voice = PX_VOICE_INDIRECT;
    compare_both(fixture);
    check(&fixture->ab, "Police detained 14 protesters at dawn");
}

/* Of what somebody says, a clause that hangs on another tells nothing alone. */
static void test_torn_clauses_are_left_out(void **state)
{
    set_up_texts(state,
                 "# Police clear Varn camp\nLawyers said it failed since rangers detained 14 wolves in the Hestrel "
                 "forest.\nClerks said that workers sealed 12 quarries, and that they paid for the concrete.\n"
                 "Guards said drivers burned 30 sheds at Olm.\n",
                 "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
    struct fixture *fixture = *state;
    attribute(&fixture->a, "Lawyers", "say", "rangers detained 14 wolves in the Hestrel forest",
              PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "Clerks", "say", "workers sealed 12 quarries, and that they paid", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "Guards", "say", "drivers burned 30 sheds at Olm", PX_ATTRIBUTION_INDIRECT);
    tell(&fixture->a, "rangers", "detained 14 wolves in the Hestrel forest", "detained", "detain");
    tell(&fixture->a, "workers", "sealed 12 quarries, and that they paid for the concrete", "sealed", "seal");
    tell(&fixture->a, "drivers", "burned 30 sheds at Olm", "burned", "burn");
    compare_both(fixture);
    check(&fixture->ab, "drivers burned 30 sheds at Olm");
}

/* Who is not called by the words that stand there is put in brackets: "He detained", "his aides". A full stop inside of
 * the marks that end the words is left out. */
static void test_names_that_are_put_in_stand_in_brackets(void **state)
{
    set_up_texts(state,
                 "# Police clear Varn camp\nOlm Brask ran the camp. He shot two wolves in Hestrel forest.\n"
                 "His aides sealed “nine quarries.”\n",
                 "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Olm Brask", "olm brask", PX_ENTITY_PERSON);
    mention(&fixture->a, "Olm Brask", PX_MENTION_NAME);
    mention(&fixture->a, "His", PX_MENTION_PRONOUN);
    struct px_event *shot = tell(&fixture->a, "He", "shot two wolves in Hestrel forest", "shot", "shoot");
    shot->subject = (struct px_party){0, {0, 0}};
    tell(&fixture->a, "His aides", "sealed “nine quarries.”", "sealed", "seal");
    compare_both(fixture);
    check(&fixture->ab, "[Olm Brask] shot two wolves in Hestrel forest; [Olm Brask’s] aides sealed “nine quarries”");
}

/* Who the subject is stands with it, where it is short; of more stands an ellipsis. */
static void test_an_apposition_is_told(void **state)
{
    static const char *const told[] = {"Rangers, who hunt there, shot two wolves in Hestrel forest",
                                       "Rangers … shot two wolves in Hestrel forest"};
    for (size_t i = 0; i < 2; i++) {
        char text[200];
        snprintf(text, sizeof text, "# Camp in Varn\nRangers%s shot two wolves in Hestrel forest.\n",
                 i == 0 ? ", who hunt there," : ", an hour ago, when it was dark");
        set_up_texts(state, text, "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
        struct fixture *fixture = *state;
        struct px_event *shot =
            tell(&fixture->a, i == 0 ? "there," : "dark", "shot two wolves in Hestrel forest", "shot", "shoot");
        shot->subject.words = find_text(&fixture->a, "Rangers", 0);
        compare_both(fixture);
        check(&fixture->ab, told[i]);
        tear_down(state);
    }
}

/* A second verb behind "and" may be the point; not where somebody is quoted there, nor at great length. */
static void test_a_second_verb_is_told(void **state)
{
#define WOLVES "shot two wolves in Hestrel forest"
    static const char *const rest[] = {
        " and sold the skins at a fair.", " and said “they bit.”",
        (" and sold the skins at a fair to men who came from four valleys with carts and "
         "with dogs.")};
    for (size_t i = 0; i < 3; i++) {
        char text[256];
        snprintf(text, sizeof text, "# Camp in Varn\nRangers " WOLVES "%s\n", rest[i]);
        set_up_texts(state, text, "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
        struct fixture *fixture = *state;
        tell(&fixture->a, "Rangers", WOLVES, "shot", "shoot");
        if (i == 0) /* an event of its own, which the first tells already */
            tell(&fixture->a, "and", "sold the skins at a fair", "sold", "sell")->subject.words =
                find_text(&fixture->a, "Rangers", 0);
        if (i == 1)
            fixture->a.tokens.items[token_from(&fixture->a, find_text(&fixture->a, "they", 0).start)].voice =
                PX_VOICE_DIRECT;
        compare_both(fixture);
        check(&fixture->ab, i == 0 ? "Rangers " WOLVES " and sold the skins at a fair" : "Rangers " WOLVES);
        tear_down(state);
    }
}

/* Rangers did it, or were the first to do it, which the deed alone does not tell. */
static void test_a_deed_of_the_only_one(void **state)
{
    static const char *const links[] = {" were the first who ", " had come by cart, and "};
    for (size_t i = 0; i < 2; i++) {
        char text[256];
        snprintf(text, sizeof text, "# Camp in Varn\nRangers%s" WOLVES ".\n", links[i]);
        set_up_texts(state, text, "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
        struct fixture *fixture = *state;
        fixture->a.lexemes = take_all(px_arena_array(&fixture->a.arena, struct px_lexeme, fixture->a.tokens.count));
        tell(&fixture->a, i == 0 ? "who" : "and", WOLVES, "shot", "shoot")->subject.words =
            find_text(&fixture->a, "Rangers", 0);
        compare_both(fixture);
        check(&fixture->ab, i == 0 ? "" : "Rangers … " WOLVES);
        tear_down(state);
    }
}

/* What stands once, far down the article, is told in passing, be it the only event there. */
static void test_what_is_told_in_passing_is_not_central(void **state)
{
#define TENTS "The tents of the camp were green, and nobody had asked who brought them there.\n"
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state,
                     i == 0 ? "# Camp in Varn\nRangers " WOLVES ".\n" TENTS TENTS TENTS
                            : "# Camp in Varn\n" TENTS TENTS TENTS "Rangers " WOLVES ".\n",
                     "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
        struct fixture *fixture = *state;
        tell(&fixture->a, "Rangers", WOLVES, "shot", "shoot");
        compare_both(fixture);
        check(&fixture->ab, "Rangers " WOLVES);
        for (size_t o = 0; o < fixture->ab.only.count; o++)
            if (fixture->ab.only.items[o].kind == PX_ONLY_EVENT)
                assert_int_equal(fixture->ab.only.items[o].central, i == 0);
        tear_down(state);
    }
}

/* What adds to something that was told before weighs less. */
static void test_what_is_added_weighs_less(void **state)
{
    double weights[2];
    for (size_t i = 0; i < 2; i++) {
        char text[160];
        snprintf(text, sizeof text, "# Camp in Varn\nRangers %s shot two wolves in Hestrel forest.\n",
                 i == 0 ? "even" : "also");
        set_up_texts(state, text, "# Camp in Varn\nThe camp is gone. Nobody knows where its tents are.\n");
        struct fixture *fixture = *state;
        struct px_event *shot = tell(&fixture->a, i == 0 ? "even" : "also", WOLVES, "shot", "shoot");
        shot->subject.words = find_text(&fixture->a, "Rangers", 0);
        compare_both(fixture);
        weights[i] = 0;
        for (size_t o = 0; o < fixture->ab.only.count; o++)
            if (fixture->ab.only.items[o].kind == PX_ONLY_EVENT)
                weights[i] = fixture->ab.only.items[o].weight;
        tear_down(state);
    }
    assert_true(weights[1] > 0 && weights[1] < 0.6 * weights[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_second_verb_is_told),
        cmocka_unit_test(test_a_deed_of_the_only_one),
        cmocka_unit_test(test_what_is_told_in_passing_is_not_central),
        cmocka_unit_test(test_what_is_added_weighs_less),
        cmocka_unit_test_teardown(test_torn_clauses_are_left_out, tear_down),
        cmocka_unit_test_setup_teardown(test_told_by_one, set_up_alone, tear_down),
        cmocka_unit_test_setup_teardown(test_other_words_tell_it_too, set_up_other_words, tear_down),
        cmocka_unit_test_setup_teardown(test_words_that_tell_no_event_by_themselves_are_left_out, set_up_alone,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_day_is_carried_on, set_up_days, tear_down),
        cmocka_unit_test_teardown(test_a_redated_article_may_know, tear_down),
        cmocka_unit_test(test_a_condition_is_no_event),
        cmocka_unit_test(test_what_is_under_way_is_no_event),
        cmocka_unit_test(test_an_apposition_is_told),
        cmocka_unit_test_teardown(test_names_that_are_put_in_stand_in_brackets, tear_down),
        cmocka_unit_test_setup_teardown(test_no_statements, set_up_alone, tear_down),
        cmocka_unit_test_setup_teardown(test_no_hearsay, set_up_alone, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
