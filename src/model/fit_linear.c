#include <math.h>
#include <stdlib.h>

#include "model/samples.h"

enum { MEMORY = 8, HALVINGS = 30 };

/* The search works on weights v for standardised features, x' = (x - mean) / deviation; the free column stands for the
 * constant. */
struct search {
    const struct px_samples *samples;
    const struct px_linear_options *options;
    size_t columns;
    double *means;
    double *deviations; /* 0: the feature never varies, and has no weight */
    double *raw;        /* weights for features as they are */
    double *v, *gradient, *next_v, *next_gradient, *direction;
    double *steps[MEMORY], *changes[MEMORY]; /* the last moves of v and of the gradient */
    double curvature[MEMORY];
    size_t moves;
};

static void measure(struct search *search)
{
    const struct px_samples *samples = search->samples;
    double weight = 0;
    for (size_t i = 0; i < samples->rows; i++) {
        const float *row = samples->values + i * samples->columns;
        weight += samples->weights[i];
        for (size_t k = 0; samples->weights[i] > 0 && k < search->columns; k++) {
            search->means[k] += samples->weights[i] * (double)row[k];
            search->deviations[k] += samples->weights[i] * (double)row[k] * (double)row[k];
        }
    }
    for (size_t k = 0; k < search->columns; k++) {
        search->means[k] /= weight;
        double variance = search->deviations[k] / weight - search->means[k] * search->means[k];
        search->deviations[k] = variance > 1e-9 ? sqrt(variance) : 0;
    }
    search->means[search->options->free_column] = 0;
    search->deviations[search->options->free_column] = 1;
}

/* Weights of features as they are, from those of standardised ones. */
static void unscale(struct search *search, const double *v)
{
    size_t free_column = search->options->free_column;
    double constant = v[free_column];
    for (size_t k = 0; k < search->columns; k++) {
        search->raw[k] = search->deviations[k] > 0 ? v[k] / search->deviations[k] : 0;
        if (k != free_column)
            constant -= search->raw[k] * search->means[k];
    }
    search->raw[free_column] = constant;
}

/* Loss and gradient at v. d loss / d v_k = sum w (p - y) (x_k - mean_k) / deviation_k + penalty v_k. */
static double evaluate(struct search *search, const double *v, double *gradient)
{
    const struct px_samples *samples = search->samples;
    size_t columns = search->columns, free_column = search->options->free_column;
    double loss = 0;
    unscale(search, v);
    for (size_t k = 0; k < columns; k++)
        gradient[k] = 0;
    for (size_t i = 0; i < samples->rows; i++) {
        const float *row = samples->values + i * columns;
        double score = 0;
        if (samples->weights[i] <= 0)
            continue;
        for (size_t k = 0; k < columns; k++)
            score += (double)row[k] * search->raw[k];
        double margin = samples->labels[i] ? score : -score;
        loss += samples->weights[i] * (margin > 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin);
        double slope = samples->weights[i] * (1 / (1 + exp(-score)) - samples->labels[i]);
        for (size_t k = 0; k < columns; k++)
            gradient[k] += slope * (double)row[k];
    }
    double constant = gradient[free_column];
    for (size_t k = 0; k < columns; k++) {
        if (k == free_column)
            continue;
        gradient[k] =
            search->deviations[k] > 0 ? (gradient[k] - search->means[k] * constant) / search->deviations[k] : 0;
        gradient[k] += search->options->penalty * v[k];
        loss += search->options->penalty / 2 * v[k] * v[k];
    }
    return loss;
}

static double product(const double *a, const double *b, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += a[i] * b[i];
    return sum;
}

/* The two loops that multiply the gradient with the inverse of the curvature seen in the last moves. */
static void find_direction(struct search *search)
{
    double alphas[MEMORY] = {0};
    size_t n = search->columns, known = search->moves < MEMORY ? search->moves : MEMORY;
    double *d = search->direction;
    for (size_t k = 0; k < n; k++)
        d[k] = -search->gradient[k];
    for (size_t i = 0; i < known; i++) {
        size_t at = (search->moves - 1 - i) % MEMORY;
        alphas[at] = product(search->steps[at], d, n) / search->curvature[at];
        for (size_t k = 0; k < n; k++)
            d[k] -= alphas[at] * search->changes[at][k];
    }
    if (known > 0) {
        size_t last = (search->moves - 1) % MEMORY;
        double scale = search->curvature[last] / product(search->changes[last], search->changes[last], n);
        for (size_t k = 0; k < n; k++)
            d[k] *= scale;
    }
    for (size_t i = known; i-- > 0;) {
        size_t at = (search->moves - 1 - i) % MEMORY;
        double beta = product(search->changes[at], d, n) / search->curvature[at];
        for (size_t k = 0; k < n; k++)
            d[k] += (alphas[at] - beta) * search->steps[at][k];
    }
}

