#include "statistics/clustered.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

#include "statistics/quantile.h"

/* A unit that is yes or no in part says more than one that is all or nothing, but of few units no more is believed. */
#define MOST_SURE 1.5

struct sums {
    double above;
    double below;
    double least; /* numerator */
    double count; /* units that are not empty */
};

static double numerator(struct px_units units, size_t i)
{
    return units.numerator == NULL ? 0 : units.numerator[i];
}

static double denominator(struct px_units units, size_t i)
{
    return units.denominator == NULL ? 1 : units.denominator[i];
}

static struct sums add_up(struct px_units units)
{
    struct sums sums = {0};
    for (size_t i = 0; i < units.count; i++) {
        double above = numerator(units, i);
        double below = denominator(units, i);
        sums.above += above;
        sums.below += below;
        sums.least = fmin(sums.least, above);
        sums.count += above != 0 || below != 0;
    }
    return sums;
}

/* (n - 1) / n Σ ((y - R w) / (W - w))²; infinite where one unit holds all denominators. */
static double jackknife(struct px_units units, const struct sums *sums)
{
    double ratio = sums->above / sums->below;
    double sum = 0;
    for (size_t i = 0; i < units.count; i++) {
        double below = denominator(units, i);
        double apart = numerator(units, i) - ratio * below;
        if (apart == 0)
            continue;
        double part = apart / (sums->below - below);
        sum += part * part;
    }
    return sum * (sums->count - 1) / sums->count;
}

/* (t / z)² */
static double few_units(const struct sums *sums)
{
    double factor = px_quantile_t(sums->count - 1) / gsl_cdf_ugaussian_Qinv(PX_TAIL);
    return factor * factor;
}

static void bound_rate(const struct sums *sums, double variance, struct px_estimate *rate)
{
    if (sums->above == 0) {
        rate->low = 0;
        rate->high = -log(PX_TAIL) / sums->below;
        return;
    }
    double dispersion = fmax(1, sums->below * (variance * few_units(sums)) / rate->value);
    double counts = sums->above / dispersion;
    rate->low = px_quantile_gamma(counts + .5, PX_LOW_END) * dispersion / sums->below;
    rate->high = px_quantile_gamma(counts + .5, PX_HIGH_END) * dispersion / sums->below;
}

static void bound_share(const struct sums *sums, double variance, struct px_estimate *share)
{
    double units = sums->count;
    bool none = sums->above == 0, all = sums->above == sums->below;
    if (!none && !all)
        units = fmin(MOST_SURE * units, share->value * (1 - share->value) / (variance * few_units(sums)));
    double yes = units * share->value + .5;
    double no = units * (1 - share->value) + .5;
    double middle = yes / (yes + no);
    share->low = none ? 0 : all ? exp(log(PX_TAIL) / units) : px_quantile_beta(yes, no, PX_LOW_END, middle);
    share->high = all ? 1 : none ? -expm1(log(PX_TAIL) / units) : px_quantile_beta(yes, no, PX_HIGH_END, middle);
}

static void bound_mean(const struct sums *sums, double variance, struct px_estimate *mean)
{
    double half = px_quantile_t(sums->count - 1) * sqrt(variance);
    mean->low = mean->value - half;
    mean->high = mean->value + half;
}

struct px_estimate px_clustered_ratio(struct px_units units, enum px_ratio kind, double scale)
{
    struct sums sums = add_up(units);
    struct px_estimate ratio = {NAN, NAN, NAN};
    if (!isfinite(sums.above) || !isfinite(sums.below) || !(sums.below > 0))
        return ratio;
    ratio.value = sums.above / sums.below;
    double variance = jackknife(units, &sums);
    bool fits = kind == PX_RATIO_MEAN || (sums.least >= 0 && (kind == PX_RATIO_RATE || ratio.value <= 1));
    if (fits && sums.count >= 2 && isfinite(variance)) {
        if (kind == PX_RATIO_RATE)
            bound_rate(&sums, variance, &ratio);
        else if (kind == PX_RATIO_SHARE)
            bound_share(&sums, variance, &ratio);
        else
            bound_mean(&sums, variance, &ratio);
    }
    ratio.value *= scale;
    if (!isfinite(ratio.low * scale) || !isfinite(ratio.high * scale))
        return (struct px_estimate){ratio.value, NAN, NAN};
    /* Rounding, or the interval of a fraction of a count, may leave the value a hair outside. */
    return (struct px_estimate){ratio.value, fmin(scale * ratio.low, ratio.value),
                                fmax(scale * ratio.high, ratio.value)};
}
