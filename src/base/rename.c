#define _GNU_SOURCE /* renameat2 */
#include "base/rename.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* The two files change names; false: not here. rename() does the same in one call, but when a file goes ext4 writes the
 * one that takes its name to the disk meanwhile: a millisecond and more for each of the forty files of a report. */
static bool exchange(const char *from, const char *to)
{
#ifdef RENAME_EXCHANGE
    struct stat info;
    return lstat(to, &info) == 0 && S_ISREG(info.st_mode) &&
           renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE) == 0;
#else
    (void)from, (void)to;
    return false;
#endif
}

bool px_rename(const char *from, const char *to)
{
    return (exchange(from, to) ? unlink(from) : rename(from, to)) == 0;
}
