/* Names of files.
 *
 *     if (!px_rename("report.md.k3v5qa", "report.md"))
 *         ... errno says why
 */
#ifndef PX_BASE_RENAME_H
#define PX_BASE_RENAME_H

#include <stdbool.h>

#include "base/export.h"

/* Gives the file `from` the name `to` of the same file system; a file that had it is gone. There is no moment at which
 * `to` names nothing, or a part of a file. A folder is never replaced. False: failed, and errno says why.
 *
 * Nothing is said of when the file is on the disk: a file of results can be made again. */
PX_API bool px_rename(const char *from, const char *to);

#endif
