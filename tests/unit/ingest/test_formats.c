/* What each format gives: roles, metadata, furniture. The articles here are invented. */
#include "ingest_fixture.h"

#define FIRST                                                                                                       \
    "The harbour council voted on Tuesday to close the old ferry line, which had carried the people of the island " \
    "for more than ninety years and was thought to be safe."
#define SECOND                                                                                                   \
    "Its members said that the boats were too old and that the money which had been set aside for new ones was " \
    "needed elsewhere, a claim that the island rejects."
#define THIRD                                                                                                          \
    "On the island, where nobody had been asked, shops stayed closed for a day and the mayor wrote a letter in which " \
    "he called the vote a mistake that would be felt for years."

static void test_html(void **state)
{
    (void)state;
    struct px_article article;
    read_as(
        "<!DOCTYPE html><html lang=en><head><title>Ferry line to close - The Strait Post</title>"
        "<meta property='og:site_name' content='The Strait Post'><meta name=author content='By Ada Quill'>"
        "<meta property='article:published_time' content='2024-05-06T07:08:00+02:00'>"
        "<link rel=canonical href='https://straitpost.example/ferry'></head><body>"
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav>"
        "<article class=story-body><h1>Ferry line to close</h1><p>" FIRST "</p><h2>An old boat</h2><p>" SECOND "</p>"
        "<figure><img src=x><figcaption>The ferry at its pier</figcaption></figure><p>" THIRD "</p></article>"
        "<div class=related><a href=/x>More on the strait</a></div><footer>All rights reserved</footer></body></html>",
        PX_INPUT_AUTO, &article);
    assert_slice(article.title, "Ferry line to close");
    assert_slice(article.outlet, "The Strait Post");
    assert_slice(article.byline, "Ada Quill");
    assert_slice(article.published, "2024-05-06T07:08:00+02:00");
    assert_slice(article.url, "https://straitpost.example/ferry");
    assert_slice(article.language, "en");
    assert_true(has_block(&article, PX_ROLE_TITLE, "Ferry line to close"));
    assert_true(has_block(&article, PX_ROLE_HEADING, "An old boat"));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, THIRD));
    assert_true(has_furniture(&article, PX_ROLE_CAPTION, "The ferry at its pier"));
    assert_true(has_furniture(&article, PX_ROLE_NAVIGATION, "Home"));
    assert_int_equal(article.counts.paragraphs, 3);
    px_article_release(&article);
}

static void test_json_ld(void **state)
{
    (void)state;
    struct px_article article;
    read_as("<html><head><title>x</title><script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\","
            "\"headline\":\"Ferry line to close\",\"author\":[{\"name\":\"Ada Quill\"},{\"name\":\"Ben Oar\"}],"
            "\"datePublished\":\"2024-05-06\",\"publisher\":{\"name\":\"The Strait Post\"}}]}</script></head>"
            "<body><p>" FIRST "</p><p>" SECOND "</p></body></html>",
            PX_INPUT_AUTO, &article);
    assert_slice(article.title, "Ferry line to close");
    assert_slice(article.byline, "Ada Quill, Ben Oar");
    assert_slice(article.published, "2024-05-06");
    assert_slice(article.outlet, "The Strait Post");
    px_article_release(&article);
}

static void test_markdown(void **state)
{
    (void)state;
    struct px_article article;
    read_as(
        "---\ntitle: Ferry line to close (Op-ed)\nauthor: [Ada Quill, Ben Oar]\ndate: 2024-05-06\n---\n\n"
        "# Ferry line to close (Op-ed)\n\n**Why the vote on the island was no vote at all**\n\n" FIRST "\n\n"
        "**Related article:** [The last captain](https://straitpost.example/c)\n\n## An old boat\n\nThe letter was "
        "*long* and the [mayor](https://straitpost.example/m) had\n\nwritten it &mdash; he said &mdash; at night.\n\n"
        "> " SECOND "\n\n- one thing\n- another\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n" THIRD "\n",
        PX_INPUT_AUTO, &article);
    assert_slice(article.title, "Ferry line to close (Op-ed)");
    assert_slice(article.byline, "Ada Quill, Ben Oar");
    assert_slice(article.published, "2024-05-06");
    assert_int_equal(article.genre, PX_GENRE_OPINION);
    assert_true(has_block(&article, PX_ROLE_STANDFIRST, "Why the vote on the island was no vote at all"));
    assert_true(has_block(&article, PX_ROLE_HEADING, "An old boat"));
    assert_true(
        has_block(&article, PX_ROLE_PARAGRAPH,
                  "The letter was long and the mayor had written it \xE2\x80\x94 he said \xE2\x80\x94 at night."));
    assert_true(has_block(&article, PX_ROLE_QUOTATION, SECOND));
    assert_true(has_block(&article, PX_ROLE_LIST_ITEM, "another"));
    assert_true(has_block(&article, PX_ROLE_TABLE, "a | b\n1 | 2"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "Related article: The last captain"));
    px_article_release(&article);
}

