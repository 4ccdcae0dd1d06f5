#include "ingest/runs.h"

#include <errno.h>

#include "base/buffer.h"

enum { KEY_AT_MOST = 1 << 24 };

static enum px_status io_error(struct px_error *error)
{
    return px_error_set(error, PX_ERROR_IO, "temporary file of counts: %s", strerror(errno));
}

static enum px_status write_row(void *argument, struct px_slice key, uint64_t count, struct px_error *error)
{
    FILE *file = argument;
    uint64_t head[2] = {count, key.size};
    bool fine = fwrite(head, sizeof head, 1, file) == 1 && fwrite(key.data, key.size, 1, file) == 1;
    return fine ? PX_OK : io_error(error);
}

/* One run as the merge stands in it; `ended` when there is no row at hand. */
struct cursor {
    FILE *file;
    struct px_buffer key;
    uint64_t count;
    bool ended;
};

static enum px_status advance(struct cursor *cursor, struct px_error *error)
{
    uint64_t head[2];
    px_buffer_clear(&cursor->key);
    size_t got = fread(head, sizeof head, 1, cursor->file);
    cursor->ended = got == 0;
    if (got == 0)
        return ferror(cursor->file) ? io_error(error) : PX_OK;
    if (head[1] == 0 || head[1] > KEY_AT_MOST || !px_buffer_reserve(&cursor->key, head[1]))
        return px_no_memory(error);
    if (fread(cursor->key.data, head[1], 1, cursor->file) != 1)
        return io_error(error);
    cursor->key.size = head[1];
    cursor->count = head[0];
    return PX_OK;
}

static struct px_slice least_key(struct cursor *cursors, size_t count)
{
    struct px_slice least = {0};
    for (size_t i = 0; i < count; i++) {
        struct px_slice key = px_buffer_slice(&cursors[i].key);
        if (!cursors[i].ended && (least.size == 0 || px_slice_compare(key, least) < 0))
            least = key;
    }
    return least;
}

/* Adds up the rows of that key and goes on behind them. */
static enum px_status take_key(struct cursor *cursors, size_t count, struct px_slice key, uint64_t *sum,
                               struct px_error *error)
{
    enum px_status status = PX_OK;
    *sum = 0;
    for (size_t i = 0; i < count && status == PX_OK; i++) {
        if (cursors[i].ended || !px_slice_equal(px_buffer_slice(&cursors[i].key), key))
            continue;
        *sum += cursors[i].count;
        status = advance(&cursors[i], error);
    }
    return status;
}

static enum px_status merge(struct cursor *cursors, size_t count, px_runs_function *function, void *context,
                            struct px_error *error)
{
    struct px_buffer key = {0};
    struct px_slice least;
    enum px_status status = PX_OK;
    while (status == PX_OK && (least = least_key(cursors, count)).size > 0) {
        uint64_t sum;
        px_buffer_clear(&key);
        px_buffer_append(&key, least);
        if (key.failed)
            status = px_no_memory(error);
        if (status == PX_OK)
            status = take_key(cursors, count, px_buffer_slice(&key), &sum, error);
        if (status == PX_OK)
            status = function(context, px_buffer_slice(&key), sum, error);
    }
    px_buffer_release(&key);
    return status;
}

enum px_status px_runs_merge(struct px_runs *runs, px_runs_function *function, void *context, struct px_error *error)
{
    struct cursor cursors[PX_RUNS_AT_MOST] = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; i < runs->count && status == PX_OK; i++) {
        cursors[i].file = runs->files[i];
        rewind(runs->files[i]);
        status = advance(&cursors[i], error);
    }
    if (status == PX_OK)
        status = merge(cursors, runs->count, function, context, error);
    for (size_t i = 0; i < runs->count; i++)
        px_buffer_release(&cursors[i].key);
    return status;
}

/* All runs as one. */
static enum px_status join(struct px_runs *runs, struct px_error *error)
{
    FILE *file = tmpfile();
    if (file == NULL)
        return io_error(error);
    enum px_status status = px_runs_merge(runs, write_row, file, error);
    if (status != PX_OK) {
        fclose(file);
        return status;
    }
    px_runs_release(runs);
    runs->files[runs->count++] = file;
    return fflush(file) == 0 ? PX_OK : io_error(error);
}

enum px_status px_runs_add(struct px_runs *runs, const struct px_row *rows, size_t count, struct px_error *error)
{
    enum px_status status = runs->count == PX_RUNS_AT_MOST ? join(runs, error) : PX_OK;
    if (status != PX_OK)
        return status;
    FILE *file = tmpfile();
    if (file == NULL)
        return io_error(error);
    runs->files[runs->count++] = file;
    for (size_t i = 0; i < count && status == PX_OK; i++)
        status = write_row(file, rows[i].key, rows[i].count, error);
    if (status == PX_OK && fflush(file) != 0)
        status = io_error(error);
    return status;
}

void px_runs_release(struct px_runs *runs)
{
    for (size_t i = 0; i < runs->count; i++)
        fclose(runs->files[i]);
    *runs = (struct px_runs){0};
}
