#include "check.h"

#include <stdalign.h>
#include <stdbool.h>

#include "base/arena.h"

static bool is_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

/* Pieces of every size are zeroed, aligned, and hold what was written while others are taken. */
static void gives_zeroed_aligned_pieces(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    unsigned char *pieces[600];
    for (size_t i = 0; i < 600; i++) {
        pieces[i] = px_arena_take(&arena, i);
        assert_non_null(pieces[i]);
        assert_true(is_zero((char *)pieces[i], i));
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        memset(pieces[i], (int)(i % 251) + 1, i);
    }
    for (size_t i = 0; i < 600; i++)
        for (size_t j = 0; j < i; j++)
            assert_int_equal(pieces[i][j], i % 251 + 1);
    px_arena_release(&arena);
    assert_null(arena.last);
    assert_int_equal(arena.total, 0);
}

static void takes_pieces_larger_than_a_block(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    enum { LARGE = 9 * 1024 * 1024 };
    char *large = px_arena_take(&arena, LARGE);
    assert_non_null(large);
    assert_true(is_zero(large, LARGE));
    large[LARGE - 1] = 'x';
    assert_non_null(px_arena_take(&arena, 1));
    assert_int_equal(large[LARGE - 1], 'x');
    px_arena_release(&arena);
}

/* A size that cannot be had gives NULL, and the arena goes on. */
static void survives_impossible_sizes(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    assert_null(px_arena_take(&arena, SIZE_MAX));
    assert_null(px_arena_take(&arena, SIZE_MAX / 2));
    char *piece = px_arena_take(&arena, 8);
    assert_non_null(piece);
    piece[0] = 'x';
    assert_null(px_arena_grow(&arena, piece, 8, SIZE_MAX - 3));
    assert_int_equal(piece[0], 'x');
    px_arena_release(&arena);
}

/* The newest piece grows where it is; an older one moves; both keep their bytes. */
static void grows_pieces(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    char *piece = px_arena_grow(&arena, NULL, 0, 5);
    memcpy(piece, "abcde", 5);
    char *larger = px_arena_grow(&arena, piece, 5, 700);
    assert_ptr_equal(larger, piece);
    assert_memory_equal(larger, "abcde", 5);
    char *next = px_arena_take(&arena, 3);
    memcpy(next, "xyz", 3);
    char *moved = px_arena_grow(&arena, larger, 700, 1500);
    assert_ptr_not_equal(moved, larger);
    assert_memory_equal(moved, "abcde", 5);
    assert_memory_equal(next, "xyz", 3);
    assert_ptr_equal(px_arena_grow(&arena, moved, 1500, 20), moved);
    px_arena_release(&arena);
}

/* Growing by doubling, one piece, byte for byte, up to a megabyte. */
static void grows_past_blocks(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    size_t size = 1;
    unsigned char *piece = px_arena_take(&arena, size);
    piece[0] = 7;
    while (size < 1u << 20) {
        piece = px_arena_grow(&arena, piece, size, size * 2);
        assert_non_null(piece);
        memset(piece + size, (int)(size % 255), size);
        size *= 2;
    }
    assert_int_equal(piece[0], 7);
    for (size_t start = 1; start < size; start *= 2)
        assert_int_equal(piece[start], start % 255);
    assert_true(arena.total < 8u << 20);
    px_arena_release(&arena);
}

static void copies_slices(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    struct px_slice copy = px_arena_copy(&arena, PX_SLICE("a\0b"));
    assert_int_equal(copy.size, 3);
    assert_memory_equal(copy.data, "a\0b", 4);
    struct px_slice empty = px_arena_copy(&arena, (struct px_slice){0});
    assert_int_equal(empty.size, 0);
    assert_non_null(empty.data);
    px_arena_release(&arena);
}

/* Cleared, the arena keeps its newest block, and what it gives again is zero. */
static void is_used_again_when_cleared(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    px_arena_clear(&arena);
    for (int round = 0; round < 5; round++) {
        for (int i = 0; i < 100; i++) {
            char *piece = px_arena_take(&arena, 1000);
            assert_true(is_zero(piece, 1000));
            memset(piece, 0xee, 1000);
        }
        px_arena_clear(&arena);
    }
    assert_true(arena.total <= 1u << 18);
    px_arena_release(&arena);
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_pieces), cmocka_unit_test(takes_pieces_larger_than_a_block),
        cmocka_unit_test(survives_impossible_sizes),   cmocka_unit_test(grows_pieces),
        cmocka_unit_test(grows_past_blocks),           cmocka_unit_test(copies_slices),
        cmocka_unit_test(is_used_again_when_cleared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
