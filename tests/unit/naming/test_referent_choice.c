/* When a wording is an article's choice of words, and when it is not. */
#include "referent_fixture.h"

static int name_each(void **state, const char *a, const char *b)
{
    set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Tor Vald", "tor vald", PX_ENTITY_PERSON);
    mention(&fixture->a, "Tor", PX_MENTION_NAME);
    add_entity(&fixture->b, "Tor Vald", "tor vald", PX_ENTITY_PERSON);
    mention(&fixture->b, "Tor Vald", PX_MENTION_NAME);
    compare_both(fixture);
    return 0;
}

#define FIVE(s) s s s s s

static int set_up_choice(void **state)
{
    return name_each(state, FIVE("Tor spoke.\n") FIVE("Tor came.\n"), FIVE("Tor Vald spoke.\n"));
}

static int set_up_one_choice(void **state)
{
    return name_each(state, FIVE("Tor ") FIVE("Tor ") "spoke.\n", FIVE("Tor Vald ") "spoke.\n");
}

static int set_up_shared(void **state)
{
    return name_each(state, FIVE("Tor spoke.\n") "Tor Vald left.\n", FIVE("Tor Vald spoke.\n") FIVE("Tor Osk left.\n"));
}

/* The other article has more of "Tor" than of him; where an article mostly calls him so, the other names tell little. */
static void test_mostly_doubted_tells_nothing(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *vald = find_referent(&fixture->ab, "Tor Vald");
    assert_true(find_variant(vald, "Tor")->doubted);
    assert_int_equal(vald->choices, 0);
}

static void test_tests_the_choice(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *vald = find_referent(&fixture->ab, "Tor Vald");
    assert_true(vald->p < 0.005);
    assert_true(vald->q >= vald->p);
    assert_int_equal(vald->verdict, PX_VERDICT_DIFFERS);
}

/* The same counts in one paragraph each are one choice each. */
static void test_a_paragraph_chooses_once(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *vald = find_referent(&fixture->ab, "Tor Vald");
    assert_int_equal(vald->variants[0].counts[0] + vald->variants[0].counts[1], 10);
    assert_true(vald->p > .9);
    assert_int_equal(vald->verdict, PX_VERDICT_NO_CLEAR_DIFFERENCE);
}

/* What everybody says is no choice, however grave. */
static void test_general_use_tells_nothing(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(count_lexical(&fixture->ab, "sexual assault"), 0);
}

static int set_up_doubts(void **state)
{
    return set_up_texts(
        state, "Ora Lind, a tax lawyer, came. Lind left Ore. The Varn Party won. Voters in Ore. paid Lind.\n",
        "Ora Lind had been the lawyer of Varn. The Varn Guild Committee met. Oregon wept. Rain fell. Lind slept.\n");
}

static const struct px_variant *variant_of(const struct px_comparison *comparison, const char *form)
{
    for (size_t r = 0; r < comparison->referents.count; r++)
        for (size_t v = 0; v < comparison->referents.items[r].variant_count; v++)
            if (px_slice_is(comparison->referents.items[r].variants[v].form, form))
                return &comparison->referents.items[r].variants[v];
    fail_msg("no wording %s", form);
    return NULL;
}

