#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "corpus/aggregate.h"

static struct px_arena arena;

static int release(void **state)
{
    (void)state;
    px_arena_release(&arena);
    return 0;
}

static const struct px_provenance provenance = {.version = "1", .seed = 1};

/* A comparison with one rate of two articles and one of a topic, which is none of the whole articles. */
static struct px_slice comparison(const char *group, const char *outlets[2], double a, double b)
{
    char line[2048];
    int size = snprintf(
        line, sizeof line,
        "{\"schema\":\"parallax.comparison/1\",\"group\":\"%s\",\"articles\":[{\"id\":\"x\",\"outlet\":%s},"
        "{\"id\":\"y\",\"outlet\":%s}],\"indicators\":[{\"name\":\"loaded.own\",\"label\":\"loaded\",\"unit\":"
        "\"per 1,000 words\",\"topic\":null,\"voice\":\"own\",\"values\":{\"x\":{\"value\":%g},\"y\":{\"value\":%g}}},"
        "{\"name\":\"loaded.own\",\"topic\":0,\"values\":{\"x\":{\"value\":99},\"y\":{\"value\":0}}},"
        "{\"name\":\"empty\",\"label\":\"empty\",\"unit\":\"share\",\"topic\":null,\"voice\":\"all\",\"values\":"
        "{\"x\":{\"value\":null},\"y\":{\"value\":1}}}],\"provenance\":{\"version\":\"1\",\"lexicons\":[]}}",
        group, outlets[0], outlets[1], a, b);
    return px_arena_copy(&arena, (struct px_slice){line, (size_t)size});
}

static const char *both[2] = {"\"Courier\"", "\"Review\""};
static const char *turned[2] = {"\"Review\"", "\"Courier\""};

static struct px_aggregate *new_aggregate(void)
{
    struct px_aggregate *aggregate;
    assert_int_equal(px_aggregate_new(&aggregate, NULL), PX_OK);
    return aggregate;
}

static void add(struct px_aggregate *aggregate, struct px_slice line)
{
    struct px_error error = {0};
    assert_int_equal(px_aggregate_add(aggregate, line, "b.ndjson", 1, &error), PX_OK);
}

static const struct px_aggregate_sum *sum_of(struct px_aggregate *aggregate, const char *first, const char *second)
{
    const struct px_aggregate_sum *sum;
    assert_int_equal(px_aggregate_sum(aggregate, first, second, 1, &sum, NULL), PX_OK);
    return sum;
}

/* Eight events, all with more in the Courier by 1, 2, 3, 1, 2, 3, 1 and 2; in some its article stands second. */
static void add_events(struct px_aggregate *aggregate, bool backwards)
{
    for (int i = 0; i < 8; i++) {
        int event = backwards ? 7 - i : i;
        char group[16];
        snprintf(group, sizeof group, "event %d", event);
        double more = 5 + event % 3 + 1;
        if (event % 2 == 0)
            add(aggregate, comparison(group, both, more, 5));
        else
            add(aggregate, comparison(group, turned, 5, more));
    }
}

/* The mean is 15 / 8; 2 of the 2^8 ways to turn signs are as far out; the standard deviation is .834523. */
static void sums_up_by_event(void **state)
{
    (void)state;
    struct px_aggregate *aggregate = new_aggregate();
    add_events(aggregate, false);
    const struct px_aggregate_sum *sum = sum_of(aggregate, NULL, NULL);
    assert_true(px_slice_is(sum->outlets[0], "Courier") && px_slice_is(sum->outlets[1], "Review"));
    assert_int_equal(sum->events, 8);
    assert_int_equal(sum->row_count, 1); /* the figure that one outlet never has is no row */
    const struct px_aggregate_row *row = &sum->rows[0];
    assert_true(px_slice_is(row->name, "loaded.own") && px_slice_is(row->label, "loaded"));
    assert_int_equal(row->events, 8);
    assert_true(fabs(row->values[0] - 6.875) < 1e-12 && row->values[1] == 5);
    assert_true(fabs(row->across.mean.value - 1.875) < 1e-12);
    assert_true(fabs(row->across.effect - 1.875 / .834523) < 1e-5);
    assert_true(fabs(row->across.p - 2. / 256) < 1e-15 && row->q == row->across.p);
    assert_int_equal(row->verdict, PX_VERDICT_DIFFERS);
    px_aggregate_free(aggregate);
}

