/* Reading CoNLL-U: what passes through, what is refused and where. */
#include "syntax_fixture.h"

#include "syntax/conllu.h"
#include "syntax/write.h"

#define LINE(id, form) id "\t" form "\t_\t_\t_\t_\t_\t_\t_\t_\n"

static void test_words_comments_ranges_and_empty_nodes_are_told_apart(void **state)
{
    (void)state;
    struct px_slice text = PX_SLICE("# text = Don't!\n" LINE("1-2", "Don't") LINE("1", "Do") LINE("2", "n't") LINE(
        "2.1", "so") "3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\tSpaceAfter=No\n\n\n" LINE("1", "Yes"));
    struct px_conllu_reader reader = {.rest = text};
    struct px_conllu_sentence sentence;
    assert_int_equal(px_conllu_next(&reader, &fixture.arena, &sentence, NULL), 1);
    assert_int_equal(sentence.lines.count, 6);
    assert_int_equal(sentence.words.count, 3);
    assert_int_equal(sentence.lines.items[1].word, PX_NONE);
    assert_int_equal(sentence.lines.items[2].word, 0);
    assert_int_equal(sentence.lines.items[4].word, PX_NONE);
    assert_int_equal(sentence.lines.items[5].word, 2);
    assert_int_equal(px_conllu_head(&sentence, 2), 1);
    assert_int_equal(px_conllu_head(&sentence, 0), PX_NONE);
    assert_int_equal(px_conllu_next(&reader, &fixture.arena, &sentence, NULL), 1);
    assert_int_equal(sentence.words.count, 1);
    assert_int_equal(px_conllu_next(&reader, &fixture.arena, &sentence, NULL), 0);
}

static void test_what_is_malformed_is_refused_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t line;
    } cases[] = {
        {"1\tYes\n", 1},
        {LINE("1", "Yes") LINE("3", "No"), 2},
        {"# a comment\n" LINE("x", "Yes"), 2},
        {LINE("1", "Yes") LINE("2-", "No"), 2},
        {LINE("0", "Yes"), 1},
        {"1\tYes\t\t_\t_\t_\t_\t_\t_\t_\n", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_conllu_reader reader = {.rest = px_slice_from(cases[i].text), .path = "a.conllu"};
        struct px_conllu_sentence sentence;
        struct px_error error = {0};
        assert_int_equal(px_conllu_next(&reader, &fixture.arena, &sentence, &error), PX_ERROR_SYNTAX);
        assert_int_equal(error.line, cases[i].line);
        assert_string_equal(error.file, "a.conllu");
    }
}

static void test_writing_fills_columns_and_keeps_the_rest(void **state)
{
    (void)state;
    struct px_slice text =
        PX_SLICE("# text = cannot\n" LINE("1-2", "cannot") "1\tcan\t_\t_\t_\tA=b\t_\t_\t0:root\tX=y\n" LINE(
            "2", "not") "2.1\tgo\t_\t_\t_\t_\t_\t_\t0:root\t_\n");
    struct px_conllu_reader reader = {.rest = text};
    struct px_conllu_sentence sentence;
    struct px_arena scratch = {0};
    struct px_buffer out = {0};
    assert_int_equal(px_conllu_next(&reader, &fixture.arena, &sentence, NULL), 1);
    assert_int_equal(px_syntax_write_sentence(fixture.parser, NULL, &sentence, &scratch, &out, NULL), PX_OK);
    struct px_slice rest = px_buffer_slice(&out);
    struct px_slice line;
    struct px_slice wanted = text;
    struct px_slice old;
    while (px_slice_next(&rest, '\n', &line) && px_slice_next(&wanted, '\n', &old)) {
        if (old.data[1] != '\t') {
            assert_true(px_slice_equal(line, old));
            continue;
        }
        struct px_slice cell;
        for (size_t i = 0; px_slice_next(&line, '\t', &cell); i++)
            if (i >= PX_CONLLU_LEMMA && i <= PX_CONLLU_RELATION && i != PX_CONLLU_FEATS)
                assert_false(px_slice_is(cell, "_"));
    }
    assert_true(px_slice_find(px_buffer_slice(&out), PX_SLICE("\tA=b\t"), 0) != SIZE_MAX);
    assert_true(px_slice_find(px_buffer_slice(&out), PX_SLICE("\t0:root\tX=y\n"), 0) != SIZE_MAX);
    px_arena_release(&scratch);
    px_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_comments_ranges_and_empty_nodes_are_told_apart),
        cmocka_unit_test(test_what_is_malformed_is_refused_with_its_line),
        cmocka_unit_test(test_writing_fills_columns_and_keeps_the_rest),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
