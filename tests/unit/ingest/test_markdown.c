/* Markdown as people and scrapers write it: what is text, and what is the page's. */
#include "ingest_fixture.h"

#define FIRST                                                                                                      \
    "The harbour council voted on Monday to close the old ferry line, which had carried the people of the island " \
    "for more than ninety years."
#define SECOND "Its members said that the boats were too old, and that the money was needed elsewhere."
#define THIRD "It was built in the year of the great storm, of oak and larch from the island's own woods."

static void test_scraped(void **state)
{
    (void)state;
    struct px_article article;
    read_as(
        "Skip to content\n\n- [Home](/)\n- [Sport](/sport)\n- [Weather](/weather)\n\nThe last boat\n=============\n\n"
        "![The ferry at its pier](x.jpg)\n*The ferry on Sunday. Photo: Lena Rost*\n\n" FIRST "\n\n" SECOND "\n\n"
        "Read also: [Island plans a boat](/x)\n\nAn old boat\n-----------\n\n" THIRD "\n\n## More from the island\n\n"
        "- [Island plans a boat of its own](/a), 3 days ago\n- [Mayor and council meet](/b), 5 days ago\n",
        PX_INPUT_MARKDOWN, &article);
    assert_slice(article.title, "The last boat");
    assert_int_equal(article.blocks.count, 5);
    assert_true(has_block(&article, PX_ROLE_HEADING, "An old boat"));
    assert_true(has_furniture(&article, PX_ROLE_NAVIGATION, "Sport"));
    assert_true(has_furniture(&article, PX_ROLE_CAPTION, "The ferry at its pier"));
    assert_true(has_furniture(&article, PX_ROLE_CAPTION, "The ferry on Sunday. Photo: Lena Rost"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "Read also: Island plans a boat"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "Mayor and council meet, 5 days ago"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "More from the island"));
    px_article_release(&article);
}

static void test_spans(void **state)
{
    (void)state;
    struct px_article article;
    read_as("# [The last boat](/x)\n\nThe *harbour* [council][1] voted\\\non **Monday**  \nto close the line.[^1] It "
            "was &quot;late&quot; &amp; dark.\n\n{{< figure src=\"x.jpg\" >}}\n\n[1]: https://post.example/c \"The "
            "council\"\n\n" SECOND "\n\n[^1]: By its own count.\n",
            PX_INPUT_MARKDOWN, &article);
    assert_slice(article.title, "The last boat");
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH,
                          "The harbour council voted on Monday to close the line. It was \"late\" & dark."));
    assert_true(has_furniture(&article, PX_ROLE_OTHER, "{{< figure src=\"x.jpg\" >}}"));
    assert_true(has_furniture(&article, PX_ROLE_NOTICE, "By its own count."));
    assert_int_equal(article.counts.paragraphs, 2);
    px_article_release(&article);
}

static void test_html_inside(void **state)
{
    (void)state;
    struct px_article article;
    read_as(
        "# The last boat\n\n<div class=\"box\"><p>" FIRST "</p><p>It &eacute;s <em>so</em>.</p></div>\n\n"
        "<!-- an > unseen -->\n\n<script>var a = 1;</script>\n\n<figure><img src=x><figcaption>The ferry</figcaption>"
        "</figure>\n\n<h2>An old boat</h2>\n\n<ul><li>one thing</li><li>another</li></ul>\n\n<blockquote>\n\n" SECOND
        "\n\n</blockquote>\n\nIt was<br>late.\n",
        PX_INPUT_MARKDOWN, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, "It és so."));
    assert_true(has_block(&article, PX_ROLE_HEADING, "An old boat"));
    assert_true(has_block(&article, PX_ROLE_LIST_ITEM, "another"));
    assert_true(has_block(&article, PX_ROLE_QUOTATION, SECOND));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, "It was late."));
    assert_true(has_furniture(&article, PX_ROLE_CAPTION, "The ferry"));
    assert_int_equal(article.furniture.count, 1);
    px_article_release(&article);
}

static void test_table_and_disclaimer(void **state)
{
    (void)state;
    struct px_article article;
    read_as("# The last boat\n\n" FIRST
            "\n\n| Boat | Year |\n|---|---|\n| Sarn | 1924 |\n\n*The views expressed in this "
            "article are those of the author alone.*\n",
            PX_INPUT_MARKDOWN, &article);
    assert_true(has_block(&article, PX_ROLE_TABLE, "Boat | Year\nSarn | 1924"));
    assert_true(
        has_furniture(&article, PX_ROLE_NOTICE, "The views expressed in this article are those of the author alone."));
    px_article_release(&article);
}

