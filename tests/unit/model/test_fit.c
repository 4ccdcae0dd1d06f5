#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "model/fit.h"
#include "model/model.h"

static const struct px_slice names[] = {{"bias", 4}, {"x", 1}, {"noise", 5}};

/* Of rows with x = 1 three in four are positive, of rows with x = 0 one in four: the fit without penalty is
 * log 1/3 + x * 2 log 3. */
static void linear_meets_the_closed_form(void **state)
{
    static const float values[] = {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0};
    static const uint8_t labels[] = {1, 1, 1, 0, 1, 0, 0, 0};
    static const double weights[] = {1, 1, 1, 1, 1, 1, 1, 1};
    const struct px_samples samples = {values, labels, weights, 8, 3};
    const struct px_linear_options options = {.penalty = 0, .passes = 100, .free_column = 0};
    struct px_arena arena = {0};
    struct px_linear linear;
    (void)state;
    assert_int_equal(px_fit_linear(&samples, &options, &arena, &linear, NULL), PX_OK);
    assert_int_equal(linear.count, 2); /* what never varies has no weight */
    assert_int_equal(linear.weights[0].feature, 0);
    assert_int_equal(linear.weights[0].steps, lround(-log(3) * PX_LINEAR_STEPS));
    assert_int_equal(linear.weights[1].feature, 1);
    assert_int_equal(linear.weights[1].steps, lround(2 * log(3) * PX_LINEAR_STEPS));
    px_arena_release(&arena);
}

enum { ROWS = 400 };

/* A row is positive when exactly one of its two features is above a half: no line parts them, trees do. */
static void fill_crossed(float *values, uint8_t *labels, double *weights)
{
    uint32_t seed = 7;
    for (size_t i = 0; i < ROWS; i++) {
        seed = seed * 1664525 + 1013904223;
        float a = (float)(seed >> 16 & 255) / 256, b = (float)(seed >> 24) / 256;
        values[3 * i] = 1;
        values[3 * i + 1] = a;
        values[3 * i + 2] = b;
        labels[i] = (a > .5F) != (b > .5F);
        weights[i] = 1;
    }
}

static void trees_part_what_no_line_parts(void **state)
{
    static float values[3 * ROWS];
    static uint8_t labels[ROWS];
    static double weights[ROWS];
    const struct px_samples samples = {values, labels, weights, ROWS, 3};
    const struct px_trees_options options = {.trees = 30, .leaves = 4, .least_rows = 5, .rate = .3, .penalty = 1};
    struct px_arena arena = {0};
    struct px_trees trees;
    size_t right = 0;
    (void)state;
    fill_crossed(values, labels, weights);
    assert_int_equal(px_fit_trees(&samples, &options, &arena, &trees, NULL), PX_OK);
    for (size_t i = 0; i < ROWS; i++)
        right += (px_trees_score(&trees, values + 3 * i) > 0) == labels[i];
    assert_true(right >= ROWS * 95 / 100);
    px_arena_release(&arena);
}

/* The same rows give the same bytes, and a model read back scores as the fitted one does. */
static void fits_are_repeatable(void **state)
{
    static float values[3 * ROWS];
    static uint8_t labels[ROWS];
    static double weights[ROWS];
    const struct px_samples samples = {values, labels, weights, ROWS, 3};
    const struct px_trees_options options = {.trees = 5, .leaves = 4, .least_rows = 5, .rate = .3, .penalty = 1};
    struct px_buffer out[2] = {{0}, {0}};
    struct px_model model;
    (void)state;
    fill_crossed(values, labels, weights);
    for (size_t i = 0; i < 2; i++) {
        struct px_arena arena = {0};
        struct px_trees trees;
        assert_int_equal(px_fit_trees(&samples, &options, &arena, &trees, NULL), PX_OK);
        px_trees_write(&trees, PX_SLICE("a"), names, &out[i]);
        if (i == 1) {
            assert_int_equal(px_model_read(px_buffer_slice(&out[1]), NULL, &model, NULL), PX_OK);
            assert_int_equal(px_model_bind(&model, names, 3, NULL), PX_OK);
            for (size_t row = 0; row < ROWS; row++)
                assert_float_equal(px_trees_score(&model.parts.items[0].trees, values + 3 * row),
                                   px_trees_score(&trees, values + 3 * row), 0);
            px_model_release(&model);
        }
        px_arena_release(&arena);
    }
    assert_string_equal(out[0].data, out[1].data);
    px_buffer_release(&out[0]);
    px_buffer_release(&out[1]);
}

/* Rows of weight 0 might as well not be there. */
static void leaves_out_rows_of_no_weight(void **state)
{
    static const float values[] = {1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 0};
    static const uint8_t labels[] = {0, 1, 0, 1, 1, 1};
    static const double weights[] = {1, 1, 1, 1, 0, 0};
    const struct px_samples all = {values, labels, weights, 6, 3}, four = {values, labels, weights, 4, 3};
    const struct px_trees_options options = {.trees = 2, .leaves = 2, .least_rows = 1, .rate = .5, .penalty = 1};
    struct px_arena arena = {0};
    struct px_trees a, b;
    (void)state;
    assert_int_equal(px_fit_trees(&all, &options, &arena, &a, NULL), PX_OK);
    assert_int_equal(px_fit_trees(&four, &options, &arena, &b, NULL), PX_OK);
    assert_int_equal(a.leaf_count, b.leaf_count);
    assert_memory_equal(a.leaves, b.leaves, a.leaf_count * sizeof *a.leaves);
    px_arena_release(&arena);
}

static void refuses_rows_of_one_label(void **state)
{
    static const float values[] = {1, 0, 0, 1, 1, 0};
    static const uint8_t labels[] = {1, 1};
    static const double weights[] = {1, 1};
    const struct px_samples samples = {values, labels, weights, 2, 3};
    const struct px_linear_options linear_options = {.penalty = 1, .passes = 9};
    const struct px_trees_options trees_options = {.trees = 1, .leaves = 2, .least_rows = 1, .rate = 1};
    struct px_arena arena = {0};
    struct px_linear linear;
    struct px_trees trees;
    (void)state;
    assert_int_equal(px_fit_linear(&samples, &linear_options, &arena, &linear, NULL), PX_ERROR_USAGE);
    assert_int_equal(px_fit_trees(&samples, &trees_options, &arena, &trees, NULL), PX_ERROR_USAGE);
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(linear_meets_the_closed_form), cmocka_unit_test(trees_part_what_no_line_parts),
        cmocka_unit_test(fits_are_repeatable),          cmocka_unit_test(leaves_out_rows_of_no_weight),
        cmocka_unit_test(refuses_rows_of_one_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
