/* Exports of archives: every layout's sample, document by document. The samples are invented. */
#include "ingest/source.h"
#include "ingest_fixture.h"

#define FOLDER "tests/unit/ingest/exports/"
#define LEAD                                                                                                       \
    "The harbour council voted on Monday to close the old ferry line, which had carried the people of the island " \
    "for more than ninety years."

static struct px_source *open_sample(const char *path, size_t count)
{
    struct px_source *source = NULL;
    struct px_error error = {0};
    if (px_source_open(ingest, path, NULL, &source, &error) != PX_OK)
        fail_msg("%s: %s", path, error.message);
    assert_int_equal(px_source_count(source), count);
    return source;
}

static struct px_article read_document(const struct px_source *source, size_t index)
{
    struct px_article article = {0};
    struct px_error error = {0};
    if (px_source_read(source, index, NULL, &article, &error) != PX_OK)
        fail_msg("document %zu: %s", index, error.message);
    return article;
}

struct facts {
    const char *id, *title, *outlet, *byline, *published;
    size_t paragraphs;
};

static void check(const struct px_source *source, size_t index, struct facts facts)
{
    struct px_article article = read_document(source, index);
    assert_slice(article.id, facts.id);
    assert_slice(article.title, facts.title);
    assert_slice(article.outlet, facts.outlet);
    assert_slice(article.byline, facts.byline);
    assert_slice(article.published, facts.published);
    assert_int_equal(article.counts.paragraphs, facts.paragraphs);
    px_article_release(&article);
}

static void test_nexis_old(void **state)
{
    (void)state;
    struct px_source *source = open_sample(FOLDER "nexis-old.txt", 3);
    check(source, 0,
          (struct facts){FOLDER "nexis-old.txt#1",
                         "Council votes to close the old ferry line after ninety years of service",
                         "The Harbour Gazette", "ADA QUILL and BEN OAR", "2014-03-03", 3});
    check(source, 1,
          (struct facts){FOLDER "nexis-old.txt#2", "Island plans a boat of its own", "Strait Wire Service", "",
                         "2014-03-04", 2});
    struct px_article article = read_document(source, 0);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, LEAD));
    assert_true(has_block(&article, PX_ROLE_HEADING, "A letter from the island"));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH,
                          "Subject: to the approval of the county, the last boat will leave in June."));
    assert_true(has_furniture(&article, PX_ROLE_OTHER, "Late Edition - Final"));
    assert_true(has_furniture(&article, PX_ROLE_CAPTION,
                              "GRAPHIC: PHOTO: The ferry at its pier on Sunday. (PHOTOGRAPH BY LENA ROST)"));
    assert_true(
        has_furniture(&article, PX_ROLE_CREDIT, "Copyright 2014 The Harbour Gazette Company All Rights Reserved"));
    px_article_release(&article);
    px_source_close(source);
}

/* The third document has no text, and the fourth that the file announces is not there. */
static void test_fault(void **state)
{
    (void)state;
    struct px_source *source = open_sample(FOLDER "nexis-old.txt", 3);
    struct px_article article = {0};
    struct px_error error = {0};
    assert_int_equal(px_source_read(source, 2, NULL, &article, &error), PX_ERROR_INPUT);
    assert_string_equal(error.message, "document 3 of this export has no text: the file ends here, before the last of "
                                       "the documents that it announces");
    assert_string_equal(error.file, FOLDER "nexis-old.txt");
    assert_int_equal(error.line, 74);
    assert_slice(article.id, FOLDER "nexis-old.txt#3");
    assert_int_equal(article.blocks.count, 0);
    px_article_release(&article);
    px_source_close(source);
}

static void test_nexis_html(void **state)
{
    (void)state;
    struct px_source *source = open_sample(FOLDER "nexis-old.html", 2);
    check(source, 0,
          (struct facts){FOLDER "nexis-old.html#1", "Rat schließt die alte Fähre", "Der Hafenbote", "Ada Quill",
                         "2014-03-05", 2});
    check(source, 1,
          (struct facts){FOLDER "nexis-old.html#2", "Mayor of Sarn & council meet", "The Harbour Gazette", "",
                         "2014-03-06", 1});
    struct px_article article = read_document(source, 0);
    assert_slice(article.language, "de");
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH,
                          "Der Rat hat am Montag beschlossen, die alte Fähre zu schließen, die neunzig Jahre lang "
                          "gefahren war."));
    px_article_release(&article);
    px_source_close(source);
}

