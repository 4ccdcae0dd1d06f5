/* What a page says of its own character set: <meta charset>, http-equiv, the XML declaration, a saved HTTP header. */
#ifndef PX_INGEST_DECLARATION_H
#define PX_INGEST_DECLARATION_H

#include "ingest/charset.h"

struct px_declaration {
    char name
        [PX_CHARSET_NAME]; /* the first that is not UTF-8; empty: none. Pages that an archive wrapped have several */
    bool utf8;             /* UTF-8 is among them */
};

/* Looks at tags near the beginning alone: a script that speaks of charsets declares nothing. */
void px_declaration_find(struct px_slice bytes, struct px_declaration *declaration);

/* A name under which browsers read windows-1252. */
bool px_declaration_is_latin(const char *name);

/* The set that ICU shall read for a declared name: what browsers take for it, which is often a larger one. */
const char *px_declaration_charset(const char *name, struct px_slice bytes);

#endif
