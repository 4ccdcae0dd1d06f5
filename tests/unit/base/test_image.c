#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/image.h"

struct thing {
    uint64_t number;
    struct px_slice name;
    const uint32_t *items;
    const char *outside;
};

static void words_and_pointers_are_written(void **state)
{
    (void)state;
    static const uint32_t items[] = {1, 2, 3};
    const struct thing thing = {7, PX_SLICE("ferry"), items, NULL};
    struct px_image image = {0};
    struct px_buffer out = {0};
    size_t at = px_image_put(&image, &thing, sizeof thing);
    px_image_point(&image, at + offsetof(struct thing, outside), "elsewhere", 9);
    px_image_put_array(&image, at + offsetof(struct thing, items), items, sizeof items);
    px_image_put_text(&image, at + offsetof(struct thing, name), thing.name);
    assert_int_equal(px_image_write(&image, "thing", &out, NULL), PX_OK);
    assert_string_equal(out.data, "    .section .rodata\n    .balign 64\n    .global thing\n    .hidden thing\nthing:"
                                  "\n    .quad 7,thing+56,5,thing+40,elsewhere+9,8589934593,3,521611142502"
                                  "\n    .section .note.GNU-stack,\"\",%progbits\n");
    px_buffer_release(&out);
}

static void nothing_points_nowhere(void **state)
{
    (void)state;
    struct px_table table = {0};
    struct px_image image = {0};
    struct px_buffer out = {0};
    size_t at = px_image_put(&image, &table, sizeof table);
    px_image_put_table(&image, at, &table);
    assert_int_equal(image.pointers.count, 0);
    assert_int_equal(px_image_write(&image, "table", &out, NULL), PX_OK);
    assert_null(strchr(out.data, '+'));
    px_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_pointers_are_written),
        cmocka_unit_test(nothing_points_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
