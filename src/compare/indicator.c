/* Indicators: each row of the sheet becomes a figure an article, a difference, a test and a verdict. */
#include "compare/indicator.h"

#include <math.h>

#include "base/pool.h"
#include "compare/draws.h"
#include "statistics/resample.h"

/* Rows whose p is at most SMALL of the replicates' are tested again, with as many draws as px_draws_finer has: a p of so
 * few draws is too rough to be corrected for a whole report. Fresh draws, so that a p that was small by luck is not
 * kept. */
enum { SMALL = 5, TESTERS = 4 };

double **px_sheet_numbers(struct px_sheet *sheet)
{
    double **numbers = px_arena_array(&sheet->context->scratch, double *, sheet->context->count);
    for (size_t a = 0; numbers != NULL && a < sheet->context->count; a++) {
        numbers[a] = px_arena_array(&sheet->context->scratch, double, sheet->context->articles[a]->sentences.count);
        if (numbers[a] == NULL)
            return NULL;
    }
    return numbers;
}

struct px_count_row *px_sheet_row(struct px_sheet *sheet, const char *family, const char *name, const char *label)
{
    double **above = px_sheet_numbers(sheet);
    struct px_count_row *row = above == NULL ? NULL : px_vector_push(&sheet->rows, &sheet->context->scratch);
    if (row != NULL)
        *row = (struct px_count_row){.name = px_slice_from(name),
                                     .label = px_slice_from(label),
                                     .family = px_slice_from(family),
                                     .above = above,
                                     .below = sheet->words,
                                     .topic = PX_NONE,
                                     .voice = PX_VOICE_ALL,
                                     .weight = PX_WEIGHT_FIGURE};
    return row;
}

double px_sheet_sum(const double *numbers, size_t count)
{
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += numbers[i];
    return total;
}

size_t px_sheet_units(const double *numbers, size_t count)
{
    size_t units = 0;
    for (size_t i = 0; i < count; i++)
        units += numbers[i] > 0;
    return units;
}

static struct px_value value_of(struct px_estimate estimate, double count)
{
    return (struct px_value){estimate.value, estimate.low, estimate.high, (uint32_t)(count + 0.5)};
}

static struct px_slice unit_of(uint8_t measure)
{
    static const char *const UNITS[] = {"per 1,000 words", "share", "words", "index"};
    return px_slice_from(UNITS[measure]);
}

