#include "syntax/perceptron.h"

#include <stdlib.h>

enum { FINE = 256 /* averages are kept in steps of 1/256 until their scale is known */, MOST = 127 };

enum px_status px_perceptron_init(struct px_perceptron *perceptron, unsigned bits, struct px_error *error)
{
    size_t size = ((size_t)1 << bits) + PX_ROW_PADDING;
    *perceptron = (struct px_perceptron){.bits = bits, .size = size, .step = 1};
    perceptron->weights = calloc(size, sizeof *perceptron->weights);
    perceptron->changes = calloc(size, sizeof *perceptron->changes);
    perceptron->sums = calloc(size, sizeof *perceptron->sums);
    if (perceptron->weights != NULL && perceptron->changes != NULL && perceptron->sums != NULL)
        return PX_OK;
    px_perceptron_release(perceptron);
    return px_no_memory(error);
}

void px_perceptron_release(struct px_perceptron *perceptron)
{
    free(perceptron->weights);
    free(perceptron->changes);
    free(perceptron->sums);
    *perceptron = (struct px_perceptron){0};
}

static int64_t average(const struct px_perceptron *perceptron, size_t i)
{
    return (perceptron->weights[i] * perceptron->step - perceptron->changes[i]) * FINE / perceptron->step;
}

void px_perceptron_settle(struct px_perceptron *perceptron, const struct px_perceptron *base)
{
    for (size_t i = 0; i < perceptron->size; i++) {
        perceptron->sums[i] += average(perceptron, i);
        perceptron->weights[i] = base == NULL ? 0 : base->weights[i];
        perceptron->changes[i] = 0;
    }
    perceptron->step = 1;
}

void px_perceptron_score(const struct px_perceptron *perceptron, const uint32_t *rows, size_t count, size_t classes,
                         int32_t *sums)
{
    for (size_t i = 0; i < classes; i++)
        sums[i] = 0;
    for (size_t i = 0; i < count; i++) {
        const int32_t *row = perceptron->weights + rows[i];
        for (size_t j = 0; j < classes; j++)
            sums[j] += row[j];
    }
}

void px_perceptron_change(struct px_perceptron *perceptron, const uint32_t *rows, size_t count, size_t class,
                          int32_t change)
{
    for (size_t i = 0; i < count; i++) {
        perceptron->weights[rows[i] + class] += change;
        perceptron->changes[rows[i] + class] += perceptron->step * change;
    }
}

void px_perceptron_learn(struct px_perceptron *perceptron, const uint32_t *rows, size_t count, size_t right,
                         size_t wrong)
{
    px_perceptron_change(perceptron, rows, count, right, 1);
    px_perceptron_change(perceptron, rows, count, wrong, -1);
}

static int compare_sizes(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int64_t px_perceptron_scale(const struct px_perceptron *perceptron, unsigned share)
{
    int64_t *sizes = malloc(perceptron->size * sizeof *sizes);
    size_t count = 0;
    if (sizes == NULL)
        return 0;
    for (size_t i = 0; i < perceptron->size; i++) {
        int64_t value = perceptron->sums[i];
        if (value != 0)
            sizes[count++] = value < 0 ? -value : value;
    }
    qsort(sizes, count, sizeof *sizes, compare_sizes);
    int64_t scale = count == 0 ? 1 : sizes[count - 1 - (size_t)((uint64_t)(count - 1) * share / 1000000)];
    free(sizes);
    return scale;
}

uint8_t *px_perceptron_bytes(const struct px_perceptron *perceptron, int64_t scale)
{
    uint8_t *bytes = malloc(perceptron->size);
    for (size_t i = 0; bytes != NULL && i < perceptron->size; i++) {
        int64_t value = perceptron->sums[i] * MOST;
        value = (value + (value < 0 ? -scale / 2 : scale / 2)) / scale;
        value = value > MOST ? MOST : value < -MOST ? -MOST : value;
        bytes[i] = (uint8_t)(value + PX_WEIGHT_ZERO);
    }
    return bytes;
}
