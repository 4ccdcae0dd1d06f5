#include "text/characters.h"
#include "text/utf8.h"

enum { STRIDE = 32 };

/* The first byte at or after `at` where a code point begins. Only continuation bytes can stand inside one, and which
 * one they belong to shows in the three bytes before. */
static size_t next_start(struct px_slice text, size_t at)
{
    for (size_t back = 1; back <= 3 && back <= at; back++) {
        size_t end = at - back;
        px_utf8_next(text, &end);
        if (end > at)
            return end;
    }
    return at;
}

/* Are the eight bytes at `at` ASCII, and do they end at or before `end`? */
static bool eight_are_ascii(struct px_slice text, size_t at, size_t end)
{
    uint64_t eight;
    if (end - at < sizeof eight)
        return false;
    memcpy(&eight, text.data + at, sizeof eight);
    return (eight & 0x8080808080808080u) == 0;
}

bool px_offsets_init(struct px_offsets *offsets, struct px_slice text, struct px_arena *arena)
{
    *offsets = (struct px_offsets){.text = text};
    if (px_text_ascii_end(text, 0) == text.size)
        return true;
    size_t strides = text.size / STRIDE + 1;
    offsets->counts = px_arena_array(arena, uint32_t, strides);
    if (offsets->counts == NULL)
        return false;
    size_t at = 0;
    uint32_t count = 0;
    for (size_t i = 1; i < strides; i++) {
        for (; at < i * STRIDE; count++)
            px_utf8_next(text, &at);
        offsets->counts[i] = count;
    }
    return true;
}

size_t px_offsets_code_point(const struct px_offsets *offsets, size_t byte)
{
    if (byte > offsets->text.size)
        byte = offsets->text.size;
    if (offsets->counts == NULL)
        return byte;
    size_t count = offsets->counts[byte / STRIDE];
    size_t at = byte < STRIDE ? 0 : next_start(offsets->text, byte / STRIDE * STRIDE);
    while (at < byte) {
        size_t step = eight_are_ascii(offsets->text, at, byte) ? 8 : 1;
        count += step;
        if (step == 1)
            px_utf8_next(offsets->text, &at);
        else
            at += step;
    }
    return count;
}

size_t px_offsets_byte(const struct px_offsets *offsets, size_t code_point)
{
    if (offsets->counts == NULL)
        return code_point < offsets->text.size ? code_point : offsets->text.size;
    size_t low = 0;
    size_t high = offsets->text.size / STRIDE + 1;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (offsets->counts[middle] <= code_point)
            low = middle;
        else
            high = middle;
    }
    size_t at = low == 0 ? 0 : next_start(offsets->text, low * STRIDE);
    for (size_t count = offsets->counts[low]; count < code_point && at < offsets->text.size; count++)
        px_utf8_next(offsets->text, &at);
    return at;
}
