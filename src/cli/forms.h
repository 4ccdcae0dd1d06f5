/* The forms of a comparison: one to standard output or a file, its tables to a folder, or all of them to a folder. */
#ifndef PX_CLI_FORMS_H
#define PX_CLI_FORMS_H

#include "cli/context.h"
#include "comparison/comparison.h"

/* px_cli_open for a command that writes comparisons: where the form is a folder, it is opened as well, so that no work
 * is done for nothing. Release the context in every case. */
int px_forms_open(struct px_cli *context, const struct px_options *options, unsigned needs);

/* Goes a report of no named form to a terminal? There a summary serves better. */
bool px_forms_on_terminal(const struct px_options *options);

/* Writes the comparison in the form, or forms, that the options ask for; a Markdown report that goes to a file gets its
 * pictures beside it. */
enum px_status px_forms_write(struct px_cli *context, const struct px_comparison *comparison,
                              const struct px_provenance *provenance, struct px_error *error);

#endif
