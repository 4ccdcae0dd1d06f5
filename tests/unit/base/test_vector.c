#include "check.h"

#include "base/vector.h"

struct thing {
    char name[5];
    double weight;
};

static void grows_and_keeps(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    PX_VECTOR(struct thing) things = {0};
    for (int i = 0; i < 3000; i++) {
        struct thing *thing = px_vector_push(&things, &arena);
        assert_non_null(thing);
        assert_true(thing->weight == 0);
        assert_int_equal(thing->name[4], 0);
        thing->weight = i;
        memset(thing->name, 'x', sizeof thing->name);
        if (i % 7 == 0)
            assert_non_null(px_arena_take(&arena, 24));
    }
    assert_int_equal(things.count, 3000);
    assert_true(things.capacity >= 3000 && things.capacity <= 6000);
    for (int i = 0; i < 3000; i++)
        assert_true(things.items[i].weight == i);
    px_arena_release(&arena);
}

/* An item taken back and pushed again is zero again. */
static void zeroes_what_was_used(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    PX_VECTOR(uint32_t) numbers = {0};
    *px_vector_push(&numbers, &arena) = 5;
    numbers.count = 0;
    assert_int_equal(*px_vector_push(&numbers, &arena), 0);
    px_arena_release(&arena);
}

/* No memory for a vector that is full: NULL, and the vector is as it was. */
static void is_unchanged_when_memory_is_out(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    PX_VECTOR(uint32_t) numbers = {.items = NULL, .count = SIZE_MAX / 16, .capacity = SIZE_MAX / 16};
    assert_null(px_vector_push(&numbers, &arena));
    assert_true(numbers.count == SIZE_MAX / 16 && numbers.capacity == SIZE_MAX / 16);
    assert_null(numbers.items);
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_and_keeps),
        cmocka_unit_test(zeroes_what_was_used),
        cmocka_unit_test(is_unchanged_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