/* Turning the signs of five differences cannot come below .05: no interval, no q, whatever the number of events. */
static void tests_nothing_that_few_events_have(void **state)
{
    (void)state;
    struct px_aggregate *aggregate = new_aggregate();
    for (int i = 0; i < 20; i++) {
        char group[16];
        snprintf(group, sizeof group, "event %d", i);
        add(aggregate, comparison(group, both, i < 5 ? 2 + i : 0, 0));
    }
    const struct px_aggregate_row *row = &sum_of(aggregate, NULL, NULL)->rows[0];
    assert_int_equal(row->events, 20);
    assert_int_equal(row->unequal, 5);
    assert_true(isnan(row->across.mean.low) && isnan(row->q));
    assert_int_equal(row->verdict, PX_VERDICT_TOO_LITTLE);
    px_aggregate_free(aggregate);
}

static struct px_slice written(struct px_aggregate *aggregate, const char *first, const char *second)
{
    struct px_buffer out = {0};
    const struct px_aggregate_sum *sum = sum_of(aggregate, first, second);
    px_aggregate_write_json(sum, &provenance, &out);
    px_aggregate_write_markdown(sum, &provenance, &out);
    px_aggregate_write_svg(sum, &out);
    assert_false(out.failed);
    struct px_slice copy = px_arena_copy(&arena, px_buffer_slice(&out));
    px_buffer_release(&out);
    return copy;
}

static void does_not_see_order(void **state)
{
    (void)state;
    struct px_aggregate *one = new_aggregate(), *two = new_aggregate();
    add_events(one, false);
    add_events(two, true);
    assert_true(px_slice_equal(written(one, NULL, NULL), written(two, "Courier", "Review")));
    px_aggregate_free(one);
    px_aggregate_free(two);
}

static void mirrors_the_outlets(void **state)
{
    (void)state;
    struct px_aggregate *aggregate = new_aggregate();
    add_events(aggregate, false);
    struct px_aggregate_row one = sum_of(aggregate, "Courier", "Review")->rows[0];
    struct px_aggregate_row two = sum_of(aggregate, "Review", "Courier")->rows[0];
    assert_true(two.across.mean.value == -one.across.mean.value && two.across.mean.low == -one.across.mean.high);
    assert_true(two.across.effect == -one.across.effect && two.across.p == one.across.p);
    assert_true(two.values[0] == one.values[1] && two.verdict == one.verdict);
    px_aggregate_free(aggregate);
}

/* An outlet without a name is named and left out; with it the event. */
static void leaves_out_the_nameless(void **state)
{
    (void)state;
    const char *one[2] = {"null", "\"Review\""};
    struct px_aggregate *aggregate = new_aggregate();
    add_events(aggregate, false);
    add(aggregate, comparison("other", one, 1, 2));
    assert_true(px_slice_is(px_aggregate_remark(aggregate), "b.ndjson:1: article 'x' has no outlet: left out"));
    const struct px_aggregate_sum *sum = sum_of(aggregate, NULL, NULL);
    assert_int_equal(sum->nameless, 1);
    assert_int_equal(sum->without, 1);
    assert_int_equal(sum->events, 8);
    px_aggregate_free(aggregate);
}

/* What was given twice would count twice, or as whichever came first. */
static void leaves_out_what_was_given_twice(void **state)
{
    (void)state;
    struct px_error error = {0};
    struct px_aggregate *aggregate = new_aggregate();
    add_events(aggregate, false);
    struct px_slice again = comparison("event 3", both, 100, 1);
    assert_int_equal(px_aggregate_add(aggregate, again, "c.ndjson", 7, &error), PX_ERROR_INPUT);
    assert_int_equal(error.line, 7);
    const struct px_aggregate_sum *sum = sum_of(aggregate, NULL, NULL);
    assert_int_equal(sum->repeated, 1);
    assert_int_equal(sum->events, 7);
    assert_int_equal(sum->rows[0].events, 7);
    px_aggregate_free(aggregate);
}

static void counts_the_same_line_once(void **state)
{
    (void)state;
    struct px_aggregate *aggregate = new_aggregate();
    add_events(aggregate, false);
    add_events(aggregate, true);
    const struct px_aggregate_sum *sum = sum_of(aggregate, NULL, NULL);
    assert_int_equal(sum->repeated, 0);
    assert_int_equal(sum->same, 8);
    assert_int_equal(sum->events, 8);
    struct px_buffer report = {0};
    px_aggregate_write_markdown(sum, &provenance, &report);
    px_buffer_byte(&report, '\0');
    assert_non_null(strstr(report.data, "8 lines given before"));
    px_buffer_release(&report);
    px_aggregate_free(aggregate);
}

