/* The copy of the lexicon files that is compiled into the program; the build writes the table. Internal to the room. */
#ifndef PX_LEXICON_EMBEDDED_H
#define PX_LEXICON_EMBEDDED_H

#include "lexicon/lexicon.h"

struct px_embedded_file {
    const char *path;  /* "en/loaded.tsv" */
    const char *start; /* behind a line end, as px_lexicon_line_column wants it */
    const char *end;
    const char sha256[65];
};

/* In order of path. */
extern const struct px_embedded_file px_embedded_files[];
extern const size_t px_embedded_count;

/* Reads an embedded file in place. */
enum px_status px_lexicon_read_embedded(const struct px_embedded_file *file, struct px_lexicon *lexicon,
                                        struct px_error *error);

#endif
