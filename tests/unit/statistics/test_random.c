#include "near.h"

#include "statistics/random.h"

/* 60,000 throws of a die in six bins: X² with five degrees of freedom stays below its .999 quantile 20.5. */
static void throws_a_fair_die(void **state)
{
    (void)state;
    struct px_random *random;
    double bins[6] = {0};
    double sum = 0;
    assert_int_equal(px_random_new(42, &random, NULL), PX_OK);
    for (int i = 0; i < 60000; i++)
        bins[px_random_below(random, 6)]++;
    for (int i = 0; i < 6; i++)
        sum += (bins[i] - 10000) * (bins[i] - 10000) / 10000;
    assert_true(sum < 20.5);
    px_random_free(random);
}

static void is_made_by_its_seed(void **state)
{
    (void)state;
    const uint64_t seeds[] = {7, 7, 8, 7 + ((uint64_t)1 << 40), 0};
    uint32_t first[5][4];
    for (int i = 0; i < 5; i++) {
        struct px_random *random;
        assert_int_equal(px_random_new(seeds[i], &random, NULL), PX_OK);
        for (int j = 0; j < 4; j++)
            first[i][j] = px_random_below(random, UINT32_MAX);
        px_random_free(random);
    }
    assert_memory_equal(first[0], first[1], sizeof first[0]);
    for (int i = 1; i < 5; i++)
        for (int j = i + 1; j < 5; j++)
            assert_memory_not_equal(first[i], first[j], sizeof first[0]);
}

static void stays_below_its_bound(void **state)
{
    (void)state;
    struct px_random *random;
    assert_int_equal(px_random_new(1, &random, NULL), PX_OK);
    assert_int_equal(px_random_below(random, 0), 0);
    assert_int_equal(px_random_below(random, 1), 0);
    for (int i = 0; i < 1000; i++)
        assert_true(px_random_below(random, 3) < 3);
    px_random_free(random);
    px_random_free(NULL);
    assert_true(px_random_mix(1, 2) != px_random_mix(2, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(throws_a_fair_die),
        cmocka_unit_test(is_made_by_its_seed),
        cmocka_unit_test(stays_below_its_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
