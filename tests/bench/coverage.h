/* Simulated articles, and how often intervals hold the truth: shared by the benchmark and the test of coverage. */
#ifndef PX_BENCH_COVERAGE_H
#define PX_BENCH_COVERAGE_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "statistics/diversity.h"
#include "statistics/events.h"
#include "statistics/random.h"
#include "statistics/resample.h"
#include "statistics/verdict.h"

enum coverage_kind {
    COVERAGE_RATE,
    COVERAGE_SHARE,
    COVERAGE_MEAN,
    COVERAGE_VOICED /* a rate out of the words of others, 40 % of all */
};
#define COVERAGE_OTHERS .4

struct coverage_cell {
    enum coverage_kind kind;
    size_t words;     /* of an article, about */
    double figure[2]; /* the truth: hits per 1,000 words (of those counted), or a share; of a mean, not used */
    int pairs;
    double held, difference_held; /* of the pairs that have an interval */
    double too_few;               /* of all pairs: fewer occurrences than a verdict needs */
    double width, difference_width;
};

enum { COVERAGE_SENTENCES = 400, COVERAGE_REPLICATES = 1000 };
#define COVERAGE_MEAN_WORDS 22.

struct coverage_article {
    double above[COVERAGE_SENTENCES];
    double below[COVERAGE_SENTENCES];
    size_t sentences;
    double occurrences;
};

static inline double coverage_uniform(struct px_random *random)
{
    return (px_random_below(random, UINT32_MAX) + .5) / UINT32_MAX;
}

static inline double coverage_normal(struct px_random *random)
{
    return sqrt(-2 * log(coverage_uniform(random))) * cos(6.283185307179586 * coverage_uniform(random));
}

/* Knuth's product of uniforms; means are small here. */
static inline double coverage_poisson(struct px_random *random, double mean)
{
    double count = -1;
    for (double left = exp(mean); left >= 1; left *= coverage_uniform(random))
        count++;
    return count;
}

/* A gamma variable of shape 2 and mean 1: the mean of four squared normals. Clumped hits of news sentences have shapes of
 * 4 and more. */
static inline double coverage_clump(struct px_random *random)
{
    double sum = 0;
    for (int i = 0; i < 4; i++) {
        double normal = coverage_normal(random);
        sum += normal * normal;
    }
    return sum / 4;
}

/* Lognormal with mean 22 and standard deviation 10, at least one word. */
static inline double coverage_length(struct px_random *random)
{
    double spread = log(1 + 100 / (COVERAGE_MEAN_WORDS * COVERAGE_MEAN_WORDS));
    return fmax(1, round(COVERAGE_MEAN_WORDS * exp(sqrt(spread) * coverage_normal(random) - spread / 2)));
}

/* Whole for one half of the quoted sentences, uniform .3 to 1 for the other: .825 of a quoted sentence on average. */
static inline double coverage_quoted(struct px_random *random, double share, double words)
{
    if (coverage_uniform(random) >= share / .825)
        return 0;
    return coverage_uniform(random) < .5 ? words : words * (.3 + .7 * coverage_uniform(random));
}

static inline bool coverage_is_rate(const struct coverage_cell *cell)
{
    return cell->kind == COVERAGE_RATE || cell->kind == COVERAGE_VOICED;
}

static inline void coverage_article(struct px_random *random, const struct coverage_cell *cell, double figure,
                                    struct coverage_article *article)
{
    article->sentences = (size_t)((double)cell->words / COVERAGE_MEAN_WORDS);
    article->occurrences = 0;
    for (size_t i = 0; i < article->sentences; i++) {
        double words = coverage_length(random);
        double clump = coverage_clump(random);
        words = cell->kind == COVERAGE_VOICED ? coverage_quoted(random, COVERAGE_OTHERS, words) : words;
        article->below[i] = cell->kind == COVERAGE_MEAN ? 1 : words;
        if (cell->kind == COVERAGE_MEAN)
            article->above[i] = words;
        else if (coverage_is_rate(cell))
            article->above[i] = coverage_poisson(random, figure / 1000 * words * clump);
        else
            article->above[i] = coverage_quoted(random, figure, words);
        article->occurrences += article->above[i];
    }
}

static inline bool coverage_holds(struct px_estimate estimate, double truth)
{
    return estimate.low <= truth && truth <= estimate.high;
}

/* Draws the cell's pair of that number and compares it; false when memory is out. */
static inline bool coverage_compare(struct px_random *random, const struct coverage_cell *cell, int number,
                                    struct coverage_article articles[2], struct px_arena *arena,
                                    struct px_resample_result *result)
{
    struct px_resample_side sides[2];
    struct px_resample_plan *plan;
    struct px_resample_values values[2];
    for (int a = 0; a < 2; a++) {
        coverage_article(random, cell, cell->figure[a], &articles[a]);
        sides[a] =
            (struct px_resample_side){.units = articles[a].sentences, .seed = 2 * (uint64_t)number + (uint64_t)a};
        values[a] = (struct px_resample_values){articles[a].above, articles[a].below};
    }
    px_arena_clear(arena);
    if (px_resample_plan(&sides[0], &sides[1], COVERAGE_REPLICATES, arena, &plan, NULL) != PX_OK)
        return false;
    static const enum px_ratio ratios[] = {PX_RATIO_RATE, PX_RATIO_SHARE, PX_RATIO_MEAN, PX_RATIO_RATE};
    *result = px_resample_apply(plan, values[0], values[1], ratios[cell->kind], coverage_is_rate(cell) ? 1000 : 1);
    return true;
}

