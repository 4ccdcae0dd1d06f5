#include "statistics/rate.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

#include "statistics/quantile.h"
#include "statistics/quiet.h"

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
    double z = gsl_cdf_ugaussian_Qinv(PX_TAIL);
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
    double misses = total - hits;
    /* Where GSL's continued fraction ends before its value, half a count of continuity is as good as exact. */
    struct px_estimate below = px_rate_wilson(fmax(hits - 0.5, 0), total);
    struct px_estimate above = px_rate_wilson(fmin(hits + 0.5, total), total);
    struct px_estimate share = {hits / total, 0, 1};
    if (misses == 0)
        share.low = exp(log(PX_TAIL) / total);
    else if (hits > 0)
        share.low = px_quantile_beta(hits, misses + 1, PX_LOW_END, below.low > 0 ? below.low : hits / total / 2);
    if (hits == 0)
        share.high = -expm1(log(PX_TAIL) / total);
    else if (misses > 0)
        share.high =
            px_quantile_beta(hits + 1, misses, PX_HIGH_END, above.high < 1 ? above.high : 1 - misses / total / 2);
    share.low = fmin(isnan(share.low) ? below.low : share.low, share.value);
    share.high = fmax(isnan(share.high) ? above.high : share.high, share.value);
    return share;
}
