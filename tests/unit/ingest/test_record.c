/* Records of a corpus: what they give, and what is wrong with them, to the column. */
#include "ingest_fixture.h"

static enum px_status read_record(const char *json, struct px_article *article, struct px_error *error)
{
    *article = (struct px_article){0};
    *error = (struct px_error){0};
    return px_ingest_record(ingest, px_slice_from(json), "corpus/sample.ndjson", 7, NULL, article, error);
}

static void test_keys(void **state)
{
    (void)state;
    struct px_article article;
    struct px_error error;
    assert_int_equal(
        read_record(
            "{\"id\":\"a\",\"outlet\":\"The Ledger\",\"title\":\"T\",\"byline\":\"B\",\"published\":\"2025-01-02\","
            "\"event\":\"e\",\"grade\":{\"x\":[1,2]},\"text\":\"It was a day like any other in the town.\"}",
            &article, &error),
        PX_OK);
    assert_slice(article.id, "a");
    assert_slice(article.outlet, "The Ledger");
    assert_slice(article.title, "T");
    assert_slice(article.published, "2025-01-02");
    assert_slice(article.event, "e");
    assert_int_equal(article.extras.count, 1);
    assert_slice(article.extras.items[0].key, "grade");
    assert_slice(article.extras.items[0].json, "{\"x\":[1,2]}");
    px_article_release(&article);
}

/* A text may begin with front matter, as a file may; the record's own keys go before it. */
static void test_front_matter(void **state)
{
    (void)state;
    struct px_article article;
    struct px_error error;
#define MATTER "\"text\":\"---\\ntitle: The last boat\\ndate: 2014-03-03\\n---\\n\\nThe council met on Monday.\"}"
    assert_int_equal(read_record("{\"id\":\"a\"," MATTER, &article, &error), PX_OK);
    assert_slice(article.title, "The last boat");
    assert_slice(article.published, "2014-03-03");
    assert_slice(article.text, "The last boat\n\nThe council met on Monday.");
    px_article_release(&article);
    assert_int_equal(read_record("{\"id\":\"a\",\"title\":\"Given\"," MATTER, &article, &error), PX_OK);
    assert_slice(article.title, "Given");
    assert_slice(article.published, "2014-03-03");
    assert_slice(article.text, "Given\n\nThe council met on Monday.");
    px_article_release(&article);
}

static void test_targets(void **state)
{
    (void)state;
    struct px_article article = {0};
    struct px_error error = {0};
    const struct px_ingest_options options = {.verbatim = true};
    const struct px_slice json = PX_SLICE(
        "{\"id\":\"a\",\"text\":\"\\u00e9t\\u00e9 Paris\",\"targets\":[{\"name\":\"Paris\"},{\"start\":4,\"end\":9}]}");
    assert_int_equal(px_ingest_record(ingest, json, NULL, 1, &options, &article, &error), PX_OK);
    assert_int_equal(article.targets.count, 2);
    assert_slice(article.targets.items[0].name, "Paris");
    assert_slice(px_slice_span(article.text, article.targets.items[1].span), "Paris");
    px_article_release(&article);
}

/* Taken as it is, a text keeps what looks encoded twice: offsets are those of the input. */
static void test_verbatim(void **state)
{
    (void)state;
    struct px_article article = {0};
    struct px_error error = {0};
    struct px_ingest_options options = {.verbatim = true};
    const struct px_slice json = PX_SLICE("{\"id\":\"a\",\"text\":\"It\\u00e2\\u20ac\\u2122s so, a\\u0000b.\"}");
    assert_int_equal(px_ingest_record(ingest, json, NULL, 1, &options, &article, &error), PX_OK);
    assert_slice(article.text, "It\u00e2\u20ac\u2122s so, a b.");
    assert_int_equal(article.warnings.count, 0);
    px_article_release(&article);
}

static void test_path(void **state)
{
    (void)state;
    struct px_article article;
    struct px_error error;
    assert_int_equal(read_record("{\"id\":\"k\",\"path\":\"port-ansel-visit/kestria-today.txt\"}", &article, &error),
                     PX_OK);
    assert_slice(article.id, "k");
    assert_slice(article.path, "corpus/port-ansel-visit/kestria-today.txt");
    px_article_release(&article);
}

/* A corpus that begins with no record is of another format; one whose first record is broken, or cut off, is not. */
static void test_other_format(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        size_t number;
        bool other;
    } cases[] = {
        {"id,title,text", 1, true},
        {"\"id\",\"text\"", 1, true},
        {"12,13", 1, true},
        {"true", 1, true},
        {"[", 1, true},
        {" [", 2, true},
        {"{", 1, true},
        {"id,text", 2, false},
        {"{\"id\":\"a", 1, false},
        {"{\"id\":}", 1, false},
        {"{\"id\":\"a\",", 2, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_article article = {0};
        struct px_error error = {0};
        assert_int_equal(px_ingest_record(ingest, px_slice_from(cases[i].line), "records.csv", cases[i].number, NULL,
                                          &article, &error),
                         PX_ERROR_SYNTAX);
        assert_int_equal(strstr(error.message, ": a corpus has one object a line") != NULL, cases[i].other);
    }
}

static void test_errors(void **state)
{
    (void)state;
    static const struct {
        const char *json, *message;
        size_t column;
        const char *id;
    } cases[] = {
        {"{\"id\":\"a\"}", "record has no text, html, markdown or path", 1, "a"},
        {"{\"text\":\"a\"}", "record has no id", 1, ""},
        {"\"a\"", "record is no JSON object", 1, ""},
        {"[1]", "record is a JSON list: a corpus has one object a line, as 'jq -c .[]' writes those of a list", 1, ""},
        {"{\"id\":\"a\",\"text\":\"b\"", "record ends too early", 21, ""},
        {"{\"id\":\"a\",\"text\":\"b\"} x", "record is malformed JSON: unexpected character", 23, ""},
        {"{\"id\":\"a\",\"text\":\"\"}", "input is empty", 0, "a"},
        {"{\"id\":\"a\",\"text\":\"b c\",\"targets\":[{\"start\":2,\"end\":9}]}",
         "target 1 is neither a name nor a span of the text", 0, "a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_article article;
        struct px_error error;
        assert_int_not_equal(read_record(cases[i].json, &article, &error), PX_OK);
        assert_string_equal(error.message, cases[i].message);
        assert_string_equal(error.file, "corpus/sample.ndjson");
        assert_int_equal(error.line, 7);
        assert_int_equal(error.column, cases[i].column);
        assert_slice(article.id, cases[i].id);
        assert_null(article.text.data);
        px_article_release(&article);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_keys),    cmocka_unit_test(test_front_matter),
                                       cmocka_unit_test(test_targets), cmocka_unit_test(test_verbatim),
                                       cmocka_unit_test(test_path),    cmocka_unit_test(test_other_format),
                                       cmocka_unit_test(test_errors)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
