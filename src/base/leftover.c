#include "base/leftover.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 128, LONGEST = 4096 };

/* What is at work on a place of the table. Whoever turns FREE into FILLING owns the bytes until they are NAMED; those of a
 * path that is being REMOVED are never written again, for a handler may still read them. */
enum state { FREE, FILLING, NAMED, REMOVED };

_Static_assert(ATOMIC_INT_LOCK_FREE == 2, "a handler may touch atomics only where they take no lock");

/* The bytes are the table's own: a handler may run beside the thread that frees its path. */
static struct {
    atomic_int state;
    char path[LONGEST];
} places[MOST];

/* How many threads make or move files, and with ENDING that the program ends; the signal that waits for them, 0: none. */
enum { ENDING = 1 << 30 };
static atomic_int held, waiting;

static bool turn(size_t place, int from, int to)
{
    return atomic_compare_exchange_strong(&places[place].state, &from, to);
}

size_t px_leftover_add(const char *path)
{
    size_t size = strlen(path) + 1;
    for (size_t i = 0; i < MOST && size <= LONGEST; i++)
        if (turn(i, FREE, FILLING)) {
            memcpy(places[i].path, path, size);
            atomic_store(&places[i].state, NAMED);
            return i + 1;
        }
    return 0;
}

/* What would be made or moved now, nobody would remove: the thread stops for good. */
void px_leftovers_hold(void)
{
    if ((atomic_fetch_add(&held, 1) & ENDING) != 0)
        for (;;)
            pause();
}

/* Only one can, and only while nobody holds. */
static bool begin_ending(void)
{
    int nobody = 0;
    return atomic_compare_exchange_strong(&held, &nobody, ENDING);
}

/* The signal is written before `held` is read, and read after `held` is written: one of the two sees the other. */
bool px_leftovers_postpone(int number)
{
    atomic_store(&waiting, number);
    return !begin_ending();
}

void px_leftovers_go_on(void)
{
    atomic_fetch_sub(&held, 1);
    int number = atomic_load(&waiting);
    if (number == 0 || !begin_ending())
        return;
    px_leftovers_remove();
    raise(number);
}

void px_leftover_drop(size_t number)
{
    if (number > 0)
        turn(number - 1, NAMED, FREE);
}

/* A handler may call what is async-signal-safe alone: unlink and rmdir are, and lock-free atomics. */
void px_leftovers_remove(void)
{
    int (*const removers[])(const char *) = {unlink, rmdir, rmdir}; /* a folder may stand in another */
    for (size_t i = 0; i < MOST; i++)
        turn(i, NAMED, REMOVED);
    for (size_t r = 0; r < sizeof removers / sizeof *removers; r++)
        for (size_t i = 0; i < MOST; i++)
            if (atomic_load(&places[i].state) == REMOVED)
                removers[r](places[i].path);
}
