#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/model.h"

static const struct px_slice names[] = {{"bias", 4}, {"links", 5}, {"words", 5}};

static const char sample[] = "# name: sample\n"
                             "# licence: CC0-1.0\n"
                             "[linear html]\n"
                             "bias\t-32\n"
                             "words\t64\n"
                             "[trees html]\n"
                             "0\tlinks\t0.35\t1\t=-512\n"
                             "1\twords\t12.5\t=256\t=1024\n"
                             "0\twords\t3\t=0\t=-1024\n";

static void read_sample(struct px_model *model, const char *text)
{
    struct px_error error = {0};
    if (px_model_read(px_slice_from(text), "sample.model", model, &error) != PX_OK)
        fail_msg("%s", error.message);
}

static void scores_rows(void **state)
{
    struct px_model model;
    (void)state;
    read_sample(&model, sample);
    assert_int_equal(px_model_bind(&model, names, 3, NULL), PX_OK);
    const struct px_linear *linear = &px_model_find(&model, PX_MODEL_LINEAR, PX_SLICE("html"))->linear;
    const struct px_trees *trees = &px_model_find(&model, PX_MODEL_TREES, PX_SLICE("html"))->trees;
    const float few[] = {1, .35F, 2}, many[] = {1, 0, 13}, linked[] = {1, .36F, 13};
    assert_float_equal(px_linear_score(linear, few), 1.5, 1e-9);
    assert_float_equal(px_trees_score(trees, few), .25, 1e-9);
    assert_float_equal(px_trees_score(trees, many), 0, 1e-9);
    assert_float_equal(px_trees_score(trees, linked), -1.5, 1e-9);
    assert_null(px_model_find(&model, PX_MODEL_LINEAR, PX_SLICE("text")));
    assert_true(px_slice_is(px_model_note(&model, "licence"), "CC0-1.0"));
    assert_int_equal(px_model_note(&model, "scores").size, 0);
    px_model_release(&model);
}

/* What is written is what was read, to the byte. */
static void writes_what_it_read(void **state)
{
    struct px_model model;
    struct px_buffer out = {0};
    (void)state;
    read_sample(&model, sample);
    assert_int_equal(px_model_bind(&model, names, 3, NULL), PX_OK);
    px_buffer_string(&out, "# name: sample\n# licence: CC0-1.0\n");
    px_linear_write(&model.parts.items[0].linear, PX_SLICE("html"), names, &out);
    px_trees_write(&model.parts.items[1].trees, PX_SLICE("html"), names, &out);
    assert_string_equal(out.data, sample);
    px_buffer_release(&out);
    px_model_release(&model);
}

static void names_an_unknown_feature(void **state)
{
    struct px_model model;
    struct px_error error = {0};
    (void)state;
    read_sample(&model, "[linear html]\nbias\t1\nweather\t2\n");
    assert_int_equal(px_model_bind(&model, names, 3, &error), PX_ERROR_NOT_FOUND);
    assert_string_equal(error.message, "unknown feature 'weather'");
    assert_string_equal(error.file, "sample.model");
    assert_int_equal(error.line, 3);
    px_model_release(&model);
}

/* Each fault with the place where it begins. */
static const struct {
    const char *text;
    size_t line, column;
    const char *message;
} faults[] = {
    {"bias\t1\n", 1, 1, "a row before the first part: 'bias\t1'"},
    {"[linear html\n", 1, 1, "no ] at the end of '[linear html'"},
    {"[linear]\n", 1, 1, "not a kind and a name: '[linear]'"},
    {"[crf html]\n", 1, 2, "unknown kind 'crf'"},
    {"[linear a]\n[linear a]\n", 2, 9, "a second part named 'a'"},
    {"[linear a]\nbias\n", 2, 1, "not a feature and a weight: 'bias'"},
    {"[linear a]\nbias\t1\t2\n", 2, 8, "a cell too many: '2'"},
    {"[linear a]\nbias\t1.5\n", 2, 6, "not a whole number in its range: '1.5'"},
    {"[trees a]\n0\tbias\t1\t=1\n", 2, 1, "not the five cells of a node: '0\tbias\t1\t=1'"},
    {"[trees a]\n1\tbias\t1\t=1\t=2\n", 2, 1, "node out of order: '1'"},
    {"[trees a]\n0\tbias\tx\t=1\t=2\n", 2, 8, "not a number: 'x'"},
    {"[trees a]\n0\tbias\t1\t0\t=2\n", 2, 10, "not a whole number in its range: '0'"},
    {"[trees a]\n0\tbias\t1\t1\t=2\n", 2, 1, "the tree has no node 1"},
    {"[trees a]\n0\tbias\t1\t2\t=2\n1\tbias\t1\t=2\t=2\n[linear a]\n", 4, 1, "the tree has no node 2"},
};

static void places_faults(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct px_model model;
        struct px_error error = {0};
        assert_int_equal(px_model_read(px_slice_from(faults[i].text), "bad.model", &model, &error), PX_ERROR_SYNTAX);
        assert_string_equal(error.message, faults[i].message);
        assert_string_equal(error.file, "bad.model");
        assert_int_equal(error.line, faults[i].line);
        assert_int_equal(error.column, faults[i].column);
        assert_int_equal(model.parts.count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_rows),
        cmocka_unit_test(writes_what_it_read),
        cmocka_unit_test(names_an_unknown_feature),
        cmocka_unit_test(places_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
