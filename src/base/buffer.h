/* A growing byte buffer for output that is built piece by piece.
 *
 * Appending cannot fail visibly: when memory is out the buffer turns `failed` and ignores what follows, so that a
 * writer checks once, at the end. The bytes are on the heap and belong to the buffer.
 *
 *     struct px_buffer out = {0};
 *     px_buffer_printf(&out, "%zu words\n", count);
 *     if (out.failed) ...
 *     px_buffer_release(&out);
 */
#ifndef PX_BASE_BUFFER_H
#define PX_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/export.h"
#include "base/slice.h"

/* All zero is an empty buffer. `data` is NUL-terminated whenever it is not NULL. */
struct px_buffer {
    char *data;
    size_t size;
    size_t capacity;
    bool failed;
};

/* Makes room for `more` bytes beyond the size; false (and failed) when memory is out. */
PX_API bool px_buffer_reserve(struct px_buffer *buffer, size_t more);

/* Appends the bytes; on a failed buffer, and where memory is out (failed then), nothing. So do all below. */
PX_API void px_buffer_append(struct px_buffer *buffer, struct px_slice bytes);

/* Numbers are written with a point in every locale. */
PX_API void px_buffer_printf(struct px_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends the number in decimal digits, as "%u" does at many times the cost. */
PX_API void px_buffer_unsigned(struct px_buffer *buffer, uint64_t number);

static inline void px_buffer_string(struct px_buffer *buffer, const char *string)
{
    px_buffer_append(buffer, px_slice_from(string));
}

static inline void px_buffer_byte(struct px_buffer *buffer, char byte)
{
    if (buffer->failed || (buffer->capacity - buffer->size < 2 && !px_buffer_reserve(buffer, 1)))
        return;
    buffer->data[buffer->size++] = byte;
    buffer->data[buffer->size] = '\0';
}

/* Appends the field of a table: where it holds one of the bytes of `special`, or a double quotation mark, between such
 * marks, its own doubled. Linear. */
PX_API void px_buffer_quoted(struct px_buffer *buffer, struct px_slice field, const char *special);

/* Empties the buffer and its failed flag, keeping the memory. */
PX_API void px_buffer_clear(struct px_buffer *buffer);
PX_API void px_buffer_release(struct px_buffer *buffer);

/* Hands the bytes over to the arena, NUL-terminated, and releases the buffer in every case. `.data` is NULL when memory
 * is out, the buffer's included. Long ones are not copied. */
PX_API struct px_slice px_buffer_keep(struct px_buffer *buffer, struct px_arena *arena);

/* All of it; good until the next change. */
static inline struct px_slice px_buffer_slice(const struct px_buffer *buffer)
{
    return (struct px_slice){buffer->data, buffer->size};
}

#endif
