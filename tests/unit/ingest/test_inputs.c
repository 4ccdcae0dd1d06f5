/* Bytes that come in: character sets, bad input, guessing of formats, verbatim text. */
#include "ingest_fixture.h"

#define PROSE "The council met on Monday and it was said that nobody had been asked about the plan for the river."

static enum px_status read_bytes(const char *data, size_t size, struct px_article *article, struct px_error *error)
{
    *article = (struct px_article){0};
    return px_ingest_bytes(ingest, (struct px_slice){data, size}, "input", NULL, article, error);
}

static void assert_refused(const char *data, size_t size, enum px_status code, const char *message)
{
    struct px_article article;
    struct px_error error = {0};
    assert_int_equal(read_bytes(data, size, &article, &error), code);
    assert_string_equal(error.message, message);
    assert_string_equal(error.file, "input");
    assert_null(article.text.data);
}

static void test_bad_input(void **state)
{
    (void)state;
    char binary[400];
    for (size_t i = 0; i < sizeof binary; i++)
        binary[i] = (char)(i % 7 == 0 ? 0 : i % 31);
    assert_refused("", 0, PX_ERROR_INPUT, "input is empty");
    assert_refused(" \n\t ", 4, PX_ERROR_INPUT, "input is empty");
    assert_refused(binary, sizeof binary, PX_ERROR_INPUT,
                   "input is binary, not text: save the article as text or HTML");
    assert_refused("%PDF-1.4 and so on", 18, PX_ERROR_INPUT,
                   "input is binary, not text: a PDF: take its text out first, as pdftotext does");
    assert_refused("PK\3\4\0\0\0\0\0\0\0\0", 12, PX_ERROR_INPUT,
                   "input is binary, not text: a zip file, as office documents are: save the article as text or HTML");
}

/* Text is said to be what it is, where it is no article. */
static void test_wrapped(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"From: <Saved>\r\nSubject: Harbour\r\nMIME-Version: 1.0\r\nContent-Type: "
         "multipart/related;\r\n\ttype=\"text/html\"; "
         "boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>" PROSE "</p>\r\n--x--\r\n",
         "input is a page with its pictures in one file (MHTML): save the page as HTML alone"},
        {"{\\rtf1\\ansi " PROSE "\\par}", "input is rich text (RTF): save the article as text or HTML"},
        {"# newpar\n# text = It rains\n1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
         "2\trains\train\tVERB\tVBZ\t_\t0\troot\t_\t_\n\n",
         "input is CoNLL-U, not an article: 'parse --input conllu' reads it as such"},
        {"[InternetShortcut]\nURL=http://harbour.example/\n",
         "input is a link to a page, not the page: save the page itself"},
    };
    struct px_article article;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_refused(cases[i].text, strlen(cases[i].text), PX_ERROR_INPUT, cases[i].message);
    const char *told = "From: the harbour\n\n" PROSE " It called the file multipart/related.";
    assert_int_equal(read_bytes(told, strlen(told), &article, NULL), PX_OK);
    px_article_release(&article);
}

static void test_missing_file(void **state)
{
    (void)state;
    struct px_article article = {0};
    struct px_error error = {0};
    assert_int_equal(px_ingest_file(ingest, "no/such/file.txt", NULL, &article, &error), PX_ERROR_IO);
    assert_string_equal(error.file, "no/such/file.txt");
}

static void test_limit(void **state)
{
    (void)state;
    struct px_article article = {0};
    struct px_error error = {0};
    const struct px_ingest_options options = {.limit = 10};
    assert_int_equal(px_ingest_bytes(ingest, PX_SLICE(PROSE), "input", &options, &article, &error), PX_ERROR_LIMIT);
    assert_string_equal(error.message, "input is larger than the limit of 10 bytes");
}

