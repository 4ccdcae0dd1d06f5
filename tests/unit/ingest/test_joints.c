/* Line ends: torn paragraphs, hyphens, invisible characters, and what is glued to a line. */
#include "ingest_fixture.h"

#define TITLE "Harbour Plan Angers the Old Town\n\n"
#define TAIL                                                                                                        \
    "\n\nThe mayor told the reporters who had come to the town hall that the money was gone and that the boats of " \
    "the "                                                                                                          \
    "old harbour would be sold before the winter.\n"

static void assert_paragraph(const char *input, const char *paragraph)
{
    struct px_article article;
    char text[4096];
    snprintf(text, sizeof text, "%s%s%s", TITLE, input, TAIL);
    read_as(text, PX_INPUT_TEXT, &article);
    if (!has_block(&article, PX_ROLE_PARAGRAPH, paragraph))
        fail_msg("no paragraph '%s' in:\n%.*s", paragraph, PX_SLICE_ARG(article.text));
    px_article_release(&article);
}

#define START "The council met on Monday and it was said that nobody in the town had been asked about "

static void test_torn(void **state)
{
    (void)state;
    assert_paragraph(START "the plan\nfor the river.", START "the plan for the river.");
    assert_paragraph(START "the plan\n\nfor the river.", START "the plan for the river.");
    assert_paragraph(START "the\n\nNorthern Islands and the river that runs there.",
                     START "the Northern Islands and the river that runs there.");
    assert_paragraph(START "the plan,\n\nWest Shore people said to the mayor.",
                     START "the plan, West Shore people said to the mayor.");
}

static void test_whole(void **state)
{
    (void)state;
    assert_paragraph(START "the plan.\n\nit was the end of the river for all of them who lived there.",
                     START "the plan.");
    assert_paragraph(START "the plan of the mayor and of the river.\nread more: old boats", /* a pattern's line */
                     START "the plan of the mayor and of the river.");
}

static void test_hyphens(void **state)
{
    (void)state;
    assert_paragraph(START "the govern-\nment of the island.", START "the government of the island.");
    assert_paragraph(START "the well-\nknown plan.", START "the well-known plan.");
    assert_paragraph(START "the pre-\nand post-war houses.", START "the pre- and post-war houses.");
    assert_paragraph(START "the mayor of Saint-\nDenis there.", START "the mayor of Saint-Denis there.");
    assert_paragraph(START "the read\xC2\xAD\ners of the paper.", START "the readers of the paper.");
    assert_paragraph(START "the Bundes\xE2\x80\x90\nrepublik there.", START "the Bundesrepublik there.");
    assert_paragraph(START "the plan -\nand it was old.", START "the plan - and it was old.");
}

/* The text's own spelling goes before the list. */
static void test_spelling(void **state)
{
    (void)state;
    assert_paragraph(START "the ferry-\nboat and of other ferry-boats, of a ferry-boat.",
                     START "the ferry-boat and of other ferry-boats, of a ferry-boat.");
    assert_paragraph(START "the post-\ncard and of the old postcard.", START "the postcard and of the old postcard.");
}

static void test_invisible(void **state)
{
    (void)state;
    assert_paragraph("\xEF\xBB\xBF" START "a\xC2\xA0plan\xE2\x80\x8B, a ri\xC2\xADver\xE2\x81\xA0 and\xE2\x80\xAF"
                     "boats.",
                     START "a plan, a river and boats.");
}

static void test_glued(void **state)
{
    (void)state;
    struct px_article article;
    read_as(TITLE START
            "the plan for the river. Nobody came. Nobody was told of it. \xC2\xA9 Photo / Ada Quill\n\n" START
            "the plan for the island.READ MORE: Old Boats, New Money" TAIL,
            PX_INPUT_TEXT, &article);
    assert_true(has_furniture(&article, PX_ROLE_CREDIT, "\xC2\xA9 Photo / Ada Quill"));
    assert_true(has_furniture(&article, PX_ROLE_RELATED, "READ MORE: Old Boats, New Money"));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, START "the plan for the island."));
    assert_true(
        has_block(&article, PX_ROLE_PARAGRAPH, START "the plan for the river. Nobody came. Nobody was told of it."));
    px_article_release(&article);
}

/* Between paragraphs of the article: a list that it announces, and headings with numbers. */
static void test_between(void **state)
{
    (void)state;
    struct px_article article;
    read_as(TITLE START "the plan for the river and for these places:\nOld Harbour\nWest Shore\n" START
                        "the plan for the island.\n1. The Boats\n" START "the boats of the town.\n2. The Ferry\n" START
                        "the ferry." TAIL,
            PX_INPUT_TEXT, &article);
    assert_true(has_block(&article, PX_ROLE_LIST_ITEM, "Old Harbour"));
    assert_true(has_block(&article, PX_ROLE_LIST_ITEM, "West Shore"));
    assert_true(has_block(&article, PX_ROLE_HEADING, "1. The Boats"));
    assert_true(has_block(&article, PX_ROLE_HEADING, "2. The Ferry"));
    px_article_release(&article);
}

static void assert_title(const char *text, const char *title)
{
    struct px_article article;
    read_as(text, PX_INPUT_TEXT, &article);
    assert_slice(article.title, title);
    px_article_release(&article);
}

static void test_headline(void **state)
{
    (void)state;
    assert_title("Old Boats - The Courier\nHome\nThe Sea\nA Plan for the Harbour and the Council\nOld Boats\n" START
                 "the plan for the river." TAIL,
                 "Old Boats");
    assert_title("Harbour Plan Angers the Old Town\n" START "the plan for the river." TAIL,
                 "Harbour Plan Angers the Old Town");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_torn),     cmocka_unit_test(test_whole),     cmocka_unit_test(test_hyphens),
        cmocka_unit_test(test_spelling), cmocka_unit_test(test_invisible), cmocka_unit_test(test_glued),
        cmocka_unit_test(test_headline), cmocka_unit_test(test_between),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
