/* Roles as the table of their holders knows them. Private to the entity files. */
#ifndef PX_ENTITY_ENTITY_ROLE_H
#define PX_ENTITY_ENTITY_ROLE_H

#include "entity/entity_cast.h"

/* The words of the role alone. */
struct px_slice px_role_words(const struct px_cast *cast, const struct px_draft *draft);

/* The token of the role that says what it is: "secretary" of "secretary of state". */
uint32_t px_role_head(const struct px_cast *cast, const struct px_draft *draft);

/* What the role is one of: the lexicon's own class ("candidate"), or the competing names that its head belongs to. */
struct px_slice px_role_class(const struct px_cast *cast, const struct px_draft *draft);

/* "russia foreign minister", in the cast's buffer; empty where the role is nobody's in particular. Roles of the
 * lexicon's class are one: "republican party candidate". */
struct px_slice px_role_office(struct px_cast *cast, const struct px_draft *draft);

/* The key of a role in the table, in the cast's buffer: whose it is, whether it is past, its words; the kind parts whole
 * roles ('r') from their last words ('w') and classes ('c'). */
struct px_slice px_role_key(struct px_cast *cast, uint32_t country, bool former, char kind, struct px_slice words);

/* Files the figure under the key of a role, the newest holder first. */
void px_role_add_holder(struct px_cast *cast, struct px_slice key, uint32_t figure);

#endif
