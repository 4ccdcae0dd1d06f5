#include "report/screen.h"

#include "report_fixture.h"

static struct px_screen screen_of(struct px_buffer *out, size_t columns)
{
    return (struct px_screen){.out = out, .columns = columns};
}

static void assert_fits(const char *text, size_t columns, size_t limit, const char *expected)
{
    struct px_buffer out = {0};
    struct px_screen screen = screen_of(&out, columns);
    px_screen_text(&screen, px_slice_from(text), limit);
    assert_written(&out, expected);
}

static void test_text_is_cut(void **state)
{
    (void)state;
    assert_fits("Olvane Valley", 40, 40, "Olvane Valley");
    assert_fits("Olvane Valley", 13, 40, "Olvane Valley");
    assert_fits("Olvane Valley", 12, 40, "Olvane Vall…");
    assert_fits("Olvane Valley", 40, 4, "Olv…");
    assert_fits("Olvane", 40, 1, "…");
    assert_fits("Olvane", 40, 0, "");
    assert_fits("", 40, 40, "");
}

/* Two columns for wide characters, none for marks: "é" as two code points is one column. */
static void test_columns(void **state)
{
    (void)state;
    assert_fits("新華社報", 8, 40, "新華社報");
    assert_fits("新華社報", 7, 40, "新華社…");
    assert_fits("新華社報", 6, 40, "新華…");
    assert_fits("e\u0301e\u0301e\u0301", 3, 40, "e\u0301e\u0301e\u0301");
}

static void test_nothing_steers(void **state)
{
    (void)state;
    assert_fits("a\033[2Jb\a\xc2\x9b"
                "c\u202ed\u202c\u2066e\u2069",
                40, 40, "a[2Jbcde");
    assert_fits("a\nb\tc\u00a0d", 40, 40, "a b c d");
}

static void assert_wraps(const char *text, size_t columns, size_t lines, const char *expected)
{
    struct px_buffer out = {0};
    struct px_screen screen = screen_of(&out, columns);
    px_screen_text(&screen, PX_SLICE("- "), 2);
    px_screen_wrap(&screen, px_slice_from(text), lines);
    assert_written(&out, expected);
}

static void test_wrap(void **state)
{
    (void)state;
    assert_wraps("the camp was cleared", 40, 3, "- the camp was cleared");
    assert_wraps("the camp was cleared", 10, 3, "- the camp\n  was\n  cleared");
    assert_wraps("the camp was cleared", 10, 2, "- the camp\n  was cle…");
    assert_wraps("unconstitutionally so", 10, 9, "- unconsti\n  tutional\n  ly so");
    assert_wraps("a œuvré là déjà", 6, 9, "- a\n  œuvr\n  é là\n  déjà");
    assert_wraps("", 10, 2, "- ");
}

static void assert_bar(double share, size_t width, const char *expected, size_t columns)
{
    struct px_buffer out = {0};
    struct px_screen screen = screen_of(&out, 20);
    px_screen_bar(&screen, share, width);
    assert_int_equal(screen.at, columns);
    if (expected[0] == '\0')
        assert_int_equal(out.size, 0);
    else
        assert_written(&out, expected);
}

static void test_bars(void **state)
{
    (void)state;
    assert_bar(1, 3, "███", 3);
    assert_bar(.5, 3, "█▌", 2);
    assert_bar(.0001, 3, "▏", 1);
    assert_bar(0, 3, "", 0);
    assert_bar(0. / 0., 3, "", 0);
    assert_bar(1, 100, "████████████████████", 20);
    assert_bar(7, 2, "██", 2);
    assert_bar(1, 0, "", 0);
}

static void test_style(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    struct px_screen screen = {.out = &out, .columns = 10, .color = true};
    px_screen_article(&screen, 1);
    px_screen_text(&screen, PX_SLICE("0123456789"), 10); /* colours take no columns */
    px_screen_style(&screen, PX_SCREEN_PLAIN);
    assert_written(&out, "\033[33m0123456789\033[0m");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_cut), cmocka_unit_test(test_columns), cmocka_unit_test(test_nothing_steers),
        cmocka_unit_test(test_wrap),        cmocka_unit_test(test_bars),    cmocka_unit_test(test_style),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
