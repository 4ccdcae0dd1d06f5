#include "statistics/confusion.h"

#include <math.h>
#include <stdlib.h>

#include "statistics/percentile.h"
#include "statistics/random.h"

enum { REPLICATES = 1000, FIGURES = 4 };

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : NAN;
}

static double f1_of(double right, double errors)
{
    return right > 0 ? 2 * right / (2 * right + errors) : 0;
}

double px_confusion_f1(const struct px_confusion *counts)
{
    return f1_of(counts->right, counts->wrong + counts->missed);
}

double px_confusion_macro_f1(const struct px_confusion *counts)
{
    double errors = counts->wrong + counts->missed;
    return (f1_of(counts->right, errors) + f1_of(counts->left, errors)) / 2;
}

void px_confusion_add(struct px_confusion *sum, const struct px_confusion *counts)
{
    sum->right += counts->right;
    sum->wrong += counts->wrong;
    sum->missed += counts->missed;
    sum->left += counts->left;
}

static void measure(const struct px_confusion *sum, double figures[FIGURES])
{
    figures[0] = ratio(sum->right, sum->right + sum->wrong);
    figures[1] = ratio(sum->right, sum->right + sum->missed);
    figures[2] = px_confusion_f1(sum);
    figures[3] = px_confusion_macro_f1(sum);
}

/* Draws the replicates, one row a figure; those without a value are left out of their row. */
static enum px_status draw(const struct px_confusion *units, size_t count, struct px_random *random,
                           struct px_estimate *const estimates[FIGURES], struct px_error *error)
{
    size_t wanted = px_percentile_replicates(REPLICATES, count);
    size_t kept[FIGURES] = {0};
    double *rows = malloc(sizeof *rows * wanted * FIGURES);
    if (rows == NULL)
        return px_no_memory(error);
    for (size_t r = 0; r < wanted; r++) {
        struct px_confusion sum = {0};
        double figures[FIGURES];
        for (size_t i = 0; i < count; i++)
            px_confusion_add(&sum, &units[px_random_below(random, (uint32_t)count)]);
        measure(&sum, figures);
        for (size_t k = 0; k < FIGURES; k++)
            if (!isnan(figures[k]))
                rows[k * wanted + kept[k]++] = figures[k];
    }
    for (size_t k = 0; k < FIGURES; k++)
        if (kept[k] >= wanted - wanted / 20)
            px_percentile_interval(rows + k * wanted, kept[k], estimates[k]);
    free(rows);
    return PX_OK;
}

enum px_status px_confusion_scores(const struct px_confusion *units, size_t count, uint64_t seed,
                                   struct px_confusion_scores *scores, struct px_error *error)
{
    struct px_estimate *const estimates[FIGURES] = {&scores->precision, &scores->recall, &scores->f1,
                                                    &scores->macro_f1};
    struct px_random *random = NULL;
    double figures[FIGURES];
    *scores = (struct px_confusion_scores){0};
    for (size_t i = 0; i < count; i++)
        px_confusion_add(&scores->sum, &units[i]);
    measure(&scores->sum, figures);
    for (size_t k = 0; k < FIGURES; k++)
        *estimates[k] = (struct px_estimate){figures[k], NAN, NAN};
    if (count < 2 || count > UINT32_MAX)
        return PX_OK;
    enum px_status status = px_random_new(seed, &random, error);
    if (status == PX_OK)
        status = draw(units, count, random, estimates, error);
    px_random_free(random);
    return status;
}
