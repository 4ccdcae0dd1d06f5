#include "cli/paths.h"

#include <string.h>
#include <sys/stat.h>

/* A device or a pipe may be read and written. */
static bool is_same_file(const char *a, const char *b)
{
    struct stat one, two;
    return stat(a, &one) == 0 && stat(b, &two) == 0 && S_ISREG(one.st_mode) && one.st_dev == two.st_dev &&
           one.st_ino == two.st_ino;
}

static bool is_among(const char *path, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_same_file(path, paths[i]))
            return true;
    return false;
}

/* Counts of lines may be added to in place: --recurring is not asked. */
static bool is_read(const struct px_options *options, const char *path)
{
    const char *const single[] = {options->corpus,  options->against, options->reference, options->sides,
                                  options->aliases, options->topics,  options->null};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        if (single[i] != NULL && is_same_file(path, single[i]))
            return true;
    return is_among(path, (const char *const *)options->arguments, options->argument_count) ||
           is_among(path, options->gold, options->gold_count) ||
           is_among(path, options->lexicon_files, options->lexicon_count) ||
           is_among(path, options->aggregates, options->aggregate_count);
}

enum px_status px_cli_check_written(const struct px_options *options, const char *path, struct px_error *error)
{
    if (!is_read(options, path))
        return PX_OK;
    return px_error_set(error, PX_ERROR_USAGE, "'%s' is read, and -o would write over it: name another %s", path,
                        strcmp(path, options->output) == 0 ? "file" : "place");
}

enum px_status px_cli_check_paths(const struct px_options *options, struct px_error *error)
{
    struct stat info;
    if (options->lexicons != NULL && (stat(options->lexicons, &info) != 0 || !S_ISDIR(info.st_mode))) {
        px_error_set(error, PX_ERROR_NOT_FOUND, "no such folder");
        return px_error_place(error, options->lexicons, 0, 0);
    }
    return options->output == NULL ? PX_OK : px_cli_check_written(options, options->output, error);
}
