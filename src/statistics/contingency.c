#include "statistics/contingency.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "statistics/keyness.h"
#include "statistics/percentile.h"
#include "statistics/quiet.h"
#include "statistics/random.h"

#define MOST_COUNTS 1e5
#define SMALLEST_EXPECTED 5

/* Two rows of counts, their sums, and what the columns say. */
struct table {
    const double *a;
    const double *b;
    size_t columns;
    double sum_a;
    double sum_b;
    size_t filled;   /* columns with any count */
    double smallest; /* their smallest sum */
};

static const struct px_test untested = {NAN, NAN};

/* False when the rows cannot be compared. */
static bool read_table(const double *a, const double *b, size_t columns, struct table *table)
{
    *table = (struct table){.a = a, .b = b, .columns = columns, .smallest = INFINITY};
    for (size_t i = 0; i < columns; i++) {
        double sum = a[i] + b[i];
        if (!isfinite(sum) || a[i] < 0 || b[i] < 0)
            return false;
        table->sum_a += a[i];
        table->sum_b += b[i];
        if (sum > 0 && sum < table->smallest)
            table->smallest = sum;
        table->filled += sum > 0;
    }
    return table->filled > 1 && table->sum_a > 0 && table->sum_b > 0;
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

static struct px_test chi_squared(const struct table *table)
{
    double statistic = x_squared(table);
    px_quiet_gsl();
    return (struct px_test){statistic, gsl_cdf_chisq_Q(statistic, (double)(table->filled - 1))};
}

struct px_test px_contingency_chi_squared(const double *a, const double *b, size_t columns)
{
    struct table table;
    return read_table(a, b, columns, &table) ? chi_squared(&table) : untested;
}

static struct px_test two_columns(const struct table *table)
{
    size_t first = 0;
    while (table->a[first] + table->b[first] == 0)
        first++;
    struct px_test test =
        px_keyness_fisher((struct px_keyness_counts){table->a[first], table->b[first], table->sum_a, table->sum_b});
    test.statistic = x_squared(table);
    return test;
}

/* What drawing tables needs: every count as an item that names its column, and the drawn table's rows. */
struct urn {
    struct px_random *random;
    uint32_t *items;
    uint32_t size;
    uint32_t drawn;
    double *row;
    double *other;
};

static void release(struct urn *urn)
{
    px_random_free(urn->random);
    free(urn->items);
    free(urn->row);
    free(urn->other);
}

static bool fill_urn(struct urn *urn, const struct table *table, uint64_t seed)
{
    urn->size = (uint32_t)(table->sum_a + table->sum_b);
    urn->drawn = (uint32_t)(table->sum_a < table->sum_b ? table->sum_a : table->sum_b);
    urn->items = malloc(sizeof *urn->items * urn->size);
    urn->row = malloc(sizeof *urn->row * table->columns);
    urn->other = malloc(sizeof *urn->other * table->columns);
    if (urn->items == NULL || urn->row == NULL || urn->other == NULL ||
        px_random_new(seed, &urn->random, NULL) != PX_OK)
        return false;
    uint32_t *item = urn->items;
    for (size_t i = 0; i < table->columns; i++)
        for (uint32_t left = (uint32_t)(table->a[i] + table->b[i]); left > 0; left--)
            *item++ = (uint32_t)i;
    return true;
}

/* Deals the smaller row anew: the first items of a shuffle that goes on from the last one. */
static double draw_x_squared(struct urn *urn, const struct table *table)
{
    for (size_t i = 0; i < table->columns; i++) {
        urn->row[i] = 0;
        urn->other[i] = table->a[i] + table->b[i];
    }
    for (uint32_t i = 0; i < urn->drawn; i++) {
        uint32_t at = i + px_random_below(urn->random, urn->size - i);
        uint32_t column = urn->items[at];
        urn->items[at] = urn->items[i];
        urn->items[i] = column;
        urn->row[column]++;
        urn->other[column]--;
    }
    struct table drawn = *table;
    drawn.a = urn->row;
    drawn.b = urn->other;
    drawn.sum_a = urn->drawn;
    drawn.sum_b = urn->size - urn->drawn;
    return x_squared(&drawn);
}

static struct px_test drawn_tables(const struct table *table, uint64_t seed)
{
    struct urn urn = {0};
    struct px_test test = {x_squared(table), NAN};
    if (fill_urn(&urn, table, seed)) {
        size_t tables = px_percentile_replicates(PX_CONTINGENCY_TABLES, urn.drawn + table->columns);
        size_t extreme = 0;
        for (size_t i = 0; i < tables; i++)
            extreme += draw_x_squared(&urn, table) >= test.statistic * (1 - 1e-9);
        test.p = (double)(extreme + 1) / (double)(tables + 1);
    }
    release(&urn);
    return test;
}

struct px_test px_contingency_test(const double *a, const double *b, size_t columns, uint64_t seed)
{
    struct table table;
    struct px_test test = untested;
    double *rounded = columns < SIZE_MAX / 32 ? malloc(sizeof *rounded * 2 * (columns + 1)) : NULL;
    if (rounded == NULL)
        return test;
    for (size_t i = 0; i < columns; i++) {
        rounded[i] = round(a[i]);
        rounded[columns + i] = round(b[i]);
    }
    if (read_table(rounded, rounded + columns, columns, &table)) {
        double smaller = table.sum_a < table.sum_b ? table.sum_a : table.sum_b;
        double sum = table.sum_a + table.sum_b;
        if (table.smallest * smaller / sum >= SMALLEST_EXPECTED || sum > MOST_COUNTS)
            test = chi_squared(&table);
        else
            test = table.filled == 2 ? two_columns(&table) : drawn_tables(&table, seed);
    }
    free(rounded);
    return test;
}
