/* Aliases: what the user says of who is who, a lexicon whose entries are names and whose categories are whom they name.
 *
 *     entry	category	kind
 *     BoJo	Boris Johnson	person
 *     the separatists	Donetsk People's Republic	organisation
 *
 * Column kind (person, organisation, place, group, work, other) may be missing or empty.
 */
#ifndef PX_ENTITY_ALIAS_H
#define PX_ENTITY_ALIAS_H

#include "article/article.h"
#include "lexicon/lexicon.h"

/* PX_ERROR_SYNTAX, with file, line and column, for an alias without a name, a kind that is none, an alias of two
 * names, and a name of two kinds. Linear. */
PX_API enum px_status px_alias_check(const struct px_lexicon *aliases, struct px_error *error);

/* The kind that the entry's line gives, or PX_ENTITY_KIND_COUNT when it gives none. */
PX_API uint8_t px_alias_kind(const struct px_lexicon *aliases, const struct px_entry *entry);

#endif
