#include <math.h>
#include <string.h>

#include "statistics/percentile.h"
#include "statistics/random.h"
#include "statistics/rate.h"
#include "statistics/resample_plan.h"

enum { LANES = PX_RESAMPLE_LANES };

/* What is known of one article's indicator before any resampling. */
struct summary {
    double above;
    double below;
    double shared_above; /* the same of the units that the permutation can move */
    double shared_below;
    double least;       /* of these units' numerators the smallest that is not 0; HUGE_VAL for none */
    size_t informative; /* units with a denominator */
    bool certain;       /* no numerator at all, or every numerator its denominator: nothing for the bootstrap to see */
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
    size_t empty = 0;
    size_t full = 0;
    for (uint32_t i = 0; i < side->units; i++) {
        double above = numerator(values, i);
        double below = denominator(values, i);
        summary.above += above;
        summary.below += below;
        summary.shared_above += side->fixed[i] ? 0 : above;
        summary.shared_below += side->fixed[i] ? 0 : below;
        if (!side->fixed[i] && above != 0)
            summary.least = fmin(summary.least, fabs(above));
        summary.informative += below != 0;
        empty += above == 0;
        full += above == below;
    }
    summary.certain = empty == side->units || full == side->units;
    return summary;
}

static bool has_rate(const struct summary *summary)
{
    return isfinite(summary->above) && isfinite(summary->below) && summary->below > 0;
}

/* sums[r] += value · draws[r], in lanes of fixed length that a compiler can put side by side. */
static void add_unit(double *restrict sums, const uint8_t *restrict draws, double value, size_t row)
{
    for (size_t r = 0; r < row; r += LANES)
        for (size_t lane = 0; lane < LANES; lane++)
            sums[r + lane] += value * draws[r + lane];
}

enum part { NUMERATORS, DENOMINATORS };

/* Adds every unit that has a value to the sums of all replicates. `draws` is the side's times or stays. */
static void add_side(const struct px_resample_drawn *side, struct px_resample_values values, enum part part,
                     const uint8_t *draws, double *sums, size_t row)
{
    for (uint32_t i = 0; i < side->units; i++) {
        double value = part == NUMERATORS ? numerator(values, i) : denominator(values, i);
        if (value != 0)
            add_unit(sums, draws + i * row, value, row);
    }
}

static void clear_sums(double *sums, size_t row)
{
    memset(sums, 0, sizeof *sums * row);
}

/* Whether the denominators are those of the call before; if not, they are remembered and their sums made anew. */
static bool recall_denominators(const struct px_resample_plan *plan, struct px_resample_drawn *side,
                                struct px_resample_values values)
{
    bool same = side->known;
    for (uint32_t i = 0; i < side->units; i++) {
        double value = denominator(values, i);
        same = same && side->denominator[i] == value;
        side->denominator[i] = value;
    }
    side->known = true;
    if (same)
        return true;
    clear_sums(side->below, plan->row);
    add_side(side, values, DENOMINATORS, side->times, side->below, plan->row);
    return false;
}

/* Fills side->rates with the bootstrap's rates, NaN where a replicate has no denominator. */
static void draw_rates(const struct px_resample_plan *plan, struct px_resample_drawn *side,
                       struct px_resample_values values, double scale)
{
    clear_sums(side->rates, plan->row);
    add_side(side, values, NUMERATORS, side->times, side->rates, plan->row);
    for (size_t r = 0; r < plan->replicates; r++)
        side->rates[r] = side->below[r] > 0 ? scale * side->rates[r] / side->below[r] : NAN;
}

/* The interval of the replicates that are numbers, when they are nearly all. */
static void interval_of(double *replicates, size_t count, struct px_estimate *estimate)
{
    size_t kept = 0;
    for (size_t r = 0; r < count; r++)
        if (!isnan(replicates[r]))
            replicates[kept++] = replicates[r];
    if (kept >= count - count / 20)
        px_percentile_interval(replicates, kept, estimate);
}

static struct px_estimate estimate_rate(const struct px_resample_plan *plan, const struct px_resample_drawn *side,
                                        const struct summary *summary, double scale)
{
    struct px_estimate rate = {NAN, NAN, NAN};
    if (!has_rate(summary))
        return rate;
    rate.value = scale * summary->above / summary->below;
    if (summary->informative < 2)
        return rate;
    if (!summary->certain) {
        interval_of(side->rates, plan->replicates, &rate);
        return rate;
    }
    struct px_estimate exact = px_rate_exact(summary->above, summary->below);
    rate.low = scale * exact.low;
    rate.high = scale * exact.high;
    return rate;
}

