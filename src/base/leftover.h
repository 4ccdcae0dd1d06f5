/* Temporary files and folders that must not stay behind when a signal ends the program.
 *
 * Outputs (stream.h) and folders (folder.h) name theirs here while they are being written. The library handles no
 * signals: a program that wants none left calls px_leftovers_remove from its handler, before it ends.
 *
 *     static void stop(int number)
 *     {
 *         px_leftovers_remove();
 *         signal(number, SIG_DFL); // else the handler is entered again
 *         raise(number);
 *     }
 *
 * What a thread makes at the very moment, and has not named yet, may stay; so do the files that a commit (folder.h) has
 * moved into a folder that was there before.
 */
#ifndef PX_BASE_LEFTOVER_H
#define PX_BASE_LEFTOVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/export.h"

/* Names a temporary file or folder; the path is copied. Gives the number to drop it by; 0: not known, and stays behind, as
 * are those beyond some hundred at once and paths of 4096 bytes and more. Any thread may call it. */
PX_API size_t px_leftover_add(const char *path);

/* No longer temporary, or gone. 0 is nothing. Any thread may call it. */
PX_API void px_leftover_drop(size_t number);

/* Removes the files, then the folders that are empty then. May be called from a signal handler, in any thread and beside
 * others that add and drop; errno is changed. What was named keeps its number for good: the program is to end. */
PX_API void px_leftovers_remove(void);

#endif
