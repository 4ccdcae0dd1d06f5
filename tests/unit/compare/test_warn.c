/* What is said before all else: articles with which a comparison comes to little. */
#include "compare_fixture.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_articles_are_nothing_to_warn_of, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_language_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_text_is_no_two_articles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_sentence_is_no_article, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
