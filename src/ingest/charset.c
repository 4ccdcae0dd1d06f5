#include "ingest/charset.h"

#include <stdio.h>
#include <strings.h>
#include <unicode/ucnv.h>

#include "base/buffer.h"
#include "text/utf8.h"

enum { SAMPLE_BYTES = 1 << 16, DECLARATION_BYTES = 1 << 16, NAME_BYTES = 64 };

static bool is_control(unsigned char byte)
{
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v' && byte != 0x1B;
}

/* Many control bytes, or more than a stray zero byte, and it is no text in any single-byte set. */
static bool is_binary(struct px_slice bytes)
{
    if (px_slice_starts(bytes, PX_SLICE("%PDF-")))
        return true;
    size_t size = bytes.size < SAMPLE_BYTES ? bytes.size : SAMPLE_BYTES, control = 0, zero = 0;
    for (size_t i = 0; i < size; i++) {
        control += is_control((unsigned char)bytes.data[i]);
        zero += bytes.data[i] == 0;
    }
    return control * 50 > size || zero * 200 > size;
}

/* UTF-16 without a byte order mark: nearly all bytes at odd (or even) places are zero. */
static const char *guess_utf16(struct px_slice bytes)
{
    size_t size = bytes.size < SAMPLE_BYTES ? bytes.size & ~(size_t)1 : SAMPLE_BYTES, zero[2] = {0, 0};
    for (size_t i = 0; i < size; i++)
        zero[i & 1] += bytes.data[i] == 0;
    if (size < 16 || (zero[0] + zero[1]) * 4 < size)
        return NULL;
    return zero[1] > 8 * zero[0] ? "UTF-16LE" : zero[0] > 8 * zero[1] ? "UTF-16BE" : NULL;
}

/* Finds charset=NAME or encoding="NAME" near the beginning. A page that an archive has wrapped declares several: the
 * first that is not UTF-8 counts where the bytes are not UTF-8. */
static bool find_declaration(struct px_slice bytes, bool utf8, char name[NAME_BYTES])
{
    static const char *const keys[] = {"charset", "encoding"};
    size_t size = bytes.size < DECLARATION_BYTES ? bytes.size : DECLARATION_BYTES;
    for (size_t i = 0; i + 8 < size; i++) {
        for (size_t k = 0; k < 2; k++) {
            size_t at = i + strlen(keys[k]), count = 0;
            if (at >= size || strncasecmp(bytes.data + i, keys[k], at - i) != 0)
                continue;
            while (at < size && strchr(" =\"'", bytes.data[at]) != NULL && bytes.data[at] != 0)
                at++;
            while (at < size && count + 1 < NAME_BYTES && bytes.data[at] > 32 &&
                   strchr("\"'/>;?", bytes.data[at]) == NULL)
                name[count++] = bytes.data[at++];
            name[count] = 0;
            if (count > 2 && (utf8 || strncasecmp(name, "utf", 3) != 0))
                return true;
        }
    }
    return false;
}

static enum px_status convert(struct px_slice bytes, const char *name, struct px_arena *arena, struct px_slice *text,
                              struct px_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &code);
    if (U_FAILURE(code))
        return px_error_set(error, PX_ERROR_INPUT, "unknown character set '%s'", name);
    enum px_status status = PX_OK;
    size_t capacity = bytes.size * 3 + 8;
    char *target = bytes.size > INT32_MAX / 4 ? NULL : px_arena_take(arena, capacity);
    int32_t size = 0;
    if (target == NULL)
        status = px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    else
        size =
            ucnv_toAlgorithmic(UCNV_UTF8, converter, target, (int32_t)capacity, bytes.data, (int32_t)bytes.size, &code);
    if (status == PX_OK && U_FAILURE(code))
        status = px_error_set(error, PX_ERROR_INPUT, "input cannot be read as %s", name);
    if (status == PX_OK)
        *text = (struct px_slice){target, (size_t)size};
    ucnv_close(converter);
    return status;
}

/* What looks like UTF-16 but holds control characters is some other file. */
static enum px_status convert_guess(struct px_slice bytes, const char *name, struct px_arena *arena,
                                    struct px_slice *text, struct px_error *error)
{
    enum px_status status = convert(bytes, name, arena, text, error);
    if (status == PX_OK && is_binary(*text))
        status = px_error_set(error, PX_ERROR_INPUT, "input is binary, not text");
    return status;
}

