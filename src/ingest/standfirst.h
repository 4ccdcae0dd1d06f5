/* The standfirst: what stands below the headline and tells in few words what the article tells. */
#ifndef PX_INGEST_STANDFIRST_H
#define PX_INGEST_STANDFIRST_H

#include "ingest/page.h"

/* Where the first line of a text ends as archives print a headline whose second part stands in the next one, "Council
 * keeps the trees;": takes its mark away and marks the second part. Is it so? */
bool px_standfirst_part(struct px_page *page);

/* Is the line a label alone, "ABSTRACT", as archives print it? */
bool px_standfirst_is_label(const struct px_page *page, size_t i);

/* Marks it: what the page calls so, what is set off from the text, what stands between the labels "ABSTRACT" and "FULL
 * TEXT" of an archive. `from`: the first unit below the headline. */
void px_standfirst_mark(struct px_page *page, size_t from);

#endif
