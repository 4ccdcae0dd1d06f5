/* Roles of furniture: what kind of line it is that is not the article's. */
#include "ingest_fixture.h"

#define PROSE                                                                                                        \
    "The council met on Monday and it was said that nobody had been asked about the plan for the river, which runs " \
    "through the town and then along the old harbour to the sea."

static const char page[] = "Harbour Plan Angers the Old Town - The Courier\n"
                           "The Strait\nThe North\nDispatches\nLetters Page\nWeather\n\n"
                           "Harbour Plan Angers the Old Town\n\n"
                           "ShareTweet\n\n" PROSE "\n\n" PROSE "\n\n" PROSE "\n\n"
                           "A version of this article appears in print on page 4.\n\n"
                           "Old Boats and New Money on the River\n"
                           "Ferry With Sixty Aboard Drifts Off the Cape\n"
                           "Why Did Nobody Ask the People of the Island?\n"
                           "More From the Strait\nALSO ON THE RIVER\nREAD MORE: The Ferry Is Back\n"
                           "12. April 2021\n\n"
                           "Community rules\n"
                           "Whoever registers on one of our sites accepts these rules and promises to keep them.\n"
                           "Sign up for our letter\n";

/* What of the line only leads to a teaser. */
static void assert_label(const struct px_article *article, const char *text, const char *label)
{
    const struct px_furniture *line = NULL;
    for (size_t i = 0; i < article->furniture.count; i++)
        if (px_slice_is(article->furniture.items[i].text, text))
            line = &article->furniture.items[i];
    assert_non_null(line);
    assert_slice(px_slice_part(line->text, 0, line->label), label);
}

static void test_kinds(void **state)
{
    (void)state;
    struct px_article article;
    read_as(page, PX_INPUT_TEXT, &article);
    assert_true(has_furniture(&article, PX_ROLE_NAVIGATION, "The Strait"));
    assert_true(has_furniture(&article, PX_ROLE_NAVIGATION, "Dispatches"));
    assert_true(has_furniture(&article, PX_ROLE_OTHER, "Harbour Plan Angers the Old Town - The Courier"));
    assert_true(has_furniture(&article, PX_ROLE_OTHER, "ShareTweet"));
    assert_true(has_furniture(&article, PX_ROLE_NOTICE, "A version of this article appears in print on page 4."));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "Ferry With Sixty Aboard Drifts Off the Cape"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "Why Did Nobody Ask the People of the Island?"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "READ MORE: The Ferry Is Back"));
    assert_label(&article, "More From the Strait", "More From the Strait");
    assert_label(&article, "ALSO ON THE RIVER", "ALSO ON THE RIVER");
    assert_label(&article, "READ MORE: The Ferry Is Back", "READ MORE: ");
    assert_label(&article, "Ferry With Sixty Aboard Drifts Off the Cape", "");
    assert_true(has_furniture(&article, PX_ROLE_DATELINE, "12. April 2021"));
    assert_true(has_furniture(&article, PX_ROLE_COMMENTS, "Community rules"));
    assert_true(has_furniture(&article, PX_ROLE_COMMENTS,
                              "Whoever registers on one of our sites accepts these rules and promises to keep them."));
    assert_true(has_furniture(&article, PX_ROLE_OTHER, "Sign up for our letter"));
    px_article_release(&article);
}

/* A feed's headlines stand beside an hour or a day; a date that is a link is a date. */
static void test_headlines_with_an_hour(void **state)
{
    (void)state;
    struct px_article article;
    read_as("<html><body><h1>Harbour Plan Angers the Old Town</h1><p>" PROSE "</p><p>" PROSE "</p><p>" PROSE
            "</p><div><h3>News feed</h3><ul><li>09:02 <a href=\"/1\">Grain exports up</a></li>"
            "<li>08:47 <a href=\"/2\">Passengers stranded on the northern breakwater</a></li>"
            "<li><a href=\"/3\">12 April 2021 at 8:30</a></li><li><a href=\"/4\">Trams run again</a></li></ul></div>"
            "<div>© The Courier 2021</div></body></html>",
            PX_INPUT_HTML, &article);
    assert_false(has_furniture(&article, PX_ROLE_DATELINE, "08:47 Passengers stranded on the northern breakwater"));
    assert_true(has_furniture(&article, PX_ROLE_DATELINE, "12 April 2021 at 8:30"));
    px_article_release(&article);
}

