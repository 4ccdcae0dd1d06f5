/* The forms of a comparison: one to standard output or a file, or all of them to a folder. */
#ifndef PX_CLI_FORMS_H
#define PX_CLI_FORMS_H

#include "cli/context.h"
#include "compare/comparison.h"

/* Does the command write to a folder? */
bool px_forms_need_folder(const struct px_options *options);

/* Makes the folder that -o names, where it is not there. PX_ERROR_USAGE without -o, PX_ERROR_IO when it cannot be made. */
enum px_status px_forms_make_folder(const struct px_options *options, struct px_error *error);

/* Writes the comparison in the form, or forms, that the options ask for; a Markdown report that goes to a file gets its
 * pictures beside it. */
enum px_status px_forms_write(struct px_cli *context, const struct px_comparison *comparison,
                              const struct px_provenance *provenance, struct px_error *error);

#endif
