/* A sieve: which of up to 32 patterns could match a text at all, in one pass over it.
 *
 * Of each pattern the sieve keeps letters without which it cannot match: of every alternative the last four of its
 * longest run of plain characters. A text that holds none of them need not be given to the pattern. The sieve never
 * says no where a pattern matches; it may say yes where none does. Patterns are PCRE2's and caseless; one with signs
 * that the sieve does not read, or with an alternative of less than two plain characters, is not taken: it has to be
 * tried on every text.
 *
 *     struct px_sieve sieve = {0};
 *     px_sieve_add(&sieve, PX_SLICE("\\bads?\\b|sponsor"), 1u << 3);
 *     px_sieve_find(&sieve, PX_SLICE("main sponsored"));               // 1 << 3: worth a look
 *     px_sieve_find(&sieve, PX_SLICE("main"));                         // 0
 */
#ifndef PX_INGEST_SIEVE_H
#define PX_INGEST_SIEVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum { PX_SIEVE_BITS = 14 };

/* All zero is an empty sieve. 64 KB. */
struct px_sieve {
    uint32_t masks[1 << PX_SIEVE_BITS]; /* by the hash of two, three or four characters: patterns that need them */
};

/* Adds a pattern under `mask`; several may share one. false: it is not taken. */
bool px_sieve_add(struct px_sieve *sieve, struct px_slice pattern, uint32_t mask);

/* The masks of the patterns that could match; all of them when the text holds a letter that is no ASCII but has one for
 * its other case (the long s). Linear. */
uint32_t px_sieve_find(const struct px_sieve *sieve, struct px_slice text);

#endif
