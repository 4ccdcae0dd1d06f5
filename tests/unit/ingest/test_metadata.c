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
         "Ferry line to close | The Strait Post", "The Strait Post", ""},
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

/* Nobody knows which of "03/04/2017" is the day, unless the address tells. */
static void test_doubtful_dates(void **state)
{
    static const struct {
        const char *head, *published;
        bool warned;
    } cases[] = {
        {"<meta name=date content='03/04/2017'>", "2017-04-03", true},
        {"<meta name=date content='13/04/2017'>", "2017-04-13", false},
        {"<meta name=date content='2017-03-04'>", "2017-03-04", false},
        {"<meta name=date content='03/04/2017'><link rel=canonical href='https://post.example/2017/03/04/ferry'>",
         "2017-03-04", false},
        {"<meta name=date content='03/04/2017'><link rel=canonical href='https://post.example/2017/04/03/ferry'>",
         "2017-04-03", false},
        {"<meta name=date content='03/04/2017'><link rel=canonical href='https://post.example/2016/04/03/ferry'>",
         "2017-04-03", true},
        {"<meta name=date content='2017-04-03'><meta name=lastmod content='03/04/2017'>", "2017-04-03", false},
        {"<meta name=date content='03/04/2017'><meta name=lastmod content='05/06/2017'>", "2017-04-03", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char html[2000];
        struct px_article article;
        snprintf(html, sizeof html, "<html><head>%s</head>" BODY, cases[i].head);
        read_as(html, PX_INPUT_HTML, &article);
        assert_slice(article.published, cases[i].published);
        bool warned = false;
        for (size_t k = 0; k < article.warnings.count; k++)
            warned |= px_slice_find(article.warnings.items[k], PX_SLICE("the day first"), 0) != SIZE_MAX;
        assert_int_equal(warned, cases[i].warned);
        px_article_release(&article);
    }
}

/* Titles that hold more than the headline, with the headline printed or not. */
static void test_titles(void **state)
{
    (void)state;
    static const char *const pages[][4] = {
        {"<title>Ferry line to close soon - The Strait Post Online</title>", "Ferry line to close soon",
         "Ferry line to close soon", ""},
        {"<title>x</title><meta property=og:title content='The ferry line is to close | Strait Post Online'>",
         "The ferry line is to close", "The ferry line is to close | Strait Post Online", ""},
        {"<title>Ferry - boats - islands - a long goodbye | Strait</title>", "Ferry - boats - islands - a long goodbye",
         "Ferry - boats - islands - a long goodbye", ""},
        {"<title>Short words | Some Site</title>", "", "Short words | Some Site", ""},
        {"<title>Ferry line to close : straitpost.example</title><link rel=canonical "
         "href=https://www.straitpost.example/a>",
         "", "Ferry line to close", "straitpost.example"},
        {"<title>x</title><meta property=og:title content='Ferry line to close'><meta property=og:site_name "
         "content='Strait Post | News of the islands'>",
         "", "Ferry line to close", "Strait Post"},
        {"<title>x</title><meta property=og:title content='Ferry line to close'><meta property=og:site_name "
         "content='Ferry line to close | Strait Post'>",
         "", "Ferry line to close", "Strait Post"},
        {"<title>Ferry line - Strait Post</title><script type='application/ld+json'>[{\"@type\":\"Organization\","
         "\"name\":\"Strait Post\"},{\"@type\":\"NewsArticle\",\"headline\":\"Ferry&#x20;line &#038; more\","
         "\"publisher\":{\"name\":\"Strait Post\"}},{\"@type\":\"Article\",\"headline\":\"Another\"}]"
         "</script>",
         "", "Ferry line & more", "Strait Post"},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char html[3000];
        struct px_article article;
        snprintf(html, sizeof html,
                 "<html><head>%s</head><body><h1>%s</h1><p>The harbour council voted on Tuesday to close the old ferry "
                 "line, which had carried the people of the island for more than ninety years.</p></body></html>",
                 pages[i][0], pages[i][1]);
        read_as(html, PX_INPUT_HTML, &article);
        assert_slice(article.title, pages[i][2]);
        assert_slice(article.outlet, pages[i][3]);
        px_article_release(&article);
    }
}

/* The site's name is cut from a text's headline, too, where the outlet is known, with its article or without. */
static void test_titles_of_texts(void **state)
{
    (void)state;
    static const char *const titles[][3] = {
        {"Ferry line to close | The Strait Post", "Strait Post", "Ferry line to close"},
        {"Ferry line to close - Strait Post", "The Strait Post", "Ferry line to close"},
        {"Strait Post: Ferry line to close", "Strait Post", "Strait Post: Ferry line to close"},
        {"Ferry line to close | straitpost.example", "Strait Post", "Ferry line to close"},
        {"Ferry line: islands", "Strait Post", "Ferry line: islands"},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        for (size_t form = 0; form < 2; form++) {
            char text[1000];
            struct px_article article;
            snprintf(text, sizeof text,
                     "%s%s\n\nThe harbour council voted on Tuesday to close the old ferry line, which had carried the "
                     "people of the island for more than ninety years.\n",
                     form == 0 ? "# " : "", titles[i][0]);
            struct px_error error = {0};
            const struct px_ingest_options options = {.input = form == 0 ? PX_INPUT_MARKDOWN : PX_INPUT_TEXT,
                                                      .outlet = titles[i][1]};
            article = (struct px_article){0};
            assert_int_equal(PX_OK, px_ingest_bytes(ingest, px_slice_from(text), "sample", &options, &article, &error));
            assert_slice(article.title, titles[i][2]);
            assert_slice(px_slice_part(article.text, article.blocks.items[0].start, article.blocks.items[0].end),
                         titles[i][2]);
            px_article_release(&article);
        }
}

/* What a page's data call its title stays; its text begins with the headline alone. */
static void test_the_text_begins_with_the_headline(void **state)
{
    (void)state;
    struct px_article article;
    read_as("<html><head><meta property=og:title content='Ferry line to close | The Strait Post'><meta "
            "property=og:site_name content='The Strait Post'></head><body><h1>Ferry line to close</h1><p>The harbour "
            "council voted on Tuesday to close the old ferry line, which had carried the people of the island for "
            "more than ninety years.</p></body></html>",
            PX_INPUT_HTML, &article);
    assert_slice(article.title, "Ferry line to close | The Strait Post");
    assert_int_equal(article.blocks.items[0].role, PX_ROLE_TITLE);
    assert_slice(block_text(&article, 0), "Ferry line to close");
    assert_int_equal(article.blocks.count, 2);
    px_article_release(&article);
}

struct facts {
    const char *html, *published, *modified, *section, *tags;
};

static void test_facts(void **state)
{
    (void)state;
    static const struct facts pages[] = {
        {"<meta property=article:published_time content=2024-05-06T07:08:09+0200><meta property=article:modified_time "
         "content='2024-05-07 10:11'><meta property=article:section content=World><meta property=article:tag "
         "content=ferries><meta property=article:tag content=islands><meta name=keywords content='not,these'>",
         "2024-05-06T07:08:09+02:00", "2024-05-07T10:11", "World", "ferries;islands"},
        {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-06\","
         "\"dateModified\":\"2024-05-08\",\"articleSection\":[\"Islands\",\"Sea\"],\"keywords\":[\"ferry\","
         "\"pier, old\"]}</script>",
         "2024-05-06", "2024-05-08", "Islands", "ferry;pier;old"},
        {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":"
         "\"2024-05-06T10:00:00+00:00\"}]}</script>",
         "2024-05-06T10:00:00+00:00", "", "", ""},
        {"<meta name=keywords content='ferry, island,ferry, [NAME]'><meta property=article:section "
         "content='Sea,Islands'>",
         "", "", "Sea", "ferry;island"},
        {"</head><body><div class=related><time datetime=2001-01-01>old</time></div><h1>Ferry line</h1><time "
         "itemprop=dateModified datetime=2024-05-09>x</time><time datetime=2024-05-06T10:00Z>x</time>",
         "2024-05-06T10:00Z", "2024-05-09", "", ""},
        {"</head><body><h1>Ferry line</h1><span itemprop=datePublished content=2024-05-06>Monday</span><a rel=tag "
         "href=/t>ferry</a>",
         "2024-05-06", "", "", "ferry"},
        {"</head><body><h1>Ferry line</h1><p>Am 6. Mai 2024</p>", "2024-05-06", "", "", ""},
        {"</head><body><h1>Ferry line</h1><p>3 hours ago</p>", "", "", "", ""},
        {"<link rel=canonical href=https://a.example/2024/05/06/ferry>", "2024-05-06", "", "", ""},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char html[3000], tags[200] = "";
        struct px_article article;
        snprintf(html, sizeof html,
                 "<html><head><title>Ferry line</title>%s<p>The harbour council voted to close the "
                 "old ferry line, which had carried the people of the island.</p></body></html>",
                 pages[i].html);
        read_as(html, PX_INPUT_HTML, &article);
        assert_slice(article.published, pages[i].published);
        assert_slice(article.modified, pages[i].modified);
        assert_slice(article.section, pages[i].section);
        for (size_t k = 0; k < article.tags.count; k++)
            snprintf(tags + strlen(tags), sizeof tags - strlen(tags), "%s%.*s", k > 0 ? ";" : "",
                     PX_SLICE_ARG(article.tags.items[k]));
        assert_string_equal(tags, pages[i].tags);
        px_article_release(&article);
    }
}

static void test_front_matter(void **state)
{
    (void)state;
    struct px_article article;
    read_as("---\ntitle: Ferry line\nauthors: [Ada Quill, Ben Roe]\ndate: 2024-05-06\nsection: Sea\ntags:\n  - "
            "ferry\n  - island\n---\n\nThe harbour council voted on Tuesday to close the old ferry line.\n",
            PX_INPUT_MARKDOWN, &article);
    assert_slice(article.byline, "Ada Quill, Ben Roe");
    assert_slice(article.section, "Sea");
    assert_int_equal(article.tags.count, 2);
    assert_slice(article.tags.items[1], "island");
    px_article_release(&article);
}

static void test_given(void **state)
{
    (void)state;
    struct px_article article = {0};
    struct px_error error = {0};
    const struct px_slice json =
        PX_SLICE("{\"id\":\"a\",\"title\":\"Given\",\"outlet\":\"Mine\",\"section\":\"Sea\",\"modified\":"
                 "\"2024-05-06\",\"tags\":[\"ferry\"],\"html\":\"<html><head><title>Other</title></head>"
                 "<body><p>The harbour council voted on Tuesday to close the old ferry line.</p></body></html>\"}");
    assert_int_equal(px_ingest_record(ingest, json, NULL, 1, NULL, &article, &error), PX_OK);
    assert_slice(article.title, "Given");
    assert_slice(article.outlet, "Mine");
    assert_slice(article.section, "Sea");
    assert_slice(article.modified, "2024-05-06");
    assert_int_equal(article.tags.count, 1);
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
    assert_slice(px_metadata_domain(PX_SLICE("https://web.archive.org/web/2013/http://a.example/b")), "a.example");
    assert_true(px_outlet_spells(PX_SLICE("The Strait Post"), PX_SLICE("thestraitpost.example")));
    assert_true(px_outlet_spells(PX_SLICE("Strait.example"), PX_SLICE("strait.example")));
    assert_false(px_outlet_spells(PX_SLICE("Strait"), PX_SLICE("thestraitpost.example")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),           cmocka_unit_test(test_titles),
        cmocka_unit_test(test_titles_of_texts), cmocka_unit_test(test_the_text_begins_with_the_headline),
        cmocka_unit_test(test_facts),           cmocka_unit_test(test_front_matter),
        cmocka_unit_test(test_given),           cmocka_unit_test(test_hidden_bodies),
        cmocka_unit_test(test_domain),          cmocka_unit_test(test_doubtful_dates)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
