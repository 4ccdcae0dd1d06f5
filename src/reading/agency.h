/* Agency: who does what to whom, and where the text names no doer.
 *
 * An act is a verb with its subject and object, a passive, or a noun that names a deed ("the annexation of"). Its agent
 * is the verb's subject, what "by" adds to a passive or a noun, the possessor of a noun of doing ("their attack on"); its
 * patient the object, the subject of a passive, what "of" adds to a noun, the possessor of a noun of suffering ("his
 * arrest"). `agent_given` is false where a passive or a noun leaves the doer out: "mistakes were made" (Fowler et al.
 * 1979 on passives and nominalisations); a noun does so only if nothing round it, and no other act of the article, tells
 * him. `deed` is false of a state, of what is said, of what is supposed or is to be, of what something is only called, and
 * where the words do not tell it by themselves ("worked", a headline's past form that may be a passive). `said` is true of
 * a noun by which something is only said or thought. `phrase` is what a reader is shown of it.
 * Which nouns are deeds, which verbs and participles tell a state ("has", "is based in") and the like are the language's
 * data (agency.tsv); which words charge somebody with what he may deny ("interference", "meddled") is in claims.tsv, and
 * the act's `claim`. Only with a parser: the article has no acts without one.
 */
#ifndef PX_READING_AGENCY_H
#define PX_READING_AGENCY_H

#include "reading/annotation.h"

/* Fills article->acts, in order of position. Linear. */
PX_API enum px_status px_annotate_agency(struct px_annotation *annotation, struct px_error *error);

/* By token: the act whose verb or noun it is, or PX_NONE; in the worker's scratch memory, NULL when that is out.
 * Linear. */
PX_API const uint32_t *px_agency_index(const struct px_annotation *annotation);

/* Is what the verb says yet to be done: "was advised to veto", "plans to sign", "for it to be sustained", "wants to cut
 * and leave"? */
PX_API bool px_agency_is_to_be(const struct px_annotation *annotation, uint32_t sentence, uint32_t word);

/* The word that names who does what the passive or the noun `word` tells, by "by"; PX_NONE where nobody is named. */
PX_API uint32_t px_agency_agent(const struct px_annotation *annotation, uint32_t sentence, uint32_t word);

#endif
