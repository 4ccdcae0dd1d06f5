/* What holds of all findings, and what is told of marks, shared words, deeds and short texts. */
#include "findings_fixture.h"

static void test_tells_scare_quotes_from_plain_use(void **state)
{
    const struct fixture *fixture = *state;
    assert_text(
        find_finding(&fixture->ab, "A (The Lantern) puts"),
        "A (The Lantern) puts quotation marks that cite nobody round “river wardens”; B (Morning Mail) uses the "
        "same words plainly in 1 sentence.");
}

/* Three judged mentions of one name on either side are too few to be told. */
static void test_keeps_untested_stance_to_the_table(void **state)
{
    const struct fixture *fixture = *state;
    assert_null(find_finding(&fixture->ab, "Mentions of “Ada Brell”"));
    assert_int_equal(fixture->ab.stances.items[0].negative[0], 3);
}

/* Two words here and none there say nothing, where there is more to say. */
static void test_leaves_out_what_does_not_differ(void **state)
{
    const struct fixture *fixture = *state;
    assert_null(find_finding(&fixture->ab, "Loaded words in own voice"));
    assert_null(find_finding(&fixture->ab, "Words in "));
}

/* How much each has from the other, whether speakers in common make for it, and where it stands. */
static void test_tells_what_is_word_for_word_the_same(void **state)
{
    set_up_texts(state, LANTERN, LANTERN MAIL);
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_finding *shared = find_finding(&fixture->ab, "Word for word");
    assert_text(shared, "Word for word the same in both: 90 % of A (The Lantern) and 66 % of B (Morning Mail), none "
                        "of it quoted.");
    assert_true(shared->evidence[0].count > 0 && shared->evidence[1].count > 0);
    for (size_t t = 0; t < fixture->a.tokens.count; t++)
        fixture->a.tokens.items[t].voice = PX_VOICE_DIRECT;
    compare_again(fixture);
    assert_non_null(find_finding(&fixture->ab, "Word for word the same in both: 90 % of A (The Lantern) and 66 % of B "
                                               "(Morning Mail), about half of it quoted."));
    tear_down(state);
}

static void test_every_finding_has_evidence(void **state)
{
    const struct fixture *fixture = *state;
    assert_in_range(fixture->ab.findings.count, 3, 8);
    for (size_t i = 0; i < fixture->ab.findings.count; i++) {
        const struct px_finding *finding = &fixture->ab.findings.items[i];
        assert_true(finding->evidence[0].count + finding->evidence[1].count > 0);
        assert_true(px_slice_ends(finding->text, PX_SLICE(".")));
    }
}

/* The text with the letters of the articles exchanged. */
static struct px_slice exchange(struct px_arena *arena, struct px_slice text)
{
    struct px_slice copy = px_arena_copy(arena, text);
    char *bytes = px_arena_take(arena, copy.size);
    memcpy(bytes, copy.data, copy.size);
    for (size_t i = 0; i + 2 < copy.size; i++)
        if (((bytes[i + 1] == ' ' && bytes[i + 2] == '(') || strncmp(bytes + i + 1, "¶", 2) == 0) &&
            (i == 0 || bytes[i - 1] == ' ' || bytes[i - 1] == '('))
            bytes[i] = bytes[i] == 'A' ? 'B' : bytes[i] == 'B' ? 'A' : bytes[i];
    return (struct px_slice){bytes, copy.size};
}

static void test_swapping_swaps_letters(void **state)
{
    const struct fixture *fixture = *state;
    struct px_arena arena = {0};
    assert_int_equal(fixture->ab.findings.count, fixture->ba.findings.count);
    for (size_t i = 0; i < fixture->ab.findings.count; i++) {
        const struct px_finding *x = &fixture->ab.findings.items[i];
        const struct px_finding *y = &fixture->ba.findings.items[i];
        assert_true(px_slice_equal(x->text, exchange(&arena, y->text)));
        assert_int_equal(x->verdict, y->verdict);
        assert_same(x->rank, y->rank);
        assert_int_equal(x->evidence[0].count, y->evidence[1].count);
        assert_int_equal(x->evidence[1].count, y->evidence[0].count);
    }
    px_arena_release(&arena);
}