/* A role that stands beside the name in the other article too, if unread, is no difference; nor is an abbreviation. */
static void test_doubts_what_stands_there(void **state)
{
    struct fixture *fixture = *state;
    for (int i = 0; i < 2; i++) {
        struct px_article *article = i == 0 ? &fixture->a : &fixture->b;
        add_entity(article, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
        mention(article, "Ora Lind", PX_MENTION_NAME);
        if (i == 0)
            mention(article, "tax lawyer", PX_MENTION_ROLE);
        add_entity(article, i == 0 ? "Varn Party" : "Varn Guild Committee", "varn party", PX_ENTITY_ORGANISATION);
        mention(article, i == 0 ? "Varn Party" : "Varn Guild Committee", PX_MENTION_NAME);
        add_entity(article, "Oregon", "oregon", PX_ENTITY_PLACE);
        mention(article, i == 0 ? "Ore." : "Oregon", PX_MENTION_NAME);
    }
    compare_both(fixture);
    assert_true(variant_of(&fixture->ab, "tax lawyer")->doubted);
    assert_true(variant_of(&fixture->ba, "tax lawyer")->doubted);
    assert_true(variant_of(&fixture->ab, "Ore.")->doubted);
    assert_int_equal(
        variant_of(&fixture->ab, "Varn Party")->doubted + variant_of(&fixture->ab, "Varn Guild Committee")->doubted, 1);
    assert_false(variant_of(&fixture->ab, "Ora Lind")->doubted);
    assert_false(variant_of(&fixture->ab, "Oregon")->doubted);
}

/* A name that the other article has too, in small letters, and beside another that it counts, is no difference. */
static void test_doubts_a_name_that_stands_there(void **state)
{
    set_up_texts(state, "The Varn Party met. It sang.\n", "The VP met. All spoke of the Varn party.\n");
    struct fixture *fixture = *state;
    for (int i = 0; i < 2; i++) {
        struct px_article *article = i == 0 ? &fixture->a : &fixture->b;
        add_entity(article, "Varn Party", "varn party", PX_ENTITY_ORGANISATION);
        mention(article, i == 0 ? "Varn Party" : "VP", PX_MENTION_NAME);
    }
    compare_both(fixture);
    assert_true(variant_of(&fixture->ab, "Varn Party")->doubted);
    assert_false(variant_of(&fixture->ab, "VP")->doubted);
}

/* An abbreviation beside another word for the country is a choice of words. */
static void test_an_abbreviation_beside_another_word_is_a_choice(void **state)
{
    set_up_texts(state, "The U.K. left. Britain slept. British rain fell.\n", "The U.K. came. Britain paid.\n");
    struct fixture *fixture = *state;
    for (int i = 0; i < 2; i++) {
        struct px_article *article = i == 0 ? &fixture->a : &fixture->b;
        add_entity(article, "United Kingdom", "united kingdom", PX_ENTITY_PLACE);
        mention(article, "U.K.", PX_MENTION_NAME);
        mention(article, "Britain", PX_MENTION_NAME);
        if (i == 0)
            mention(article, "British", PX_MENTION_NAME);
    }
    compare_both(fixture);
    assert_false(variant_of(&fixture->ab, "U.K.")->doubted);
    assert_false(variant_of(&fixture->ab, "Britain")->doubted);
    assert_true(variant_of(&fixture->ab, "British")->doubted);
}

/* An office in place of a name is told where all of it stands for the name, titles aside; a body's noun never is. */
static void test_an_unsure_role_is_doubted(void **state)
{
    static const struct {
        const char *first;
        bool doubted;
    } cases[] = {
        {"Ada Brell spoke. The governor left. Governor Osk slept. Olm Dock fell. The firm paid.\n", false},
        {"Ada Brell spoke. The governor left. A former governor slept. Olm Dock fell. The firm paid.\n", true},
    };
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, cases[i].first, "Ada Brell left. The governor came. Olm Dock rose. The firm paid.\n");
        struct fixture *fixture = *state;
        struct px_article *articles[] = {&fixture->a, &fixture->b};
        for (size_t a = 0; a < 2; a++) {
            add_entity(articles[a], "Ada Brell", "ada brell", PX_ENTITY_PERSON);
            mention(articles[a], "Ada Brell", PX_MENTION_NAME);
            mention(articles[a], "The governor", PX_MENTION_ROLE);
            add_entity(articles[a], "Olm Dock", "olm dock", PX_ENTITY_ORGANISATION);
            mention(articles[a], "Olm Dock", PX_MENTION_NAME);
            mention(articles[a], "The firm", PX_MENTION_ROLE);
        }
        compare_both(fixture);
        assert_int_equal(variant_of(&fixture->ab, "governor")->doubted, cases[i].doubted);
        assert_int_equal(variant_of(&fixture->ba, "governor")->doubted, cases[i].doubted);
        assert_true(variant_of(&fixture->ab, "firm")->doubted);
        tear_down(state);
    }
}

/* Whoever says that there was no coup names none; where both have a word of the kind, none is one article's alone. */
static void test_what_is_denied_is_not_named(void **state)
{
    static const struct {
        const char *first, *second;
        bool named, lone;
    } cases[] = {
        {"The coup in Marn came at night.\n", "Rain fell in Marn.\n", true, true},
        {"The coup in Marn came at night.\n", "The uprising was loud. Rain fell in Marn.\n", true, false},
        {"It was not the coup in Marn that they feared.\n", "Rain fell in Marn.\n", false, false},
    };
    for (size_t i = 0; i < 3; i++) {
        set_up_texts(state, cases[i].first, cases[i].second);
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Marn", "marn", PX_ENTITY_PLACE);
        mention(&fixture->a, "Marn", PX_MENTION_NAME);
        compare_both(fixture);
        const struct px_referent *power = find_referent(&fixture->ab, "change of power (Marn)");
        assert_int_equal(power != NULL, cases[i].named);
        if (power != NULL)
            assert_int_equal(power->lone, cases[i].lone);
        tear_down(state);
    }
}

/* Who says nothing of a thing avoids no word for what another's speakers call it; what a writer says himself tells of
 * him. What somebody favours may be in his words. */
