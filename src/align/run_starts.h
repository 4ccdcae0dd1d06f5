/* Where runs of so many words begin in an article, by the hash of their words: the first of equal ones first. Private to the
 * rooms that compare. */
#ifndef PX_ALIGN_RUN_STARTS_H
#define PX_ALIGN_RUN_STARTS_H

#include "base/arena.h"

struct px_run_starts {
    size_t length;   /* words of a run */
    uint32_t *heads; /* position + 1 of the first, by hash; 0 for none */
    uint32_t *next;  /* [words] position + 1 of the next with the hash */
    size_t mask;
};

static inline size_t px_run_hash(const struct px_run_starts *starts, const uint32_t *folds)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < starts->length; i++)
        hash = (hash ^ folds[i]) * 0x9E3779B97F4A7C15u + (hash >> 29);
    return (size_t)(hash >> 20) & starts->mask;
}

/* Position + 1 of the first run that may be equal to the one that begins with `folds`; 0 for none. */
static inline uint32_t px_run_first(const struct px_run_starts *starts, const uint32_t *folds)
{
    return starts->heads[px_run_hash(starts, folds)];
}

/* Of `count` words, in the arena; false when memory is out. Linear. */
static inline bool px_run_starts_make(struct px_arena *arena, const uint32_t *folds, size_t count, size_t length,
                                      struct px_run_starts *starts)
{
    size_t size = 64;
    while (size < count)
        size *= 2;
    *starts = (struct px_run_starts){length, px_arena_array(arena, uint32_t, size),
                                     px_arena_array(arena, uint32_t, count + 1), size - 1};
    if (starts->heads == NULL || starts->next == NULL)
        return false;
    for (size_t at = count < length ? 0 : count - length + 1; at-- > 0;) { /* backwards: a chain runs forwards */
        uint32_t *head = &starts->heads[px_run_hash(starts, folds + at)];
        starts->next[at] = *head;
        *head = (uint32_t)at + 1;
    }
    return true;
}

#endif
