/* Shared text of a few words: what one article quotes by itself and another within a quotation, and nothing else. */
#include "../comparison/annotated_fixture.h"

/* The one run as both articles have it, whichever comes first; NULL: there is none. */
static void assert_quoted(void **state, const char *in_a, const char *in_b)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    for (size_t side = 0; side < 2; side++) {
        const struct px_comparison *comparison = side == 0 ? &fixture->ab : &fixture->ba;
        assert_int_equal(comparison->shared.count, in_a != NULL);
        if (in_a == NULL)
            continue;
        const struct px_shared *run = &comparison->shared.items[0];
        assert_true(px_slice_is(px_slice_span(fixture->a.text, run->spans[side].items[0]), in_a));
        assert_true(px_slice_is(px_slice_span(fixture->b.text, run->spans[1 - side].items[0]), in_b));
        assert_int_equal(run->spans[0].count, 1);
        assert_int_equal(run->spans[1].count, 1);
        assert_false(run->phrase);
    }
}

/* What stands between marks in either text, one a quotation. */
static int set_up_quoted(void **state, const char *a, const char *b)
{
    int status = set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        struct px_slice text = articles[i]->text;
        for (const char *open = text.data; (open = strchr(open, '"')) != NULL;) {
            const char *close = strchr(open + 1, '"');
            char words[100];
            snprintf(words, sizeof words, "%.*s", (int)(close - open - 1), open + 1);
            quote(articles[i], words, PX_QUOTATION_SPEECH);
            open = close + 1;
        }
    }
    return status;
}

static int set_up_catchphrase(void **state)
{
    return set_up_quoted(state, "Lind said that the visit was no return to \"fishing as usual\" for the harbour.\n",
                         "For now there cannot be \"Fishing as usual,\" Hask told the crews.\n");
}

static void few_quoted_words_are_shared(void **state)
{
    assert_quoted(state, "fishing as usual", "Fishing as usual");
}

static int set_up_part(void **state)
{
    return set_up_quoted(state, "Lind called the plan \"deeply unfair\" on Monday.\n",
                         "\"I find this plan deeply unfair to every crew,\" Lind said on Monday.\n");
}

static void words_out_of_the_other_s_quotation_are(void **state)
{
    assert_quoted(state, "deeply unfair", "deeply unfair");
}

static int set_up_plain(void **state)
{
    return set_up_quoted(state, "\"Where were you then?\" Lind asked the crews.\n",
                         "Lind was heard to shout \"No! Where were you then?\" at all of them.\n");
}

static void a_sentence_of_small_words_is(void **state)
{
    assert_quoted(state, "Where were you then", "Where were you then");
}

static int set_up_unquoted(void **state)
{
    return set_up_quoted(state, "Lind called the plan \"deeply unfair\" on Monday.\n",
                         "Lind, who thinks the plan deeply unfair, left on \"Monday evening\" with the crews.\n");
}

static int set_up_names(void **state)
{
    return set_up_quoted(
        state, "Lind spoke to the \"Harbour Watch\" movement and called \"who are you\" to \"The Men Of Varn\".\n",
        "\"The Harbour Watch is ours,\" said Lind. \"Who are you?\" he called to \"The Men Of Varn\".\n");
}

static int set_up_long(void **state)
{
    return set_up_quoted(state, "Lind called it \"an unfair plan made by old men\" on Monday.\n",
                         "\"It is unfair,\" said Lind, who knows old men.\n");
}

/* A scrap of a sentence that both quote at length is no other find; of another sentence it is one. */
static void a_scrap_of_what_is_shared_is_not(void **state)
{
#define LONG_WORDS "that the harbour toll of Varn has ruined every crew on the coast"
    for (int apart = 0; apart < 2; apart++) {
        set_up_quoted(state, "\"Is the fishing fair,\" Lind asked, \"" LONG_WORDS "?\"\n",
                      apart == 0 ? "\"Is the fishing fair " LONG_WORDS "?\" Lind asked.\n"
                                 : "\"It is untrue " LONG_WORDS ",\" Hask said. \"Is the fishing fair\" is a song.\n");
        struct fixture *fixture = *state;
        compare_both(fixture);
        assert_int_equal(fixture->ab.shared.count, apart + 1);
        assert_int_equal(fixture->ba.shared.count, apart + 1);
        tear_down(state);
    }
}

static void others_are_not(void **state)
{
    assert_quoted(state, NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(few_quoted_words_are_shared, set_up_catchphrase, tear_down),
        cmocka_unit_test_setup_teardown(a_sentence_of_small_words_is, set_up_plain, tear_down),
        cmocka_unit_test_setup_teardown(words_out_of_the_other_s_quotation_are, set_up_part, tear_down),
        cmocka_unit_test(a_scrap_of_what_is_shared_is_not),
        cmocka_unit_test_setup_teardown(others_are_not, set_up_unquoted, tear_down),
        cmocka_unit_test_setup_teardown(others_are_not, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(others_are_not, set_up_long, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
