#include "base/buffer.h"

#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Shorter pieces are copied into an arena, where they lie side by side. */
enum { COPIED_BYTES = 1 << 16 };

enum { ROOM_TO_TRY = 120 };

bool px_buffer_reserve(struct px_buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;
    if (buffer->capacity - buffer->size > more)
        return true;
    size_t need = buffer->size + more + 1;
    size_t larger = buffer->capacity < 256 ? 256 : buffer->capacity + buffer->capacity / 2;
    if (larger < need)
        larger = need;
    char *data = more < SIZE_MAX / 4 ? realloc(buffer->data, larger) : NULL;
    if (data == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = larger;
    return true;
}

void px_buffer_append(struct px_buffer *buffer, struct px_slice bytes)
{
    bool fits = buffer->capacity - buffer->size > bytes.size && !buffer->failed;
    if (bytes.size == 0 || (!fits && !px_buffer_reserve(buffer, bytes.size)))
        return;
    memcpy(buffer->data + buffer->size, bytes.data, bytes.size);
    buffer->size += bytes.size;
    buffer->data[buffer->size] = '\0';
}

void px_buffer_printf(struct px_buffer *buffer, const char *format, ...)
{
    if (!px_buffer_reserve(buffer, ROOM_TO_TRY)) /* nearly all there is to print fits into it */
        return;
    /* numbers have a point, whatever the locale of the program that the library is part of */
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t before = plain == (locale_t)0 ? (locale_t)0 : uselocale(plain);
    size_t room = buffer->capacity - buffer->size;
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(buffer->data + buffer->size, room, format, arguments);
    va_end(arguments);
    if (size >= 0 && (size_t)size >= room)
        size = px_buffer_reserve(buffer, (size_t)size)
                   ? vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, again)
                   : -1;
    va_end(again);
    buffer->failed = size < 0 || buffer->failed;
    buffer->size += size < 0 ? 0 : (size_t)size;
    buffer->data[buffer->size] = '\0';
    if (plain != (locale_t)0) {
        uselocale(before);
        freelocale(plain);
    }
}

void px_buffer_unsigned(struct px_buffer *buffer, uint64_t number)
{
    char digits[20]; /* of 2^64 - 1 */
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    px_buffer_append(buffer, (struct px_slice){digits + at, sizeof digits - at});
}

void px_buffer_quoted(struct px_buffer *buffer, struct px_slice field, const char *special)
{
    bool quoted = false;
    for (size_t i = 0; i < field.size && !quoted; i++)
        quoted = field.data[i] == '"' || (field.data[i] != '\0' && strchr(special, field.data[i]) != NULL);
    if (!quoted) {
        px_buffer_append(buffer, field);
        return;
    }
    px_buffer_byte(buffer, '"');
    for (size_t i = 0; i < field.size; i++) {
        if (field.data[i] == '"')
            px_buffer_byte(buffer, '"');
        px_buffer_byte(buffer, field.data[i]);
    }
    px_buffer_byte(buffer, '"');
}

void px_buffer_clear(struct px_buffer *buffer)
{
    buffer->size = 0;
    buffer->failed = false;
    if (buffer->data != NULL)
        buffer->data[0] = '\0';
}

struct px_slice px_buffer_keep(struct px_buffer *buffer, struct px_arena *arena)
{
    struct px_slice kept = {0};
    char *fitted = buffer->size < COPIED_BYTES ? NULL : realloc(buffer->data, buffer->size + 1);
    buffer->data = fitted == NULL ? buffer->data : fitted;
    if (!buffer->failed && fitted != NULL && px_arena_adopt(arena, fitted, buffer->size + 1)) {
        kept = px_buffer_slice(buffer);
        *buffer = (struct px_buffer){0};
    } else if (!buffer->failed) {
        kept = px_arena_copy(arena, px_buffer_slice(buffer));
    }
    px_buffer_release(buffer);
    return kept;
}

void px_buffer_release(struct px_buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct px_buffer){0};
}
