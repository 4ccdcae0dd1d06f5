/* What must be right of the paths on a command line before anything is read or written. */
#ifndef PX_CLI_PATHS_H
#define PX_CLI_PATHS_H

#include "cli/options.h"

/* --lexicons and PARALLAX_LEXICONS are folders with lexicons (others would give the built-in ones without a word),
 * and -o is none of the files that are read, under whatever name: it would end up in their place. PX_ERROR_NOT_FOUND,
 * PX_ERROR_USAGE. */
enum px_status px_cli_check_paths(const struct px_options *options, struct px_error *error);

/* PX_ERROR_USAGE when `path`, which -o makes the command write, is a file that is read. */
enum px_status px_cli_check_written(const struct px_options *options, const char *path, struct px_error *error);

/* PX_ERROR_USAGE when -o is a file of these annotated texts. Those of --gold are part of px_cli_check_paths. */
enum px_status px_cli_check_gold(const struct px_options *options, const char *const *gold, size_t count,
                                 struct px_error *error);

/* Are both one file, by whatever names? A device or a pipe, which may be read and written, is none. */
bool px_cli_is_same_file(const char *a, const char *b);

#endif
