/* Temporary files and folders that must not stay behind when a signal ends the program.
 *
 * Outputs (stream.h) and folders (folder.h) name theirs here while they are being written. The library handles no
 * signals: a program that wants none left calls px_leftovers_remove from its handler, before it ends.
 *
 *     static void stop(int number)
 *     {
 *         px_leftovers_remove();
 *         raise(number);
 *     }
 */
#ifndef PX_BASE_LEFTOVER_H
#define PX_BASE_LEFTOVER_H

#include "base/export.h"

/* Names a temporary file or folder. The path is borrowed until it is dropped. Of more than some hundred at once the others
 * are not known, and stay behind. */
PX_API void px_leftover_add(const char *path);

/* No longer temporary, or gone: the same pointer that was added; others, and NULL, are passed over. Call it before the
 * path is freed. */
PX_API void px_leftover_drop(const char *path);

/* Removes the files, then the folders that are empty then. May be called from a signal handler; errno is changed. */
PX_API void px_leftovers_remove(void);

#endif
