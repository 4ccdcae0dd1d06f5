/* The copy of the lexicon files that is compiled into the program; the build writes the table. Internal to the room. */
#ifndef PX_LEXICON_EMBEDDED_H
#define PX_LEXICON_EMBEDDED_H

#include <stddef.h>

struct px_embedded_file {
    const char *path; /* "en/loaded.tsv" */
    const char *start;
    const char *end;
};

/* In order of path. */
extern const struct px_embedded_file px_embedded_files[];
extern const size_t px_embedded_count;

#endif
