#include "check.h"

#include <stdio.h>

#include "base/table.h"

static void numbers_keys_by_first_insertion(void **state)
{
    (void)state;
    struct px_table table = {0};
    bool added;
    assert_int_equal(px_table_add(&table, PX_SLICE("b"), &added), 0);
    assert_true(added);
    assert_int_equal(px_table_add(&table, PX_SLICE("a"), &added), 1);
    assert_int_equal(px_table_add(&table, PX_SLICE("b"), &added), 0);
    assert_false(added);
    assert_int_equal(px_table_add(&table, PX_SLICE(""), NULL), 2);
    assert_int_equal(px_table_add(&table, PX_SLICE("a\0b"), NULL), 3);
    assert_int_equal(px_table_find(&table, PX_SLICE("a")), 1);
    assert_int_equal(px_table_find(&table, PX_SLICE("")), 2);
    assert_int_equal(px_table_find(&table, PX_SLICE("a\0b")), 3);
    assert_true(px_table_find(&table, PX_SLICE("a\0c")) == PX_NONE);
    px_table_release(&table);
}

/* 20,000 keys: every id stays what it was, every key is found, none that was not added is. */
static void holds_many_keys(void **state)
{
    (void)state;
    struct px_table table = {0};
    char key[32];
    for (uint32_t i = 0; i < 20000; i++) {
        int size = snprintf(key, sizeof key, "key %u", i * 7919u);
        assert_int_equal(px_table_add(&table, (struct px_slice){key, (size_t)size}, NULL), i);
    }
    assert_int_equal(table.keys.count, 20000);
    for (uint32_t i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "key %u", i * 7919u);
        assert_int_equal(px_table_find(&table, px_slice_from(key)), i);
        assert_slice(px_table_key(&table, i), key);
        key[0] = 'K';
        assert_true(px_table_find(&table, px_slice_from(key)) == PX_NONE);
    }
    px_table_release(&table);
}

/* Keys are copied: the caller's bytes may change. */
static void keeps_its_own_copy(void **state)
{
    (void)state;
    struct px_table table = {0};
    char key[] = "word";
    assert_int_equal(px_table_add(&table, px_slice_from(key), NULL), 0);
    key[0] = 'l';
    assert_int_equal(px_table_find(&table, PX_SLICE("word")), 0);
    assert_true(px_table_find(&table, PX_SLICE("lord")) == PX_NONE);
    px_table_release(&table);
}

/* A borrowed key is the caller's bytes; an equal one is the same key, whether copied or not. */
static void borrows_keys(void **state)
{
    (void)state;
    struct px_table table = {0};
    const char key[] = "word";
    assert_int_equal(px_table_borrow(&table, px_slice_from(key), NULL), 0);
    assert_ptr_equal(px_table_key(&table, 0).data, key);
    assert_int_equal(px_table_add(&table, PX_SLICE("word"), NULL), 0);
    assert_int_equal(px_table_add(&table, PX_SLICE("other"), NULL), 1);
    bool added = true;
    assert_int_equal(px_table_borrow(&table, PX_SLICE("other"), &added), 1);
    assert_false(added);
    assert_int_equal(px_table_borrow(&table, PX_SLICE("third"), &added), 2);
    assert_true(added);
    px_table_release(&table);
}

/* Room that is asked for changes no key, and is not taken again for the keys that fill it. */
static void reserves_room(void **state)
{
    (void)state;
    enum { COUNT = 1000 };
    struct px_table table = {0};
    assert_int_equal(px_table_add(&table, PX_SLICE("word"), NULL), 0);
    assert_true(px_table_reserve(&table, COUNT));
    const struct px_table_slot *slots = table.slots;
    for (uint32_t i = 1; i < COUNT; i++)
        assert_int_equal(px_table_add(&table, (struct px_slice){(const char *)&i, sizeof i}, NULL), i);
    assert_ptr_equal(table.slots, slots);
    assert_int_equal(px_table_find(&table, PX_SLICE("word")), 0);
    assert_true(px_table_reserve(&table, 1));
    assert_ptr_equal(table.slots, slots);
    px_table_release(&table);
}

static void may_be_empty(void **state)
{
    (void)state;
    struct px_table table = {0};
    assert_true(px_table_find(&table, PX_SLICE("a")) == PX_NONE);
    px_table_release(&table);
    assert_int_equal(px_table_add(&table, PX_SLICE("a"), NULL), 0);
    px_table_release(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_keys_by_first_insertion),
        cmocka_unit_test(holds_many_keys),
        cmocka_unit_test(keeps_its_own_copy),
        cmocka_unit_test(borrows_keys),
        cmocka_unit_test(reserves_room),
        cmocka_unit_test(may_be_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
