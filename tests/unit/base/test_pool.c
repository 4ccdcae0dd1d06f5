#include "check.h"

#include <stdatomic.h>

#include "base/pool.h"

enum { ITEMS = 5000 };

struct tally {
    size_t threads;
    atomic_uint calls[ITEMS];
    atomic_uint misplaced;
    size_t by_thread[PX_POOL_MOST_THREADS]; /* no lock: a thread's own */
};

static void count_item(void *context, size_t thread, size_t item)
{
    struct tally *tally = context;
    if (thread >= tally->threads || item >= ITEMS) {
        atomic_fetch_add(&tally->misplaced, 1);
        return;
    }
    atomic_fetch_add(&tally->calls[item], 1);
    tally->by_thread[thread]++;
}

/* Whatever the number of threads, every item is worked on once, and all is done on return. */
static void works_on_every_item_once(void **state)
{
    (void)state;
    const size_t threads[] = {0, 1, 2, 7, PX_POOL_MOST_THREADS, 1000};
    for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
        static struct tally tally;
        memset(&tally, 0, sizeof tally);
        tally.threads = threads[i] == 0 ? 1 : threads[i] > PX_POOL_MOST_THREADS ? PX_POOL_MOST_THREADS : threads[i];
        px_pool_each(threads[i], ITEMS, count_item, &tally);
        size_t sum = 0;
        for (size_t j = 0; j < PX_POOL_MOST_THREADS; j++)
            sum += tally.by_thread[j];
        assert_int_equal(sum, ITEMS);
        assert_int_equal(tally.misplaced, 0);
        for (size_t j = 0; j < ITEMS; j++)
            assert_int_equal(tally.calls[j], 1);
    }
}

static void works_on_nothing(void **state)
{
    (void)state;
    static struct tally tally;
    px_pool_each(4, 0, count_item, &tally);
    assert_int_equal(tally.misplaced, 0);
    assert_true(px_pool_processors() >= 1);
}

static void count_call(void *context)
{
    ++*(int *)context;
}

/* With a thread of its own or without, a task has done its work once it is ended, which may be done twice. */
static void a_task_is_done_when_it_is_ended(void **state)
{
    (void)state;
    for (size_t threads = 0; threads < 3; threads++) {
        struct px_task task = {0};
        int calls = 0;
        px_task_end(&task);
        px_task_begin(&task, threads, count_call, &calls);
        px_task_end(&task);
        px_task_end(&task);
        assert_int_equal(calls, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(works_on_every_item_once),
        cmocka_unit_test(works_on_nothing),
        cmocka_unit_test(a_task_is_done_when_it_is_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
