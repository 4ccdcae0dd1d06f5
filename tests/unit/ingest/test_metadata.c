/* Whom to believe: titles, outlets, bylines. */
#include "ingest/metadata.h"
#include "ingest_fixture.h"

#define BODY                                                                                                          \
    "<body><p>The harbour council voted on Tuesday to close the old ferry line, which had carried the people of the " \
    "island for more than ninety years.</p><p>Copyright The Strait Post</p></body></html>"

struct page {
    const char *head, *title, *outlet, *byline;
};

static void test_pages(void **state)
{
    (void)state;
    static const struct page pages[] = {
        {"<title>Ferry line to close soon | The Strait Post</title>", "Ferry line to close soon", "The Strait Post",
         ""},
        {"<title>The Strait Post - World - Ferry line to close soon</title>", "Ferry line to close soon",
         "The Strait Post", ""},
        {"<title>Ferries \xE2\x80\x93 a long goodbye</title>", "Ferries \xE2\x80\x93 a long goodbye", "", ""},
        {"<title>x</title><meta property=og:title content='Ferry line to close | The Strait Post'><meta "
         "property=og:site_name content='The Strait Post'>",
         "Ferry line to close", "The Strait Post", ""},
        {"<title>x</title><meta property=og:title content='Ferry line: &amp;amp; its end'>", "Ferry line: & its end",
         "", ""},
        {"<title>x</title><script "
         "type='application/ld+json'><![CDATA[{\"@type\":[\"NewsArticle\"],\"headline\":\"Ferry line to "
         "close\",\"author\":{\"name\":\"By Ada Quill\"}}]]></script>",
         "Ferry line to close", "", "Ada Quill"},
        {"<title>Long enough title</title><meta name=author content='Written by Ada Quill | Strait Post'>",
         "Long enough title", "", "Ada Quill"},
        {"<title>Long enough title</title><meta name=author content='https://straitpost.example/ada'>",
         "Long enough title", "", ""},
        {"<title>Long enough title</title><link rel=canonical href='https://www.thestraitpost.example/a'>",
         "Long enough title", "The Strait Post", ""},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char html[2000];
        struct px_article article;
        snprintf(html, sizeof html, "<html><head>%s</head>" BODY, pages[i].head);
        read_as(html, PX_INPUT_HTML, &article);
        assert_slice(article.title, pages[i].title);
        assert_slice(article.outlet, pages[i].outlet);
        assert_slice(article.byline, pages[i].byline);
        px_article_release(&article);
    }
}

static void test_given(void **state)
{
    (void)state;
    struct px_article article = {0};
    struct px_error error = {0};
    const struct px_slice json = PX_SLICE(
        "{\"id\":\"a\",\"title\":\"Given\",\"outlet\":\"Mine\",\"html\":\"<html><head><title>Other</title></head>"
        "<body><p>The harbour council voted on Tuesday to close the old ferry line.</p></body></html>\"}");
    assert_int_equal(px_ingest_record(ingest, json, NULL, 1, NULL, &article, &error), PX_OK);
    assert_slice(article.title, "Given");
    assert_slice(article.outlet, "Mine");
    assert_slice(block_text(&article, 0), "Given");
    px_article_release(&article);
}

/* An article that stands only in a template, or only in JSON-LD. */
static void test_hidden_bodies(void **state)
{
    (void)state;
#define LONG                                                                                                        \
    "The harbour council voted on Tuesday to close the old ferry line, which had carried the people of the island " \
    "for more than ninety years. "
    struct px_article article;
    read_as("<html><head><title>x</title></head><body><div>Menu</div><script type='text/template'><p>" LONG
            "</p><p>" LONG LONG "</p><p>" LONG LONG "</p></script></body></html>",
            PX_INPUT_HTML, &article);
    assert_int_equal(article.counts.paragraphs, 3);
    px_article_release(&article);
    read_as(
        "<html><head><title>x</title><script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" LONG
            LONG LONG "\\n" LONG LONG "\"}</script></head><body><div>Menu</div><p>" LONG "</p></body></html>",
        PX_INPUT_HTML, &article);
    assert_int_equal(article.counts.paragraphs, 2);
    px_article_release(&article);
}

static void test_domain(void **state)
{
    (void)state;
    assert_slice(px_metadata_domain(PX_SLICE("https://www.a.example:80/b?c")), "a.example");
    assert_slice(px_metadata_domain(PX_SLICE("a.example/b")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages), cmocka_unit_test(test_given),
                                       cmocka_unit_test(test_hidden_bodies), cmocka_unit_test(test_domain)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
