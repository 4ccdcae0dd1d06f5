#include "report/tidy.h"

#include <math.h>

#include "report/report.h"
#include "report_fixture.h"

static const double values[] = {0.5, NAN, INFINITY, -INFINITY, -3, 1e-7};

static void columns(struct px_tidy *tidy, const struct px_table_row *row)
{
    PX_COLUMN(name, "word", "", "a \"word\", or two", row->item == 0 ? "a, b" : "say \"x\"\nthen");
    PX_COLUMN(number, "value", "share", "a figure", values[row->item]);
    PX_COLUMN(id, "of", "", "a number", row->item == 0 ? 7 : PX_NONE);
    PX_COLUMN(boolean, "good", "", "whether", row->item == 0);
}

static void write(enum px_tidy_mode mode, size_t item, struct px_buffer *out)
{
    struct px_tidy tidy = {.out = out, .mode = mode, .table = "things"};
    struct px_table_row row = {.item = item};
    if (mode == PX_TIDY_ROW || mode == PX_TIDY_HEAD)
        px_tidy_row(&tidy, columns, mode == PX_TIDY_ROW ? &row : NULL);
    else
        columns(&tidy, NULL);
}

static void test_head(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    write(PX_TIDY_HEAD, 0, &out);
    assert_written(&out, "word,value,of,good\n");
}

static void test_rows(void **state)
{
    (void)state;
    static const char *const expected[] = {
        "\"a, b\",0.5,7,true\n",
        "\"say \"\"x\"\"\nthen\",,,false\n",
        "\"say \"\"x\"\"\nthen\",INF,,false\n",
        "\"say \"\"x\"\"\nthen\",-INF,,false\n",
        "\"say \"\"x\"\"\nthen\",-3,,false\n",
        "\"say \"\"x\"\"\nthen\",1.000000e-07,,false\n",
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        struct px_buffer out = {0};
        write(PX_TIDY_ROW, i, &out);
        assert_written(&out, expected[i]);
    }
}

static void test_dictionary(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    write(PX_TIDY_DICTIONARY, 0, &out);
    assert_written(&out, "things,word,string,,\"a \"\"word\"\", or two\"\nthings,value,number,share,a figure\n"
                         "things,of,integer,,a number\nthings,good,boolean,,whether\n");
}

static void test_package(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    write(PX_TIDY_PACKAGE, 0, &out);
    assert_written(&out, "{\"name\":\"word\",\"type\":\"string\",\"description\":\"a \\\"word\\\", or two\"},"
                         "{\"name\":\"value\",\"type\":\"number\",\"unit\":\"share\",\"description\":\"a figure\"},"
                         "{\"name\":\"of\",\"type\":\"integer\",\"description\":\"a number\"},"
                         "{\"name\":\"good\",\"type\":\"boolean\",\"description\":\"whether\"}");
}

/* Names are stable, snake_case, said with a meaning, and no column stands twice in a table. */
static void test_every_table(void **state)
{
    (void)state;
    struct px_buffer dictionary = {0}, seen = {0};
    px_report_table_dictionary(&dictionary);
    struct px_slice rest = px_buffer_slice(&dictionary), line;
    assert_true(px_slice_next(&rest, '\n', &line));
    assert_true(px_slice_is(line, "table,column,type,unit,meaning"));
    while (px_slice_next(&rest, '\n', &line) && line.size > 0) {
        struct px_slice fields = line, table = {0}, column = {0};
        assert_true(px_slice_next(&fields, ',', &table) && px_slice_next(&fields, ',', &column));
        for (size_t i = 0; i < column.size; i++)
            assert_non_null(strchr("abcdefghijklmnopqrstuvwxyz_0123456789", column.data[i]));
        assert_int_not_equal(line.data[line.size - 1], ',');
        struct px_buffer name = {0};
        px_buffer_printf(&name, "\n%.*s,%.*s,", PX_SLICE_ARG(table), PX_SLICE_ARG(column));
        assert_true(seen.data == NULL || strstr(seen.data, name.data) == NULL);
        px_buffer_append(&seen, px_buffer_slice(&name));
        px_buffer_release(&name);
    }
    for (size_t i = 0; i < px_report_table_count(); i++)
        assert_non_null(strstr(dictionary.data, px_report_table_name(i)));
    px_buffer_release(&dictionary);
    px_buffer_release(&seen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_head),    cmocka_unit_test(test_rows),        cmocka_unit_test(test_dictionary),
        cmocka_unit_test(test_package), cmocka_unit_test(test_every_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