/* Code points of windows-1252 at 0x80..0x9F; 0 where it has none. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static uint32_t windows_character(unsigned char byte)
{
    return byte < 0x80 || byte >= 0xA0 ? byte : windows[byte - 0x80] == 0 ? PX_UTF8_BAD : windows[byte - 0x80];
}

/* How many non-ASCII characters of the sample are good UTF-8, and how many bytes are not. */
static bool mostly_utf8(struct px_slice bytes)
{
    size_t good = 0, bad = 0, limit = bytes.size < SAMPLE_BYTES * 16 ? bytes.size : SAMPLE_BYTES * 16;
    for (size_t at = 0; at < limit;) {
        size_t start = at;
        px_utf8_next(bytes, &at);
        good += at - start > 1;
        bad += at - start == 1 && (unsigned char)bytes.data[start] >= 0x80;
    }
    return good > bad;
}

/* UTF-8 where it is whole (when `utf8` is set), windows-1252 for every other byte. */
static enum px_status repair(struct px_slice bytes, bool utf8, struct px_arena *arena, struct px_slice *text,
                             struct px_error *error)
{
    struct px_buffer out = {0};
    px_buffer_reserve(&out, bytes.size + bytes.size / 8);
    for (size_t at = 0; at < bytes.size;) {
        size_t start = at;
        if (utf8)
            px_utf8_next(bytes, &at);
        else
            at++;
        if (at - start > 1 || (unsigned char)bytes.data[start] < 0x80)
            px_buffer_append(&out, px_slice_part(bytes, start, at));
        else
            px_utf8_append(&out, windows_character((unsigned char)bytes.data[start]));
    }
    *text = px_arena_copy(arena, px_buffer_slice(&out));
    bool failed = out.failed || text->data == NULL;
    px_buffer_release(&out);
    return failed ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
}

/* Zero bytes end strings in other people's code: they become spaces. */
static enum px_status clear_zeros(struct px_arena *arena, struct px_slice *text, struct px_error *error)
{
    if (memchr(text->data, 0, text->size) == NULL)
        return PX_OK;
    char *copy = px_arena_take(arena, text->size + 1);
    if (copy == NULL)
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    for (size_t i = 0; i < text->size; i++)
        copy[i] = text->data[i] == 0 ? ' ' : text->data[i];
    text->data = copy;
    return PX_OK;
}

static bool is_latin1(const char *name)
{
    static const char *const names[] = {"iso-8859-1", "iso8859-1", "latin1",       "latin-1",
                                        "us-ascii",   "ascii",     "windows-1252", "cp1252"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

static enum px_status decode_bytes(struct px_slice bytes, const char *declared, struct px_arena *arena,
                                   struct px_slice *text, struct px_error *error)
{
    char name[NAME_BYTES] = "";
    if (px_utf8_check(bytes) == bytes.size) {
        *text = bytes;
        return PX_OK;
    }
    if (declared != NULL)
        snprintf(name, sizeof name, "%s", declared);
    bool utf8 = mostly_utf8(bytes), known = declared != NULL || find_declaration(bytes, utf8, name);
    if (utf8)
        return repair(bytes, true, arena, text, error);
    if (known && !is_latin1(name) && convert(bytes, name, arena, text, NULL) == PX_OK)
        return PX_OK;
    return repair(bytes, false, arena, text, error);
}

enum px_status px_charset_decode(struct px_slice bytes, const char *declared, struct px_arena *arena,
                                 struct px_slice *text, struct px_error *error)
{
    *text = (struct px_slice){0};
    enum px_status status;
    const char *wide = guess_utf16(bytes);
    if (bytes.size == 0)
        return px_error_set(error, PX_ERROR_INPUT, "input is empty");
    if (px_slice_starts(bytes, PX_SLICE("\xFF\xFE\0\0")))
        status = convert(px_slice_part(bytes, 4, bytes.size), "UTF-32LE", arena, text, error);
    else if (px_slice_starts(bytes, PX_SLICE("\0\0\xFE\xFF")))
        status = convert(px_slice_part(bytes, 4, bytes.size), "UTF-32BE", arena, text, error);
    else if (px_slice_starts(bytes, PX_SLICE("\xFF\xFE")))
        status = convert(px_slice_part(bytes, 2, bytes.size), "UTF-16LE", arena, text, error);
    else if (px_slice_starts(bytes, PX_SLICE("\xFE\xFF")))
        status = convert(px_slice_part(bytes, 2, bytes.size), "UTF-16BE", arena, text, error);
    else if (wide != NULL)
        status = convert_guess(bytes, wide, arena, text, error);
    else if (is_binary(bytes))
        status = px_error_set(error, PX_ERROR_INPUT, "input is binary, not text");
    else
        status =
            decode_bytes(px_slice_starts(bytes, PX_SLICE("\xEF\xBB\xBF")) ? px_slice_part(bytes, 3, bytes.size) : bytes,
                         declared, arena, text, error);
    if (status == PX_OK && px_slice_trim(*text).size == 0)
        status = px_error_set(error, PX_ERROR_INPUT, "input is empty");
    if (status == PX_OK)
        status = clear_zeros(arena, text, error);
    if (status != PX_OK)
        *text = (struct px_slice){0};
    return status;
}
