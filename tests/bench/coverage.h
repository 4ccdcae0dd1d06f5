/* Simulated articles, and how often intervals hold the truth: shared by the benchmark and the test of coverage. */
#ifndef PX_BENCH_COVERAGE_H
#define PX_BENCH_COVERAGE_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "statistics/random.h"
#include "statistics/resample.h"
#include "statistics/verdict.h"

enum coverage_kind { COVERAGE_RATE, COVERAGE_SHARE, COVERAGE_MEAN };

struct coverage_cell {
    enum coverage_kind kind;
    size_t words;     /* of an article, about */
    double figure[2]; /* the truth: hits per 1,000 words, or a share; of a mean, not used */
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

static inline void coverage_article(struct px_random *random, const struct coverage_cell *cell, double figure,
                                    struct coverage_article *article)
{
    article->sentences = (size_t)((double)cell->words / COVERAGE_MEAN_WORDS);
    article->occurrences = 0;
    for (size_t i = 0; i < article->sentences; i++) {
        double words = coverage_length(random);
        double clump = coverage_clump(random);
        article->below[i] = cell->kind == COVERAGE_MEAN ? 1 : words;
        if (cell->kind == COVERAGE_MEAN)
            article->above[i] = words;
        else if (cell->kind == COVERAGE_RATE)
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
        struct px_resample_side sides[2];
        struct px_resample_plan *plan;
        struct px_resample_values values[2];
        for (int a = 0; a < 2; a++) {
            coverage_article(random, cell, cell->figure[a], &articles[a]);
            sides[a] = (struct px_resample_side){.units = articles[a].sentences, .seed = 2 * (uint64_t)i + (uint64_t)a};
            values[a] = (struct px_resample_values){articles[a].above, articles[a].below};
        }
        px_arena_clear(&arena);
        ready = px_resample_plan(&sides[0], &sides[1], COVERAGE_REPLICATES, &arena, &plan, NULL) == PX_OK;
        if (!ready)
            break;
        struct px_resample_result result = px_resample_apply(plan, values[0], values[1], (enum px_ratio)cell->kind,
                                                             cell->kind == COVERAGE_RATE ? 1000 : 1);
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

#endif