static void test_nexis_new(void **state)
{
    (void)state;
    struct px_source *source = open_sample(FOLDER "nexis-new.txt", 3);
    check(source, 0,
          (struct facts){FOLDER "nexis-new.txt#1", "Council votes to close the old ferry line", "The Harbour Gazette",
                         "Ada Quill", "2014-03-03", 3});
    check(
        source, 1,
        (struct facts){FOLDER "nexis-new.txt#2", "Island plans a boat of its own", "Strait Wire", "", "2014-03-04", 1});
    check(source, 2,
          (struct facts){FOLDER "nexis-new.txt#3", "The bridge that was never built", "The Harbour Gazette",
                         "Lena Rost", "2014-03-07", 1});
    struct px_article article = read_document(source, 0);
    assert_true(has_block(&article, PX_ROLE_STANDFIRST, "The last boat leaves in June"));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, LEAD));
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH,
                          "Subject: this was the word that stood over the letter the mayor wrote."));
    assert_true(has_furniture(&article, PX_ROLE_TAGS, "Subject: FERRIES (90%); LOCAL GOVERNMENT (78%)"));
    assert_int_equal(article.warnings.count, 0);
    px_article_release(&article);
    article = read_document(source, 2);
    assert_int_equal(article.genre, PX_GENRE_OPINION);
    assert_int_equal(article.warnings.count, 1);
    assert_slice(article.warnings.items[0], "document 3, lines 66 to 79: the file ends before the document does");
    px_article_release(&article);
    px_source_close(source);
}

static void test_factiva_codes(void **state)
{
    (void)state;
    struct px_source *source = open_sample(FOLDER "factiva-codes.txt", 4);
    check(source, 0,
          (struct facts){FOLDER "factiva-codes.txt#HARGAZ0020140303ea330000a",
                         "Council votes to close the old ferry line", "The Harbour Gazette", "Ada Quill",
                         "2014-03-03T08:15", 3});
    check(source, 1,
          (struct facts){FOLDER "factiva-codes.txt#STRWIR0020140304ea340000b", "Island plans a boat of its own",
                         "Strait Wire", "", "2014-03-04", 2});
    check(source, 2,
          (struct facts){FOLDER "factiva-codes.txt#3", "Mayor of Sarn and council meet", "The Harbour Gazette", "",
                         "2014-03-06", 1});
    struct px_article article = read_document(source, 0);
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, "IN THE END, the mayor said, nobody had been asked."));
    assert_true(has_furniture(&article, PX_ROLE_TAGS, "RE sarn : Sarn"));
    px_article_release(&article);
    article = read_document(source, 2);
    assert_slice(article.warnings.items[0], "document 3, lines 41 to 45: it ends without the archive's number");
    px_article_release(&article);
    px_source_close(source);
    source = open_sample(FOLDER "factiva-codes.html", 1);
    check(source, 0,
          (struct facts){FOLDER "factiva-codes.html#HARGAZ0020140303ea330000a",
                         "Council votes to close the old ferry line", "The Harbour Gazette", "Ada Quill", "2014-03-03",
                         3});
    px_source_close(source);
}

static void test_factiva_plain(void **state)
{
    (void)state;
    struct px_source *source = open_sample(FOLDER "factiva-plain.txt", 2);
    check(source, 0,
          (struct facts){FOLDER "factiva-plain.txt#HARGAZ0020140303ea330000a",
                         "Council votes to close the old ferry line", "The Harbour Gazette", "Ada Quill",
                         "2014-03-03T08:15", 2});
    check(source, 1,
          (struct facts){FOLDER "factiva-plain.txt#STRWIR0020140304ea340000b", "Island plans a boat of its own",
                         "Strait Wire", "", "2014-03-04", 1});
    px_source_close(source);
    source = open_sample(FOLDER "factiva.html", 3);
    check(source, 0,
          (struct facts){FOLDER "factiva.html#HARGAZ0020140303ea330000a", "Council votes to close the old ferry line",
                         "The Harbour Gazette", "Ada Quill", "2014-03-03", 2});
    check(source, 1,
          (struct facts){FOLDER "factiva.html#2", "Mayor of Sarn and council meet", "The Harbour Gazette", "",
                         "2014-03-06", 1});
    check(source, 2,
          (struct facts){FOLDER "factiva.html#STRWIR0020140304ea340000b", "Island plans a boat of its own",
                         "Strait Wire", "", "2014-03-04", 1});
    px_source_close(source);
}

