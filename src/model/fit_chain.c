#include "model/fit_chain.h"

#include <math.h>
#include <stdlib.h>

#include "base/table.h"

static const float smallest = 1e-3F; /* a gradient that is less than this teaches nothing */

struct fit {
    const struct px_chain_samples *samples;
    float *weights, *weight_squares;
    float *steps, *step_squares;
    float *weight_sums, *step_sums; /* over passes that are averaged; NULL: none are */
    float *pairs;                   /* gradient of the steps */
    float *scores;
    float *items; /* gradient of the scores */
    double *work;
    uint32_t *order;
    uint8_t *touched; /* by class */
    struct px_chain chain;
    struct px_arena arena;
    double rate;
    double penalty;
};

void px_chain_score(const struct px_chain_samples *samples, const float *weights, size_t item, float *scores)
{
    uint32_t labels = samples->label_count;
    for (uint32_t l = 0; l < labels; l++)
        scores[l] = 0;
    for (size_t k = samples->first[item]; k < samples->first[item + 1]; k++) {
        if (samples->features[k] == PX_NONE)
            continue;
        const float *row = weights + (size_t)samples->features[k] * labels;
        for (uint32_t l = 0; l < labels; l++)
            scores[l] += row[l];
    }
}

/* The score of the labelling itself. */
static double score_labels(const struct px_chain *chain, const struct px_chain_sequence *sequence)
{
    double sum = 0;
    for (size_t i = 0; i < sequence->count; i++) {
        uint8_t label = sequence->labels[i];
        uint32_t before = i == 0 ? chain->labels : sequence->labels[i - 1];
        sum += (double)sequence->scores[i * chain->labels + label] +
               (double)chain->weights[px_chain_row(chain, sequence->bounds[i], before) + label];
    }
    return sum;
}

/* Adds the gradient of the pairs that end at the item with the label l. */
static void add_pairs(const struct px_chain *chain, const struct px_chain_sequence *sequence,
                      const struct px_chain_sums *sums, size_t i, uint32_t l, float *pairs)
{
    uint32_t n = chain->labels;
    const double *before = sums->ahead + (i - 1) * n;
    for (uint32_t p = 0; p < n; p++) {
        size_t at = px_chain_row(chain, sequence->bounds[i], p) + l;
        double share =
            before[p] * chain->factors[at] * sums->emission[i * n + l] * sums->behind[i * n + l] / sums->scale[i];
        pairs[at] += (float)((sequence->labels[i] == l && sequence->labels[i - 1] == p) - share);
    }
}

/* d log p / d score is 1 for the label that is there, less the share of each; the same for pairs. */
double px_chain_gradient(const struct px_chain *chain, const struct px_chain_sequence *sequence, double *work,
                         float *items, float *pairs)
{
    uint32_t n = chain->labels;
    struct px_chain_sums sums;
    double total = px_chain_sum(chain, sequence->scores, sequence->bounds, sequence->count, work, &sums);
    for (size_t i = 0; i < sequence->count; i++)
        for (uint32_t l = 0; l < n; l++) {
            double share = sums.ahead[i * n + l] * sums.behind[i * n + l];
            items[i * n + l] = (float)((sequence->labels[i] == l) - share);
            if (i == 0)
                pairs[px_chain_row(chain, sequence->bounds[0], n) + l] += items[l];
            else
                add_pairs(chain, sequence, &sums, i, l, pairs);
        }
    return score_labels(chain, sequence) - total;
}

static void learn_items(struct fit *fit, size_t first, size_t count)
{
    const struct px_chain_samples *samples = fit->samples;
    uint32_t labels = samples->label_count;
    float rate = (float)fit->rate, penalty = (float)fit->penalty;
    for (size_t i = 0; i < count; i++) {
        const float *gradient = fit->items + i * labels;
        bool teaches = false;
        for (uint32_t l = 0; l < labels; l++)
            teaches = teaches || fabsf(gradient[l]) > smallest;
        if (!teaches)
            continue;
        for (size_t k = samples->first[first + i]; k < samples->first[first + i + 1]; k++) {
            if (samples->features[k] == PX_NONE)
                continue;
            float *row = fit->weights + (size_t)samples->features[k] * labels;
            float *squares = fit->weight_squares + (size_t)samples->features[k] * labels;
            for (uint32_t l = 0; l < labels; l++) {
                float slope = gradient[l] - penalty * row[l];
                squares[l] += slope * slope;
                row[l] += rate * slope / sqrtf(1 + squares[l]);
            }
        }
    }
}

/* Moves the steps of the classes that the sequence crosses, and clears their gradients. */
static void learn_steps(struct fit *fit, const uint16_t *bounds, size_t count)
{
    struct px_chain *chain = &fit->chain;
    for (size_t i = 0; i < count; i++)
        fit->touched[bounds[i]] = 1;
    for (uint32_t class = 0; class < chain->classes; class ++) {
        if (!fit->touched[class])
            continue;
        size_t end = px_chain_row(chain, class + 1, 0);
        for (size_t at = px_chain_row(chain, class, 0); at < end; at++) {
            float slope = fit->pairs[at];
            fit->pairs[at] = 0;
            if (fabsf(slope) < smallest)
                continue;
            slope -= (float)fit->penalty * fit->steps[at];
            fit->step_squares[at] += slope * slope;
            fit->steps[at] += (float)fit->rate * slope / sqrtf(1 + fit->step_squares[at]);
        }
        px_chain_refresh(chain, class);
        fit->touched[class] = 0;
    }
}

