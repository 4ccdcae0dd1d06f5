/* A sentence in which acts are looked for. Private to agency*.c; words are indices into the tree. */
#ifndef PX_READING_AGENCY_READING_H
#define PX_READING_AGENCY_READING_H

#include "reading/agency_words.h"

struct px_agency_reading {
    const struct px_annotation *annotation;
    struct px_agency_words words;
    const struct px_tree *tree;
    uint32_t sentence;
};

/* What agency.tsv says of the word; 0 where it was not read. */
uint32_t px_agency_listed(const struct px_agency_reading *reading, uint32_t word);

/* Has the word the treebank's tag, "VBN"? */
bool px_agency_is_tagged(const struct px_agency_reading *reading, uint32_t word, const char *tag);

/* Is the sentence no part of a paragraph? */
bool px_agency_is_headline(const struct px_agency_reading *reading);

/* The token that the word stands in. */
const struct px_token *px_agency_token(const struct px_agency_reading *reading, uint32_t word);

/* The entity that the word names; of PX_NONE none. */
uint32_t px_agency_entity(const struct px_agency_reading *reading, uint32_t word);

/* The subject that the predicate has or shares, past a dateline; PX_NONE for none. */
uint32_t px_agency_subject(const struct px_agency_reading *reading, uint32_t word);

/* The entity that stands in the role the word has, also where its name is added behind a description; no owner
 * ("whose"). */
uint32_t px_agency_party(const struct px_agency_reading *reading, uint32_t word);

/* The same of a doer: by its agents a body acts, "*Harbour Office* agents". */
uint32_t px_agency_doer(const struct px_agency_reading *reading, uint32_t word);

/* Whom the verb befalls, where that is one, and not the agent. */
uint32_t px_agency_patient(const struct px_agency_reading *reading, uint32_t word, uint32_t agent);

/* Is the form a participle without an auxiliary, so that nobody does what it tells? */
bool px_agency_is_bare_participle(const struct px_agency_reading *reading, uint32_t word);

/* Does the active verb itself tell what is done? Not where a clause does ("began to sing"), where it is said ("affirmed
 * the claim"), or where a headline may have left out the auxiliary of a passive. */
bool px_agency_is_told(const struct px_agency_reading *reading, uint32_t word);

/* Does the phrase of the act tell it by itself, and of its doer: nothing that hedges it, no second doer, no pronoun of
 * others, nothing that takes a part of it back? */
bool px_agency_is_whole(const struct px_agency_reading *reading, uint32_t word, const struct px_act *act);

/* The text that tells the act: of an active verb up to its object or to the first phrase behind it; of a passive that
 * begins with word `first` from its subject, if that is a noun close by; of a noun with what stands before it, and
 * "of". */
struct px_span px_agency_phrase(const struct px_agency_reading *reading, uint32_t word);
struct px_span px_agency_passive_phrase(const struct px_agency_reading *reading, uint32_t word, uint32_t first);
struct px_span px_agency_noun_phrase(const struct px_agency_reading *reading, uint32_t word);

/* The first of the auxiliaries of a passive that otherwise begins with `first`, "*have* been closed", with what one is
 * part of ("*we*'ve been given"). */
uint32_t px_agency_first_auxiliary(const struct px_agency_reading *reading, uint32_t word, uint32_t first);

/* Does "by" stand before the word, and no time behind it ("by Friday")? */
bool px_agency_is_by(const struct px_agency_reading *reading, uint32_t word);

/* Does a preposition whence a deed comes stand before the word: "from Republicans"? */
bool px_agency_is_whence(const struct px_agency_reading *reading, uint32_t word);

/* The doer that "by" adds to the word, that "from" adds to a noun, and that either adds to a verb or what hangs on it;
 * PX_NONE for none. */
uint32_t px_agency_agent_below(const struct px_agency_reading *reading, uint32_t word);
uint32_t px_agency_agent_whence(const struct px_agency_reading *reading, uint32_t word);
uint32_t px_agency_agent_of_verb(const struct px_agency_reading *reading, uint32_t word);

/* The same of a passive, whose doer may stand with what it is joined to: "were beaten and killed by the guards". */
uint32_t px_agency_agent_of_passive(const struct px_agency_reading *reading, uint32_t word);

/* Does "by" stand anywhere behind the word, but before a time or a number? */
bool px_agency_has_by_behind(const struct px_agency_reading *reading, uint32_t word);

/* Does the word stand in a clause that says what a noun of speech holds: "assertions that posts were left"? */
bool px_agency_is_in_speech(const struct px_agency_reading *reading, uint32_t word);

/* Reads the noun as an act; false where it is none: no noun of a deed, part of a name, or only the kind of another
 * thing ("rape exceptions"). */
bool px_agency_read_noun(const struct px_agency_reading *reading, uint32_t word, struct px_act *act);

#endif
