#include "../comparison/compare_fixture.h"

static struct px_slice shared(const struct px_comparison *comparison, size_t run, size_t article)
{
    const struct px_spans *spans = &comparison->shared.items[run].spans[article];
    assert_true(spans->count > 0);
    return px_slice_span(comparison->articles[article]->text, spans->items[0]);
}

static void runs_are_as_long_as_they_can_be(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(2, fixture->ab.shared.count);
    bool quotation = false, court = false;
    for (size_t i = 0; i < 2; i++) {
        struct px_slice text = shared(&fixture->ab, i, 0);
        quotation |= px_slice_is(text, "We have waited nine months for an answer and got a shrug");
        court |= px_slice_is(text, "asked a court to order the cranes back to work");
    }
    assert_true(quotation);
    assert_true(court);
}

static void runs_mirror(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.shared.count, fixture->ba.shared.count);
    for (size_t i = 0; i < fixture->ab.shared.count; i++) {
        assert_true(px_slice_equal(shared(&fixture->ab, i, 0), shared(&fixture->ba, i, 1)));
        assert_int_equal(fixture->ab.shared.items[i].words, fixture->ba.shared.items[i].words);
    }
}

static int set_up_phrases(void **state)
{
    return set_up_texts(
        state, "It was one of the most that there is of them all.\nCase and, dashes - aside: the RED fox ran home.\n",
        "She was one of the most that there is of them.\nCase and dashes aside the red fox slept.\n");
}

static void function_words_are_no_shared_text(void **state)
{
    struct fixture *fixture = *state;
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(1, fixture->ab.shared.count);
    assert_true(px_slice_is(shared(&fixture->ab, 0, 0), "Case and, dashes - aside: the RED fox"));
}

static int set_up_long(void **state)
{
    return set_up_texts(
        state, "\"If we do not get it there should be no deal,\" Lind said. One of the most that is there.\n",
        "\"And if we do not get it there should be no deal.\" It is one of the most that is there to us.\n");
}

/* Of a run that is long one content word is enough. */
static void a_long_run_needs_one_content_word(void **state)
{
    struct fixture *fixture = *state;
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(1, fixture->ab.shared.count);
    assert_true(px_slice_is(shared(&fixture->ab, 0, 0), "If we do not get it there should be no deal"));
}

static int set_up_edited(void **state)
{
    return set_up_texts(state,
                        "Police said the rioters threw stones at the gates of the well-known town hall on Monday.\n",
                        "Police said the protesters threw stones at the gates of the well known town hall.\n");
}

static void edits_show_what_else_is_equal(void **state)
{
    struct fixture *fixture = *state;
    compare_turned(fixture);
    assert_int_equal(1, fixture->ab.reused.count);
    assert_int_equal(1, fixture->ba.reused.count);
    const struct px_reuse *ab = fixture->ab.reused.items, *ba = fixture->ba.reused.items;
    assert_int_equal(2, ab->edits.count); /* "well-known" and "well known" are the same letters */
    assert_true(px_slice_is(px_slice_span(fixture->a.text, ab->edits.items[0].spans[0]), "rioters"));
    assert_true(px_slice_is(px_slice_span(fixture->b.text, ab->edits.items[0].spans[1]), "protesters"));
    assert_true(px_slice_is(px_slice_span(fixture->a.text, ab->edits.items[1].spans[0]), "on Monday"));
    assert_int_equal(0, px_slice_span(fixture->b.text, ab->edits.items[1].spans[1]).size);
    assert_int_equal(ab->words, ba->words);
    assert_true(px_slice_is(px_slice_span(fixture->b.text, ba->edits.items[0].spans[0]), "protesters"));
}

static int set_up_parted(void **state)
{
    return set_up_texts(
        state,
        "\"The council must open the old workforce hall to every family in Varn before the winter comes and if not we "
        "march.\"\n",
        "\"The council must open the old work force hall to every family in Varn before the winter comes,\" Ms. Lind "
        "said. \"And if not we march,\" she added.\n");
}

