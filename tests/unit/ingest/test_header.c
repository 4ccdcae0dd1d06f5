/* Header blocks and front matter: what they say of the article, and what stays of them. */
#include "ingest_fixture.h"

#define FIRST                                                                                                      \
    "The harbour council voted on Monday to close the old ferry line, which had carried the people of the island " \
    "for more than ninety years."
#define SECOND "Its members said that the boats were too old, and that the money was needed elsewhere."

static void check(const char *text, const char *title, const char *outlet, const char *byline, const char *published)
{
    struct px_article article;
    read_as(text, PX_INPUT_AUTO, &article);
    assert_slice(article.title, title);
    assert_slice(article.outlet, outlet);
    assert_slice(article.byline, byline);
    assert_slice(article.published, published);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    assert_int_equal(article.counts.paragraphs, 2);
    px_article_release(&article);
}

static void test_header(void **state)
{
    (void)state;
    check("Headline: The last boat leaves\nByline: Ada Quill\nDate: March 3, 2014\nOutlet: The Post\n\n" FIRST
          "\n\n" SECOND "\n",
          "The last boat leaves", "The Post", "Ada Quill", "2014-03-03");
    check("SOURCE: The Post\n\nDATE: 2014-03-03\n\nHEADLINE:\nThe last boat leaves\n" FIRST "\n" SECOND "\n",
          "The last boat leaves", "The Post", "", "2014-03-03");
    check("The last boat leaves\n\n**Author:** By Ada Quill\n**Published:** 3 March 2014\n**Mood:** sad\n"
          "**Publication**: The Post\n\nText: " FIRST "\n\n" SECOND "\n",
          "The last boat leaves", "The Post", "Ada Quill", "2014-03-03");
    check("Titel: The last boat leaves\nAutorin: Ada Quill\nDatum: 3. März 2014\nQuelle: The Post\n" FIRST
          "\n\n" SECOND,
          "The last boat leaves", "The Post", "Ada Quill", "2014-03-03");
}

/* No headline holds a bar: what stands behind the last is a name of the outlet's, whatever the header calls it. */
static void test_an_outlet_behind_a_bar(void **state)
{
    (void)state;
    check("---\ntitle: \"The last boat leaves | Strait News\"\noutlet: strait\ndate: 2014-03-03\n---\n\n" FIRST
          "\n\n" SECOND "\n",
          "The last boat leaves", "strait", "", "2014-03-03");
    check("---\ntitle: \"No boats | The council votes\"\noutlet: strait\ndate: 2014-03-03\n---\n\n" FIRST "\n\n" SECOND
          "\n",
          "No boats | The council votes", "strait", "", "2014-03-03"); /* too little is left of it */
}

static void test_header_units(void **state)
{
    (void)state;
    struct px_article article;
    read_as("Headline: The last boat leaves\nSummary: It does so in June\nBy: Ada Quill\nTags: ferry, island\n\n" FIRST
            "\n\n" SECOND,
            PX_INPUT_TEXT, &article);
    assert_true(has_block(&article, PX_ROLE_TITLE, "The last boat leaves"));
    assert_true(has_block(&article, PX_ROLE_STANDFIRST, "It does so in June"));
    assert_true(has_furniture(&article, PX_ROLE_BYLINE, "By: Ada Quill"));
    assert_true(has_furniture(&article, PX_ROLE_TAGS, "Tags: ferry, island"));
    px_article_release(&article);
}

/* One name alone, or names of nothing in particular, are the text's own. */
static void test_no_header(void **state)
{
    (void)state;
    struct px_article article;
    read_as("Note: " FIRST "\n\nPlace: " SECOND "\n\nNote: " SECOND "\n", PX_INPUT_TEXT, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, "Place: " SECOND));
    assert_true(article.byline.size == 0 && article.title.size == 0);
    px_article_release(&article);
}

#define TEXT "\n\n" FIRST "\n\n" SECOND "\n"

