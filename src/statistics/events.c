#include "statistics/events.h"

#include <math.h>
#include <stdbool.h>

#include "statistics/percentile.h"
#include "statistics/quantile.h"
#include "statistics/random.h"

enum { PURPOSE_FLIP = 2 };

struct sample {
    const double *numbers;
    size_t count;
    double mean;
    double error; /* standard error of the mean */
};

/* Mean and standard error of the numbers themselves, or of as many drawn with replacement (Welford 1962). */
static void measure(struct sample *sample, struct px_random *random)
{
    double squares = 0;
    sample->mean = 0;
    for (size_t i = 0; i < sample->count; i++) {
        size_t at = random == NULL ? i : px_random_below(random, (uint32_t)sample->count);
        double apart = sample->numbers[at] - sample->mean;
        sample->mean += apart / (double)(i + 1);
        squares += apart * (sample->numbers[at] - sample->mean);
    }
    double count = (double)sample->count;
    sample->error = sqrt(squares / (count - 1) / count);
}

/* t*, NaN for a sample of equal numbers. */
static double draw_t(void *of, struct px_random *random)
{
    const struct sample *seen = of;
    struct sample drawn = *seen;
    measure(&drawn, random);
    return drawn.error > 0 ? (drawn.mean - seen->mean) / drawn.error : NAN;
}

static enum px_status bound(struct sample *seen, uint64_t seed, struct px_estimate *mean, struct px_error *error)
{
    struct px_estimate t = {NAN, NAN, NAN};
    enum px_status status = px_percentile_bootstrap(
        draw_t, seen, px_percentile_replicates(PX_EVENTS_REPLICATES, seen->count), seed, &t, error);
    double count = (double)seen->count;
    double inflated = sqrt(count / (count - 1)) * seen->error;
    double student = px_quantile_t(count - 1) * seen->error;
    mean->low = mean->value - fmax(t.high * inflated, student);
    mean->high = mean->value - fmin(t.low * inflated, -student);
    return status;
}

/* All 2^n ways to turn signs, as the bits of a number. */
static double exact_p(const struct sample *seen, double limit)
{
    size_t ways = (size_t)1 << seen->count;
    size_t extreme = 0;
    for (size_t way = 0; way < ways; way++) {
        double sum = 0;
        for (size_t i = 0; i < seen->count; i++)
            sum += way >> i & 1 ? -seen->numbers[i] : seen->numbers[i];
        extreme += fabs(sum) >= limit;
    }
    return (double)extreme / (double)ways;
}

static enum px_status drawn_p(const struct sample *seen, double limit, uint64_t seed, double *p, struct px_error *error)
{
    struct px_random *random;
    enum px_status status = px_random_new(px_random_mix(seed, PURPOSE_FLIP), &random, error);
    if (status != PX_OK)
        return status;
    size_t flips = px_percentile_replicates(PX_EVENTS_REPLICATES, seen->count);
    size_t extreme = 1;
    for (size_t flip = 0; flip < flips; flip++) {
        double sum = 0;
        for (size_t i = 0; i < seen->count; i++)
            sum += px_random_below(random, 2) == 0 ? seen->numbers[i] : -seen->numbers[i];
        extreme += fabs(sum) >= limit;
    }
    px_random_free(random);
    *p = (double)extreme / (double)(flips + 1);
    return PX_OK;
}

/* Is there something to test: finite numbers whose sum and spread are finite, too? */
static bool is_usable(const struct sample *seen)
{
    if (seen->count == 0 || seen->count > UINT32_MAX || !isfinite(seen->mean * (double)seen->count))
        return false;
    for (size_t i = 0; i < seen->count; i++)
        if (!isfinite(seen->numbers[i]))
            return false;
    return true;
}

enum px_status px_events_across(const double *numbers, size_t count, uint64_t seed, struct px_across *across,
                                struct px_error *error)
{
    struct sample seen = {.numbers = numbers, .count = count};
    *across = (struct px_across){{NAN, NAN, NAN}, NAN, NAN};
    measure(&seen, NULL);
    if (!is_usable(&seen))
        return PX_OK;
    across->mean.value = seen.mean;
    if (count < 2)
        return PX_OK;
    enum px_status status = PX_OK;
    bool varied = seen.error > 0 && isfinite(seen.error);
    if (varied)
        across->effect = seen.mean / (seen.error * sqrt((double)count));
    if (varied && count >= PX_EVENTS_FEWEST)
        status = bound(&seen, seed, &across->mean, error);
    double limit = fabs(seen.mean) * (double)count * (1 - 1e-12);
    if (count <= PX_EVENTS_EXACT)
        across->p = exact_p(&seen, limit);
    else if (status == PX_OK)
        status = drawn_p(&seen, limit, seed, &across->p, error);
    return status;
}
