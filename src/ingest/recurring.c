#include "ingest/recurring.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/table.h"
#include "ingest/patterns.h"
#include "ingest/runs.h"

enum {
    SHORT_ARTICLES = 3,
    SHORT_SHARE = 50, /* one article in so many */
    RUNNING_ARTICLES = 5,
    RUNNING_SHARE = 4,
    KEY_BYTES = 120, /* a longer line is known by its beginning and a digest */
    KEY_HEAD = 80,
    TABLE_BYTES = 64 << 20,
    ROW_BYTES = 1 << 20
};

struct px_recurring {
    pthread_mutex_t lock;
    struct px_table table; /* "outlet\tline"; the empty line counts the outlet's articles */
    PX_VECTOR(uint64_t) counts;
    struct px_arena arena; /* of `counts` */
    struct px_runs runs;
};

enum px_status px_recurring_new(struct px_recurring **recurring, struct px_error *error)
{
    *recurring = calloc(1, sizeof **recurring);
    if (*recurring == NULL || pthread_mutex_init(&(*recurring)->lock, NULL) != 0) {
        free(*recurring);
        *recurring = NULL;
        return px_no_memory(error);
    }
    return PX_OK;
}

static void forget(struct px_recurring *recurring)
{
    px_table_release(&recurring->table);
    px_arena_release(&recurring->arena);
    recurring->table = (struct px_table){0};
    recurring->counts.items = NULL;
    recurring->counts.count = recurring->counts.capacity = 0;
}

void px_recurring_free(struct px_recurring *recurring)
{
    if (recurring == NULL)
        return;
    forget(recurring);
    px_runs_release(&recurring->runs);
    pthread_mutex_destroy(&recurring->lock);
    free(recurring);
}

/* ------------------------------------------------------------------------------------------------------------ keys */

/* A run of digits is one 0. */
static void append_digitless(struct px_slice words, struct px_buffer *key)
{
    bool digit = false;
    for (size_t i = 0; i < words.size; i++) {
        bool is_digit = words.data[i] >= '0' && words.data[i] <= '9';
        if (!is_digit || !digit)
            px_buffer_byte(key, is_digit ? '0' : words.data[i]);
        digit = is_digit;
    }
}

/* "outlet\tline"; nothing behind the tab when the line has no words. */
static void make_key(struct px_slice outlet, struct px_slice line, struct px_buffer *key)
{
    struct px_buffer words = {0};
    px_buffer_clear(key);
    px_patterns_fold(outlet, key);
    px_buffer_byte(key, '\t');
    size_t start = key->size;
    px_patterns_fold(line, &words);
    append_digitless(px_buffer_slice(&words), key);
    struct px_slice made = px_slice_part(px_buffer_slice(key), start, key->size);
    if (made.size > KEY_BYTES && !key->failed) {
        unsigned long long hash = px_slice_hash(made);
        size_t head = KEY_HEAD;
        while (head > 0 && ((unsigned char)made.data[head] & 0xC0) == 0x80)
            head--;
        key->size = start + head;
        px_buffer_printf(key, " #%016llx", hash);
    }
    key->failed = key->failed || words.failed;
    px_buffer_release(&words);
}

/* -------------------------------------------------------------------------------------------------------- counting */

static int compare_rows(const void *a, const void *b)
{
    return px_slice_compare(((const struct px_row *)a)->key, ((const struct px_row *)b)->key);
}

/* Moves the table into a run on disk. */
static enum px_status spill(struct px_recurring *recurring, struct px_error *error)
{
    size_t count = recurring->counts.count;
    struct px_row *rows = malloc((count + 1) * sizeof *rows);
    if (rows == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++)
        rows[i] = (struct px_row){px_table_key(&recurring->table, (uint32_t)i), recurring->counts.items[i]};
    qsort(rows, count, sizeof *rows, compare_rows);
    enum px_status status = count == 0 ? PX_OK : px_runs_add(&recurring->runs, rows, count, error);
    free(rows);
    forget(recurring);
    return status;
}

/* Under the lock. */
static enum px_status count_key(struct px_recurring *recurring, struct px_slice key, uint64_t more,
                                struct px_error *error)
{
    if (recurring->table.arena.total + recurring->arena.total > TABLE_BYTES) {
        enum px_status status = spill(recurring, error);
        if (status != PX_OK)
            return status;
    }
    bool added;
    uint32_t id = px_table_add(&recurring->table, key, &added);
    if (id == PX_NONE || (added && px_vector_push(&recurring->counts, &recurring->arena) == NULL))
        return px_no_memory(error);
    recurring->counts.items[id] += more;
    return PX_OK;
}

enum px_status px_recurring_add(struct px_recurring *recurring, struct px_slice outlet, const struct px_slice *lines,
                                size_t count, struct px_error *error)
{
    struct px_table distinct = {0};
    struct px_buffer key = {0};
    bool fine = true;
    make_key(outlet, (struct px_slice){0}, &key);
    size_t bare = key.size;
    fine = px_table_add(&distinct, px_buffer_slice(&key), NULL) != PX_NONE;
    for (size_t i = 0; i < count && fine; i++) {
        make_key(outlet, lines[i], &key);
        fine = !key.failed && (key.size == bare || px_table_add(&distinct, px_buffer_slice(&key), NULL) != PX_NONE);
    }
    enum px_status status = fine ? PX_OK : px_no_memory(error);
    pthread_mutex_lock(&recurring->lock);
    for (size_t i = 0; i < distinct.keys.count && status == PX_OK; i++)
        status = count_key(recurring, px_table_key(&distinct, (uint32_t)i), 1, error);
    pthread_mutex_unlock(&recurring->lock);
    px_buffer_release(&key);
    px_table_release(&distinct);
    return status;
}

