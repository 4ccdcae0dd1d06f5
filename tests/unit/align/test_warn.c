/* What is said before all else: articles with which a comparison comes to little. */
#include "../comparison/compare_fixture.h"

#define BAKERS                                                                                               \
    "# Bakers win prize\n"                                                                                   \
    "Seven bakers from the hills won a national prize for rye bread on Sunday, and celebrated until dawn.\n" \
    "Their dough rests for three nights in cellars below an old mill, which burns beech wood alone.\n"       \
    "A jury of chefs tasted ninety loaves, praised crust and crumb, and gave gold to none but these.\n"      \
    "Orders have since come from abroad, though nobody there means to buy a second oven or machine.\n"

static void assert_warned(const struct px_comparison *comparison, size_t index, const char *start)
{
    assert_true(index < comparison->warnings.count);
    assert_true(px_slice_starts(comparison->warnings.items[index], px_slice_from(start)));
}

static void two_articles_are_nothing_to_warn_of(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.warnings.count, 0);
    fixture->a.language = px_slice_from("en-GB");
    struct px_comparison comparison;
    compare_articles(fixture, &fixture->a, &fixture->b, &comparison);
    assert_int_equal(comparison.warnings.count, 0);
    px_comparison_release(&comparison);
}

static void another_language_is_named(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison comparison;
    fixture->b.language = px_slice_from("fr");
    fixture->b.outlet = px_slice_from("Le Quai");
    compare_articles(fixture, &fixture->a, &fixture->b, &comparison);
    assert_int_equal(comparison.warnings.count, 1);
    assert_warned(&comparison, 0, "B (Le Quai) is in another language (fr) than the lexicons (en): nothing");
    px_comparison_release(&comparison);
    fixture->b.language = px_slice_from("e");
    compare_articles(fixture, &fixture->b, &fixture->a, &comparison);
    assert_warned(&comparison, 0, "A (Le Quai) is in another language (e) than");
    px_comparison_release(&comparison);
}

static void one_text_is_no_two_articles(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison comparison;
    compare_articles(fixture, &fixture->a, &fixture->a, &comparison);
    assert_int_equal(comparison.warnings.count, 1);
    assert_warned(&comparison, 0, "A and B are the same text");
    px_comparison_release(&comparison);
}

static void a_sentence_is_no_article(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison comparison;
    struct px_article one;
    read_article(&fixture->worker, "one", "# Quay\nThe quay burnt.\n", &one);
    compare_articles(fixture, &fixture->a, &one, &comparison);
    assert_int_equal(comparison.warnings.count, 1);
    assert_warned(&comparison, 0, "B has 4 words: too few to compare");
    px_comparison_release(&comparison);
    px_article_release(&one);
}

/* Two articles that are long enough and have hardly a word in common: what one of them lacks is no finding. */
static void another_event_is_none_that_is_left_out(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison comparison;
    struct px_article other;
    read_article(&fixture->worker, "other", BAKERS, &other);
    assert_true(fixture->ab.findings.count > 0);
    assert_false(fixture->ab.apart);
    compare_articles(fixture, &fixture->a, &other, &comparison);
    assert_int_equal(comparison.warnings.count, 1);
    assert_warned(&comparison, 0, "A and B have so little in common that they seem to tell of different events");
    assert_true(comparison.apart);
    for (size_t i = 0; i < comparison.findings.count; i++)
        assert_int_not_equal(comparison.findings.items[i].type, PX_FINDING_ONLY);
    px_comparison_release(&comparison);
    px_article_release(&other);
}

/* Of many articles all pairs stand in one warning, and all copies of a text in one. */
static void many_articles_are_warned_of_once(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison comparison;
    struct px_article other;
    struct px_error error = {0};
    read_article(&fixture->worker, "other", BAKERS, &other);
    const struct px_article *articles[] = {&fixture->a, &other, &fixture->a, &fixture->b, &fixture->a};
    const struct px_compare_options options = {.seed = 1};
    assert_int_equal(px_compare(articles, 5, &options, &fixture->worker, &comparison, &error), PX_OK);
    assert_int_equal(comparison.warnings.count, 2);
    assert_warned(&comparison, 0, "A, C and E are the same text, word for word");
    assert_warned(&comparison, 1,
                  "some articles have so little in common that they seem to tell of different events, and what one of "
                  "them lacks is no omission: A and B; B and each of C, D and E");
    px_comparison_release(&comparison);
    px_article_release(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_articles_are_nothing_to_warn_of, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_language_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_text_is_no_two_articles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_sentence_is_no_article, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_event_is_none_that_is_left_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(many_articles_are_warned_of_once, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
