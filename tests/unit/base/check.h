/* What every test of this room includes, in the order cmocka wants. */
#ifndef PX_TEST_CHECK_H
#define PX_TEST_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/slice.h"

#define assert_slice(slice, string)                                          \
    do {                                                                     \
        struct px_slice given = (slice);                                     \
        if (!px_slice_is(given, string))                                     \
            fail_msg("\"%.*s\" is not \"%s\"", PX_SLICE_ARG(given), string); \
    } while (0)

#endif
