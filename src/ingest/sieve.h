/* A sieve: which of up to 32 patterns could match a text at all, in one pass over it.
 *
 * Of each pattern the sieve keeps letters without which it cannot match: of every alternative the last four of its
 * longest run of plain characters, by bytes. A text that holds none of them need not be given to the pattern. The sieve never
 * says no where a pattern matches; it may say yes where none does. Patterns are PCRE2's and caseless; one with signs
 * that the sieve does not read, or with an alternative of less than two plain characters, is not taken: it has to be
 * tried on every text.
 *
 *     struct px_sieve sieve = {0};
 *     px_sieve_add(&sieve, PX_SLICE("\\bads?\\b|sponsor"), 1u << 3);
 *     px_sieve_find(&sieve, PX_SLICE("main sponsored"), NULL);         // 1 << 3: worth a look
 *     px_sieve_find(&sieve, PX_SLICE("main"), NULL);                   // 0
 *
 * Where patterns are more than 32, several share a mask, and their letters tell them apart: px_sieve_letters of each,
 * and the letters that were met.
 */
#ifndef PX_INGEST_SIEVE_H
#define PX_INGEST_SIEVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum { PX_SIEVE_BITS = 14 };

/* All zero is an empty sieve. 64 KB. */
struct px_sieve {
    uint32_t masks[1 << PX_SIEVE_BITS]; /* by the hash of two, three or four characters: patterns that need them */
};

enum { PX_SIEVE_LETTERS_MOST = 512 };

/* Letters that a text holds, of those that some pattern needs. */
struct px_sieve_met {
    uint64_t bits[(1 << PX_SIEVE_BITS) / 64];
};

/* The letters of which the pattern needs one, as numbers; returns how many, 0 for a pattern that is not taken. */
size_t px_sieve_letters(struct px_slice pattern, uint16_t letters[PX_SIEVE_LETTERS_MOST]);

/* Adds a pattern, by its letters, under `mask`; several may share one. */
void px_sieve_add_letters(struct px_sieve *sieve, const uint16_t *letters, size_t count, uint32_t mask);

/* Both. false: the pattern is not taken. */
bool px_sieve_add(struct px_sieve *sieve, struct px_slice pattern, uint32_t mask);

/* The masks of the patterns that could match; all of them when the text holds a letter that is no ASCII but has one for
 * its other case (the long s). `met` may be NULL; else the letters that were met. Linear. */
uint32_t px_sieve_find(const struct px_sieve *sieve, struct px_slice text, struct px_sieve_met *met);

/* Were any of the letters met? */
bool px_sieve_has_met(const struct px_sieve_met *met, const uint16_t *letters, size_t count);

#endif
