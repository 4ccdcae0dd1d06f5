/* What a signal must not leave behind: half-written outputs and folders. */
#include "base/leftover.h"

#include <signal.h>
#include <sys/wait.h>

#include "base/folder.h"
#include "folder.h"

static bool is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

/* How many files the folder holds. */
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

static void named_files_and_folders_go(void **state)
{
    (void)state;
    char file[512], inner[512], kept[512];
    snprintf(inner, sizeof inner, "%s/inner", folder);
    snprintf(file, sizeof file, "%s/inner/file", folder);
    snprintf(kept, sizeof kept, "%s/kept", folder);
    assert_int_equal(mkdir(inner, 0777), 0);
    write_file(file, "x", 1);
    write_file(kept, "x", 1);
    px_leftover_add(inner);
    size_t number = px_leftover_add(file);
    px_leftover_drop(px_leftover_add(kept));
    px_leftover_drop(0);
    snprintf(file, sizeof file, "%s", kept); /* whoever named a path may do with it as he likes */
    px_leftovers_remove();
    assert_false(is_there(inner));
    assert_true(is_there(kept));
    px_leftover_drop(number);
    assert_int_equal(unlink(kept), 0);
}

/* An output and a folder are named while they are written, and no longer. */
static void what_is_being_written_goes(void **state)
{
    (void)state;
    struct px_output *output, *table;
    struct px_folder *tables;
    assert_int_equal(px_output_open(in_folder("done"), &output, NULL), PX_OK);
    assert_int_equal(px_output_commit(output, NULL), PX_OK);
    assert_int_equal(px_output_open(in_folder("pair.md"), &output, NULL), PX_OK);
    assert_int_equal(px_folder_open(in_folder("tables"), &tables, NULL), PX_OK);
    assert_int_equal(px_folder_create(tables, "terms.csv", &table, NULL), PX_OK);
    assert_int_equal(count_files(), 3);
    px_leftovers_remove();
    assert_int_equal(count_files(), 1);
    assert_true(is_there(in_folder("done")));
    px_output_close(table);
    px_folder_close(tables);
    px_output_close(output);
}

/* A file that is committed is as temporary as its folder. */
static void committed_files_go_with_their_folder(void **state)
{
    (void)state;
    struct px_output *table;
    struct px_folder *tables;
    const size_t before = count_files();
    assert_int_equal(px_folder_open(in_folder("tables"), &tables, NULL), PX_OK);
    assert_int_equal(px_folder_create(tables, "terms.csv", &table, NULL), PX_OK);
    assert_int_equal(px_output_commit(table, NULL), PX_OK);
    assert_int_equal(count_files(), before + 1);
    assert_int_equal(px_folder_make(tables, "inner", NULL), PX_OK);
    assert_int_equal(px_folder_write(tables, "inner/names.csv", PX_SLICE("x"), NULL), PX_OK);
    px_leftovers_remove();
    assert_int_equal(count_files(), before);
    px_folder_close(tables);
}

static volatile sig_atomic_t raised;

static void note(int number)
{
    raised = number;
}

/* A signal that comes while files are moved waits until all are in their places, and the temporary ones go then. */
static void a_signal_waits_for_moves(void)
{
    const char *kept = in_folder("temporary");
    write_file(kept, "x", 1);
    px_leftover_add(kept);
    signal(SIGUSR1, note);
    px_leftovers_hold();
    px_leftovers_hold();
    assert_true(px_leftovers_postpone(SIGUSR1));
    px_leftovers_go_on();
    assert_int_equal(raised, 0);
    assert_true(is_there(in_folder("temporary")));
    px_leftovers_go_on();
    assert_int_equal(raised, SIGUSR1);
    assert_false(is_there(in_folder("temporary")));
    signal(SIGUSR1, SIG_DFL);
    exit(0);
}

/* A handler that is told to end at once ends alone, and whoever would make a file by now comes no further. */
static void nothing_is_made_once_the_program_ends(void)
{
    assert_false(px_leftovers_postpone(SIGUSR1));
    assert_true(px_leftovers_postpone(SIGUSR2));
    alarm(1);
    px_leftovers_hold();
    exit(0);
}

/* How a process ends that does this: a program ends only once. */
static int end_of(void (*part)(void))
{
    int end = 0;
    pid_t child = fork();
    if (child == 0)
        part();
    assert_int_equal(waitpid(child, &end, 0), child);
    return end;
}

static void a_signal_ends_the_program(void **state)
{
    (void)state;
    int end = end_of(a_signal_waits_for_moves);
    assert_true(WIFEXITED(end) && WEXITSTATUS(end) == 0);
    end = end_of(nothing_is_made_once_the_program_ends);
    assert_true(WIFSIGNALED(end) && WTERMSIG(end) == SIGALRM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(named_files_and_folders_go), cmocka_unit_test(what_is_being_written_goes),
        cmocka_unit_test(committed_files_go_with_their_folder), cmocka_unit_test(a_signal_ends_the_program)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
