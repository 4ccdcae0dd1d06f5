#include "near.h"

#include "statistics/diversity.h"

static struct px_arena scratch;

static double mattr(const char *letters, size_t window)
{
    uint32_t words[64];
    size_t count = strlen(letters);
    for (size_t i = 0; i < count; i++)
        words[i] = (uint32_t)(letters[i] - 'a');
    return px_diversity_mattr(words, count, 26, window, &scratch);
}

static double mtld(const char *letters)
{
    uint32_t words[64];
    size_t count = strlen(letters);
    for (size_t i = 0; i < count; i++)
        words[i] = (uint32_t)(letters[i] - 'a');
    return px_diversity_mtld(words, count, 26, PX_MTLD_THRESHOLD, &scratch);
}

/* aab: windows of two are aa (1/2) and ab (2/2): .75. abcab in threes: always 3/3. abab in threes: 2/3 twice. */
static void averages_over_windows(void **state)
{
    (void)state;
    assert_near(mattr("aab", 2), .75, 1e-15);
    assert_near(mattr("abcab", 3), 1, 1e-15);
    assert_near(mattr("abab", 3), 2. / 3, 1e-15);
    assert_near(mattr("abab", 100), .5, 1e-15);
}

/* aaaa: every second word ends a factor: 4 / 2 both ways. abca: type-token ratio 3/4 at the end, no factor: the part is
 * .25 / .28 = .892857, 4 / .892857 = 4.48 both ways. aab: forwards one factor and a part of 0: 3; backwards b a a falls to
 * 2/3: 3. */
static void counts_factors(void **state)
{
    (void)state;
    assert_near(mtld("aaaa"), 2, 1e-12);
    assert_near(mtld("abca"), 4.48, 1e-12);
    assert_near(mtld("aab"), 3, 1e-12);
    assert_near(mtld("abcdef"), 6, 0);
    assert_near(mtld("abacadaeaf"), mtld("faeadacaba"), 1e-12);
}

/* One and three of four: -(¼ ln ¼ + ¾ ln ¾) / ln 2 = .811278; Simpson 1 - (0 + 6) / 12 = .5. */
static void measures_balance(void **state)
{
    (void)state;
    const double counts[] = {1, 0, 3};
    const double even[] = {20, 20, 20};
    const double alone[] = {0, 7};
    assert_near(px_diversity_entropy(counts, 3).value, .811278, 1e-6);
    assert_near(px_diversity_simpson(counts, 3).value, .5, 1e-12);
    assert_near(px_diversity_entropy(even, 3).value, 1, 1e-12);
    assert_near(px_diversity_simpson(even, 3).value, 1 - 3. * 380 / 3540, 1e-12);
    assert_near(px_diversity_entropy(alone, 2).value, 0, 0);
    assert_near(px_diversity_simpson(alone, 2).value, 0, 0);
    double other = 1 - pow(.025, 1. / 7); /* the share that somebody else may have */
    assert_near(px_diversity_simpson(alone, 2).high, 2 * other * (1 - other), 1e-12);
    assert_near(px_diversity_entropy(alone, 2).high, -(other * log2(other) + (1 - other) * log2(1 - other)), 1e-12);
}

static void gives_intervals(void **state)
{
    (void)state;
    const double few[] = {8, 2, 1};
    const double many[] = {800, 200, 100};
    struct px_estimate wide = px_diversity_entropy(few, 3);
    struct px_estimate narrow = px_diversity_entropy(many, 3);
    assert_true(wide.low < wide.value && wide.value <= wide.high && wide.high <= 1);
    assert_true(narrow.low < narrow.value && narrow.value < narrow.high);
    assert_near(wide.value, narrow.value, 1e-12);
    assert_true(narrow.high - narrow.low < (wide.high - wide.low) / 5);
}

/* Four, three, two and one of ten, by hand: H = 1.279854, Σ p ln² p = 1.818949, k = 4: corrected 1.279854 + .15, variance
 * (1.818949 - 1.638026) / 10 + .015 = .0330922, t(9) = 2.262157; by ln 4, since one speaks once, the upper end is cut at 1.
 * Simpson: Σ p² = .3, Σ p³ = .1, 1 - 20 / 90 = .777778, variance (4 · 8 · .1 + .6 - 34 · .09) / 90 = .00822222.
 * Of five, two, and three who speak once, 3 · 2 / (2 · 2) = 1.5 more are taken to be unseen: the lower end is by ln 6.5. */
static void follows_the_formulas(void **state)
{
    (void)state;
    const double counts[] = {4, 3, 2, 1};
    const double singles[] = {5, 2, 1, 1, 1};
    assert_estimate(px_diversity_entropy(counts, 4), 1.279854 / log(4), (1.429854 - 2.262157 * sqrt(.0330922)) / log(4),
                    1, 1e-5);
    assert_estimate(px_diversity_entropy(singles, 5), 1.359237 / log(5),
                    (1.559237 - 2.262157 * sqrt(0.07013296)) / log(6.5), 1, 1e-5);
    assert_estimate(px_diversity_simpson(counts, 4), .777778, .777778 - 2.262157 * sqrt(.00822222),
                    .777778 + 2.262157 * sqrt(.00822222), 1e-5);
}

static void answers_nonsense_with_nan(void **state)
{
    (void)state;
    const uint32_t words[] = {1, 2, 30};
    const double none[] = {0, 0};
    const double bad[] = {1, -1};
    const double one[] = {1, 0};
    assert_near(px_diversity_mattr(words, 0, 26, 10, &scratch), NAN, 0);
    assert_near(px_diversity_mattr(words, 3, 26, 10, &scratch), NAN, 0);
    assert_near(px_diversity_mattr(words, 2, 26, 0, &scratch), NAN, 0);
    assert_near(px_diversity_mtld(words, 0, 26, .72, &scratch), NAN, 0);
    assert_near(px_diversity_mtld(words, 2, 26, 1, &scratch), NAN, 0);
    assert_estimate(px_diversity_entropy(none, 2), NAN, NAN, NAN, 0);
    assert_estimate(px_diversity_entropy(bad, 2), NAN, NAN, NAN, 0);
    assert_estimate(px_diversity_entropy(NULL, 0), NAN, NAN, NAN, 0);
    assert_estimate(px_diversity_entropy(one, 2), 0, NAN, NAN, 0);
    assert_estimate(px_diversity_simpson(one, 2), NAN, NAN, NAN, 0);
}

static int release(void **state)
{
    (void)state;
    px_arena_release(&scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(averages_over_windows), cmocka_unit_test(counts_factors),
        cmocka_unit_test(measures_balance),      cmocka_unit_test(gives_intervals),
        cmocka_unit_test(follows_the_formulas),  cmocka_unit_test(answers_nonsense_with_nan),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