/* Fills in what is measured; false when memory is out. */
static inline bool coverage_measure(struct coverage_cell *cell)
{
    struct px_arena arena = {0};
    struct px_random *random = NULL;
    struct coverage_article articles[2];
    double truth[2] = {cell->figure[0], cell->figure[1]};
    int measured = 0;
    bool ready = px_random_new(7, &random, NULL) == PX_OK;
    if (cell->kind == COVERAGE_MEAN)
        truth[0] = truth[1] = COVERAGE_MEAN_WORDS;
    for (int i = 0; ready && i < cell->pairs; i++) {
        struct px_resample_result result;
        ready = coverage_compare(random, cell, i, articles, &arena, &result);
        if (!ready)
            break;
        cell->too_few += articles[0].occurrences + articles[1].occurrences < PX_VERDICT_FEWEST;
        measured += !isnan(result.difference.low);
        cell->held += coverage_holds(result.a, truth[0]);
        cell->difference_held += coverage_holds(result.difference, truth[0] - truth[1]);
        cell->width += result.a.high - result.a.low;
        cell->difference_width += result.difference.high - result.difference.low;
    }
    cell->held /= measured;
    cell->difference_held /= measured;
    cell->width /= measured;
    cell->difference_width /= measured;
    cell->too_few /= cell->pairs;
    px_arena_release(&arena);
    px_random_free(random);
    return ready;
}

enum { COVERAGE_GROUPS = 12 };

/* How often the interval of the normalised entropy of `mentions` by `groups` speakers, the i-th of whom has a weight of
 * i^-steep, holds the true one. */
static inline double coverage_entropy(struct px_random *random, size_t groups, double steep, int mentions, int samples)
{
    double weights[COVERAGE_GROUPS];
    double sum = 0;
    double truth = 0;
    int held = 0;
    for (size_t i = 0; i < groups; i++)
        sum += weights[i] = pow((double)(i + 1), -steep);
    for (size_t i = 0; i < groups; i++)
        truth -= weights[i] / sum * log(weights[i] / sum) / log((double)groups);
    for (int sample = 0; sample < samples; sample++) {
        double counts[COVERAGE_GROUPS] = {0};
        for (int i = 0; i < mentions; i++) {
            double at = sum * coverage_uniform(random);
            size_t group = 0;
            while (group + 1 < groups && at > weights[group])
                at -= weights[group++];
            counts[group]++;
        }
        held += coverage_holds(px_diversity_entropy(counts, groups), fmin(truth, 1));
    }
    return (double)held / samples;
}

/* Differences of events whose true mean is 0. */
enum coverage_spread {
    COVERAGE_NORMAL,
    COVERAGE_SKEWED, /* lognormal less its mean */
    COVERAGE_HEAVY,  /* the difference of two of them */
    COVERAGE_SPREADS
};

/* How often the interval of their mean holds 0, and how often p <= .05; NaN when memory is out. */
static inline double coverage_events(struct px_random *random, size_t events, enum coverage_spread spread, int samples,
                                     double *alarms)
{
    double numbers[128];
    int held = 0;
    *alarms = 0;
    for (int sample = 0; sample < samples; sample++) {
        struct px_across across;
        for (size_t i = 0; i < events; i++) {
            double normal = coverage_normal(random);
            numbers[i] = spread == COVERAGE_NORMAL ? normal : exp(.8 * normal) - exp(.32);
            if (spread == COVERAGE_HEAVY)
                numbers[i] -= exp(.8 * coverage_normal(random)) - exp(.32);
        }
        if (px_events_across(numbers, events, (uint64_t)sample, &across, NULL) != PX_OK)
            return NAN;
        held += coverage_holds(across.mean, 0);
        *alarms += across.p <= .05;
    }
    *alarms /= samples;
    return (double)held / samples;
}

/* What is called detectable at p <= `level` in pairs that do not differ, on average, and how often a difference of that size
 * is found. False when memory is out. */
static inline bool coverage_detectable(struct px_random *random, struct coverage_cell *cell, double level,
                                       double *detectable, double *found)
{
    struct px_arena arena = {0};
    struct coverage_article articles[2];
    double sum[2] = {0, 0};
    int known = 0;
    bool ready = true;
    *detectable = NAN;
    cell->figure[1] = cell->figure[0];
    for (int i = 0; ready && i < 2 * cell->pairs; i++) {
        struct px_resample_result result;
        if (i == cell->pairs)
            cell->figure[0] += *detectable = sum[0] / known;
        ready = coverage_compare(random, cell, i, articles, &arena, &result);
        if (!ready)
            break;
        double here = px_resample_detectable(result.power, level);
        known += i < cell->pairs && !isnan(here);
        sum[0] += i < cell->pairs && !isnan(here) ? here : 0;
        sum[1] += i >= cell->pairs && result.p <= level;
    }
    *found = sum[1] / cell->pairs;
    px_arena_release(&arena);
    return ready;
}

#endif
