#include "statistics/random.h"

#include <gsl/gsl_rng.h>
#include <stdlib.h>

#include "statistics/quiet.h"

struct px_random {
    gsl_rng *generator;
};

uint64_t px_random_mix(uint64_t seed, uint64_t purpose)
{
    uint64_t mixed = seed + (purpose + 1) * 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

enum px_status px_random_new(uint64_t seed, struct px_random **result, struct px_error *error)
{
    *result = NULL;
    px_quiet_gsl();
    struct px_random *random = malloc(sizeof *random);
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_taus2);
    if (random == NULL || generator == NULL) {
        free(random);
        gsl_rng_free(generator);
        return px_no_memory(error);
    }
    /* taus2 reads 32 bits of its seed and takes 0 for a default: mix all 64 in, and never hand it 0. */
    gsl_rng_set(generator, (unsigned long)(px_random_mix(seed, 0) >> 32) | 1u);
    random->generator = generator;
    *result = random;
    return PX_OK;
}

void px_random_free(struct px_random *random)
{
    if (random == NULL)
        return;
    gsl_rng_free(random->generator);
    free(random);
}

uint32_t px_random_below(struct px_random *random, uint32_t bound)
{
    return (uint32_t)((uint64_t)gsl_rng_get(random->generator) * bound >> 32);
}

/* A number of 32 bits times a bound: the upper half is the number drawn, the lower half is as good as a number of the
 * generator for the next bound, while the product of the bounds is far from 2^32. */
void px_random_draw(struct px_random *random, uint32_t *items, uint32_t count, uint32_t drawn)
{
    enum { PRODUCT = 1 << 21 };
    uint64_t product = PRODUCT, rest = 0;
    for (uint32_t i = 0; i < drawn; i++) {
        uint64_t bound = count - i;
        product *= bound;
        if (product > PRODUCT) {
            rest = gsl_rng_get(random->generator);
            product = bound;
        }
        rest *= bound;
        uint32_t at = i + (uint32_t)(rest >> 32), item = items[at];
        rest &= UINT32_MAX;
        items[at] = items[i];
        items[i] = item;
    }
}
