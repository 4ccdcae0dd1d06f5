#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "report/json_writer.h"
#include "report_fixture.h"

static void check_string(struct px_slice value, const char *expected)
{
    struct px_buffer out = {0};
    struct px_json json = {.out = &out};
    px_json_string(&json, value);
    assert_written(&out, expected);
}

static void check_number(double value, const char *expected)
{
    struct px_buffer out = {0};
    struct px_json json = {.out = &out};
    px_json_number(&json, value);
    assert_written(&out, expected);
}

static void check_integer(long long value, const char *expected)
{
    struct px_buffer out = {0};
    struct px_json json = {.out = &out};
    px_json_integer(&json, value);
    assert_written(&out, expected);
}

static void test_escapes_what_json_reserves(void **state)
{
    (void)state;
    check_string(PX_SLICE(""), "\"\"");
    check_string((struct px_slice){0}, "\"\"");
    check_string(PX_SLICE("a \"b\" \\ /"), "\"a \\\"b\\\" \\\\ /\"");
    check_string(PX_SLICE("one\ntwo\rthree\tfour"), "\"one\\ntwo\\rthree\\tfour\"");
    check_string(PX_SLICE("\x01\x08\x0c\x1f\x7f"), "\"\\u0001\\u0008\\u000c\\u001f\\u007f\"");
    check_string(PX_SLICE("nul\0inside"), "\"nul\\u0000inside\"");
}

static void test_keeps_text_beyond_ascii(void **state)
{
    (void)state;
    check_string(PX_SLICE("caf\xC3\xA9 \xE2\x80\x9Cso\xE2\x80\x9D \xF0\x9F\x91\x8D"),
                 "\"caf\xC3\xA9 \xE2\x80\x9Cso\xE2\x80\x9D \xF0\x9F\x91\x8D\"");
}

static void test_repairs_malformed_text(void **state)
{
    (void)state;
    check_string(PX_SLICE("a\xFF"
                          "b"),
                 "\"a\xEF\xBF\xBD"
                 "b\"");
    check_string(PX_SLICE("\xC3("), "\"\xEF\xBF\xBD(\"");
    check_string(PX_SLICE("\xC3\""), "\"\xEF\xBF\xBD\\\"\"");                           /* the quote is still escaped */
    check_string(PX_SLICE("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""); /* a surrogate */
    check_string(PX_SLICE("\xE2\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");                 /* cut off */
}

static void test_writes_integers_to_their_limits(void **state)
{
    (void)state;
    check_integer(0, "0");
    check_integer(-7, "-7");
    check_integer(INT64_MAX, "9223372036854775807");
    check_integer(INT64_MIN, "-9223372036854775808");
}

static void check_numbers(void)
{
    check_number(0, "0");
    check_number(-0.0, "0");
    check_number(3, "3");
    check_number(-2.5, "-2.5");
    check_number(0.1, "0.1");
    check_number(1.0 / 3, "0.333333");
    check_number(0.00012, "0.00012");
    check_number(0.9999999, "1");
    check_number(-0.9999999, "-1");
    check_number(1999.9999999, "2000");
    check_number(0.0000123, "1.230000e-05");
    check_number(-2.5e20, "-2.500000e+20");
    check_number(123456789012345.0, "123456789012345");
}

static void test_writes_short_numbers(void **state)
{
    (void)state;
    check_numbers();
}

static void test_writes_no_number_as_null(void **state)
{
    (void)state;
    check_number(NAN, "null");
    check_number(INFINITY, "null");
    check_number(-INFINITY, "null");
}

/* Locales that write a comma, or a separator of two bytes; those that are not installed are passed over. */
static void test_numbers_are_the_same_in_every_locale(void **state)
{
    (void)state;
    static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8", "fa_IR.UTF-8", "ps_AF.UTF-8"};
    size_t installed = 0;
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
        if (setlocale(LC_NUMERIC, locales[i]) == NULL)
            continue;
        installed++;
        check_numbers();
    }
    assert_non_null(setlocale(LC_NUMERIC, "C"));
    if (installed == 0)
        skip();
}

static void test_places_commas(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    struct px_json json = {.out = &out};
    px_json_open(&json, '{');
    px_json_key(&json, "list");
    px_json_open(&json, '[');
    px_json_integer(&json, 1);
    px_json_open(&json, '[');
    px_json_close(&json, ']');
    px_json_null(&json);
    px_json_open(&json, '{');
    px_json_close(&json, '}');
    px_json_bool(&json, true);
    px_json_close(&json, ']');
    px_json_key_slice(&json, PX_SLICE("a \"key\""));
    px_json_name(&json, "value");
    px_json_key(&json, "raw");
    px_json_raw(&json, PX_SLICE("{\"x\":[1,2]}"));
    px_json_key(&json, "last");
    px_json_bool(&json, false);
    px_json_close(&json, '}');
    assert_written(&out,
                   "{\"list\":[1,[],null,{},true],\"a \\\"key\\\"\":\"value\",\"raw\":{\"x\":[1,2]},\"last\":false}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escapes_what_json_reserves),
        cmocka_unit_test(test_keeps_text_beyond_ascii),
        cmocka_unit_test(test_repairs_malformed_text),
        cmocka_unit_test(test_writes_integers_to_their_limits),
        cmocka_unit_test(test_writes_short_numbers),
        cmocka_unit_test(test_writes_no_number_as_null),
        cmocka_unit_test(test_numbers_are_the_same_in_every_locale),
        cmocka_unit_test(test_places_commas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
