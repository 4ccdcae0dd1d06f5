/* The bearer of a word: whom or what it tells of, as grammar has it.
 *
 *     a modifier          the noun it stands with              "the brutal *ruler*"
 *     a predicate         its subject                          "*the plan* is reckless"
 *     a verb              its object, or else its subject      "slammed *the council*", "*the minister* blustered"
 *     a noun              itself when it names the bearer, or
 *                         who is so called, or has it, or whom
 *                         it befalls                           "*Hask*, a bully", "*Hask*'s tirade"
 *     an adverb           who does what it tells of            "*the mob* savagely beat"
 *
 * Nothing where the words hang in no tree.
 */
#ifndef PX_READING_BEARER_H
#define PX_READING_BEARER_H

#include "reading/annotation.h"

/* Fills annotation->mentions, in the worker's scratch memory. Linear. */
PX_API enum px_status px_annotate_mentions(struct px_annotation *annotation, struct px_error *error);

/* The entity one of whose mentions the token is part of, or PX_NONE. */
PX_API uint32_t px_entity_at(const struct px_annotation *annotation, uint32_t token);

/* The entity of which tokens [first, end) tell: the likeliest bearer that is one. PX_NONE where there is none. */
PX_API uint32_t px_bearer_entity(const struct px_annotation *annotation, uint32_t first, uint32_t end);

#endif
