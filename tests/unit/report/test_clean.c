#include "report/report.h"
#include "report_fixture.h"

static void check_field(struct px_slice field, const char *expected)
{
    struct px_buffer out = {0};
    px_report_csv_field(field, &out);
    assert_written(&out, expected);
}

static void test_quotes_csv_fields_where_needed(void **state)
{
    (void)state;
    check_field(PX_SLICE("plain words"), "plain words");
    check_field(PX_SLICE(""), "");
    check_field(PX_SLICE("one, two"), "\"one, two\"");
    check_field(PX_SLICE("so \"called\""), "\"so \"\"called\"\"\"");
    check_field(PX_SLICE("\""), "\"\"\"\"");
    check_field(PX_SLICE("two\nlines"), "\"two\nlines\"");
    check_field(PX_SLICE("a\rb"), "\"a\rb\"");
    check_field(PX_SLICE("caf\xC3\xA9; semicolon"), "caf\xC3\xA9; semicolon");
}

static void test_nul_does_not_quote_a_csv_field(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    px_report_csv_field(PX_SLICE("a\0b"), &out);
    assert_int_equal(out.size, 3);
    assert_memory_equal(out.data, "a\0b", 3);
    px_buffer_release(&out);
}

static void test_error_takes_the_place_of_a_record(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    struct px_error error = {.code = PX_ERROR_SYNTAX, .message = "unexpected 'x'", .line = 3, .column = 14};
    px_report_json_error(PX_SLICE("a-1"), &error, &out);
    assert_written(
        &out,
        "{\"id\":\"a-1\",\"error\":{\"code\":\"syntax\",\"message\":\"unexpected 'x'\",\"line\":3,\"column\":14}}");
}

static void test_error_of_a_record_without_id(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    struct px_error error = {.code = PX_ERROR_INPUT, .message = "no id"};
    px_report_json_error((struct px_slice){0}, &error, &out);
    assert_written(&out, "{\"id\":null,\"error\":{\"code\":\"input\",\"message\":\"no id\",\"line\":0,\"column\":0}}");
}

/* A title, a paragraph with characters that mean something in Markdown, and a line of furniture. */
static struct px_article example(struct px_block *blocks, struct px_furniture *furniture)
{
    struct px_article article = {
        .path = PX_SLICE("a.html"), .outlet = PX_SLICE("The Daily"), .text = PX_SLICE("Dam\n\n# 1 *a*")};
    blocks[0] = (struct px_block){.start = 0, .end = 3, .role = PX_ROLE_TITLE};
    blocks[1] = (struct px_block){.start = 5, .end = 12, .role = PX_ROLE_PARAGRAPH};
    *furniture = (struct px_furniture){.role = PX_ROLE_NOTICE, .text = PX_SLICE("Sign up")};
    article.blocks.items = blocks;
    article.blocks.count = 2;
    article.furniture.items = furniture;
    article.furniture.count = 1;
    return article;
}

static void test_clean_article_in_three_forms(void **state)
{
    (void)state;
    struct px_block blocks[2];
    struct px_furniture furniture;
    struct px_article article = example(blocks, &furniture);
    struct px_buffer out = {0};
    px_report_text_clean(&article, &out);
    assert_written(&out, "Dam\n\n# 1 *a*\n\n");
    px_report_markdown_clean(&article, &out);
    assert_written(&out, "# Dam\n\n*The Daily*\n\n\\# 1 \\*a\\*\n\n");
    px_report_json_clean(&article, &out);
    assert_written(
        &out,
        "{\"schema\":\"parallax.clean/1\",\"id\":null,\"path\":\"a.html\",\"title\":null,\"outlet\":\"The Daily\","
        "\"byline\":null,\"published\":null,\"url\":null,\"language\":null,\"modified\":null,\"section\":null,"
        "\"tags\":[],\"genre\":\"unknown\","
        "\"author_note\":null,\"blocks\":[{\"role\":\"title\",\"text\":\"Dam\"},"
        "{\"role\":\"paragraph\",\"text\":\"# 1 *a*\"}],"
        "\"furniture\":[{\"role\":\"notice\",\"text\":\"Sign up\"}],\"warnings\":[]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quotes_csv_fields_where_needed),    cmocka_unit_test(test_nul_does_not_quote_a_csv_field),
        cmocka_unit_test(test_error_takes_the_place_of_a_record), cmocka_unit_test(test_error_of_a_record_without_id),
        cmocka_unit_test(test_clean_article_in_three_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