/* Each of these is "Café – naïve" in some character set, followed by prose. */
static void test_charsets(void **state)
{
    (void)state;
    static const struct {
        const char *data;
        size_t size;
    } inputs[] = {
#define INPUT(bytes) {bytes, sizeof(bytes) - 1}
        INPUT("Caf\xC3\xA9 \xE2\x80\x93 na\xC3\xAFve. " PROSE),
        INPUT("\xEF\xBB\xBF"
              "Caf\xC3\xA9 \xE2\x80\x93 na\xC3\xAFve. " PROSE),
        INPUT("Caf\xE9 \x96 na\xEFve. " PROSE),
    };
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        struct px_article article;
        struct px_error error = {0};
        assert_int_equal(read_bytes(inputs[i].data, inputs[i].size, &article, &error), PX_OK);
        assert_true(px_slice_starts(article.text, PX_SLICE("Caf\xC3\xA9 \xE2\x80\x93 na\xC3\xAFve.")));
        px_article_release(&article);
    }
}

static void test_utf16(void **state)
{
    (void)state;
    char wide[2 + 2 * sizeof PROSE];
    for (int big = 0; big < 2; big++) {
        size_t size = 0;
        struct px_article article;
        struct px_error error = {0};
        wide[size++] = (char)(big ? 0xFE : 0xFF);
        wide[size++] = (char)(big ? 0xFF : 0xFE);
        for (const char *c = PROSE; *c != 0; c++) {
            wide[size++] = big ? 0 : *c;
            wide[size++] = big ? *c : 0;
        }
        assert_int_equal(read_bytes(wide, size, &article, &error), PX_OK);
        assert_slice(article.text, PROSE);
        px_article_release(&article);
    }
}

static void test_utf32(void **state)
{
    (void)state;
    char wide[4 * sizeof PROSE] = "\xFF\xFE";
    for (size_t i = 0; i + 1 < sizeof PROSE; i++)
        wide[4 * (i + 1)] = PROSE[i];
    struct px_article article = {0};
    struct px_error error = {0};
    assert_int_equal(read_bytes(wide, sizeof wide, &article, &error), PX_OK);
    assert_slice(article.text, PROSE);
    px_article_release(&article);
}

static void test_declared(void **state)
{
    (void)state;
    struct px_article article;
    read_as("<html><head><meta charset=\"koi8-r\"><title>x</title></head><body><p>\xED\xCF\xD3\xCB\xD7\xC1 " PROSE
            "</p></body></html>",
            PX_INPUT_HTML, &article);
    assert_true(px_slice_find(article.text, PX_SLICE("\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0"), 0) !=
                SIZE_MAX);
    px_article_release(&article);
}

static void test_verbatim(void **state)
{
    (void)state;
    struct px_article article = {0};
    struct px_error error = {0};
    const struct px_ingest_options options = {.verbatim = true};
    static const char text[] = "  One line,\nand  two.\r\n \t\n\nAdvertisement\n\n\n";
    assert_int_equal(px_ingest_bytes(ingest, px_slice_from(text), "v", &options, &article, &error), PX_OK);
    assert_slice(article.text, text);
    assert_int_equal(article.blocks.count, 2);
    assert_slice(block_text(&article, 0), "One line,\nand  two.");
    assert_slice(block_text(&article, 1), "Advertisement");
    assert_int_equal(article.blocks.items[1].number, 2);
    assert_int_equal(article.furniture.count, 0);
    px_article_release(&article);
}

static void test_digest(void **state)
{
    (void)state;
    struct px_article article;
    read_as("abc", PX_INPUT_TEXT, &article);
    assert_slice(article.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_slice(article.id, "sample");
    px_article_release(&article);
}

static void test_names(void **state)
{
    (void)state;
    assert_int_equal(px_ingest_input_find(PX_SLICE("markdown")), PX_INPUT_MARKDOWN);
    assert_int_equal(px_ingest_input_find(PX_SLICE("docx")), -1);
    assert_true(px_ingest_is_corpus(PX_SLICE("{\"id\":\"a\",\"text\":\"b\"}\n{\"id\":")));
    assert_false(px_ingest_is_corpus(PX_SLICE("{\"a\":1}")));
    assert_false(px_ingest_is_corpus(PX_SLICE("plain")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bad_input), cmocka_unit_test(test_wrapped),  cmocka_unit_test(test_missing_file),
        cmocka_unit_test(test_limit),     cmocka_unit_test(test_charsets), cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_utf32),     cmocka_unit_test(test_declared), cmocka_unit_test(test_verbatim),
        cmocka_unit_test(test_digest),    cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
