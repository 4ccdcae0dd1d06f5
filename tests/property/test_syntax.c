/* Laws of parsing, over words made at random from a fixed seed and over sentences built to hurt: the result is one tree
 * without crossing arcs, every word has a lemma, and the same words get the same tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lexicon/resources.h"
#include "syntax/tree.h"

enum { SENTENCES = 400, MOST_WORDS = 60, LONG = 5000 };

static struct px_arena arena;
static struct px_syntax *syntax;
static struct px_parser *parser;

static int set_up(void **state)
{
    (void)state;
    struct px_data_file model;
    assert_int_equal(px_resources_bytes(NULL, "en", "syntax.model", &arena, &model, NULL), PX_OK);
    assert_int_equal(px_syntax_new(model.bytes, model.path, &syntax, NULL), PX_OK);
    assert_int_equal(px_parser_new(syntax, &parser, NULL), PX_OK);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    px_parser_free(parser);
    px_syntax_free(syntax);
    px_arena_release(&arena);
    return 0;
}

static void expect_tree(const struct px_parsed_word *words, size_t count)
{
    struct px_arena scratch = {0};
    struct px_tree tree;
    size_t roots = 0;
    assert_true(px_tree_init(&tree, syntax, words, count, &scratch));
    for (size_t i = 0; i < count; i++) {
        roots += words[i].head == PX_NONE;
        assert_true(words[i].head == PX_NONE || words[i].head < count);
        assert_true(words[i].head != i);
        assert_true(words[i].lemma.size > 0);
    }
    assert_int_equal(roots, count > 0);
    if (count > 0) { /* what hangs on the root is everything: so there is no cycle */
        assert_int_equal(px_tree_span(&tree, tree.root).start, 0);
        assert_int_equal(px_tree_span(&tree, tree.root).end, count);
    }
    size_t below = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t at = (uint32_t)i;
        size_t steps = 0;
        while (words[at].head != PX_NONE && steps <= count) {
            at = words[at].head;
            steps++;
        }
        below += at == tree.root;
    }
    assert_int_equal(below, count);
    px_arena_release(&scratch);
}

static void parse_twice(const struct px_slice *forms, size_t count)
{
    struct px_parsed_word *first = calloc(count + 1, sizeof *first);
    struct px_parsed_word *second = calloc(count + 1, sizeof *second);
    assert_non_null(first);
    assert_non_null(second);
    assert_int_equal(px_parser_parse(parser, forms, count, first, NULL), PX_OK);
    expect_tree(first, count);
    assert_int_equal(px_parser_parse(parser, forms, count, second, NULL), PX_OK);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(first[i].head, second[i].head);
        assert_int_equal(first[i].tag, second[i].tag);
        assert_int_equal(first[i].relation, second[i].relation);
    }
    free(first);
    free(second);
}

static const char *const pieces[] = {"the",
                                     "mayor",
                                     "said",
                                     "that",
                                     "it",
                                     "was",
                                     "a",
                                     "mistake",
                                     ",",
                                     ".",
                                     "\"",
                                     "(",
                                     ")",
                                     "--",
                                     "of",
                                     "in",
                                     "AND",
                                     "NOT",
                                     "THE",
                                     "running",
                                     "Anna",
                                     "1999",
                                     "$",
                                     "%",
                                     "\xE2\x80\x9C",
                                     "\xE2\x80\x9D",
                                     "\xC3\xA9t\xC3\xA9",
                                     "\xE6\x9D\xB1\xE4\xBA\xAC",
                                     "\xD0\xBC\xD0\xB8\xD1\x80",
                                     "xqzt",
                                     "'s",
                                     "n't",
                                     ":",
                                     ";",
                                     "\xF0\x9F\x98\x80",
                                     "\xFF"};

enum { PIECES = sizeof pieces / sizeof *pieces };

static void test_random_words_make_trees(void **state)
{
    (void)state;
    uint64_t seed = 7;
    struct px_slice forms[MOST_WORDS];
    for (size_t i = 0; i < SENTENCES; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        size_t count = (size_t)(seed >> 33) % MOST_WORDS;
        for (size_t j = 0; j < count; j++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            forms[j] = px_slice_from(pieces[(seed >> 33) % PIECES]);
        }
        parse_twice(forms, count);
    }
}

static void test_one_word_again_and_again_makes_a_tree(void **state)
{
    (void)state;
    struct px_slice *forms = calloc(LONG, sizeof *forms);
    assert_non_null(forms);
    for (size_t i = 0; i < PIECES; i++) {
        for (size_t j = 0; j < LONG; j++)
            forms[j] = px_slice_from(pieces[i]);
        parse_twice(forms, LONG / 10);
    }
    for (size_t j = 0; j < LONG; j++)
        forms[j] = px_slice_from(pieces[j % PIECES]);
    parse_twice(forms, LONG);
    free(forms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_words_make_trees),
        cmocka_unit_test(test_one_word_again_and_again_makes_a_tree),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
