#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "statistics/quiet.h"
#include "statistics/resample_plan.h"

enum { LANES = PX_RESAMPLE_LANES, STEPS = 500 };

#define SEEN .8       /* of the cases a difference that is called detectable shows in */
#define DIFFERENT .05 /* p of figures that are not taken together */

/* Sums of numerators and denominators: of one article, or of a part of it. */
struct sums {
    double above;
    double below;
};

/* What is known of one article's indicator before any permutation. */
struct summary {
    struct sums all;
    struct sums shared; /* of the units that the permutation can move */
    double squares;     /* of these units' denominators */
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
        summary.squares += side->fixed[i] ? 0 : below * below;
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

/* V of the figure. */
static double spread_at(enum px_ratio kind, double figure)
{
    return kind == PX_RATIO_RATE ? figure : kind == PX_RATIO_SHARE ? figure * (1 - figure) : 1;
}

/* What is known of the permuted differences. Where nothing was counted, hits are taken to stand alone, and the units of
 * a share to be whole or not at all. */
static struct px_resample_power power_of(const struct px_resample_plan *plan, const struct summary *first,
                                         const struct summary *second, enum px_ratio kind, double scale, double p)
{
    double one = scale * first->shared.above / first->shared.below;
    double two = scale * second->shared.above / second->shared.below;
    double below = first->shared.below + second->shared.below;
    double pooled = scale * (first->shared.above + second->shared.above) / below;
    double squares = first->squares + second->squares;
    struct px_resample_power power = {
        .kind = kind,
        .base = p <= DIFFERENT ? fmin(one, two) : pooled,
        .alone = scale * (1 / first->shared.below + 1 / second->shared.below),
        .clump = squares / below / scale / 2,
    };
    double spread = spread_at(kind, pooled);
    if (spread > 0)
        power.variance = variance_of(plan) / spread;
    else if (kind == PX_RATIO_SHARE)
        power.variance = first->squares / (first->shared.below * first->shared.below) +
                         second->squares / (second->shared.below * second->shared.below);
    return power;
}

/* Shares stand nearer to a half with a difference on them, whichever way it goes. */
static double stand_on(const struct px_resample_power *power, double difference)
{
    if (power->kind != PX_RATIO_SHARE)
        return power->base + difference / 2;
    return fmin(.5, fmin(power->base, 1 - power->base) + difference / 2);
}

double px_resample_detectable(struct px_resample_power power, double level)
{
    px_quiet_gsl();
    double z = gsl_cdf_ugaussian_Qinv(level / 2) + gsl_cdf_ugaussian_Qinv(1 - SEEN);
    double difference = 0;
    double before;
    int steps = 0;
    do {
        before = difference;
        double figure = stand_on(&power, difference);
        double variance = power.variance;
        if (power.kind == PX_RATIO_RATE)
            variance = fmax(variance, power.alone * (1 + power.clump * figure));
        /* Of nothing a step leads to nothing: half a hit stands for it. */
        double spread = spread_at(power.kind, figure);
        difference = z * sqrt(variance * (spread > 0 ? spread : 1 / variance));
    } while (fabs(difference - before) > 1e-9 * difference && ++steps < STEPS);
    bool possible = isfinite(difference) && (power.kind != PX_RATIO_SHARE || difference <= 1);
    return difference > 0 && steps < STEPS && possible ? difference : NAN;
}

/* Half of what it changes when the smallest numerator changes sides: nearer rates have the same counts, and are told
 * apart by the lengths of sentences alone. Shares and means have no counts. */
static double half_step(const struct summary *first, const struct summary *second, enum px_ratio kind)
{
    double least = fmin(first->least, second->least);
    return isinf(least) || kind != PX_RATIO_RATE ? 0 : least / 2 * (1 / first->shared.below + 1 / second->shared.below);
}

/* The p of the difference inside the strata that both articles have; NaN where one has no denominator there. */
static double test_difference(struct px_resample_plan *plan, const struct summary *first, const struct summary *second,
                              enum px_ratio kind, double scale)
{
    if (!(first->shared.below > 0 && second->shared.below > 0))
        return NAN;
    double one = scale * first->shared.above / first->shared.below;
    double two = scale * second->shared.above / second->shared.below;
    permute(plan, first, second, scale);
    return tail(plan, one - two, scale * half_step(first, second, kind) + 1e-9 * (fabs(one) + fabs(two)));
}

static struct px_estimate estimate(const struct px_resample_drawn *side, struct px_resample_values values,
                                   enum px_ratio kind, double scale)
{
    return px_clustered_ratio((struct px_units){values.numerator, values.denominator, side->units}, kind, scale);
}

static struct px_resample_result compare(struct px_resample_plan *plan, struct px_resample_values first,
                                         struct px_resample_values second, enum px_ratio kind, double scale)
{
    struct px_resample_result result = {.p = NAN};
    result.a = estimate(&plan->first, first, kind, scale);
    result.b = estimate(&plan->second, second, kind, scale);
    result.difference = px_estimate_difference(result.a, result.b);
    if (!plan->movable || isnan(result.difference.value))
        return result;
    struct summary one = summarise(&plan->first, first);
    struct summary two = summarise(&plan->second, second);
    add_permuted(plan, first, second);
    result.p = test_difference(plan, &one, &two, kind, scale);
    if (!isnan(result.p))
        result.power = power_of(plan, &one, &two, kind, scale, result.p);
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
        .power = turned.power,
    };
}

double px_resample_p(struct px_resample_plan *plan, struct px_resample_values a, struct px_resample_values b,
                     enum px_ratio kind, double scale)
{
    struct px_resample_values first = plan->exchanged ? b : a, second = plan->exchanged ? a : b;
    if (!plan->movable)
        return NAN;
    struct summary one = summarise(&plan->first, first), two = summarise(&plan->second, second);
    add_permuted(plan, first, second);
    return test_difference(plan, &one, &two, kind, scale);
}
