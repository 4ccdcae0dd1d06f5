#include "statistics/diversity.h"

#include <math.h>
#include <stdbool.h>

#include "statistics/quantile.h"

static bool are_types(const uint32_t *words, size_t count, size_t types)
{
    for (size_t i = 0; i < count; i++)
        if (words[i] >= types)
            return false;
    return count > 0;
}

double px_diversity_mattr(const uint32_t *words, size_t count, size_t types, size_t window, struct px_arena *scratch)
{
    if (window == 0 || !are_types(words, count, types) || types > SIZE_MAX / 8)
        return NAN;
    uint32_t *held = px_arena_array(scratch, uint32_t, types);
    if (held == NULL)
        return NAN;
    if (window > count)
        window = count;
    size_t different = 0;
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        different += held[words[i]]++ == 0;
        if (i >= window)
            different -= --held[words[i - window]] == 0;
        if (i + 1 >= window)
            sum += (double)different;
    }
    return sum / (double)window / (double)(count - window + 1);
}

/* Factors of one reading. `seen[type]` is the number of the factor in which the type was last seen, from *factor on. */
static double count_factors(const uint32_t *words, size_t count, bool backwards, double threshold, size_t *seen)
{
    size_t whole = backwards ? count + 1 : 1;
    size_t first = whole;
    size_t size = 0;
    size_t different = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t word = words[backwards ? count - 1 - i : i];
        different += seen[word] != whole;
        seen[word] = whole;
        size++;
        if ((double)different <= threshold * (double)size) {
            whole++;
            size = 0;
            different = 0;
        }
    }
    double part = size == 0 ? 0 : (1 - (double)different / (double)size) / (1 - threshold);
    return (double)(whole - first) + part;
}

double px_diversity_mtld(const uint32_t *words, size_t count, size_t types, double threshold, struct px_arena *scratch)
{
    if (!(threshold > 0) || !(threshold < 1) || !are_types(words, count, types) || types > SIZE_MAX / 16)
        return NAN;
    size_t *seen = px_arena_array(scratch, size_t, types);
    if (seen == NULL)
        return NAN;
    double size = (double)count;
    double forwards = count_factors(words, count, false, threshold, seen);
    double backwards = count_factors(words, count, true, threshold, seen);
    return ((forwards > 0 ? size / forwards : size) + (backwards > 0 ? size / backwards : size)) / 2;
}

/* What the counts of groups say: p_i are their shares, k the number of those that are not empty. */
struct shares {
    double sum;
    double groups;  /* k */
    double once;    /* groups counted once */
    double twice;   /* and twice */
    double squares; /* Σ p² */
    double cubes;   /* Σ p³ */
    double entropy; /* -Σ p ln p */
    double spread;  /* Σ p ln² p */
};

/* False when nothing was counted, or what is no count. */
static bool read_shares(const double *counts, size_t groups, struct shares *shares)
{
    *shares = (struct shares){0};
    for (size_t i = 0; i < groups; i++) {
        if (!isfinite(counts[i]) || counts[i] < 0)
            return false;
        shares->sum += counts[i];
    }
    for (size_t i = 0; i < groups && shares->sum > 0 && isfinite(shares->sum); i++) {
        double p = counts[i] / shares->sum;
        if (p == 0)
            continue;
        shares->groups++;
        shares->once += counts[i] == 1;
        shares->twice += counts[i] == 2;
        shares->squares += p * p;
        shares->cubes += p * p * p;
        shares->entropy -= p * log(p);
        shares->spread += p * log(p) * log(p);
    }
    return shares->sum > 0 && isfinite(shares->sum);
}

/* The share that a second group may have where all mentions seen are of one: the exact end. */
static double unseen_share(const struct shares *shares)
{
    return -expm1(log(PX_TAIL) / shares->sum);
}

/* How many groups there are at least beside those seen, from those seen once and twice. */
static double unseen_groups(const struct shares *shares)
{
    return shares->once * (shares->once - 1) / (2 * (shares->twice + 1));
}

struct px_estimate px_diversity_entropy(const double *counts, size_t groups)
{
    struct px_estimate index = {NAN, NAN, NAN};
    struct shares shares;
    if (!read_shares(counts, groups, &shares))
        return index;
    double most = log(shares.groups);
    index.value = shares.groups > 1 ? fmin(1, shares.entropy / most) : 0;
    if (shares.sum < 2)
        return index;
    if (shares.groups == 1) {
        double p = unseen_share(&shares);
        index.low = 0;
        index.high = p >= .5 ? 1 : -(p * log(p) + (1 - p) * log1p(-p)) / log(2);
        return index;
    }
    double n = shares.sum;
    double bias = (shares.groups - 1) / (2 * n);
    double variance = (shares.spread - shares.entropy * shares.entropy) / n + bias / n;
    double half = px_quantile_t(n - 1) * sqrt(fmax(0, variance));
    double least = log(shares.groups + unseen_groups(&shares));
    index.low = fmin(fmax(0, (shares.entropy + bias - half) / least), index.value);
    index.high = fmax(fmin(1, (shares.entropy + bias + half) / most), index.value);
    return index;
}

struct px_estimate px_diversity_simpson(const double *counts, size_t groups)
{
    struct px_estimate index = {NAN, NAN, NAN};
    struct shares shares;
    if (!read_shares(counts, groups, &shares) || !(shares.sum > 1))
        return index;
    double n = shares.sum;
    index.value = fmax(0, 1 - (n * shares.squares - 1) / (n - 1));
    if (n < 2)
        return index;
    if (shares.groups == 1) {
        double p = fmin(.5, unseen_share(&shares));
        index.low = 0;
        index.high = 2 * p * (1 - p);
        return index;
    }
    double squared = shares.squares * shares.squares;
    double variance = (4 * (n - 2) * shares.cubes + 2 * shares.squares - 2 * (2 * n - 3) * squared) / (n * (n - 1));
    double half = px_quantile_t(n - 1) * sqrt(fmax(0, variance));
    index.low = fmax(0, index.value - half);
    index.high = fmax(fmin(1, index.value + half), index.value);
    return index;
}
