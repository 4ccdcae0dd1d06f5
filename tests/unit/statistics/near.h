/* Comparing numbers in tests: what was expected and what came stand in the failure. */
#ifndef PX_TEST_NEAR_H
#define PX_TEST_NEAR_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "statistics/estimate.h"

/* Within `slack` of the expected value; NaN and infinities must be met themselves. */
#define assert_near(value, expected, slack)                                               \
    do {                                                                                  \
        double came = (value);                                                            \
        double want = (expected);                                                         \
        if (isnan(want) ? !isnan(came) : !(came == want || fabs(came - want) <= (slack))) \
            fail_msg("%s is %.10g, expected %.10g", #value, came, want);                  \
    } while (0)

#define assert_estimate(estimate, a, b, c, slack) \
    do {                                          \
        struct px_estimate given = (estimate);    \
        assert_near(given.value, a, slack);       \
        assert_near(given.low, b, slack);         \
        assert_near(given.high, c, slack);        \
    } while (0)

/* Bit by bit, but for the sign of zero. */
#define assert_same(value, other) assert_near(value, other, 0)

#endif
