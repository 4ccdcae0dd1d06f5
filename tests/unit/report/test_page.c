#include "report/page.h"
#include "report_fixture.h"

static void assert_text(const char *text, const char *expected)
{
    struct px_buffer out = {0};
    struct px_page page = {.out = &out};
    px_page_text(&page, px_slice_from(text));
    assert_written(&out, expected);
}

static void test_marks_are_escaped(void **state)
{
    (void)state;
    assert_text("a *b* _c_ <d> [e](f) | g", "a \\*b\\* \\_c\\_ \\<d\\> \\[e\\](f) \\| g");
}

static void test_references_are_text(void **state)
{
    (void)state;
    assert_text("&lt;b&gt; &#60; AT&T; R&D", "\\&lt;b\\&gt; \\&\\#60; AT\\&T; R&D");
}

/* What would begin a list where it stands first in a line or an item. */
static void test_a_beginning_is_no_list(void **state)
{
    (void)state;
    assert_text("1. Who won?", "1\\. Who won?");
    assert_text("- Putin slammed", "\\- Putin slammed");
    assert_text("+ 3 more", "\\+ 3 more");
    assert_text("---", "\\---");
    assert_text("2017 ended. 1. Not here", "2017 ended. 1. Not here");
    assert_text("-9 degrees, 3.5 more", "-9 degrees, 3.5 more");
}

static void test_probability(void **state)
{
    (void)state;
    const struct {
        double p;
        const char *text;
    } cases[] = {{0.0004, "< .001"}, {0.032, ".032"}, {0.35, ".35"}, {0.996, "1"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_buffer out = {0};
        struct px_page page = {.out = &out};
        px_page_probability(&page, cases[i].p);
        assert_written(&out, cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_are_escaped),
        cmocka_unit_test(test_references_are_text),
        cmocka_unit_test(test_a_beginning_is_no_list),
        cmocka_unit_test(test_probability),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
