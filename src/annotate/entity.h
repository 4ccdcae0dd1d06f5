/* Entities: whom and what the article talks about, and every mention of them.
 */
#ifndef PX_ANNOTATE_ENTITY_H
#define PX_ANNOTATE_ENTITY_H

#include "annotate/annotate.h"

PX_API enum px_status px_annotate_entities(struct px_annotation *annotation, struct px_error *error);

#endif