/* From two intervals that of their difference, each end by the distances to the ends it depends on (Zou & Donner 2008):
 * for when the bootstrap of one side is blind. */
static void combine(const struct px_estimate *first, const struct px_estimate *second, struct px_estimate *difference)
{
    difference->low = difference->value - hypot(first->value - first->low, second->high - second->value);
    difference->high = difference->value + hypot(first->high - first->value, second->value - second->low);
}

/* The bootstrap's differences, taken before the rates' own intervals rearrange them. */
static void subtract_rates(const struct px_resample_plan *plan)
{
    for (size_t r = 0; r < plan->replicates; r++)
        plan->difference[r] = plan->first.rates[r] - plan->second.rates[r];
}

/* Sums of numerators and denominators: of one article, or of a part of it. */
struct sums {
    double above;
    double below;
};

/* Fills plan->difference with the differences of the permuted articles; NaN where one has no denominator. `whole` is of
 * both articles; `first_fixed` and `second_fixed` are what is left out of each. */
static void permute(const struct px_resample_plan *plan, struct sums whole, struct sums first_fixed,
                    struct sums second_fixed, double scale)
{
    for (size_t r = 0; r < plan->replicates; r++) {
        struct sums first = {plan->above[r] - first_fixed.above, plan->below[r] - first_fixed.below};
        struct sums second = {whole.above - plan->above[r] - second_fixed.above,
                              whole.below - plan->below[r] - second_fixed.below};
        bool both = first.below > whole.below * 1e-12 && second.below > whole.below * 1e-12;
        plan->difference[r] = both ? scale * (first.above / first.below - second.above / second.below) : NAN;
    }
}

/* The mean of all differences, the one seen among them. */
static double mean_difference(const struct px_resample_plan *plan, double seen)
{
    double sum = seen;
    size_t count = 1;
    for (size_t r = 0; r < plan->replicates; r++) {
        sum += isnan(plan->difference[r]) ? 0 : plan->difference[r];
        count += !isnan(plan->difference[r]);
    }
    return sum / (double)count;
}

/* p from the smaller tail, the difference seen being one of each. Differences within `slack` are equal. */
static double tail(const struct px_resample_plan *plan, double seen, double slack)
{
    size_t count = 1;
    size_t above = 1;
    size_t below = 1;
    for (size_t r = 0; r < plan->replicates; r++) {
        double drawn = plan->difference[r];
        count += !isnan(drawn);
        above += drawn >= seen - slack;
        below += drawn <= seen + slack;
    }
    return fmin(1, 2 * (double)(above < below ? above : below) / (double)count);
}

/* Half of what it changes when the smallest numerator changes sides: nearer differences have the same counts, and are told
 * apart by the lengths of sentences alone. */
static double half_step(const struct summary *first, const struct summary *second)
{
    double least = fmin(first->least, second->least);
    return isinf(least) ? 0 : least / 2 * (1 / first->shared_below + 1 / second->shared_below);
}

/* Fills in what the topics alone would give, and the p of the difference inside the strata that both articles have. */
static void test_difference(const struct px_resample_plan *plan, const struct summary *first,
                            const struct summary *second, double scale, struct px_resample_result *result)
{
    const struct sums nothing = {0, 0};
    struct sums whole = {first->above + second->above, first->below + second->below};
    struct sums first_fixed = {first->above - first->shared_above, first->below - first->shared_below};
    struct sums second_fixed = {second->above - second->shared_above, second->below - second->shared_below};
    permute(plan, whole, nothing, nothing, scale);
    result->expected = mean_difference(plan, result->difference.value);
    if (!(first->shared_below > 0 && second->shared_below > 0))
        return;
    double one = scale * first->shared_above / first->shared_below;
    double two = scale * second->shared_above / second->shared_below;
    permute(plan, whole, first_fixed, second_fixed, scale);
    result->p = tail(plan, one - two, scale * half_step(first, second) + 1e-9 * (fabs(one) + fabs(two)));
}