static void test_what_another_does_not_tell_of_is_no_choice(void **state)
{
    static const struct {
        const char *first, *second;
        bool said, doubted, unsure;
    } cases[] = {
        {"Lind drew up an amnesty.\n", "Dunlin spoke of immigrants and their status.\n", true, false, false},
        {"Lind drew up an amnesty.\n", "Dunlin spoke of herring.\n", true, true, false},
        {"Lind drew up an amnesty.\n", "Dunlin spoke of herring.\n", false, false, false},
        {"Lind favors an amnesty.\n", "Dunlin spoke of herring.\n", false, true, true},
        /* the same words with other endings are no other wording */
        {"Lind drew up an amnesty.\n", "Dunlin spoke of amnesties.\n", false, true, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, cases[i].first, cases[i].second);
        struct fixture *fixture = *state;
        for (uint32_t t = 0; cases[i].said && t < fixture->a.tokens.count; t++)
            fixture->a.tokens.items[t].voice = PX_VOICE_DIRECT;
        compare_both(fixture);
        for (size_t side = 0; side < 2; side++) {
            const struct px_comparison *comparison = side == 0 ? &fixture->ab : &fixture->ba;
            const struct px_referent *status = find_referent(comparison, "legal status for immigrants");
            assert_non_null(status);
            assert_true(status->lone);
            assert_int_equal(status->variants[0].doubted, cases[i].doubted);
            assert_int_equal(status->variants[0].unsure[side], cases[i].unsure);
        }
        tear_down(state);
    }
}

/* What a sentence lists side by side it takes for several things: no wordings for one. */
static void test_what_is_listed_is_not_one(void **state)
{
    static const char *const firsts[] = {"The coup in Marn was loud. The uprising in Marn was long.\n",
                                         "The coup, the rain and the uprising in Marn were loud.\n"};
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, firsts[i], "Rain fell in Marn.\n");
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Marn", "marn", PX_ENTITY_PLACE);
        mention(&fixture->a, "Marn", PX_MENTION_NAME);
        compare_both(fixture);
        assert_int_equal(find_referent(&fixture->ab, "change of power (Marn)") != NULL, i == 0);
        tear_down(state);
    }
}

/* Where words stand more often than they are known to name the thing, no choice is told; of a doubtful statement no
 * voice is. */
static void test_all_that_stands_is_counted(void **state)
{
    static const char *const seconds[] = {"The uprising in Marn grew. Rain fell.\n",
                                          "The uprising in Marn grew. It was no uprising, they said.\n",
                                          "The uprising in Marn grew, but not the coup in Marn.\n"};
    for (size_t i = 0; i < 3; i++) {
        set_up_texts(state, "Brell spoke of the coup in Marn. Rain fell.\n", seconds[i]);
        struct fixture *fixture = *state;
        struct px_article *articles[] = {&fixture->a, &fixture->b};
        for (size_t a = 0; a < 2; a++) {
            add_entity(articles[a], "Marn", "marn", PX_ENTITY_PLACE);
            mention(articles[a], "Marn", PX_MENTION_NAME);
        }
        attribute(&fixture->a, "Brell", "speak", "the coup in Marn", PX_ATTRIBUTION_INDIRECT)->high_tier = false;
        compare_both(fixture);
        const struct px_referent *power = find_referent(&fixture->ab, "change of power (Marn)");
        assert_int_equal(power != NULL && power->choices > 1, i == 0);
        const struct px_variant *coup = power == NULL ? NULL : find_variant(power, "coup");
        assert_true(i > 0 || (coup->unsure[0] && !coup->unsure[1] && coup->counts[0] == 1));
        tear_down(state);
    }
}

/* What somebody only does is told in the article's words; by what he is for or against he may have named it. */
static void test_a_deed_is_told_by_the_article(void **state)
{
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, "Brell bore the coup in Marn. Rain fell.\n", "The uprising in Marn grew. Rain fell.\n");
        struct fixture *fixture = *state;
        struct px_article *articles[] = {&fixture->a, &fixture->b};
        for (size_t a = 0; a < 2; a++) {
            add_entity(articles[a], "Marn", "marn", PX_ENTITY_PLACE);
            mention(articles[a], "Marn", PX_MENTION_NAME);
        }
        struct px_attribution *deed =
            attribute(&fixture->a, "Brell", "bear", "the coup in Marn", PX_ATTRIBUTION_INDIRECT);
        deed->speech = deed->high_tier = false;
        deed->tone = i == 0 ? PX_TONE_NEUTRAL : PX_TONE_CONFRONTATIONAL;
        for (size_t t = 0; t < fixture->a.tokens.count; t++) {
            fixture->a.tokens.items[t].voice = PX_VOICE_OWN;
            fixture->a.tokens.items[t].attribution = PX_NONE;
        }
        compare_both(fixture);
        const struct px_variant *coup = find_variant(find_referent(&fixture->ab, "change of power (Marn)"), "coup");
        assert_int_equal(coup->own[0], i == 0);
        assert_int_equal(coup->unsure[0], i == 1);
        tear_down(state);
    }
}

