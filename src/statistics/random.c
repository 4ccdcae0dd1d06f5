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
