#include "statistics/rate.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdbool.h>

#include "statistics/quiet.h"

#define TAIL 0.025

static const struct px_estimate unknown = {NAN, NAN, NAN};

static bool is_share(double hits, double total)
{
    return isfinite(hits) && isfinite(total) && hits >= 0 && total > 0 && hits <= total;
}

struct px_estimate px_rate_wilson(double hits, double total)
{
    if (!is_share(hits, total))
        return unknown;
    px_quiet_gsl();
    double z = gsl_cdf_ugaussian_Qinv(TAIL);
    double centre = (hits + z * z / 2) / (total + z * z);
    double half = z * sqrt(hits * (total - hits) / total + z * z / 4) / (total + z * z);
    double low = hits == 0 ? 0 : centre - half;
    double high = hits == total ? 1 : centre + half;
    return (struct px_estimate){hits / total, low, high};
}

/* A distribution of two parameters, as GSL gives them. */
struct family {
    double (*lower)(double x, double a, double b);
    double (*upper)(double x, double a, double b);
    double (*density)(double x, double a, double b);
    double most;
};

enum end { LOW_END, HIGH_END };

/* Where the tail at `end` holds TAIL: Newton's steps from `x`, halving the bracket where one leads out of it. GSL's own
 * inverses are not used: they do not come back from some large parameters. NaN where GSL has no value. */
static double quantile(const struct family *family, double a, double b, enum end end, double x)
{
    double low = 0;
    double high = family->most;
    for (int i = 0; i < 200; i++) {
        double excess = end == LOW_END ? family->lower(x, a, b) - TAIL : TAIL - family->upper(x, a, b);
        if (isnan(excess))
            return NAN;
        if (excess > 0)
            high = x;
        else
            low = x;
        double next = x - excess / family->density(x, a, b);
        if (!(next > low && next < high))
            next = low + (high - low) / 2;
        if (fabs(next - x) <= 1e-14 * x)
            return next;
        x = next;
    }
    return x;
}

struct px_estimate px_rate_exact(double hits, double total)
{
    if (!is_share(hits, total))
        return unknown;
    px_quiet_gsl();
    const struct family beta = {gsl_cdf_beta_P, gsl_cdf_beta_Q, gsl_ran_beta_pdf, 1};
    double misses = total - hits;
    /* Where GSL's continued fraction ends before its value, half a count of continuity is as good as exact. */
    struct px_estimate below = px_rate_wilson(fmax(hits - 0.5, 0), total);
    struct px_estimate above = px_rate_wilson(fmin(hits + 0.5, total), total);
    struct px_estimate share = {hits / total, 0, 1};
    if (misses == 0)
        share.low = exp(log(TAIL) / total);
    else if (hits > 0)
        share.low = quantile(&beta, hits, misses + 1, LOW_END, below.low > 0 ? below.low : hits / total / 2);
    if (hits == 0)
        share.high = -expm1(log(TAIL) / total);
    else if (misses > 0)
        share.high = quantile(&beta, hits + 1, misses, HIGH_END, above.high < 1 ? above.high : 1 - misses / total / 2);
    share.low = isnan(share.low) ? below.low : share.low;
    share.high = isnan(share.high) ? above.high : share.high;
    return share;
}

/* The Poisson mean of which TAIL lies beyond the count; by the cube root of Wilson & Hilferty 1931 where GSL has none. */
static double poisson_end(double shape, enum end end)
{
    const struct family gamma = {gsl_cdf_gamma_P, gsl_cdf_gamma_Q, gsl_ran_gamma_pdf, 2 * shape + 20};
    double z = gsl_cdf_ugaussian_Qinv(TAIL) * (end == LOW_END ? -1 : 1);
    double root = 1 - 1 / (9 * shape) + z / (3 * sqrt(shape));
    double start = shape * root * root * root;
    double mean = quantile(&gamma, shape, 1, end, start > 0 ? start : shape / 2);
    return isnan(mean) ? start : mean;
}

struct px_estimate px_rate_poisson(double hits, double exposure, double scale)
{
    if (!isfinite(hits) || !isfinite(exposure) || !isfinite(scale) || hits < 0 || exposure <= 0 || scale < 0)
        return unknown;
    px_quiet_gsl();
    double low = hits == 0 ? 0 : poisson_end(hits, LOW_END);
    double high = poisson_end(hits + 1, HIGH_END);
    double unit = scale / exposure;
    return (struct px_estimate){hits * unit, low * unit, high * unit};
}
