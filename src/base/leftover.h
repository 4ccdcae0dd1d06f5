/* Temporary files and folders that must not stay behind when a signal ends the program.
 *
 * Outputs (stream.h) and folders (folder.h) name theirs here while they are being written. The library handles no
 * signals: a program that wants none left calls px_leftovers_remove from its handler, before it ends.
 *
 *     static void stop(int number)
 *     {
 *         signal(number, SIG_DFL); // or SA_RESETHAND: else the handler is entered again
 *         if (px_leftovers_postpone(number))
 *             return;
 *         px_leftovers_remove();
 *         raise(number);
 *     }
 *
 * Whoever makes such a file holds the signal until it is named: px_leftovers_hold, make, px_leftover_add,
 * px_leftovers_go_on.
 */
#ifndef PX_BASE_LEFTOVER_H
#define PX_BASE_LEFTOVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/export.h"

/* Names a temporary file or folder; the path is copied. Gives the number to drop it by; 0: not known, and stays
 * behind, as are those beyond some hundred at once and paths of 4096 bytes and more. Any thread may call it. */
PX_API size_t px_leftover_add(const char *path);

/* While a file is made and named, or files are moved to their places (folder.h), no signal may come between: a
 * handler that is told so returns, and px_leftovers_go_on removes what is temporary and raises the signal. Once the
 * program ends, px_leftovers_hold does not return. Any thread may call them, at the same time, and one may hold
 * twice. */
PX_API void px_leftovers_hold(void);
PX_API void px_leftovers_go_on(void);

/* For a handler: is the signal raised again, later or by another thread? If not, the program is to end now, and nothing
 * is made any more. */
PX_API bool px_leftovers_postpone(int number);

/* No longer temporary, or gone. 0 is nothing. Any thread may call it. */
PX_API void px_leftover_drop(size_t number);

/* Removes the files, then the folders that are empty then, also one in another. May be called from a signal handler,
 * in any thread and beside others that add and drop; errno is changed. What was named keeps its number for good: the
 * program is to end. */
PX_API void px_leftovers_remove(void);

#endif