/* ------------------------------------------------------------------------------------------------- counts as a file */

static bool read_number(struct px_slice text, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || *number > UINT64_MAX / 100)
            return false;
        *number = *number * 10 + (uint64_t)(text.data[i] - '0');
    }
    return text.size > 0;
}

static bool is_header(struct px_slice row)
{
    return row.size == 0 || row.data[0] == '#' || px_slice_starts(row, PX_SLICE("outlet\tarticles\t"));
}

static enum px_status read_row(struct px_recurring *recurring, struct px_slice row, struct px_buffer *key,
                               struct px_error *error)
{
    uint64_t number;
    size_t first = px_slice_find(row, PX_SLICE("\t"), 0);
    size_t second = first == SIZE_MAX ? SIZE_MAX : px_slice_find(row, PX_SLICE("\t"), first + 1);
    if (second == SIZE_MAX || !read_number(px_slice_part(row, first + 1, second), &number))
        return px_error_set(error, PX_ERROR_SYNTAX, "this is no row of counts: outlet, articles, line");
    px_buffer_clear(key);
    px_buffer_append(key, px_slice_part(row, 0, first));
    px_buffer_append(key, px_slice_part(row, second, row.size));
    return key->failed ? px_no_memory(error) : count_key(recurring, px_buffer_slice(key), number, error);
}

enum px_status px_recurring_read(struct px_recurring *recurring, const char *path, struct px_error *error)
{
    struct px_lines *lines = NULL;
    struct px_buffer key = {0};
    struct px_slice row;
    int got = 1;
    enum px_status status = px_lines_open(path, ROW_BYTES, &lines, error);
    while (status == PX_OK && (got = px_lines_next(lines, &row, error)) > 0) {
        if (!is_header(row))
            status = read_row(recurring, row, &key, error);
        if (status == PX_ERROR_SYNTAX)
            px_error_place(error, path, px_lines_number(lines), 0);
    }
    if (status == PX_OK && got < 0)
        status = (enum px_status)got;
    px_lines_close(lines);
    px_buffer_release(&key);
    return status;
}

struct writing {
    struct px_output *output;
    struct px_buffer row;
};

static enum px_status write_row(void *argument, struct px_slice key, uint64_t count, struct px_error *error)
{
    struct writing *writing = argument;
    size_t tab = px_slice_find(key, PX_SLICE("\t"), 0);
    px_buffer_clear(&writing->row);
    px_buffer_append(&writing->row, px_slice_part(key, 0, tab));
    px_buffer_printf(&writing->row, "\t%llu", (unsigned long long)count);
    px_buffer_append(&writing->row, px_slice_part(key, tab, key.size));
    px_buffer_byte(&writing->row, '\n');
    return writing->row.failed ? px_no_memory(error)
                               : px_output_write(writing->output, px_buffer_slice(&writing->row), error);
}

enum px_status px_recurring_write(struct px_recurring *recurring, struct px_output *output, struct px_error *error)
{
    struct writing writing = {.output = output};
    enum px_status status = spill(recurring, error);
    if (status == PX_OK)
        status = px_output_write(output, PX_SLICE("outlet\tarticles\tline\n"), error);
    if (status == PX_OK)
        status = px_runs_merge(&recurring->runs, write_row, &writing, error);
    px_buffer_release(&writing.row);
    return status;
}

/* -------------------------------------------------------------------------------------------------------- settling */

struct settling {
    struct px_recurring *recurring;
    uint64_t articles; /* of the outlet at hand, whose row without a line comes first */
};

static enum px_status settle_row(void *argument, struct px_slice key, uint64_t count, struct px_error *error)
{
    struct settling *settling = argument;
    bool outlet = px_slice_ends(key, PX_SLICE("\t"));
    if (outlet)
        settling->articles = count;
    if (!outlet && (count < SHORT_ARTICLES || count < settling->articles / SHORT_SHARE))
        return PX_OK;
    struct px_recurring *recurring = settling->recurring;
    bool added;
    uint32_t id = px_table_add(&recurring->table, key, &added);
    uint64_t *slot = id == PX_NONE ? NULL : px_vector_push(&recurring->counts, &recurring->arena);
    if (slot == NULL)
        return px_no_memory(error);
    *slot = count;
    return PX_OK;
}

enum px_status px_recurring_settle(struct px_recurring *recurring, struct px_error *error)
{
    struct settling settling = {.recurring = recurring};
    enum px_status status = spill(recurring, error);
    if (status == PX_OK)
        status = px_runs_merge(&recurring->runs, settle_row, &settling, error);
    px_runs_release(&recurring->runs);
    return status;
}

static uint64_t count_of(const struct px_recurring *recurring, struct px_slice key)
{
    uint32_t id = px_table_find(&recurring->table, key);
    return id == PX_NONE ? 0 : recurring->counts.items[id];
}

uint64_t px_recurring_find(const struct px_recurring *recurring, struct px_slice outlet, struct px_slice line,
                           bool running, uint64_t *articles)
{
    struct px_buffer key = {0};
    make_key(outlet, line, &key);
    struct px_slice whole = px_buffer_slice(&key);
    size_t tab = key.failed ? SIZE_MAX : px_slice_find(whole, PX_SLICE("\t"), 0);
    uint64_t count = 0;
    *articles = 0;
    if (tab != SIZE_MAX && tab + 1 < whole.size) {
        count = count_of(recurring, whole);
        *articles = count_of(recurring, px_slice_part(whole, 0, tab + 1));
    }
    px_buffer_release(&key);
    uint64_t least = running ? RUNNING_ARTICLES : SHORT_ARTICLES, share = running ? RUNNING_SHARE : SHORT_SHARE;
    return count >= least && count * share >= *articles ? count : 0;
}