/* Remembers the move from v to next_v and makes it; flat moves are not remembered. */
static void move(struct search *search)
{
    size_t at = search->moves % MEMORY;
    for (size_t k = 0; k < search->columns; k++) {
        search->steps[at][k] = search->next_v[k] - search->v[k];
        search->changes[at][k] = search->next_gradient[k] - search->gradient[k];
        search->v[k] = search->next_v[k];
        search->gradient[k] = search->next_gradient[k];
    }
    search->curvature[at] = product(search->steps[at], search->changes[at], search->columns);
    search->moves += search->curvature[at] > 1e-12;
}

/* Goes along the direction until the loss falls as it should (Armijo); false when it does not fall any more. */
static bool take_step(struct search *search, double *loss)
{
    double slope = product(search->gradient, search->direction, search->columns);
    double length = search->moves == 0 ? 1 / (1 + sqrt(-slope)) : 1;
    for (int i = 0; i < HALVINGS && slope < 0; i++, length /= 2) {
        for (size_t k = 0; k < search->columns; k++)
            search->next_v[k] = search->v[k] + length * search->direction[k];
        double next = evaluate(search, search->next_v, search->next_gradient);
        if (next > *loss + 1e-4 * length * slope)
            continue;
        bool still = *loss - next < 1e-7 * *loss;
        *loss = next;
        move(search);
        return !still;
    }
    return false;
}

static bool take_room(struct search *search, double *room)
{
    size_t n = search->columns;
    double **arrays[] = {&search->means,    &search->deviations, &search->raw,           &search->v,
                         &search->gradient, &search->next_v,     &search->next_gradient, &search->direction};
    size_t count = sizeof arrays / sizeof *arrays;
    for (size_t i = 0; i < count; i++)
        *arrays[i] = room + i * n;
    for (size_t i = 0; i < MEMORY; i++) {
        search->steps[i] = room + (count + 2 * i) * n;
        search->changes[i] = room + (count + 2 * i + 1) * n;
    }
    return true;
}

/* Rounds to whole steps and leaves out what is 0. */
static enum px_status give(const struct search *search, struct px_arena *arena, struct px_linear *linear,
                           struct px_error *error)
{
    *linear = (struct px_linear){.weights = px_arena_array(arena, struct px_linear_weight, search->columns)};
    if (linear->weights == NULL)
        return px_no_memory(error);
    for (size_t k = 0; k < search->columns; k++) {
        int32_t steps = (int32_t)lround(search->raw[k] * PX_LINEAR_STEPS);
        if (steps != 0)
            linear->weights[linear->count++] = (struct px_linear_weight){(uint32_t)k, steps};
    }
    return PX_OK;
}

enum px_status px_fit_linear(const struct px_samples *samples, const struct px_linear_options *options,
                             struct px_arena *arena, struct px_linear *linear, struct px_error *error)
{
    struct search search = {.samples = samples, .options = options, .columns = samples->columns};
    double positive, negative;
    *linear = (struct px_linear){0};
    enum px_status status = px_samples_weigh(samples, &positive, &negative, error);
    if (status != PX_OK)
        return status;
    double *room = calloc((8 + 2 * MEMORY) * samples->columns, sizeof *room);
    if (room == NULL || !take_room(&search, room)) {
        free(room);
        return px_no_memory(error);
    }
    measure(&search);
    double loss = evaluate(&search, search.v, search.gradient);
    for (size_t pass = 0; pass < options->passes; pass++) {
        find_direction(&search);
        if (!take_step(&search, &loss))
            break;
    }
    unscale(&search, search.v);
    status = give(&search, arena, linear, error);
    free(room);
    return status;
}
