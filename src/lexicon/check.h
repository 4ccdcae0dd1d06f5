/* Checking a lexicon: what a careful colleague would point out before it is used.
 *
 * The check reads the entries against each other and, where the lexicon's use in a corpus is given, against its words.
 * Findings are in order of line, then column; their texts live in the arena that the caller gives. Quadratic only in the
 * wildcards of one category, in the exceptions of one entry, and in entries that match nothing times frequent words.
 *
 *     struct px_lexicon_findings findings = {0};
 *     px_lexicon_check(&lexicon, NULL, &arena, &findings, &error);
 *     for (size_t i = 0; i < findings.count; i++) ... findings.items[i].message
 */
#ifndef PX_LEXICON_CHECK_H
#define PX_LEXICON_CHECK_H

#include "lexicon/usage.h"

enum px_lexicon_fault {
    PX_FAULT_NO_CATEGORY,        /* the cell is empty */
    PX_FAULT_DUPLICATE,          /* the same entry in the same category as an earlier line */
    PX_FAULT_CONFLICTING_WEIGHT, /* the same entry and category with another weight than an earlier line */
    PX_FAULT_SHADOWED,           /* a wildcard of the category, or of `unless` an exception, covers it */
    PX_FAULT_SMALL_CATEGORY,     /* fewer than three entries */
    PX_FAULT_EVERYTHING,         /* a pattern that matches any word, or a tenth of the corpus' words */
    PX_FAULT_SLOW,               /* a /pattern/ that may take for ever on some text */
    PX_FAULT_UNUSED,             /* counts nowhere in the corpus */
    PX_FAULT_TYPO                /* the same, and a frequent word of the corpus differs by one letter */
};

/* One finding at `line` and `column` (bytes, from 1) of the lexicon's file: lower case, no full stop. */
struct px_lexicon_finding {
    enum px_lexicon_fault fault;
    size_t line;
    size_t column;
    struct px_slice message;    /* what is wrong */
    struct px_slice suggestion; /* what to do about it */
};

struct px_lexicon_findings {
    struct px_lexicon_finding *items;
    size_t count;
    size_t capacity;
};

/* The name of a fault for machines: "duplicate", "shadowed" … */
PX_API const char *px_lexicon_fault_name(enum px_lexicon_fault fault);

/* Appends the findings to `findings` (memory of `arena`). Entries count as the same when their folds are: case,
 * apostrophes, and hyphen or space do not matter unless the entry's case is exact. `usage` may be NULL. */
PX_API enum px_status px_lexicon_check(const struct px_lexicon *lexicon, const struct px_lexicon_usage *usage,
                                       struct px_arena *arena, struct px_lexicon_findings *findings,
                                       struct px_error *error);

#endif
