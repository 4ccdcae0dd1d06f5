/* Summing up: cells in, rows out. */
#include <math.h>
#include <stdlib.h>

#include "corpus/aggregate_inside.h"
#include "statistics/multiple.h"
#include "statistics/random.h"

/* Everything while rows are made. Outlets are computed in byte order and turned at the end, so that swapping them
 * changes no draw. */
struct summing {
    struct px_aggregate *aggregate;
    struct px_arena scratch;
    uint32_t outlets[2];
    bool turned;
    uint32_t *rank;      /* [events] place among the groups' names in byte order */
    double *values[2];   /* [events] by rank; NaN where there is none */
    double *differences; /* [events] */
    double *q;           /* [rows] */
    uint64_t seed;
    struct px_error *error;
};

/* A key of a table on its way into byte order. */
struct named {
    struct px_slice name;
    uint32_t id;
};

static int by_name(const void *a, const void *b)
{
    return px_slice_compare(((const struct named *)a)->name, ((const struct named *)b)->name);
}

static struct named *sort_keys(struct px_arena *arena, const struct px_table *table)
{
    size_t count = table->keys.count;
    struct named *keys = px_arena_array(arena, struct named, count);
    for (uint32_t i = 0; keys != NULL && i < count; i++)
        keys[i] = (struct named){px_table_key(table, i), i};
    if (keys != NULL && count > 1)
        qsort(keys, count, sizeof *keys, by_name);
    return keys;
}

/* By figure; the order inside a figure does not matter. */
static int by_figure(const void *a, const void *b)
{
    uint32_t x = ((const struct px_aggregate_cell *)a)->figure, y = ((const struct px_aggregate_cell *)b)->figure;
    return (x > y) - (x < y);
}

static enum px_status unknown_outlets(struct summing *summing, const char *what)
{
    struct px_aggregate *aggregate = summing->aggregate;
    struct px_buffer names = {0};
    struct named *keys = sort_keys(&summing->scratch, &aggregate->outlets);
    for (uint32_t i = 0; keys != NULL && i < aggregate->outlets.keys.count; i++)
        px_buffer_printf(&names, "%s'%.*s'", i == 0 ? "" : ", ", PX_SLICE_SHORT(keys[i].name));
    if (names.size == 0)
        px_buffer_string(&names, "none");
    px_error_set(summing->error, PX_ERROR_USAGE, "%s: the comparisons have %.*s", what,
                 (int)(names.size < 180 ? names.size : 180), names.data == NULL ? "" : names.data);
    px_buffer_release(&names);
    return PX_ERROR_USAGE;
}

static enum px_status choose_outlets(struct summing *summing, const char *first, const char *second)
{
    const struct px_table *outlets = &summing->aggregate->outlets;
    const struct px_aggregate_sum *sum = &summing->aggregate->sum;
    if (outlets->keys.count == 0 && sum->nameless == 0 && sum->failed > 0)
        return px_error_set(summing->error, PX_ERROR_INPUT, "no comparison could be read");
    if (first == NULL && second == NULL) {
        if (outlets->keys.count != 2)
            return unknown_outlets(summing, "two outlets are needed, choose them by --outlet A --outlet B");
        summing->outlets[0] = 0;
        summing->outlets[1] = 1;
    } else {
        summing->outlets[0] = first == NULL ? PX_NONE : px_table_find(outlets, px_slice_from(first));
        summing->outlets[1] = second == NULL ? PX_NONE : px_table_find(outlets, px_slice_from(second));
        if (summing->outlets[0] == PX_NONE || summing->outlets[1] == PX_NONE ||
            summing->outlets[0] == summing->outlets[1])
            return unknown_outlets(summing, "needs two different outlets of the comparisons");
    }
    struct px_slice names[] = {px_table_key(outlets, summing->outlets[0]), px_table_key(outlets, summing->outlets[1])};
    bool in_order = px_slice_compare(names[0], names[1]) < 0;
    summing->turned = first != NULL && !in_order;
    if (!in_order) {
        uint32_t outlet = summing->outlets[0];
        summing->outlets[0] = summing->outlets[1];
        summing->outlets[1] = outlet;
    }
    for (size_t i = 0; i < 2; i++)
        summing->aggregate->sum.outlets[summing->turned ? 1 - i : i] = px_table_key(outlets, summing->outlets[i]);
    return PX_OK;
}

