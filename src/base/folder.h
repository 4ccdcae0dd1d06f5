/* A folder of files that is written whole or not at all.
 *
 * Files are written to a temporary folder on the same file system; commit moves that one into place. Where the folder is
 * there already, commit moves the files into it one by one: each is whole, and what else stands in the folder stays.
 *
 *     struct px_folder *folder;
 *     px_folder_open("tables", &folder, &error);
 *     px_folder_create(folder, "terms.csv", &out, &error); ... px_output_commit(out, &error);
 *     px_folder_commit(folder, &error);                                  // only now does tables/ appear
 *
 * Until commit is done with them, the folder and its files are leftovers (leftover.h), those that are committed, too.
 */
#ifndef PX_BASE_FOLDER_H
#define PX_BASE_FOLDER_H

#include "base/error.h"
#include "base/stream.h"

struct px_folder;

/* PX_ERROR_IO when the folder cannot be made there, or the name is another thing's. */
PX_API enum px_status px_folder_open(const char *path, struct px_folder **folder, struct px_error *error);

/* Opens a file of the folder. Any thread may call it, as those below. */
PX_API enum px_status px_folder_create(struct px_folder *folder, const char *name, struct px_output **file,
                                       struct px_error *error);

/* Writes a file of the folder. */
PX_API enum px_status px_folder_write(struct px_folder *folder, const char *name, struct px_slice bytes,
                                      struct px_error *error);

/* Makes a folder in the folder, whose files have "name/" before their names. PX_ERROR_IO when a file has the name. */
PX_API enum px_status px_folder_make(struct px_folder *folder, const char *name, struct px_error *error);

/* Makes the files visible and frees the folder in every case. Without commit, close throws the files away. */
PX_API enum px_status px_folder_commit(struct px_folder *folder, struct px_error *error);
PX_API void px_folder_close(struct px_folder *folder); /* NULL is nothing */

#endif
