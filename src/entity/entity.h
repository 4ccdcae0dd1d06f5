/* Entities: whom and what the article talks about, and every mention of them.
 */
#ifndef PX_ENTITY_ENTITY_H
#define PX_ENTITY_ENTITY_H

#include "reading/annotation.h"

PX_API enum px_status px_annotate_entities(struct px_annotation *annotation, struct px_error *error);

#endif
