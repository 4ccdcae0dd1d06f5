#include "base/leftover.h"

#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

enum { MOST = 128 };

static _Atomic(const char *) paths[MOST];

/* Puts the path where `old` stands. */
static void put(const char *old, const char *path)
{
    for (size_t i = 0; i < MOST; i++) {
        const char *there = old;
        if (atomic_compare_exchange_strong(&paths[i], &there, path))
            return;
    }
}

void px_leftover_add(const char *path)
{
    put(NULL, path);
}

void px_leftover_drop(const char *path)
{
    if (path != NULL)
        put(path, NULL);
}

/* A handler may call what is async-signal-safe alone: unlink and rmdir are, and lock-free atomics. */
void px_leftovers_remove(void)
{
    int (*const removers[])(const char *) = {unlink, rmdir};
    for (size_t r = 0; r < sizeof removers / sizeof *removers; r++)
        for (size_t i = 0; i < MOST; i++) {
            const char *path = atomic_load(&paths[i]);
            if (path != NULL)
                removers[r](path);
        }
}