static void writes_a_table(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    struct px_aggregate *aggregate = new_aggregate();
    add_events(aggregate, false);
    const struct px_aggregate_sum *sum = sum_of(aggregate, NULL, NULL);
    px_aggregate_write_csv(sum, &out);
    px_buffer_byte(&out, '\0');
    assert_ptr_equal(strstr(out.data, "indicator,label,unit,voice,outlet_a,outlet_b,events,unequal,value_a,"),
                     out.data);
    size_t lines = 0;
    for (const char *at = out.data; (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    assert_int_equal(lines, sum->row_count + 1);
    assert_non_null(strstr(out.data, ",8,8,"));
    px_buffer_release(&out);
    px_aggregate_free(aggregate);
}

static void says_where_a_line_is_broken(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        size_t column;
    } bad[] = {{"{\"schema\":", 11}, {"{} {}", 4}, {"[1,", 4}, {"{\"schema\":\"other/1\"}", 1}, {"[]", 1}};
    struct px_aggregate *aggregate = new_aggregate();
    struct px_error error = {0};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(px_aggregate_add(aggregate, px_slice_from(bad[i].line), "b.ndjson", i + 1, &error),
                         PX_ERROR_SYNTAX);
        assert_string_equal(error.file, "b.ndjson");
        assert_int_equal(error.line, i + 1);
        assert_int_equal(error.column, bad[i].column);
    }
    assert_int_equal(px_aggregate_add(aggregate, PX_SLICE("{\"id\":\"g\",\"error\":{\"message\":\"too short\"}}"),
                                      "b.ndjson", 9, &error),
                     PX_ERROR_INPUT);
    assert_non_null(strstr(error.message, "too short"));
    add_events(aggregate, false);
    assert_int_equal(sum_of(aggregate, NULL, NULL)->failed, 6);
    px_aggregate_free(aggregate);
}

static void needs_two_outlets(void **state)
{
    (void)state;
    const char *third[2] = {"\"Gazette\"", "\"Review\""};
    const struct px_aggregate_sum *sum;
    struct px_error error = {0};
    struct px_aggregate *aggregate = new_aggregate();
    assert_int_equal(px_aggregate_sum(aggregate, NULL, NULL, 1, &sum, &error), PX_ERROR_USAGE);
    assert_null(sum);
    assert_int_not_equal(px_aggregate_add(aggregate, PX_SLICE("{}"), "lines", 1, &error), PX_OK);
    assert_int_equal(px_aggregate_sum(aggregate, "Courier", "Review", 1, &sum, &error), PX_ERROR_INPUT);
    assert_string_equal(error.message, "no comparison could be read");
    add_events(aggregate, false);
    add(aggregate, comparison("other", third, 1, 2));
    assert_int_equal(px_aggregate_sum(aggregate, NULL, NULL, 1, &sum, &error), PX_ERROR_USAGE);
    assert_non_null(strstr(error.message, "'Courier', 'Gazette', 'Review'"));
    assert_int_equal(px_aggregate_sum(aggregate, "Courier", "Courier", 1, &sum, &error), PX_ERROR_USAGE);
    assert_int_equal(px_aggregate_sum(aggregate, "Courier", "Times", 1, &sum, &error), PX_ERROR_USAGE);
    assert_int_equal(sum_of(aggregate, "Courier", "Gazette")->row_count, 0);
    assert_int_equal(sum_of(aggregate, "Review", "Gazette")->rows[0].verdict, PX_VERDICT_TOO_LITTLE);
    px_aggregate_free(aggregate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(sums_up_by_event, release),
        cmocka_unit_test_teardown(tests_nothing_that_few_events_have, release),
        cmocka_unit_test_teardown(does_not_see_order, release),
        cmocka_unit_test_teardown(mirrors_the_outlets, release),
        cmocka_unit_test_teardown(leaves_out_the_nameless, release),
        cmocka_unit_test_teardown(leaves_out_what_was_given_twice, release),
        cmocka_unit_test_teardown(counts_the_same_line_once, release),
        cmocka_unit_test_teardown(writes_a_table, release),
        cmocka_unit_test_teardown(says_where_a_line_is_broken, release),
        cmocka_unit_test_teardown(needs_two_outlets, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
