/* Attributes of an element of a page, and what they say of it. Private to html.c. */
#ifndef PX_INGEST_ATTRIBUTES_H
#define PX_INGEST_ATTRIBUTES_H

#include "ingest/markup.h"
#include "ingest/page.h"

/* Values, borrowed; NULL: it is not given. */
struct px_attributes {
#define PX_FIELD(field, text, tag) const char *field;
    PX_MARKUP_ATTRIBUTES(PX_FIELD)
#undef PX_FIELD
};

/* Reads libxml2's list of names and values, which NULL ends; the list may be NULL. */
void px_attributes_read(const unsigned char **list, struct px_attributes *attributes);

/* Do they hide the element? */
bool px_attributes_hide(const struct px_attributes *attributes);

/* Hints (bits by enum px_hint) of the element's names, worked out once for each distinct string of the page. */
uint32_t px_attributes_hints(struct px_page *page, const struct px_attributes *attributes);

/* The path of tags and first classes from the page to an element below `parent`, as a number; digits in names do not
 * matter. */
uint32_t px_attributes_signature(struct px_page *page, uint32_t parent, const char *tag, const char *class_name);

#endif
