/* HTML inside Markdown: md4c hands it over line by line and tag by tag; its blocks are units like any others. */
#ifndef PX_INGEST_MARKDOWN_HTML_H
#define PX_INGEST_MARKDOWN_HTML_H

#include "base/buffer.h"

enum { PX_TAG_NAME = 24 };

/* Where the reading of tags stands; all zero at the beginning. */
struct px_tag_reader {
    bool in_tag;
    bool comment;
    bool closing;
    bool named; /* the name is whole */
    char name[PX_TAG_NAME];
    size_t size;
    char skip[PX_TAG_NAME]; /* the element whose content is no text, while it is open */
    char last[2];           /* the last bytes, for the end of a comment */
};

/* Called for each tag outside of such an element. */
typedef void px_tag_function(void *user, const char *name, bool closing);

/* Appends the text between the tags, references replaced; tells of each tag before going on. */
void px_tag_read(struct px_tag_reader *reader, struct px_slice html, struct px_buffer *out, px_tag_function *tell,
                 void *user);

#endif