/* References escaped once too often, in HTML, Markdown and plain text. */
static void test_escaped_twice(void **state)
{
    (void)state;
    static const char text[] =
        "It&amp;#8217;s &amp;quot;late&amp;quot; at the AT&amp;amp;T office &amp;amp the R&amp;D lab.";
    static const char *const expected[] = {"It’s \"late\" at the AT&T office &amp the R&D lab.",
                                           "It’s \"late\" at the AT&T office &amp the R&D lab.",
                                           "It’s \"late\" at the AT&T office &amp the R&D lab."};
    static const enum px_input inputs[] = {PX_INPUT_HTML, PX_INPUT_MARKDOWN, PX_INPUT_TEXT};
    for (size_t i = 0; i < 3; i++) {
        char page[1024];
        struct px_article article;
        snprintf(page, sizeof page, "%s%s\n\n%s%s\n\n%s%s%s", i == 0 ? "<body><h1>The last boat</h1><p>" : "", FIRST,
                 i == 0 ? "<p>" : "", text, i == 0 ? "<p>" : "", SECOND, i == 0 ? "</body>" : "");
        read_as(page, inputs[i], &article);
        if (!has_block(&article, PX_ROLE_PARAGRAPH, expected[i]))
            fail_msg("'%.*s'", PX_SLICE_ARG(article.text));
        assert_int_equal(article.warnings.count, 1);
        assert_slice(article.warnings.items[0], "4 characters were escaped twice: repaired");
        px_article_release(&article);
    }
}

/* Front matter makes Markdown of what holds the tags of HTML. */
/* A paragraph that the page has twice counts once; a refrain of a few words may be meant. */
static void test_said_twice(void **state)
{
    (void)state;
#define MORE "More money has been asked for in the coming year."
    struct px_article article;
    read_as("# Harbour money\n\nThe harbour had ten million crowns last year, said its master.\n\n" MORE
            "\n\nNobody paid.\n\nIt is hard to tell how much of it went into the quays of the town.\n\n" MORE
            "\n\nNobody paid.\n\nThe quays are a hundred years old, and two of them sank in the winter.\n",
            PX_INPUT_MARKDOWN, &article);
    size_t more = 0, nobody = 0;
    for (size_t i = 0; i < article.blocks.count; i++) {
        more += px_slice_is(block_text(&article, i), MORE);
        nobody += px_slice_is(block_text(&article, i), "Nobody paid.");
    }
    assert_int_equal(more, 1);
    assert_int_equal(nobody, 2);
    assert_true(has_furniture(&article, PX_ROLE_OTHER, MORE));
    px_article_release(&article);
}

static void test_guess(void **state)
{
    (void)state;
    struct px_article article;
    read_as("---\ntitle: The last boat\n---\n\n<div><p>" FIRST "</p></div>\n", PX_INPUT_AUTO, &article);
    assert_slice(article.title, "The last boat");
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    px_article_release(&article);
}

/* What stands round an article in Markdown: its subtitle, a caption beside its picture, pointers, notices with a link. */
static void test_surroundings(void **state)
{
    (void)state;
    struct px_article article;
    read_as(
        "---\ntitle: The last boat\n---\n\n**Nobody had asked the people on the island**\n\n![The ferry](f.jpg)\n*The "
        "ferry at the pier on Friday, a day before it left for good and all. Photo: Ann Moor*\n\n" FIRST
        "\n\n*Once before: [The boat that never came](/x)*\n\n" SECOND
        "\n\n*The writer of this has a boat.*\n\n**Get our evening letter.** [Sign up here](/letter)\n",
        PX_INPUT_MARKDOWN, &article);
    assert_slice(article.standfirst, "Nobody had asked the people on the island");
    assert_true(
        has_furniture(&article, PX_ROLE_CAPTION,
                      "The ferry at the pier on Friday, a day before it left for good and all. Photo: Ann Moor"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "Once before: The boat that never came"));
    assert_true(has_furniture(&article, PX_ROLE_NOTICE, "The writer of this has a boat."));
    assert_true(has_furniture(&article, PX_ROLE_OTHER, "Get our evening letter. Sign up here"));
    px_article_release(&article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scraped),       cmocka_unit_test(test_spans),
        cmocka_unit_test(test_html_inside),   cmocka_unit_test(test_table_and_disclaimer),
        cmocka_unit_test(test_escaped_twice), cmocka_unit_test(test_said_twice),
        cmocka_unit_test(test_guess),         cmocka_unit_test(test_surroundings)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
