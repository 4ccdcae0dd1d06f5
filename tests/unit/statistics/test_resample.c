#include "near.h"

#include "statistics/resample.h"

static struct px_arena arena;

static int release(void **state)
{
    (void)state;
    px_arena_release(&arena);
    return 0;
}

static struct px_resample_plan *plan_for(struct px_resample_side a, struct px_resample_side b)
{
    struct px_resample_plan *plan;
    assert_int_equal(px_resample_plan(&a, &b, 0, &arena, &plan, NULL), PX_OK);
    return plan;
}

static struct px_resample_result apply(struct px_resample_plan *plan, const double *above_a, const double *below_a,
                                       const double *above_b, const double *below_b)
{
    return px_resample_apply(plan, (struct px_resample_values){above_a, below_a},
                             (struct px_resample_values){above_b, below_b}, PX_RATIO_RATE, 1000);
}

static void assert_same_result(struct px_resample_result one, struct px_resample_result two)
{
    assert_estimate(one.a, two.a.value, two.a.low, two.a.high, 0);
    assert_estimate(one.b, two.b.value, two.b.low, two.b.high, 0);
    assert_estimate(one.difference, two.difference.value, two.difference.low, two.difference.high, 0);
    assert_same(one.p, two.p);
    assert_same(px_resample_detectable(one.power, .05), px_resample_detectable(two.power, .05));
}

/* Ones against noughts, three and three: one of the C(6, 3) = 20 ways to deal them is as far apart to this side, and none
 * farther: twice half of it is .05. */
static void finds_the_permutation_p(void **state)
{
    (void)state;
    const double ones[] = {1, 1, 1};
    const double noughts[] = {0, 0, 0};
    struct px_resample_side side = {.units = 3, .seed = 8};
    struct px_resample_side other = {.units = 3, .seed = 9};
    struct px_resample_result result = apply(plan_for(side, other), ones, NULL, noughts, NULL);
    assert_near(result.difference.value, 1000, 0);
    assert_near(result.p, .05, .015);
}

/* Where the articles are the same no deal is surely farther apart than what was seen, and ties, which count once, stand
 * on neither side. */
static void finds_nothing_between_equals(void **state)
{
    (void)state;
    const double hits[] = {1, 0, 0, 0, 0, 0, 1, 0};
    struct px_resample_side side = {.units = 8, .seed = 8};
    struct px_resample_side other = {.units = 8, .seed = 9};
    struct px_resample_result result = apply(plan_for(side, other), hits, NULL, hits, NULL);
    assert_near(result.difference.value, 0, 0);
    assert_true(result.p > .9);
}

static const double mixed_a[] = {1, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 2};
static const double words_a[] = {12, 9, 20, 14, 7, 16, 22, 11, 13, 18, 10, 15};
static const double mixed_b[] = {0, 0, 1, 0, 0, 0, 0, 1, 0};
static const double words_b[] = {17, 8, 21, 13, 12, 9, 14, 19, 11};
static const uint32_t strata_a[] = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3};
static const uint32_t strata_b[] = {0, 0, 2, 2, 2, 1, 1, 4, 4};

static void mirrors_the_articles(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 6; seed++) {
        struct px_resample_side a = {12, strata_a, seed};
        struct px_resample_side b = {9, strata_b, 3 + (seed * 7) % 5 * 2};
        if (a.seed == b.seed)
            continue;
        struct px_resample_result one = apply(plan_for(a, b), mixed_a, words_a, mixed_b, words_b);
        struct px_resample_result two = apply(plan_for(b, a), mixed_b, words_b, mixed_a, words_a);
        struct px_resample_result turned = {two.b, two.a, px_estimate_negated(two.difference), two.p, two.power};
        assert_same_result(one, turned);
        assert_true(one.difference.low < one.difference.value && one.difference.value < one.difference.high);
    }
}

/* The numbers of the strata are names: other numbers give the same p. */
static void does_not_see_the_numbers_of_strata(void **state)
{
    (void)state;
    const uint32_t names[] = {77, 5, 4000000000u, 0, 6};
    uint32_t renamed_a[12];
    uint32_t renamed_b[9];
    for (int i = 0; i < 12; i++)
        renamed_a[i] = names[strata_a[i]];
    for (int i = 0; i < 9; i++)
        renamed_b[i] = names[strata_b[i]];
    struct px_resample_plan *plan =
        plan_for((struct px_resample_side){12, strata_a, 1}, (struct px_resample_side){9, strata_b, 2});
    struct px_resample_plan *renamed =
        plan_for((struct px_resample_side){12, renamed_a, 1}, (struct px_resample_side){9, renamed_b, 2});
    assert_same_result(apply(plan, mixed_a, words_a, mixed_b, words_b),
                       apply(renamed, mixed_a, words_a, mixed_b, words_b));
}

