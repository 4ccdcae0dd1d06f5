#include "statistics/contingency.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "statistics/percentile.h"
#include "statistics/random.h"

/* Two rows of counts, their sums, and what the columns say. */
struct table {
    const double *a;
    const double *b;
    size_t columns;
    double sum_a;
    double sum_b;
};

static const struct px_test untested = {NAN, NAN};

/* False when there is nothing to compare. */
static bool read_table(const double *a, const double *b, size_t columns, struct table *table)
{
    *table = (struct table){.a = a, .b = b, .columns = columns};
    size_t filled = 0; /* columns with any count */
    for (size_t i = 0; i < columns; i++) {
        table->sum_a += a[i];
        table->sum_b += b[i];
        filled += a[i] + b[i] > 0;
    }
    return filled > 1 && table->sum_a > 0 && table->sum_b > 0;
}

/* X² = Σ (a_j n_b - b_j n_a)² / (n_a n_b c_j): exchanging the rows changes no bit of it. */
static double x_squared(const struct table *table)
{
    double sum = 0;
    for (size_t i = 0; i < table->columns; i++) {
        double cross = table->a[i] * table->sum_b - table->b[i] * table->sum_a;
        double column = table->a[i] + table->b[i];
        if (column > 0)
            sum += cross * cross / column;
    }
    return sum / (table->sum_a * table->sum_b);
}

/* What dealing units needs: where the choices of each start, and the two rows of the table dealt. */
struct deal {
    const struct px_choice *choices;
    size_t *starts; /* [units + 1] */
    uint32_t *order;
    uint32_t units;
    uint32_t firsts;
    double *a;
    double *b;
    double *all;
    size_t columns;
};

static bool list_units(struct deal *deal, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (deal->choices[i].column >= deal->columns)
            return false;
        if (i == 0 || deal->choices[i].unit != deal->choices[i - 1].unit) {
            deal->firsts += !deal->choices[i].second;
            deal->order[deal->units] = deal->units;
            deal->starts[deal->units++] = i;
        }
        deal->all[deal->choices[i].column]++;
    }
    deal->starts[deal->units] = count;
    return true;
}

static void add_unit(struct deal *deal, uint32_t unit)
{
    for (size_t i = deal->starts[unit]; i < deal->starts[unit + 1]; i++)
        deal->a[deal->choices[i].column]++;
}

/* The table whose first row is deal->a. */
static bool read_dealt(struct deal *deal, struct table *table)
{
    for (size_t i = 0; i < deal->columns; i++)
        deal->b[i] = deal->all[i] - deal->a[i];
    return read_table(deal->a, deal->b, deal->columns, table);
}

static bool read_seen(struct deal *deal, struct table *table)
{
    for (uint32_t unit = 0; unit < deal->units; unit++)
        if (!deal->choices[deal->starts[unit]].second)
            add_unit(deal, unit);
    return read_dealt(deal, table);
}

/* Deals the text of fewer units anew: the first of a shuffle that goes on from the last one. A table with an empty row
 * is as even as can be. */
static double deal_x_squared(struct deal *deal, struct px_random *random)
{
    struct table table;
    uint32_t fewer = deal->firsts < deal->units - deal->firsts ? deal->firsts : deal->units - deal->firsts;
    memset(deal->a, 0, deal->columns * sizeof *deal->a);
    px_random_draw(random, deal->order, deal->units, fewer);
    for (uint32_t i = 0; i < fewer; i++)
        add_unit(deal, deal->order[i]);
    return read_dealt(deal, &table) ? x_squared(&table) : 0;
}

static struct px_test deal_tables(struct deal *deal, size_t count, uint64_t seed)
{
    struct table table;
    struct px_random *random = NULL;
    if (!list_units(deal, count) || !read_seen(deal, &table) || px_random_new(seed, &random, NULL) != PX_OK)
        return untested;
    struct px_test test = {x_squared(&table), NAN};
    size_t tables = px_percentile_replicates(PX_CONTINGENCY_TABLES, count + deal->columns);
    size_t extreme = 0;
    for (size_t i = 0; i < tables; i++)
        extreme += deal_x_squared(deal, random) >= test.statistic * (1 - 1e-9);
    test.p = (double)(extreme + 1) / (double)(tables + 1);
    px_random_free(random);
    return test;
}

static int by_unit(const void *left, const void *right)
{
    const struct px_choice *a = left;
    const struct px_choice *b = right;
    if (a->unit != b->unit)
        return a->unit < b->unit ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

struct px_test px_contingency_test(struct px_choice *choices, size_t count, size_t columns, uint64_t seed)
{
    struct px_test test = untested;
    if (count == 0 || columns == 0 || count >= UINT32_MAX || columns > SIZE_MAX / 64)
        return test;
    struct deal deal = {.choices = choices, .columns = columns};
    qsort(choices, count, sizeof *choices, by_unit);
    deal.starts = calloc(count + 1, sizeof *deal.starts);
    deal.order = calloc(count, sizeof *deal.order);
    deal.a = calloc(3 * columns, sizeof *deal.a);
    if (deal.starts != NULL && deal.order != NULL && deal.a != NULL) {
        deal.b = deal.a + columns;
        deal.all = deal.b + columns;
        test = deal_tables(&deal, count, seed);
    }
    free(deal.starts);
    free(deal.order);
    free(deal.a);
    return test;
}
