/* A sentence in which acts are looked for. Private to agency*.c; words are indices into the tree. */
#ifndef PX_ANNOTATE_AGENCY_READING_H
#define PX_ANNOTATE_AGENCY_READING_H

#include "annotate/agency_words.h"

struct px_agency_reading {
    const struct px_annotation *annotation;
    struct px_agency_words words;
    const struct px_tree *tree;
    uint32_t sentence;
};

/* What agency.tsv says of the word; 0 where it was not read. */
uint16_t px_agency_listed(const struct px_agency_reading *reading, uint32_t word);

/* The entity that the word names; of PX_NONE none. */
uint32_t px_agency_entity(const struct px_agency_reading *reading, uint32_t word);

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

/* Reads the noun as an act; false where it is none: no noun of a deed, part of a name, or only the kind of another thing
 * ("rape exceptions"). */
bool px_agency_read_noun(const struct px_agency_reading *reading, uint32_t word, struct px_act *act);

#endif