/* A plan remembers denominators: what came before must not be seen in what comes after. */
static void remembers_nothing_that_shows(void **state)
{
    (void)state;
    struct px_resample_side a = {12, strata_a, 1};
    struct px_resample_side b = {9, strata_b, 2};
    struct px_resample_result fresh = apply(plan_for(a, b), mixed_a, words_a, mixed_b, words_b);
    const double zeros[12] = {0};
    struct px_resample_plan *plan = plan_for(a, b);
    apply(plan, mixed_a, NULL, mixed_b, words_b);
    assert_same_result(apply(plan, mixed_a, words_a, mixed_b, words_b), fresh);
    apply(plan, words_a, words_a, mixed_b, zeros);
    assert_same_result(apply(plan, mixed_a, words_a, mixed_b, words_b), fresh);
    apply(plan, mixed_a, words_a, mixed_b, zeros);
    apply(plan, mixed_a, words_a, mixed_b, words_b);
    apply(plan, mixed_a, zeros, mixed_b, words_b);
    assert_same_result(apply(plan, mixed_a, words_a, mixed_b, words_b), fresh);
    assert_same_result(apply(plan, mixed_a, words_a, mixed_b, words_b), fresh);
}

/* The p alone is that of the whole result, whichever article comes first, and NaN where nothing can change sides. */
static void finds_the_p_alone(void **state)
{
    (void)state;
    const struct px_resample_side side = {.units = 12, .strata = strata_a, .seed = 8};
    const struct px_resample_side other = {.units = 9, .strata = strata_b, .seed = 9};
    const struct px_resample_values mixed = {mixed_a, words_a}, others = {mixed_b, words_b};
    double p = apply(plan_for(side, other), mixed_a, words_a, mixed_b, words_b).p;
    assert_true(p > 0 && p < 1);
    assert_same(px_resample_p(plan_for(side, other), mixed, others, PX_RATIO_RATE, 1000), p);
    assert_same(px_resample_p(plan_for(other, side), others, mixed, PX_RATIO_RATE, 1000), p);
    const double zeros[12] = {0};
    const struct px_resample_values nothing = {mixed_a, zeros};
    assert_true(isnan(px_resample_p(plan_for(side, other), nothing, others, PX_RATIO_RATE, 1000)));
}

/* Two topics, one loaded and one not, worded alike by both articles; a is mostly about the first, b about the second.
 * Taken together they differ; inside the topics they do not. */
static void does_not_take_topics_for_wording(void **state)
{
    (void)state;
    double a[40];
    double b[40];
    uint32_t of_a[40];
    uint32_t of_b[40];
    for (uint32_t i = 0; i < 40; i++) {
        of_a[i] = i >= 32;
        of_b[i] = i >= 8;
        a[i] = of_a[i] == 0 && i % 2 == 0;
        b[i] = of_b[i] == 0 && i % 2 == 0;
    }
    struct px_resample_result all = apply(
        plan_for((struct px_resample_side){40, NULL, 1}, (struct px_resample_side){40, NULL, 2}), a, NULL, b, NULL);
    struct px_resample_result inside = apply(
        plan_for((struct px_resample_side){40, of_a, 1}, (struct px_resample_side){40, of_b, 2}), a, NULL, b, NULL);
    assert_near(all.difference.value, 300, 1e-9);
    assert_estimate(inside.difference, all.difference.value, all.difference.low, all.difference.high, 0);
    assert_true(all.p < .01);
    assert_true(inside.p > .5);
}

/* One article alone has the second topic, and all that counts stands there; its sentences are the longer ones. Which
 * sentences change sides in the first topic moves the denominators, and must not be taken for a finding. */
static void does_not_test_what_cannot_move(void **state)
{
    (void)state;
    double loaded_a[20] = {0};
    double loaded_b[10] = {0};
    double long_a[20];
    double short_b[10];
    uint32_t of_a[20];
    uint32_t of_b[10] = {0};
    for (uint32_t i = 0; i < 20; i++) {
        of_a[i] = i >= 10;
        long_a[i] = 30 + i % 3;
        short_b[i % 10] = 10 + i % 4;
    }
    loaded_a[15] = 1;
    struct px_resample_plan *plan =
        plan_for((struct px_resample_side){20, of_a, 1}, (struct px_resample_side){10, of_b, 2});
    struct px_resample_result result = apply(plan, loaded_a, long_a, loaded_b, short_b);
    assert_true(result.difference.value > 0);
    assert_near(result.p, 1, 0);
}

