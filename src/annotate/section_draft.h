/* Sections in the making. Private to section*.c.
 *
 * Words are content words as ids: stems cut at five letters, so that "elect", "election" and "elector" are one.
 */
#ifndef PX_ANNOTATE_SECTION_DRAFT_H
#define PX_ANNOTATE_SECTION_DRAFT_H

#include "annotate/section_cut.h"
#include "reading/annotation.h"

struct px_section_words {
    uint32_t *words;  /* of all blocks, one behind the other */
    uint32_t *starts; /* blocks + 1 */
    uint32_t *of;     /* by token: its word, or PX_NONE */
    size_t count;     /* distinct words */
};

/* Gives every section its label; false when memory is out. Linear in the article's tokens and mentions. */
bool px_section_label(struct px_annotation *annotation, const struct px_section_words *words);

#endif
