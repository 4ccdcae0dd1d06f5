/* Entities: whom and what the article talks about, and every mention of them.
 */
#ifndef PX_ENTITY_ENTITY_H
#define PX_ENTITY_ENTITY_H

#include "reading/annotation.h"

/* Fills article->entities and article->mentions, the latter in order of position. Needs the hits, quotations and classes;
 * with grammar, the lexemes. PX_ERROR_MEMORY. */
PX_API enum px_status px_annotate_entities(struct px_annotation *annotation, struct px_error *error);

#endif
