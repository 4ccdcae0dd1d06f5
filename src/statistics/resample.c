#include <math.h>
#include <string.h>

#include "statistics/resample_plan.h"

enum { LANES = PX_RESAMPLE_LANES };

/* Of the .975 and the .8 quantile of the normal distribution: what is significant, and seen in four of five cases. */
#define DETECTED (1.959963984540054 + 0.8416212335729143)

/* Sums of numerators and denominators: of one article, or of a part of it. */
struct sums {
    double above;
    double below;
};

/* What is known of one article's indicator before any permutation. */
struct summary {
    struct sums all;
    struct sums shared; /* of the units that the permutation can move */
    double least;       /* of these units' numerators the smallest that is not 0; HUGE_VAL for none */
};

static double numerator(struct px_resample_values values, uint32_t unit)
{
    return values.numerator == NULL ? 0 : values.numerator[unit];
}

static double denominator(struct px_resample_values values, uint32_t unit)
{
    return values.denominator == NULL ? 1 : values.denominator[unit];
}

static struct summary summarise(const struct px_resample_drawn *side, struct px_resample_values values)
{
    struct summary summary = {.least = HUGE_VAL};
    for (uint32_t i = 0; i < side->units; i++) {
        double above = numerator(values, i);
        double below = denominator(values, i);
        summary.all.above += above;
        summary.all.below += below;
        summary.shared.above += side->fixed[i] ? 0 : above;
        summary.shared.below += side->fixed[i] ? 0 : below;
        if (!side->fixed[i] && above != 0)
            summary.least = fmin(summary.least, fabs(above));
    }
    return summary;
}