static size_t count_articles(const char *text, const struct px_ingest_options *options)
{
    struct px_source *source;
    assert_int_equal(px_source_open_bytes(ingest, px_slice_from(text), "x", options, &source, NULL), PX_OK);
    size_t count = px_source_count(source);
    px_source_close(source);
    return count;
}

#define TWO                                                                                                      \
    "1 of 2 DOCUMENTS\n\nThe Post\n\nMarch 3, 2014\n\nOne\n\nLENGTH: 9 words\n\nThe boats were too old, it was " \
    "said.\n\n1 of 2 DOCUMENTS\n\nThe Post\n\nMarch 4, 2014\n\nTwo\n\nLENGTH: 8 words\n\nThe boats were new.\n"

static void test_what_is_an_export(void **state)
{
    (void)state;
    const struct px_ingest_options verbatim = {.verbatim = true}, text = {.input = PX_INPUT_TEXT},
                                   forced = {.input = PX_INPUT_EXPORT};
    assert_int_equal(count_articles(TWO, NULL), 2);
    assert_int_equal(count_articles(TWO, &verbatim), 1);
    assert_int_equal(count_articles(TWO, &text), 1);
    assert_int_equal(count_articles("He had read 1 of 2 DOCUMENTS.\n\n1 of 2 DOCUMENTS\n\nIt was late.\n", NULL), 1);
    assert_int_equal(count_articles("End of Document\n\nThat was the name of the play.\n", NULL), 1);
    assert_int_equal(count_articles("{\"id\":\"a\",\"text\":\"b\"}\n\n{\"id\":\"c\",\"text\":\"d\"}\n", NULL), 2);
    struct px_source *source;
    struct px_error error = {0};
    assert_int_equal(px_source_open_bytes(ingest, PX_SLICE("no export"), "x", &forced, &source, &error),
                     PX_ERROR_INPUT);
    assert_string_equal(error.message, "input is no export of Nexis or Factiva");
    assert_null(source);
}

/* A number that stands twice is no id; one article is asked for and two are there. */
static void test_ids(void **state)
{
    (void)state;
    struct px_source *source;
    struct px_article article = {0};
    struct px_error error = {0};
    assert_int_equal(px_source_open_bytes(ingest, PX_SLICE(TWO), "x", NULL, &source, NULL), PX_OK);
    check(source, 0, (struct facts){"x#1", "One", "The Post", "", "2014-03-03", 1});
    check(source, 1, (struct facts){"x#2", "Two", "The Post", "", "2014-03-04", 1});
    px_source_close(source);
    assert_int_equal(px_ingest_bytes(ingest, PX_SLICE(TWO), "x", NULL, &article, &error), PX_ERROR_INPUT);
    assert_string_equal(error.message, "the file holds 2 articles");
}

/* A file that lost its empty lines on the way. */
static void test_no_empty_lines(void **state)
{
    (void)state;
    static const char text[] =
        "               1 of 1 DOCUMENT\n               The Post\n               March 3, 2014 Monday\n               "
        "London Edition\nThe last boat\nBYLINE: Ada Quill\nLENGTH: 9 words\nThe boats were too old, it was said.\n"
        "LOAD-DATE: March 4, 2014\n";
    struct px_source *source;
    assert_int_equal(px_source_open_bytes(ingest, px_slice_from(text), "x", NULL, &source, NULL), PX_OK);
    check(source, 0, (struct facts){"x#1", "The last boat", "The Post", "Ada Quill", "2014-03-03", 1});
    px_source_close(source);
}

/* Every beginning of a sample is read without a fault of ours. */
static void test_cut_anywhere(void **state)
{
    (void)state;
    for (size_t size = 1; size < sizeof TWO; size += 3) {
        struct px_source *source;
        if (px_source_open_bytes(ingest, (struct px_slice){TWO, size}, "x", NULL, &source, NULL) != PX_OK)
            continue;
        for (size_t i = 0; i < px_source_count(source); i++) {
            struct px_article article = {0};
            px_source_read(source, i, NULL, &article, NULL);
            px_article_release(&article);
        }
        px_source_close(source);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nexis_old),         cmocka_unit_test(test_fault),
        cmocka_unit_test(test_nexis_html),        cmocka_unit_test(test_nexis_new),
        cmocka_unit_test(test_factiva_codes),     cmocka_unit_test(test_factiva_plain),
        cmocka_unit_test(test_what_is_an_export), cmocka_unit_test(test_ids),
        cmocka_unit_test(test_cut_anywhere),      cmocka_unit_test(test_no_empty_lines),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