/* One count in all, and sentences three times as long on the other side: whichever side the count falls on, lengths alone
 * tell the replicates apart, and must not make the one that was seen rare. */
static void does_not_take_lengths_for_counts(void **state)
{
    (void)state;
    double loaded_a[12] = {0};
    double loaded_b[12] = {0};
    double long_a[12];
    double short_b[12];
    for (uint32_t i = 0; i < 12; i++) {
        long_a[i] = 30 + i % 3;
        short_b[i] = 10 + i % 3;
    }
    loaded_b[5] = 1;
    struct px_resample_plan *plan =
        plan_for((struct px_resample_side){12, NULL, 1}, (struct px_resample_side){12, NULL, 2});
    struct px_resample_result result = apply(plan, loaded_a, long_a, loaded_b, short_b);
    assert_true(result.p > .4);
}

/* No topic in common: there is nothing to exchange, so nothing is tested. */
static void does_not_test_without_shared_strata(void **state)
{
    (void)state;
    const uint32_t zeros[9] = {0};
    const uint32_t ones[12] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    struct px_resample_plan *plan =
        plan_for((struct px_resample_side){12, ones, 1}, (struct px_resample_side){9, zeros, 2});
    struct px_resample_result result = apply(plan, mixed_a, words_a, mixed_b, words_b);
    assert_near(result.p, NAN, 0);
    assert_near(px_resample_detectable(result.power, .05), NAN, 0);
    assert_true(result.difference.low < result.difference.high);
}

/* The difference that is put together from the two intervals: of the rate of noughts only the upper end counts. */
static void joins_the_intervals(void **state)
{
    (void)state;
    struct px_resample_plan *plan =
        plan_for((struct px_resample_side){12, NULL, 1}, (struct px_resample_side){9, NULL, 2});
    struct px_resample_result result = apply(plan, mixed_a, words_a, NULL, words_b);
    assert_near(result.difference.value, result.a.value, 0);
    assert_near(result.difference.low, result.a.value - hypot(result.a.value - result.a.low, result.b.high), 1e-9);
    assert_near(result.difference.high, result.a.high, 1e-9);
}

static double detectable(struct px_resample_plan *plan, const double *above_a, const double *above_b,
                         const double *below, enum px_ratio kind, double level)
{
    struct px_resample_result result =
        px_resample_apply(plan, (struct px_resample_values){above_a, below},
                          (struct px_resample_values){above_b, below}, kind, kind == PX_RATIO_RATE ? 1000 : 1);
    return px_resample_detectable(result.power, level);
}

/* Without any hits, sentences of twelve words each: D² = z² 1000 (1/240 + 1/240) (1 + .006 r) r, r = D / 2, z = 2.8016:
 * D = 36.26 per 1,000; what is already there makes it more, but not what one article has and the other has not. */
static void says_what_rate_could_have_been_seen(void **state)
{
    (void)state;
    double twelve[20];
    double hits[20] = {0};
    for (int i = 0; i < 20; i++)
        twelve[i] = 12;
    struct px_resample_plan *plan =
        plan_for((struct px_resample_side){20, NULL, 1}, (struct px_resample_side){20, NULL, 2});
    double none = detectable(plan, NULL, NULL, twelve, PX_RATIO_RATE, .05);
    assert_near(none, 36.26, .01);
    assert_true(detectable(plan, NULL, NULL, twelve, PX_RATIO_RATE, .01) > 1.4 * none);
    for (int i = 0; i < 20; i += 2)
        hits[i] = 1;
    assert_true(detectable(plan, hits, hits, twelve, PX_RATIO_RATE, .05) > 1.7 * none);
    assert_near(detectable(plan, hits, NULL, twelve, PX_RATIO_RATE, .05), none, .1 * none);
    /* Of two sentences of 300 words a larger difference stands in clumps as large. */
    const double endless[] = {300, 300};
    plan = plan_for((struct px_resample_side){2, NULL, 1}, (struct px_resample_side){2, NULL, 2});
    assert_near(detectable(plan, NULL, NULL, endless, PX_RATIO_RATE, .01), NAN, 0);
}

/* Ten and ten sentences, half of them quoted whole, have a permuted difference of √(4 · (1/4) · 20 / 19 / 20) = .2294. Where
 * none is quoted each counts as whole: D² = z² (1/10 + 1/10) r (1 - r), D = .5637. Nothing shows what would pass 1, and
 * means that do not vary say nothing. */
