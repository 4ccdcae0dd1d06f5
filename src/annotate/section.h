/* Sections: the article's own headings first, then minimum-cost segmentation, with labels. The user's topics (--topics)
 * keep paragraphs with hits of one category together, and name the sections in which most such hits are of one.
 */
#ifndef PX_ANNOTATE_SECTION_H
#define PX_ANNOTATE_SECTION_H

#include "reading/annotation.h"

/* Fills article->sections, in order, and the section of each sentence. Needs segments and hits.
 * Quadratic in the paragraphs. PX_ERROR_MEMORY. */
PX_API enum px_status px_annotate_sections(struct px_annotation *annotation, struct px_error *error);

#endif
