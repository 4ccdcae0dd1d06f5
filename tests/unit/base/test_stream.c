#include "folder.h"

#include "base/stream.h"

static struct px_arena arena;

static int tear_down(void **state)
{
    px_arena_release(&arena);
    return remove_folder(state);
}

/* How many files stand in the folder. */
static size_t count_files(void)
{
    size_t count = 0;
    DIR *open = opendir(folder);
    assert_non_null(open);
    for (struct dirent *entry = readdir(open); entry != NULL; entry = readdir(open))
        count += entry->d_name[0] != '.';
    closedir(open);
    return count;
}

static void reads_a_whole_file(void **state)
{
    (void)state;
    struct px_slice bytes;
    write_file(in_folder("a"), "one\0two\n", 8);
    assert_int_equal(px_file_read(in_folder("a"), 8, &arena, &bytes, NULL), PX_OK);
    assert_int_equal(bytes.size, 8);
    assert_memory_equal(bytes.data, "one\0two\n", 9);
    write_file(in_folder("empty"), "", 0);
    assert_int_equal(px_file_read(in_folder("empty"), 8, &arena, &bytes, NULL), PX_OK);
    assert_int_equal(bytes.size, 0);
    assert_non_null(bytes.data);
}

/* A file whose size is not told beforehand is read to its end: a pipe of 300,000 bytes, as standard input. */
static void reads_standard_input(void **state)
{
    (void)state;
    enum { SIZE = 300000 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = (char)('a' + i % 23);
    write_file(in_folder("a"), text, SIZE);
    char command[600];
    snprintf(command, sizeof command, "cat %s", in_folder("a"));
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    int kept = dup(STDIN_FILENO);
    assert_int_equal(dup2(fileno(pipe), STDIN_FILENO), STDIN_FILENO);
    struct px_slice bytes;
    assert_int_equal(px_file_read("-", SIZE, &arena, &bytes, NULL), PX_OK);
    dup2(kept, STDIN_FILENO);
    close(kept);
    pclose(pipe);
    assert_int_equal(bytes.size, SIZE);
    assert_memory_equal(bytes.data, text, SIZE);
    free(text);
}

static void says_why_it_cannot_read(void **state)
{
    (void)state;
    struct px_slice bytes;
    struct px_error error;
    char line[900];
    char expected[900];
    const char *path = in_folder("missing");
    assert_int_equal(px_file_read(path, 100, &arena, &bytes, &error), PX_ERROR_IO);
    snprintf(expected, sizeof expected, "%s: cannot open: No such file or directory", path);
    assert_string_equal(px_error_format(&error, line, sizeof line), expected);
    assert_null(bytes.data);
    static const char *const pages[] = {"https://harbour.example/news", "HTTP://harbour.example",
                                        "www.harbour.example"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        assert_int_equal(px_file_read(pages[i], 100, &arena, &bytes, &error), PX_ERROR_IO);
        assert_string_equal(error.message, "web pages are not fetched: save the page and give its file");
    }
    assert_int_equal(px_file_read(folder, 100, &arena, &bytes, &error), PX_ERROR_IO);
    assert_string_equal(error.message, "cannot read: Is a directory");
    write_file(in_folder("large"), "0123456789", 10);
    assert_int_equal(px_file_read(in_folder("large"), 9, &arena, &bytes, &error), PX_ERROR_LIMIT);
    assert_string_equal(error.message, "input is larger than the limit of 9 bytes");
    assert_null(bytes.data);
}

/* An endless device meets the limit, not the end of memory, and says so. */
static void stops_at_the_limit(void **state)
{
    (void)state;
    struct px_slice bytes;
    struct px_error error = {0};
    assert_int_equal(px_file_read("/dev/zero", 1u << 20, &arena, &bytes, &error), PX_ERROR_LIMIT);
    assert_string_equal(error.message, "input is larger than the limit of 1M");
    error = (struct px_error){0};
    assert_int_equal(px_file_read("/dev/zero", 10, &arena, &bytes, &error), PX_ERROR_LIMIT);
    assert_string_equal(error.message, "input is larger than the limit of 10 bytes");
    assert_int_equal(px_file_read("/dev/null", 10, &arena, &bytes, &error), PX_OK);
    assert_int_equal(bytes.size, 0);
}

static struct px_output *open_output(const char *path)
{
    struct px_output *output;
    assert_int_equal(px_output_open(path, &output, NULL), PX_OK);
    return output;
}

static void assert_file(const char *path, const char *text)
{
    struct px_slice bytes;
    assert_int_equal(px_file_read(path, 1u << 20, &arena, &bytes, NULL), PX_OK);
    assert_slice(bytes, text);
}

/* Until it is committed nothing is seen: the old file stands. */
static void writes_all_or_nothing(void **state)
{
    (void)state;
    const char *path = in_folder("report");
    write_file(path, "old", 3);
    struct px_output *output = open_output(path);
    assert_int_equal(px_output_write(output, PX_SLICE("new "), NULL), PX_OK);
    assert_int_equal(px_output_flush(output, NULL), PX_OK);
    assert_file(path, "old");
    assert_int_equal(px_output_write(output, PX_SLICE("text"), NULL), PX_OK);
    assert_int_equal(px_output_commit(output, NULL), PX_OK);
    assert_file(path, "new text");
    assert_int_equal(count_files(), 1);
    output = open_output(path);
    assert_int_equal(px_output_write(output, PX_SLICE("thrown away"), NULL), PX_OK);
    px_output_close(output);
    assert_file(path, "new text");
    assert_int_equal(count_files(), 1);
    px_output_close(NULL);
}

/* A new file has the rights that the user's mask leaves, not those of a secret. */
static void gives_common_rights(void **state)
{
    (void)state;
    mode_t mask = umask(027);
    struct px_output *output = open_output(in_folder("report"));
    assert_int_equal(px_output_commit(output, NULL), PX_OK);
    umask(mask);
    struct stat info;
    assert_int_equal(stat(in_folder("report"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(info.st_size, 0);
}

static void writes_more_than_its_buffer(void **state)
{
    (void)state;
    struct px_output *output = open_output(in_folder("report"));
    char text[1000];
    memset(text, 'x', sizeof text);
    for (int i = 0; i < 700; i++)
        assert_int_equal(px_output_write(output, (struct px_slice){text, sizeof text}, NULL), PX_OK);
    assert_int_equal(px_output_commit(output, NULL), PX_OK);
    struct stat info;
    assert_int_equal(stat(in_folder("report"), &info), 0);
    assert_int_equal(info.st_size, 700000);
}

/* A full disk is told at the latest by commit; and a device is never replaced by a file. */
static void tells_of_a_full_disk(void **state)
{
    (void)state;
    struct px_error error;
    struct px_output *output = open_output("/dev/full");
    assert_int_equal(px_output_write(output, PX_SLICE("text"), &error), PX_OK);
    assert_int_equal(px_output_commit(output, &error), PX_ERROR_IO);
    assert_string_equal(error.message, "cannot write: No space left on device");
    assert_string_equal(error.file, "/dev/full");
    output = open_output("/dev/full");
    enum px_status status = PX_OK;
    for (int i = 0; i < 400 && status == PX_OK; i++)
        status = px_output_write(output, PX_SLICE("a thousand bytes, or rather fewer: " __FILE__), &error);
    if (status == PX_OK)
        status = px_output_flush(output, &error);
    assert_int_equal(status, PX_ERROR_IO);
    px_output_close(output);
    struct stat info;
    assert_int_equal(stat("/dev/full", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
}

/* A file that is made where it stands is there at once, and none that was there before is touched. */
static void creates_in_place(void **state)
{
    (void)state;
    const char *path = in_folder("table");
    struct px_output *output;
    struct px_error error;
    assert_int_equal(px_output_create(path, &output, NULL), PX_OK);
    assert_file(path, "");
    assert_int_equal(px_output_write(output, PX_SLICE("rows"), NULL), PX_OK);
    assert_int_equal(px_output_commit(output, NULL), PX_OK);
    assert_file(path, "rows");
    assert_int_equal(px_output_create(path, &output, &error), PX_ERROR_IO);
    assert_null(output);
    assert_string_equal(error.message, "cannot create: File exists");
    assert_file(path, "rows");
}

static void says_why_it_cannot_write(void **state)
{
    (void)state;
    struct px_output *output;
    struct px_error error;
    assert_int_equal(px_output_open(in_folder("no/such/place"), &output, &error), PX_ERROR_IO);
    assert_null(output);
    assert_string_equal(error.message, "cannot create: No such file or directory");
    assert_int_equal(px_output_open(folder, &output, &error), PX_ERROR_IO);
    assert_null(output);
    assert_string_equal(error.message, "cannot open: Is a directory");
    assert_int_equal(count_files(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_a_whole_file, make_folder, tear_down),
        cmocka_unit_test_setup_teardown(reads_standard_input, make_folder, tear_down),
        cmocka_unit_test_setup_teardown(says_why_it_cannot_read, make_folder, tear_down),
        cmocka_unit_test_setup_teardown(stops_at_the_limit, make_folder, tear_down),
        cmocka_unit_test_setup_teardown(writes_all_or_nothing, make_folder, tear_down),
        cmocka_unit_test_setup_teardown(gives_common_rights, make_folder, tear_down),
        cmocka_unit_test_setup_teardown(writes_more_than_its_buffer, make_folder, tear_down),
        cmocka_unit_test_setup_teardown(tells_of_a_full_disk, make_folder, tear_down),
        cmocka_unit_test_setup_teardown(creates_in_place, make_folder, tear_down),
        cmocka_unit_test_setup_teardown(says_why_it_cannot_write, make_folder, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
