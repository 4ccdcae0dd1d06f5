/* Internal: switches GSL's aborting error handler off, once for the process, from whichever thread comes first. Every
 * function of this room that may make GSL complain calls it; GSL then answers NaN or a status, which is checked. */
#ifndef PX_STATISTICS_QUIET_H
#define PX_STATISTICS_QUIET_H

void px_quiet_gsl(void);

#endif
