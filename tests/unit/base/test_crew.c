#include "check.h"

#include <stdatomic.h>

#include "base/crew.h"

enum { MEMBERS = PX_CREW_MOST_MEMBERS, PIECES = 9, ITEMS = 200 };

/* Pieces of work of different sizes, more than there are members. */
struct tally {
    struct px_crew *crew;
    atomic_size_t next;
    atomic_uint calls[PIECES][ITEMS];
    atomic_uint early; /* pieces that were said to be done when they were not */
    atomic_uint misplaced;
};

struct piece {
    struct tally *tally;
    size_t number;
};

static size_t items_of(size_t piece)
{
    return piece * ITEMS / PIECES; /* none of the first */
}

static void count_item(void *context, size_t thread, size_t item)
{
    const struct piece *piece = context;
    if (thread >= MEMBERS || item >= items_of(piece->number))
        atomic_fetch_add(&piece->tally->misplaced, 1);
    else
        atomic_fetch_add(&piece->tally->calls[piece->number][item], 1);
}

static void work(void *context, size_t thread, size_t part)
{
    struct tally *tally = context;
    (void)part;
    for (size_t i; (i = atomic_fetch_add(&tally->next, 1)) < PIECES;) {
        struct piece piece = {tally, i};
        px_crew_each(tally->crew, thread, items_of(i), count_item, &piece);
        for (size_t item = 0; item < items_of(i); item++)
            if (atomic_load(&tally->calls[i][item]) != 1)
                atomic_fetch_add(&tally->early, 1);
        px_crew_done(tally->crew);
    }
    px_crew_stay(tally->crew, thread);
}

/* Whoever does them, all items are done once, and each piece when its member has it back. */
static void does_every_item_once(void **state)
{
    static struct tally tally;
    (void)state;
    for (size_t threads = 1; threads <= MEMBERS; threads++)
        for (size_t round = 0; round < 20; round++) {
            memset(&tally, 0, sizeof tally);
            assert_int_equal(px_crew_new(&tally.crew, NULL), PX_OK);
            px_crew_begin(tally.crew, PIECES);
            px_pool_each(threads, threads, work, &tally);
            px_crew_free(tally.crew);
            assert_int_equal(tally.early, 0);
            assert_int_equal(tally.misplaced, 0);
            for (size_t i = 0; i < PIECES; i++)
                for (size_t item = 0; item < items_of(i); item++)
                    assert_int_equal(tally.calls[i][item], 1);
        }
}

/* Items that wait for each other: the member that has them ends when another lends a hand. */
struct meeting {
    struct px_crew *crew;
    atomic_uint there;
    atomic_uint helped; /* calls by those who have no work of their own */
    atomic_bool begun;
};

static void meet(void *context, size_t thread, size_t item)
{
    struct meeting *meeting = context;
    (void)item;
    if (thread != 0)
        atomic_fetch_add(&meeting->helped, 1);
    atomic_fetch_add(&meeting->there, 1);
    while (atomic_load(&meeting->there) < 2)
        ;
}

static void call_or_stay(void *context, size_t thread, size_t part)
{
    struct meeting *meeting = context;
    (void)part;
    if (thread == 0 && !atomic_exchange(&meeting->begun, true)) {
        px_crew_each(meeting->crew, thread, 2, meet, meeting);
        px_crew_done(meeting->crew);
    }
    px_crew_stay(meeting->crew, thread);
}

static void who_stays_lends_a_hand(void **state)
{
    struct meeting meeting = {0};
    (void)state;
    assert_int_equal(px_crew_new(&meeting.crew, NULL), PX_OK);
    px_crew_begin(meeting.crew, 1);
    px_pool_each(2, 2, call_or_stay, &meeting);
    px_crew_free(meeting.crew);
    assert_int_equal(meeting.helped, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_every_item_once),
        cmocka_unit_test(who_stays_lends_a_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
