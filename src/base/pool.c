#define _GNU_SOURCE /* sched_getaffinity */
#include "base/pool.h"

#include <sched.h>
#include <stdatomic.h>

struct pool {
    px_pool_function *function;
    void *context;
    size_t count;
    atomic_size_t next;
};

struct member {
    struct pool *pool;
    size_t thread;
    pthread_t handle;
};

static void work(struct pool *pool, size_t thread)
{
    for (size_t item; (item = atomic_fetch_add(&pool->next, 1)) < pool->count;)
        pool->function(pool->context, thread, item);
}

static void *run(void *argument)
{
    struct member *member = argument;
    work(member->pool, member->thread);
    return NULL;
}

void px_pool_each(size_t threads, size_t count, px_pool_function *function, void *context)
{
    struct pool pool = {.function = function, .context = context, .count = count};
    struct member members[PX_POOL_MOST_THREADS];
    size_t started = 0;
    if (threads > PX_POOL_MOST_THREADS)
        threads = PX_POOL_MOST_THREADS;
    if (threads > count)
        threads = count;
    while (started + 1 < threads) {
        struct member *member = &members[started];
        *member = (struct member){.pool = &pool, .thread = started + 1};
        if (pthread_create(&member->handle, NULL, run, member) != 0)
            break;
        started++;
    }
    work(&pool, 0);
    for (size_t i = 0; i < started; i++)
        pthread_join(members[i].handle, NULL);
}

static void *run_task(void *argument)
{
    struct px_task *task = argument;
    task->function(task->context);
    return NULL;
}

void px_task_begin(struct px_task *task, size_t threads, void (*function)(void *context), void *context)
{
    *task = (struct px_task){.function = function, .context = context};
    task->runs = threads > 1 && pthread_create(&task->handle, NULL, run_task, task) == 0;
    if (!task->runs)
        function(context);
}

void px_task_end(struct px_task *task)
{
    if (task->runs)
        pthread_join(task->handle, NULL);
    task->runs = false;
}

size_t px_pool_processors(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    int count = CPU_COUNT(&set);
    return count < 1 ? 1 : (size_t)count;
}