/* sums[r] += value · draws[r], in lanes of fixed length that a compiler can put side by side. */
static void add_unit(double *restrict sums, const uint8_t *restrict draws, double value, size_t row)
{
    for (size_t r = 0; r < row; r += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            sums[r + lane] += value * draws[r + lane];
}

enum part { NUMERATORS, DENOMINATORS };

/* Adds every unit that has a value to the sums of all replicates. */
static void add_side(const struct px_resample_drawn *side, struct px_resample_values values, enum part part,
                     double *sums, size_t row)
{
    for (uint32_t i = 0; i < side->units; i++) {
        double value = part == NUMERATORS ? numerator(values, i) : denominator(values, i);
        if (value != 0)
            add_unit(sums, side->stays + i * row, value, row);
    }
}

/* Whether the denominators are those of the call before; if not, they are remembered. */
static bool recall_denominators(struct px_resample_drawn *side, struct px_resample_values values)
{
    bool same = true;
    for (uint32_t i = 0; i < side->units; i++) {
        double value = denominator(values, i);
        same = same && side->denominator[i] == value;
        side->denominator[i] = value;
    }
    return same;
}

/* The permutation's sums in the first article; those of the denominators only when they are new. */
static void add_permuted(struct px_resample_plan *plan, struct px_resample_values first,
                         struct px_resample_values second)
{
    bool same_first = recall_denominators(&plan->first, first);
    bool same = recall_denominators(&plan->second, second) && same_first && plan->known;
    memset(plan->above, 0, sizeof *plan->above * plan->row);
    add_side(&plan->first, first, NUMERATORS, plan->above, plan->row);
    add_side(&plan->second, second, NUMERATORS, plan->above, plan->row);
    if (same)
        return;
    memset(plan->below, 0, sizeof *plan->below * plan->row);
    add_side(&plan->first, first, DENOMINATORS, plan->below, plan->row);
    add_side(&plan->second, second, DENOMINATORS, plan->below, plan->row);
    plan->known = true;
}

/* Fills plan->difference with the differences of the permuted articles inside the shared strata; NaN where one has no
 * denominator. */
static void permute(const struct px_resample_plan *plan, const struct summary *one, const struct summary *two,
                    double scale)
{
    struct sums whole = {one->shared.above + two->shared.above, one->shared.below + two->shared.below};
    struct sums fixed = {one->all.above - one->shared.above, one->all.below - one->shared.below};
    for (size_t r = 0; r < plan->replicates; r++) {
        struct sums first = {plan->above[r] - fixed.above, plan->below[r] - fixed.below};
        struct sums second = {whole.above - first.above, whole.below - first.below};
        bool both = first.below > whole.below * 1e-12 && second.below > whole.below * 1e-12;
        plan->difference[r] = both ? scale * (first.above / first.below - second.above / second.below) : NAN;
    }
}

/* p from the smaller tail, the difference seen being a tie. Differences within `slack` are ties. */
static double tail(const struct px_resample_plan *plan, double seen, double slack)
{
    size_t above = 0;
    size_t below = 0;
    size_t ties = 1;
    for (size_t r = 0; r < plan->replicates; r++) {
        double drawn = plan->difference[r];
        above += drawn > seen + slack;
        below += drawn < seen - slack;
        ties += drawn >= seen - slack && drawn <= seen + slack;
    }
    size_t less = above < below ? above : below;
    return fmin(1, (2 * (double)less + (double)ties) / (double)(above + below + ties));
}

static double variance_of(const struct px_resample_plan *plan)
{
    double mean = 0;
    double squares = 0;
    double count = 0;
    for (size_t r = 0; r < plan->replicates; r++) {
        if (isnan(plan->difference[r]))
            continue;
        double apart = plan->difference[r] - mean;
        mean += apart / ++count;
        squares += apart * (plan->difference[r] - mean);
    }
    return squares / count;
}

/* From the variance of the permuted differences what could have been seen. That of rates grows with them: a difference of
 * D adds D/2 to the pooled rate m, so that D² = c (m + D/2) with c = variance / m · DETECTED², and where nothing or too
 * little was counted c is that of a Poisson count. */
static double detectable(const struct px_resample_plan *plan, const struct summary *first, const struct summary *second,
                         enum px_ratio kind, double scale)
{
    double variance = variance_of(plan);
    if (kind != PX_RATIO_RATE)
        return variance > 0 ? DETECTED * sqrt(variance) : NAN;
    double pooled = scale * (first->shared.above + second->shared.above) / (first->shared.below + second->shared.below);
    double poisson = scale * (1 / first->shared.below + 1 / second->shared.below);
    double c = DETECTED * DETECTED * (pooled > 0 ? fmax(poisson, variance / pooled) : poisson);
    return c / 4 + sqrt(c * c / 16 + c * pooled);
}

/* Half of what it changes when the smallest numerator changes sides: nearer rates have the same counts, and are told apart
 * by the lengths of sentences alone. Shares and means have no counts. */
static double half_step(const struct summary *first, const struct summary *second, enum px_ratio kind)
{
    double least = fmin(first->least, second->least);
    return isinf(least) || kind != PX_RATIO_RATE ? 0 : least / 2 * (1 / first->shared.below + 1 / second->shared.below);
}

/* The p of the difference inside the strata that both articles have, and what could have been seen. */
static void test_difference(struct px_resample_plan *plan, const struct summary *first, const struct summary *second,
                            enum px_ratio kind, double scale, struct px_resample_result *result)
{
    if (!(first->shared.below > 0 && second->shared.below > 0))
        return;
    double one = scale * first->shared.above / first->shared.below;
    double two = scale * second->shared.above / second->shared.below;
    permute(plan, first, second, scale);
    result->p = tail(plan, one - two, scale * half_step(first, second, kind) + 1e-9 * (fabs(one) + fabs(two)));
    result->detectable = detectable(plan, first, second, kind, scale);
}

static struct px_estimate estimate(const struct px_resample_drawn *side, struct px_resample_values values,
                                   enum px_ratio kind, double scale)
{
    return px_clustered_ratio((struct px_units){values.numerator, values.denominator, side->units}, kind, scale);
}

static struct px_resample_result compare(struct px_resample_plan *plan, struct px_resample_values first,
                                         struct px_resample_values second, enum px_ratio kind, double scale)
{
    struct px_resample_result result = {.p = NAN, .detectable = NAN};
    result.a = estimate(&plan->first, first, kind, scale);
    result.b = estimate(&plan->second, second, kind, scale);
    result.difference = px_estimate_difference(result.a, result.b);
    if (!plan->movable || isnan(result.difference.value))
        return result;
    struct summary one = summarise(&plan->first, first);
    struct summary two = summarise(&plan->second, second);
    add_permuted(plan, first, second);
    test_difference(plan, &one, &two, kind, scale, &result);
    return result;
}

struct px_resample_result px_resample_apply(struct px_resample_plan *plan, struct px_resample_values a,
                                            struct px_resample_values b, enum px_ratio kind, double scale)
{
    if (!plan->exchanged)
        return compare(plan, a, b, kind, scale);
    struct px_resample_result turned = compare(plan, b, a, kind, scale);
    return (struct px_resample_result){
        .a = turned.b,
        .b = turned.a,
        .difference = px_estimate_negated(turned.difference),
        .p = turned.p,
        .detectable = turned.detectable,
    };
}
