/* Values of options. Private to options.c. */
#ifndef PX_CLI_OPTION_VALUE_H
#define PX_CLI_OPTION_VALUE_H

#include "cli/options.h"

/* Is `value` one of the names in `list`, which has '|' between them? */
bool px_listed(const char *list, const char *value);

/* Sets what the option of the command is for; `value` is borrowed, and NULL for a switch. PX_ERROR_USAGE says what the
 * option takes instead. */
enum px_status px_option_set(const struct px_command *command, const struct px_option *option, const char *value,
                             struct px_options *options, struct px_error *error);

#endif
