#include "folder.h"

#include "base/stream.h"

static struct px_lines *open_lines(const char *path, size_t limit)
{
    struct px_lines *lines;
    struct px_error error = {0};
    if (px_lines_open(path, limit, &lines, &error) != PX_OK)
        fail_msg("%s: %s", path, error.message);
    return lines;
}

static void assert_line(struct px_lines *lines, const char *text, size_t number)
{
    struct px_slice line;
    assert_int_equal(px_lines_next(lines, &line, NULL), 1);
    assert_slice(line, text);
    assert_int_equal(px_lines_number(lines), number);
}

static void assert_end(struct px_lines *lines)
{
    struct px_slice line;
    assert_int_equal(px_lines_next(lines, &line, NULL), 0);
    assert_int_equal(px_lines_next(lines, &line, NULL), 0);
    px_lines_close(lines);
}

static struct px_lines *lines_of(const char *text, size_t limit)
{
    write_file(in_folder("a"), text, strlen(text));
    return open_lines(in_folder("a"), limit);
}

static void reads_lines_whatever_their_ends(void **state)
{
    (void)state;
    struct px_lines *lines = lines_of("one\ntwo\r\n\n\r\nfive\rstill", 100);
    assert_int_equal(px_lines_number(lines), 0);
    assert_line(lines, "one", 1);
    assert_line(lines, "two", 2);
    assert_line(lines, "", 3);
    assert_line(lines, "", 4);
    assert_line(lines, "five\rstill", 5);
    assert_end(lines);
    lines = lines_of("end\n", 100);
    assert_line(lines, "end", 1);
    assert_end(lines);
}

static void reads_nothing_from_nothing(void **state)
{
    (void)state;
    assert_end(lines_of("", 100));
    struct px_lines *lines = lines_of("\n", 100);
    assert_line(lines, "", 1);
    assert_end(lines);
    px_lines_close(NULL);
}

/* "one\ntwo\r\nthree", as gzip packs it. */
static const unsigned char packed[] = {
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xcb, 0xcf, 0x4b, 0xe5, 0x2a, 0x29, 0xcf,
    0xe7, 0xe5, 0x2a, 0xc9, 0x28, 0x4a, 0x4d, 0x05, 0x00, 0xcd, 0x83, 0xb9, 0x8f, 0x0e, 0x00, 0x00, 0x00,
};

static void unpacks(void **state)
{
    (void)state;
    write_file(in_folder("a.gz"), packed, sizeof packed);
    struct px_lines *lines = open_lines(in_folder("a.gz"), 100);
    assert_line(lines, "one", 1);
    assert_line(lines, "two", 2);
    assert_line(lines, "three", 3);
    assert_end(lines);
}

/* A packed file that breaks off is an error, not an end. */
static void tells_of_a_torn_file(void **state)
{
    (void)state;
    struct px_lines *lines;
    struct px_slice line;
    struct px_error error = {0};
    write_file(in_folder("a.gz"), packed, sizeof packed - 10);
    int status = px_lines_open(in_folder("a.gz"), 100, &lines, &error);
    for (int i = 0; i < 5 && status >= 0 && lines != NULL; i++)
        status = px_lines_next(lines, &line, &error);
    px_lines_close(lines);
    assert_int_equal(status, PX_ERROR_IO);
    assert_string_equal(error.file, in_folder("a.gz"));
}

/* Lines over the limit fail once, with their number, and reading goes on behind them; a line of just the limit is read. */
static void skips_lines_over_the_limit(void **state)
{
    (void)state;
    struct px_slice line;
    struct px_error error;
    struct px_lines *lines = lines_of("abcde\nabcdef\nok\nabcdefghi", 5);
    assert_line(lines, "abcde", 1);
    assert_int_equal(px_lines_next(lines, &line, &error), PX_ERROR_LIMIT);
    assert_int_equal(error.line, 2);
    assert_string_equal(error.message, "line is longer than the limit of 5 bytes");
    assert_line(lines, "ok", 3);
    assert_int_equal(px_lines_next(lines, &line, &error), PX_ERROR_LIMIT);
    assert_int_equal(error.line, 4);
    assert_end(lines);
}

/* Lines much longer than what is read at a time: whole below the limit, skipped above it in little memory. */
static void bears_long_lines(void **state)
{
    (void)state;
    enum { LONG = 500000 };
    char *text = malloc(2 * LONG + 10);
    assert_non_null(text);
    memset(text, 'x', 2 * LONG);
    text[LONG] = '\n';
    memcpy(text + 2 * LONG, "y\nlast\n", 8);
    struct px_lines *lines = lines_of(text, 2 * LONG);
    struct px_slice line;
    assert_int_equal(px_lines_next(lines, &line, NULL), 1);
    assert_int_equal(line.size, LONG);
    assert_int_equal(px_lines_next(lines, &line, NULL), 1);
    assert_int_equal(line.size, LONG);
    assert_int_equal(line.data[LONG - 1], 'y');
    assert_line(lines, "last", 3);
    assert_end(lines);
    lines = lines_of(text, 1000);
    assert_int_equal(px_lines_next(lines, &line, NULL), PX_ERROR_LIMIT);
    assert_int_equal(px_lines_next(lines, &line, NULL), PX_ERROR_LIMIT);
    assert_line(lines, "last", 3);
    assert_end(lines);
    free(text);
}

/* Many lines across every border of what is read at a time. */
static void keeps_lines_whole(void **state)
{
    (void)state;
    FILE *file = fopen(in_folder("a"), "wb");
    assert_non_null(file);
    for (int i = 0; i < 40000; i++)
        fprintf(file, "line %d%s", i, i % 3 == 0 ? "\r\n" : "\n");
    assert_int_equal(fclose(file), 0);
    struct px_lines *lines = open_lines(in_folder("a"), 100);
    char text[32];
    for (int i = 0; i < 40000; i++) {
        snprintf(text, sizeof text, "line %d", i);
        assert_line(lines, text, (size_t)i + 1);
    }
    assert_end(lines);
}

static void says_why_it_cannot_open(void **state)
{
    (void)state;
    struct px_lines *lines;
    struct px_error error;
    assert_int_equal(px_lines_open(in_folder("missing"), 10, &lines, &error), PX_ERROR_IO);
    assert_null(lines);
    assert_string_equal(error.message, "cannot open: No such file or directory");
    assert_int_equal(px_lines_open(folder, 10, &lines, &error), PX_ERROR_IO);
    assert_string_equal(error.message, "cannot read: Is a directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_lines_whatever_their_ends, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(reads_nothing_from_nothing, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(unpacks, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(tells_of_a_torn_file, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(skips_lines_over_the_limit, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(bears_long_lines, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(keeps_lines_whole, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(says_why_it_cannot_open, make_folder, remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
