/* Internal: the ends of 95 % intervals from GSL's distributions, by Newton's steps on its distribution functions. GSL's
 * own inverses are not used: they do not come back from some large parameters. */
#ifndef PX_STATISTICS_QUANTILE_H
#define PX_STATISTICS_QUANTILE_H

#define PX_TAIL 0.025

enum px_end { PX_LOW_END, PX_HIGH_END };

/* Where PX_TAIL of Beta(a, b) lies beyond; the search starts at `start`, inside (0, 1). NaN where GSL has no value. */
double px_quantile_beta(double a, double b, enum px_end end, double start);

/* The same of the gamma distribution of that shape and scale 1; by the cube root of Wilson & Hilferty 1931 where GSL
 * has no value. */
double px_quantile_gamma(double shape, enum px_end end);

/* Half of the central 95 % of Student's t with `degrees` of freedom, > 0. */
double px_quantile_t(double degrees);

#endif
