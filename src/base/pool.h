/* A pool: the same work for many items, over several threads, the results in the order of the items.
 *
 * Items are handed out one by one, so that a long one holds up nobody. What a call does may depend on its item alone;
 * `thread` (0 … threads - 1) picks the thread's own worker, so that nothing is shared. With one thread, or when
 * threads cannot be made, the caller's thread does the work.
 *
 *     px_pool_each(threads, count, annotate_one, &context);
 */
#ifndef PX_BASE_POOL_H
#define PX_BASE_POOL_H

#include <stddef.h>

#include "base/export.h"

enum { PX_POOL_MOST_THREADS = 64 };

typedef void px_pool_function(void *context, size_t thread, size_t item);

/* Calls `function` once for each item 0 … count - 1 and returns when all are done. */
PX_API void px_pool_each(size_t threads, size_t count, px_pool_function *function, void *context);

/* Processors that this process may use, at least 1. */
PX_API size_t px_pool_processors(void);

#endif