static void test_plain(void **state)
{
    (void)state;
    struct px_article article;
    read_as("Home\nNews\nSubscribe\n\nFerry Line to Close After Ninety Years\n\n" FIRST "\n\nAn Old Boat\n\n"
            "The ferry at its pier, May 2024\n\xC2\xA9 Strait Photo/ B. Oar\nCaptain of the Last Ferry Tells His "
            "Story\n" SECOND "\n\n"
            "READ MORE: What the Mayor Wrote\n\n" THIRD
            "\n\nRelated:\n\nIsland Wants Its Own Boat\nNew Pier Costs Twice as Much\n\n"
            "Tags:\nferry, island, council, boats\n",
            PX_INPUT_TEXT, &article);
    assert_slice(article.title, "Ferry Line to Close After Ninety Years");
    assert_int_equal(article.blocks.count, 5);
    assert_true(has_block(&article, PX_ROLE_HEADING, "An Old Boat"));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, SECOND));
    assert_true(has_furniture(&article, PX_ROLE_CAPTION, "The ferry at its pier, May 2024"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "Captain of the Last Ferry Tells His Story"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "READ MORE: What the Mayor Wrote"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "New Pier Costs Twice as Much"));
    assert_true(has_furniture(&article, PX_ROLE_TAGS, "ferry, island, council, boats"));
    px_article_release(&article);
}

#define OFTEN "议会星期二投票关闭渡轮。岛上的人说：“我们不会接受。”商店关了一天。"

/* A paragraph that stands several times is no headline. */
static void test_repeated_paragraph(void **state)
{
    (void)state;
    struct px_article article;
    read_as("渡轮将关闭\n\n" OFTEN "\n\n" OFTEN "\n\n" OFTEN "\n\n" OFTEN "\n", PX_INPUT_TEXT, &article);
    assert_slice(article.title, "渡轮将关闭");
    assert_int_equal(article.counts.paragraphs, 4);
    px_article_release(&article);
}

static void test_too_long(void **state)
{
    (void)state;
    struct px_article article;
    struct px_buffer text = {0};
    px_buffer_string(&text, "Ferry line to close\n\n");
    for (size_t i = 0; i < 5000; i++)
        px_buffer_string(&text, FIRST "\n\n");
    px_buffer_byte(&text, 0);
    assert_false(text.failed);
    read_as(text.data, PX_INPUT_TEXT, &article);
    assert_int_equal(article.warnings.count, 1);
    assert_slice(article.warnings.items[0], "the text has 155004 words, as no article has: is it one article?");
    px_article_release(&article);
    px_buffer_release(&text);
}

static void test_wrapped(void **state)
{
    (void)state;
    struct px_article article;
    read_as("The harbour council voted on Tuesday to close the old ferry\nline, which had carried the people of the "
            "island for\n"
            "more than ninety years and was thought to be safe by al-\nmost all of them, as the mayor had said for a "
            "long time.\n\n"
            "Its members said that the boats were too old and that the\nmoney which had been set aside was needed "
            "elsewhere.\n",
            PX_INPUT_TEXT, &article);
    assert_int_equal(article.counts.paragraphs, 2);
    assert_true(px_slice_find(article.text, PX_SLICE("by almost all of them"), 0) != SIZE_MAX);
    px_article_release(&article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_html),     cmocka_unit_test(test_json_ld),
                                       cmocka_unit_test(test_markdown), cmocka_unit_test(test_plain),
                                       cmocka_unit_test(test_wrapped),  cmocka_unit_test(test_repeated_paragraph),
                                       cmocka_unit_test(test_too_long)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
