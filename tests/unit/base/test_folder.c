#include "base/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char root[] = "/tmp/parallax-folder-XXXXXX";
static char path[256];

static const char *in_root(const char *name)
{
    snprintf(path, sizeof path, "%s/%s", root, name);
    return path;
}

static void put(const char *folder, const char *name, const char *text)
{
    char file[512];
    snprintf(file, sizeof file, "%s/%s", folder, name);
    FILE *out = fopen(file, "w");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
}

static void write_in(struct px_folder *folder, const char *name, const char *text)
{
    struct px_output *file;
    assert_int_equal(px_folder_create(folder, name, &file, NULL), PX_OK);
    assert_int_equal(px_output_write(file, px_slice_from(text), NULL), PX_OK);
    assert_int_equal(px_output_commit(file, NULL), PX_OK);
}

static void assert_file(const char *name, const char *text)
{
    char read[64] = "";
    FILE *in = fopen(in_root(name), "r");
    assert_non_null(in);
    assert_non_null(fgets(read, sizeof read, in));
    fclose(in);
    assert_string_equal(read, text);
}

static void test_nothing_before_commit(void **state)
{
    (void)state;
    struct px_folder *folder;
    assert_int_equal(px_folder_open(in_root("new//"), &folder, NULL), PX_OK);
    write_in(folder, "a", "1");
    assert_int_not_equal(access(in_root("new"), F_OK), 0);
    assert_int_equal(px_folder_commit(folder, NULL), PX_OK);
    assert_file("new/a", "1");
    struct stat info;
    mode_t mask = umask(0);
    umask(mask);
    assert_int_equal(stat(in_root("new"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0777 & ~mask);
}

static void test_what_is_there_stays(void **state)
{
    (void)state;
    struct px_folder *folder;
    put(in_root("new"), "mine", "2");
    assert_int_equal(px_folder_open(in_root("new"), &folder, NULL), PX_OK);
    write_in(folder, "a", "3");
    assert_file("new/a", "1");
    assert_int_equal(px_folder_commit(folder, NULL), PX_OK);
    assert_file("new/a", "3");
    assert_file("new/mine", "2");
}

/* A folder in the folder, made anew or there already. */
static void test_folder_in_folder(void **state)
{
    (void)state;
    struct px_folder *folder;
    for (int turn = 0; turn < 2; turn++) {
        const char *text = turn == 0 ? "4" : "5";
        assert_int_equal(px_folder_open(in_root("deep"), &folder, NULL), PX_OK);
        assert_int_equal(px_folder_make(folder, "in", NULL), PX_OK);
        assert_int_equal(px_folder_write(folder, "in/a", px_slice_from(text), NULL), PX_OK);
        write_in(folder, "b", text);
        assert_int_equal(px_folder_commit(folder, NULL), PX_OK);
        assert_file("deep/in/a", text);
        assert_file("deep/b", text);
    }
    assert_int_equal(px_folder_open(in_root("deep"), &folder, NULL), PX_OK);
    struct px_error error = {0};
    assert_int_equal(px_folder_make(folder, "b", &error), PX_ERROR_IO);
    assert_string_equal(error.message, "cannot make a folder where a file is: File exists");
    assert_int_equal(px_folder_make(folder, "other", NULL), PX_OK);
    assert_int_equal(px_folder_write(folder, "other/a", PX_SLICE("x"), NULL), PX_OK);
    px_folder_close(folder);
    assert_int_equal(unlink(in_root("deep/in/a")), 0);
    assert_int_equal(unlink(in_root("deep/b")), 0);
    assert_int_equal(rmdir(in_root("deep/in")), 0);
    assert_int_equal(rmdir(in_root("deep")), 0);
}

static void test_close_leaves_nothing(void **state)
{
    (void)state;
    struct px_folder *folder;
    assert_int_equal(px_folder_open(in_root("never"), &folder, NULL), PX_OK);
    write_in(folder, "a", "1");
    px_folder_close(folder);
    assert_int_not_equal(access(in_root("never"), F_OK), 0);
    px_folder_close(NULL);
}

static void test_failures(void **state)
{
    (void)state;
    struct px_folder *folder;
    struct px_error error = {0};
    assert_int_equal(px_folder_open(in_root("new/a"), &folder, &error), PX_ERROR_IO);
    assert_null(folder);
    assert_string_equal(error.message, "cannot make a folder where a file is: File exists");
    assert_string_equal(error.file, in_root("new/a"));
    assert_int_equal(px_folder_open(in_root("no/new"), &folder, &error), PX_ERROR_IO);
    assert_null(folder);
}

static int make_root(void **state)
{
    (void)state;
    return mkdtemp(root) == NULL;
}

/* Only what the tests left: an entry too many, and the folder cannot be removed. */
static int remove_root(void **state)
{
    (void)state;
    unlink(in_root("new/a"));
    unlink(in_root("new/mine"));
    rmdir(in_root("new"));
    return rmdir(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_before_commit),
        cmocka_unit_test(test_what_is_there_stays),
        cmocka_unit_test(test_folder_in_folder),
        cmocka_unit_test(test_close_leaves_nothing),
        cmocka_unit_test(test_failures),
    };
    return cmocka_run_group_tests(tests, make_root, remove_root);
}
