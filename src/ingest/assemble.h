/* Assembling: a decided page into an article. */
#ifndef PX_INGEST_ASSEMBLE_H
#define PX_INGEST_ASSEMBLE_H

#include "ingest/page.h"

/* Marks the unit that is the headline (repeats of it become furniture), the standfirst behind it, byline and date
 * lines. Before the decision. */
void px_assemble_mark_head(struct px_page *page);

/* Copies facts, text, blocks and furniture into the article; `joins` is for pages without markup, whose paragraphs may
 * be broken in mid-sentence. After the decision. */
enum px_status px_assemble_article(struct px_page *page, bool joins, struct px_article *article,
                                   struct px_error *error);

#endif
