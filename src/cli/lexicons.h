/* Lexicon files on the command line: read in any format, with what could not be taken said on standard error. */
#ifndef PX_CLI_LEXICONS_H
#define PX_CLI_LEXICONS_H

#include "cli/context.h"
#include "lexicon/format.h"

/* Reads the file ("-": standard input) and prints the reader's warnings. Release the lexicon in every case. */
enum px_status px_cli_read_lexicon(const struct px_cli *context, const char *path, struct px_lexicon *lexicon,
                                   struct px_error *error);

/* Prints "path:line:column: warning: message" for each, unless --quiet. */
void px_cli_lexicon_warnings(const struct px_cli *context, const char *path,
                             const struct px_lexicon_warnings *warnings);

/* lexicon convert FILE --to FORMAT */
int px_lexicon_convert(const struct px_options *options);

#endif