static enum px_status fill_evidence(struct px_compare_context *context, const struct px_count_row *row,
                                    struct px_indicator *indicator, struct px_error *error)
{
    enum px_status status = PX_OK;
    double **shown = row->shown == NULL ? row->above : row->shown;
    for (size_t a = 0; status == PX_OK && !row->quiet && a < context->count; a++) {
        size_t sentences = context->articles[a]->sentences.count;
        size_t count = px_sheet_units(shown[a], sentences);
        uint32_t *items = px_arena_array(&context->comparison->arena, uint32_t, count);
        if (items == NULL)
            return px_no_memory(error);
        indicator->evidence[a] = (struct px_evidence){items, 0};
        for (uint32_t s = 0; s < sentences; s++)
            if (shown[a][s] > 0)
                items[indicator->evidence[a].count++] = s;
    }
    return status;
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

static struct px_resample_result apply(struct px_resample_plan *plan, const struct px_count_row *row)
{
    return px_resample_apply(plan, (struct px_resample_values){row->above[0], row->below[0]},
                             (struct px_resample_values){row->above[1], row->below[1]}, ratio_of(row->measure),
                             scale_of(row));
}

/* The verdict waits for q; the case is kept until then. */
static void measure(struct px_compare_context *context, const struct px_count_row *row, struct px_resample_plan *plan,
                    struct px_indicator *indicator, struct px_row_test *test)
{
    double scale = scale_of(row);
    size_t sentences[] = {context->articles[0]->sentences.count, context->articles[1]->sentences.count};
    struct px_resample_result result = apply(plan, row);
    indicator->values[0] = value_of(result.a, counted(row, 0, sentences[0]));
    indicator->values[1] = value_of(result.b, counted(row, 1, sentences[1]));
    for (size_t a = 2; a < context->count; a++) {
        struct px_units units = {row->above[a], row->below[a], context->articles[a]->sentences.count};
        indicator->values[a] =
            value_of(px_clustered_ratio(units, ratio_of(row->measure), scale), counted(row, a, units.count));
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

static enum px_status add_indicator(struct px_compare_context *context, const struct px_count_row *row,
                                    struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    struct px_indicator *indicator = px_vector_push(&comparison->indicators, &comparison->arena);
    if (indicator == NULL)
        return px_no_memory(error);
    *indicator = (struct px_indicator){.name = row->name,
                                       .label = row->label,
                                       .unlisted = row->unlisted,
                                       .unit = unit_of(row->measure),
                                       .family = row->family,
                                       .topic = row->topic,
                                       .voice = row->voice};
    indicator->values = px_compare_each(context, struct px_value);
    indicator->evidence = px_compare_each(context, struct px_evidence);
    if (indicator->values == NULL || indicator->evidence == NULL)
        return px_no_memory(error);
    return fill_evidence(context, row, indicator, error);
}

/* Testing the rows, each by itself: every thread has a plan over the same draws. */
struct testing {
    const struct px_sheet *sheet;
    struct px_row_test *tests;
    struct px_resample_plan *plans[TESTERS];
    size_t threads;
};

static enum px_status share_plan(struct testing *testing, struct px_error *error)
{
    struct px_compare_context *context = testing->sheet->context;
    enum px_status status = PX_OK;
    testing->plans[0] = context->draws->plan;
    testing->threads = context->options->threads < TESTERS ? context->options->threads : TESTERS;
    for (size_t i = 1; status == PX_OK && i < testing->threads; i++)
        status = px_resample_share(testing->plans[0], &context->scratch, &testing->plans[i], error);
    return status;
}

static void test_row(void *argument, size_t thread, size_t row)
{
    struct testing *testing = argument;
    struct px_compare_context *context = testing->sheet->context;
    measure(context, &testing->sheet->rows.items[row], testing->plans[thread],
            &context->comparison->indicators.items[row], &testing->tests[row]);
}

static enum px_status test_again(const struct px_sheet *sheet, struct px_error *error)
{
    struct px_compare_context *context = sheet->context;
    struct px_resample_plan *finer = NULL;
    for (size_t i = 0; i < sheet->rows.count; i++) {
        double *p = &context->comparison->indicators.items[i].p;
        if (!(*p <= (double)SMALL / (double)px_draws_replicates(context)))
            continue;
        enum px_status status = finer == NULL ? px_draws_finer(context->draws, &finer, error) : PX_OK;
        if (status != PX_OK)
            return status;
        *p = apply(finer, &sheet->rows.items[i]).p;
    }
    return PX_OK;
}

static enum px_status test_rows(const struct px_sheet *sheet, struct px_row_test *tests, struct px_error *error)
{
    struct px_compare_context *context = sheet->context;
    struct testing testing = {.sheet = sheet, .tests = tests};
    enum px_status status = px_draws_end(context->draws, error);
    if (status == PX_OK)
        status = share_plan(&testing, error);
    for (size_t i = 0; status == PX_OK && i < sheet->rows.count; i++)
        status = add_indicator(context, &sheet->rows.items[i], error);
    if (status != PX_OK)
        return status;
    px_pool_each(testing.threads, sheet->rows.count, test_row, &testing);
    return test_again(sheet, error);
}

static enum px_status fill_sheet(struct px_sheet *sheet, struct px_error *error)
{
    struct px_compare_context *context = sheet->context;
    sheet->words = px_sheet_numbers(sheet);
    if (sheet->words == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++)
        for (size_t s = 0; s < context->articles[a]->sentences.count; s++)
            sheet->words[a][s] = context->articles[a]->sentences.items[s].words;
    enum px_status status = px_sheet_lexicons(sheet, error);
    if (status == PX_OK)
        status = px_sheet_manner(sheet, error);
    if (status == PX_OK)
        status = px_sheet_agency(sheet, error);
    return status != PX_OK ? status : px_sheet_topics(sheet, error);
}

enum px_status px_compare_indicators(struct px_compare_context *context, struct px_error *error)
{
    struct px_sheet sheet = {.context = context};
    enum px_status status = fill_sheet(&sheet, error);
    struct px_row_test *tests = px_arena_array(&context->scratch, struct px_row_test, sheet.rows.count);
    if (status == PX_OK && tests == NULL)
        status = px_no_memory(error);
    if (status == PX_OK)
        status = test_rows(&sheet, tests, error);
    if (status == PX_OK)
        status = px_sheet_correct(&sheet, tests, error);
    for (size_t i = 0; status == PX_OK && i < sheet.rows.count; i++)
        context->comparison->indicators.items[i].verdict = px_verdict_of(&tests[i].it);
    return status;
}
