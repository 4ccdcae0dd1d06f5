/* A seeded generator of random numbers, so that the same seed gives the same report on every machine.
 *
 * Wraps GSL's taus2 (L'Ecuyer 1996, 1999). The state belongs to one caller: never share a generator between threads,
 * never seed it from time or addresses. Seeds that differ in any of their 64 bits give unrelated streams.
 *
 *     struct px_random *random;
 *     px_random_new(px_random_mix(seed, 7), &random, &error);
 *     uint32_t card = px_random_below(random, 52);
 *     px_random_free(random);
 */
#ifndef PX_STATISTICS_RANDOM_H
#define PX_STATISTICS_RANDOM_H

#include <stdint.h>

#include "base/error.h"

struct px_random;

/* On the heap; the caller frees it. Fails with PX_ERROR_MEMORY alone. */
PX_API enum px_status px_random_new(uint64_t seed, struct px_random **random, struct px_error *error);

/* NULL is allowed. */
PX_API void px_random_free(struct px_random *random);

/* A whole number of 0 .. bound - 1, each equally likely but for bound / 2^32; 0 for a bound of 0 or 1. */
PX_API uint32_t px_random_below(struct px_random *random, uint32_t bound);

/* Draws `drawn` (at most `count`) of the items without putting any back: moves them to the front, in the order in which
 * they came. Called again on what it left, it draws afresh. A generator's number serves several items while there are few
 * (Brackett-Rozinsky & Lemire 2024): each choice is equally likely but for 1 in 2,000 of its probability. */
PX_API void px_random_draw(struct px_random *random, uint32_t *items, uint32_t count, uint32_t drawn);

/* A seed made from a seed and the number of a purpose (splitmix64's last step, Steele, Lea & Flood 2014). */
PX_API uint64_t px_random_mix(uint64_t seed, uint64_t purpose);

#endif