static void says_what_share_could_have_been_seen(void **state)
{
    (void)state;
    double twelve[20];
    double halves[10];
    for (int i = 0; i < 20; i++)
        twelve[i] = 12;
    for (int i = 0; i < 10; i++)
        halves[i] = i % 2 == 0 ? 12 : 0;
    struct px_resample_plan *plan =
        plan_for((struct px_resample_side){10, NULL, 1}, (struct px_resample_side){10, NULL, 2});
    assert_near(detectable(plan, halves, halves, twelve, PX_RATIO_SHARE, .05), 2.8016 * .2294, .03);
    assert_near(detectable(plan, NULL, NULL, twelve, PX_RATIO_SHARE, .05), .5637, .0001);
    assert_near(detectable(plan, twelve, twelve, NULL, PX_RATIO_MEAN, .05), NAN, 0);
    plan = plan_for((struct px_resample_side){2, NULL, 1}, (struct px_resample_side){2, NULL, 2});
    assert_near(detectable(plan, halves, halves, twelve, PX_RATIO_SHARE, .05), NAN, 0);
}

static void answers_little_text_with_nan(void **state)
{
    (void)state;
    const double one[] = {1};
    const double zero[] = {0};
    const double endless[] = {INFINITY, 1};
    struct px_resample_side two = {2, NULL, 1};
    struct px_resample_side single = {1, NULL, 2};
    struct px_resample_side empty = {0, NULL, 3};
    struct px_resample_result result = apply(plan_for(two, single), mixed_a, words_a, one, NULL);
    assert_true(result.a.low <= result.a.high);
    assert_estimate(result.b, 1000, NAN, NAN, 0);
    assert_near(result.difference.low, NAN, 0);
    result = apply(plan_for(two, empty), mixed_a, words_a, NULL, NULL);
    assert_estimate(result.b, NAN, NAN, NAN, 0);
    assert_estimate(result.difference, NAN, NAN, NAN, 0);
    assert_near(result.p, NAN, 0);
    result = apply(plan_for(single, two), one, zero, mixed_a, words_a);
    assert_estimate(result.a, NAN, NAN, NAN, 0);
    assert_true(result.b.low <= result.b.high);
    result = apply(plan_for(two, two), endless, NULL, mixed_a, words_a);
    assert_estimate(result.a, NAN, NAN, NAN, 0);
    assert_near(result.p, NAN, 0);
    assert_estimate(apply(plan_for(empty, empty), NULL, NULL, NULL, NULL).difference, NAN, NAN, NAN, 0);
}

/* Work and memory stay linear: thirty thousand units get 199 replicates and still an interval and a p. */
static void bears_many_units(void **state)
{
    (void)state;
    enum { MANY = 30000 };
    double *hits = px_arena_array(&arena, double, MANY);
    assert_non_null(hits);
    for (int i = 0; i < MANY; i++)
        hits[i] = i % 50 == 0;
    struct px_resample_plan *plan =
        plan_for((struct px_resample_side){MANY, NULL, 1}, (struct px_resample_side){9, NULL, 2});
    struct px_resample_result result = apply(plan, hits, NULL, mixed_b, NULL);
    assert_near(result.a.value, 20, 1e-9);
    assert_estimate(result.a, 20, 18.4, 21.6, .1);
    assert_true(result.p >= 1. / 200 && result.p <= 1);
    assert_true(arena.total < 4u * 200 * MANY);
    struct px_resample_side endless = {.units = SIZE_MAX};
    struct px_error error;
    assert_int_equal(px_resample_plan(&endless, &endless, 0, &arena, &plan, &error), PX_ERROR_LIMIT);
    assert_null(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(finds_the_permutation_p, release),
        cmocka_unit_test_teardown(finds_nothing_between_equals, release),
        cmocka_unit_test_teardown(mirrors_the_articles, release),
        cmocka_unit_test_teardown(does_not_see_the_numbers_of_strata, release),
        cmocka_unit_test_teardown(remembers_nothing_that_shows, release),
        cmocka_unit_test_teardown(finds_the_p_alone, release),
        cmocka_unit_test_teardown(does_not_take_topics_for_wording, release),
        cmocka_unit_test_teardown(does_not_test_what_cannot_move, release),
        cmocka_unit_test_teardown(does_not_take_lengths_for_counts, release),
        cmocka_unit_test_teardown(does_not_test_without_shared_strata, release),
        cmocka_unit_test_teardown(joins_the_intervals, release),
        cmocka_unit_test_teardown(says_what_rate_could_have_been_seen, release),
        cmocka_unit_test_teardown(says_what_share_could_have_been_seen, release),
        cmocka_unit_test_teardown(answers_little_text_with_nan, release),
        cmocka_unit_test_teardown(bears_many_units, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
