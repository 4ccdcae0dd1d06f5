/* What of the user's names and topics stands nowhere: most often it is misspelt. */
#ifndef PX_CLI_UNMATCHED_H
#define PX_CLI_UNMATCHED_H

#include "cli/context.h"

/* Warns on standard error, with file and line, unless --quiet: of names of `sides` (NULL: none) that no speaker has, or
 * that stand on two sides; of aliases that no article uses; of topics none of whose entries an article has. */
enum px_status px_cli_warn_unmatched(const struct px_cli *context, const struct px_lexicon *sides,
                                     const struct px_article *const *articles, size_t count, struct px_error *error);

#endif
