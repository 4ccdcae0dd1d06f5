/* What somebody said, as it is shown and cited. Private to the report room. */
#ifndef PX_REPORT_SAID_H
#define PX_REPORT_SAID_H

#include "article/article.h"
#include "base/buffer.h"

enum { PX_SAID_PARTS = 4 }; /* of a statement that are shown */

/* The sentences of a statement: that of its speaker, and those of the words that are shown; by position, each once. */
struct px_said_cited {
    uint32_t sentences[PX_SAID_PARTS + 1];
    size_t count;
};

/* Adds the sentence that holds the byte. */
void px_said_cite(const struct px_article *article, uint32_t byte, struct px_said_cited *cited);

/* Appends the text without the mark by which a new paragraph opens a quotation again that goes on. */
void px_said_append(struct px_slice text, struct px_buffer *out);

/* Takes away the comma by which a quotation at the end goes over to its speaker, "…the right choice,”": nobody follows
 * where it is shown. */
void px_said_end(struct px_buffer *said);

#endif
