/* The tests of indicators: rows of the sheet against the draws. */
#include <math.h>

#include "contrast/draws.h"
#include "contrast/indicator.h"
#include "statistics/resample.h"

/* Rows whose p is at most SMALL of the replicates' are tested again, with as many draws as px_draws_finer has: a p of so
 * few draws is too rough to be corrected for a whole report. Fresh draws, so that a p that was small by luck is not
 * kept. */
enum { SMALL = 5 };

static struct px_value value_of(struct px_estimate estimate, double count)
{
    return (struct px_value){estimate.value, estimate.low, estimate.high, (uint32_t)(count + 0.5)};
}

/* The number beside a figure: what is counted; of means and indices, what they are a mean of. */
static double counted(const struct px_count_row *row, size_t a, size_t sentences)
{
    return px_sheet_sum(row->measure >= PX_MEASURE_MEAN ? row->below[a] : row->above[a], sentences);
}

/* What a verdict rests on: hits; of a share's words the sentences (or speakers) that have any, since a word of a
 * quotation is no occurrence of its own; of means and indices the sentences (or blocks). */
static double occurrences(const struct px_count_row *row, size_t a, size_t sentences)
{
    if (row->measure == PX_MEASURE_RATE)
        return px_sheet_sum(row->above[a], sentences);
    return (double)px_sheet_units(row->measure == PX_MEASURE_SHARE ? row->above[a] : row->below[a], sentences);
}

static double plausible_range(const struct px_count_row *row, const size_t *sentences, double scale)
{
    if (row->measure == PX_MEASURE_SHARE)
        return 0.25;
    if (row->measure != PX_MEASURE_RATE)
        return INFINITY;
    double above = px_sheet_sum(row->above[0], sentences[0]) + px_sheet_sum(row->above[1], sentences[1]);
    double below = px_sheet_sum(row->below[0], sentences[0]) + px_sheet_sum(row->below[1], sentences[1]);
    return scale * above / below;
}

static enum px_ratio ratio_of(uint8_t measure)
{
    static const enum px_ratio RATIOS[] = {PX_RATIO_RATE, PX_RATIO_SHARE, PX_RATIO_MEAN, PX_RATIO_MEAN};
    return RATIOS[measure];
}

static double scale_of(const struct px_count_row *row)
{
    return row->measure == PX_MEASURE_RATE ? 1000 : 1;
}

static struct px_resample_values values_of(const struct px_count_row *row, size_t a)
{
    return (struct px_resample_values){row->above[a], row->below[a]};
}

/* The verdict waits for q; the case is kept until then. */
static void measure(const struct px_compare_context *context, const struct px_count_row *row,
                    struct px_indicator *indicator, struct px_row_test *test)
{
    struct px_resample_plan *plan = context->draws->plan;
    double scale = scale_of(row);
    size_t sentences[] = {context->articles[0]->sentences.count, context->articles[1]->sentences.count};
    enum px_ratio ratio = ratio_of(row->measure);
    struct px_resample_result result = px_resample_apply(plan, values_of(row, 0), values_of(row, 1), ratio, scale);
    indicator->values[0] = value_of(result.a, counted(row, 0, sentences[0]));
    indicator->values[1] = value_of(result.b, counted(row, 1, sentences[1]));
    for (size_t a = 2; a < context->count; a++) {
        struct px_units units = {row->above[a], row->below[a], context->articles[a]->sentences.count};
        indicator->values[a] = value_of(px_clustered_ratio(units, ratio, scale), counted(row, a, units.count));
    }
    indicator->difference = result.difference.value;
    indicator->low = result.difference.low;
    indicator->high = result.difference.high;
    indicator->p = result.p;
    test->power = result.power;
    test->it = (struct px_verdict_case){
        .occurrences = occurrences(row, 0, sentences[0]) + occurrences(row, 1, sentences[1]),
        .difference = result.difference,
        .range = plausible_range(row, sentences, scale),
    };
}

static enum px_status test_again(const struct px_sheet *sheet, struct px_error *error)
{
    struct px_compare_context *context = sheet->context;
    struct px_resample_plan *finer = NULL;
    for (size_t i = 0; i < sheet->rows.count; i++) {
        const struct px_count_row *row = &sheet->rows.items[i];
        double *p = &context->comparison->indicators.items[i].p;
        if (!(*p <= (double)SMALL / (double)px_draws_replicates(context)))
            continue;
        enum px_status status = finer == NULL ? px_draws_finer(context->draws, &finer, error) : PX_OK;
        if (status != PX_OK)
            return status;
        *p = px_resample_p(finer, values_of(row, 0), values_of(row, 1), ratio_of(row->measure), scale_of(row));
    }
    return PX_OK;
}

static void test_rows(void *argument)
{
    struct px_row_tests *tests = argument;
    const struct px_sheet *sheet = &tests->sheet;
    struct px_compare_context *context = sheet->context;
    tests->status = px_draws_end(context->draws, &tests->error);
    if (tests->status != PX_OK)
        return;
    for (size_t i = 0; i < sheet->rows.count; i++)
        measure(context, &sheet->rows.items[i], &context->comparison->indicators.items[i], &tests->items[i]);
    tests->status = test_again(sheet, &tests->error);
}

enum px_status px_row_tests_begin(const struct px_sheet *sheet, struct px_error *error)
{
    struct px_compare_context *context = sheet->context;
    struct px_row_tests *tests = px_arena_new(&context->scratch, struct px_row_tests);
    if (tests == NULL)
        return px_no_memory(error);
    tests->sheet = *sheet;
    tests->items = px_arena_array(&context->scratch, struct px_row_test, sheet->rows.count);
    if (tests->items == NULL)
        return px_no_memory(error);
    context->tests = tests;
    px_task_begin(&tests->task, context->options->threads, test_rows, tests);
    return PX_OK;
}

enum px_status px_row_tests_end(struct px_row_tests *tests, struct px_error *error)
{
    if (tests == NULL)
        return PX_OK;
    px_task_end(&tests->task);
    if (tests->status != PX_OK && error != NULL)
        *error = tests->error;
    return tests->status;
}
