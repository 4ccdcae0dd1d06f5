/* What the tests of the report share: a buffer, and its bytes against those expected. */
#ifndef PX_TEST_REPORT_FIXTURE_H
#define PX_TEST_REPORT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"

/* The vector is of `number` items from `first` on, which the test keeps. */
#define LAY(vector, first, number) ((vector).items = (first), (vector).count = (number))

/* The buffer holds `expected`; it is released. */
static inline void assert_written(struct px_buffer *out, const char *expected)
{
    assert_false(out->failed);
    assert_string_equal(out->data == NULL ? "" : out->data, expected);
    assert_int_equal(out->size, strlen(expected));
    px_buffer_release(out);
}

/* The text stands somewhere in the buffer. */
static inline void assert_has(const struct px_buffer *out, const char *text)
{
    if (strstr(out->data == NULL ? "" : out->data, text) == NULL)
        fail_msg("no %s in %s", text, out->data == NULL ? "nothing" : out->data);
}

#endif
