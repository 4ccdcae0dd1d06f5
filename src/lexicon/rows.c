#include "lexicon/rows.h"

#include <stdarg.h>
#include <stdio.h>

#include "lexicon/build.h"
#include "text/utf8.h"

/* Code points of windows-1252 at 0x80..0x9F; where it has none, the byte's own. */
static const uint16_t windows_1252[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                          0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                          0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

static void decode_1252(struct px_slice bytes, struct px_buffer *out)
{
    for (size_t i = 0; i < bytes.size; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        px_utf8_append(out, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
    }
}

static uint32_t unit_16(struct px_slice bytes, size_t at, bool big)
{
    unsigned char first = (unsigned char)bytes.data[at];
    unsigned char second = (unsigned char)bytes.data[at + 1];
    return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static void decode_16(struct px_slice bytes, bool big, struct px_buffer *out)
{
    for (size_t at = 2; at + 1 < bytes.size; at += 2) {
        uint32_t c = unit_16(bytes, at, big);
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size) {
            uint32_t low = unit_16(bytes, at + 2, big);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        px_utf8_append(out, c >= 0xD800 && c < 0xE000 ? PX_UTF8_BAD : c);
    }
}

static enum px_status decode(struct px_slice bytes, struct px_arena *arena, struct px_slice *text,
                             struct px_error *error)
{
    struct px_buffer out = {0};
    if (px_slice_starts(bytes, PX_SLICE("\xEF\xBB\xBF")))
        bytes = px_slice_part(bytes, 3, bytes.size);
    bool little = px_slice_starts(bytes, PX_SLICE("\xFF\xFE"));
    if (little || px_slice_starts(bytes, PX_SLICE("\xFE\xFF")))
        decode_16(bytes, !little, &out);
    else if (px_utf8_check(bytes) < bytes.size)
        decode_1252(bytes, &out);
    else
        px_buffer_append(&out, bytes);
    *text = (struct px_slice){0};
    if (!out.failed)
        *text = px_arena_copy(arena, px_buffer_slice(&out));
    px_buffer_release(&out);
    return text->data == NULL ? px_no_memory(error) : PX_OK;
}

bool px_rows_cut(struct px_slice *rest, struct px_slice *line)
{
    if (rest->size == 0)
        return false;
    size_t size = 0;
    while (size < rest->size && rest->data[size] != '\n' && rest->data[size] != '\r')
        size++;
    *line = px_slice_part(*rest, 0, size);
    size_t behind = size < rest->size ? size + 1 : size;
    if (behind < rest->size && rest->data[size] == '\r' && rest->data[behind] == '\n')
        behind++;
    *rest = px_slice_part(*rest, behind, rest->size);
    return true;
}

enum px_status px_rows_open(struct px_rows *rows, struct px_slice bytes, struct px_lexicon *lexicon,
                            struct px_error *error)
{
    *rows = (struct px_rows){.lexicon = lexicon, .error = error};
    enum px_status status = decode(bytes, &lexicon->arena, &rows->rest, error);
    const char *zero = status == PX_OK ? memchr(rows->rest.data, 0, rows->rest.size) : NULL;
    if (zero == NULL)
        return status;
    while (px_rows_next(rows) && rows->line.data + rows->line.size <= zero)
        ;
    px_error_set(error, PX_ERROR_INPUT, "byte 0x00 is not text");
    return px_rows_fail(rows, zero);
}

bool px_rows_next(struct px_rows *rows)
{
    if (!px_rows_cut(&rows->rest, &rows->line))
        return false;
    rows->number++;
    return true;
}

size_t px_rows_column(const struct px_rows *rows, const char *at)
{
    bool inside = at >= rows->line.data && at <= rows->line.data + rows->line.size;
    return inside ? (size_t)(at - rows->line.data) + 1 : 1;
}

enum px_status px_rows_fail(const struct px_rows *rows, const char *at)
{
    px_error_place(rows->error, rows->lexicon->path.data, rows->number, px_rows_column(rows, at));
    return rows->error == NULL ? PX_ERROR_SYNTAX : rows->error->code;
}

enum px_status px_rows_warn(const struct px_rows *rows, const char *at, const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct px_lexicon *lexicon = rows->lexicon;
    if (px_lexicon_warn(&lexicon->warnings, &lexicon->arena, rows->number, px_rows_column(rows, at), "%s", text) !=
        PX_OK)
        return px_no_memory(rows->error);
    return PX_OK;
}
