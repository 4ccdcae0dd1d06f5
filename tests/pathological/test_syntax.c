/* Sentences built to hurt the parser: time follows the number of words. What grows faster runs into the timeout. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lexicon/resources.h"
#include "syntax/syntax.h"

/* `piece`, words with spaces between, again and again up to `count` words. */
static const struct {
    const char *piece;
    size_t count;
} cases[] = {
    {"the", 5000},  {"that he said", 20000},   {"( (", 20000}, {"\" . , :", 20000},
    {"of a", 5000}, {"THE MAYOR SAID", 20000}, {"and", 20000}, {"\xE6\x9D\xB1 \xE4\xBA\xAC", 20000},
};

static void parses_in_time(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    struct px_data_file model;
    struct px_syntax *syntax;
    struct px_parser *parser;
    assert_int_equal(px_resources_bytes(NULL, "en", "syntax.model", &arena, &model, NULL), PX_OK);
    assert_int_equal(px_syntax_new(model.bytes, model.path, &syntax, NULL), PX_OK);
    assert_int_equal(px_parser_new(syntax, &parser, NULL), PX_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_slice *forms = calloc(cases[i].count, sizeof *forms);
        struct px_parsed_word *words = calloc(cases[i].count, sizeof *words);
        assert_non_null(forms);
        assert_non_null(words);
        struct px_slice rest = {0};
        for (size_t j = 0; j < cases[i].count; j++) {
            if (rest.size == 0)
                rest = px_slice_from(cases[i].piece);
            px_slice_next(&rest, ' ', &forms[j]);
        }
        assert_int_equal(px_parser_parse(parser, forms, cases[i].count, words, NULL), PX_OK);
        free(forms);
        free(words);
    }
    px_parser_free(parser);
    px_syntax_free(syntax);
    px_arena_release(&arena);
}

/* A million forms that never come again: what the parser remembers stays bounded. */
static void forgets_forms(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    struct px_data_file model;
    struct px_syntax *syntax;
    struct px_parser *parser;
    struct px_parsed_word words[10];
    struct px_slice forms[10];
    char texts[10][8];
    assert_int_equal(px_resources_bytes(NULL, "en", "syntax.model", &arena, &model, NULL), PX_OK);
    assert_int_equal(px_syntax_new(model.bytes, model.path, &syntax, NULL), PX_OK);
    assert_int_equal(px_parser_new(syntax, &parser, NULL), PX_OK);
    for (uint32_t i = 0; i < 6000; i++) {
        for (uint32_t j = 0; j < 10; j++) {
            uint32_t number = i * 10 + j;
            for (int k = 0; k < 8; k++, number /= 26)
                texts[j][k] = (char)('a' + number % 26);
            forms[j] = (struct px_slice){texts[j], 8};
        }
        assert_int_equal(px_parser_parse(parser, forms, 10, words, NULL), PX_OK);
    }
    px_parser_free(parser);
    px_syntax_free(syntax);
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(parses_in_time), cmocka_unit_test(forgets_forms)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
