/* Indicators: each row of the sheet becomes a figure an article, a difference, a test and a verdict. */
#include "contrast/indicator.h"

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

static struct px_slice unit_of(const struct px_count_row *row)
{
    static const char *const UNITS[] = {"per 1,000 words", "share", "words", "index"};
    return row->within ? PX_SLICE("per 1,000 words of it") : px_slice_from(UNITS[row->measure]);
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
                                       .unit = unit_of(row),
                                       .family = row->family,
                                       .user = row->user,
                                       .topic = row->topic,
                                       .voice = row->voice};
    indicator->values = px_compare_each(context, struct px_value);
    indicator->evidence = px_compare_each(context, struct px_evidence);
    if (indicator->values == NULL || indicator->evidence == NULL)
        return px_no_memory(error);
    return fill_evidence(context, row, indicator, error);
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
    for (size_t i = 0; status == PX_OK && i < sheet.rows.count; i++)
        status = add_indicator(context, &sheet.rows.items[i], error);
    return status == PX_OK ? px_row_tests_begin(&sheet, error) : status;
}

enum px_status px_compare_verdicts(struct px_compare_context *context, struct px_error *error)
{
    struct px_row_tests *tests = context->tests;
    enum px_status status = px_row_tests_end(tests, error);
    if (status == PX_OK)
        status = px_sheet_correct(&tests->sheet, tests->items, error);
    for (size_t i = 0; status == PX_OK && i < tests->sheet.rows.count; i++)
        context->comparison->indicators.items[i].verdict = px_verdict_of(&tests->items[i].it);
    return status == PX_OK ? px_compare_source_balance(context, error) : status;
}
