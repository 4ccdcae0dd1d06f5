/* The page without what no reader sees: what goes, what stays, and where tags end. */
#include <stdio.h>

#include "base/buffer.h"
#include "ingest/slim.h"
#include "ingest_fixture.h"

/* Read in pieces of that many bytes. */
static const char *slim_by(struct px_slice html, size_t step)
{
    static struct px_buffer out;
    struct px_slim slim = {.html = html};
    char bytes[64];
    px_buffer_release(&out);
    px_buffer_string(&out, "");
    for (size_t size; (size = px_slim_read(&slim, bytes, step)) > 0;)
        px_buffer_append(&out, (struct px_slice){bytes, size});
    assert_false(slim.ready.failed || out.failed);
    px_slim_release(&slim);
    return out.data == NULL ? "" : out.data;
}

static const char *slim(const char *html)
{
    return slim_by(px_slice_from(html), 64);
}

static void test_attributes(void **state)
{
    (void)state;
    assert_string_equal(slim("<p class=a onclick='b > c'>d</p>"), "<p class=a>d</p>");
    assert_string_equal(slim("<DIV ID = \"x\"\n data-y hidden>z"), "<DIV ID = \"x\" hidden>z");
    assert_string_equal(slim("<a href=\"/long\" title=t rel=author>b</a>"), "<a href rel=author>b</a>");
    assert_string_equal(slim("<link rel=canonical href=/u>"), "<link rel=canonical href=/u>");
    assert_string_equal(slim("<img class=a src=b>"), "<img>");
    assert_string_equal(slim("<b x=\"1\"class='y'/id=z/>t"), "<b class='y' id=z/>t");
    assert_string_equal(slim("<b class=y />t"), "<b class=y />t");
    assert_string_equal(slim("<b id='never closed <p>text"), "<b id='never closed <p>text");
    assert_string_equal(slim("<b =x class>"), "<b class>");
    assert_string_equal(slim("<p name=a type=b lang=c>"), "<p>");
    assert_string_equal(slim("<html lang=c><meta name=a content=b>"), "<html lang=c><meta name=a content=b>");
    assert_string_equal(slim("<p style='color: red'><p style='Display: NONE'><p style=x:hidden>"),
                        "<p><p style='Display: NONE'><p style=x:hidden>");
}

/* One character of white space stays on each side of a text, and all within it. */
static void test_space(void **state)
{
    (void)state;
    assert_string_equal(slim("<p>\n\t a \n b\r\n\n</p>  \n  <p>"), "<p> a \n b\r</p> <p>");
    assert_string_equal(slim("   "), " ");
    assert_string_equal(slim(""), "");
}

static void test_code(void **state)
{
    (void)state;
    assert_string_equal(slim("a<script>if (b<c) '<p>'</script >d"), "a<script></script >d");
    assert_string_equal(slim("<STYLE media=x>p{}</Style><p>"), "<STYLE></Style><p>");
    assert_string_equal(slim("<script type=\"application/ld+json\">{\"<\":1}</script>"),
                        "<script type=\"application/ld+json\">{\"<\":1}</script>");
    assert_string_equal(slim("<script type=text/template><p>a</script>"), "<script type=text/template><p>a</script>");
    assert_string_equal(slim("<script src=x />a<b>"), "<script />a<b>");
    assert_string_equal(slim("<scripts>a</scripts>"), "<scripts>a</scripts>");
    assert_string_equal(slim("a<script>b<p>c"), "a<script>");
}

static void test_comments(void **state)
{
    (void)state;
    assert_string_equal(slim("a<!-- <p>b</p> -->c"), "ac");
    assert_string_equal(slim("a<!-->b<!--->c<!--d--!>e<!---->f<!-- - -- > -->g"), "abcefg");
    assert_string_equal(slim("a<!-- <p>b"), "a");
    assert_string_equal(slim("<!DOCTYPE html><?x y?>1 < 2 <3 </p x>&lt;"), "<!DOCTYPE html><?x y?>1 < 2 <3 </p x>&lt;");
}

/* Every cut of a page is read to its end, costs no more than an eighth beyond it, and is the same in pieces of any size. */
static void test_cuts(void **state)
{
    (void)state;
    const char page[] =
        "<p class=a id='b'c=d/>e<!-- f --><script type='x/json'>g</script><a href=h>i</a><style>j</style>";
    for (size_t i = 0; i <= strlen(page); i++) {
        char whole[2 * sizeof page];
        snprintf(whole, sizeof whole, "%s", slim_by((struct px_slice){page, i}, 64));
        assert_true(strlen(whole) <= i + i / 8 + 1);
        for (size_t step = 1; step < 9; step++)
            assert_string_equal(slim_by((struct px_slice){page, i}, step), whole);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_attributes), cmocka_unit_test(test_code),
                                       cmocka_unit_test(test_comments), cmocka_unit_test(test_cuts),
                                       cmocka_unit_test(test_space)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
