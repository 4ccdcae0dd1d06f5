/* A model's file: what is opened, what is refused. */
#include "syntax_fixture.h"

#include <string.h>

#include "syntax/model.h"

static void test_a_file_cut_short_or_changed_is_refused(void **state)
{
    (void)state;
    struct px_slice whole = fixture.model.bytes;
    static const size_t sizes[] = {0, 7, 15, 16, 100, 1000, 100000};
    struct px_syntax *syntax;
    struct px_error error = {0};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_int_equal(px_syntax_new(px_slice_part(whole, 0, sizes[i]), "m", &syntax, &error), PX_ERROR_INPUT);
        assert_null(syntax);
        assert_string_equal(error.file, "m");
    }
    assert_int_equal(px_syntax_new(px_slice_part(whole, 0, whole.size - 1), "m", &syntax, &error), PX_ERROR_INPUT);
}

static void test_another_version_is_refused(void **state)
{
    (void)state;
    struct px_slice whole = fixture.model.bytes;
    struct px_syntax *syntax;
    char *copy = malloc(whole.size);
    assert_non_null(copy);
    memcpy(copy, whole.data, whole.size);
    copy[sizeof PX_MODEL_MAGIC - 1] = PX_MODEL_VERSION - 1;
    assert_int_equal(px_syntax_new((struct px_slice){copy, whole.size}, "m", &syntax, NULL), PX_ERROR_INPUT);
    assert_null(syntax);
    free(copy);
}

/* No number in the head of the file leads outside of it. */
static void test_a_broken_head_is_harmless(void **state)
{
    (void)state;
    struct px_slice whole = fixture.model.bytes;
    char *copy = malloc(whole.size);
    assert_non_null(copy);
    for (size_t at = 0; at < PX_MODEL_HEAD + (size_t)PX_PARTS * PX_MODEL_ENTRY; at++) {
        static const unsigned char values[] = {0, 1, 0x7F, 0xFF};
        for (size_t i = 0; i < sizeof values; i++) {
            struct px_syntax *syntax;
            struct px_parser *parser;
            struct px_slice forms[] = {PX_SLICE("So"), PX_SLICE("be"), PX_SLICE("it")};
            struct px_parsed_word words[3];
            memcpy(copy, whole.data, whole.size);
            copy[at] = (char)values[i];
            if (px_syntax_new((struct px_slice){copy, whole.size}, "m", &syntax, NULL) != PX_OK)
                continue;
            assert_int_equal(px_parser_new(syntax, &parser, NULL), PX_OK);
            assert_int_equal(px_parser_parse(parser, forms, 3, words, NULL), PX_OK);
            px_parser_free(parser);
            px_syntax_free(syntax);
        }
    }
    free(copy);
}

static void test_names_beyond_the_last_have_an_answer(void **state)
{
    (void)state;
    assert_true(px_slice_is(px_syntax_upos(fixture.syntax, 255), "X"));
    assert_true(px_slice_is(px_syntax_xpos(fixture.syntax, 255), "_"));
    assert_true(px_slice_is(px_syntax_relation(fixture.syntax, 255), "dep"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_cut_short_or_changed_is_refused),
        cmocka_unit_test(test_another_version_is_refused),
        cmocka_unit_test(test_a_broken_head_is_harmless),
        cmocka_unit_test(test_names_beyond_the_last_have_an_answer),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
