/* What somebody said, as it is shown and cited. Private to the report room. */
#ifndef PX_REPORT_SAID_H
#define PX_REPORT_SAID_H

#include "article/article.h"
#include "base/buffer.h"

enum {
    PX_SAID_PARTS = 4,     /* of a statement that are shown */
    PX_SAID_SENTENCES = 32 /* that are cited */
};

/* The sentences of a statement: that of its speaker, and those of the words that are shown; by position, each once, as
 * many as there is room for. */
struct px_said_cited {
    uint32_t sentences[PX_SAID_SENTENCES];
    size_t count;
};

/* Adds the sentence that holds the byte. */
void px_said_cite(const struct px_article *article, uint32_t byte, struct px_said_cited *cited);

/* Adds the sentences of which a part stands in the span. Linear in them. */
void px_said_cite_all(const struct px_article *article, struct px_span words, struct px_said_cited *cited);

/* Appends the text without the mark by which a new paragraph opens a quotation again that goes on. */
void px_said_append(struct px_slice text, struct px_buffer *out);

/* Appends what is said without the commas inside of closing marks, by which a quotation went over to who says it, where
 * nothing or an ellipsis follows: "“It burns” … “So I ran”". */
void px_said_append_bare(struct px_slice said, struct px_buffer *out);

#endif
