#include "report/html_markdown.h"
#include "report_fixture.h"

/* The Markdown as HTML, in a comparison of no articles. */
static struct px_buffer convert(const char *markdown)
{
    static const struct px_comparison none;
    struct px_buffer out = {0};
    struct px_html html = {.comparison = &none, .out = &out};
    px_html_markdown(&html, px_slice_from(markdown));
    px_html_section_end(&html);
    px_html_release(&html);
    return out;
}

static void assert_html(const char *markdown, const char *expected)
{
    struct px_buffer out = convert(markdown);
    assert_written(&out, expected);
}

static void test_paragraphs_and_emphasis(void **state)
{
    (void)state;
    assert_html("It **differs**, *so* `x`.\n", "<p>It <strong>differs</strong>, <em>so</em> <code>x</code>.</p>\n");
    assert_html(
        "The (~~old~~) \"~~tug,~~ he\" ~~won~~ **lost**, \\~\\~so\\~\\~.\n",
        "<p>The (<del>old</del>) &quot;<del>tug,</del> he&quot; <del>won</del> <strong>lost</strong>, ~~so~~.</p>\n");
    assert_html("> too short\n", "<blockquote>\n<p>too short</p>\n</blockquote>\n");
    assert_html("- one\n- two\n", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n");
}

static void test_a_heading_opens_a_section_with_an_id(void **state)
{
    (void)state;
    assert_html(
        "## Side by side, by topic\n\nx\n",
        "<section aria-labelledby=\"side-by-side-by-topic\">\n<h2 id=\"side-by-side-by-topic\">Side by side, by "
        "topic</h2>\n<p>x</p>\n</section>\n");
    assert_html("### A\n", "<h3>A</h3>\n");
}

static void test_cells_have_their_heads(void **state)
{
    (void)state;
    assert_html(
        "|  | A | note |\n| --- | --- | --- |\n| words | 9 |  |\n",
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"table\"><table>\n<thead>\n<tr><td></td>"
        "<th scope=\"col\" class=\"c0\">A</th><th scope=\"col\">note</th></tr>\n</thead>\n<tbody>\n<tr>"
        "<th scope=\"row\">words</th><td class=\"c0\">9</td><td></td></tr>\n</tbody>\n</table></div>\n");
}

static void test_markup_is_text(void **state)
{
    (void)state;
    assert_html("<b>x</b> & \\<script\\>alert(1)\\</script\\>\n",
                "<p>&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    assert_html("<script>alert(1)</script>\n", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    assert_html("&lt;b&gt; \\&amp;\n", "<p>&amp;lt;b&amp;gt; &amp;amp;</p>\n");
}

static void test_links_lead_within_the_page_alone(void **state)
{
    (void)state;
    assert_html("[x](javascript:alert) [y](http://example.com)\n", "<p><a>x</a> <a>y</a></p>\n");
    assert_html("![seen](http://example.com/x.png)\n", "<p></p>\n");
    assert_html("Some are missed ([how much](#how)).\n", "<p>Some are missed (<a href=\"#how\">how much</a>).</p>\n");
}

static void test_citations_are_numbered_and_kept_once_a_section(void **state)
{
    (void)state;
    static const struct px_comparison none;
    struct px_buffer out = {0};
    struct px_html html = {.comparison = &none, .out = &out};
    px_html_markdown(&html, PX_SLICE("## One\n\n[A¶1.1](#a1-1) [A¶1.1](#a1-1)\n"));
    px_html_markdown(&html, PX_SLICE("## Two\n\n[A¶1.1](#a1-1)\n"));
    assert_non_null(strstr(out.data, "<a href=\"#a1-1\" id=\"r1\">A¶1.1</a> <a href=\"#a1-1\" id=\"r2\">"));
    uint32_t id = px_table_find(&html.targets, PX_SLICE("a1-1"));
    assert_int_not_equal(id, PX_NONE);
    assert_int_equal(html.citations.items[id].items.count, 2);
    assert_int_equal(html.citations.items[id].items.items[0].number, 1);
    assert_int_equal(html.citations.items[id].items.items[1].number, 3);
    assert_int_equal(html.citations.items[id].items.items[1].section, 1);
    px_html_release(&html);
    px_buffer_release(&out);
}

static void test_figures_keep_together(void **state)
{
    (void)state;
    assert_html("17 % of it; n = 4\n", "<p>17&nbsp;% of it; n&nbsp;=&nbsp;4</p>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs_and_emphasis),
        cmocka_unit_test(test_a_heading_opens_a_section_with_an_id),
        cmocka_unit_test(test_cells_have_their_heads),
        cmocka_unit_test(test_markup_is_text),
        cmocka_unit_test(test_links_lead_within_the_page_alone),
        cmocka_unit_test(test_citations_are_numbered_and_kept_once_a_section),
        cmocka_unit_test(test_figures_keep_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
