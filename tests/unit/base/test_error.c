#include "check.h"

#include "base/error.h"

static void says_what_and_where(void **state)
{
    (void)state;
    struct px_error error;
    char line[900];
    assert_int_equal(px_error_set(&error, PX_ERROR_SYNTAX, "unknown column '%s'", "colour"), PX_ERROR_SYNTAX);
    assert_string_equal(px_error_format(&error, line, sizeof line), "unknown column 'colour'");
    assert_int_equal(px_error_place(&error, "words.tsv", 0, 0), PX_ERROR_SYNTAX);
    assert_string_equal(px_error_format(&error, line, sizeof line), "words.tsv: unknown column 'colour'");
    px_error_place(&error, NULL, 3, 0);
    assert_string_equal(px_error_format(&error, line, sizeof line), "words.tsv:3: unknown column 'colour'");
    px_error_place(&error, NULL, 3, 14);
    assert_string_equal(px_error_format(&error, line, sizeof line), "words.tsv:3:14: unknown column 'colour'");
}

/* Setting anew forgets the old place. */
static void starts_afresh(void **state)
{
    (void)state;
    struct px_error error;
    px_error_set(&error, PX_ERROR_SYNTAX, "first");
    px_error_place(&error, "a", 1, 2);
    px_error_set(&error, PX_ERROR_IO, "second");
    assert_string_equal(error.file, "");
    assert_int_equal(error.line, 0);
    assert_int_equal(error.code, PX_ERROR_IO);
}

static void allows_no_record(void **state)
{
    (void)state;
    assert_int_equal(px_error_set(NULL, PX_ERROR_LIMIT, "nobody reads this"), PX_ERROR_LIMIT);
    px_error_place(NULL, "file", 1, 1);
}

/* What is too long is cut, and ends in a zero byte. */
static void cuts_what_is_too_long(void **state)
{
    (void)state;
    struct px_error error;
    char long_name[2000];
    char line[2000];
    char tiny[8];
    memset(long_name, 'x', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    px_error_set(&error, PX_ERROR_IO, "%s", long_name);
    px_error_place(&error, long_name, 1, 1);
    assert_int_equal(strlen(error.message), sizeof error.message - 1);
    assert_int_equal(strlen(error.file), sizeof error.file - 1);
    assert_true(strlen(px_error_format(&error, line, sizeof line)) > 700);
    assert_string_equal(px_error_format(&error, tiny, sizeof tiny), "xxxxxxx");
}

static void names_every_status(void **state)
{
    (void)state;
    static const char *const names[] = {"ok",    "memory",    "io",    "input",  "syntax",
                                        "limit", "not_found", "usage", "numeric"};
    for (int i = 0; i < 9; i++)
        assert_string_equal(px_status_name((enum px_status) - i), names[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_and_where), cmocka_unit_test(starts_afresh),
        cmocka_unit_test(allows_no_record),    cmocka_unit_test(cuts_what_is_too_long),
        cmocka_unit_test(names_every_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
