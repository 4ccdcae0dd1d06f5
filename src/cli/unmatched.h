/* What of the user's names and topics stands nowhere: most often it is misspelt.
 *
 *     struct px_unmatched unmatched;
 *     px_unmatched_open(&unmatched, &context, sides, &error);
 *     for the articles of each comparison: px_unmatched_see(&unmatched, articles, count);
 *     px_unmatched_warn(&unmatched, &error);
 *     px_unmatched_release(&unmatched);
 */
#ifndef PX_CLI_UNMATCHED_H
#define PX_CLI_UNMATCHED_H

#include <stdatomic.h>

#include "cli/context.h"

/* The entries of one lexicon of the user, and which of them an article has. */
struct px_unmatched_list {
    const struct px_lexicon *lexicon; /* NULL: none is given */
    size_t number;                    /* of its hits */
    atomic_bool *seen;
};

struct px_unmatched {
    const struct px_cli *context;
    struct px_unmatched_list sides, aliases, topics;
    atomic_bool *targets; /* [options->target_count] which of --target an article names */
};

/* `sides` is the lexicon of --sides, or NULL; the others are the context's. With --quiet nothing is looked for. Release
 * in every case. */
enum px_status px_unmatched_open(struct px_unmatched *unmatched, const struct px_cli *context,
                                 const struct px_lexicon *sides, struct px_error *error);

/* Notes what annotated articles have. Threads may do so at a time. */
void px_unmatched_see(struct px_unmatched *unmatched, const struct px_article *const *articles, size_t count);

/* Warns on standard error, with file and line: of names of sides that no speaker has, or that stand on two sides; of
 * aliases that no article uses; of topics none of whose entries an article has; of targets that no article names. */
enum px_status px_unmatched_warn(const struct px_unmatched *unmatched, struct px_error *error);
void px_unmatched_release(struct px_unmatched *unmatched);

#endif
