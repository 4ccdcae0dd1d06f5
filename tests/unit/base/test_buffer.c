#include "check.h"

#include "base/buffer.h"

static void builds_text(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    px_buffer_append(&out, PX_SLICE(""));
    assert_null(out.data);
    px_buffer_string(&out, "one");
    px_buffer_byte(&out, ' ');
    px_buffer_printf(&out, "%d %s", 2, "three");
    px_buffer_append(&out, PX_SLICE("\0!"));
    px_buffer_string(&out, NULL);
    assert_int_equal(out.size, 13);
    assert_memory_equal(out.data, "one 2 three\0!", 14);
    assert_int_equal(px_buffer_slice(&out).size, 13);
    assert_false(out.failed);
    px_buffer_release(&out);
    assert_null(out.data);
}

/* Byte by byte through every capacity, always ended by a zero byte. */
static void grows(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    for (int i = 0; i < 5000; i++) {
        px_buffer_byte(&out, (char)('a' + i % 26));
        assert_int_equal(out.data[out.size], '\0');
    }
    assert_int_equal(out.size, 5000);
    for (int i = 0; i < 5000; i++)
        assert_int_equal(out.data[i], 'a' + i % 26);
    px_buffer_release(&out);
}

static void prints_what_is_longer_than_its_room(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    px_buffer_printf(&out, "%300s|", "x");
    px_buffer_printf(&out, "%0*d", 2000, 7);
    assert_int_equal(out.size, 2301);
    assert_int_equal(out.data[299], 'x');
    assert_int_equal(out.data[300], '|');
    assert_int_equal(out.data[2300], '7');
    px_buffer_printf(&out, "%s", "");
    assert_int_equal(out.size, 2301);
    px_buffer_release(&out);
}

/* Short or long, the bytes move into the arena and the buffer is empty; of a failed one nothing is kept. */
static void hands_over(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 5, 70000, 300000};
    struct px_arena arena = {0};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct px_buffer out = {0};
        for (size_t k = 0; k < sizes[i]; k++)
            px_buffer_byte(&out, (char)('a' + k % 26));
        struct px_slice kept = px_buffer_keep(&out, &arena);
        assert_null(out.data);
        assert_non_null(kept.data);
        assert_int_equal(kept.size, sizes[i]);
        assert_int_equal(kept.data[kept.size], '\0');
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(kept.data[k], 'a' + k % 26);
        assert_true(arena.total >= kept.size);
    }
    px_arena_clear(&arena);
    assert_null(arena.guests);
    struct px_buffer failed = {.failed = true};
    assert_null(px_buffer_keep(&failed, &arena).data);
    px_arena_release(&arena);
}

/* Once memory was out, everything that follows is ignored, until the buffer is cleared. */
static void fails_for_good(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    px_buffer_string(&out, "kept");
    assert_false(px_buffer_reserve(&out, SIZE_MAX / 2));
    assert_true(out.failed);
    px_buffer_string(&out, "lost");
    px_buffer_byte(&out, '!');
    px_buffer_printf(&out, "%d", 1);
    assert_int_equal(out.size, 4);
    assert_true(out.failed);
    px_buffer_clear(&out);
    assert_false(out.failed);
    px_buffer_string(&out, "again");
    assert_slice(px_buffer_slice(&out), "again");
    px_buffer_release(&out);
}

static void writes_numbers(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    px_buffer_unsigned(&out, 0);
    px_buffer_byte(&out, ' ');
    px_buffer_unsigned(&out, 1090);
    px_buffer_byte(&out, ' ');
    px_buffer_unsigned(&out, UINT64_MAX);
    assert_slice(px_buffer_slice(&out), "0 1090 18446744073709551615");
    px_buffer_release(&out);
}

static void keeps_its_memory_when_cleared(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    px_buffer_clear(&out);
    assert_true(px_buffer_reserve(&out, 1000));
    const char *data = out.data;
    for (int i = 0; i < 1000; i++)
        px_buffer_byte(&out, 'x');
    px_buffer_clear(&out);
    assert_ptr_equal(out.data, data);
    assert_string_equal(out.data, "");
    px_buffer_release(&out);
    px_buffer_release(&out);
}

/* What would end a cell, or begin a quoted one, stands between marks; a semicolon in one table, in another not. */
static void quotes_where_needed(void **state)
{
    (void)state;
    struct px_buffer buffer = {0};
    px_buffer_quoted(&buffer, PX_SLICE("a;b"), ",");
    px_buffer_quoted(&buffer, PX_SLICE("|a;b"), ";");
    px_buffer_quoted(&buffer, PX_SLICE("a \"toy\""), ";");
    assert_string_equal(buffer.data, "a;b\"|a;b\"\"a \"\"toy\"\"\"");
    px_buffer_release(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(builds_text),
        cmocka_unit_test(grows),
        cmocka_unit_test(prints_what_is_longer_than_its_room),
        cmocka_unit_test(hands_over),
        cmocka_unit_test(fails_for_good),
        cmocka_unit_test(writes_numbers),
        cmocka_unit_test(quotes_where_needed),
        cmocka_unit_test(keeps_its_memory_when_cleared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