/* What everybody says is no choice where it stands once in one article; a word that stands between makes no other
 * wording. */
static void test_what_everybody_says_once_is_no_choice(void **state)
{
    set_up_texts(state, "The isle taxed homosexual couples. Two gay and lesbian married couples came.\n",
                 "The isle taxed same-sex couples. Two gay and lesbian couples came.\n");
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_referent *couples = find_referent(&fixture->ab, "same-sex couples");
    const struct px_variant *both = find_variant(couples, "gay and lesbian couples");
    assert_int_equal(both->counts[0], 1);
    assert_int_equal(both->counts[1], 1);
    assert_false(both->doubted || find_variant(couples, "homosexual couples")->doubted);
    assert_true(find_variant(couples, "same-sex couples")->doubted);
    tear_down(state);
    set_up_texts(state, "The coup in Marn was loud.\n", "The transition of power in Marn was long.\n");
    fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t a = 0; a < 2; a++) {
        add_entity(articles[a], "Marn", "marn", PX_ENTITY_PLACE);
        mention(articles[a], "Marn", PX_MENTION_NAME);
    }
    compare_both(fixture);
    const struct px_referent *power = find_referent(&fixture->ab, "change of power (Marn)");
    assert_false(find_variant(power, "transition of power")->doubted); /* beside "coup" it is a choice */
    tear_down(state);
}

/* "do not know same-sex couples": what is one thing everywhere is named where something is denied, too. */
static void test_one_thing_is_counted_where_something_is_denied(void **state)
{
    set_up_texts(state, "The isle did not tax same-sex couples. Two same-sex couples came.\n",
                 "The isle taxed homosexual couples. It never did tax a homosexual couple.\n");
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_referent *couples = find_referent(&fixture->ab, "same-sex couples");
    assert_int_equal(find_variant(couples, "same-sex couples")->counts[0], 2);
    assert_int_equal(find_variant(couples, "homosexual couple")->counts[1], 2);
    assert_true(couples->choices > 1);
    tear_down(state);
}

/* Small words may have a letter in the short form, too; and beside the words that it is short for, that of a place is how a
 * house writes it, whatever else it is called. */
static void test_a_short_form_is_no_choice(void **state)
{
    set_up_texts(state, "The Care of Docks Act passed. The N.T. slept. Port slept.\n",
                 "The CODA passed. The North Tarsk slept. Port fell.\n");
    struct fixture *fixture = *state;
    for (int i = 0; i < 2; i++) {
        struct px_article *article = i == 0 ? &fixture->a : &fixture->b;
        add_entity(article, "Care of Docks Act", "care of docks act", PX_ENTITY_OTHER);
        mention(article, i == 0 ? "Care of Docks Act" : "CODA", PX_MENTION_NAME);
        add_entity(article, "North Tarsk", "north tarsk", PX_ENTITY_PLACE);
        mention(article, i == 0 ? "N.T." : "North Tarsk", PX_MENTION_NAME);
        mention(article, "Port", PX_MENTION_NAME);
    }
    compare_both(fixture);
    assert_int_equal(find_referent(&fixture->ab, "Care of Docks Act")->choices, 1);
    assert_int_equal(find_referent(&fixture->ab, "North Tarsk")->choices, 0);
    tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_mostly_doubted_tells_nothing, set_up_shared, tear_down),
        cmocka_unit_test_setup_teardown(test_tests_the_choice, set_up_choice, tear_down),
        cmocka_unit_test_setup_teardown(test_a_paragraph_chooses_once, set_up_one_choice, tear_down),
        cmocka_unit_test_setup_teardown(test_general_use_tells_nothing, set_up_forms, tear_down),
        cmocka_unit_test_teardown(test_doubts_a_name_that_stands_there, tear_down),
        cmocka_unit_test_teardown(test_an_abbreviation_beside_another_word_is_a_choice, tear_down),
        cmocka_unit_test(test_a_short_form_is_no_choice),
        cmocka_unit_test(test_an_unsure_role_is_doubted),
        cmocka_unit_test(test_what_is_denied_is_not_named),
        cmocka_unit_test(test_what_another_does_not_tell_of_is_no_choice),
        cmocka_unit_test(test_what_is_listed_is_not_one),
        cmocka_unit_test(test_all_that_stands_is_counted),
        cmocka_unit_test(test_a_deed_is_told_by_the_article),
        cmocka_unit_test(test_one_thing_is_counted_where_something_is_denied),
        cmocka_unit_test(test_what_everybody_says_once_is_no_choice),
        cmocka_unit_test_setup_teardown(test_doubts_what_stands_there, set_up_doubts, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
