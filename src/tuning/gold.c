#include "tuning/gold_inside.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/stream.h"

enum px_status px_gold_fail(const struct px_gold_reader *reader, const char *format, ...)
{
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    px_error_set(reader->error, PX_ERROR_SYNTAX, "%s", message);
    return px_error_place(reader->error, reader->path, reader->line, reader->column);
}

enum px_status px_gold_add_text(struct px_gold_reader *reader, struct px_slice id, struct px_slice bytes,
                                struct px_gold_text **text)
{
    struct px_gold *gold = reader->gold;
    bool added;
    if (px_slice_trim(bytes).size == 0 || bytes.size > UINT32_MAX)
        return px_gold_fail(reader, "text '%.*s' is empty or too long", PX_SLICE_SHORT(id));
    if (px_utf8_check(bytes) != bytes.size)
        return px_gold_fail(reader, "text '%.*s' is not UTF-8", PX_SLICE_SHORT(id));
    uint32_t index = px_table_add(&gold->ids, id, &added);
    if (index == PX_NONE)
        return px_no_memory(reader->error);
    if (!added) {
        *text = &gold->texts.items[index];
        if (!px_slice_equal((*text)->text, bytes))
            return px_gold_fail(reader, "id '%.*s' stands for two different texts", PX_SLICE_SHORT(id));
        return PX_OK;
    }
    *text = px_vector_push(&gold->texts, &gold->arena);
    if (*text == NULL)
        return px_no_memory(reader->error);
    (*text)->id = px_table_key(&gold->ids, index);
    (*text)->text = px_arena_copy(&gold->arena, bytes);
    return (*text)->text.data == NULL ? px_no_memory(reader->error) : PX_OK;
}

enum px_status px_gold_add_coding(struct px_gold_reader *reader, struct px_gold_text *text, struct px_slice annotator,
                                  struct px_gold_coding **coding)
{
    if (annotator.size == 0)
        annotator = px_slice_from(reader->path);
    for (size_t i = 0; i < text->codings.count; i++)
        if (px_slice_equal(text->codings.items[i].annotator, annotator))
            return px_gold_fail(reader, "annotator '%.*s' codes text '%.*s' twice", PX_SLICE_SHORT(annotator),
                                PX_SLICE_SHORT(text->id));
    *coding = px_vector_push(&text->codings, &reader->gold->arena);
    if (*coding == NULL)
        return px_no_memory(reader->error);
    (*coding)->annotator = px_arena_copy(&reader->gold->arena, annotator);
    return (*coding)->annotator.data == NULL ? px_no_memory(reader->error) : PX_OK;
}

/* The byte at which code point `wanted` begins, or SIZE_MAX behind the end. */
static size_t byte_at(struct px_slice text, int64_t wanted)
{
    size_t at = 0;
    for (int64_t i = 0; i < wanted; i++) {
        if (at == text.size)
            return SIZE_MAX;
        px_utf8_next(text, &at);
    }
    return at;
}

enum px_status px_gold_add_span(struct px_gold_reader *reader, const struct px_gold_text *text,
                                struct px_gold_coding *coding, const int64_t span[2], struct px_slice words)
{
    size_t start = span[0] < 0 ? SIZE_MAX : byte_at(text->text, span[0]);
    size_t end = span[1] < span[0] ? SIZE_MAX : byte_at(text->text, span[1]);
    if (start == SIZE_MAX || end == SIZE_MAX)
        return px_gold_fail(reader, "span %lld to %lld is not inside its text of %zu code points", (long long)span[0],
                            (long long)span[1], px_utf8_count(text->text));
    struct px_slice there = px_slice_part(text->text, start, end);
    if (words.size > 0 && !px_slice_equal(words, there))
        return px_gold_fail(reader, "span %lld to %lld is '%.*s' in the text, not '%.*s'", (long long)span[0],
                            (long long)span[1], PX_SLICE_SHORT(there), PX_SLICE_SHORT(words));
    if (start == end)
        return PX_OK;
    struct px_span *kept = px_vector_push(&coding->spans, &reader->gold->arena);
    if (kept == NULL)
        return px_no_memory(reader->error);
    *kept = (struct px_span){(uint32_t)start, (uint32_t)end};
    return PX_OK;
}

static int by_start(const void *left, const void *right)
{
    const struct px_span *a = left;
    const struct px_span *b = right;
    return a->start != b->start ? (a->start > b->start) - (a->start < b->start) : (a->end > b->end) - (a->end < b->end);
}

void px_gold_close_coding(struct px_gold_coding *coding)
{
    struct px_spans *spans = &coding->spans;
    size_t kept = 0;
    if (spans->count > 1)
        qsort(spans->items, spans->count, sizeof *spans->items, by_start);
    for (size_t i = 1; i < spans->count; i++) {
        if (spans->items[i].start > spans->items[kept].end)
            spans->items[++kept] = spans->items[i];
        else if (spans->items[i].end > spans->items[kept].end)
            spans->items[kept].end = spans->items[i].end;
    }
    spans->count = spans->count == 0 ? 0 : kept + 1;
}

static bool is_folder(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

static enum px_status read_file(struct px_gold_reader *reader)
{
    struct px_slice path = px_slice_from(reader->path);
    struct px_arena arena = {0};
    struct px_slice bytes;
    if (px_slice_ends(path, PX_SLICE(".ann")) || px_slice_ends(path, PX_SLICE(".txt")))
        return px_gold_read_brat(reader);
    enum px_status status = px_file_read(reader->path, reader->limit, &arena, &bytes, reader->error);
    if (status == PX_OK)
        status = px_gold_read_json(reader, bytes);
    px_arena_release(&arena);
    return status;
}

enum px_status px_gold_read(const char *path, size_t limit, struct px_gold *gold, struct px_error *error)
{
    struct px_gold_reader reader = {.gold = gold, .path = path, .limit = limit, .error = error};
    size_t before = 0;
    size_t after = 0;
    for (size_t i = 0; i < gold->texts.count; i++)
        before += gold->texts.items[i].codings.count;
    enum px_status status = is_folder(path) ? px_gold_read_brat_folder(&reader) : read_file(&reader);
    for (size_t i = 0; i < gold->texts.count; i++)
        after += gold->texts.items[i].codings.count;
    if (status == PX_OK && after == before) {
        px_error_set(error, PX_ERROR_INPUT, "no annotated text");
        status = px_error_place(error, path, 0, 0);
    }
    return status;
}

void px_gold_release(struct px_gold *gold)
{
    px_table_release(&gold->ids);
    px_arena_release(&gold->arena);
    *gold = (struct px_gold){0};
}
