#include "statistics/rate.h"

#include <gsl/gsl_cdf.h>
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

struct px_estimate px_rate_exact(double hits, double total)
{
    if (!is_share(hits, total))
        return unknown;
    px_quiet_gsl();
    double misses = total - hits;
    struct px_estimate share = {hits / total, 0, 1};
    if (hits == 0)
        share.high = -expm1(log(TAIL) / total);
    else if (misses > 0)
        share.high = gsl_cdf_beta_Qinv(TAIL, hits + 1, misses);
    if (misses == 0)
        share.low = exp(log(TAIL) / total);
    else if (hits > 0)
        share.low = gsl_cdf_beta_Pinv(TAIL, hits, misses + 1);
    return share;
}

struct px_estimate px_rate_poisson(double hits, double exposure, double scale)
{
    if (!isfinite(hits) || !isfinite(exposure) || !isfinite(scale) || hits < 0 || exposure <= 0 || scale < 0)
        return unknown;
    px_quiet_gsl();
    double low = hits == 0 ? 0 : gsl_cdf_chisq_Pinv(TAIL, 2 * hits) / 2;
    double high = gsl_cdf_chisq_Qinv(TAIL, 2 * hits + 2) / 2;
    double unit = scale / exposure;
    return (struct px_estimate){hits * unit, low * unit, high * unit};
}
