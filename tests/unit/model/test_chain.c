#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/slice.h"
#include "model/chain.h"
#include "model/fit_chain.h"
#include "model/hashed.h"

enum { LABELS = 3, CLASSES = 2, COUNT = 5, LABELLINGS = 243 };

/* Steps of 1/32, as a model has them. */
static float draw(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return (float)((int)(*seed >> 20) % 129 - 64) / 32;
}

struct example {
    struct px_arena arena;
    struct px_chain chain;
    float weights[CLASSES * (LABELS + 1) * LABELS];
    float scores[COUNT * LABELS];
    uint16_t bounds[COUNT];
    double *work;
};

static void fill(struct example *example, uint32_t seed)
{
    memset(example, 0, sizeof *example);
    for (size_t i = 0; i < sizeof example->weights / sizeof(float); i++)
        example->weights[i] = draw(&seed);
    for (size_t i = 0; i < COUNT * LABELS; i++)
        example->scores[i] = draw(&seed);
    for (size_t i = 0; i < COUNT; i++)
        example->bounds[i] = draw(&seed) > 0;
    assert_true(px_chain_init(&example->chain, LABELS, CLASSES, example->weights, &example->arena));
    example->work = px_arena_array(&example->arena, double, px_chain_room(&example->chain, COUNT));
    assert_non_null(example->work);
}

static double score(const struct example *example, const uint8_t *labels)
{
    double sum = 0;
    for (size_t i = 0; i < COUNT; i++) {
        uint32_t before = i == 0 ? LABELS : labels[i - 1];
        sum += (double)example->scores[i * LABELS + labels[i]] +
               (double)example->weights[(example->bounds[i] * (LABELS + 1) + before) * LABELS + labels[i]];
    }
    return sum;
}

static void spell(uint32_t number, uint8_t *labels)
{
    for (size_t i = 0; i < COUNT; i++, number /= LABELS)
        labels[i] = (uint8_t)(number % LABELS);
}

/* Sums over all labellings, one by one. */
static double sum_all(const struct example *example, double shares[COUNT * LABELS])
{
    double total = 0;
    memset(shares, 0, COUNT * LABELS * sizeof *shares);
    for (uint32_t n = 0; n < LABELLINGS; n++) {
        uint8_t labels[COUNT];
        spell(n, labels);
        double mass = exp(score(example, labels));
        total += mass;
        for (size_t i = 0; i < COUNT; i++)
            shares[i * LABELS + labels[i]] += mass;
    }
    for (size_t i = 0; i < COUNT * LABELS; i++)
        shares[i] /= total;
    return log(total);
}

static void marginals_meet_brute_force(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        struct example example;
        struct px_chain_sums sums;
        double expected[COUNT * LABELS];
        float shares[COUNT * LABELS];
        fill(&example, seed);
        double total = sum_all(&example, expected);
        double found = px_chain_sum(&example.chain, example.scores, example.bounds, COUNT, example.work, &sums);
        assert_true(fabs(found - total) < 1e-9);
        px_chain_marginals(&example.chain, example.scores, example.bounds, COUNT, example.work, shares);
        for (size_t i = 0; i < COUNT * LABELS; i++)
            assert_true(fabs((double)shares[i] - expected[i]) < 1e-6);
        px_arena_release(&example.arena);
    }
}

static void decoding_meets_brute_force(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        struct example example;
        uint8_t best[COUNT], labels[COUNT];
        double highest = -INFINITY;
        fill(&example, seed);
        for (uint32_t n = 0; n < LABELLINGS; n++) {
            spell(n, labels);
            highest = fmax(highest, score(&example, labels));
        }
        px_chain_decode(&example.chain, example.scores, example.bounds, COUNT, example.work, best);
        assert_true(score(&example, best) == highest); /* steps of 1/32 add without loss */
        px_arena_release(&example.arena);
    }
}

static void far_scores_keep_sums_finite(void **state)
{
    struct example example;
    float shares[COUNT * LABELS];
    (void)state;
    fill(&example, 3);
    for (size_t i = 0; i < COUNT * LABELS; i++)
        example.scores[i] *= 1000;
    px_chain_marginals(&example.chain, example.scores, example.bounds, COUNT, example.work, shares);
    for (size_t i = 0; i < COUNT; i++) {
        float sum = 0;
        for (size_t l = 0; l < LABELS; l++)
            sum += shares[i * LABELS + l];
        assert_true(fabsf(sum - 1) < 1e-5F);
    }
    px_arena_release(&example.arena);
}

