#include "check.h"

#include "base/map.h"

static void counts_by_key(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    struct px_map map;
    assert_true(px_map_init(&map, 3, &arena));
    assert_int_equal(*px_map_at(&map, 7), 0);
    ++*px_map_at(&map, 7);
    ++*px_map_at(&map, 0);
    ++*px_map_at(&map, 7);
    *px_map_at(&map, UINT32_MAX) = 9;
    assert_int_equal(*px_map_at(&map, 0), 1);
    assert_int_equal(*px_map_at(&map, 7), 2);
    assert_int_equal(*px_map_at(&map, UINT32_MAX), 9);
    px_arena_release(&arena);
}

static void holds_as_many_as_it_was_made_for(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    struct px_map map;
    assert_true(px_map_init(&map, 5000, &arena));
    for (uint32_t i = 0; i < 5000; i++)
        *px_map_at(&map, i * 4096) = i;
    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(*px_map_at(&map, i * 4096), i);
    assert_true(px_map_init(&map, 0, &arena));
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_by_key),
        cmocka_unit_test(holds_as_many_as_it_was_made_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