/* The permutation's sums; those of the denominators only when they are new. */
static void add_permuted(struct px_resample_plan *plan, struct px_resample_values first,
                         struct px_resample_values second, bool same_denominators)
{
    clear_sums(plan->above, plan->row);
    add_side(&plan->first, first, NUMERATORS, plan->first.stays, plan->above, plan->row);
    add_side(&plan->second, second, NUMERATORS, plan->second.stays, plan->above, plan->row);
    if (same_denominators)
        return;
    clear_sums(plan->below, plan->row);
    add_side(&plan->first, first, DENOMINATORS, plan->first.stays, plan->below, plan->row);
    add_side(&plan->second, second, DENOMINATORS, plan->second.stays, plan->below, plan->row);
}

static struct px_resample_result compare(struct px_resample_plan *plan, struct px_resample_values first,
                                         struct px_resample_values second, double scale)
{
    struct px_resample_result result = {.difference = {NAN, NAN, NAN}, .expected = NAN, .p = NAN};
    struct summary one = summarise(&plan->first, first);
    struct summary two = summarise(&plan->second, second);
    bool same_first = recall_denominators(plan, &plan->first, first);
    bool same = recall_denominators(plan, &plan->second, second) && same_first;
    bool both = has_rate(&one) && has_rate(&two);
    draw_rates(plan, &plan->first, first, scale);
    draw_rates(plan, &plan->second, second, scale);
    if (both)
        subtract_rates(plan);
    result.a = estimate_rate(plan, &plan->first, &one, scale);
    result.b = estimate_rate(plan, &plan->second, &two, scale);
    if (!both) {
        plan->first.known = false; /* the permutation's sums were not made */
        return result;
    }
    result.difference.value = result.a.value - result.b.value;
    if (one.certain || two.certain)
        combine(&result.a, &result.b, &result.difference);
    else if (one.informative > 1 && two.informative > 1)
        interval_of(plan->difference, plan->replicates, &result.difference);
    if (plan->movable) {
        add_permuted(plan, first, second, same);
        test_difference(plan, &one, &two, scale, &result);
    }
    return result;
}

struct px_resample_result px_resample_apply(struct px_resample_plan *plan, struct px_resample_values a,
                                            struct px_resample_values b, double scale)
{
    if (!plan->exchanged)
        return compare(plan, a, b, scale);
    struct px_resample_result turned = compare(plan, b, a, scale);
    return (struct px_resample_result){
        .a = turned.b,
        .b = turned.a,
        .difference = px_estimate_negated(turned.difference),
        .expected = -turned.expected,
        .p = turned.p,
    };
}

enum px_status px_resample_rate(const struct px_resample_side *side, struct px_resample_values values, double scale,
                                struct px_arena *scratch, struct px_estimate *rate, struct px_error *error)
{
    struct px_resample_plan *plan;
    *rate = (struct px_estimate){NAN, NAN, NAN};
    enum px_status status = px_resample_plan(side, NULL, 0, scratch, &plan, error);
    if (status == PX_OK)
        *rate = px_resample_apply(plan, values, (struct px_resample_values){0}, scale).a;
    return status;
}

/* One flip of the coin an event: the mean when the signs are as likely to be the other way round. */
static double flip_mean(const double *events, size_t count, struct px_random *random)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += px_random_below(random, 2) == 0 ? events[i] : -events[i];
    return sum / (double)count;
}

enum px_status px_resample_mean(const double *events, size_t count, uint64_t seed, struct px_arena *scratch,
                                struct px_resample_mean *result, struct px_error *error)
{
    *result = (struct px_resample_mean){{NAN, NAN, NAN}, NAN};
    struct px_resample_side side = {.units = count, .seed = seed};
    struct px_estimate mean;
    enum px_status status =
        px_resample_rate(&side, (struct px_resample_values){events, NULL}, 1, scratch, &mean, error);
    if (status != PX_OK || isnan(mean.value) || count < 2)
        return status;
    struct px_random *random;
    status = px_random_new(px_random_mix(seed, 2), &random, error);
    if (status != PX_OK)
        return status;
    size_t flips = px_percentile_replicates(PX_RESAMPLE_REPLICATES, count);
    size_t extreme = 1;
    for (size_t i = 0; i < flips; i++)
        extreme += fabs(flip_mean(events, count, random)) >= fabs(mean.value) * (1 - 1e-12);
    px_random_free(random);
    *result = (struct px_resample_mean){mean, (double)extreme / (double)(flips + 1)};
    return PX_OK;
}
