#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "syntax/weights.h"

/* Whether four features at a time or one, the rows are the same. */
static void rows_are_those_of_each_feature(void **state)
{
    (void)state;
    enum { MOST = 13, BITS = 22 };
    uint64_t features[MOST];
    uint32_t rows[MOST + 1];
    for (uint64_t i = 0; i < MOST; i++)
        features[i] = px_feature(i, i << 40, UINT64_MAX - i, i % 3, 7 * i);
    for (size_t count = 0; count <= MOST; count++) {
        rows[count] = UINT32_MAX;
        px_feature_rows(PX_ROWS_ALONE(BITS), features, count, rows);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(rows[i], px_feature_row(features[i], BITS));
            assert_true(rows[i] < (uint32_t)1 << BITS);
        }
        assert_int_equal(rows[count], UINT32_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_are_those_of_each_feature)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
