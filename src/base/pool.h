/* A pool: the same work for many items, over several threads, the results in the order of the items.
 *
 * Items are handed out one by one, so that a long one holds up nobody. What a call does may depend on its item alone;
 * `thread` (0 … threads - 1) picks the thread's own worker, so that nothing is shared. With one thread, or when
 * threads cannot be made, the caller's thread does the work.
 *
 *     px_pool_each(threads, count, annotate_one, &context);
 *
 * A task is one piece of work beside the caller's own:
 *
 *     struct px_task task = {0};
 *     px_task_begin(&task, threads, draw, &draws);
 *     ...                                             // nothing that touches the draws
 *     px_task_end(&task);
 */
#ifndef PX_BASE_POOL_H
#define PX_BASE_POOL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/export.h"

enum { PX_POOL_MOST_THREADS = 64 };

typedef void px_pool_function(void *context, size_t thread, size_t item);

/* Calls `function` once for each item 0 … count - 1 and returns when all are done. */
PX_API void px_pool_each(size_t threads, size_t count, px_pool_function *function, void *context);

/* All zero is one that is not at work. Stays where it is while it is. */
struct px_task {
    void (*function)(void *context);
    void *context;
    pthread_t handle;
    bool runs;
};

/* Calls the function, on a thread of its own where `threads` are more than one; else, or where no thread can be made,
 * before it returns. */
PX_API void px_task_begin(struct px_task *task, size_t threads, void (*function)(void *context), void *context);

/* Returns when the function has. Of a task that is not at work: at once. */
PX_API void px_task_end(struct px_task *task);

/* Processors that this process may use, at least 1. */
PX_API size_t px_pool_processors(void);

#endif
