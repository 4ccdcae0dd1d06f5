#include "text/utf8.h"
#include "text_fixture.h"

static size_t check(const char *bytes, size_t size)
{
    return px_utf8_check((struct px_slice){bytes, size});
}

static void test_decodes_forward_and_backward(void **state)
{
    (void)state;
    const struct px_slice text = PX_SLICE("a\xC3\xA9\xE2\x80\x9C\xF0\x9F\x91\x8D");
    static const uint32_t wanted[] = {'a', 0xE9, 0x201C, 0x1F44D};
    size_t at = 0;
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(px_utf8_next(text, &at), wanted[i]);
    assert_int_equal(at, text.size);
    for (size_t i = 4; i > 0; i--)
        assert_int_equal(px_utf8_previous(text, &at), wanted[i - 1]);
    assert_int_equal(at, 0);
}

static void test_malformed_bytes_move_by_one(void **state)
{
    (void)state;
    const struct px_slice text = PX_SLICE("\xFF\xC3(\xE2\x80");
    size_t at = 0;
    assert_int_equal(px_utf8_next(text, &at), PX_UTF8_BAD);
    assert_int_equal(px_utf8_next(text, &at), PX_UTF8_BAD);
    assert_int_equal(px_utf8_next(text, &at), '(');
    assert_int_equal(at, 3);
    assert_int_equal(px_utf8_next(text, &at), PX_UTF8_BAD);
    assert_int_equal(px_utf8_next(text, &at), PX_UTF8_BAD);
    assert_int_equal(at, 5);
    assert_int_equal(px_utf8_previous(text, &at), PX_UTF8_BAD);
    assert_int_equal(at, 4);
}

static void test_check_finds_the_first_bad_byte(void **state)
{
    (void)state;
    assert_int_equal(check("", 0), 0);
    assert_int_equal(check("plain ascii of more than eight", 30), 30);
    assert_int_equal(check("\xEF\xBF\xBD", 3), 3); /* the replacement character itself is well formed */
    assert_int_equal(check("a\0b", 3), 3);
    assert_int_equal(check("abcdefgh\xFFij", 11), 8);
    assert_int_equal(check("abc\x80", 4), 3);          /* a continuation alone */
    assert_int_equal(check("\xC0\xAF", 2), 0);         /* overlong */
    assert_int_equal(check("\xE0\x80\xAF", 3), 0);     /* overlong */
    assert_int_equal(check("\xF0\x80\x80\xAF", 4), 0); /* overlong */
    assert_int_equal(check("ok\xED\xA0\x80", 5), 2);   /* surrogate */
    assert_int_equal(check("\xF4\x8F\xBF\xBF", 4), 4); /* U+10FFFF */
    assert_int_equal(check("\xF4\x90\x80\x80", 4), 0); /* beyond */
    assert_int_equal(check("\xC3\xA9\xE2\x80", 4), 2); /* cut off */
}

static void test_counts_code_points(void **state)
{
    (void)state;
    assert_int_equal(px_utf8_count(PX_SLICE("")), 0);
    assert_int_equal(px_utf8_count(PX_SLICE("abcdefghijk")), 11);
    assert_int_equal(px_utf8_count(PX_SLICE("caf\xC3\xA9 \xF0\x9F\x91\x8D!")), 7);
    assert_int_equal(px_utf8_count(PX_SLICE("\xFF\xFF"
                                            "a")),
                     3);
}

static void test_appends_what_it_decodes(void **state)
{
    (void)state;
    static const uint32_t points[] = {0, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF};
    struct px_buffer out = {0};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        px_buffer_clear(&out);
        px_utf8_append(&out, points[i]);
        size_t at = 0;
        assert_int_equal(px_utf8_next(px_buffer_slice(&out), &at), points[i]);
        assert_int_equal(at, out.size);
    }
    px_buffer_clear(&out);
    px_utf8_append(&out, 0xD800);
    px_utf8_append(&out, 0x110000);
    assert_true(px_slice_is(px_buffer_slice(&out), "\xEF\xBF\xBD\xEF\xBF\xBD"));
    px_buffer_release(&out);
}

