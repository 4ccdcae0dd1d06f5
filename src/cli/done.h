/* The groups that an output of `batch` has already, so that a run that was stopped can be picked up.
 *
 *     struct px_table done = {0};
 *     px_done_read(&context, &done, &error);                      // the files of --done
 *     if (px_table_find(&done, name) != PX_NONE) ...              // there is a comparison of that group
 *     px_table_release(&done);
 */
#ifndef PX_CLI_DONE_H
#define PX_CLI_DONE_H

#include "base/table.h"
#include "cli/context.h"

/* Adds the groups of every whole comparison. An error record is none, and so is a line that was cut off: these are
 * compared again. Warns where another line stands behind one that was cut off, and of a file's first comparison that was
 * made by another version, with other options, lexicons or seed. Any other line is PX_ERROR_SYNTAX: the file is none of
 * batch. */
enum px_status px_done_read(const struct px_cli *context, struct px_table *done, struct px_error *error);

#endif
