#include "near.h"

#include <stdbool.h>

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

/* 12,000 draws of two of four: each of the twelve ordered pairs 1,000 times; X² with eleven degrees of freedom stays
 * below its .999 quantile 31.3. */
static void draws_each_order_alike(void **state)
{
    (void)state;
    struct px_random *random;
    uint32_t items[] = {0, 1, 2, 3};
    double bins[16] = {0}, sum = 0;
    assert_int_equal(px_random_new(5, &random, NULL), PX_OK);
    for (int i = 0; i < 12000; i++) {
        px_random_draw(random, items, 4, 2);
        assert_int_not_equal(items[0], items[1]);
        bins[4 * items[0] + items[1]]++;
    }
    for (int i = 0; i < 16; i++)
        sum += i % 5 == 0 ? 0 : (bins[i] - 1000) * (bins[i] - 1000) / 1000;
    assert_true(sum < 31.3);
    px_random_free(random);
}

/* What one number of the generator serves hangs together neither in the next choice nor in the one after. */
static void draws_all_of_many(void **state)
{
    (void)state;
    enum { COUNT = 3000, ROUNDS = 40 };
    struct px_random *random;
    uint32_t items[COUNT];
    bool seen[COUNT] = {0};
    double rising = 0;
    assert_int_equal(px_random_new(6, &random, NULL), PX_OK);
    for (uint32_t i = 0; i < COUNT; i++)
        items[i] = i;
    for (int round = 0; round < ROUNDS; round++) {
        px_random_draw(random, items, COUNT, COUNT);
        for (int i = 1; i < COUNT; i++)
            rising += items[i] > items[i - 1];
    }
    for (int i = 0; i < COUNT; i++)
        seen[items[i]] = true;
    for (int i = 0; i < COUNT; i++)
        assert_true(seen[i]);
    /* Rises of a random order of n: mean (n - 1) / 2, variance (n + 1) / 12; four standard deviations of the sum. */
    double mean = ROUNDS * (COUNT - 1) / 2.0, deviation = sqrt(ROUNDS * (COUNT + 1) / 12.0);
    assert_true(fabs(rising - mean) < 4 * deviation);
    px_random_draw(random, items, COUNT, 0);
    px_random_free(random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(throws_a_fair_die),     cmocka_unit_test(is_made_by_its_seed),
        cmocka_unit_test(stays_below_its_bound), cmocka_unit_test(draws_each_order_alike),
        cmocka_unit_test(draws_all_of_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
