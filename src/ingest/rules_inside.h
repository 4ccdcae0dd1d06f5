/* What rules are made of. Private to rules.c, which asks them, and rules_make.c, which reads them from lexicons. */
#ifndef PX_INGEST_RULES_INSIDE_H
#define PX_INGEST_RULES_INSIDE_H

#include "base/table.h"
#include "ingest/rules.h"
#include "ingest/sieve.h"

/* The sets of patterns; those of furniture come first. */
enum {
    PX_SET_FURNITURE,
    PX_SET_ROLES,
    PX_SET_NOTES,
    PX_SET_GENRES,
    PX_SET_BYLINES = PX_SET_GENRES + PX_GENRE_PLACES,
    PX_SET_HINTS = PX_SET_BYLINES + PX_BYLINE_WORDS,
    PX_SETS = PX_SET_HINTS + PX_HINT_COUNT
};

struct px_rules {
    struct px_table stop_words;
    PX_VECTOR(uint32_t) stop_languages; /* by stop word: bits of its languages */
    struct px_table months;
    PX_VECTOR(int) month_numbers;
    struct px_patterns *sets[PX_SETS];
    struct px_fields *fields;
    struct px_table joints;
    PX_VECTOR(unsigned) joint_bits;
    struct px_sieve hint_sieve; /* bits by enum px_hint */
    uint32_t hints_unsieved;
    struct px_arena arena;
    bool ready; /* all but sets and fields are an image's */
};

/* Reads them of all languages; see px_rules_new. */
enum px_status px_rules_make(const char *directory, struct px_rules **rules, struct px_error *error);

/* Are all files that would be read the built-in ones? */
bool px_rules_are_built_in(const char *directory);

#endif
