/* A check under way: what its files share. Internal to the room. */
#ifndef PX_LEXICON_CHECKER_H
#define PX_LEXICON_CHECKER_H

#include "base/table.h"
#include "lexicon/check.h"
#include "lexicon/pattern.h"

/* An entry as the checks compare it. */
struct px_checked {
    const struct px_entry *entry;
    uint32_t key;      /* of its folded pieces, or of the pattern */
    uint32_t category; /* id */
    struct px_slice *pieces;
    size_t piece_count; /* 0: a /pattern/ */
    bool glob;
};

struct px_checker {
    const struct px_lexicon *lexicon;
    const struct px_lexicon_usage *usage; /* or NULL */
    struct px_arena *arena;               /* the caller's */
    struct px_lexicon_findings *findings;
    struct px_error *error;
    struct px_arena scratch;
    struct px_splitter splitter;
    struct px_table keys;
    struct px_table categories;
    struct px_table rows;
    struct px_buffer buffer;
    struct px_checked *checked; /* by entry */
};

/* Adds a finding at the entry; its message is what stands in the checker's buffer, which is emptied. */
enum px_status px_checker_report(struct px_checker *checker, const struct px_entry *entry, enum px_lexicon_fault fault,
                                 const char *suggestion);

/* Exceptions that another one of the same entry covers. */
enum px_status px_checker_unless(struct px_checker *checker);

/* Patterns that match everything, and those that may take for ever. */
enum px_status px_checker_patterns(struct px_checker *checker);

/* Entries against the words of the corpus. */
enum px_status px_checker_usage(struct px_checker *checker);

#endif