/* Events in which both outlets have any figure, and those in which one has none. */
static enum px_status count_events(struct summing *summing)
{
    struct px_aggregate *aggregate = summing->aggregate;
    size_t count = aggregate->event_list.count;
    uint8_t *seen = px_arena_take(&summing->scratch, count + 1);
    if (seen == NULL)
        return px_no_memory(summing->error);
    for (size_t i = 0; i < aggregate->cells.count; i++) {
        const struct px_aggregate_cell *cell = &aggregate->cells.items[i];
        for (uint8_t side = 0; side < 2; side++)
            if (cell->outlet == summing->outlets[side])
                seen[cell->event] |= (uint8_t)(1 << side);
    }
    aggregate->sum.events = aggregate->sum.without = 0;
    for (size_t i = 0; i < count; i++) {
        bool both = seen[i] == 3 && !aggregate->event_list.items[i].repeated;
        aggregate->sum.events += both;
        aggregate->sum.without += !both && !aggregate->event_list.items[i].repeated;
    }
    return PX_OK;
}

static enum px_status prepare(struct summing *summing)
{
    struct px_aggregate *aggregate = summing->aggregate;
    size_t events = aggregate->event_list.count;
    struct named *keys = sort_keys(&summing->scratch, &aggregate->events);
    summing->rank = px_arena_array(&summing->scratch, uint32_t, events);
    summing->values[0] = px_arena_array(&summing->scratch, double, events);
    summing->values[1] = px_arena_array(&summing->scratch, double, events);
    summing->differences = px_arena_array(&summing->scratch, double, events);
    summing->q = px_arena_array(&summing->scratch, double, aggregate->figure_list.count);
    aggregate->sum.rows = px_arena_array(&aggregate->arena, struct px_aggregate_row, aggregate->figure_list.count);
    aggregate->sum.row_count = 0;
    if (keys == NULL || summing->rank == NULL || summing->values[0] == NULL || summing->values[1] == NULL ||
        summing->differences == NULL || summing->q == NULL || aggregate->sum.rows == NULL)
        return px_no_memory(summing->error);
    for (uint32_t i = 0; i < events; i++)
        summing->rank[keys[i].id] = i;
    if (aggregate->cells.count > 1)
        qsort(aggregate->cells.items, aggregate->cells.count, sizeof *aggregate->cells.items, by_figure);
    return count_events(summing);
}

/* Half the widest interval that still says something: as for a single comparison. */
static double plausible_range(const struct px_aggregate_row *row)
{
    if (px_slice_is(row->unit, "share"))
        return 0.5;
    return px_slice_starts(row->unit, PX_SLICE("per 1,000 words")) ? (row->values[0] + row->values[1]) / 2 : INFINITY;
}

/* The figure whose cells are given, in a row of its own when any event has it of both outlets. */
static enum px_status sum_figure(struct summing *summing, const struct px_aggregate_cell *cells, size_t count)
{
    struct px_aggregate *aggregate = summing->aggregate;
    size_t events = aggregate->event_list.count;
    const struct px_aggregate_figure *figure = &aggregate->figure_list.items[cells->figure];
    struct px_aggregate_row row = {.name = px_table_key(&aggregate->figures, cells->figure),
                                   .label = figure->label,
                                   .unit = figure->unit,
                                   .voice = figure->voice};
    for (size_t i = 0; i < events; i++)
        summing->values[0][i] = summing->values[1][i] = NAN;
    for (size_t i = 0; i < count; i++)
        for (size_t side = 0; side < 2; side++)
            if (cells[i].outlet == summing->outlets[side] && !aggregate->event_list.items[cells[i].event].repeated)
                summing->values[side][summing->rank[cells[i].event]] = cells[i].value;
    double sums[2] = {0, 0};
    for (size_t i = 0; i < events; i++) {
        if (isnan(summing->values[0][i]) || isnan(summing->values[1][i]))
            continue;
        sums[0] += summing->values[0][i];
        sums[1] += summing->values[1][i];
        double difference = summing->values[0][i] - summing->values[1][i];
        row.unequal += difference != 0;
        summing->differences[row.events++] = difference;
    }
    if (row.events == 0)
        return PX_OK;
    row.values[0] = sums[0] / (double)row.events;
    row.values[1] = sums[1] / (double)row.events;
    enum px_status status =
        px_events_across(summing->differences, row.events, px_random_mix(summing->seed, px_slice_hash(row.name)),
                         &row.across, summing->error);
    if (!px_aggregate_has_test(&row))
        row.across.mean.low = row.across.mean.high = NAN;
    aggregate->sum.rows[aggregate->sum.row_count++] = row;
    return status;
}

