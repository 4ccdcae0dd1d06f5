#include "statistics/diversity.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "statistics/percentile.h"
#include "statistics/random.h"

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

/* An index of groups' counts; `sum` is their sum and `filled` the number of groups that had any in the sample. */
typedef double balance_index(const double *counts, size_t groups, double sum, size_t filled);

static double entropy(const double *counts, size_t groups, double sum, size_t filled)
{
    double bits = 0;
    for (size_t i = 0; i < groups; i++)
        if (counts[i] > 0)
            bits -= counts[i] / sum * log(counts[i] / sum);
    return filled > 1 ? bits / log((double)filled) : 0;
}

static double simpson(const double *counts, size_t groups, double sum, size_t filled)
{
    double same = 0;
    (void)filled;
    for (size_t i = 0; i < groups; i++)
        same += counts[i] * (counts[i] - 1);
    return sum > 1 ? 1 - same / (sum * (sum - 1)) : NAN;
}

/* Everything the bootstrap of a balance works with. */
struct mentions {
    struct px_random *random;
    uint32_t *group_of; /* one a mention */
    double *counts;
    double *replicates;
    uint32_t size;
    size_t groups;
    size_t filled;
};

static void release(struct mentions *mentions)
{
    px_random_free(mentions->random);
    free(mentions->group_of);
    free(mentions->counts);
    free(mentions->replicates);
}

static bool prepare(struct mentions *mentions, const double *counts, size_t wanted, uint64_t seed)
{
    mentions->group_of = malloc(sizeof *mentions->group_of * mentions->size);
    mentions->counts = malloc(sizeof *mentions->counts * (mentions->groups + 1));
    mentions->replicates = malloc(sizeof *mentions->replicates * wanted);
    if (mentions->group_of == NULL || mentions->counts == NULL || mentions->replicates == NULL ||
        px_random_new(seed, &mentions->random, NULL) != PX_OK)
        return false;
    uint32_t next = 0;
    for (size_t i = 0; i < mentions->groups; i++)
        for (uint32_t left = (uint32_t)round(counts[i]); left > 0 && next < mentions->size; left--)
            mentions->group_of[next++] = (uint32_t)i;
    mentions->size = next;
    return true;
}

static double draw_index(struct mentions *mentions, balance_index *index)
{
    for (size_t i = 0; i < mentions->groups; i++)
        mentions->counts[i] = 0;
    for (uint32_t i = 0; i < mentions->size; i++)
        mentions->counts[mentions->group_of[px_random_below(mentions->random, mentions->size)]]++;
    return index(mentions->counts, mentions->groups, mentions->size, mentions->filled);
}

static struct px_estimate bootstrap(const double *counts, struct mentions mentions, balance_index *index, uint64_t seed)
{
    struct px_estimate estimate = {NAN, NAN, NAN};
    size_t size = mentions.size + mentions.groups;
    size_t wanted = px_percentile_replicates(PX_DIVERSITY_REPLICATES, size);
    if (prepare(&mentions, counts, wanted, seed)) {
        for (size_t i = 0; i < wanted; i++)
            mentions.replicates[i] = draw_index(&mentions, index);
        px_percentile_interval(mentions.replicates, wanted, &estimate);
    }
    release(&mentions);
    return estimate;
}

static struct px_estimate balance(const double *counts, size_t groups, uint64_t seed, balance_index *index)
{
    struct px_estimate estimate = {NAN, NAN, NAN};
    struct mentions mentions = {.groups = groups};
    double sum = 0;
    for (size_t i = 0; i < groups; i++) {
        if (!isfinite(counts[i]) || counts[i] < 0)
            return estimate;
        sum += counts[i];
        mentions.filled += counts[i] > 0;
    }
    if (sum == 0)
        return estimate;
    if (sum >= 2 && sum <= 1e7) {
        mentions.size = (uint32_t)ceil(sum) + (uint32_t)mentions.filled;
        estimate = bootstrap(counts, mentions, index, seed);
    }
    estimate.value = index(counts, groups, sum, mentions.filled);
    if (estimate.low > estimate.value)
        estimate.low = estimate.value;
    if (estimate.high < estimate.value)
        estimate.high = estimate.value;
    return estimate;
}

struct px_estimate px_diversity_entropy(const double *counts, size_t groups, uint64_t seed)
{
    return balance(counts, groups, seed, entropy);
}

struct px_estimate px_diversity_simpson(const double *counts, size_t groups, uint64_t seed)
{
    return balance(counts, groups, seed, simpson);
}
