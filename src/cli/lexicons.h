/* Lexicon files on the command line: read in any format, with what could not be taken said on standard error. */
#ifndef PX_CLI_LEXICONS_H
#define PX_CLI_LEXICONS_H

#include "cli/context.h"
#include "lexicon/format.h"
#include "lexicon/usage.h"

/* Reads the file ("-": standard input) and prints the reader's warnings. Release the lexicon in every case. */
enum px_status px_cli_read_lexicon(const struct px_cli *context, const char *path, struct px_lexicon *lexicon,
                                   struct px_error *error);

/* Prints "path:line:column: warning: message" for each, unless --quiet. */
void px_cli_lexicon_warnings(const struct px_cli *context, const char *path,
                             const struct px_lexicon_warnings *warnings);

/* Goes through the corpus of the options with the lexicon, which `matcher` alone knows. Records that cannot be read are
 * printed and passed over. The caller frees the usage. */
enum px_status px_cli_lexicon_usage(struct px_cli *context, const struct px_lexicon *lexicon,
                                    const struct px_matcher *matcher, struct px_lexicon_usage **usage,
                                    struct px_error *error);

/* lexicon convert FILE --to FORMAT */
int px_lexicon_convert(const struct px_options *options);

#endif