static int by_row_name(const void *a, const void *b)
{
    return px_slice_compare(((const struct px_aggregate_row *)a)->name, ((const struct px_aggregate_row *)b)->name);
}

/* Turning the signs of fewer differences than these could not come below .05, and the bootstrap of so few, among zeros,
 * gives ends that mean nothing. */
bool px_aggregate_has_test(const struct px_aggregate_row *row)
{
    return row->unequal >= PX_EVENTS_FEWEST && !isnan(row->across.effect);
}

static enum px_status judge(struct summing *summing)
{
    struct px_aggregate_sum *sum = &summing->aggregate->sum;
    if (sum->row_count > 1)
        qsort(sum->rows, sum->row_count, sizeof *sum->rows, by_row_name);
    for (size_t i = 0; i < sum->row_count; i++)
        summing->q[i] = px_aggregate_has_test(&sum->rows[i]) ? sum->rows[i].across.p : NAN;
    enum px_status status = px_multiple_bh(summing->q, sum->row_count, summing->error);
    for (size_t i = 0; status == PX_OK && i < sum->row_count; i++) {
        struct px_aggregate_row *row = &sum->rows[i];
        row->q = summing->q[i];
        struct px_verdict_case it = {.occurrences = (double)row->events,
                                     .difference = row->across.mean,
                                     .q = row->q,
                                     .range = plausible_range(row)};
        row->verdict = (uint8_t)px_verdict_of(&it);
        if (summing->turned) {
            double value = row->values[0];
            row->values[0] = row->values[1];
            row->values[1] = value;
            row->across.mean = px_estimate_negated(row->across.mean);
            row->across.effect = -row->across.effect;
        }
    }
    return status;
}

enum px_status px_aggregate_sum(struct px_aggregate *aggregate, const char *first, const char *second, uint64_t seed,
                                const struct px_aggregate_sum **sum, struct px_error *error)
{
    struct summing summing = {.aggregate = aggregate, .seed = seed, .error = error};
    enum px_status status = choose_outlets(&summing, first, second);
    if (status == PX_OK)
        status = prepare(&summing);
    size_t end;
    for (size_t start = 0; status == PX_OK && start < aggregate->cells.count; start = end) {
        end = start + 1;
        while (end < aggregate->cells.count &&
               by_figure(&aggregate->cells.items[start], &aggregate->cells.items[end]) == 0)
            end++;
        status = sum_figure(&summing, aggregate->cells.items + start, end - start);
    }
    if (status == PX_OK)
        status = judge(&summing);
    px_arena_release(&summing.scratch);
    aggregate->sum.made_by = aggregate->made_by.keys.count;
    *sum = status == PX_OK ? &aggregate->sum : NULL;
    return status;
}

static int by_clarity(const void *a, const void *b)
{
    const struct px_aggregate_row *x = *(const struct px_aggregate_row *const *)a;
    const struct px_aggregate_row *y = *(const struct px_aggregate_row *const *)b;
    if (x->verdict != y->verdict)
        return x->verdict > y->verdict ? -1 : 1;
    double u = isnan(x->across.effect) ? -1 : fabs(x->across.effect);
    double v = isnan(y->across.effect) ? -1 : fabs(y->across.effect);
    if (u != v)
        return u > v ? -1 : 1;
    return px_slice_compare(x->name, y->name);
}

void px_aggregate_order(const struct px_aggregate_sum *sum, const struct px_aggregate_row **order)
{
    for (size_t i = 0; i < sum->row_count; i++)
        order[i] = &sum->rows[i];
    if (sum->row_count > 1)
        qsort(order, sum->row_count, sizeof *order, by_clarity);
}
