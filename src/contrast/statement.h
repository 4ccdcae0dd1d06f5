/* A statement, and by what its speaker is known from others: what sourcing counts. Private to the room. */
#ifndef PX_CONTRAST_STATEMENT_H
#define PX_CONTRAST_STATEMENT_H

#include "base/buffer.h"
#include "contrast/contrast.h"

/* One attribution with a speaker. */
struct px_statement {
    uint32_t source; /* index into the sources as first met */
    uint32_t article;
    uint32_t attribution;
    uint32_t words;
    uint32_t direct_words;
    struct px_slice spelling; /* of the speaker, or of the entity's name */
    struct px_slice before;   /* the article right before it, of one who is described; may be empty */
    struct px_speaker speaker;
    uint32_t noun; /* of a speaker without a name: its stem, or PX_NONE */
};

/* The referent as the speaker, and its key: "=" and its number. False where there is none. */
bool px_statement_referent(const struct px_compare_context *context, uint32_t referent, struct px_buffer *key,
                           struct px_statement *statement);

/* Who an attribution's speaker is: a referent, or the phrase's words; "?" for whom nothing resolved, since one row
 * would be several speakers. Fills `key` and all of the statement that tells of the speaker; false when memory is
 * out. */
bool px_statement_key(struct px_compare_context *context, size_t article, uint32_t index, struct px_buffer *key,
                      struct px_statement *statement);

/* The sentence to which one turns for the statement: its own; but the first of its words where it has none of them, and they
 * begin before it: "“It burns.” Ann said." Linear in the parts of the words. */
uint32_t px_statement_sentence(const struct px_article *article, const struct px_attribution *attribution);

#endif
