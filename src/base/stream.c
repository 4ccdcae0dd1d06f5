#include "base/stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/leftover.h"
#include "base/rename.h"

enum { CHUNK = 64 * 1024, OUTPUT_BUFFER = 256 * 1024 };

static enum px_status io_error(struct px_error *error, const char *what, const char *path)
{
    enum px_status status = px_error_set(error, PX_ERROR_IO, "%s: %s", what, strerror(errno));
    px_error_place(error, path, 0, 0);
    return status;
}

/* Of an input. Who is used to other programs may give a page's address. */
static enum px_status open_error(struct px_error *error, const char *path)
{
    static const char *const schemes[] = {"http://", "https://", "www."};
    bool address = false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        address = address || strncasecmp(path, schemes[i], strlen(schemes[i])) == 0;
    if (errno != ENOENT || !address)
        return io_error(error, "cannot open", path);
    enum px_status status =
        px_error_set(error, PX_ERROR_IO, "web pages are not fetched: save the page and give its file");
    px_error_place(error, path, 0, 0);
    return status;
}

static enum px_status limit_error(struct px_error *error, const char *path, size_t limit)
{
    px_over_limit(error, "input is larger", limit);
    px_error_place(error, path, 0, 0);
    return PX_ERROR_LIMIT;
}

static bool is_dash(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* Reads the descriptor to its end into the arena, growing the piece as it goes. */
static enum px_status read_all(int fd, const char *path, size_t limit, struct px_arena *arena, struct px_slice *bytes,
                               struct px_error *error)
{
    struct stat info = {0};
    size_t capacity = CHUNK;
    if (fstat(fd, &info) == 0 && S_ISDIR(info.st_mode))
        return errno = EISDIR, io_error(error, "cannot read", path);
    if (S_ISREG(info.st_mode) && info.st_size > 0)
        capacity = (size_t)info.st_size + 2;
    else if (capacity - 2 > limit)
        capacity = limit + 2;
    if (capacity - 2 > limit)
        return limit_error(error, path, limit);
    char *data = px_arena_take(arena, capacity);
    size_t size = 0;
    while (data != NULL) {
        ssize_t got = read(fd, data + size, capacity - size - 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return io_error(error, "cannot read", path);
        size += (size_t)got;
        if (size > limit)
            return limit_error(error, path, limit);
        if (got == 0) {
            *bytes = (struct px_slice){data, size};
            return PX_OK;
        }
        if (size + 1 == capacity) {
            data = px_arena_grow(arena, data, capacity, capacity * 2);
            capacity *= 2;
        }
    }
    return px_no_memory(error);
}

enum px_status px_file_read(const char *path, size_t limit, struct px_arena *arena, struct px_slice *bytes,
                            struct px_error *error)
{
    *bytes = (struct px_slice){0};
    int fd = is_dash(path) ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return open_error(error, path);
    enum px_status status = read_all(fd, path, limit, arena, bytes, error);
    if (fd != STDIN_FILENO)
        close(fd);
    return status;
}

struct px_lines {
    struct archive *archive;
    char *path;
    char *data;
    size_t start;
    size_t size;
    size_t capacity;
    size_t limit;
    size_t number;
    bool ended;
    bool skipping;
};

static enum px_status archive_failure(struct px_lines *lines, struct px_error *error, const char *what)
{
    const char *why = archive_error_string(lines->archive);
    enum px_status status = px_error_set(error, PX_ERROR_IO, "%s: %s", what, why == NULL ? "unknown failure" : why);
    px_error_place(error, lines->path, 0, 0);
    return status;
}

/* Opens the stream through libarchive's raw reader: any compression, no container. An empty file has no header. */
static enum px_status open_archive(struct px_lines *lines, struct px_error *error)
{
    struct archive_entry *entry;
    lines->archive = archive_read_new();
    if (lines->archive == NULL)
        return px_no_memory(error);
    archive_read_support_filter_all(lines->archive);
    archive_read_support_format_raw(lines->archive);
    archive_read_support_format_empty(lines->archive);
    int opened = is_dash(lines->path) ? archive_read_open_fd(lines->archive, STDIN_FILENO, CHUNK)
                                      : archive_read_open_filename(lines->archive, lines->path, CHUNK);
    if (opened != ARCHIVE_OK)
        return archive_failure(lines, error, "cannot open");
    int header = archive_read_next_header(lines->archive, &entry);
    if (header == ARCHIVE_EOF)
        lines->ended = true;
    else if (header < ARCHIVE_WARN)
        return archive_failure(lines, error, "cannot read");
    return PX_OK;
}

enum px_status px_lines_open(const char *path, size_t limit, struct px_lines **result, struct px_error *error)
{
    *result = NULL;
    struct stat info = {0};
    if (!is_dash(path) && stat(path, &info) != 0)
        return open_error(error, path);
    if (!is_dash(path) && S_ISDIR(info.st_mode))
        return errno = EISDIR, io_error(error, "cannot read", path);
    struct px_lines *lines = calloc(1, sizeof *lines);
    if (lines == NULL)
        return px_no_memory(error);
    lines->limit = limit;
    lines->path = strdup(path);
    enum px_status status = lines->path == NULL ? px_no_memory(error) : open_archive(lines, error);
    if (status != PX_OK) {
        px_lines_close(lines);
        return status;
    }
    *result = lines;
    return PX_OK;
}

/* Reads one more chunk behind what is there; ended is set at the end. */
static enum px_status fill(struct px_lines *lines, struct px_error *error)
{
    if (lines->start > 0) {
        memmove(lines->data, lines->data + lines->start, lines->size - lines->start);
        lines->size -= lines->start;
        lines->start = 0;
    }
    if (lines->capacity - lines->size < CHUNK) {
        size_t larger = lines->capacity * 2 + CHUNK;
        char *data = realloc(lines->data, larger);
        if (data == NULL)
            return px_no_memory(error);
        lines->data = data;
        lines->capacity = larger;
    }
    la_ssize_t got = archive_read_data(lines->archive, lines->data + lines->size, CHUNK);
    if (got < 0) {
        lines->ended = true;
        return archive_failure(lines, error, "cannot read");
    }
    lines->ended = got == 0;
    lines->size += (size_t)got;
    return PX_OK;
}

static enum px_status line_too_long(struct px_lines *lines, struct px_error *error)
{
    lines->skipping = true;
    lines->start = lines->size;
    lines->number++;
    px_over_limit(error, "line is longer", lines->limit);
    px_error_place(error, lines->path, lines->number, 1);
    return PX_ERROR_LIMIT;
}

/* Gives the line that ends at `end` (exclusive) and moves behind its newline; 0 when it was being skipped. */
static int give_line(struct px_lines *lines, size_t end, size_t next, struct px_slice *line)
{
    bool skipped = lines->skipping;
    *line = (struct px_slice){lines->data + lines->start, end - lines->start};
    if (line->size > 0 && line->data[line->size - 1] == '\r')
        line->size--;
    lines->start = next;
    lines->skipping = false;
    if (!skipped)
        lines->number++;
    return !skipped;
}

int px_lines_next(struct px_lines *lines, struct px_slice *line, struct px_error *error)
{
    size_t searched = lines->start;
    for (;;) {
        char *end = lines->size > searched ? memchr(lines->data + searched, '\n', lines->size - searched) : NULL;
        if (end != NULL) {
            size_t at = (size_t)(end - lines->data);
            if (at - lines->start > lines->limit && !lines->skipping) {
                line_too_long(lines, error);
                give_line(lines, lines->start, at + 1, line);
                return PX_ERROR_LIMIT;
            }
            if (give_line(lines, at, at + 1, line))
                return 1;
            searched = lines->start;
            continue;
        }
        if (lines->skipping)
            lines->start = lines->size;
        else if (lines->size - lines->start > lines->limit)
            return line_too_long(lines, error);
        if (lines->ended)
            return lines->size > lines->start ? give_line(lines, lines->size, lines->size, line) : 0;
        size_t seen = lines->size - lines->start;
        enum px_status status = fill(lines, error);
        if (status != PX_OK)
            return status;
        searched = lines->start + seen;
    }
}

size_t px_lines_number(const struct px_lines *lines)
{
    return lines->number;
}

void px_lines_close(struct px_lines *lines)
{
    if (lines == NULL)
        return;
    if (lines->archive != NULL)
        archive_read_free(lines->archive);
    free(lines->path);
    free(lines->data);
    free(lines);
}

struct px_output {
    int fd;
    char *path;
    char *temporary;
    size_t leftover;
    struct px_buffer pending;
};

static enum px_status write_all(struct px_output *output, struct px_slice bytes, struct px_error *error)
{
    for (size_t done = 0; done < bytes.size;) {
        ssize_t wrote = write(output->fd, bytes.data + done, bytes.size - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0 && errno == EPIPE)
            return px_error_set(error, PX_ERROR_CLOSED, "the reader of the output has gone");
        if (wrote < 0)
            return io_error(error, "cannot write", output->path);
        done += (size_t)wrote;
    }
    return PX_OK;
}

static enum px_status drain(struct px_output *output, struct px_error *error)
{
    if (output->pending.failed)
        return px_no_memory(error);
    enum px_status status = write_all(output, px_buffer_slice(&output->pending), error);
    if (status == PX_OK)
        px_buffer_clear(&output->pending);
    return status;
}

/* Opens a file that is not there yet: fills the X at the end of the name until it finds one. Unlike mkstemp, the file
 * gets the mode that the process gives to files, and no thread has to ask for that by changing it. */
static int open_new(char *name)
{
    static const char signs[] = "abcdefghijklmnopqrstuvwxyz234567";
    static atomic_uint count;
    enum { PLACES = 6, TRIES = 100 };
    char *places = name + strlen(name) - PLACES;
    for (int tries = 0; tries < TRIES; tries++) {
        struct timespec now = {0};
        clock_gettime(CLOCK_MONOTONIC, &now);
        uint64_t seed = (uint64_t)now.tv_nsec + ((uint64_t)getpid() << 32) + atomic_fetch_add(&count, 1);
        seed *= 0x9E3779B97F4A7C15u;
        for (int i = 0; i < PLACES; i++)
            places[i] = signs[seed >> (34 + 5 * i) & 31];
        int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

/* Opens a temporary file beside `path`; an existing device or pipe is opened itself. */
static enum px_status open_target(struct px_output *output, const char *path, struct px_error *error)
{
    struct stat info = {0};
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode)) {
        output->fd = open(path, O_WRONLY | O_CLOEXEC);
        return output->fd < 0 ? io_error(error, "cannot open", path) : PX_OK;
    }
    size_t size = strlen(path) + sizeof ".XXXXXX";
    output->temporary = malloc(size);
    if (output->temporary == NULL)
        return px_no_memory(error);
    snprintf(output->temporary, size, "%s.XXXXXX", path);
    px_leftovers_hold();
    output->fd = open_new(output->temporary);
    enum px_status status = output->fd < 0 ? io_error(error, "cannot create", path) : PX_OK;
    if (status == PX_OK)
        output->leftover = px_leftover_add(output->temporary);
    px_leftovers_go_on();
    if (status != PX_OK) {
        free(output->temporary);
        output->temporary = NULL;
    }
    return status;
}

static enum px_status open_in_place(struct px_output *output, const char *path, struct px_error *error)
{
    output->fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return output->fd < 0 ? io_error(error, "cannot create", path) : PX_OK;
}

/* An output called `name`, opened by `open_path`; NULL: standard output. */
static enum px_status new_output(const char *name, const char *path,
                                 enum px_status (*open_path)(struct px_output *, const char *, struct px_error *),
                                 struct px_output **result, struct px_error *error)
{
    *result = NULL;
    struct px_output *output = calloc(1, sizeof *output);
    if (output == NULL)
        return px_no_memory(error);
    output->fd = STDOUT_FILENO;
    output->path = strdup(name);
    enum px_status status = output->path == NULL ? px_no_memory(error) : PX_OK;
    if (status == PX_OK && open_path != NULL)
        status = open_path(output, path, error);
    if (status != PX_OK) {
        px_output_close(output);
        return status;
    }
    *result = output;
    return PX_OK;
}

enum px_status px_output_open(const char *path, struct px_output **result, struct px_error *error)
{
    bool standard = path == NULL || is_dash(path);
    return new_output(standard ? "standard output" : path, path, standard ? NULL : open_target, result, error);
}

enum px_status px_output_create(const char *path, struct px_output **result, struct px_error *error)
{
    return new_output(path, path, open_in_place, result, error);
}

enum px_status px_output_write(struct px_output *output, struct px_slice bytes, struct px_error *error)
{
    if (bytes.size >= OUTPUT_BUFFER) { /* long enough to go without a copy */
        enum px_status status = drain(output, error);
        return status == PX_OK ? write_all(output, bytes, error) : status;
    }
    px_buffer_append(&output->pending, bytes);
    return output->pending.size >= OUTPUT_BUFFER || output->pending.failed ? drain(output, error) : PX_OK;
}

enum px_status px_output_flush(struct px_output *output, struct px_error *error)
{
    return output->temporary == NULL ? drain(output, error) : PX_OK;
}

/* Closes the descriptor, if it is ours, and reports a failure that shows only then (a full disk). */
static enum px_status close_target(struct px_output *output, struct px_error *error)
{
    int fd = output->fd;
    output->fd = STDOUT_FILENO;
    if (fd == STDOUT_FILENO || fd < 0)
        return PX_OK;
    return close(fd) == 0 ? PX_OK : io_error(error, "cannot write", output->path);
}

enum px_status px_output_commit(struct px_output *output, struct px_error *error)
{
    enum px_status status = drain(output, error);
    if (status == PX_OK)
        status = close_target(output, error);
    px_leftovers_hold();
    if (status == PX_OK && output->temporary != NULL && !px_rename(output->temporary, output->path))
        status = io_error(error, "cannot create", output->path);
    if (status == PX_OK) {
        free(output->temporary);
        output->temporary = NULL;
    }
    px_output_close(output);
    px_leftovers_go_on();
    return status;
}

void px_output_close(struct px_output *output)
{
    if (output == NULL)
        return;
    close_target(output, NULL);
    if (output->temporary != NULL)
        unlink(output->temporary);
    px_leftover_drop(output->leftover);
    free(output->temporary);
    free(output->path);
    px_buffer_release(&output->pending);
    free(output);
}