/* What the first alone has in the sentence stands in the second's next one. */
static void what_the_next_sentence_has_is_no_cut(void **state)
{
    struct fixture *fixture = *state;
    compare_turned(fixture);
    assert_int_equal(1, fixture->ab.reused.count);
    assert_int_equal(1, fixture->ba.reused.count);
    const struct px_reuse *ab = fixture->ab.reused.items, *ba = fixture->ba.reused.items;
    assert_int_equal(1, ab->edits.count);
    assert_int_equal(1, ba->edits.count);
    assert_int_equal(0, px_slice_span(fixture->a.text, ab->edits.items[0].spans[0]).size);
    assert_true(px_slice_is(px_slice_span(fixture->b.text, ab->edits.items[0].spans[1]), "Ms. Lind said"));
    assert_int_equal(0, px_slice_span(fixture->a.text, ba->edits.items[0].spans[1]).size);
    assert_true(ab->edited);
    assert_false(ab->edits.items[0].who_says);
}

/* Round the same quotation who says it is no edit. */
static void who_says_it_is_no_edit(void **state)
{
    struct fixture *fixture = *state;
    uint32_t said = (uint32_t)px_slice_find(fixture->b.text, PX_SLICE("Ms. Lind"), 0);
    for (size_t t = 0; t < fixture->a.tokens.count; t++)
        fixture->a.tokens.items[t].voice = PX_VOICE_DIRECT;
    for (size_t t = 0; t < fixture->b.tokens.count && fixture->b.tokens.items[t].start < said; t++)
        fixture->b.tokens.items[t].voice = PX_VOICE_DIRECT;
    compare_turned(fixture);
    assert_int_equal(1, fixture->ab.reused.count);
    assert_false(fixture->ab.reused.items[0].edited);
    assert_false(fixture->ba.reused.items[0].edited);
    assert_true(fixture->ab.reused.items[0].edits.items[0].who_says);
}

static int set_up_quotation(void **state)
{
    return set_up_texts(state, "\"The most that there is, is fear.\" he asked.\n",
                        "She wondered. \"The most that there is, is fear.\" he said.\n");
}

/* Gives what stands between the marks to a speaker. */
static void quote(struct px_article *article)
{
    uint32_t first = (uint32_t)px_slice_find(article->text, PX_SLICE("\""), 0);
    uint32_t last = (uint32_t)px_slice_find(article->text, PX_SLICE("\""), first + 1);
    for (size_t t = 0; t < article->tokens.count; t++)
        if (article->tokens.items[t].start > first && article->tokens.items[t].start < last)
            article->tokens.items[t].voice = PX_VOICE_DIRECT;
}

/* Six words with one content word are a phrase, unless both articles quote them. */
static void a_plain_quotation_is_shared(void **state)
{
    struct fixture *fixture = *state;
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(0, fixture->ab.shared.count);
    quote(&fixture->a);
    compare_articles(fixture, &fixture->b, &fixture->a, &fixture->ba);
    assert_int_equal(0, fixture->ba.shared.count);
    px_comparison_release(&fixture->ab);
    quote(&fixture->b);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(1, fixture->ab.shared.count);
    assert_true(px_slice_is(shared(&fixture->ab, 0, 0), "The most that there is, is fear"));
}

static int set_up_tags(void **state)
{
    return set_up_texts(
        state,
        "\"The council must open the old work hall to every family in Varn before the winter comes,\" said "
        "League chair Ora Lind.\n",
        "\"The council must open the old work hall to each family in Varn before the winter comes,\" said "
        "Ora Lind, who leads the League.\n");
}

static int set_up_turned(void **state)
{
    return set_up_texts(
        state,
        "Harbour League chair Ora Lind said that, because of rain, \"the council must open the old work hall to every "
        "family in Varn and in all of the villages on the lake before the winter comes.\"\n",
        "\"With rain, the council must open the old work hall to every family in Varn and in all of the villages on "
        "the lake before the winter comes,\" said Harbour League chair Ora Lind.\n");
}

/* Who says it stands before a quotation in one, and behind it in the other. */
static void who_says_it_may_change_places(void **state)
{
    struct fixture *fixture = *state;
    quote(&fixture->a);
    quote(&fixture->b);
    compare_turned(fixture);
    const struct px_comparison *both[] = {&fixture->ab, &fixture->ba};
    for (size_t turned = 0; turned < 2; turned++) {
        assert_int_equal(1, both[turned]->reused.count);
        assert_false(both[turned]->reused.items[0].edited);
    }
}