static double likelihood(struct example *example, const uint8_t *labels)
{
    float items[COUNT * LABELS], pairs[CLASSES * (LABELS + 1) * LABELS] = {0};
    for (uint32_t class = 0; class < CLASSES; class ++)
        px_chain_refresh(&example->chain, class);
    const struct px_chain_sequence sequence = {example->scores, example->bounds, labels, COUNT};
    return px_chain_gradient(&example->chain, &sequence, example->work, items, pairs);
}

/* The slope by which the likelihood changes when one number does. */
static double slope(struct example *example, const uint8_t *labels, float *number)
{
    const float step = 1.0F / 64;
    float kept = *number;
    *number = kept + step;
    double above = likelihood(example, labels);
    *number = kept - step;
    double below = likelihood(example, labels);
    *number = kept;
    return (above - below) / (2 * (double)step);
}

static void gradients_meet_differences(void **state)
{
    static const uint8_t labels[COUNT] = {0, 2, 1, 1, 2};
    struct example example;
    float items[COUNT * LABELS], pairs[CLASSES * (LABELS + 1) * LABELS] = {0};
    (void)state;
    fill(&example, 9);
    const struct px_chain_sequence sequence = {example.scores, example.bounds, labels, COUNT};
    px_chain_gradient(&example.chain, &sequence, example.work, items, pairs);
    for (size_t i = 0; i < COUNT * LABELS; i++)
        assert_true(fabs(slope(&example, labels, &example.scores[i]) - (double)items[i]) < 1e-3);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_true(fabs(slope(&example, labels, &example.weights[i]) - (double)pairs[i]) < 1e-3);
    px_arena_release(&example.arena);
}

enum { ITEMS = 400, COLUMNS = 2, LENGTH = 8, BOUNDARIES = 3 };

/* A boundary of class 1 begins label 1, one of class 2 ends it, and it goes on in between: no single item tells. */
struct lesson {
    uint32_t features[ITEMS];
    size_t first[ITEMS + 1];
    uint8_t labels[ITEMS];
    uint16_t bounds[ITEMS];
    struct px_span sequences[ITEMS / LENGTH];
    struct px_chain_samples samples;
};

static void prepare(struct lesson *lesson)
{
    uint32_t seed = 5;
    uint8_t label = 0;
    for (uint32_t i = 0; i < ITEMS; i++) {
        seed = seed * 1664525 + 1013904223;
        uint16_t bound = (seed >> 24) % 6 < BOUNDARIES ? (uint16_t)((seed >> 24) % 6) : 0;
        label = i % LENGTH == 0 ? 0 : label;
        label = bound == 1 ? 1 : bound == 2 ? 0 : label;
        lesson->features[i] = seed >> 31;
        lesson->first[i + 1] = i + 1;
        lesson->labels[i] = label;
        lesson->bounds[i] = bound;
        if (i % LENGTH == 0)
            lesson->sequences[i / LENGTH] = (struct px_span){i, i + LENGTH};
    }
    lesson->first[0] = 0;
    lesson->samples = (struct px_chain_samples){lesson->features,  lesson->first,  lesson->labels, lesson->bounds,
                                                lesson->sequences, ITEMS / LENGTH, COLUMNS,        2,
                                                BOUNDARIES};
}

static void fit_learns_what_goes_on(void **state)
{
    static struct lesson lesson;
    const struct px_chain_fit_options how = {.passes = 60, .rate = .5, .decay = .99, .penalty = 1e-4, .seed = 1};
    float weights[2][COLUMNS * 2] = {{0}}, steps[2][BOUNDARIES * 6] = {{0}};
    double before = 0;
    struct px_arena arena = {0};
    struct px_chain chain;
    (void)state;
    prepare(&lesson);
    for (int run = 0; run < 2; run++)
        assert_int_equal(px_fit_chain(&lesson.samples, &how, weights[run], steps[run], &before, NULL), PX_OK);
    assert_memory_equal(weights[0], weights[1], sizeof weights[0]); /* to the bit */
    assert_memory_equal(steps[0], steps[1], sizeof steps[0]);
    assert_true(before > -.05);
    assert_true(px_chain_init(&chain, 2, BOUNDARIES, steps[0], &arena));
    double *work = px_arena_array(&arena, double, px_chain_room(&chain, LENGTH));
    for (size_t s = 0; s < ITEMS / LENGTH; s++) {
        float scores[LENGTH * 2];
        uint8_t best[LENGTH];
        for (size_t i = 0; i < LENGTH; i++)
            px_chain_score(&lesson.samples, weights[0], s * LENGTH + i, scores + 2 * i);
        px_chain_decode(&chain, scores, lesson.bounds + s * LENGTH, LENGTH, work, best);
        assert_memory_equal(best, lesson.labels + s * LENGTH, LENGTH);
    }
    px_arena_release(&arena);
}

