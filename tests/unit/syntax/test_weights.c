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

typedef void add_function(const struct px_weights *weights, const uint32_t *rows, size_t count, uint16_t *sums);

static void check_sums(add_function *add, uint16_t classes)
{
    enum { BITS = 10, ROWS = 7, PLENTY = 3 };
    uint8_t bytes[(1 << BITS) + PX_ROW_PADDING];
    const struct px_weights weights = {bytes, BITS, classes};
    uint32_t rows[ROWS];
    uint16_t sums[PX_TAG_CLASSES + 1];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)(i * 37 + i / 11);
    for (uint32_t i = 0; i < ROWS; i++)
        rows[i] = (i * 331 + 5) % (1 << BITS);
    for (uint16_t j = 0; j <= classes; j++)
        sums[j] = (uint16_t)(PLENTY * j);
    add(&weights, rows, ROWS, sums);
    for (uint16_t j = 0; j < classes; j++) {
        int sum = PLENTY * j;
        for (size_t i = 0; i < ROWS; i++)
            sum += bytes[rows[i] + j];
        assert_int_equal(sums[j], sum);
    }
    assert_int_equal(sums[classes], PLENTY * classes);
}

/* However wide the registers. */
static void sums_are_those_of_the_rows_one_by_one(void **state)
{
    (void)state;
    check_sums(px_weights_add_relations, PX_RELATION_CLASSES);
    check_sums(px_weights_add_tags, PX_TAG_CLASSES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_those_of_each_feature),
        cmocka_unit_test(sums_are_those_of_the_rows_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