static int set_up_insult(void **state)
{
    return set_up_texts(
        state,
        "Harbour League chair Ora Lind said that \"the council must open the old work hall to every family in Varn and "
        "in all of the villages on the lake before the winter comes.\"\n",
        "\"Greedy fools forget that the council must open the old work hall to every family in Varn and in all of the "
        "villages on the lake before the winter comes,\" said Harbour League chair Ora Lind.\n");
}

/* What is quoted there is no place for who says it. */
static void quoted_words_are_an_edit(void **state)
{
    struct fixture *fixture = *state;
    quote(&fixture->a);
    quote(&fixture->b);
    compare_turned(fixture);
    assert_int_equal(1, fixture->ab.reused.count);
    assert_true(fixture->ab.reused.items[0].edited);
    assert_true(fixture->ba.reused.items[0].edited);
}

/* Behind a quotation whatever differs tells who says it, beside words that both have there, too. */
static void who_says_it_may_share_words(void **state)
{
    struct fixture *fixture = *state;
    quote(&fixture->a);
    quote(&fixture->b);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(1, fixture->ab.reused.count);
    const struct px_reuse *reuse = fixture->ab.reused.items;
    assert_true(reuse->edited);
    assert_true(reuse->edits.count > 2);
    for (size_t i = 0; i < reuse->edits.count; i++)
        assert_int_equal(i > 0, reuse->edits.items[i].who_says);
}

static int set_up_hyphen(void **state)
{
    return set_up_texts(state,
                        "\"It gives plain and clear, coherent tax filing guidance to all families here.\" He sat.\n",
                        "\"It gives plain and clear, coherent tax-filing guidance to all families here.\" She left.\n");
}

static void a_hyphen_does_not_break_a_run(void **state)
{
    struct fixture *fixture = *state;
    compare_turned(fixture);
    assert_int_equal(1, fixture->ab.shared.count);
    assert_int_equal(1, fixture->ba.shared.count);
    assert_true(px_slice_is(shared(&fixture->ab, 0, 0),
                            "It gives plain and clear, coherent tax filing guidance to all families here"));
    assert_true(px_slice_equal(shared(&fixture->ab, 0, 1), shared(&fixture->ba, 0, 0)));
}

static int set_up_repeated(void **state)
{
    return set_up_texts(state,
                        "\"We are the ones who are offering boats to mend the quay,\" Lind said. \"We are the ones who "
                        "are not asleep.\"\n",
                        "It is dry, Lind said. \"We are the ones who are offering boats to mend the quay.\"\n");
}

/* A run that begins earlier hides none that reaches further. */
static void a_run_reaches_as_far_as_it_can(void **state)
{
    struct fixture *fixture = *state;
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(1, fixture->ab.shared.count);
    assert_true(px_slice_is(shared(&fixture->ab, 0, 1), "We are the ones who are offering boats to mend the quay"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(runs_are_as_long_as_they_can_be, set_up, tear_down),
        cmocka_unit_test_setup_teardown(runs_mirror, set_up, tear_down),
        cmocka_unit_test_setup_teardown(edits_show_what_else_is_equal, set_up_edited, tear_down),
        cmocka_unit_test_setup_teardown(what_the_next_sentence_has_is_no_cut, set_up_parted, tear_down),
        cmocka_unit_test_setup_teardown(who_says_it_is_no_edit, set_up_parted, tear_down),
        cmocka_unit_test_setup_teardown(who_says_it_may_change_places, set_up_turned, tear_down),
        cmocka_unit_test_setup_teardown(quoted_words_are_an_edit, set_up_insult, tear_down),
        cmocka_unit_test_setup_teardown(who_says_it_may_share_words, set_up_tags, tear_down),
        cmocka_unit_test_setup_teardown(a_plain_quotation_is_shared, set_up_quotation, tear_down),
        cmocka_unit_test_setup_teardown(a_hyphen_does_not_break_a_run, set_up_hyphen, tear_down),
        cmocka_unit_test_setup_teardown(function_words_are_no_shared_text, set_up_phrases, tear_down),
        cmocka_unit_test_setup_teardown(a_run_reaches_as_far_as_it_can, set_up_repeated, tear_down),
        cmocka_unit_test_setup_teardown(a_long_run_needs_one_content_word, set_up_long, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
