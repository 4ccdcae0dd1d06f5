#include "cli/reference.h"

#include "base/buffer.h"
#include "base/stream.h"
#include "text/normalise.h"

static enum px_status bad_line(const char *path, size_t line, size_t column, const char *what, struct px_error *error)
{
    px_error_set(error, PX_ERROR_SYNTAX, "%s", what);
    return px_error_place(error, path, line, column);
}

static enum px_status add(struct px_reference_list *reference, struct px_slice word, double count,
                          struct px_error *error)
{
    struct px_buffer fold = {0};
    bool added = false;
    px_text_fold(word, &fold);
    uint32_t id = fold.failed ? PX_NONE : px_table_add(&reference->words, px_buffer_slice(&fold), &added);
    px_buffer_release(&fold);
    if (id == PX_NONE || (added && px_vector_push(&reference->counts, &reference->arena) == NULL))
        return px_no_memory(error);
    reference->counts.items[id] += (uint64_t)count;
    reference->list.total += (uint64_t)count;
    return PX_OK;
}

static enum px_status read_line(struct px_reference_list *reference, struct px_slice line, const char *path,
                                size_t number, struct px_error *error)
{
    struct px_slice word;
    double count;
    if (px_slice_trim(line).size == 0 || line.data[0] == '#')
        return PX_OK;
    px_slice_next(&line, '\t', &word);
    if (line.size == 0)
        return bad_line(path, number, word.size + 1, "no tab between word and count", error);
    if (!px_slice_number(px_slice_trim(line), &count) || count < 0 || count > 1e15)
        return bad_line(path, number, word.size + 2, "the count is no number", error);
    return add(reference, px_slice_trim(word), count, error);
}

enum px_status px_reference_read(const char *path, struct px_reference_list *reference, struct px_error *error)
{
    *reference = (struct px_reference_list){0};
    if (path == NULL)
        return PX_OK;
    struct px_lines *lines;
    struct px_slice line;
    enum px_status status = px_lines_open(path, 1 << 20, &lines, error);
    while (status == PX_OK) {
        int got = px_lines_next(lines, &line, error);
        if (got == 0)
            break;
        status = got < 0 ? (enum px_status)got : read_line(reference, line, path, px_lines_number(lines), error);
    }
    px_lines_close(lines);
    reference->list.words = &reference->words;
    reference->list.counts = reference->counts.items;
    return status;
}

void px_reference_release(struct px_reference_list *reference)
{
    px_table_release(&reference->words);
    px_arena_release(&reference->arena);
}
