#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
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
    bool there;           /* before we came */
    pthread_mutex_t lock; /* of what follows */
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

/* Is there a folder already, or nothing in its place? */
static enum px_status look(const char *path, bool *there, struct px_error *error)
{
    struct stat info;
    *there = stat(path, &info) == 0;
    if (*there && !S_ISDIR(info.st_mode))
        return errno = EEXIST, io_error(error, "cannot make a folder where a file is", path);
    return PX_OK;
}

/* Names what was made as temporary. */
static enum px_status name_temporary(struct px_folder *folder, const char *path, struct px_error *error)
{
    pthread_mutex_lock(&folder->lock);
    size_t *leftover = px_vector_push(&folder->leftovers, &folder->arena);
    if (leftover != NULL)
        *leftover = px_leftover_add(path);
    pthread_mutex_unlock(&folder->lock);
    return leftover == NULL ? px_no_memory(error) : PX_OK;
}

static enum px_status make_temporary(struct px_folder *folder, struct px_error *error)
{
    enum px_status status = look(folder->path, &folder->there, error);
    if (status != PX_OK)
        return status;
    folder->temporary = join(folder->path, folder->there ? "/." : ".", "XXXXXX");
    if (folder->temporary == NULL)
        return px_no_memory(error);
    px_leftovers_hold();
    if (mkdtemp(folder->temporary) != NULL) {
        status = name_temporary(folder, folder->temporary, error);
    } else {
        status = io_error(error, folder->there ? "cannot write to the folder" : "cannot make the folder", folder->path);
        free(folder->temporary);
        folder->temporary = NULL;
    }
    px_leftovers_go_on();
    return status;
}

enum px_status px_folder_open(const char *path, struct px_folder **result, struct px_error *error)
{
    *result = NULL;
    struct px_folder *folder = calloc(1, sizeof *folder);
    if (folder == NULL)
        return px_no_memory(error);
    if (pthread_mutex_init(&folder->lock, NULL) != 0) {
        free(folder);
        return px_no_memory(error);
    }
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
    *file = NULL;
    char *path = join(folder->temporary, "/", name);
    if (path == NULL)
        return px_no_memory(error);
    px_leftovers_hold();
    enum px_status status = px_output_create(path, file, error);
    if (status == PX_OK && (status = name_temporary(folder, path, error)) != PX_OK) {
        px_output_close(*file);
        *file = NULL;
    }
    px_leftovers_go_on();
    free(path);
    return status;
}

enum px_status px_folder_write(struct px_folder *folder, const char *name, struct px_slice bytes,
                               struct px_error *error)
{
    struct px_output *file = NULL;
    enum px_status status = px_folder_create(folder, name, &file, error);
    if (status == PX_OK)
        status = px_output_write(file, bytes, error);
    if (status == PX_OK)
        return px_output_commit(file, error);
    px_output_close(file);
    return status;
}

enum px_status px_folder_make(struct px_folder *folder, const char *name, struct px_error *error)
{
    bool there;
    char *path = join(folder->temporary, "/", name), *place = join(folder->path, "/", name);
    enum px_status status = path == NULL || place == NULL ? px_no_memory(error) : look(place, &there, error);
    px_leftovers_hold();
    if (status == PX_OK && mkdir(path, 0777) != 0)
        status = io_error(error, "cannot make the folder", place);
    if (status == PX_OK)
        status = name_temporary(folder, path, error);
    px_leftovers_go_on();
    free(path);
    free(place);
    return status;
}

static bool empty(const char *from, const char *to);

/* Moves a folder's files into the one of that name, which is made where there is none. */
static bool move_folder(const char *from, const char *to)
{
    return (to == NULL || mkdir(to, 0777) == 0 || errno == EEXIST) && empty(from, to);
}

/* Moves what has the name into the folder, or with an empty `to` throws it away. */
static bool move(const char *from, const char *to, const char *name)
{
    struct stat info;
    char *old = join(from, "/", name);
    char *new = to == NULL ? NULL : join(to, "/", name);
    bool moved = old != NULL && (to == NULL || new != NULL) && lstat(old, &info) == 0;
    if (moved && S_ISDIR(info.st_mode))
        moved = move_folder(old, new);
    else if (moved)
        moved = to == NULL ? unlink(old) == 0 : px_rename(old, new);
    free(old);
    free(new);
    return moved;
}

/* Every file of the folder `from`, then the folder itself. */
static bool empty(const char *from, const char *to)
{
    DIR *directory = opendir(from);
    bool done = directory != NULL;
    for (struct dirent *entry; done && (entry = readdir(directory)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            done = move(from, to, entry->d_name);
    if (directory != NULL)
        closedir(directory);
    return done && rmdir(from) == 0;
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
    if (!(folder->there ? empty(folder->temporary, folder->path) : move_all(folder)))
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
        empty(folder->temporary, NULL);
    for (size_t i = 0; i < folder->leftovers.count; i++)
        px_leftover_drop(folder->leftovers.items[i]);
    pthread_mutex_destroy(&folder->lock);
    px_arena_release(&folder->arena);
    free(folder->temporary);
    free(folder->path);
    free(folder);
}