static void test_yaml(void **state)
{
    (void)state;
    check(
        "---\ntitle: The last boat leaves\nauthors:\n  - name: Ada Quill\n    email: a@b.example\n  - \"[[Ben Oar]]\"\n"
        "pubDate: 2014-03-03\nsite: The Post\ntags: [ferry, island]\n---" TEXT,
        "The last boat leaves", "The Post", "Ada Quill, Ben Oar", "2014-03-03");
    check(
        "---\ntitle: The last boat: it leaves\nauthor:\n- Ada Quill\n- Ben Oar\ndate: 2014-03-03\npublisher: The Post\n"
        "...\n" TEXT,
        "The last boat: it leaves", "The Post", "Ada Quill, Ben Oar", "2014-03-03");
    check("---\nparams:\n  headline: The last boat leaves\n  byline: Ada Quill\npublished_at: 2014-03-03T08:15:00Z\n"
          "publisher:\n  name: The Post\n  logo: x.png\n---" TEXT,
          "The last boat leaves", "The Post", "Ada Quill", "2014-03-03T08:15:00Z");
}

static void test_toml(void **state)
{
    (void)state;
    check("+++\ntitle = \"The last boat leaves\"\nauthors = [\"Ada Quill\", 'Ben Oar']\ndate = 2014-03-03\n"
          "publication = \"The Post\"\n+++" TEXT,
          "The last boat leaves", "The Post", "Ada Quill, Ben Oar", "2014-03-03");
}

static void check_warnings(const char *text, const char *first, const char *second)
{
    struct px_article article;
    read_as(text, PX_INPUT_MARKDOWN, &article);
    assert_int_equal(article.warnings.count, (*first != 0) + (*second != 0));
    if (*first != 0)
        assert_slice(article.warnings.items[0], first);
    if (*second != 0)
        assert_slice(article.warnings.items[1], second);
    px_article_release(&article);
}

static void test_broken(void **state)
{
    (void)state;
    check_warnings("---\ntitle: The last boat leaves\ndate: 2014-03-03\n---" TEXT, "", "");
    check_warnings("\n---\ntitle: &a [*a, *a]\nmood: sad\ndate: 2014-33-03\n---" TEXT,
                   "line 3: front matter: 'title' cannot be read", "line 5: front matter: '2014-33-03' is no date");
    check_warnings("---\ntitle: Boats: the last\ndate: 2014-33-03\n---" TEXT,
                   "line 3: front matter: '2014-33-03' is no date", "");
}

/* Keys with their values alone, up to an empty line, whatever rule stands far below. */
static void test_never_closed(void **state)
{
    (void)state;
    static const char *const warning = "line 1: front matter: '---' is never closed: read up to the first empty line";
    check("---\ntitle: The last boat leaves\nauthor:\n  - Ada Quill\ndate: 2014-03-03" TEXT, "The last boat leaves", "",
          "Ada Quill", "2014-03-03");
    check("---\ntitle: The last boat leaves\ndate: 2014-03-03" TEXT "\n---\n", "The last boat leaves", "", "",
          "2014-03-03");
    check_warnings("---\ntitle: The last boat leaves\ndate: 2014-03-03" TEXT, warning, "");
    check_warnings("---\ntitle: The last boat leaves\ndate: 2014-03-03" TEXT "\n---\n", warning, "");
    check("---\n\n" FIRST "\n\n---\n\n" SECOND "\n", "", "", "", ""); /* rules, and no front matter */
    check_warnings("---\n\n" FIRST "\n\n---\n\n" SECOND "\n", "", "");
}

static void test_tags_and_address(void **state)
{
    (void)state;
    struct px_article article;
    read_as("---\ntitle: The last boat leaves\nsource: https://post.example/ferry\nlang: en-GB\nkeywords:\n- ferry\n"
            "- island\n---" TEXT,
            PX_INPUT_AUTO, &article);
    assert_slice(article.url, "https://post.example/ferry");
    assert_true(has_furniture(&article, PX_ROLE_TAGS, "ferry, island"));
    px_article_release(&article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_header),
                                       cmocka_unit_test(test_an_outlet_behind_a_bar),
                                       cmocka_unit_test(test_header_units),
                                       cmocka_unit_test(test_no_header),
                                       cmocka_unit_test(test_yaml),
                                       cmocka_unit_test(test_toml),
                                       cmocka_unit_test(test_broken),
                                       cmocka_unit_test(test_never_closed),
                                       cmocka_unit_test(test_tags_and_address)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
