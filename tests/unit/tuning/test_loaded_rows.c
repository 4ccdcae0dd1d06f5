#include "tuning/loaded_rows.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "model/model.h"

/* Twenty rows: "good" tells the label but for one row in ten, "both" tells nothing, "rare" stands in one row. */
static void fill(struct px_rows *rows)
{
    for (uint32_t i = 0; i < 20; i++) {
        bool label = i % 2 == 0;
        px_rows_begin(rows, label, true, i / 4);
        px_rows_take(rows, PX_SLICE("bias"), 1);
        px_rows_take(rows, PX_SLICE("both"), 1);
        if (label == (i % 10 != 0))
            px_rows_take(rows, PX_SLICE("good"), 1);
        if (i == 0)
            px_rows_take(rows, PX_SLICE("rare"), 1);
    }
}

static double weight_of(const struct px_rows *rows, const double *weights, const char *name)
{
    return weights[px_table_find(&rows->names, px_slice_from(name))];
}

static void learns_what_tells(void **state)
{
    (void)state;
    struct px_rows rows = {0};
    struct px_error error;
    double weights[4], again[4];
    const struct px_rows_how how = {1, 2};
    fill(&rows);
    assert_int_equal(px_rows_fit(&rows, &how, PX_NONE, weights, &error), PX_OK);
    assert_true(weight_of(&rows, weights, "good") > 1);
    assert_true(weight_of(&rows, weights, "rare") == 0);
    assert_true(px_rows_score(&rows, 2, weights) > 0);
    assert_true(px_rows_score(&rows, 1, weights) < 0);
    assert_int_equal(px_rows_fit(&rows, &how, PX_NONE, again, &error), PX_OK);
    assert_memory_equal(weights, again, sizeof weights);
    assert_int_equal(px_rows_fit(&rows, &how, 0, again, &error), PX_OK);
    assert_memory_not_equal(weights, again, sizeof weights);
    px_rows_release(&rows);
}

/* Rows that do not teach and features of the same row: counted once, learned from never. */
static void keeps_out_what_does_not_teach(void **state)
{
    (void)state;
    struct px_rows rows = {0};
    struct px_error error;
    double weights[8];
    const struct px_rows_how how = {1, 2};
    fill(&rows);
    px_rows_begin(&rows, true, false, 0);
    px_rows_take(&rows, PX_SLICE("silent"), 1);
    px_rows_take(&rows, PX_SLICE("silent"), 1);
    assert_int_equal(rows.seen.items[px_table_find(&rows.names, PX_SLICE("silent"))], 1);
    assert_int_equal(px_rows_fit(&rows, &how, PX_NONE, weights, &error), PX_OK);
    assert_true(weight_of(&rows, weights, "silent") == 0);
    px_rows_release(&rows);
}

static void refuses_gold_of_one_kind(void **state)
{
    (void)state;
    struct px_rows rows = {0};
    struct px_error error;
    double weights[1];
    const struct px_rows_how how = {1, 1};
    px_rows_begin(&rows, true, true, 0);
    px_rows_take(&rows, PX_SLICE("bias"), 1);
    assert_int_equal(px_rows_fit(&rows, &how, PX_NONE, weights, &error), PX_ERROR_INPUT);
    px_rows_release(&rows);
}

/* In order of name, in steps of 1/64, without those below the cut; and it can be read again. */
static void writes_what_can_be_read(void **state)
{
    (void)state;
    struct px_rows rows = {0};
    struct px_error error;
    struct px_buffer out = {0};
    struct px_model model = {0};
    px_rows_begin(&rows, true, true, 0);
    px_rows_take(&rows, PX_SLICE("stem=b"), 1);
    px_rows_take(&rows, PX_SLICE("stem=a"), 1);
    px_rows_take(&rows, PX_SLICE("small"), 1);
    const double weights[] = {.5, -1.25, .04};
    assert_int_equal(px_rows_write(&rows, weights, .05, PX_SLICE("words"), &out, &error), PX_OK);
    assert_non_null(strstr(out.data, "stem=a\t-80\nstem=b\t32\n"));
    assert_null(strstr(out.data, "small"));
    assert_int_equal(px_model_read(px_buffer_slice(&out), "made", &model, &error), PX_OK);
    assert_non_null(px_model_find(&model, PX_MODEL_LINEAR, PX_SLICE("words")));
    px_model_release(&model);
    px_buffer_release(&out);
    px_rows_release(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(learns_what_tells),
        cmocka_unit_test(keeps_out_what_does_not_teach),
        cmocka_unit_test(refuses_gold_of_one_kind),
        cmocka_unit_test(writes_what_can_be_read),
    };
    return cmocka_run_group_tests_name("tuning/loaded_rows", tests, NULL, NULL);
}