static void too_many_labels_are_refused(void **state)
{
    const struct px_chain_samples samples = {.label_count = PX_CHAIN_LABELS + 1};
    const struct px_chain_fit_options how = {.passes = 1};
    (void)state;
    assert_int_equal(px_fit_chain(&samples, &how, NULL, NULL, NULL, NULL), PX_ERROR_USAGE);
}

static void hashed_rows_come_back(void **state)
{
    enum { LINES = 64, WIDTH = 4, ROWS = 300 };
    static uint8_t lines[LINES * PX_HASHED_LINE];
    const struct px_hashed table = {lines, LINES, WIDTH};
    int kept = 0;
    (void)state;
    for (uint64_t i = 0; i < ROWS; i++) {
        int32_t sums[WIDTH] = {0};
        float weights[WIDTH] = {(float)(i % 100) / 32 + 1.0F / 32, -.5F, 9, -9};
        uint32_t feature = px_hashed_feature(1, i, 2, 3, 4);
        bool put = px_hashed_put(lines, LINES, WIDTH, feature, weights);
        px_hashed_add(&table, feature, sums);
        kept += put;
        assert_int_equal(sums[0], put ? (int)(i % 100) + 1 : 0);
        assert_int_equal(sums[1], put ? -16 : 0);
        assert_int_equal(sums[2], put ? 127 : 0); /* as far as a byte goes */
        assert_int_equal(sums[3], put ? -127 : 0);
    }
    assert_in_range(kept, ROWS - 10, ROWS);
    assert_false(px_hashed_put(lines, LINES, WIDTH, 77, (float[WIDTH]){0, .001F, 0, 0}));
}

static void full_lines_keep_what_came_first(void **state)
{
    (void)state;
    for (uint32_t width = 1; width <= PX_HASHED_WIDTH; width++) {
        uint8_t line[PX_HASHED_LINE] = {0};
        float weights[PX_HASHED_WIDTH] = {[PX_HASHED_WIDTH - 1] = 0};
        const struct px_hashed table = {line, 1, width};
        uint32_t slots = px_hashed_slots(width);
        weights[width - 1] = 1;
        for (uint32_t i = 1; i <= slots + 2; i++)
            assert_int_equal(px_hashed_put(line, 1, width, i << 8, weights), i <= slots);
        for (uint32_t i = 1; i <= slots + 2; i++) {
            int32_t sums[PX_HASHED_WIDTH] = {0};
            px_hashed_add(&table, i << 8, sums);
            assert_int_equal(sums[width - 1], i <= slots ? PX_HASHED_STEPS : 0);
        }
    }
}

/* Weights stand behind the last check, here 0x4040 and 0x2020: no feature is found among them. */
static void weights_are_no_checks(void **state)
{
    uint8_t lines[2 * PX_HASHED_LINE];
    const struct px_hashed table = {lines, 1, 4};
    int32_t sums[4] = {0};
    (void)state;
    memset(lines, 7, sizeof lines); /* what stands behind the line is nobody's weight */
    memset(lines, 0, PX_HASHED_LINE);
    for (uint32_t i = 1; i <= px_hashed_slots(4); i++)
        assert_true(px_hashed_put(lines, 1, 4, i, (float[4]){2, 2, 1, 1}));
    px_hashed_add(&table, 0x4040, sums);
    px_hashed_add(&table, 0x2020, sums);
    assert_int_equal(sums[0], 0);
    px_hashed_add(&table, px_hashed_slots(4), sums);
    assert_int_equal(sums[0], 64);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marginals_meet_brute_force),  cmocka_unit_test(decoding_meets_brute_force),
        cmocka_unit_test(far_scores_keep_sums_finite), cmocka_unit_test(gradients_meet_differences),
        cmocka_unit_test(fit_learns_what_goes_on),     cmocka_unit_test(too_many_labels_are_refused),
        cmocka_unit_test(hashed_rows_come_back),       cmocka_unit_test(full_lines_keep_what_came_first),
        cmocka_unit_test(weights_are_no_checks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
