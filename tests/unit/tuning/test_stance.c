#include "tuning/stance.h"

#include "syntax/grammar.h"
#include "tuning_fixture.h"

static struct px_grammar *grammar;
static struct px_parser *parser;

/* Writes the lines into a file of its own, reads them as gold, and removes it. */
static enum px_status read_lines(const char *lines, struct px_stance_gold *gold, struct px_error *error)
{
    const struct px_annotate_options options = {.parser = parser, .splitter = &grammar->splitter};
    snprintf(bench.path, sizeof bench.path, "%s/gold.ndjson", bench.folder);
    FILE *file = fopen(bench.path, "w");
    assert_non_null(file);
    fputs(lines, file);
    assert_int_equal(fclose(file), 0);
    enum px_status status = px_stance_gold_read(bench.path, &bench.tools, &options, gold, error);
    assert_int_equal(unlink(bench.path), 0);
    return status;
}

static const char judged[] = "{\"sentence\":\"Halden is corrupt.\",\"start\":0,\"end\":6,\"polarity\":0}\n"
                             "{\"sentence\":\"Oss is corrupt.\",\"start\":0,\"end\":3,\"polarity\":0}\n"
                             "{\"sentence\":\"Halden is honest.\",\"start\":0,\"end\":6,\"polarity\":1}\n"
                             "{\"sentence\":\"Oss is honest.\",\"start\":0,\"end\":3,\"polarity\":1}\n"
                             "{\"sentence\":\"Halden is here.\",\"start\":0,\"end\":6,\"polarity\":-1}\n"
                             "{\"sentence\":\"Oss is here.\",\"start\":0,\"end\":3,\"polarity\":-1}\n";

static void learns_the_same_twice(void **state)
{
    (void)state;
    struct px_buffer models[2] = {{0}}, scores = {0};
    struct px_stance_fit_options how = px_stance_fit_defaults();
    how.folds = 0;
    how.cut = .01; /* there is little to learn from */
    for (size_t i = 0; i < 2; i++) {
        struct px_stance_gold gold = {0};
        struct px_error error = {0};
        assert_int_equal(read_lines(judged, &gold, &error), PX_OK);
        assert_int_equal(gold.labels.count, 6);
        assert_int_equal(px_stance_fit(&gold, &how, &models[i], &scores, &error), PX_OK);
        px_stance_gold_release(&gold);
    }
    struct px_slice text = px_buffer_slice(&models[0]);
    assert_true(px_slice_equal(text, px_buffer_slice(&models[1])));
    size_t negative = px_slice_find(text, PX_SLICE("[linear negative]"), 0);
    size_t neutral = px_slice_find(text, PX_SLICE("[linear neutral]"), 0);
    size_t weight = px_slice_find(text, PX_SLICE("bag=corrupt\t"), 0);
    assert_true(negative < weight && weight < neutral && neutral != SIZE_MAX);
    assert_true(text.data[weight + strlen("bag=corrupt\t")] != '-');
    px_buffer_release(&models[0]);
    px_buffer_release(&models[1]);
    px_buffer_release(&scores);
}

static void refuses_what_is_no_gold(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "{\"sentence\":\"Halden is corrupt.\",\"start\":0,\"end\":6,\"polarity\":0}\nhello\n",
        "{\"sentence\":\"Halden is corrupt.\",\"start\":0,\"end\":6,\"polarity\":0}\n{\"polarity\":0}\n",
        ("{\"sentence\":\"Halden is corrupt.\",\"start\":0,\"end\":6,\"polarity\":0}\n"
         "{\"sentence\":\"Oss is here.\",\"start\":0,\"end\":3,\"polarity\":2}\n"),
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct px_stance_gold gold = {0};
        struct px_error error = {0};
        assert_int_equal(read_lines(wrong[i], &gold, &error), PX_ERROR_SYNTAX);
        assert_int_equal(error.line, 2);
        px_stance_gold_release(&gold);
    }
}

static int set_up(void **state)
{
    struct px_error error = {0};
    bench_set_up(state);
    assert_int_equal(px_grammar_new("lexicons", "en", &grammar, &error), PX_OK);
    assert_int_equal(px_parser_new(grammar->syntax, &parser, &error), PX_OK);
    return 0;
}

static int tear_down(void **state)
{
    px_parser_free(parser);
    px_grammar_free(grammar);
    return bench_tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(learns_the_same_twice),
        cmocka_unit_test(refuses_what_is_no_gold),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
