#include "base/rename.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "folder.h"

static void put(const char *name, const char *text)
{
    write_file(in_folder(name), text, strlen(text));
}

static void assert_file(const char *name, const char *text)
{
    char read[64] = "";
    FILE *in = fopen(in_folder(name), "r");
    assert_non_null(in);
    assert_non_null(fgets(read, sizeof read, in));
    fclose(in);
    assert_string_equal(read, text);
}

static void assert_gone(const char *name)
{
    assert_int_not_equal(access(in_folder(name), F_OK), 0);
}

static void takes_a_free_name(void **state)
{
    (void)state;
    put("new", "1");
    assert_true(px_rename(in_folder("new"), in_folder("free")));
    assert_file("free", "1");
    assert_gone("new");
}

/* Whoever reads the file that had the name, or has it by another, is left alone. */
static void takes_the_name_of_another(void **state)
{
    (void)state;
    put("old", "1");
    put("new", "2");
    assert_int_equal(link(in_folder("old"), in_folder("kept")), 0);
    assert_true(px_rename(in_folder("new"), in_folder("old")));
    assert_file("old", "2");
    assert_file("kept", "1");
    assert_gone("new");
}

/* A link is replaced, not what it leads to. */
static void takes_the_name_of_a_link(void **state)
{
    (void)state;
    put("goal", "1");
    put("new", "2");
    assert_int_equal(symlink("goal", in_folder("link")), 0);
    assert_true(px_rename(in_folder("new"), in_folder("link")));
    assert_file("link", "2");
    assert_file("goal", "1");
    assert_gone("new");
}

static void leaves_a_folder_alone(void **state)
{
    (void)state;
    put("new", "1");
    assert_int_equal(mkdir(in_folder("inner"), 0777), 0);
    assert_false(px_rename(in_folder("new"), in_folder("inner")));
    assert_int_equal(errno, EISDIR);
    assert_file("new", "1");
}

static void says_why_it_failed(void **state)
{
    (void)state;
    put("there", "1");
    assert_false(px_rename(in_folder("missing"), in_folder("there")));
    assert_int_equal(errno, ENOENT);
    assert_file("there", "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_free_name),        cmocka_unit_test(takes_the_name_of_another),
        cmocka_unit_test(takes_the_name_of_a_link), cmocka_unit_test(leaves_a_folder_alone),
        cmocka_unit_test(says_why_it_failed),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
