/* What is told of loaded words in own voice: how many make a finding, and which stand as examples. */
#include "findings_fixture.h"

#define GRIM "The savage raid went on. "
#define RAIDS "The savage raid went on. The brutal raid went on. The vicious raid went on. "
#define FOURTH "The cruel raid went on. "

/* So many words, each in a sentence, which a model of sentences flags too, or not. */
static int set_up_words(void **state, size_t count, bool flagged)
{
    static const char *const words[] = {"savage", "brutal", "vicious", "cruel"};
    set_up_texts(state, EIGHT(PLAIN) "\n", RAIDS FOURTH PLAIN PLAIN PLAIN PLAIN "\n");
    struct fixture *fixture = *state;
    for (size_t i = 0; i < count; i++) {
        load(&fixture->b, words[i], "loaded.evaluative");
        fixture->b.sentences.items[i].loaded = flagged;
    }
    compare_both(fixture);
    return 0;
}

static int set_up_few(void **state)
{
    return set_up_words(state, 4, true);
}

static int set_up_unflagged(void **state)
{
    return set_up_words(state, 4, false);
}

/* Too few for a test, and yet many times what the other has. */
static void test_counts_loaded_words_with_few_hits(void **state)
{
    const struct fixture *fixture = *state;
    assert_text(
        find_finding(&fixture->ab, "Loaded words in own voice: "),
        "Loaded words in own voice: 4 in B (Morning Mail): “savage”, “brutal”, “vicious” and “cruel”; 0 in A (The "
        "Lantern); too few to test for chance.");
}

/* Three are told only where nothing else is: two in five words of the lists judge nothing. */
static void test_three_loaded_words_are_no_finding(void **state)
{
    set_up_words(state, 3, true);
    struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: ");
    assert_non_null(finding);
    assert_true(finding->rank <= 0);
    tear_down(state);
}

/* Where whole sentences do not look more loaded, the count may be the list's. */
static void test_sentences_must_point_the_same_way(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: ");
    assert_true(finding == NULL || finding->rank <= 0);
}

/* "savage" four times is one word by which the article judges. */
static void test_a_word_is_one_however_often(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) "\n", GRIM GRIM GRIM GRIM PLAIN PLAIN PLAIN PLAIN "\n");
    struct fixture *fixture = *state;
    load(&fixture->b, "savage", "loaded.evaluative");
    for (size_t i = 0; i < 4; i++)
        fixture->b.sentences.items[i].loaded = true;
    compare_both(fixture);
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: ");
    assert_true(finding == NULL || finding->rank <= 0);
    tear_down(state);
}

/* Forms of one word are one wording, with all of its forms. */
static void test_forms_of_a_word_are_one(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) "\n", "Ilka mocks rain. Ilka sat mocking fog. " EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    fixture->b.lexemes = px_arena_array(&fixture->b.arena, struct px_lexeme, fixture->b.tokens.count);
    fixture->a.lexemes = px_arena_array(&fixture->a.arena, struct px_lexeme, fixture->a.tokens.count);
    assert_true(fixture->a.lexemes != NULL && fixture->b.lexemes != NULL);
    for (size_t t = 0; t < fixture->b.tokens.count; t++)
        fixture->b.lexemes[t].lemma = fixture->b.tokens.items[t == 6 ? 1 : t].form;
    for (size_t t = 0; t < fixture->a.tokens.count; t++)
        fixture->a.lexemes[t].lemma = fixture->a.tokens.items[t].form;
    load(&fixture->b, "mocks", "loaded.emotive");
    load(&fixture->b, "mocking", "loaded.emotive");
    compare_both(fixture);
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: 2 in B (Morning Mail): ");
    assert_non_null(finding);
    assert_int_not_equal(px_slice_find(finding->text, PX_SLICE(": “mocks/mocking” 2 times; "), 0), SIZE_MAX);
    tear_down(state);
}

static int set_up_degree(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) "\n", "A myriad of boats left. The savage wind rose. " EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    load(&fixture->b, "myriad", "loaded.hyperbole");
    load(&fixture->b, "savage", "loaded.evaluative");
    compare_both(fixture);
    return 0;
}

/* Words stand in the order of the text, as they are cited. */
static void test_examples_stand_in_order(void **state)
{
    const struct fixture *fixture = *state;
    assert_text(
        find_finding(&fixture->ab, "Loaded words in own voice: "),
        "Loaded words in own voice: 2 in B (Morning Mail): “myriad” and “savage”; 0 in A (The Lantern); too few "
        "to test for chance.");
}

/* A word that stands several times is one, where it stands first. */
static void test_an_example_stands_once(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) "\n",
                 "Ilka feigns rain. Bren feigns fog. The savage wind rose. " EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    fixture->b.lexemes = px_arena_array(&fixture->b.arena, struct px_lexeme, fixture->b.tokens.count);
    fixture->a.lexemes = px_arena_array(&fixture->a.arena, struct px_lexeme, fixture->a.tokens.count);
    assert_true(fixture->a.lexemes != NULL && fixture->b.lexemes != NULL);
    for (size_t t = 0; t < fixture->b.tokens.count; t++)
        fixture->b.lexemes[t].lemma = fixture->b.tokens.items[t].form;
    for (size_t t = 0; t < fixture->a.tokens.count; t++)
        fixture->a.lexemes[t].lemma = fixture->a.tokens.items[t].form;
    load(&fixture->b, "feigns", "loaded.distance");
    load(&fixture->b, "savage", "loaded.evaluative");
    compare_both(fixture);
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: 3 in B (Morning Mail): ");
    assert_non_null(finding);
    assert_int_not_equal(px_slice_find(finding->text, PX_SLICE(": “feigns” 2 times and “savage”; "), 0), SIZE_MAX);
    tear_down(state);
}

static int set_up_rates(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) EIGHT(PLAIN) "\n", EIGHT(GRIM) EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    load(&fixture->b, "savage", "loaded.evaluative");
    compare_both(fixture);
    return 0;
}

static void test_gives_counts_before_rates(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(
        &fixture->ab, "Loaded words in own voice: 8 in B (Morning Mail): “savage” 8 times; 0 in A (The Lantern); "
                      "100.0 and 0.0 per 1,000 words; they differ by more than chance would have it (q ");
    assert_non_null(finding);
    assert_int_equal(finding->verdict, PX_VERDICT_DIFFERS);
    assert_int_equal(finding->type, PX_FINDING_DIFFERENCE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_counts_loaded_words_with_few_hits, set_up_few, tear_down),
        cmocka_unit_test_setup_teardown(test_sentences_must_point_the_same_way, set_up_unflagged, tear_down),
        cmocka_unit_test(test_three_loaded_words_are_no_finding),
        cmocka_unit_test(test_a_word_is_one_however_often),
        cmocka_unit_test(test_forms_of_a_word_are_one),
        cmocka_unit_test_setup_teardown(test_examples_stand_in_order, set_up_degree, tear_down),
        cmocka_unit_test(test_an_example_stands_once),
        cmocka_unit_test_setup_teardown(test_gives_counts_before_rates, set_up_rates, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