static double learn_sequence(struct fit *fit, struct px_span sequence)
{
    const struct px_chain_samples *samples = fit->samples;
    size_t first = sequence.start, count = sequence.end - sequence.start;
    for (size_t i = 0; i < count; i++)
        px_chain_score(samples, fit->weights, first + i, fit->scores + i * samples->label_count);
    const struct px_chain_sequence it = {fit->scores, samples->bounds + first, samples->labels + first, count};
    double likelihood = px_chain_gradient(&fit->chain, &it, fit->work, fit->items, fit->pairs);
    learn_items(fit, first, count);
    learn_steps(fit, samples->bounds + first, count);
    return likelihood;
}

/* Fisher and Yates, over a splitmix64 generator. */
static void shuffle(uint32_t *order, size_t count, uint64_t *state)
{
    for (size_t i = count; i > 1; i--) {
        *state += 0x9E3779B97F4A7C15u;
        uint64_t z = *state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        size_t j = (size_t)((z ^ (z >> 31)) % i);
        uint32_t other = order[j];
        order[j] = order[i - 1];
        order[i - 1] = other;
    }
}

/* Adds what the pass left to the sums. */
static void add_to(float *sums, const float *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sums[i] += values[i];
}

static void take_mean(float *values, const float *sums, size_t count, unsigned passes)
{
    for (size_t i = 0; i < count; i++)
        values[i] = sums[i] / (float)passes;
}

static bool start(struct fit *fit, const struct px_chain_samples *samples, bool averaged)
{
    size_t longest = 1, labels = samples->label_count;
    size_t steps = px_chain_size(samples->label_count, samples->class_count);
    for (size_t i = 0; i < samples->sequence_count; i++) {
        size_t length = samples->sequences[i].end - samples->sequences[i].start;
        longest = length > longest ? length : longest;
    }
    struct px_arena *arena = &fit->arena;
    if (!px_chain_init(&fit->chain, samples->label_count, samples->class_count, fit->steps, arena))
        return false;
    fit->weight_squares = px_arena_array(arena, float, samples->columns *labels + 1);
    fit->step_squares = px_arena_array(arena, float, steps + 1);
    fit->pairs = px_arena_array(arena, float, steps + 1);
    if (averaged) {
        fit->weight_sums = px_arena_array(arena, float, samples->columns *labels + 1);
        fit->step_sums = px_arena_array(arena, float, steps + 1);
        if (fit->weight_sums == NULL || fit->step_sums == NULL)
            return false;
    }
    fit->scores = px_arena_array(arena, float, longest *labels);
    fit->items = px_arena_array(arena, float, longest *labels);
    fit->work = px_arena_array(arena, double, px_chain_room(&fit->chain, longest));
    fit->order = px_arena_array(arena, uint32_t, samples->sequence_count + 1);
    fit->touched = px_arena_array(arena, uint8_t, samples->class_count + 1);
    for (uint32_t i = 0; fit->order != NULL && i < samples->sequence_count; i++)
        fit->order[i] = i;
    return fit->weight_squares != NULL && fit->step_squares != NULL && fit->pairs != NULL && fit->scores != NULL &&
           fit->items != NULL && fit->work != NULL && fit->order != NULL && fit->touched != NULL;
}

/* Once over all sequences, in a new order; the mean likelihood of an item. */
static double learn_pass(struct fit *fit, uint64_t *state)
{
    const struct px_chain_samples *samples = fit->samples;
    double sum = 0, items = 0;
    shuffle(fit->order, samples->sequence_count, state);
    for (size_t i = 0; i < samples->sequence_count; i++) {
        struct px_span sequence = samples->sequences[fit->order[i]];
        if (sequence.end > sequence.start)
            sum += learn_sequence(fit, sequence);
        items += sequence.end - sequence.start;
    }
    return items == 0 ? 0 : sum / items;
}

enum px_status px_fit_chain(const struct px_chain_samples *samples, const struct px_chain_fit_options *options,
                            float *weights, float *steps, double *likelihood, struct px_error *error)
{
    struct fit fit = {
        .samples = samples, .weights = weights, .steps = steps, .rate = options->rate, .penalty = options->penalty};
    uint64_t state = options->seed;
    double mean = 0;
    if (samples->label_count > PX_CHAIN_LABELS)
        return px_error_set(error, PX_ERROR_USAGE, "more than %d labels", PX_CHAIN_LABELS);
    unsigned averaged = options->averaged > options->passes ? options->passes : options->averaged;
    size_t weight_count = (size_t)samples->columns * samples->label_count;
    size_t step_count = px_chain_size(samples->label_count, samples->class_count);
    enum px_status status = start(&fit, samples, averaged > 1) ? PX_OK : px_no_memory(error);
    for (unsigned pass = 0; status == PX_OK && pass < options->passes; pass++) {
        mean = learn_pass(&fit, &state);
        fit.rate *= options->decay;
        if (averaged > 1 && pass + averaged >= options->passes) {
            add_to(fit.weight_sums, weights, weight_count);
            add_to(fit.step_sums, steps, step_count);
        }
    }
    if (status == PX_OK && averaged > 1) {
        take_mean(weights, fit.weight_sums, weight_count, averaged);
        take_mean(steps, fit.step_sums, step_count, averaged);
    }
    if (likelihood != NULL)
        *likelihood = mean;
    px_arena_release(&fit.arena);
    return status;
}
