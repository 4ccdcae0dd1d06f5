#include "statistics/quantile.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "statistics/quiet.h"

/* A distribution of two parameters, as GSL gives them. */
struct family {
    double (*lower)(double x, double a, double b);
    double (*upper)(double x, double a, double b);
    double (*density)(double x, double a, double b);
    double most;
};

/* Where the tail at `end` holds PX_TAIL: Newton's steps from `x`, halving the bracket where one leads out of it. */
static double quantile(const struct family *family, double a, double b, enum px_end end, double x)
{
    double low = 0;
    double high = family->most;
    for (int i = 0; i < 200; i++) {
        double excess = end == PX_LOW_END ? family->lower(x, a, b) - PX_TAIL : PX_TAIL - family->upper(x, a, b);
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

double px_quantile_beta(double a, double b, enum px_end end, double start)
{
    static const struct family beta = {gsl_cdf_beta_P, gsl_cdf_beta_Q, gsl_ran_beta_pdf, 1};
    px_quiet_gsl();
    return quantile(&beta, a, b, end, start);
}

double px_quantile_gamma(double shape, enum px_end end)
{
    const struct family gamma = {gsl_cdf_gamma_P, gsl_cdf_gamma_Q, gsl_ran_gamma_pdf, 2 * shape + 20};
    px_quiet_gsl();
    double z = gsl_cdf_ugaussian_Qinv(PX_TAIL) * (end == PX_LOW_END ? -1 : 1);
    double root = 1 - 1 / (9 * shape) + z / (3 * sqrt(shape));
    double start = shape * root * root * root;
    double found = quantile(&gamma, shape, 1, end, start > 0 ? start : shape / 2);
    return isnan(found) ? start : found;
}

double px_quantile_t(double degrees)
{
    px_quiet_gsl();
    return gsl_cdf_tdist_Qinv(PX_TAIL, degrees);
}