/* An agency's mark with a name is a credit, the page's own a notice. */
static void test_marks_with_a_year(void **state)
{
    (void)state;
    struct px_article article;
    read_as("Harbour Plan Angers the Old Town of Varn\n\n" PROSE "\n\n" PROSE
            "\n\nThe quay at dawn\n© AFP 2017/ BEN ROE\n\n" PROSE "\n\n© The Courier 2017\n",
            PX_INPUT_TEXT, &article);
    assert_true(has_furniture(&article, PX_ROLE_CREDIT, "© AFP 2017/ BEN ROE"));
    assert_true(has_furniture(&article, PX_ROLE_NOTICE, "© The Courier 2017"));
    px_article_release(&article);
}

/* A credit is one in brackets too; an aside in brackets is no credit. */
static void test_brackets(void **state)
{
    (void)state;
    struct px_article article;
    read_as(PROSE "\n\n(Credit: Ada Moor / The Courier)\n\n" PROSE
                  "\n\n(The credit: nobody took it, as was said.)\n\n" PROSE "\n",
            PX_INPUT_TEXT, &article);
    assert_true(has_furniture(&article, PX_ROLE_CREDIT, "(Credit: Ada Moor / The Courier)"));
    assert_false(has_furniture(&article, PX_ROLE_CREDIT, "(The credit: nobody took it, as was said.)"));
    px_article_release(&article);
}

/* What stands before a credit without a space between them is a caption; a sentence about credit is not. */
static void test_glued_credits(void **state)
{
    (void)state;
    struct px_article article;
    read_as(
        "Harbour Plan Angers the Old Town of Varn\n\nAda Moor, mayor of Varn, on the quay in May.CreditBen Roe/Kite "
        "News\n\n" PROSE
        "\n\nShe gave the town no money. Credit Varn, the bank of the town, gave none either.\n\n" PROSE "\n",
        PX_INPUT_TEXT, &article);
    assert_true(has_furniture(&article, PX_ROLE_CAPTION,
                              "Ada Moor, mayor of Varn, on the quay in May.CreditBen Roe/Kite News"));
    assert_false(has_furniture(&article, PX_ROLE_CAPTION,
                               "She gave the town no money. Credit Varn, the bank of the town, gave none either."));
    px_article_release(&article);
}

/* A line of another script is no line of signs. */
static void test_scripts(void **state)
{
    (void)state;
    struct px_article article;
    read_as(PROSE "\n\n\xD0\x9E\xD0\xBD \xD0\xBD\xD0\xB8\xD1\x87\xD0\xB5\xD0\xB3\xD0\xBE \xD0\xBD\xD0\xB5 "
                  "\xD1\x81\xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0\xD0\xBB.\n\n" PROSE "\n\n***\n",
            PX_INPUT_TEXT, &article);
    for (size_t i = 0; i < article.pieces.count; i++)
        if (article.pieces.items[i].text.data[0] == '\xD0')
            assert_true(px_slice_find(article.pieces.items[i].reason, PX_SLICE("pattern"), 0) == SIZE_MAX);
    assert_true(has_furniture(&article, PX_ROLE_OTHER, "***"));
    px_article_release(&article);
}

static int set_up_explaining(void **state)
{
    return set_up(state) == 0 && px_ingest_explain(ingest, "lexicons", NULL) == PX_OK ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_headlines_with_an_hour),
                                       cmocka_unit_test(test_kinds),
                                       cmocka_unit_test(test_marks_with_a_year),
                                       cmocka_unit_test(test_scripts),
                                       cmocka_unit_test(test_brackets),
                                       cmocka_unit_test(test_glued_credits)};
    return cmocka_run_group_tests(tests, set_up_explaining, tear_down);
}
