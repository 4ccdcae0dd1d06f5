#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/leftover.h"
#include "base/rename.h"
#include "base/vector.h"

struct px_folder {
    char *path;
    char *temporary;
    bool there; /* before we came */
    PX_VECTOR(size_t) leftovers;
    struct px_arena arena;
};

static enum px_status io_error(struct px_error *error, const char *what, const char *path)
{
    px_error_set(error, PX_ERROR_IO, "%s: %s", what, strerror(errno));
    px_error_place(error, path, 0, 0);
    return PX_ERROR_IO;
}

/* `before`, `between` and `after` in one string; NULL when memory is out. */
static char *join(const char *before, const char *between, const char *after)
{
    size_t size = strlen(before) + strlen(between) + strlen(after) + 1;
    char *text = malloc(size);
    if (text != NULL)
        snprintf(text, size, "%s%s%s", before, between, after);
    return text;
}

/* Without the slashes at its end: "tables/" is "tables". */
static char *bare(const char *path)
{
    char *copy = strdup(path);
    size_t size = copy == NULL ? 0 : strlen(copy);
    while (size > 1 && copy[size - 1] == '/')
        copy[--size] = '\0';
    return copy;
}

static enum px_status make_temporary(struct px_folder *folder, struct px_error *error)
{
    struct stat info;
    folder->there = stat(folder->path, &info) == 0;
    if (folder->there && !S_ISDIR(info.st_mode))
        return errno = EEXIST, io_error(error, "cannot make a folder where a file is", folder->path);
    size_t *leftover = px_vector_push(&folder->leftovers, &folder->arena);
    if (leftover == NULL)
        return px_no_memory(error);
    folder->temporary = join(folder->path, folder->there ? "/." : ".", "XXXXXX");
    if (folder->temporary == NULL)
        return px_no_memory(error);
    if (mkdtemp(folder->temporary) != NULL) {
        *leftover = px_leftover_add(folder->temporary);
        return PX_OK;
    }
    enum px_status status = io_error(error, "cannot make the folder", folder->path);
    free(folder->temporary);
    folder->temporary = NULL;
    return status;
}

enum px_status px_folder_open(const char *path, struct px_folder **result, struct px_error *error)
{
    *result = NULL;
    struct px_folder *folder = calloc(1, sizeof *folder);
    if (folder == NULL)
        return px_no_memory(error);
    folder->path = bare(path);
    enum px_status status = folder->path == NULL ? px_no_memory(error) : make_temporary(folder, error);
    if (status != PX_OK) {
        px_folder_close(folder);
        return status;
    }
    *result = folder;
    return PX_OK;
}

enum px_status px_folder_create(struct px_folder *folder, const char *name, struct px_output **file,
                                struct px_error *error)
{
    char *path = join(folder->temporary, "/", name);
    size_t *leftover = path == NULL ? NULL : px_vector_push(&folder->leftovers, &folder->arena);
    enum px_status status = leftover == NULL ? px_no_memory(error) : px_output_create(path, file, error);
    if (status == PX_OK)
        *leftover = px_leftover_add(path);
    free(path);
    return status;
}

/* Moves the file into the folder, or with an empty `to` throws it away. */
static bool move(const char *from, const char *to, const char *name)
{
    char *old = join(from, "/", name);
    char *new = to == NULL ? NULL : join(to, "/", name);
    bool moved = old != NULL && (to == NULL ? unlink(old) == 0 : new != NULL &&px_rename(old, new));
    free(old);
    free(new);
    return moved;
}

/* Every file of the temporary folder, then the folder itself. */
static bool empty(struct px_folder *folder, const char *to)
{
    DIR *directory = opendir(folder->temporary);
    bool done = directory != NULL;
    for (struct dirent *entry; done && (entry = readdir(directory)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            done = move(folder->temporary, to, entry->d_name);
    if (directory != NULL)
        closedir(directory);
    return done && rmdir(folder->temporary) == 0;
}

static bool move_all(struct px_folder *folder)
{
    mode_t mask = umask(0);
    umask(mask);
    return chmod(folder->temporary, 0777 & ~mask) == 0 && rename(folder->temporary, folder->path) == 0;
}

enum px_status px_folder_commit(struct px_folder *folder, struct px_error *error)
{
    enum px_status status = PX_OK;
    px_leftovers_hold();
    if (!(folder->there ? empty(folder, folder->path) : move_all(folder)))
        status = io_error(error, "cannot write the folder", folder->path);
    if (status == PX_OK) {
        free(folder->temporary);
        folder->temporary = NULL;
    }
    px_folder_close(folder);
    px_leftovers_go_on();
    return status;
}

void px_folder_close(struct px_folder *folder)
{
    if (folder == NULL)
        return;
    if (folder->temporary != NULL)
        empty(folder, NULL);
    for (size_t i = 0; i < folder->leftovers.count; i++)
        px_leftover_drop(folder->leftovers.items[i]);
    px_arena_release(&folder->arena);
    free(folder->temporary);
    free(folder->path);
    free(folder);
}
