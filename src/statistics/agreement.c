#include "statistics/agreement.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "statistics/percentile.h"
#include "statistics/random.h"

enum { REPLICATES = 1000 };

/* The pairable codes, unit after unit, and each unit's own disagreement: the mean δ² over its ordered pairs, times its
 * number of codes. `codes` are centred numbers, or for names the places among the different codes. */
struct coded {
    double *codes;
    size_t *starts; /* units + 1 */
    double *within; /* one a unit */
    double *tally;  /* work space: one a different code */
    size_t units;
    size_t kinds;
    enum px_level level;
};

static void release(struct coded *coded)
{
    free(coded->codes);
    free(coded->starts);
    free(coded->within);
    free(coded->tally);
}

/* Copies the codes of units that have two or more; false for an infinite one. */
static bool gather(struct coded *coded, struct px_agreement_codes codes)
{
    size_t size = 0;
    for (size_t unit = 0; unit < codes.units; unit++) {
        size_t start = size;
        for (size_t i = 0; i < codes.coders; i++) {
            double code = codes.codes[unit * codes.coders + i];
            if (isinf(code))
                return false;
            if (!isnan(code))
                coded->codes[size++] = code;
        }
        if (size - start < 2)
            size = start;
        else
            coded->starts[++coded->units] = size;
    }
    return true;
}

static int by_value(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Turns names into their places among the different ones; `sorted` has room for all. */
static void number_names(struct coded *coded, double *sorted)
{
    size_t size = coded->starts[coded->units];
    for (size_t i = 0; i < size; i++)
        sorted[i] = coded->codes[i];
    qsort(sorted, size, sizeof *sorted, by_value);
    for (size_t i = 0; i < size; i++)
        if (coded->kinds == 0 || sorted[i] != sorted[coded->kinds - 1])
            sorted[coded->kinds++] = sorted[i];
    for (size_t i = 0; i < size; i++) {
        const double *found = bsearch(&coded->codes[i], sorted, coded->kinds, sizeof *sorted, by_value);
        coded->codes[i] = (double)(found - sorted);
    }
}

/* Numbers are centred, so that sums of squares lose nothing to a large mean. */
static void centre_numbers(struct coded *coded)
{
    size_t size = coded->starts[coded->units];
    double mean = 0;
    for (size_t i = 0; i < size; i++)
        mean += (coded->codes[i] - mean) / (double)(i + 1);
    for (size_t i = 0; i < size; i++)
        coded->codes[i] -= mean;
}

/* Σ δ² over the ordered pairs of a multiset from its sums: n² - Σ n_c² for names, 2 n Σ c² - 2 (Σ c)² for numbers. */
struct sums {
    double size;
    double sum;
    double squares;
    double least;
    double most;
};

static const struct sums nothing = {0, 0, 0, INFINITY, -INFINITY};

static void add_unit(struct coded *coded, size_t unit, struct sums *sums)
{
    for (size_t i = coded->starts[unit]; i < coded->starts[unit + 1]; i++) {
        double code = coded->codes[i];
        sums->size++;
        sums->sum += code;
        sums->least = fmin(sums->least, code);
        sums->most = fmax(sums->most, code);
        if (coded->level == PX_LEVEL_INTERVAL)
            sums->squares += code * code;
        else
            sums->squares += 2 * coded->tally[(size_t)code]++ + 1;
    }
}

static double disagreement(const struct coded *coded, const struct sums *sums)
{
    if (coded->level == PX_LEVEL_INTERVAL)
        return 2 * (sums->size * sums->squares - sums->sum * sums->sum);
    return sums->size * sums->size - sums->squares;
}

static void clear_tally(struct coded *coded)
{
    for (size_t i = 0; i < coded->kinds; i++)
        coded->tally[i] = 0;
}

static void weigh_units(struct coded *coded)
{
    for (size_t unit = 0; unit < coded->units; unit++) {
        struct sums sums = nothing;
        add_unit(coded, unit, &sums);
        coded->within[unit] = disagreement(coded, &sums) / (sums.size - 1);
        for (size_t i = coded->starts[unit]; i < coded->starts[unit + 1] && coded->kinds > 0; i++)
            coded->tally[(size_t)coded->codes[i]] = 0;
    }
}

/* α = 1 - D_o / D_e, D_o = Σ within / n, D_e = Σ δ² over all pairs / (n (n - 1)); of the units themselves, or of as
 * many drawn with replacement. NaN where all codes are equal. */
static double alpha_of(struct coded *coded, struct px_random *random)
{
    struct sums sums = nothing;
    double within = 0;
    clear_tally(coded);
    for (size_t i = 0; i < coded->units; i++) {
        size_t unit = random == NULL ? i : px_random_below(random, (uint32_t)coded->units);
        add_unit(coded, unit, &sums);
        within += coded->within[unit];
    }
    if (!(sums.least < sums.most))
        return NAN;
    return 1 - within * (sums.size - 1) / disagreement(coded, &sums);
}

static double draw_alpha(void *of, struct px_random *random)
{
    return alpha_of(of, random);
}

static bool take_memory(struct coded *coded, struct px_agreement_codes codes)
{
    size_t size = codes.units * codes.coders;
    if (codes.coders != 0 && (size / codes.coders != codes.units || size > SIZE_MAX / 16))
        return false;
    coded->codes = malloc(sizeof *coded->codes * (size + 1));
    coded->tally = malloc(sizeof *coded->tally * (size + 1));
    coded->starts = calloc(codes.units + 1, sizeof *coded->starts);
    coded->within = calloc(codes.units + 1, sizeof *coded->within);
    return coded->codes != NULL && coded->tally != NULL && coded->starts != NULL && coded->within != NULL;
}

enum px_status px_agreement_alpha(struct px_agreement_codes codes, enum px_level level, uint64_t seed,
                                  struct px_estimate *alpha, struct px_error *error)
{
    struct coded coded = {.level = level};
    enum px_status status = PX_OK;
    *alpha = (struct px_estimate){NAN, NAN, NAN};
    if (codes.units > UINT32_MAX || !take_memory(&coded, codes)) {
        status = px_no_memory(error);
        goto done;
    }
    if (!gather(&coded, codes)) {
        status = px_error_set(error, PX_ERROR_INPUT, "a code is not finite");
        goto done;
    }
    if (level == PX_LEVEL_INTERVAL)
        centre_numbers(&coded);
    else
        number_names(&coded, coded.tally);
    clear_tally(&coded);
    weigh_units(&coded);
    alpha->value = alpha_of(&coded, NULL);
    if (!isnan(alpha->value) && coded.units > 1)
        status = px_percentile_bootstrap(
            draw_alpha, &coded, px_percentile_replicates(REPLICATES, coded.starts[coded.units]), seed, alpha, error);
done:
    release(&coded);
    return status;
}
