/* Lexicon files on the command line: read in any format, with what could not be taken said on standard error. */
#ifndef PX_CLI_LEXICONS_H
#define PX_CLI_LEXICONS_H

#include "cli/context.h"
#include "lexicon/format.h"
#include "lexicon/usage.h"

/* Reads the file ("-": standard input) and prints the reader's warnings. Release the lexicon in every case. */
enum px_status px_cli_read_lexicon(const struct px_cli *context, const char *path, struct px_lexicon *lexicon,
                                   struct px_error *error);

/* The language's lexicon of that name, or NULL. */
const struct px_lexicon *px_cli_find_lexicon(const struct px_cli *context, const char *name);

/* Standard input always is. */
bool px_cli_file_is_there(const char *path);

/* PX_ERROR_NOT_FOUND: neither a lexicon has the name nor a file. */
enum px_status px_cli_no_lexicon(const struct px_cli *context, const char *name, struct px_error *error);

/* Reads the file, or where there is none says that of the name. Release the lexicon in every case. */
enum px_status px_cli_read_named(const struct px_cli *context, const char *name, struct px_lexicon *lexicon,
                                 struct px_error *error);

/* Prints "path:line:column: warning: message" for each, unless --quiet. */
void px_cli_lexicon_warnings(const struct px_cli *context, const char *path,
                             const struct px_lexicon_warnings *warnings);

/* The same of a lexicon that is used, not looked over: the first PX_CLI_SHOWN of them and how many more there are, all
 * with --verbose. */
void px_cli_first_lexicon_warnings(const struct px_cli *context, const char *path,
                                   const struct px_lexicon_warnings *warnings);

/* Goes through the corpus of the options with the lexicon, which `matcher` alone knows. Records that cannot be read are
 * printed and passed over. The caller frees the usage. */
enum px_status px_cli_lexicon_usage(struct px_cli *context, const struct px_lexicon *lexicon,
                                    const struct px_matcher *matcher, struct px_lexicon_usage **usage,
                                    struct px_error *error);

/* Appends the lexicon of that name or file in the form of --to, as TSV without; says what the form cannot hold. */
enum px_status px_lexicon_write_named(struct px_cli *context, const char *name, struct px_buffer *out,
                                      struct px_error *error);

#endif
