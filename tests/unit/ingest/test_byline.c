/* Names out of bylines. */
#include "ingest/byline.h"
#include "ingest_fixture.h"

struct sample {
    const char *text, *names;
};

static void test_names(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"By Ada Quill", "Ada Quill"},
        {"Post author By Ada Quill", "Ada Quill"},
        {"/ Ada Quill", "Ada Quill"},
        {"By Ada Quill and Ben Roe", "Ada Quill and Ben Roe"},
        {"Ada Quill, Ben Roe", "Ada Quill, Ben Roe"},
        {"Ada Quill, Political Correspondent", "Ada Quill"},
        {"By ADA QUILL, Senior Editor, The Strait Post", "ADA QUILL"},
        {"Ada Quill in Paris", "Ada Quill"},
        {"Ada Quill for The Ledger", "Ada Quill"},
        {"Ada Quill - January 10, 2020", "Ada Quill"},
        {"Ada Quill January 10, 2020", "Ada Quill"},
        {"Ada Quill Updated: January 16", "Ada Quill"},
        {"Ada Quill | Strait Post", "Ada Quill"},
        {"Ada Quill (https://a.example/ada)", "Ada Quill"},
        {"Ada (Addie) Quill", "Ada (Addie) Quill"},
        {"April Roach", "April Roach"},
        {"Theresa May", "Theresa May"},
        {"Jean Le Goff", "Jean Le Goff"},
        {"Von Jutta van der Feld und Karl Amrain", "Jutta van der Feld und Karl Amrain"},
        {"Ein Gastbeitrag von Karl Amrain", "Karl Amrain"},
        {"Karl Amrain, Redakteur", "Karl Amrain"},
        {"Karl Amrain Stand: 5. Februar 2020", "Karl Amrain"},
        {"Propos recueillis par Lise Armand", "Lise Armand"},
        {"Par Lise Armand, envoy\xC3\xA9"
         "e sp\xC3\xA9"
         "ciale",
         "Lise Armand"},
        {"Por Inés de la Torre", "In\xC3\xA9s de la Torre"},
        {"\xD0\x90\xD0\xB2\xD1\x82\xD0\xBE\xD1\x80: \xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD \xD0\x9F\xD0\xB5\xD1\x82\xD1\x80"
         "\xD0\xBE\xD0\xB2",
         "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD \xD0\x9F\xD0\xB5\xD1\x82\xD1\x80\xD0\xBE\xD0\xB2"},
        {"Ada O&#8217;Quill", "Ada O\xE2\x80\x99Quill"},
        {"Staff", "Staff"},
        {"No Author", ""},
        {"publisher", ""},
        {"Name *", ""},
        {"<img src=x onerror=alert(2)>", ""},
        {"Published 3 May 2020", ""},
        {"https://a.example/ada", ""},
        {"", ""},
    };
    struct px_rules *rules;
    assert_int_equal(px_rules_new("lexicons", NULL, &rules, NULL), PX_OK);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct px_page page = {.rules = rules};
        struct px_slice names = px_byline_tidy(&page, px_slice_from(samples[i].text), PX_SLICE("The Strait Post"));
        assert_slice(names, samples[i].names);
        assert_false(page.failed);
        px_page_release(&page);
    }
    px_rules_free(rules);
}

#define TEXT                                                                                                           \
    "<p>The harbour council voted on Tuesday to close the old ferry line, which had carried the people of the island " \
    "for more than ninety years, and nobody in the hall was surprised by that.</p>"

/* Where on a page a name is believed. */
static void test_places(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"<meta name=author content='The Strait Post'><h1>Ferry line to close</h1><a rel=author>Ada Quill</a>" TEXT,
         "Ada Quill"},
        {"<meta name=author content='The Strait Post'><h1>Ferry line to close</h1>" TEXT, "The Strait Post"},
        {"<meta name=dc.creator content='Ada Quill'><meta name=dc.creator content='Ben Roe'>" TEXT,
         "Ada Quill, Ben Roe"},
        {"<div class=related><a rel=author>Cy Other</a></div><h1>Ferry line</h1><a rel=author>Ada Quill</a>, "
         "<a rel=author>Ben Roe</a>" TEXT,
         "Ada Quill, Ben Roe"},
        {"<h1>Ferry line to close</h1><div class=author><a class=author-link href=/a>Ada Quill</a> <b>Games "
         "Editor</b></div>" TEXT,
         "Ada Quill"},
        {"<h1>Ferry line to close</h1><span itemprop=author><b itemprop=name>Ada Quill</b>, who knows</span>" TEXT,
         "Ada Quill"},
        {"<h1>Ferry line to close</h1>" TEXT "<form><label class=comment-author>Name Surname</label></form>", ""},
        {"<p>Von Hafen zum Inselamt</p><h1>Ferry line to close</h1>" TEXT, ""},
        {"<h1>Ferry line to close</h1>" TEXT "<footer class=post-footer>by <a rel=author>Ada Quill</a></footer>",
         "Ada Quill"},
        {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Ferry line\","
         "\"author\":[{\"@id\":\"#1\"},{\"@type\":\"Person\",\"name\":\"Ben Roe\"}]},{\"@id\":\"#1\",\"@type\":"
         "\"Person\",\"name\":\"Ada Quill\"},{\"@type\":\"Article\",\"headline\":\"Other\",\"author\":\"Cy "
         "Other\"}]}</script>" TEXT,
         "Ada Quill, Ben Roe"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        char html[3000];
        struct px_article article;
        snprintf(html, sizeof html,
                 "<html><head><title>Ferry line to close</title><meta property=og:site_name content='The Strait "
                 "Post'></head><body>%s</body></html>",
                 samples[i].text);
        read_as(html, PX_INPUT_HTML, &article);
        assert_slice(article.byline, samples[i].names);
        px_article_release(&article);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_places)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
