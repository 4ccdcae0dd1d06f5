#include "../comparison/annotated_fixture.h"

static const char *const HARSH[] = {"-cruel", "-mean", "-unjust", "-vain", "-rude", "-idle", "+brave"};
static const char *const MILD[] = {"+kind", "+fair", "+patient", "+calm", "+wise", "+open"};

static int judge(void **state, const char *a, const char *b)
{
    set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    attribute(&fixture->a, "Dunn", "say", "She is brave", PX_ATTRIBUTION_DIRECT);
    add_entity(&fixture->a, "Brell", "brell", PX_ENTITY_PERSON);
    mention(&fixture->a, "Brell", PX_MENTION_NAME);
    mention(&fixture->a, "Brell", PX_MENTION_NAME);
    evaluate(&fixture->a, HARSH, 7);
    add_entity(&fixture->b, "Brell", "brell", PX_ENTITY_PERSON);
    mention(&fixture->b, "Brell", PX_MENTION_NAME);
    mention(&fixture->b, "Brell", PX_MENTION_NAME);
    evaluate(&fixture->b, MILD, 6);
    compare_both(fixture);
    return 0;
}

/* A judgement a paragraph. */
static int set_up_judgements(void **state)
{
    return judge(state,
                 "Brell was cruel.\nShe was mean,\nunjust,\nvain,\nrude,\nand idle.\n\"She is brave,\" said Dunn.\n",
                 "Brell was kind.\nShe was fair,\npatient,\ncalm,\nwise,\nand open.\n");
}

static int set_up_one_thought(void **state)
{
    return judge(state, "Brell was cruel, mean, unjust, vain, rude and idle. \"She is brave,\" said Dunn.\n",
                 "Brell was kind, fair, patient, calm, wise and open.\n");
}

/* The same words in one breath are one judgement. */
static void test_a_paragraph_judges_once(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_stance_row *row = &fixture->ab.stances.items[0];
    assert_int_equal(row->negative[0], 6);
    assert_int_equal(row->positive[1], 6);
    assert_int_equal(row->verdict, PX_VERDICT_NO_CLEAR_DIFFERENCE);
}

static void test_counts_by_sign_and_voice(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.stances.count, 1);
    const struct px_stance_row *row = &fixture->ab.stances.items[0];
    assert_true(px_slice_is(row->name, "Brell"));
    assert_int_equal(row->negative[0], 6);
    assert_int_equal(row->positive[0], 0);
    assert_int_equal(row->quoted_positive[0], 1);
    assert_int_equal(row->positive[1], 6);
    assert_int_equal(row->score[0].count, 6);
    assert_int_equal(row->evidence[0].count, 7);
    assert_int_equal(row->verdict, PX_VERDICT_DIFFERS);
}

static void test_counts_a_word_once(void **state)
{
    struct fixture *fixture = *state;
    struct px_stance *stance = &fixture->a.stances.items[0];
    stance->evidence[1] = stance->evidence[0]; /* near two mentions */
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(fixture->ab.stances.items[0].words[0].count, 6); /* of seven */
}

static void test_counts_own_mentions(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.stances.items[0].own[0], 6);
    assert_int_equal(fixture->ab.stances.items[0].own[1], 6);
}

/* A role beside a name is no second mention. */
static void test_a_role_beside_a_name_is_not_counted(void **state)
{
    struct fixture *fixture = *state;
    uint32_t named = fixture->ab.stances.items[0].named[0];
    struct px_mention *mention = &fixture->a.mentions.items[fixture->a.stances.items[0].mentions[0].mention];
    mention->form = PX_MENTION_ROLE;
    mention->beside = true;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(fixture->ab.stances.items[0].named[0], named);
    assert_int_equal(fixture->ab.stances.items[0].own[0], 5);
    assert_int_equal(fixture->ab.stances.items[0].negative[0], 5);
}

/* What an article says in a quotation that cites nobody is not its own. */
static void test_a_quotation_is_not_own(void **state)
{
    struct fixture *fixture = *state;
    struct px_stance_mention *mention = &fixture->a.stances.items[0].mentions[0];
    fixture->a.tokens.items[fixture->a.mentions.items[mention->mention].first_token].voice = PX_VOICE_DIRECT;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(fixture->ab.stances.items[0].own[0], 5);
    assert_int_equal(fixture->ab.stances.items[0].negative[0], 5);
    assert_int_equal(fixture->ab.stances.items[0].quoted_negative[0], 1);
}

/* A tested difference is told; the same words in one breath are none. */
static void test_a_difference_is_told(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_stance_row *row = &fixture->ab.stances.items[0];
    const struct px_finding *finding = find_finding(&fixture->ab, "Mentions of “Brell” in own voice: 6 unfavourable "
                                                                  "and 0 favourable of 6 in A");
    assert_int_equal(finding != NULL, row->verdict == PX_VERDICT_DIFFERS);
}

static void test_swapping_swaps(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_stance_row *x = &fixture->ab.stances.items[0];
    const struct px_stance_row *y = &fixture->ba.stances.items[0];
    assert_int_equal(x->negative[0], y->negative[1]);
    assert_int_equal(x->quoted_positive[0], y->quoted_positive[1]);
    assert_int_equal(x->verdict, y->verdict);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_counts_by_sign_and_voice, set_up_judgements, tear_down),
        cmocka_unit_test_setup_teardown(test_a_paragraph_judges_once, set_up_one_thought, tear_down),
        cmocka_unit_test_setup_teardown(test_counts_a_word_once, set_up_judgements, tear_down),
        cmocka_unit_test_setup_teardown(test_counts_own_mentions, set_up_judgements, tear_down),
        cmocka_unit_test_setup_teardown(test_a_role_beside_a_name_is_not_counted, set_up_judgements, tear_down),
        cmocka_unit_test_setup_teardown(test_a_quotation_is_not_own, set_up_judgements, tear_down),
        cmocka_unit_test_setup_teardown(test_a_difference_is_told, set_up_judgements, tear_down),
        cmocka_unit_test_setup_teardown(test_a_difference_is_told, set_up_one_thought, tear_down),
        cmocka_unit_test_setup_teardown(test_swapping_swaps, set_up_judgements, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