static void test_compares_three(void **state)
{
    struct fixture *fixture = *state;
    struct px_error error = {0};
    struct px_article third;
    read_article(&fixture->worker, "c", "# Rain\nRain fell on Marn all day.\n", &third);
    finish(fixture, &third, "Evening Star");
    const struct px_article *articles[] = {&fixture->a, &fixture->b, &third};
    px_comparison_release(&fixture->ab);
    assert_int_equal(PX_OK, px_compare(articles, 3, &(struct px_compare_options){.seed = 7, .replicates = 200},
                                       &fixture->worker, &fixture->ab, &error));
    assert_non_null(find_finding(&fixture->ab, "A (The Lantern) writes of"));
    assert_int_not_equal(px_slice_find(find_finding(&fixture->ab, "A (The Lantern) writes of")->text,
                                       PX_SLICE("no other article names either"), 0),
                         SIZE_MAX);
    px_article_release(&third);
}

static int set_up_short(void **state)
{
    set_up_texts(state, "It rained.\n", "It was dry.\n");
    compare_both(*state);
    return 0;
}

static void test_says_that_nothing_was_found(void **state)
{
    const struct fixture *fixture = *state;
    assert_true(fixture->ab.findings.count > 0);
    assert_text(&fixture->ab.findings.items[0], "No loaded words in own voice were found in either article.");
}

static void add_act(struct px_article *article, uint8_t kind, const char *words, uint32_t agent, uint32_t patient)
{
    struct px_span span = find_text(article, words, 0);
    struct px_act *act = take_all(px_vector_push(&article->acts, &article->arena));
    *act = (struct px_act){.kind = kind,
                           .start = span.start,
                           .end = span.end,
                           .verb = PX_SLICE("sack"),
                           .agent = agent,
                           .patient = patient,
                           .agent_given = agent != PX_NONE,
                           .deed = true,
                           .sentence = article->tokens.items[token_from(article, span.start)].sentence};
}

static int set_up_acts(void **state)
{
    set_up_texts(state, "Ada Brell was sacked on Monday. The road is long.\n",
                 "The road is long. The council sacked Ada Brell.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Ada Brell", "ada brell", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ada Brell", PX_MENTION_NAME);
    add_act(&fixture->a, PX_ACT_PASSIVE, "was sacked", PX_NONE, 0);
    add_entity(&fixture->b, "Ada Brell", "ada brell", PX_ENTITY_PERSON);
    mention(&fixture->b, "Ada Brell", PX_MENTION_NAME);
    add_entity(&fixture->b, "council", "council", PX_ENTITY_ORGANISATION);
    add_act(&fixture->b, PX_ACT_ACTIVE, "sacked", 1, 0);
    compare_both(fixture);
    return 0;
}

static void test_tells_who_did_what_the_other_leaves_open(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_agency_row *brell = &fixture->ab.agency.items[0];
    const struct px_agency_row *council = &fixture->ab.agency.items[1];
    assert_int_equal(fixture->ab.agency.count, 2);
    assert_true(px_slice_is(brell->name, "Ada Brell"));
    assert_int_equal(brell->acts[0].count + brell->acts[1].count, 0);
    assert_int_equal(brell->acted_on[0].count, 1);
    assert_int_equal(brell->acted_on[1].count, 1);
    assert_int_equal(council->acts[1].count, 1);
    assert_int_equal(council->evidence[1].count, 1);
    assert_true(brell->acted_on[0].items[0].shared); /* both have a word for it */
    assert_true(council->acts[1].items[0].shared);
    assert_text(find_finding(&fixture->ab, "Of “Ada Brell”"),
                "Of “Ada Brell”: “was sacked” in A (The Lantern), without a doer; “sacked” in B (Morning Mail), by "
                "“council”.");
    assert_text(find_finding(&fixture->ba, "Of “Ada Brell”"),
                "Of “Ada Brell”: “was sacked” in B (The Lantern), without a doer; “sacked” in A (Morning Mail), by "
                "“council”.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tells_what_is_word_for_word_the_same),
        cmocka_unit_test_setup_teardown(test_tells_scare_quotes_from_plain_use, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_keeps_untested_stance_to_the_table, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_leaves_out_what_does_not_differ, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_every_finding_has_evidence, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_swapping_swaps_letters, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_compares_three, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_says_that_nothing_was_found, set_up_short, tear_down),
        cmocka_unit_test_setup_teardown(test_tells_who_did_what_the_other_leaves_open, set_up_acts, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
