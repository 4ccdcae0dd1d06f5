/* Telling the article from its page: with the model, without it, and what is said of pages that are no article. */
#include "base/buffer.h"
#include "ingest_fixture.h"

#define FIRST                                                                                                        \
    "The orchard society met on Friday in the old school, and it was agreed that the trees along the road would be " \
    "kept for one more year, although the farmers had asked for them to be felled."
#define SECOND                                                                                                      \
    "Nobody from the roads office had come, so that the question of who pays for the pruning was left open, as it " \
    "has "                                                                                                          \
    "been at each of the last three meetings of the society."

static bool warns(const struct px_article *article, const char *words)
{
    for (size_t i = 0; i < article->warnings.count; i++)
        if (px_slice_find(article->warnings.items[i], px_slice_from(words), 0) != SIZE_MAX)
            return true;
    return false;
}

static const char page[] =
    "<html><head><title>Trees to stay</title></head><body><ul class=menu><li><a href=/>Home page of the valley</a></li>"
    "<li><a href=/a>About us and our work</a></li></ul><div class=article-body><h1>Trees to stay</h1><p>" FIRST "</p>"
    "<p>Subscribe now to our weekly letter for the full story.</p><p>" SECOND "</p></div>"
    "<div class=footer>Write to the editor</div></body></html>";

static void test_rules_alone(void **state)
{
    struct px_article article = {0};
    const struct px_ingest_options options = {.input = PX_INPUT_HTML, .no_model = true};
    (void)state;
    assert_int_equal(px_ingest_bytes(ingest, px_slice_from(page), "sample", &options, &article, NULL), PX_OK);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    assert_false(has_block(&article, PX_ROLE_LIST_ITEM, "Home page of the valley"));
    px_article_release(&article);
}

/* It stands among the paragraphs and reads like one, but it opens as notices do. */
static void test_notice_inside(void **state)
{
    struct px_article article;
    (void)state;
    read_as(page, PX_INPUT_HTML, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    assert_true(has_furniture(&article, PX_ROLE_NOTICE, "Subscribe now to our weekly letter for the full story."));
    assert_int_equal(article.warnings.count, 0);
    px_article_release(&article);
}

static void test_teaser(void **state)
{
    struct px_article article;
    (void)state;
    read_as("<html><body><article><h1>Trees to stay</h1><p>" FIRST "</p></article><div class=paywall><p>To continue "
            "reading, please subscribe to the paper.</p></div></body></html>",
            PX_INPUT_HTML, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(warns(&article, "the rest may be for subscribers"));
    px_article_release(&article);
}

static void test_several_articles(void **state)
{
    struct px_article article;
    (void)state;
    read_as("<html><body><main><article><h2>Trees to stay</h2><p>" FIRST "</p><p>" SECOND "</p><p>" FIRST " " SECOND
            "</p></article><article><h2>Road to be closed</h2><p>" SECOND "</p><p>" FIRST "</p><p>" SECOND " " FIRST
            "</p></article></main></body></html>",
            PX_INPUT_HTML, &article);
    assert_true(warns(&article, "the page holds the text of 2 articles"));
    px_article_release(&article);
}

static void test_index(void **state)
{
    struct px_buffer text = {0};
    struct px_article article;
    (void)state;
    px_buffer_string(&text, "<html><head><title>The Valley Paper</title></head><body><ul>");
    for (int i = 0; i < 30; i++)
        px_buffer_printf(&text, "<li><a href=/%d>Council number %d votes on the old road</a></li>", i, i);
    px_buffer_string(&text, "</ul></body></html>");
    read_as(text.data, PX_INPUT_HTML, &article);
    assert_true(warns(&article, "an index of articles"));
    px_article_release(&article);
    px_buffer_release(&text);
}

#define MENU                                                                                                        \
    "<html><head><title>Trees to stay</title></head><body><ul class=menu><li><a href=/>Home page of the valley</a>" \
    "</li><li><a href=/a>About us and our work</a></li></ul><h1>Trees to stay</h1>"

/* What a wrapper of the whole article is called, or that it is hidden until a script shows it, says nothing. */
static void test_wrappers(void **state)
{
    static const char *const wrappers[] = {"<form class='popup comments'>", "<aside class=sidebar>",
                                           "<div style='display: none'>"};
    (void)state;
    for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++) {
        struct px_buffer text = {0};
        struct px_article article;
        px_buffer_printf(&text, "%s%s<p>%s</p><p>%s</p><p>%s %s</p>", MENU, wrappers[i], FIRST, SECOND, SECOND, FIRST);
        read_as(text.data, PX_INPUT_HTML, &article);
        assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
        assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
        px_article_release(&article);
        px_buffer_release(&text);
    }
}

static void test_hidden(void **state)
{
    struct px_article article;
    (void)state;
    read_as(MENU "<div><p>" FIRST "</p><p hidden>" SECOND "</p><p>" FIRST " And so on.</p></div>", PX_INPUT_HTML,
            &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_false(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    px_article_release(&article);
}

/* On a page of pictures the captions are the article; elsewhere a short one is none of it. */
static void test_gallery(void **state)
{
    struct px_article article;
    (void)state;
    read_as(MENU "<figure><img><figcaption>" FIRST "</figcaption></figure><figure><img><figcaption>The old school, "
                 "where the society has met for years</figcaption></figure><figure><img><figcaption>" SECOND
                 "</figcaption></figure>",
            PX_INPUT_HTML, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, "The old school, where the society has met for years"));
    px_article_release(&article);
}

static void test_paragraphs_as_headings(void **state)
{
    struct px_article article;
    (void)state;
    read_as(MENU "<div><h3>" FIRST "</h3><h3>" SECOND "</h3></div>", PX_INPUT_HTML, &article);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, FIRST));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    px_article_release(&article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules_alone),
        cmocka_unit_test(test_notice_inside),
        cmocka_unit_test(test_teaser),
        cmocka_unit_test(test_several_articles),
        cmocka_unit_test(test_index),
        cmocka_unit_test(test_wrappers),
        cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_gallery),
        cmocka_unit_test(test_paragraphs_as_headings),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
