/* Values of options. Private to options.c. */
#ifndef PX_CLI_OPTION_VALUE_H
#define PX_CLI_OPTION_VALUE_H

#include "cli/options.h"

/* Is `value` one of the names in `list`, which has '|' between them? */
bool px_listed(const char *list, const char *value);

/* Sets what the option of the command is for, and that it is given; `value` is borrowed, and NULL for a switch.
 * PX_ERROR_USAGE says what the option takes instead, or that it is given twice and takes one value. */
enum px_status px_option_set(const struct px_command *command, const struct px_option *option, const char *value,
                             struct px_options *options, struct px_error *error);

/* PX_ERROR_USAGE when two of the options that are given do not go together. */
enum px_status px_options_check(const struct px_options *options, struct px_error *error);

#endif