static void test_properties(void **state)
{
    (void)state;
    assert_true(px_utf8_is_letter('z') && px_utf8_is_letter(0x416) && px_utf8_is_letter(0x4E2D));
    assert_false(px_utf8_is_letter('1') || px_utf8_is_letter(0x2019) || px_utf8_is_letter(PX_UTF8_BAD));
    assert_true(px_utf8_is_upper('A') && px_utf8_is_upper(0xC9) && px_utf8_is_upper(0x1C5));
    assert_false(px_utf8_is_upper('a') || px_utf8_is_upper(0x4E2D));
    assert_true(px_utf8_is_lower('a') && px_utf8_is_lower(0x436) && !px_utf8_is_lower('A'));
    assert_true(px_utf8_is_digit('7') && px_utf8_is_digit(0x665) && !px_utf8_is_digit(0xBD));
    assert_true(px_utf8_is_space(' ') && px_utf8_is_space('\n') && px_utf8_is_space(0xA0));
    assert_true(px_utf8_is_space(0x200B) && px_utf8_is_space(0x202F) && px_utf8_is_space(0xFEFF));
    assert_false(px_utf8_is_space('_') || px_utf8_is_space(0x200D) || px_utf8_is_space(0));
}

static void test_quote_marks(void **state)
{
    (void)state;
    assert_int_equal(px_utf8_quote_mark('"'), PX_QUOTE_EITHER);
    assert_int_equal(px_utf8_quote_mark('\''), PX_QUOTE_APOSTROPHE);
    assert_int_equal(px_utf8_quote_mark(0x2019), PX_QUOTE_APOSTROPHE);
    assert_int_equal(px_utf8_quote_mark(0x2018), PX_QUOTE_OPEN);
    assert_int_equal(px_utf8_quote_mark(0x201C), PX_QUOTE_OPEN);
    assert_int_equal(px_utf8_quote_mark(0x201E), PX_QUOTE_OPEN);
    assert_int_equal(px_utf8_quote_mark(0x201D), PX_QUOTE_CLOSE);
    assert_int_equal(px_utf8_quote_mark(0xAB), PX_QUOTE_OPEN);
    assert_int_equal(px_utf8_quote_mark(0xBB), PX_QUOTE_CLOSE);
    assert_int_equal(px_utf8_quote_mark('('), PX_QUOTE_NONE);
}

static void test_offsets_of_ascii_are_bytes(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    struct px_offsets offsets;
    assert_true(px_offsets_init(&offsets, PX_SLICE("plain"), &arena));
    assert_null(offsets.counts);
    assert_int_equal(px_offsets_code_point(&offsets, 3), 3);
    assert_int_equal(px_offsets_byte(&offsets, 3), 3);
    assert_int_equal(px_offsets_code_point(&offsets, 99), 5);
    assert_int_equal(px_offsets_byte(&offsets, 99), 5);
    px_arena_release(&arena);
}

static void test_offsets_go_both_ways(void **state)
{
    (void)state;
    struct px_arena arena = {0};
    struct px_buffer text = {0};
    for (uint32_t i = 0; i < 1000; i++)
        px_utf8_append(&text, (uint32_t[]){'a', 0xE9, 0x201C, 0x1F44D}[i * 7 % 11 % 4]);
    struct px_slice slice = px_buffer_slice(&text);
    struct px_offsets offsets;
    assert_true(px_offsets_init(&offsets, slice, &arena));
    size_t byte = 0;
    for (size_t i = 0; i < 1000; i++) {
        assert_int_equal(px_offsets_code_point(&offsets, byte), i);
        assert_int_equal(px_offsets_byte(&offsets, i), byte);
        px_utf8_next(slice, &byte);
    }
    assert_int_equal(px_offsets_code_point(&offsets, slice.size), 1000);
    assert_int_equal(px_offsets_byte(&offsets, 1000), slice.size);
    assert_int_equal(px_offsets_byte(&offsets, 5000), slice.size);
    px_buffer_release(&text);
    px_arena_release(&arena);
}

static void test_columns_of_a_terminal(void **state)
{
    (void)state;
    static const struct {
        uint32_t c;
        size_t columns;
        bool control;
    } cases[] = {{'a', 1, false},     {0xE9, 1, false},  {0x65B0, 2, false}, {0x0301, 0, false}, {0x200B, 0, false},
                 {0x1F600, 2, false}, {0xA0, 1, false},  {'\033', 0, true},  {'\n', 1, true},    {0x7F, 0, true},
                 {0x9B, 0, true},     {0x202E, 0, true}, {0x2066, 0, true},  {0x2026, 1, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(px_utf8_columns(cases[i].c), cases[i].columns);
        assert_int_equal(px_utf8_is_control(cases[i].c), cases[i].control);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decodes_forward_and_backward),
        cmocka_unit_test(test_malformed_bytes_move_by_one),
        cmocka_unit_test(test_check_finds_the_first_bad_byte),
        cmocka_unit_test(test_counts_code_points),
        cmocka_unit_test(test_appends_what_it_decodes),
        cmocka_unit_test(test_properties),
        cmocka_unit_test(test_quote_marks),
        cmocka_unit_test(test_columns_of_a_terminal),
        cmocka_unit_test(test_offsets_of_ascii_are_bytes),
        cmocka_unit_test(test_offsets_go_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
