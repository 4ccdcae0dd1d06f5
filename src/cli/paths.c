#include "cli/paths.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/slice.h"

static bool is_file(const char *path, const struct stat *file)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode) && info.st_dev == file->st_dev &&
           info.st_ino == file->st_ino;
}

bool px_cli_is_same_file(const char *a, const char *b)
{
    struct stat info;
    return stat(b, &info) == 0 && is_file(a, &info);
}

/* Is it the file that the input names, which is "-" for a file behind standard input, too? */
static bool is_input(const char *path, const char *input)
{
    struct stat info;
    if (strcmp(input, "-") == 0)
        return fstat(STDIN_FILENO, &info) == 0 && is_file(path, &info);
    return px_cli_is_same_file(path, input);
}

static bool is_among(const char *path, const char *const *inputs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_input(path, inputs[i]))
            return true;
    return false;
}

/* A path in which no sign is a wildcard. */
static void quote_pattern(const char *path, struct px_buffer *out)
{
    for (; *path != '\0'; path++) {
        if (strchr("*?[]\\", *path) != NULL)
            px_buffer_byte(out, '\\');
        px_buffer_byte(out, *path);
    }
}

/* The files that the pattern finds in the folder; false, and none to be freed, where there are none. */
static bool find_files(const char *folder, const char *pattern, glob_t *files)
{
    struct px_buffer path = {0};
    quote_pattern(folder, &path);
    px_buffer_printf(&path, "/%s", pattern);
    bool found = !path.failed && glob(path.data, GLOB_NOSORT, NULL, files) == 0;
    px_buffer_release(&path);
    return found;
}

/* Is it a file of the lexicons' folder? */
static bool is_lexicon(const char *folder, const char *path)
{
    glob_t files;
    if (folder == NULL || !find_files(folder, "*/*", &files))
        return false;
    bool among = is_among(path, (const char *const *)files.gl_pathv, files.gl_pathc);
    globfree(&files);
    return among;
}

/* Is it the text or the annotation of brat's pair of files, of which one is named? */
static bool is_of_pair(const char *path, const char *named)
{
    static const char *const endings[] = {".txt", ".ann"};
    struct px_slice name = px_slice_from(named);
    struct px_buffer member = {0};
    bool found = false;
    if (!px_slice_ends(name, PX_SLICE(".txt")) && !px_slice_ends(name, PX_SLICE(".ann")))
        return false;
    for (size_t i = 0; !found && i < sizeof endings / sizeof *endings; i++) {
        px_buffer_clear(&member);
        px_buffer_append(&member, px_slice_part(name, 0, name.size - strlen(endings[i])));
        px_buffer_string(&member, endings[i]);
        found = member.failed || px_cli_is_same_file(path, member.data);
    }
    px_buffer_release(&member);
    return found;
}

/* Does reading the annotated texts, a file, a pair of files or a folder of pairs, read the file? */
static bool is_gold(const char *path, const char *gold)
{
    static const char *const patterns[] = {"*.ann", ".*.ann"};
    bool found = is_input(path, gold) || is_of_pair(path, gold);
    for (size_t i = 0; !found && i < sizeof patterns / sizeof *patterns; i++) {
        glob_t files;
        if (!find_files(gold, patterns[i], &files))
            continue;
        for (size_t k = 0; !found && k < files.gl_pathc; k++)
            found = is_of_pair(path, files.gl_pathv[k]);
        globfree(&files);
    }
    return found;
}

static enum px_status refuse(const struct px_options *options, const char *path, struct px_error *error)
{
    return px_error_set(error, PX_ERROR_USAGE, "'%s' is read, and -o would write over it: name another %s", path,
                        strcmp(path, options->output) == 0 ? "file" : "place");
}

enum px_status px_cli_check_gold(const struct px_options *options, const char *const *gold, size_t count,
                                 struct px_error *error)
{
    for (size_t i = 0; options->output != NULL && i < count; i++)
        if (is_gold(options->output, gold[i]))
            return refuse(options, options->output, error);
    return PX_OK;
}

/* Counts of lines may be added to in place. */
static bool is_read(const struct px_options *options, const char *path)
{
    const char *const single[] = {options->corpus,  options->against, options->reference, options->sides,
                                  options->aliases, options->topics,  options->null};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        if (single[i] != NULL && is_input(path, single[i]))
            return true;
    return is_lexicon(options->lexicons, path) || is_lexicon(getenv("PARALLAX_LEXICONS"), path) ||
           is_among(path, (const char *const *)options->arguments, options->argument_count) ||
           (!options->count_lines && is_among(path, options->recurring, options->recurring_count)) ||
           is_among(path, options->lexicon_files, options->lexicon_count) ||
           is_among(path, options->aggregates, options->aggregate_count) ||
           is_among(path, options->done, options->done_count);
}

enum px_status px_cli_check_written(const struct px_options *options, const char *path, struct px_error *error)
{
    return is_read(options, path) ? refuse(options, path, error) : PX_OK;
}

/* Does a folder in the folder have the file of a lexicon or of learned weights? */
static bool has_lexicons(const char *path)
{
    static const char *const patterns[] = {"*/*.tsv", "*/*.model"};
    bool found = false;
    for (size_t i = 0; !found && i < sizeof patterns / sizeof *patterns; i++) {
        glob_t files;
        found = find_files(path, patterns[i], &files);
        if (found)
            globfree(&files);
    }
    return found;
}

/* A folder that `from` names; one that is not there, or has nothing to give, would leave the built-in lexicons in use
 * without a word. */
static enum px_status check_lexicons(const char *path, const char *from, struct px_error *error)
{
    struct stat info;
    if (path == NULL || *path == '\0')
        return PX_OK;
    if (stat(path, &info) != 0 || !S_ISDIR(info.st_mode))
        px_error_set(error, PX_ERROR_NOT_FOUND, "no such folder for %s", from);
    else if (!has_lexicons(path))
        px_error_set(error, PX_ERROR_NOT_FOUND,
                     "no lexicons for %s: the folder must have a folder for each language, such as en/loaded.tsv",
                     from);
    else
        return PX_OK;
    return px_error_place(error, path, 0, 0);
}

enum px_status px_cli_check_paths(const struct px_options *options, struct px_error *error)
{
    enum px_status status = check_lexicons(options->lexicons, "--lexicons", error);
    if (status == PX_OK)
        status = check_lexicons(getenv("PARALLAX_LEXICONS"), "PARALLAX_LEXICONS", error);
    if (status != PX_OK)
        return status;
    if (options->output != NULL)
        status = px_cli_check_written(options, options->output, error);
    return status == PX_OK ? px_cli_check_gold(options, options->gold, options->gold_count, error) : status;
}
